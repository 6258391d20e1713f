"""Announced dates that a reader of this period should know of.

Those due within the period or soon after it, and those of which something came in the period.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta

from redite.briefing.identity import identified
from redite.briefing.matter import Matter, Told, in_advertisement, standing_of
from redite.briefing.propositions import says_something
from redite.briefing.quoting import EARLIER, quote
from redite.briefing.sayings import finished, flag, plain, quoted_cites, short
from redite.briefing.solid import one_thing
from redite.reports import of_its_own
from redite.stages.deadlines import Announced, Status
from redite.values import Act, Record, SpeakerKind

AHEAD = timedelta(days=14)
MOST = 8
_WEIGHTS = {Status.MISSED: 5.5, Status.MOVED: 5.0, Status.MET: 3.5, Status.OPEN: 2.5}


def tell(matter: Matter, announced: Iterable[Announced]) -> list[Told]:
    """Return one sentence for each date, those first of which something came, then by day."""
    chosen = [
        (one, evidence)
        for one in announced
        if (evidence := _evidence(matter, one)) is not None
        and _concerns(matter, one, evidence)
        and _announces(one.records[0])  # last: it reads words, and most dates are of other days
    ]
    # Of many, those are told of which something came, then those that most outlets carried.
    chosen.sort(key=lambda pair: (not pair[1], -_standing(pair[0])))
    chosen = chosen[:MOST]
    chosen.sort(key=lambda pair: (not pair[1], pair[0].due, pair[0].records[0].order))
    return [_told(matter, one, evidence) for one, evidence in chosen]


def _announces(record: Record) -> bool:
    """Say whether somebody whom a reader knows announces something; weather is foretold."""
    foretold = record.statement.act is Act.FORECAST or record.statement.estimate is not None
    unnamed = record.judgement.speaker.kind is SpeakerKind.UNNAMED or of_its_own(record)
    if foretold or unnamed or in_advertisement(record):
        return False
    return identified(record) and says_something(record)


def _standing(one: Announced) -> float:
    named = one.records[0].judgement.speaker.kind in (
        SpeakerKind.PERSON,
        SpeakerKind.ORGANISATION,
    )
    return standing_of(one.records) + named


def _evidence(matter: Matter, one: Announced) -> tuple[Record, ...] | None:
    """Return the first report that shows the status, with its reports.

    None where it is gone, or where its words do not show that it tells of the same act.
    """
    if any(record.statement.id not in matter.known for record in one.records):
        return None
    if not one.evidence:
        return ()
    first = matter.known.get(one.evidence[0])
    if first is None:
        return None
    if not one_thing(one.records, first):
        return None
    reports = matter.utterances.get(first.judgement.utterance, (first,))
    until = matter.until
    kept = [r for r in reports if until is None or r.article.published.date() <= until]
    return (first, *(record for record in kept if record is not first))


def _concerns(matter: Matter, one: Announced, evidence: Sequence[Record]) -> bool:
    if evidence and matter.inside(evidence[0]):
        return True
    if matter.until is None:
        ahead = matter.since is None or one.due >= matter.since
        return one.status is Status.OPEN and ahead
    since = matter.since or matter.until
    if one.status in (Status.OPEN, Status.UNKNOWN):
        return since <= one.due <= matter.until + AHEAD
    return False


def _told(matter: Matter, one: Announced, evidence: Sequence[Record]) -> Told:
    say = matter.say
    first = one.records[0]
    key = one.status.value
    if one.status is Status.MOVED and one.moved_to is None:
        key = "moved_off"
    told = ""
    if evidence:
        shows = evidence[0]
        quoted = quote(shows, EARLIER)
        told = say.dues["evidence"].format(
            who=say.speaker(shows),
            when=say.when(shows, matter.year),
            words=say.quoted(quoted.text),
            flag=flag(matter, shows, quoted.spans),
            sources=say.carried(evidence),
        )
    text = say.dues[key].format(
        date=say.day(one.due, matter.year),
        moved=say.day(one.moved_to, matter.year) if one.moved_to else "",
        what=plain(matter, first, one.records, EARLIER),
        evidence=told,
    )
    status = say.dues.get(f"short_{key.removesuffix('_off')}")
    brief = ""
    if status:
        brief = say.dues["short"].format(
            status=status,
            date=say.day(one.due, matter.year),
            what=f"{short(matter, first)} ({say.carried([*one.records, *evidence])})",
        )
    cited = quoted_cites(matter, [*one.records, *evidence], first, *evidence[:1])
    return Told(
        text=finished(text),
        cites=cited,
        weight=_WEIGHTS.get(one.status, 0.0),
        short=brief,
        short_cites=cited,
        speaker=first.judgement.speaker.id,
    )
