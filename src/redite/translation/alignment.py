"""Which clause of another report says what a clause of this one says.

A turned meaning makes two reports of one thing look different, so that nothing that asks whether
they say the same joins them. They are joined by what they are about instead: of two articles, the
clauses by one speaker that are nearest to each other in meaning, each the other's nearest. "We
look for debris" is not held against "no debris will fall", where "debris will fall" stands beside.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from redite.compare.likeness import compare
from redite.compare.meanings import Meanings
from redite.compare.model import pair_model
from redite.compare.words import Words, read_words
from redite.interfaces import Comparer
from redite.translation.clauses import Clause, clauses
from redite.translation.reports import Reports
from redite.translation.said import SHARED
from redite.values import Record, SpeakerKind

NEAR = 0.3
"""Least likeness in meaning of two clauses by one speaker …"""
FAR = 0.5
"""… and by two of which the text does not tell whether they are one; also in words, which are
alike by chance more often."""
NAMED = 0.5
"""Least that two names share in words, or in meaning, to be spellings or translations of one."""


@dataclass(frozen=True, slots=True)
class Aligned:
    """A clause of another report that says what one of this text says, or its contrary."""

    clause: Clause
    likeness: float
    one_speaker: bool
    """False where it is not told who speaks."""


class Alignment:
    """Clauses of all reports, to be asked which of them are about one thing."""

    def __init__(
        self, reports: Reports, records: Sequence[Record], comparer: Comparer | None
    ) -> None:
        """Read `records`; without a comparer likeness is read from words and from what the judge
        joined, which finds little across languages."""
        self._reports = reports
        self._clauses: dict[str, list[Clause]] = {}
        self._least = FAR if comparer is None else NEAR
        printed: list[Printed] = []
        if comparer is not None:
            printed += (_said(clause) for record in records for clause in self._of(record))
            printed += map(_name, records)
        self._likeness = Likeness(comparer, printed)

    def _of(self, record: Record) -> list[Clause]:
        found = self._clauses.get(record.statement.id)
        if found is None:
            found = self._clauses[record.statement.id] = clauses(record)
        return found

    def of(
        self, records: Sequence[Record], suspect: bool
    ) -> Iterator[tuple[Clause, list[Aligned]]]:
        """Yield the clauses of one article, each with those of others near it in time.

        One clause of each other article at most, the likeliest first. Without a comparer a text
        that is not `suspect` is only held against other reports of what it reports.
        """
        own = [clause for record in records for clause in self._of(record)]
        if not own:
            return
        if suspect or self._likeness.by_meaning:
            near = self._reports.near(records[0].article)
        else:
            near = [other for record in records for other in self._reports.beside(record)]
        by_article: dict[str, list[Clause]] = {}
        for other in near:
            theirs = by_article.setdefault(other.article.key, [])
            theirs += self._of(other)
        found: dict[Clause, list[Aligned]] = {clause: [] for clause in own}
        for theirs in by_article.values():
            for clause, aligned in self._mutual(own, theirs):
                found[clause].append(aligned)
        for clause, each in found.items():
            yield clause, sorted(each, key=lambda one: -one.likeness)

    def _mutual(
        self, own: Sequence[Clause], theirs: Sequence[Clause]
    ) -> Iterator[tuple[Clause, Aligned]]:
        """Yield the pairs of which each is the other's likeliest that is still free."""
        pairs = sorted(
            (-alike, n, m)
            for n, row in enumerate(self._alike(own, theirs))
            for m, alike in enumerate(row)
            if alike >= self._least
        )
        mine_taken: set[int] = set()
        theirs_taken: set[int] = set()
        for below, n, m in pairs:
            if n in mine_taken or m in theirs_taken:
                continue
            one_speaker = self._one_speaker(own[n].record, theirs[m].record)
            if one_speaker is False:
                continue
            mine_taken.add(n)
            theirs_taken.add(m)
            if one_speaker or -below >= FAR:
                yield own[n], Aligned(theirs[m], -below, one_speaker is True)

    def _alike(self, own: Sequence[Clause], theirs: Sequence[Clause]) -> list[list[float]]:
        rows = self._likeness.table([*map(_said, own)], [*map(_said, theirs)])
        if self._likeness.by_meaning:
            return rows
        # The judge joins statements: that is word of their clauses only where there is one.
        single = [[len(self._of(c.record)) == 1 for c in s] for s in (own, theirs)]
        for n, mine in enumerate(own):
            for m, other in enumerate(theirs):
                if single[0][n] and single[1][m] and _one_saying(mine.record, other.record):
                    rows[n][m] = max(rows[n][m], self._least)
        return rows

    def _one_speaker(self, one: Record, other: Record) -> bool | None:
        """Say whether two speakers are one; None where a text does not say who speaks."""
        here, there = one.judgement.speaker, other.judgement.speaker
        if here.id == there.id:
            return True
        if self._likeness.shared(_name(one), _name(other)) >= NAMED:
            return True
        persons = SpeakerKind.PERSON in (here.kind, there.kind)
        if self._likeness.by_meaning and not persons:
            (named,), *_ = self._likeness.table([_name(one)], [_name(other)])
            if named >= NAMED:
                return True
        known = (SpeakerKind.PERSON, SpeakerKind.ORGANISATION)
        return False if here.kind in known and there.kind in known else None


def _one_saying(one: Record, other: Record) -> bool:
    return one.judgement.utterance == other.judgement.utterance


Printed = tuple[str, str | None]
"""Words, and their language."""


class Likeness:
    """How alike words of any two languages are, between 0 and 1."""

    def __init__(self, comparer: Comparer | None, printed: Iterable[Printed]) -> None:
        """Read all that is to be compared, if by meaning; words are read when they are."""
        self.by_meaning = comparer is not None
        found = list(dict.fromkeys(printed))
        self._words: dict[Printed, Words] = {}
        self._vectors: dict[Printed, NDArray[np.float32]] = {}
        if comparer is not None:
            meanings = Meanings(pair_model(), [words for words, _ in found], comparer)
            self._vectors = {one: meanings.of(*one) for one in found}

    def shared(self, one: Printed, other: Printed) -> float:
        """Return the share of the words of the shorter that the longer has."""
        return compare(self._read(one), self._read(other)).containment

    def table(self, rows: Sequence[Printed], columns: Sequence[Printed]) -> list[list[float]]:
        """Return how alike each row is to each column."""
        if self.by_meaning:
            here, there = ([self._vectors[one] for one in side] for side in (rows, columns))
            found: list[list[float]] = (
                (np.stack(here) @ np.stack(there).T).tolist() if there else []
            )
            return found
        return [[self._by_words(one, other) for other in columns] for one in rows]

    def _by_words(self, one: Printed, other: Printed) -> float:
        alike = compare(self._read(one), self._read(other))
        return alike.score if alike.shared >= SHARED else 0.0

    def _read(self, one: Printed) -> Words:
        if one not in self._words:
            self._words[one] = read_words(*one)
        return self._words[one]


def _said(clause: Clause) -> Printed:
    return clause.text, clause.record.article.language


def _name(record: Record) -> Printed:
    """Return a speaker's name as the article has it, else as others have it."""
    name = record.statement.speaker.name or record.judgement.speaker.name or ""
    return name, record.article.language
