"""Which words of two names are the same: the most alike are paired first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from redite.names.reading import Word
from redite.names.words import Likeness, joined, strength, words_alike


@dataclass(frozen=True, slots=True)
class Pair:
    """Words of two names that agree, by their places; two on one side may be written as one."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    alike: Likeness
    weight: float


def paired(left: Sequence[Word], right: Sequence[Word]) -> list[Pair]:
    """Pair the words that agree, the most alike first; two words may be written as one."""
    found: list[tuple[float, int, Pair]] = []
    for i, x in enumerate(left):
        for j, y in enumerate(right):
            alike = words_alike(x, y)
            if alike.same:
                pair = Pair((i,), (j,), alike, strength(x, y, alike))
                found.append((alike.value, abs(i - j), pair))
    found += _joined(left, right, turned=False)
    found += _joined(right, left, turned=True)
    found.sort(key=lambda f: (-f[0], f[1], f[2].left, f[2].right))
    used_left: set[int] = set()
    used_right: set[int] = set()
    out = []
    for _, _, pair in found:
        if used_left.isdisjoint(pair.left) and used_right.isdisjoint(pair.right):
            used_left.update(pair.left)
            used_right.update(pair.right)
            out.append(pair)
    return out


def _joined(
    several: Sequence[Word], one: Sequence[Word], *, turned: bool
) -> list[tuple[float, int, Pair]]:
    found = []
    for i, (x, y) in enumerate(pairwise(several)):
        for j, other in enumerate(one):
            near = joined(x, y, other)
            if near >= 0.75:
                alike = Likeness(near * 0.95, "the same in one word or two")
                weight = strength(other, other, alike)
                pair = Pair((i, i + 1), (j,), alike, weight)
                if turned:
                    pair = Pair((j,), (i, i + 1), alike, weight)
                found.append((alike.value, abs(i - j), pair))
    return found
