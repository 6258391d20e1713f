"""The earlier statements whose vectors lie nearest."""

from __future__ import annotations

import numpy as np

from redite.compare.model import Floats

NEAREST = 12


class Neighbours:
    """Vectors in the order they were added; asks for the nearest ones in between."""

    def __init__(self, dimensions: int) -> None:
        self._kept = np.zeros((1024, dimensions), np.float32)
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def add(self, vector: Floats) -> None:
        """Add one; its number is how many were there before."""
        if self._count == len(self._kept):
            self._kept = np.concatenate([self._kept, np.zeros_like(self._kept)])
        self._kept[self._count] = vector
        self._count += 1

    def nearest(self, vector: Floats | None, most: int = NEAREST) -> list[int]:
        """Return the numbers of the nearest, best first; earlier ones first where equal."""
        if vector is None or not self._count:
            return []
        likeness = np.round(self._kept[: self._count] @ vector, 4)
        if self._count > most:
            some = np.argpartition(-likeness, most)[: most + 4]
        else:
            some = np.arange(self._count)
        order = sorted((int(n) for n in some), key=lambda n: (-likeness[n], n))
        return order[:most]
