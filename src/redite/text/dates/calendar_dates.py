"""Read dates that name a day, a month or a year; a year left out is inferred, and said to be."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from redite.text.dates.context import Context
from redite.text.dates.intervals import Days, day, gregorian, months, nearest
from redite.text.dates.meant import Meant
from redite.text.dates.mentions import Basis
from redite.text.dates.pieces import data_for
from redite.text.dates.scan import Found
from redite.text.dates.tables import is_one_of, look_up, number

_NEAR_YEARS = range(1900, 2101)
_YEAR_REACH = 300
_STEPS = {"last": -1, "this": 0, "next": 1, "previous": -1, "following": 1}
_NEXT_WORD = re.compile(r"[ \u00a0]{1,2}(%|[^\W\d_]+)")


def read_day(found: Found, context: Context) -> Meant | None:
    """Read "4 April 2023", "7-8 July"; None where no calendar has such a day."""
    month = _month(found, context)
    if month is None:
        return None
    first = _number_of_day(found.parts["day"], context)
    last = int(found.parts.get("until", first))
    doubt = ""
    if last < first:
        last, doubt = first, "the range ends before it begins"
    given = given_year(found, context)
    if given is None and context.reference is None:
        if day(2000, month, first) is None:
            return None
        return Meant(f"XXXX-{month:02}-{first:02}", doubt="the text does not say which year")
    inferred = given is None
    if given is None:
        chosen = nearest_year(found, context, lambda year: _single(day(year, month, first)))
        if chosen is None:
            return None
        given, close = chosen
        doubt = doubt or close
    start = day(given, month, first)
    if start is None:
        return None
    if "julian" in found.parts:
        converted = gregorian(start)
        if converted is not None and not inferred:
            return Meant(converted.isoformat(), doubt=doubt)
        doubt = "a date of the old calendar without a year"
    end = day(given, month, last) or start
    value = start.isoformat() if start == end else f"{start.isoformat()}/{end.isoformat()}"
    return Meant(value, _basis(found, context, inferred), doubt)


def read_styles(found: Found, context: Context) -> Meant | None:
    """Read "25 October (7 November) 1917": the one in brackets is Gregorian."""
    assert context.language is not None
    month = number(context.language, "months", found.parts["month2"])
    given = given_year(found, context)
    if given is None:
        return read_day(
            Found(found.span, "day", found.parts | {"month": found.parts["month2"]}), context
        )
    second = day(given, month, int(found.parts["day"]))
    first_month = number(
        context.language, "months", found.parts.get("month", found.parts["month2"])
    )
    first = day(given, first_month, int(found.parts["old"]))
    if second is None:
        return None
    agrees = first is not None and gregorian(first) == second
    return Meant(second.isoformat(), doubt="" if agrees else "the two calendars do not agree")


def read_month(found: Found, context: Context) -> Meant | None:
    """Read "February 2023", "early in May", "next June"."""
    month = _month(found, context)
    if month is None:
        return None
    part = edge_of(found, context)
    given = given_year(found, context)
    if given is not None:
        basis = _basis(found, context, inferred=False)
        return Meant(f"{given:04}-{month:02}", basis, edge=part) if given else None
    if context.reference is None:
        return Meant(f"XXXX-{month:02}", doubt="the text does not say which year")
    reference = context.reference
    if "last" in found.parts:
        year = reference.year - (month >= reference.month)
    elif "next" in found.parts or "following" in found.parts:
        year = reference.year + (month <= reference.month)
    elif "this" in found.parts:
        year = reference.year
    else:
        chosen = nearest_year(found, context, lambda year: months(year, month, 1))
        if chosen is None:
            return None
        return Meant(f"{chosen[0]:04}-{month:02}", context.basis, chosen[1], edge=part)
    return Meant(f"{year:04}-{month:02}", context.basis, context.doubt, edge=part)


def read_year(found: Found, context: Context) -> Meant | None:
    """Read four figures as a year unless they count something ("1945 km")."""
    figures = found.parts["year"]
    if len(figures) == 2:
        figures = found.parts["since"][:2] + figures
        if int(figures) <= int(found.parts["since"]):
            return None
    year = int(figures)
    if context.language is not None and context.text[found.span.end - 1].isdecimal():
        following = _NEXT_WORD.match(context.text, found.span.end)
        word = following.group(1).lower() if following else ""
        noun = following is not None and following.group(1)[0].isupper()
        if noun and data_for(context.language).bare_years:
            return None
        if word in is_one_of(context.language, "counted"):
            return None
        if word and year not in _NEAR_YEARS:
            return None
    return Meant(f"{year:04}", edge=edge_of(found, context))


def edge_of(found: Found, context: Context) -> str:
    """Return START, MID or END where a word says so ("early April")."""
    if "edge" not in found.parts or context.language is None:
        return ""
    return look_up(context.language, "edges", found.parts["edge"])


def _month(found: Found, context: Context) -> int | None:
    if "mm" in found.parts:
        month = int(found.parts["mm"])
        return month if 1 <= month <= 12 else None
    assert context.language is not None  # worded patterns exist for known languages only
    return number(context.language, "months", found.parts["month"])


def _number_of_day(figures: str, context: Context) -> int:
    if figures.isdecimal():
        return int(figures)
    assert context.language is not None
    return number(context.language, "day_words", figures)


def given_year(found: Found, context: Context) -> int | None:
    """Return the year that the expression names, in figures or by its distance."""
    if "yy" in found.parts:
        return 2000 + int(found.parts["yy"])
    if "near" in found.parts and context.reference is not None:
        step = next((s for name, s in _STEPS.items() if name in found.parts), 0)
        return min(max(context.reference.year + step, 1), 9999)
    return int(found.parts["year"]) if "year" in found.parts else None


def _basis(found: Found, context: Context, inferred: bool) -> Basis:
    if inferred or "near" in found.parts:
        return context.basis
    return Basis.SCENE if "borrowed" in found.parts else Basis.WORDS


def _single(one: date | None) -> Days | None:
    return (one, one) if one is not None else None


def nearest_year(
    found: Found, context: Context, candidate: Callable[[int], Days | None]
) -> tuple[int, str] | None:
    """Return the year nearest to the reference, and why it may be another."""
    assert context.reference is not None
    vague = found.kind not in ("day", "styles")
    if vague:
        ahead = context.announced_around(found.span, found.parts)
    else:
        ahead = context.announced(found.span.start, found.parts)
    if "last" in found.parts or "next" in found.parts:
        return _beside(found, context.reference, candidate)
    chosen = nearest(candidate, context.reference, ahead, 2.5 if vague else 1.6)
    if chosen is None:
        return None
    year, close = chosen
    if context.year not in (None, year) and found.span.start - context.year_at < _YEAR_REACH:
        return year, f"the text spoke of {context.year} just before"
    if close:
        return year, "the same day of another year is nearly as close"
    return year, context.doubt


def _beside(
    found: Found, reference: date, candidate: Callable[[int], Days | None]
) -> tuple[int, str] | None:
    """Return the year of the last such date before the reference, or of the next after it."""
    years = range(max(1, reference.year - 4), min(9999, reference.year + 5))
    spans = [(year, days) for year in years if (days := candidate(year)) is not None]
    if "last" in found.parts:
        past = [year for year, days in spans if days[1] < reference]
        return (past[-1], "") if past else None
    coming = [year for year, days in spans if days[0] > reference]
    return (coming[0], "") if coming else None
