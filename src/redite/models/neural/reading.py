"""Reads texts window by window with the trained network, whatever runs it.

One pass of the encoder gives every piece its chance of beginning a cue, or a content without cue:
the anchors. For each anchor the network then gives every piece of the window a role in that one
attribution; `decode` makes spans of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import chain, islice
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from redite.models.neural.decode import (
    Found,
    Run,
    Scores,
    attributions,
    distinct,
    find_cues,
    sure_inside,
)
from redite.models.neural.pieces import FIRST, LAST, PAD, UNKNOWN
from redite.models.neural.views import Anchor, Kind, View, cut_off, views
from redite.models.neural.windows import overlapping, territories


class Role(IntEnum):
    """What a piece is to an anchor; B opens a range, I continues it."""

    NONE = 0
    B_SOURCE = 1
    I_SOURCE = 2
    B_CONTENT = 3
    I_CONTENT = 4
    B_CUE = 5
    I_CUE = 6


class PiecesLike(Protocol):
    """The word pieces of a text (`training.tokens.Pieces`)."""

    @property
    def ids(self) -> tuple[int, ...]: ...  # noqa: D102
    @property
    def starts(self) -> tuple[int, ...]: ...  # noqa: D102
    @property
    def ends(self) -> tuple[int, ...]: ...  # noqa: D102
    @property
    def breaks(self) -> tuple[int, ...]: ...  # noqa: D102
    @property
    def glued(self) -> tuple[bool, ...]: ...  # noqa: D102


LONG, FEW = 64, 4
"""A window of so many pieces that begin so few different words says nothing."""
TOGETHER = 32
"""Stretches that are decoded at once: not all, so that a long text does not keep all its scores."""

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Reading:
    """How texts are read, and what is believed."""

    cue: float = 0.4
    start: float = 0.3
    least: float = 0.3
    """Attributions with a lower score are dropped."""
    nested: float = 0.55
    """So are those inside the content of another with a score below this: of the less sure ones
    two in three were words of the outer report that only look like a cue."""
    longest: int = 224
    """Pieces a window; no more than in training, whose positions are the only ones well known.

    Shorter ones are read faster, and eight bits lose less in them: their range is a window's."""
    overlap: int = 64
    reach: int = 160
    """Pieces that are given a role towards an anchor: those around it."""
    near: int = 48
    """Anchors no further apart than this look at the same pieces."""


class States(Protocol):
    """The encoder's states of some windows, [windows, time, size]; an array of any library."""

    def __getitem__(self, part: tuple[slice, slice], /) -> States: ...


class Network(Protocol):
    """The trained network, run by torch or by ONNX Runtime."""

    def read(self, ids: Ints, mask: Bools, breaks: Ints) -> tuple[States, Scores, Scores]:
        """Return states, cue scores [windows, time, 3], start scores [windows, time]."""

    def roles(
        self, states: States, mask: Bools, window: Ints, first: Ints, last: Ints, kind: Ints
    ) -> Scores:
        """Return role scores [anchors, time, 7]."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A window of a text and the pieces it answers for."""

    text: int
    first: int
    end: int
    own_first: int
    own_end: int


def tag(
    network: Network,
    texts: Sequence[PiecesLike],
    reading: Reading,
    budget: int = 8192,
    each: Callable[..., Iterable[list[_Scored]]] = map,
) -> list[list[Found]]:
    """Return each text's attributions, in text order, in runs of its pieces.

    `each` goes through the groups of windows: a pool's `map` reads several at once.
    """
    windows = []
    for number, pieces in enumerate(texts):
        if len(pieces.ids):
            cuts = overlapping(pieces.breaks, reading.longest, reading.overlap)
            for (first, end), (a, b) in zip(cuts, territories(cuts), strict=True):
                if not _wordless(pieces, first, end):
                    windows.append(_Piece(number, first, end, a, b))
    found: list[list[Found]] = [[] for _ in texts]
    scored = chain.from_iterable(
        each(
            lambda group: list(_score_windows(network, texts, group, reading)),
            _grouped(windows, budget),
        )
    )
    while some := list(islice(scored, TOGETHER)):
        for text, one in _decoded(some):
            if one.score >= reading.least:
                found[text].append(one)
    return [sure_inside(distinct(one), reading.nested) for one in found]


def _wordless(pieces: PiecesLike, first: int, end: int) -> bool:
    """Say whether a window is no prose: a script that is not known, one endless word, a code.

    Nothing would be found there, and a megabyte of it takes minutes to read.
    """
    if end - first < LONG:
        return False
    known = {
        piece
        for piece, glued in zip(pieces.ids[first:end], pieces.glued[first:end], strict=True)
        if piece != UNKNOWN and not glued
    }
    return len(known) < FEW


