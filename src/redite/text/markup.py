"""What chat exports and feeds leave in a text that is not its words: links and Markdown marks."""

from __future__ import annotations

import re
from functools import lru_cache

# A target ends before the next "(": otherwise a megabyte of "](" would take quadratic time.
_NOISE = re.compile(r"https?://\S+|\]\([^()\s]*\)|[@#]\w+|[*_`~\[\]]+")

_LINK = re.compile(r"\[([^\[\]\n]*)\]\([^()\s]*\)")
_OPEN_LINK = re.compile(r"\]\(\w+://[^()\s]*\)")
_EMPHASIS = re.compile(r"\*\*|__|~~|``")
SHORT = 1000
"""Code points up to which it is remembered how a text reads."""


def readable(text: str) -> str:
    """Return `text` as a reader of the chat saw it: links by their words, no emphasis marks.

    Blanks are folded. For showing only: offsets in the result are not offsets in `text`.

    >>> readable("the [northern](https://x.example/1)  **depot**")
    'the northern depot'
    """
    return _read_short(text) if len(text) <= SHORT else _read(text)


def _read(text: str) -> str:
    without = _OPEN_LINK.sub("", _LINK.sub(r"\1", text))
    return " ".join(_EMPHASIS.sub("", without).split())


# The words of one saying are shown many times; whole pages are not worth the memory.
_read_short = lru_cache(maxsize=4096)(_read)


def without_markup(text: str) -> str:
    """Return the words of `text` without addresses, link targets, tags and emphasis marks.

    For looking at a text as a whole only: offsets in the result are not offsets in `text`.

    >>> without_markup("**Storm** over [Tarsk](https://x.example/1)").split()
    ['Storm', 'over', 'Tarsk']
    """
    return _NOISE.sub(" ", text)
