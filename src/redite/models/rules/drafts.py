"""What the patterns put together before conflicts are resolved."""

from __future__ import annotations

from dataclasses import dataclass

from redite.models.rules.frames import Frame
from redite.models.rules.lexicon import Lexicon
from redite.models.rules.phrases import Range
from redite.values import Attribution, Span, Spans

_EDGE = frozenset(",;:—.…•▪■●*/")


@dataclass(frozen=True, slots=True)
class Draft:
    """An attribution on its way, with what resolving conflicts needs to know."""

    source: Spans
    cue: Spans
    content: Spans
    frame: int
    """Number of the frame with the cue."""
    direct: bool = False
    """True where the content is quotations alone: a quotation after it may continue it."""
    kind: str = "say"
    """What it rests on: "say", "think", "object", "about" ("сообщили о …"), "according", "noun"."""
    relays: bool = False
    """True where the speaker only passes on what another said."""

    def attribution(self) -> Attribution:
        """Return it as the value that the stages share."""
        return Attribution(self.source, self.cue, self.content)


def span(frame: Frame, found: Range | None) -> Spans:
    """Return the words of a range as a span list: one span, or none."""
    if found is None or found[0] >= found[1]:
        return ()
    return (Span(frame.items[found[0]].start, frame.items[found[1] - 1].end),)


def content_of(frame: Frame, first: int, last: int, lexicon: Lexicon) -> Spans:
    """Return items as content, without complementiser, enclosing marks and final stop."""
    items = frame.items
    while first < last:
        item = items[first]
        joins = item.word and not item.capital and lexicon.has("that", item.key)
        if item.key in _EDGE or item.key in ")»”" or joins:
            first += 1
        else:
            break
    while first < last and (items[last - 1].key in _EDGE or items[last - 1].key == "("):
        last -= 1
    if first >= last:
        return ()
    if last - first == 1 and items[first].quotation is not None:
        return quoted(frame, first)
    return (Span(items[first].start, items[last - 1].end),)


def quoted(frame: Frame, at: int) -> Spans:
    """Return the words inside the quotation at `at`, without its final comma or full stop."""
    quotation = frame.items[at].quotation
    assert quotation is not None
    return (quotation.inner,)


def trimmed(text: str, pieces: Spans) -> Spans:
    """Return `pieces` without commas, full stops, markup and space at their edges."""
    result = []
    for piece in pieces:
        start, end = piece.start, piece.end
        while start < end and (text[start].isspace() or text[start] in ",;:—–*_"):
            start += 1
        while start < end and (text[end - 1].isspace() or text[end - 1] in ",;:—–.*_"):
            if text[end - 1] == "." and text[max(start, end - 3) : end] == "...":
                break
            end -= 1
        if start < end:
            result.append(Span(start, end))
    return tuple(result)
