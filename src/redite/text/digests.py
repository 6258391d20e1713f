"""The items of a digest: a round-up of the day that several speakers and subjects share.

A list under "X said:" looks the same and is none: every point is X's. What tells them apart is
the heading ("the day in brief"), so headings are language data.
"""

from __future__ import annotations

import re
import unicodedata

from redite.lang import languages, words
from redite.lang.digests import DigestWords
from redite.values import Span, Spans

MIN_ITEMS = 3
_LINE = re.compile(r"[^\n]+")
_NUMBERED = re.compile(r"\d{1,2}[.)]\s")
_BULLETS = "•▪▫◾◽●○‣·■□–—-*➡▶►◆◇✅❗"
_DRESSING = " \t\u00a0*_"


def find_items(text: str, language: str | None) -> Spans:
    """Return the items of a digest in text order, together covering `text`; else one span.

    What stands before the first item goes with it.
    """
    whole = (Span(0, len(text)),)
    lines = [(m.start(), m.group()) for m in _LINE.finditer(text) if m.group().strip()]
    if len(lines) < MIN_ITEMS + 1 or not _heads_digest(lines[0][1], language):
        return whole
    starts = [start for start, line in lines[1:] if _opens_item(line)]
    if len(starts) < MIN_ITEMS:
        return whole
    starts[0] = 0
    ends = [*starts[1:], len(text)]
    return tuple(Span(start, end) for start, end in zip(starts, ends, strict=True))


def _heads_digest(line: str, language: str | None) -> bool:
    known = (language,) if language in languages() else languages()
    folded = " ".join(line.casefold().split())
    return any(
        re.search(rf"\b{re.escape(heading)}\b", folded)
        for code in known
        for heading in words(code or "", "digests", DigestWords).headings
    )


def _opens_item(line: str) -> bool:
    stripped = line.lstrip(_DRESSING)
    if not stripped:
        return False
    first = stripped[0]
    return (
        first in _BULLETS
        or unicodedata.category(first) == "So"
        or _NUMBERED.match(stripped) is not None
        or line.lstrip(" \t\u00a0_").startswith("* ")
    )
