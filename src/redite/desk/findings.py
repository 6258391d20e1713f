"""Search by words over many statements: what `redite.search` finds, from an index.

Every word on record knows the statements that hold it, in what was said or beside it (title,
names). What a word stands for is decided by the functions of `redite.search`, asked once a word of
the vocabulary and not once a statement; a test holds the two against each other.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from redite.errors import UsageError
from redite.search import (
    INFLECTIONS,
    PHRASE,
    UNSPACED,
    WORD,
    WORDS,
    Hit,
    fold,
    match,
    names_of,
    quality,
    stem,
)
from redite.values import Record

Ranks = NDArray[np.int8]


class Findings:
    """An index over `records`, which are in ledger order."""

    def __init__(self, records: Sequence[Record]) -> None:
        self.records = records
        self._said: dict[str, array[int]] = {}
        self._beside: dict[str, array[int]] = {}
        self._joined: list[str] = []
        folded: dict[str, str] = {}
        names: dict[tuple[str | None, str, str], list[str]] = {}
        titles: dict[str, list[str]] = {}
        for at, record in enumerate(records):
            tokens = []
            for word in WORD.findall(record.content):
                token = folded.get(word)
                if token is None:
                    token = folded[word] = fold(word)
                tokens.append(token)
            self._joined.append(f" {' '.join(tokens)} ")
            _post(self._said, set(tokens), at)
            mention = record.statement.speaker
            who = (record.judgement.speaker.name, mention.name, mention.mention)
            if who not in names:
                names[who] = names_of(record)
            title = record.article.title or ""
            if title not in titles:
                titles[title] = WORD.findall(fold(title))
            _post(self._beside, {*names[who], *titles[title]}, at)
        self._vocabulary = sorted({*self._said, *self._beside})
        published = (record.article.published.timestamp() for record in records)
        self._published = np.fromiter(published, dtype=np.float64, count=len(records))

    def find(
        self, words: str, among: NDArray[np.bool_], limit: int, skip: int = 0
    ) -> tuple[list[Hit], int]:
        """Return the statements that hold all of `words`, the best first, and how many there are.

        Args:
            words: What to look for.
            among: Which statements may be found, one truth each.
            limit: How many are returned at most.
            skip: How many of the best are left out.

        Raises:
            UsageError: `words` holds no word.
        """
        wanted = [fold(word) for word in WORD.findall(words)]
        if not wanted:
            raise UsageError(f"nothing to search for in {words!r}: give words")
        ranks = np.full(len(self.records), WORDS, dtype=np.int8)
        for word in dict.fromkeys(wanted):
            np.minimum(ranks, self._ranks(word), out=ranks)
        ranks[~among] = -1
        if len(wanted) > 1:
            phrase = f" {' '.join(wanted)} "
            for at in np.flatnonzero(ranks == WORDS):
                if phrase in self._joined[at]:
                    ranks[at] = PHRASE
        found = np.flatnonzero(ranks >= 0)
        order = found[np.lexsort((found, -self._published[found], -ranks[found]))]
        hits = [match(self.records[int(at)], wanted) for at in order[skip : skip + limit]]
        return [hit for hit in hits if hit is not None], len(found)

    def _ranks(self, word: str) -> Ranks:
        """Return how well every statement holds one word: -1 where it does not."""
        said = np.full(len(self.records), -1, dtype=np.int8)
        beside = np.full(len(self.records), -1, dtype=np.int8)
        for token in self._candidates(word):
            how = quality(word, token)
            if how is None:
                continue
            for ranks, postings in ((said, self._said), (beside, self._beside)):
                rows = postings.get(token)
                if rows is not None:
                    places = np.frombuffer(rows, dtype=np.int32)
                    ranks[places] = np.maximum(ranks[places], how)
        result: Ranks = np.where(said >= INFLECTIONS, said, beside)
        return result

    def _candidates(self, word: str) -> Iterable[str]:
        """Return the words on record that may stand for `word`."""
        if UNSPACED.search(word):
            return [token for token in self._vocabulary if word in token]
        return self._beginning(stem(word))

    def _beginning(self, prefix: str) -> Iterator[str]:
        at = bisect_left(self._vocabulary, prefix)
        while at < len(self._vocabulary) and self._vocabulary[at].startswith(prefix):
            yield self._vocabulary[at]
            at += 1


def _post(postings: dict[str, array[int]], tokens: Iterable[str], at: int) -> None:
    for token in tokens:
        rows = postings.get(token)
        if rows is None:
            postings[token] = array("i", (at,))
        else:
            rows.append(at)
