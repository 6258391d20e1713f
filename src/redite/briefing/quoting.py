"""Which words of a report are quoted, and how they may be told.

Direct speech is quoted as the speaker's. Indirect speech is best quoted with the verb that reports
it ("urged both sides to publish the lists"): the verb says whether it was asserted, denied or
asked for, better than any word of ours. Where verb and words do not stand together, the words are
quoted as a paraphrase.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from redite.reports import cut, is_verbatim, printed, words
from redite.text.markup import readable
from redite.values import Record, Span

FULL, EARLIER, SHORT = 260, 160, 90
"""Longest quotations, in code points: in a sentence of its own, as evidence, in a list."""
_GAP = 90
"""Code points between verb and words, within one sentence."""
_BREAK = re.compile(r"[.!?;:\n«»“”„\"]")
_OPEN_CLOSE = (("«", "»"), ("“", "”"), ("„", "“"), ("(", ")"))


class How(Enum):
    """How words are quoted."""

    DIRECT = "direct"
    TOLD = "told"
    """With the verb before them."""
    PUT = "put"
    """In the outlet's words."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of one report, ready to be put between quotation marks, and where they stand."""

    how: How
    text: str
    spans: tuple[Span, ...]


def quote(record: Record, limit: int = FULL) -> Quote:
    """Return the words of a report, cut after a word where they are longer than `limit`."""
    if is_verbatim(record):
        return Quote(How.DIRECT, printed(record, limit), words(record))
    told = _told(record)
    if told is None:
        return Quote(How.PUT, printed(record, limit), words(record))
    text = readable(record.article.text[told.start : min(told.end, told.start + 10 * limit)])
    return Quote(How.TOLD, cut(text, limit), (told,))


def _told(record: Record) -> Span | None:
    """Return the piece from the verb to the end of the words, where it reads as a predicate."""
    attribution, text = record.statement.attribution, record.article.text
    pieces = words(record)
    if len(attribution.cue) != 1 or len(attribution.source) != 1 or len(pieces) != 1:
        return None
    source, cue, content = attribution.source[0], attribution.cue[0], pieces[0]
    if not source.end <= cue.start < cue.end <= content.start:
        return None
    between = text[source.end : cue.start]
    gap = text[cue.end : content.start]
    if len(between) > 3 or between.strip() or len(gap) > _GAP or _BREAK.search(gap):
        return None
    end = content.end
    whole = text[cue.start : end]
    for opened, closed in _OPEN_CLOSE:
        if whole.count(opened) > whole.count(closed):
            if text[end : end + 1] != closed:
                return None
            end += 1
    return Span(cue.start, end)
