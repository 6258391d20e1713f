"""From runs of word pieces to the spans the contract asks for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from redite.models.neural.decode import Found, Run
from redite.models.neural.reading import PiecesLike
from redite.values import Attribution, Span, Spans

OPENING = re.compile(r"[\s“\"'‘’«„‚‹*_\-–—•:,]+")
CLOSING = re.compile(r"[\s”\"'’»“‘›*_,;:\-–—]+$")
STOPS = re.compile(r"(?<!\.)[.]$|[…]$")
END = re.compile(r"[.!?…]+(?=[\s”\"'’»“‘›)\]]|$)|[”\"»\n]|''")
"""Where a sentence, a quotation or a paragraph ends."""
LONGEST = 300
"""Code points that the rest of a sentence has at most."""
MARKS = re.compile(r"(?:[^\w\n]|_){0,4}")
"""What may stand within a span."""
ITEM = re.compile(r"[;.,]?\s*\n\s*(?:[-–—•*]|\(?\d{1,2}[.)]|\(?[a-zа-я]\))\s*")


def attributions_in(
    text: str, pieces: PiecesLike, found: Sequence[Found]
) -> tuple[Attribution, ...]:
    """Return what was found in `text`, in text order, with offsets in code points.

    Pieces with nothing but marks between them are one. Contents lose the quotation marks, dashes
    and full stop around them, and the points of a list under one cue are statements of their own.
    """
    out: dict[Attribution, None] = {}
    for one in found:
        content = _joined(text, _spans(one.content, pieces))
        if one.unfinished and content:
            content = (*content[:-1], _finished(text, content[-1]))
        cue = tuple(s for s in map(lambda s: _stripped(text, s), _spans(one.cue, pieces)) if s)
        source = tuple(
            s
            for s in map(
                lambda s: _stripped(text, s), _joined(text, _spans(one.source, pieces), named=True)
            )
            if s
        )
        for points in _points(text, content):
            trimmed = tuple(s for s in map(lambda s: _trimmed(text, s), points) if s)
            if trimmed:
                out[Attribution(source, cue, trimmed)] = None
    return tuple(
        sorted(out, key=lambda a: (a.content[0].start, a.content[-1].end, a.cue, a.source))
    )


def _joined(text: str, spans: Spans, *, named: bool = False) -> Spans:
    """Return spans of which those are one that have nothing but a mark or two between them.

    Where somebody is `named`, white space alone joins a title and a name, and no two nouns: of an
    outlet and its source, the one passes on what the other says.
    """
    out: list[Span] = []
    for span in spans:
        gap = MARKS.fullmatch(text, out[-1].end, span.start) if out else None
        if gap and (not named or gap[0].strip() or text[span.start].isupper()):
            span = Span(out.pop().start, span.end)
        out.append(span)
    return tuple(out)


def _finished(text: str, span: Span) -> Span:
    """Return a span that was cut off together with the rest of its sentence or quotation."""
    end = END.search(text, span.end, span.end + LONGEST)
    return Span(span.start, end.end()) if end else span


def _spans(runs: Sequence[Run], pieces: PiecesLike) -> Spans:
    out: list[Span] = []
    for first, last in runs:
        start, end = pieces.starts[first], pieces.ends[last]
        if start < end and not (out and start < out[-1].end):
            out.append(Span(start, end))
    return tuple(out)


def _points(text: str, content: Spans) -> list[Spans]:
    """Return the content cut where a point of a list begins; whole where there is no list."""
    out: list[list[Span]] = [[]]
    for number, span in enumerate(content):
        if number and ITEM.fullmatch(text, content[number - 1].end, span.start):
            out.append([])
        at = span.start
        for found in ITEM.finditer(text, span.start, span.end):
            if at < found.start():
                out[-1].append(Span(at, found.start()))
                out.append([])
            at = found.end()
        if at < span.end:
            out[-1].append(Span(at, span.end))
    return [tuple(part) for part in out if part]


def _trimmed(text: str, span: Span) -> Span | None:
    """Return a content's piece without the marks around it, None where nothing is left."""
    start, end = span.start, span.end
    if found := OPENING.match(text, start, end):
        start = found.end()
    for pattern in (CLOSING, STOPS, CLOSING):
        if found := pattern.search(text[start:end]):
            end = start + found.start()
    if start >= end or not any(char.isalnum() for char in text[start:end]):
        return None
    return Span(start, end)


def _stripped(text: str, span: Span) -> Span | None:
    """Return a source's or a cue's piece without marks at its edges; a lone ":" or "—" stays."""
    printed = text[span.start : span.end]
    if not any(char.isalnum() for char in printed):
        return span
    kept = printed.strip(" \t\n,;*_")
    start = span.start + printed.index(kept[0]) if kept else span.start
    return Span(start, start + len(kept)) if kept else None
