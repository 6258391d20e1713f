"""The dateline of an agency text: "TARSK, 4 April 2023 (Halden Wire) - …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from redite.text.dates.mentions import DateMention

HEAD = 400
"""A dateline stands in so many first characters."""

_MARKS = "*_([ \t\u00a0"
_WORD = r"[^\W\d_]{1,30}"
_PLACE = re.compile(rf"{_WORD}(?:[ '’/-]{_WORD}){{0,4}}[,.]?[ \t]*\(?(?:le |den )?")
_LEAD_IN = re.compile(r"(?:le|am|den|on)? ?", re.IGNORECASE)
_ALONE = re.compile(r"[.)*_]{0,3}[ \t]*(?:\n|$)")
_REST = re.compile(
    r"[).,]{0,2}[ \t]*(?:[(/][^()\n]{1,40}[)/]|[^\W\d_]{1,20}(?:[ -][^\W\d_]{1,20}){0,2})?"
    r"[.,]?[ \t\u00a0]*(?:[—–]|-+[ \t])"
)


def among(text: str, mentions: Sequence[DateMention]) -> DateMention | None:
    """Return the one of `mentions` that is the dateline: it heads one of the first lines."""
    for mention in mentions:
        if mention.start is None or mention.start != mention.end or not _has_figures(mention, text):
            continue
        line = text.rfind("\n", 0, mention.span.start) + 1
        before = text[line : mention.span.start].lstrip(_MARKS)
        after = text[mention.span.end : mention.span.end + 80]
        if _LEAD_IN.fullmatch(before) and _ALONE.match(after):
            return mention
        if len(before) > 60 or _PLACE.fullmatch(before) is None or not _is_place(before):
            continue
        if _REST.match(after):
            return mention
    return None


def _has_figures(mention: DateMention, text: str) -> bool:
    return any(char.isdecimal() for char in mention.span.of(text))


def _is_place(before: str) -> bool:
    """Say whether words are a place and its punctuation: "TARSK, ", "Saint-Hallen (", "Quor. "."""
    words = before.rstrip(" \t(").split()
    if words and words[-1] in ("le", "den"):
        words.pop()
    return bool(words) and all(word[0].isupper() for word in words)


def in_the_past(mention: DateMention, published: date | None) -> DateMention:
    """Return a dateline without a year in the last twelve months: none is written ahead."""
    if published is None or mention.start is None or mention.start <= published:
        return mention
    if (mention.start - published).days < 60:
        return mention
    try:
        earlier = mention.start.replace(year=mention.start.year - 1)
    except ValueError:
        return mention
    return replace(mention, value=earlier.isoformat(), start=earlier, end=earlier)
