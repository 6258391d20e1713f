"""The earlier statements whose vectors lie nearest, among the latest of them.

A plain search through as many vectors as cost little: what was last said more statements ago is
found by its words and its speaker (`redite.compare.index`), or not at all. Thus a statement costs
the same however many came before, and what is found depends on what was added, in order, alone.
"""

from __future__ import annotations

import numpy as np

from redite.compare.model import Floats

NEAREST = 20
LATEST = 30_000
"""Vectors that are searched; 23 MB."""


class Neighbours:
    """Vectors in the order they were added; asks for the nearest ones in between."""

    def __init__(self, dimensions: int, latest: int = LATEST) -> None:
        self._latest = latest
        self._kept = np.zeros((min(1024, latest), dimensions), np.float32)
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def add(self, vector: Floats) -> None:
        """Add one; its number is how many were there before."""
        if self._count == len(self._kept) < self._latest:
            more = min(len(self._kept), self._latest - len(self._kept))
            self._kept = np.concatenate([self._kept, np.zeros_like(self._kept[:more])])
        self._kept[self._count % len(self._kept)] = vector
        self._count += 1

    def nearest(self, vector: Floats | None, most: int = NEAREST) -> list[int]:
        """Return the numbers of the nearest, best first; earlier ones first where equal."""
        if vector is None or not self._count:
            return []
        size = min(self._count, len(self._kept))
        likeness = np.round(self._kept[:size] @ vector, 4)
        if size > most:
            some = np.argpartition(-likeness, most - 1)
            least = likeness[some[most - 1]]
            places = np.flatnonzero(likeness >= least)
        else:
            places = np.arange(size)
        found = [(-float(likeness[at]), self._number(int(at), size)) for at in places]
        return [number for _, number in sorted(found)[:most]]

    def _number(self, place: int, size: int) -> int:
        """Return the number of what stands at a place that has been filled again and again."""
        return self._count - 1 - (self._count - 1 - place) % size
