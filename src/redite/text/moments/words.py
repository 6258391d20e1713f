"""The words of time of one language, as tables."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from redite.lang import words
from redite.lang.dates import Dates
from redite.lang.deadlines import Deadlines
from redite.text.phrase_patterns import any_of, key, plain

_WORDS = re.compile(r"\w+")


@cache
def section(language: str) -> Deadlines:
    """Return the words of deadlines of one language."""
    return words(language, "deadlines", Deadlines)


@cache
def date_words(language: str) -> Dates:
    """Return the words of dates of one language."""
    return words(language, "dates", Dates)


@cache
def table(language: str, kind: str) -> dict[str, int]:
    """Return the forms of months, weekdays or seasons, each with its number."""
    data = date_words(language)
    chosen = {"month": data.months, "weekday": data.weekdays}.get(kind, section(language).seasons)
    return {key(form): number for number, forms in chosen.items() for form in forms}


@cache
def units(language: str, kind: str) -> dict[str, str]:
    """Return the forms of units as they stand alone ("unit") or after a number."""
    data = section(language)
    table = data.units if kind == "unit" else data.numbered
    return {key(form): unit for unit, forms in table.items() for form in forms}


@cache
def words_of_time(language: str) -> frozenset[str]:
    """Return every word without which nothing is a time."""
    data, dates = section(language), date_words(language)
    tables = (data.units, data.numbered, data.seasons, dates.months)
    forms = [form for table in tables for each in table.values() for form in each]
    forms += [
        f for table in (data.whole, data.lasting_for) for each in table.values() for f in each
    ]
    return frozenset(word for form in forms for word in _WORDS.findall(plain(form).lower()))


def any_word(shown: str, forms: Iterable[str]) -> bool:
    """Say whether one of `forms` stands in `shown` as words of its own."""
    return re.search(rf"(?<!\w){any_of(forms)}(?!\w)", plain(shown), re.IGNORECASE) is not None


def weekday(shown: str, language: str) -> int | None:
    """Return the number of the weekday that `shown` names, if it names one."""
    numbers = table(language, "weekday")
    found = (numbers.get(word) for word in re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)?", key(shown)))
    return next((number for number in found if number is not None), None)
