"""The brief of a period as the desk makes it: from what it may cite, and nothing else.

The command `brief` reads the whole ledger. On the desk a brief comes from a snapshot, which finds
what belongs to a few days without going through everything; a test holds the two against each
other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from redite import lenses
from redite.briefing.dues import AHEAD
from redite.desk import filters as filtering
from redite.desk.filters import Filters
from redite.desk.snapshot import Snapshot
from redite.lenses import Lens
from redite.reports import published_on
from redite.stages import briefs
from redite.stages.briefs import Beside
from redite.stages.deadlines import Announced
from redite.timing import events, why
from redite.timing.events import Event
from redite.timing.why import WhyNow
from redite.values import Brief, Record


@dataclass(frozen=True, slots=True)
class Asked:
    """Which brief is asked for: days, both inclusive, and a subject."""

    since: date | None = None
    until: date | None = None
    lens: str = ""
    """Name of a lens that comes with redite; empty for everything."""
    counted: bool = False
    """Whether why now is to be counted, also where the ledger is large and the days are past."""


def inside(snapshot: Snapshot, asked: Asked) -> list[Record]:
    """Return the statements of the period, in ledger order, whatever they are about."""
    days = Filters(
        since=asked.since.isoformat() if asked.since else "",
        until=asked.until.isoformat() if asked.until else "",
    )
    return [snapshot.all[int(at)] for at in filtering.rows(snapshot, days).nonzero()[0]]


def of_subject(records: Sequence[Record], utterances: frozenset[str] | None) -> Sequence[Record]:
    """Return those that report one of these utterances; all of them where no subject is asked."""
    if utterances is None:
        return records
    return [record for record in records if record.judgement.utterance in utterances]


def brief_of(
    snapshot: Snapshot, chosen: Sequence[Record], asked: Asked, language: str, beside: Beside
) -> Brief:
    """Return the brief on the `chosen` statements of a period."""
    known = citable(snapshot, chosen, beside)
    return briefs.write(chosen, known, asked.since, asked.until, language=language, beside=beside)


def citable(
    snapshot: Snapshot, chosen: Sequence[Record], beside: Beside | None = None
) -> Mapping[str, Record]:
    """Return what a brief on `chosen` may look up: what is told of them, and of what is `beside`.

    Of `chosen` it is their claims, and what they are held against; of a date who announced it, and
    who tells what came of it; of an edit what the latest version says.
    """
    found: dict[str, Record] = {}

    def add(records: Iterable[Record]) -> None:
        for record in records:
            if record.statement.id not in found and snapshot.is_in_force(record):
                found[record.statement.id] = record

    def named(statements: Iterable[str]) -> Iterator[Record]:
        return (snapshot.by_id[each] for each in statements if each in snapshot.by_id)

    for claim in dict.fromkeys(record.judgement.claim for record in chosen):
        add(snapshot.of_claim(claim))
    shown = [each.statement for record in chosen for each in record.judgement.verdict.against]
    for one in beside.announced if beside else ():
        add(one.records)
        shown += one.evidence[:1]
    for record in named(dict.fromkeys(shown)):
        add(snapshot.of_utterance(record.judgement.utterance))
    for article in (beside.edits.latest or {}) if beside else ():
        add(snapshot.of_article(article))
    return found


def of_interest(
    announced: Sequence[Announced], chosen: Sequence[Record], asked: Asked
) -> tuple[Announced, ...]:
    """Return the announced dates that a brief may tell: those near its days, or told of in them."""
    if asked.since is None or asked.until is None:
        return tuple(announced)
    inside = {record.statement.id for record in chosen}
    return tuple(
        one
        for one in announced
        if asked.since <= one.due <= asked.until + AHEAD or not inside.isdisjoint(one.evidence[:1])
    )


def concerning(announced: Sequence[Announced], lens: Lens) -> tuple[Announced, ...]:
    """Return the announced dates that a lens takes in."""
    return tuple(one for one in announced if lenses.take_in(lens, one.records))


def why_now(
    snapshot: Snapshot,
    asked: Asked,
    utterances: frozenset[str] | None,
    announced: Sequence[Announced],
) -> WhyNow:
    """Return what was said how often until the last day of a brief, and what it coincides with."""
    day = asked.until or snapshot.last_day
    if day is None:
        return WhyNow((), (), ())
    records: Sequence[Record] = ()
    subject: Lens | None = None
    known: tuple[Event, ...] = ()
    if utterances is None:
        records = _busy(snapshot, asked)
    else:
        records = of_subject(snapshot.current, utterances)
        subject = lenses.load(asked.lens)
        first = published_on(snapshot.current[0])
        told = [one for one in announced if published_on(one.records[0]) <= day]
        known = events.announced(concerning(told, subject), first, day)
    return why.consider(
        records,
        subject.name if subject else None,
        known,
        asked.since,
        day,
        why.covered_by(snapshot.days, day),
    )


def _busy(snapshot: Snapshot, asked: Asked) -> list[Record]:
    """Return what the busiest of the period ever said: of others nothing is counted."""
    said: dict[str, set[str]] = {}
    for record in inside(snapshot, asked):
        if record.article.dated and record.judgement.speaker.name:
            said.setdefault(record.judgement.speaker.id, set()).add(record.judgement.utterance)
    busiest = sorted(said, key=lambda speaker: (-len(said[speaker]), speaker))[: why.SPEAKERS]
    return [
        record
        for speaker in busiest
        for record in snapshot.of_speaker(speaker)
        if snapshot.is_in_force(record)
    ]
