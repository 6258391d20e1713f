"""The parts of one content that could be confirmed or disputed each by itself.

A speech quoted at length puts forward one thing a sentence, and each of them may be on record or
be repeated tomorrow without the others. A short quotation is one saying, in however many breaths.
"""

from __future__ import annotations

import re

from redite.text.sentences import sentences
from redite.values import Span, Spans

MANY = 3
"""From this many sentences on, a content is taken apart."""
_WORDS = 3
"""A sentence with fewer words ("Yes.", "We will see.") goes with the one before."""
_WORD = re.compile(r"\w+")
_STOP = re.compile(r"[.!?…\n]")
_EDGES = ' \t\n\u00a0*_"“”„«»‹›.;,—–-'


def parts(
    text: str, content: Spans, abbreviations: frozenset[str] = frozenset()
) -> tuple[Spans, ...]:
    """Return the contents that `content` is to be taken apart into; itself alone where it is short.

    Pieces of one sentence stay together ("in May | the depot opened"), each where it is. Blanks,
    quotation marks and full stops between parts belong to none.
    """
    grouped: list[list[Span]] = []
    for piece in content:
        for sentence in sentences(
            text, start=piece.start, end=piece.end, abbreviations=abbreviations
        ):
            span = _trimmed(text, sentence)
            if span is None:
                continue
            if not grouped or not piece.contains(grouped[-1][-1]):
                if grouped and _same_sentence(text, grouped[-1][-1], span):
                    grouped[-1].append(span)
                else:
                    grouped.append([span])
            elif len(_WORD.findall(text, span.start, span.end)) < _WORDS:
                grouped[-1][-1] = Span(grouped[-1][-1].start, span.end)
            else:
                grouped.append([span])
    if len(grouped) < MANY:
        return (content,)
    return tuple(tuple(spans) for spans in grouped)


def _same_sentence(text: str, left: Span, right: Span) -> bool:
    """Say whether two pieces are one sentence broken off by its cue or by a tagger."""
    return _STOP.search(text, left.end, right.start) is None


def _trimmed(text: str, span: Span) -> Span | None:
    start, end = span.start, span.end
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return Span(start, end) if start < end else None
