"""Words that two reports lay claim to, given to the one that says them.

A tagger that has found the end of one report may take the next sentence along, which has a source
and a cue of its own. What lies across a full stop from a cue is then not that cue's:

    The institute recalled that crews had been trained. "It is all for show," its report says.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from redite.text.overlaps import Overlaps
from redite.values import Attribution, Span, Spans

_STOP = re.compile(r"[.!?…](?=[\s\"'»”*_)])|\n")
_SHARED = 0.5
"""Of a piece, from which share on two reports claim the same words."""


def decided(attributions: Sequence[Attribution], text: str) -> list[Attribution]:
    """Return the attributions, in the same order, no piece of a content claimed by two sentences.

    Nested reports keep what they hold: there the inner cue lies among the outer one's words.
    """
    out = list(attributions)
    lying = Overlaps((one.content, number) for number, one in enumerate(out))
    for at, one in enumerate(out):
        if len(one.content) < 2 or not one.cue:
            continue
        for piece in one.content[1:]:
            if not _parted(text, one.cue[-1], piece):
                continue
            claiming = sorted(set(lying.near((piece,))))
            owner = next((n for n in claiming if _owns(out[n], one, piece, text)), None)
            if owner is not None and out[at].content != (piece,):
                kept = tuple(span for span in out[at].content if span != piece)
                out[at] = replace(out[at], content=kept)
                out[owner] = replace(out[owner], content=_with(out[owner].content, piece))
                lying.add((piece,), owner)
    return out


def _owns(other: Attribution, one: Attribution, piece: Span, text: str) -> bool:
    """Say whether `other` says most of `piece`, which is nothing that either holds inside."""
    if other is one or not other.cue or not other.source:
        return False
    if any(piece.overlaps(span) for span in (*other.cue, *other.source)):
        return False
    shared = [span for span in other.content if span.overlaps(piece)]
    length = sum(min(piece.end, span.end) - max(piece.start, span.start) for span in shared)
    if length < _SHARED * (piece.end - piece.start):
        return False
    holds = any(span.overlaps(cue) for span in shared for cue in (*one.cue, *one.source))
    return not holds and any(not _parted(text, cue, span) for cue in other.cue for span in shared)


def _parted(text: str, cue: Span, piece: Span) -> bool:
    """Say whether a sentence ends between the two."""
    start, end = min(cue.end, piece.end), max(cue.start, piece.start)
    return _STOP.search(text, start, end) is not None


def _with(content: Spans, piece: Span) -> Spans:
    """Return a content grown by a piece that it shares words with."""
    touching = [span for span in content if span.overlaps(piece)]
    whole = Span(
        min(piece.start, *(s.start for s in touching)), max(piece.end, *(s.end for s in touching))
    )
    return tuple(sorted({*(s for s in content if s not in touching), whole}, key=lambda s: s.start))
