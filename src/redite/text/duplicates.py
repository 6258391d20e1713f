"""Near-duplicate texts: which of the earlier texts does a later one reprint?

In two steps. MinHash signatures of word pairs (rensa) fetch candidates: cheap, and generous,
because a lightly edited wire copy shares less than one would think (three-word shingles of a copy
that dropped two paragraphs and changed a word here and there have a Jaccard near .45). Then
`reprints` decides on the words themselves.
"""

from __future__ import annotations

import re
from itertools import pairwise

from rensa import RMinHash, RMinHashLSH

from redite.text.markup import without_markup

PERMUTATIONS = 126
BANDS = 42
"""42 bands of 3 rows find a pair of Jaccard .45 with probability .98, one of .1 with .04."""
_SEED = 20260  # any fixed number: signatures must agree between runs

MIN_COVERED = 0.7
"""Share of the later text's words that must stand in runs of three in the earlier one.
Light edits leave .75 and more; two reports of one event in their own words stay under .3."""

MIN_WORDS = 12
"""Shorter texts are reprints only when their words are equal."""

SHORT = 60
"""Texts of fewer words may add no name either: short posts from one template ("explosions in …",
"drones shot down over …") share most of their words and tell of different places and days."""

_WORD = re.compile(r"\w+")

# "TARSK (Halden Wire) - ": the credit that an agency asks for is what a copy does add.
_DATELINE = re.compile(r"\s*[^\n()]{0,40}\([^()\n]{2,40}\)\s*[-–—.:]\s")


def words(text: str) -> list[str]:
    """Return the words of `text`, in order, without dateline, links and chat markup."""
    return _WORD.findall(without_markup(_without_dateline(text)))


def _without_dateline(text: str) -> str:
    match = _DATELINE.match(text)
    return text[match.end() :] if match else text


def covered(later: list[str], earlier: list[str], run: int = 3) -> float:
    """Return the share of `later`'s words that lie in a run of `run` words `earlier` has too.

    >>> covered("the pact holds says Tarn".split(), "the pact holds".split())
    0.6
    """
    if not later:
        return 0.0
    known = {tuple(earlier[i : i + run]) for i in range(len(earlier) - run + 1)}
    hit = [False] * len(later)
    for i in range(len(later) - run + 1):
        if tuple(later[i : i + run]) in known:
            hit[i : i + run] = [True] * run
    return sum(hit) / len(later)


def reprints(later: str, earlier: str) -> bool:
    """Say whether `later` is a copy of `earlier`, lightly edited at most.

    A copy may drop and reword; it adds no number, and no name where it is short. A text that does
    is another report, however alike the rest: yesterday's template with today's figures.
    """
    late, early = words(later), words(earlier)
    folded_late, folded_early = _folded(late), _folded(early)
    if folded_late == folded_early:
        return bool(late)
    if min(len(late), len(early)) < MIN_WORDS:
        return False
    added = set(folded_late) - set(folded_early)
    if any(map(_has_digit, added)):
        return False
    if len(late) < SHORT and any(word[0].isupper() and word.casefold() in added for word in late):
        return False
    return covered(folded_late, folded_early) >= MIN_COVERED


def _folded(found: list[str]) -> list[str]:
    return [word.casefold() for word in found]


def _has_digit(word: str) -> bool:
    return any(map(str.isdigit, word))


class MinHashCandidates:
    """Fetches the texts seen so far that a new one might reprint.

    By MinHash over word pairs, and by equality for the shortest texts.
    """

    def __init__(self) -> None:
        self._lsh = RMinHashLSH(threshold=0.3, num_perm=PERMUTATIONS, num_bands=BANDS)
        self._equal: dict[tuple[str, ...], list[int]] = {}

    def like(self, text: str) -> list[int]:
        """Return the numbers of earlier texts that may be near-duplicates, ascending."""
        found = _folded(words(text))
        if len(found) < MIN_WORDS:
            return list(self._equal.get(tuple(found), ()))
        return sorted(set(self._lsh.query(_signature(found))))

    def add(self, number: int, text: str) -> None:
        """Make a text findable under `number`."""
        found = _folded(words(text))
        if len(found) < MIN_WORDS:
            self._equal.setdefault(tuple(found), []).append(number)
        else:
            self._lsh.insert(number, _signature(found))


def _signature(found: list[str]) -> RMinHash:
    signature = RMinHash(num_perm=PERMUTATIONS, seed=_SEED)
    pairs = {f"{a} {b}" for a, b in pairwise(found)}
    signature.update(sorted(pairs))
    return signature
