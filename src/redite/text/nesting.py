"""Which spans lie in which, in one pass."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from redite.values import Span

Owner = TypeVar("Owner")
CLOSE = 12
"""Code points that may part two pieces of one stretch: a comma and a "that" and no more."""


def stretches(pieces: Sequence[Span], apart: Sequence[Span] = ()) -> list[Span]:
    """Return pieces in text order, those as one that only a word or a mark parts.

    A tagger may leave the "that" out of "Velesh promised | that | the bridge would open". None of
    `apart` ends up within a stretch unless it lay in one of the pieces.
    """
    joined: list[Span] = []
    for piece in sorted(pieces, key=lambda piece: (piece.start, piece.end)):
        last = joined[-1] if joined else None
        if (
            last is None
            or piece.start - last.end > CLOSE
            or any(last.end < span.end and span.start < piece.start for span in apart)
        ):
            joined.append(piece)
        else:
            joined[-1] = Span(last.start, max(last.end, piece.end))
    return joined


def enclosing(inner: Sequence[Span], outer: Sequence[tuple[Span, Owner]]) -> list[list[Owner]]:
    """Return for each inner span the owners of the outer spans that contain it, outermost first.

    A span encloses its equal. Time grows with the number of spans and of answers.
    """
    events = [(span.start, -span.end, 0, at) for at, (span, _) in enumerate(outer)]
    events += [(span.start, -span.end, 1, at) for at, span in enumerate(inner)]
    events.sort()
    answers: list[list[Owner]] = [[] for _ in inner]
    open_now: list[int] = []
    for start, negative_end, kind, at in events:
        end = -negative_end
        open_now = [o for o in open_now if outer[o][0].end > start]
        if kind == 0:
            open_now.append(at)
        else:
            answers[at] = [outer[o][1] for o in open_now if outer[o][0].end >= end]
    return answers
