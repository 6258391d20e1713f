"""Why now, as far as counting tells: the strands of a brief, their bursts, what they coincide with.

A strand is the subject of a lens or, without one, each of the busiest speakers of the period.
Only a subject is held against events: to try every speaker against every event would be so many
tries that nothing could be told from chance. Statements that announce an event do not count where
they would make it coincide with itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from redite.reports import by_utterance, of_its_own, published_on
from redite.timing import bursts
from redite.timing.bursts import Burst
from redite.timing.coincidence import Coincidence, coincide_pairs
from redite.timing.events import Event
from redite.timing.intensity import Series, said_on, series
from redite.values import Record

SPEAKERS = 3
BUSY = 5
"""Utterances on record that make a speaker's series worth showing."""
GAP = timedelta(days=45)
"""A silence of the whole record after which counting begins anew."""


@dataclass(frozen=True, slots=True)
class Strand:
    """One subject, or one speaker, over the days that the record covers."""

    name: str
    speaker: str | None
    """Id of the speaker; None for a subject."""
    utterances: tuple[tuple[Record, ...], ...]
    series: Series
    bursts: tuple[Burst, ...]

    def within(self, first: date, last: date) -> Iterator[tuple[Record, ...]]:
        """Yield the reports of each utterance said between two days, both inclusive."""
        for reports in self.utterances:
            if first <= said_on(reports) <= last:
                yield reports


@dataclass(frozen=True, slots=True)
class WhyNow:
    """What counting tells."""

    strands: tuple[Strand, ...]
    tried: tuple[Coincidence, ...]
    """Every coincidence that was tested, the most significant first."""
    events: tuple[Event, ...]


def consider(
    records: Iterable[Record],
    subject: str | None,
    events: Sequence[Event],
    since: date | None,
    until: date,
    covered: date | None = None,
) -> WhyNow:
    """Return what was said how often until a day, and what it coincides with.

    Args:
        records: All that belongs to the subject, or the whole record where there is none.
        subject: The name of the subject, or None for the busiest speakers.
        events: What to hold a subject against.
        since: First day of the brief's period: its speakers are those of this period.
        until: Last day that counts.
        covered: First day that the record covers; None takes that of `records`.
    """
    dated = [r for r in records if r.article.dated and published_on(r) <= until]
    if not dated:
        return WhyNow((), (), ())
    first = covered or covered_since(dated, until)
    if subject is not None:
        strand = _strand(subject, None, dated, first, until)
        inside = tuple(e for e in events if any(first <= day <= until for day in e.days))
        pairs = [(_without(strand, event, until), event) for event in inside]
        return WhyNow((strand,), coincide_pairs(pairs), inside)
    by_speaker: dict[str, list[Record]] = {}
    for record in dated:
        if record.judgement.speaker.name and not of_its_own(record):
            by_speaker.setdefault(record.judgement.speaker.id, []).append(record)
    recent = {
        speaker: len(
            {r.judgement.utterance for r in found if since is None or published_on(r) >= since}
        )
        for speaker, found in by_speaker.items()
    }
    busiest = sorted((s for s in recent if recent[s]), key=lambda s: (-recent[s], s))[:SPEAKERS]
    strands = [
        _strand(by_speaker[s][0].judgement.speaker.name or "", s, by_speaker[s], first, until)
        for s in busiest
    ]
    return WhyNow(tuple(s for s in strands if len(s.utterances) >= BUSY), (), ())


def covered_since(records: Iterable[Record], until: date) -> date:
    """Return the first day of the stretch, without long silences, that ends the record."""
    return covered_by({published_on(record) for record in records if record.article.dated}, until)


def covered_by(days: Iterable[date], until: date) -> date:
    """Return the same, of the days on which something dated was published."""
    first = until
    for day in sorted((day for day in days if day <= until), reverse=True):
        if first - day > GAP:
            break
        first = day
    return first


def _strand(
    name: str, speaker: str | None, records: Sequence[Record], first: date, until: date
) -> Strand:
    counted = series(name, records, first, until)
    return Strand(name, speaker, tuple(by_utterance(records)), counted, bursts.find(counted))


def _without(strand: Strand, event: Event, until: date) -> Series:
    """Return the series without the utterances that announce the event."""
    announcing = {record.judgement.utterance for record in event.records}
    if not announcing:
        return strand.series
    kept = [
        record
        for reports in strand.utterances
        for record in reports
        if record.judgement.utterance not in announcing
    ]
    return series(strand.name, kept, strand.series.first, until)
