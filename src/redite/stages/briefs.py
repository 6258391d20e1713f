"""The brief: what was said in a period, one sentence an utterance, each with the words it rests on.

How a sentence comes about: the reports of one utterance are grouped; the verdict of the first
decides the section; the earlier statements that the verdict names are looked up. A sentence whose
evidence is no longer on record is not written.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import redite
from redite.reports import (
    by_utterance,
    independent,
    is_verbatim,
    leading,
    outlet,
    printed,
    published_on,
    words,
)
from redite.stages.wording import Wording, wording
from redite.values import Brief, Cite, Label, Record, Sentence

_COUNTED = {
    Label.NEW: "new",
    Label.UPDATE: "updates",
    Label.REPEAT: "repeats",
    Label.ECHO: "echoes",
    Label.DISPUTE: "disputes",
    Label.REVERSAL: "reversals",
    Label.SAME_UTTERANCE: "reported_again",
}


def last_day(records: Iterable[Record]) -> date | None:
    """Return the last day on record: of dated articles where there are any, else of all."""
    dated, all_days = None, None
    for record in records:
        day = published_on(record)
        all_days = day if all_days is None else max(all_days, day)
        if record.article.dated:
            dated = day if dated is None else max(dated, day)
    return dated or all_days


def write(
    records: Iterable[Record],
    earlier: Mapping[str, Record],
    since: date | None = None,
    until: date | None = None,
) -> Brief:
    """Return the brief of what was published from `since` to `until`, both inclusive.

    Args:
        records: The statements to report; what was published outside the period is left out.
        earlier: Everything on record by statement id: where evidence is looked up.
        since: First day, in UTC; None leaves the period open.
        until: Last day, in UTC; None leaves the period open.
    """
    say = wording()
    inside = [record for record in records if _published_within(record, since, until)]
    firsts = _first_of_each_claim(earlier.values())
    year = _year(since, until)
    drafts, left_out = [], 0
    for reports in by_utterance(inside):
        draft = _draft(reports, earlier, firsts, say, year)
        if draft is None:
            left_out += 1
        else:
            drafts.append(draft)
    counts = _counts(inside, drafts, left_out)
    return Brief(
        since=since,
        until=until,
        sentences=tuple(_in_sections(drafts, say)),
        method=_method(inside, counts, since, until, say),
        counts=tuple(counts.items()),
    )


@dataclass(frozen=True, slots=True)
class _Draft:
    label: Label
    outlets: int
    text: str
    cites: tuple[Cite, ...]


def _published_within(record: Record, since: date | None, until: date | None) -> bool:
    day = published_on(record)
    return (since is None or since <= day) and (until is None or day <= until)


def _year(since: date | None, until: date | None) -> int | None:
    """Return the year that needs no mention: that of a period within one year."""
    if since is None or until is None or since.year != until.year:
        return None
    return until.year


def _first_of_each_claim(records: Iterable[Record]) -> dict[str, Record]:
    firsts: dict[str, Record] = {}
    for record in records:
        first = firsts.get(record.judgement.claim)
        if first is None or record.order < first.order:
            firsts[record.judgement.claim] = record
    return firsts


def _draft(
    reports: Sequence[Record],
    earlier: Mapping[str, Record],
    firsts: Mapping[str, Record],
    say: Wording,
    year: int | None,
) -> _Draft | None:
    """Return the sentence of one utterance, or None where it could not cite its evidence."""
    lead = leading(reports)
    verdict = lead.judgement.verdict
    evidence = [earlier[e.statement] for e in verdict.against if e.statement in earlier]
    if verdict.label is not Label.NEW and not evidence:
        return None
    carriers = independent([lead, *reports])
    text = _said(lead, carriers, say, year)
    if verdict.label is Label.NEW:
        text += say.verdicts[Label.NEW].unsure if verdict.unsure else ""
    else:
        named = evidence[0]
        if verdict.label in (Label.REPEAT, Label.ECHO, Label.SAME_UTTERANCE):
            named = _said_first(lead, evidence, firsts)
        text += _against(lead, named, say, year)
        evidence.insert(0, named)
    return _Draft(
        label=verdict.label,
        outlets=len(carriers),
        text=text[:1].upper() + text[1:] + ".",
        cites=tuple(_cites([lead, *carriers, *evidence])),
    )


def _said(lead: Record, carriers: Sequence[Record], say: Wording, year: int | None) -> str:
    names = [name for record in carriers if (name := outlet(record.article))]
    first = outlet(lead.article)
    verbatim = is_verbatim(lead)
    if carriers:
        told = first is not None and not verbatim
        outlets = say.carried(names, len(carriers), first_named=told)
    elif first and verbatim:
        outlets = say.outlets["reprint"].format(first=first)
    else:
        outlets = ""
    pattern = "direct" if verbatim else "reported" if first else "reported_unknown"
    return say.said[pattern].format(
        who=say.speaker(lead),
        verb=say.verb(lead),
        on=say.on(lead.statement.said_on, year),
        via=say.chain(lead),
        words=printed(lead),
        outlet=first,
        outlets=outlets,
    )


def _against(lead: Record, named: Record, say: Wording, year: int | None) -> str:
    """Return what the verdict says in words, held against the earlier report `named`."""
    verdict = lead.judgement.verdict
    same = named.judgement.speaker.id == lead.judgement.speaker.id
    how = say.whose_words(named)
    quotes_named = verdict.label in (Label.DISPUTE, Label.REVERSAL)
    pattern = say.verdicts[verdict.label]
    return (pattern.unsure if verdict.unsure else pattern.sure).format(
        whom=say.same_speaker if same else say.speaker(named),
        verb=say.verb(named),
        when=say.when(named, year),
        reported=say.when_reported(named, year),
        whose="" if how and quotes_named else say.whose_report(named),
        how=how,
        words=printed(named, 160),
        changes=say.changed(verdict.changes, named, lead),
    )


def _said_first(lead: Record, evidence: Sequence[Record], firsts: Mapping[str, Record]) -> Record:
    """Return the earliest report of what only repeats: of the claim, else of the evidence.

    A repeat is the speaker's own, so another speaker's earlier words are not its beginning.
    """
    candidates = list(evidence)
    first = firsts.get(lead.judgement.claim)
    if first is not None and first.judgement.utterance != lead.judgement.utterance:
        same = first.judgement.speaker.id == lead.judgement.speaker.id
        if same is (lead.judgement.verdict.label is Label.REPEAT):
            candidates.append(first)
    return min(candidates, key=lambda record: record.order)


def _cites(records: Iterable[Record]) -> Iterator[Cite]:
    seen = set()
    for record in records:
        if record.statement.id not in seen:
            seen.add(record.statement.id)
            for span in words(record):
                yield Cite(record.standing.id, span, record.statement.id)


def _in_sections(drafts: Sequence[_Draft], say: Wording) -> Iterator[Sentence]:
    """Yield the sentences by section, the most reported first, ties in ledger order."""
    for section in say.sections:
        chosen = [draft for draft in drafts if draft.label in section.labels]
        for draft in sorted(chosen, key=lambda draft: -draft.outlets):
            yield Sentence(draft.text, section.name, draft.cites)


def _counts(records: Sequence[Record], drafts: Sequence[_Draft], left_out: int) -> dict[str, int]:
    labels = Counter(draft.label for draft in drafts)
    articles = {record.article.key: record.standing.duplicate_of for record in records}
    outlets = {
        outlet(r.article) or r.article.key for r in records if r.standing.duplicate_of is None
    }
    return {
        "articles": len(articles),
        "duplicates": sum(original is not None for original in articles.values()),
        "outlets": len(outlets),
        "statements": len(records),
        "utterances": len(drafts) + left_out,
        **{name: labels[label] for label, name in _COUNTED.items()},
        "unsure": sum(_is_unsure(group) for group in by_utterance(records)),
        "left_out": left_out,
    }


def _is_unsure(reports: Sequence[Record]) -> bool:
    return leading(reports).judgement.verdict.unsure


def _method(
    records: Sequence[Record],
    counts: Mapping[str, int],
    since: date | None,
    until: date | None,
    say: Wording,
) -> str:
    period = _period(since, until, say)
    if not records:
        empty = say.method["empty"].format(period=period)
        return f"{empty} {say.method['version'].format(version=redite.__version__)}"
    versions = ", ".join(sorted({record.version for record in records}))
    people = sum(record.by != "machine" for record in records)
    told = [
        say.method["made"].format(
            articles=say.count(counts["articles"], "articles"),
            statements=say.count(counts["statements"], "statements"),
            utterances=say.count(counts["utterances"], "utterances"),
            period=period,
        ),
        say.method["counted"].format(duplicates=counts["duplicates"]),
        say.method["judged"].format(version=versions),
    ]
    if counts["left_out"]:
        left_out = say.count(counts["left_out"], "sentences")
        told.append(say.method["left_out"].format(left_out=left_out))
    if people:
        told.append(say.method["corrected"].format(people=people))
    return " ".join(told)


def _period(since: date | None, until: date | None, say: Wording) -> str:
    first = say.day(since, None) if since else ""
    last = say.day(until, None) if until else ""
    if since and until:
        key = "day" if since == until else "between"
    else:
        key = "since" if since else "until" if until else "always"
    return say.period[key].format(since=first, until=last)
