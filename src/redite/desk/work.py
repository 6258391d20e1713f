"""What takes longer than a page may: worked out beside the pages, once a snapshot."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

import numpy as np
from numpy.typing import NDArray

from redite import lenses
from redite import search as searching
from redite.desk.briefing import Asked, concerning, why_now
from redite.desk.findings import Findings
from redite.desk.snapshot import Snapshot
from redite.interfaces import Encoder
from redite.lenses import Lens
from redite.reports import published_on
from redite.stages import damage, deadlines, estimates, verdicts
from redite.stages.deadlines import Announced
from redite.stages.estimates import Known, Score, Series
from redite.timing import bursts, coincidence, events, intensity
from redite.timing.bursts import Burst
from redite.timing.coincidence import Coincidence
from redite.timing.why import WhyNow
from redite.values import Damage, Record

HELD = 10_000
"""Statements up to which all reports are held against each other for damage."""
ALIKE = 60
"""Statements of one page that are, where there are more."""
MEANT = 50_000
"""Statements up to which search looks for meaning, too."""


@dataclass(frozen=True, slots=True)
class Searchable:
    """A snapshot with the index over everything in it."""

    snapshot: Snapshot
    findings: Findings


def searchable(snapshot: Snapshot) -> Searchable:
    """Return the index for search over everything on record."""
    return Searchable(snapshot, Findings(snapshot.all))


@dataclass(frozen=True, slots=True)
class Due:
    """Every announced date as it stands on a day."""

    on: date | None
    announced: tuple[Announced, ...]

    def of_speaker(self, speaker: str) -> list[Announced]:
        """Return what one speaker announced first."""
        return [a for a in self.announced if a.records[0].judgement.speaker.id == speaker]


def due(snapshot: Snapshot) -> Due:
    """Return the announced dates as they stand on the last day on record."""
    kept = snapshot.kept.get("due")
    if isinstance(kept, Due):
        return kept
    day = snapshot.last_day
    found = Due(day, deadlines.follow(snapshot.current, day, snapshot.readings) if day else ())
    snapshot.kept["due"] = found
    return found


@dataclass(frozen=True, slots=True)
class Meaning:
    """What everything on record means, as vectors."""

    snapshot: Snapshot
    encoder: Encoder
    vectors: NDArray[np.float32]

    def near(self, words: str, among: Container[str]) -> list[Record]:
        """Return the statements nearest in meaning to `words`: those that `search` would add."""
        if not len(self.vectors):
            return []
        cosines = self.vectors @ self.encoder.embed([words])[0]
        least = max(searching.NEAR, float(np.median(cosines)) + searching.STANDS_OUT)
        found: list[Record] = []
        for at in np.argsort(-cosines, kind="stable"):
            if cosines[at] < least or len(found) == searching.NEAREST:
                break
            record = self.snapshot.all[int(at)]
            said = verdicts.said(record.article.text, record.statement)
            if record.statement.id in among and searching.has_meaning(said, words):
                found.append(record)
        return found


def meaning(encoder: Callable[[], Encoder]) -> Callable[[Snapshot], Meaning]:
    """Return the work of reading what everything on record means.

    The vectors are those that verdicts rest on, kept beside the ledger. Where there are more than
    `MEANT`, of which not all may be kept, nothing is read.
    """

    def work(snapshot: Snapshot) -> Meaning:
        records = snapshot.all if len(snapshot.all) <= MEANT else ()
        texts = [verdicts.said(r.article.text, r.statement) for r in records]
        vectors = encoder().embed(texts) if texts else np.zeros((0, 0), np.float32)
        return Meaning(snapshot, encoder(), vectors)

    return work


Damaged = Mapping[str, tuple[Damage, ...]]


def damaged(snapshot: Snapshot) -> Damaged:
    """Return what translations have damaged, by article key; of large ledgers nothing.

    All reports are held against each other, which takes a millisecond or two for each: where
    there are many, `damaged_among` looks at those that a page shows.
    """
    return dict(damage.flags(snapshot.current)) if len(snapshot.all) <= HELD else {}


def damaged_among(snapshot: Snapshot, records: Sequence[Record]) -> Damaged:
    """Return what is damaged in the articles of a few records, by article key.

    They are held against each other and against other reports of the same utterances, each article
    when it is asked for: a brief quotes few of those of its day.
    """
    found = {record.statement.id: record for record in records[:ALIKE]}
    for record in records[:ALIKE]:
        for other in snapshot.of_utterance(record.judgement.utterance)[:4]:
            if len(found) < 2 * ALIKE and snapshot.is_in_force(other):
                found.setdefault(other.statement.id, other)
    return damage.flags(list(found.values()))


@dataclass(frozen=True, slots=True)
class Likelihoods:
    """Every series of estimates, what came of them, and how well each source judged."""

    series: tuple[Series, ...]
    known: dict[str, Known]
    scores: dict[str, Score]
    """By speaker."""


def likelihoods(snapshot: Snapshot) -> Likelihoods:
    """Return all estimates on record."""
    found = estimates.series(snapshot.current)
    if not found:
        return Likelihoods((), {}, {})
    known = estimates.outcomes(snapshot.current, snapshot.corrections, due(snapshot).announced)
    scores = {score.speaker.id: score for score in estimates.scores(found, known)}
    return Likelihoods(found, known, scores)


@dataclass(frozen=True, slots=True)
class Seen:
    """What one lens takes in of a ledger, and when it was said."""

    lens: Lens
    rows: NDArray[np.bool_]
    """Which statements it takes in, one truth a statement of the snapshot."""
    records: tuple[Record, ...]
    utterances: frozenset[str]
    """What they report."""
    series: intensity.Series | None
    bursts: tuple[Burst, ...]
    tries: tuple[Coincidence, ...]


def seen(name: str) -> Callable[[Snapshot], Seen]:
    """Return the work of looking at a ledger through a lens that comes with redite."""

    def work(snapshot: Snapshot) -> Seen:
        kept = snapshot.kept.get(name)
        if isinstance(kept, Seen):
            return kept
        lens = lenses.load(name)
        rows = np.fromiter(
            (
                counts and lenses.look(lens, record).taken
                for record, counts in zip(snapshot.all, snapshot.in_force, strict=True)
            ),
            dtype=bool,
            count=len(snapshot.all),
        )
        records = tuple(snapshot.all[int(at)] for at in np.flatnonzero(rows))
        found = _seen(snapshot, lens, rows, records)
        snapshot.kept[name] = found
        return found

    return work


def _seen(
    snapshot: Snapshot, lens: Lens, rows: NDArray[np.bool_], records: Sequence[Record]
) -> Seen:
    utterances = frozenset(record.judgement.utterance for record in records)
    dated = [published_on(record) for record in records if record.article.dated]
    if not dated:
        return Seen(lens, rows, tuple(records), utterances, None, (), ())
    said = intensity.series(lens.name, records, min(dated), max(dated))
    announced = concerning(due(snapshot).announced, lens)  # as a brief has it: no weather
    tried = events.announced(announced, said.first, said.day(said.days - 1))
    return Seen(
        lens,
        rows,
        tuple(records),
        utterances,
        said,
        bursts.find(said),
        coincidence.coincide([said], tried),
    )


def why(asked: Asked) -> Callable[[Snapshot], WhyNow]:
    """Return the work of counting what was said how often, and what it coincides with."""

    def work(snapshot: Snapshot) -> WhyNow:
        utterances = seen(asked.lens)(snapshot).utterances if asked.lens else None
        return why_now(snapshot, asked, utterances, due(snapshot).announced)

    return work


def midnight(day: date | None) -> datetime | None:
    """Return the moment at which a day begins, in UTC."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC) if day else None
