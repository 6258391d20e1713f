"""Earlier statements, found again by words, speaker and article.

An inverted index whose lists are capped at both ends: the first reports of a word stay for ever,
because they are what later ones repeat, and so do the latest. A statement thus costs the same
whether ten or a million came before, and however common its words are. What it returns depends
only on what was added, in order.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from redite.compare.scenes import Scene
from redite.compare.voices import Voice
from redite.compare.words import Words
from redite.interfaces import Told
from redite.values import Act, DateInterval, Estimate, Span

FIRST, LATEST = 16, 24
"""Entries kept of one word: the earliest and the latest ones."""
WHOLE = FIRST // 2 + LATEST // 2
"""Entries of one speaker or article whose lists cannot be cut yet."""
KEYS = 12
"""Words of a statement that are looked up, heaviest first."""
BEST = 16
"""Candidates returned for their words."""
NEAR = 4
"""Candidates returned for being the last ones of the article or of the speaker."""
SPEAKER_BONUS = 0.8
RARE_BONUS = 2.0
"""Factor for a word whose list is still whole: it singles out, and what it finds is missing from
the capped lists of the other words. Candidates only; no verdict weighs a word by its frequency."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What is kept of a judged statement so that later ones can be compared with it."""

    number: int
    """Place in the order of the ledger, from 0."""
    statement: str
    article: str
    speaker: str
    extent: Span
    """From the first to the last letter of the content."""
    quoted: bool
    said_on: DateInterval | None
    published: datetime
    words: Words
    utterance: str = ""
    claim: str = ""
    denies: str | None = None
    """Claim that it denies."""
    rejoins: bool = False
    """Whether it turns against what its article told right before (`redite.compare.rejoinders`)."""
    told: Told = field(default=Told("", "", ""), compare=False, repr=False)
    """The words that were said, and those around them."""
    scene: Scene = field(default=b"", repr=False)
    """Whom and what the passage names."""
    act: Act | None = None
    """What the speaker does in saying it."""
    estimate: Estimate | None = None
    """How likely it calls what it says."""
    voice: Voice | None = None
    """Who speaks through whom; None where only `speaker` is known."""
    paragraph: int = 0
    """In which of its item it begins; 0 is the heading, or all there is."""
    opened: tuple[DateInterval | None, datetime] | None = None
    """When what its utterance was first reported as was said, and published."""
    vector: NDArray[np.float32] | None = field(default=None, compare=False, repr=False)
    """Of its content, projected (`redite.compare.model`); None where there is no encoder."""


class _Postings:
    """Numbers of entries, capped: the first ones and the latest ones."""

    __slots__ = ("first", "latest")

    def __init__(self) -> None:
        self.first: list[int] = []
        self.latest: deque[int] | None = None

    def add(self, number: int, keep_first: int, keep_latest: int) -> None:
        if len(self.first) < keep_first:
            self.first.append(number)
            return
        if self.latest is None:
            self.latest = deque(maxlen=keep_latest)
        self.latest.append(number)

    def __iter__(self) -> Iterator[int]:
        yield from self.first
        if self.latest is not None:
            yield from self.latest


class _Scope:
    """The entries of one speaker or article, by word once there are many.

    Most have few, and a list for every word of each would be most of the memory of an index.
    """

    __slots__ = ("_by_word", "_numbers")

    def __init__(self) -> None:
        self._numbers: list[int] = []
        self._by_word: dict[str, _Postings] | None = None

    def add(self, number: int, entries: Sequence[Entry]) -> None:
        self._numbers.append(number)
        if self._by_word is not None:
            self._put(number, entries)
        elif len(self._numbers) > WHOLE:
            self._by_word = {}
            for each in self._numbers:
                self._put(each, entries)
        if self._by_word is not None:
            del self._numbers[:-NEAR]

    def _put(self, number: int, entries: Sequence[Entry]) -> None:
        assert self._by_word is not None
        for key in _looked_up(entries[number]):
            postings = self._by_word.setdefault(key, _Postings())
            postings.add(number, FIRST // 2, LATEST // 2)

    def with_word(self, key: str, entries: Sequence[Entry]) -> Iterable[int]:
        """Return the numbers of those with this word, capped."""
        if self._by_word is not None:
            return self._by_word.get(key, ())
        return [number for number in self._numbers if key in _looked_up(entries[number])]

    def last(self) -> list[int]:
        """Return the numbers of the last few."""
        return self._numbers[-NEAR:]


class Index:
    """Earlier statements; `add` them in order, ask for `candidates` in between."""

    def __init__(self) -> None:
        self._entries: list[Entry] = []
        self._by_word: dict[str, _Postings] = {}
        self._scopes: dict[str, _Scope] = {}

    def __len__(self) -> int:
        return len(self._entries)

    def __getitem__(self, number: int) -> Entry:
        return self._entries[number]

    def add(self, entry: Entry) -> None:
        """Make `entry` findable; its `number` is the length of the index before."""
        number = len(self._entries)
        self._entries.append(entry)
        for key in _looked_up(entry):
            self._by_word.setdefault(key, _Postings()).add(number, FIRST, LATEST)
        for scope in (entry.article, entry.speaker):
            self._scopes.setdefault(scope, _Scope()).add(number, self._entries)

    def candidates(self, entry: Entry, articles: Iterable[str] = ()) -> list[Entry]:
        """Return the few earlier entries worth comparing with `entry`, best first.

        Those of `articles` that share its words are among them, whatever else there is.
        """
        scores: dict[int, float] = {}
        scopes = (entry.speaker, entry.article)
        for key in _looked_up(entry):
            weight = entry.words.weights[key]
            everywhere = self._by_word.get(key)
            seen = {n for scope in scopes for n in self._with_word(scope, key)}
            if everywhere is not None:
                seen.update(everywhere)
                weight *= RARE_BONUS if everywhere.latest is None else 1.0
            for number in seen:
                scores[number] = scores.get(number, 0.0) + weight
        for number in scores:
            if self._entries[number].speaker == entry.speaker:
                scores[number] += SPEAKER_BONUS
        best = sorted(scores, key=lambda number: (-scores[number], number))[:BEST]
        near = [
            *self._last(entry.article),
            *self._last(entry.speaker),
            *self._of(articles, entry),
        ]
        return [self._entries[number] for number in dict.fromkeys([*best, *near])]

    def _of(self, articles: Iterable[str], entry: Entry) -> Iterator[int]:
        for article in articles:
            found: dict[int, int] = {}
            for key in _looked_up(entry):
                for number in self._with_word(article, key):
                    found[number] = found.get(number, 0) + 1
            yield from sorted(found, key=lambda number: (-found[number], number))[:BEST]

    def _with_word(self, scope: str, key: str) -> Iterable[int]:
        found = self._scopes.get(scope)
        return () if found is None else found.with_word(key, self._entries)

    def _last(self, scope: str) -> list[int]:
        found = self._scopes.get(scope)
        return [] if found is None else found.last()


def _looked_up(entry: Entry) -> tuple[str, ...]:
    return entry.words.keys[:KEYS]
