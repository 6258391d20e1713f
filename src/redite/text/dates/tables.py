"""Look up what a form of a language's date words stands for."""

from __future__ import annotations

import re
from functools import cache

from redite.text.dates.pieces import data_for
from redite.text.phrase_patterns import key

_CYRILLIC = str.maketrans({"І": "I", "Х": "X"})
_LAST_WORD = re.compile(r"([^\W\d_]+)[ \u00a0]{1,3}$")
_ROMAN = {"I": 1, "V": 5, "X": 10}


def look_up(language: str, table: str, form: str) -> str:
    """Return the key under which `form` stands in a table of the language."""
    return _keys(language, table)[key(form)]


def number(language: str, table: str, form: str) -> int:
    """Return a number, in figures, in Roman ones or from a table of words."""
    if form.isdecimal():
        return int(form)
    found = _keys(language, table).get(key(form))
    if found is not None:
        return int(found)
    figures = "".join(char for char in form if char.isdecimal())
    return int(figures) if figures else roman(form)


def roman(form: str) -> int:
    """Return the value of a Roman numeral, Cyrillic look-alikes included."""
    digits = [_ROMAN.get(char, 0) for char in form.upper().translate(_CYRILLIC)]
    following = [*digits[1:], 0]
    return sum(-a if a < b else a for a, b in zip(digits, following, strict=True))


@cache
def _keys(language: str, table: str) -> dict[str, str]:
    return {
        key(form): str(value)
        for value, forms in getattr(data_for(language), table).items()
        for form in forms
    }


@cache
def is_one_of(language: str, group: str) -> frozenset[str]:
    """Return the forms of a plain list of the language."""
    return frozenset(key(form) for form in getattr(data_for(language), group))


def ranked(text: str, at: int, language: str) -> bool:
    """Say whether a rank stands before a place: "the second Monday of May" is not the next one."""
    before = _LAST_WORD.search(text[max(0, at - 24) : at])
    return before is not None and key(before[1]) in _keys(language, "ranks")
