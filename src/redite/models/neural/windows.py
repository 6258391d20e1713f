"""Cuts a text that is longer than the network reads at once into windows that overlap."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise


def overlapping(breaks: Sequence[int], longest: int, overlap: int) -> list[tuple[int, int]]:
    """Return windows (first, end) of at most `longest` pieces, neighbours sharing about `overlap`.

    A window begins at a line break where one is near.
    """
    out: list[tuple[int, int]] = []
    first = 0
    while True:
        end = min(len(breaks), first + longest)
        out.append((first, end))
        if end == len(breaks):
            return out
        aim = end - overlap
        near = [at for at in range(aim - overlap // 2, aim + overlap // 4) if breaks[at]]
        first = max(first + 1, min(near, key=lambda at: (abs(at - aim), at), default=aim))


def territories(windows: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return which pieces each window answers for: overlaps are shared out in the middle."""
    edges = [windows[0][0]]
    for (_, end), (first, _) in pairwise(windows):
        edges.append((end + first) // 2)
    edges.append(windows[-1][1])
    return list(pairwise(edges))
