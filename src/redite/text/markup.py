"""What chat exports and feeds leave in a text that is not its words: links and Markdown marks."""

from __future__ import annotations

import re

_NOISE = re.compile(r"https?://\S+|\]\([^)\s]*\)|[@#]\w+|[*_`~\[\]]+")


def without_markup(text: str) -> str:
    """Return the words of `text` without addresses, link targets, tags and emphasis marks.

    For looking at a text as a whole only: offsets in the result are not offsets in `text`.

    >>> without_markup("**Storm** over [Tarsk](https://x.example/1)").split()
    ['Storm', 'over', 'Tarsk']
    """
    return _NOISE.sub(" ", text)
