"""Where in a text a date can begin at all: at a word of dates, a little before a telling one.

One pass over the words finds runs of words and figures that dates are made of. Inside a run, each
word from which a telling word (a month, a unit, "yesterday") is near is a place to try. That
makes text without dates cheap, and the time linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from redite.text.dates.pieces import data_for, flat
from redite.text.phrase_patterns import key

_REACH = 9
"""A telling word stands within so many words of the beginning."""
_GAP = 3
_WORD = re.compile(r"\d[\d:.]*\w*|[^\W\d_]+")
_CLOCK = re.compile(r"\d{1,2}(?:[:.h]\d\d|h)\b")
_SHORT = re.compile(r"\d\d\.\d\d\.\d\d\b")
_YEAR = re.compile(r"\d{4}")
_SLOT = re.compile(r"\{\w+\}")
_NUMERALS = (
    *("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi".split()),
    *("і іі ііі іv vі vіі vііі іх х хі хіі хііі хіv хv хvі хvіі хvііі хіх хх ххі".split()),
)
"""As centuries have them, in Latin and in Cyrillic letters."""
_NOTHING: frozenset[str] = frozenset()


def places(lowered: str, language: str | None) -> Iterator[tuple[int, frozenset[str]]]:
    """Yield where a date may begin, with the classes of telling words just behind."""
    known = vocabulary(language)
    run: list[tuple[int, frozenset[str]]] = []
    end, told = -_GAP, False
    for match in _WORD.finditer(lowered):
        word = match.group()
        classes = _shape(word) if word[0].isdigit() else known.get(word)
        if classes is None:
            continue
        if match.start() - end > _GAP:
            if told:
                yield from _beginnings(run)
            run, told = [], False
        run.append((match.start(), classes))
        told = told or bool(classes)
        end = match.end()
    if told:
        yield from _beginnings(run)


def _beginnings(run: list[tuple[int, frozenset[str]]]) -> Iterator[tuple[int, frozenset[str]]]:
    for at, (start, classes) in enumerate(run):
        near = classes.union(*(others for _, others in run[at + 1 : at + _REACH] if others))
        if near:
            yield start, near


def _shape(word: str) -> frozenset[str]:
    if len(word) < 3:
        return _NOTHING
    found = []
    if _YEAR.search(word):
        found.append("figures")
    if _CLOCK.match(word):
        found.append("clock")
    if _SHORT.match(word):
        found.append("short")
    return frozenset(found)


@cache
def vocabulary(language: str | None) -> dict[str, frozenset[str]]:
    """Return the words of dates, each with what it tells; of a phrase, the longest word tells."""
    if language is None:
        return {}
    data = data_for(language)
    weekdays = flat(data.weekdays)
    glued = [day + part for day in weekdays for part in flat(data.parts)] if data.glued else []
    telling = {
        "month": flat(data.months),
        "weekday": [*weekdays, *(f"{day}s" for day in weekdays), *glued],
        "unit": [*flat(data.units), *data.bare, *flat(data.lengths)],
        "season": flat(data.seasons),
        "part": flat(data.parts),
        "clock": [*data.clock, *data.zones, "pm", "am", "m"],
        "figures": data.year_words,
        "trap": data.traps,
        "weekend": data.weekend,
        "rank": [*data.quarter, *data.half],
        "decade": data.decade,
        "century": data.century,
        "days": flat(data.days),
        "moments": flat(data.moments),
        "refs": flat(data.refs),
        "sets": flat(data.sets),
        "leaning": [*data.same_day, *data.day_before, *data.day_after],
        **{
            name: getattr(data, name)
            for name in ("ago", "hence", "hence_plain", "earlier", "later")
        },
    }
    found: dict[str, set[str]] = {word: set() for word in _all_words(data.model_dump())}
    found.update({numeral + ending: set() for numeral in _NUMERALS for ending in ("", "e", "ème")})
    for name, forms in telling.items():
        for form in forms:
            words = _WORD.findall(_SLOT.sub(" ", key(form)))
            if words:
                found.setdefault(max(words, key=len), set()).add(name)
    return {word: frozenset(classes) for word, classes in found.items()}


def _all_words(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield from _WORD.findall(_SLOT.sub(" ", key(value)))
    elif isinstance(value, dict):
        for part in value.values():
            yield from _all_words(part)
    elif isinstance(value, tuple | list):
        for part in value:
            yield from _all_words(part)
