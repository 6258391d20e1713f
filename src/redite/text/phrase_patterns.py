"""Phrases of the language files as regular expressions.

A phrase is words with one space between them; `likely|probable` means either word, `*` any ending
or beginning of at most 30 letters, a comma a comma. Every pattern is linear in the text: words are
separated by at most three blanks, and nothing that repeats stands inside something that repeats.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

GAP = r"[ \t\n\u00a0\u202f]{1,3}"
START = r"(?<![\w'-])"
END = r"(?!\w)"
_ANY = r"\w{0,30}"
_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "ё": "е", "Ё": "Е", "‑": "-"})


def plain(text: str) -> str:
    """Return `text`, as long as before, with one apostrophe, one hyphen, and no "ё"."""
    return text.translate(_APOSTROPHES)


def any_of(phrases: Iterable[str]) -> str:
    """Return the source of a pattern for one of `phrases`, the longest that fits; never matches
    where there are none."""
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase.split()), -len(phrase), phrase))
    return f"(?:{'|'.join(map(_source, ordered))})" if ordered else r"(?!)"


def _source(phrase: str) -> str:
    words = [_word(word) for word in plain(phrase).split()]
    source = words[0]
    for word in words[1:]:
        source += rf"[ \u00a0]?{word}" if word == "," else GAP + word
    return source


def _word(word: str) -> str:
    options = [re.escape(option).replace(r"\*", _ANY) for option in word.split("|")]
    return options[0] if len(options) == 1 else f"(?:{'|'.join(options)})"
