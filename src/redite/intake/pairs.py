"""Pairs of texts to be compared, as JSON: the lines that `redite compare` takes."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from redite.compare.pairs import Side
from redite.errors import IntakeError
from redite.intake.strict_json import Members, loads, string
from redite.text.languages import find_language
from redite.values import DateInterval

_CYRILLIC = re.compile("[\u0400-\u04ff]")
_UKRAINIAN = re.compile("[іїєґІЇЄҐ]")


class Pair(NamedTuple):
    """Two texts, and what whoever asks calls the two of them."""

    id: object
    earlier: Side
    later: Side


def read_pair(line: str) -> Pair:
    """Return the pair that a line holds; raises `IntakeError` where it holds none."""
    value = loads(line)
    if not isinstance(value, Members):
        raise IntakeError("a pair is a JSON object")
    return Pair(value.get("id"), _side(value, "earlier"), _side(value, "later"))


def _side(pair: Members, name: str) -> Side:
    value = pair.get(name)
    if not isinstance(value, Members) or not isinstance(value.get("text"), str):
        raise IntakeError(f'"{name}" must be an object with a "text"')
    text = str(value["text"])
    language = string(value, "language") or find_language(text) or _by_letters(text)
    return Side(text, string(value, "speaker"), _day(string(value, "said_on")), language)


def _by_letters(text: str) -> str | None:
    """Return the likelier language of a few Cyrillic words: their numerals are told in both."""
    if not _CYRILLIC.search(text):
        return None
    return "uk" if _UKRAINIAN.search(text) else "ru"


def _day(text: str | None) -> DateInterval | None:
    """Return the day, or None where the text is no day: a comparison does without."""
    try:
        day = date.fromisoformat((text or "")[:10])
    except ValueError:
        return None
    return DateInterval(day, day, text or "")
