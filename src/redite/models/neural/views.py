"""Which pieces of a window are looked at for an anchor: those around it, as far as it reaches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray


class Kind(IntEnum):
    """What an anchor is."""

    CUE = 0
    START = 1
    """The first piece of a content that has no cue."""


Anchor = tuple[int, int, int, Kind, float]
"""Row of its window, first and last piece there, kind, how sure."""


@dataclass(frozen=True, slots=True)
class View:
    """Anchors of one window that are close together, and the pieces they look at."""

    anchors: list[Anchor]
    first: int
    end: int

    @property
    def row(self) -> int:
        """The row of their window."""
        return self.anchors[0][0]


def views(
    anchors: Sequence[Anchor], lengths: NDArray[np.int64], reach: int, near: int
) -> list[View]:
    """Return the anchors in groups that can share one stretch of `reach` pieces.

    Those no further apart than `near` do; `lengths` are the windows'.
    """
    groups: list[list[Anchor]] = []
    for anchor in sorted(anchors, key=lambda a: a[:4]):
        if groups and groups[-1][0][0] == anchor[0] and anchor[2] - groups[-1][0][1] <= near:
            groups[-1].append(anchor)
        else:
            groups.append([anchor])
    out = []
    for group in groups:
        length = int(lengths[group[0][0]])
        middle = (group[0][1] + max(anchor[2] for anchor in group)) // 2
        end = min(length, max(middle + reach // 2, reach))
        first = max(0, min(end - reach, group[0][1]))
        out.append(View(group, first, max(end, max(anchor[2] for anchor in group) + 1)))
    return out


def cut_off(scores: NDArray[np.float32], view: View, length: int) -> bool:
    """Say whether something belongs to an anchor that may go on beyond what was looked at.

    `scores` are the roles', [anchors, time, 7], and `length` is the window's.
    """
    edges = [at for at, more in ((0, view.first > 0), (-1, view.end < length)) if more]
    return bool((scores[:, edges].argmax(axis=-1) > 0).any()) if edges else False
