"""The brief: what was said in a period and what of it is new, every sentence with its evidence.

The sections come from `redite.briefing`, one module each; this one puts them in order. A sentence
whose evidence is no longer on record is not written.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from redite.briefing import (
    corrected,
    doubts,
    dues,
    folding,
    likelihoods,
    method,
    nothing_new,
    takeaways,
    timing,
)
from redite.briefing.corrected import Edits
from redite.briefing.matter import distinct, gather
from redite.briefing.wording import wording
from redite.reports import published_on
from redite.stages.deadlines import Announced
from redite.timing.why import WhyNow
from redite.values import Brief, Chart, Damage, Record


@dataclass(frozen=True, slots=True)
class Beside:
    """What a brief may tell beside the sayings; all of it may be missing."""

    announced: tuple[Announced, ...] = ()
    """Dates that were announced, as they stand on the last day."""
    why: WhyNow | None = None
    edits: Edits = field(default_factory=Edits)
    flags: Mapping[str, tuple[Damage, ...]] = field(default_factory=dict)
    """Words that a translation has damaged, by article key."""
    lens: str | None = None
    """The subject that the records were chosen by."""
    sayings_of: Mapping[str, int] | None = None
    """Utterances on record by speaker, where what may be looked up is not all that is on record."""


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
    *,
    language: str = "en",
    full: bool = False,
    beside: Beside | None = None,
) -> Brief:
    """Return the brief of what was published from `since` to `until`, both inclusive.

    Args:
        records: The statements to report; what was published outside the period is left out.
        earlier: Everything on record by statement id: where evidence is looked up.
        since: First day, in UTC; None leaves the period open.
        until: Last day, in UTC; None leaves the period open.
        language: What it is written in; see `redite.briefing.wording.written`.
        full: Give every saying a sentence of its own, however long the brief becomes.
        beside: What else there is to tell.
    """
    beside = beside or Beside()
    say = wording(language)
    inside = [record for record in records if _published_within(record, since, until)]
    matter = gather(inside, earlier, since, until, say, beside.flags, beside.sayings_of)
    sayings = folding.fold(matter, full=full)
    pattern = nothing_new.tell(
        matter, subject=beside.lens is not None, bursting=timing.bursting(matter, beside.why)
    )
    told = frozenset().union(*(one.about for one in pattern))
    sections = [
        ("new", sayings.new),
        ("changed", sayings.changed),
        ("disputed", sayings.disputed),
        ("repeated", (*pattern, *(t for t in sayings.repeated if not t.about or t.about - told))),
        ("dues", dues.tell(matter, beside.announced)),
        ("likelihoods", likelihoods.tell(matter) if inside else []),
        ("timing", timing.tell(matter, beside.why)),
        ("doubts", doubts.tell(matter, full=full)),
        ("corrected", corrected.tell(matter, beside.edits)),
    ]
    sections.insert(0, ("takeaways", takeaways.tell(sections)))
    counts = method.count(inside, matter, sayings.folded)
    return Brief(
        since=since,
        until=until,
        sentences=tuple(
            told.in_section(say.headings[name])
            for name, each in sections
            for told in distinct(say, each)
        ),
        method=method.explain(
            inside, counts, matter, beside.lens, timing.method(matter, beside.why)
        ),
        counts=tuple(counts.items()),
        lens=beside.lens,
        language=language,
        charts=_charts(beside.why, matter.say.names),
    )


def _published_within(record: Record, since: date | None, until: date | None) -> bool:
    day = published_on(record)
    return (since is None or since <= day) and (until is None or day <= until)


def _charts(why: WhyNow | None, names: Mapping[str, str]) -> tuple[Chart, ...]:
    if why is None:
        return ()
    marks = tuple((day, event.name) for event in why.events for day in event.days)
    return tuple(
        Chart(
            name=names.get(strand.speaker or "", strand.name),
            first=strand.series.first,
            sayings=strand.series.utterances,
            origins=strand.series.origins,
            bursts=tuple((burst.first, burst.last) for burst in strand.bursts),
            events=marks,
        )
        for strand in why.strands
    )