def _grouped(windows: Sequence[_Piece], budget: int) -> Iterator[list[_Piece]]:
    """Yield windows of like length together, `budget` padded pieces at most."""
    group: list[_Piece] = []
    for window in sorted(windows, key=lambda w: (w.end - w.first, w.text, w.first)):
        if group and (len(group) + 1) * (window.end - window.first + 2) > budget:
            yield group
            group = []
        group.append(window)
    if group:
        yield group


def padded(rows: Sequence[Sequence[int]], fill: int) -> Ints:
    """Return rows of different lengths as one array."""
    out = np.full((len(rows), max(map(len, rows))), fill, dtype=np.int64)
    for at, row in enumerate(rows):
        out[at, : len(row)] = row
    return out


def _score_windows(
    network: Network, texts: Sequence[PiecesLike], group: Sequence[_Piece], reading: Reading
) -> Iterator[_Scored]:
    ids = padded([(FIRST, *texts[w.text].ids[w.first : w.end], LAST) for w in group], PAD)
    breaks = padded([(0, *texts[w.text].breaks[w.first : w.end], 0) for w in group], 0)
    glued_rows = padded([(*texts[w.text].glued[w.first : w.end], 0) for w in group], 0).astype(
        np.bool_
    )
    lengths = np.array([w.end - w.first for w in group])
    mask = np.arange(ids.shape[1]) < lengths[:, None] + 2
    states, cues, starts = network.read(ids, mask, breaks)
    anchors: list[Anchor] = []
    for row, window in enumerate(group):
        inner = slice(1, lengths[row] + 1)
        own = range(window.own_first - window.first, window.own_end - window.first)
        glued = texts[window.text].glued[window.first : window.end]
        for first, last, sure in find_cues(cues[row, inner], glued, reading.cue):
            if first in own:
                anchors.append((row, first, last, Kind.CUE, sure))
        chance = 1.0 / (1.0 + np.exp(-starts[row, inner]))
        for at in np.flatnonzero(chance >= reading.start).tolist():
            if at in own:
                anchors.append((row, at, at, Kind.START, float(chance[at])))
    for view in views(anchors, lengths, reading.reach, reading.near):
        length = int(lengths[view.row])
        scores = _role_scores(network, states, mask, view)
        if cut_off(scores, view, length):
            view = View(view.anchors, 0, length)
            scores = _role_scores(network, states, mask, view)
        window = group[view.row]
        yield _Scored(
            window.text,
            window.first + view.first,
            view,
            scores,
            glued_rows[view.row, view.first : view.end],
            more=view.end == length and window.end < len(texts[window.text].ids),
        )


def _role_scores(network: Network, states: States, mask: Bools, view: View) -> Scores:
    """Return the role scores of a view's anchors, for the pieces they look at."""
    firsts, lasts, kinds = (
        np.array([anchor[field] for anchor in view.anchors], dtype=np.int64) for field in (1, 2, 3)
    )
    row, seen = slice(view.row, view.row + 1), slice(view.first + 1, view.end + 1)
    none = np.zeros(len(firsts), dtype=np.int64)
    ours = states[row, seen], mask[row, seen], none
    return network.roles(*ours, firsts - view.first, lasts - view.first, kinds)


def _decoded(scored: Sequence[_Scored]) -> Iterator[tuple[int, Found]]:
    """Yield what the anchors of some stretches mean, each with its text; those of one length are
    decoded together, which takes hardly longer than one alone."""
    alike: dict[int, list[_Scored]] = {}
    for one in scored:
        alike.setdefault(len(one.glued), []).append(one)
    for some in alike.values():
        each = [(one, anchor) for one in some for anchor in one.view.anchors]
        read = attributions(
            np.concatenate([one.scores for one in some]),
            np.stack([one.glued for one, _ in each]),
            [
                (first - one.view.first, last - one.view.first) if kind is Kind.CUE else None
                for one, (_, first, last, kind, _) in each
            ],
            [sure for _, (*_, sure) in each],
        )
        for (one, _), found in zip(each, read, strict=True):
            if found is not None:
                yield one.text, _moved(found, one)


@dataclass(frozen=True, slots=True)
class _Scored:
    """The role scores of one view."""

    text: int
    first: int
    """Where the view begins, in pieces of its text."""
    view: View
    scores: Scores
    """[anchors, time, 7]."""
    glued: Bools
    """[time]."""
    more: bool
    """Whether the text goes on behind it, and this window does not."""


def _moved(found: Found, seen: _Scored) -> Found:
    """Return what was found in a stretch in the pieces of its text."""
    source, cue, content = (
        tuple((first + seen.first, last + seen.first) for first, last in runs)
        for runs in (found.source, found.cue, found.content)
    )
    unfinished = seen.more and found.content[-1][1] == len(seen.glued) - 1
    return Found(source, cue, content, found.score, unfinished)


def ranges(runs: Sequence[Run], pieces: PiecesLike) -> list[list[int]]:
    """Return runs of pieces as [start, end] in code points; a run of white space is left out."""
    out = []
    for first, last in runs:
        start, end = pieces.starts[first], pieces.ends[last]
        if start < end:
            out.append([start, end])
    return out
