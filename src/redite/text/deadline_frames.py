"""What the words around a time say it is: a last day, the day of an act, or no last day at all."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from redite.lang import words
from redite.lang.deadlines import Deadlines
from redite.text.moments.values import Moment
from redite.text.phrase_patterns import GAP, any_of, key
from redite.values import Span

LIMIT, DAY, NEVER = "limit", "day", "never"
_WINDOW = 70
"""Code points before a time in which the words that introduce it stand."""
_CLOCK = (
    rf"(?:\d{{1,2}}[:.h]\d{{2}}|\d{{1,2}}{GAP}?(?:a\.?m\.?|p\.?m\.?|uhr|heures|h|часов|годин|години)"
    rf"|noon|midi|mittag|midnight){GAP}(?:(?:on|le|am|в|у|во){GAP})?"
)


@dataclass(frozen=True, slots=True)
class Framed:
    """A time with the words that say what it is."""

    span: Span
    role: str
    due: date | None
    unless_lasting: bool
    """The word before it means "until" as often as "by"."""
    unless_allowed: bool
    """It means "until", but for what somebody is given time for."""
    onwards: bool = False
    """It says by itself that the act is still to come."""


@cache
def _data(language: str) -> Deadlines:
    return words(language, "deadlines", Deadlines)


@cache
def _before(language: str) -> tuple[dict[str, str], re.Pattern[str]]:
    data = _data(language)
    kinds: dict[str, str] = {}
    for kind in ("point", "limit", "either", "before", "within", "until", "never"):
        for form in getattr(data, kind):
            kinds[key(form)] = kind
    gap = rf"(?:{GAP}|(?<='))"
    between = rf"(?:{any_of((*data.about, *data.article))}{gap}){{0,2}}"
    pattern = rf"(?<![\w'])({any_of(kinds)}){gap}{between}(?:{_CLOCK})?$"
    return kinds, re.compile(pattern, re.IGNORECASE)


@cache
def _behind(language: str) -> re.Pattern[str]:
    data = _data(language)
    return re.compile(
        rf",?{GAP}(?:(?P<never>{any_of(data.behind_never)})|(?P<limit>{any_of(data.behind)}))"
        r"(?!\w)",
        re.IGNORECASE,
    )


def frame(said: str, span: Span, moment: Moment, language: str) -> Framed | None:
    """Read the words before and after a time; None where it takes some and has none."""
    kinds, pattern = _before(language)
    start = max(0, span.start - _WINDOW)
    match = pattern.search(said[start : span.start])
    kind = kinds[key(match[1])] if match else ""
    if moment.within is not None:
        if match and kind == "limit":  # "no later than in a month"
            return Framed(Span(start + match.start(), span.end), LIMIT, moment.due, False, False)
        role = LIMIT if moment.within else DAY
        return Framed(span, role, moment.due, False, False)
    behind = _behind(language).match(said, span.end)
    due = moment.due
    begin = start + match.start() if match else span.start
    end = span.end
    if kind == "before" and moment.begins is not None and due is not None:
        due = date.fromordinal(max(1, moment.begins.toordinal() - 1))
    if behind and behind["limit"]:
        end = behind.end()
        kind = "limit"
    if kind == "never" or (behind and behind["never"]):
        return Framed(Span(begin, end), NEVER, due, False, False)
    if moment.begins is not None:
        if not kind:
            return None
        if match and key(match[1]) in {key(form) for form in _data(language).since}:
            return None
    role = DAY if kind in ("", "point") else LIMIT
    onwards = match is not None and key(match[1]) in {key(form) for form in _data(language).onwards}
    return Framed(Span(begin, end), role, due, kind == "either", kind == "until", onwards)
