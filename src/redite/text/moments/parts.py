"""Read parts of months and years, seasons, weeks and quarters: the next ones ahead."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from redite.text.moments.days import LAST_YEAR, PARTS, end_of, in_month, safe
from redite.text.moments.values import Moment, Setting
from redite.text.moments.words import section, table, units
from redite.text.phrase_patterns import key
from redite.values import Span


def _part_of(match: re.Match[str]) -> str | None:
    groups = match.groupdict()
    return next((name for name in PARTS if groups.get(name)), None)


def year_of(match: re.Match[str], setting: Setting) -> int | None:
    """Return the year that the words name; None where they name none."""
    groups = match.groupdict()
    if groups.get("year"):
        return int(groups["year"])
    if setting.day is not None:
        if groups.get("this_year"):
            return setting.day.year
        if groups.get("next_year") or groups.get("next_year_behind"):
            return setting.day.year + 1
    return None


def _month(match: re.Match[str], setting: Setting) -> Moment | None:
    month = table(setting.language, "month")[key(match["month"])]
    part = _part_of(match)
    year = year_of(match, setting)
    return _coming(
        match, setting, year, lambda y: in_month(y, month, part), lambda y: safe(y, month, 1)
    )


def _season(match: re.Match[str], setting: Setting) -> Moment | None:
    month = table(setting.language, "season")[key(match["season"])]
    part = _part_of(match)
    first, middle = (month - 3) % 12 + 1, (month - 2) % 12 + 1

    def last(year: int) -> date | None:
        if part == "early":
            return in_month(year - (first > month), first, None)
        if part == "mid":
            return in_month(year - (middle > month), middle, "mid")
        return in_month(year, month, None)

    def begin(year: int) -> date | None:
        return safe(year - (first > month), first, 1)

    moment = _coming(match, setting, year_of(match, setting), last, begin)
    alone = key(match["season"]) in map(key, section(setting.language).adverbial_seasons)
    which = any(match[name] for name in ("this", "next", "this_behind", "next_behind"))
    # "This summer" and "next spring" need no word before them, unlike a bare "summer".
    return replace(moment, begins=None) if moment and (alone or which) else moment


def _whole_year(match: re.Match[str], setting: Setting) -> Moment | None:
    year, part = int(match["year"]), _part_of(match)
    months = {"early": 3, "mid": 6}
    due = in_month(year, months.get(part or "", 12), None)
    return _coming(match, setting, year, lambda _: due, lambda y: safe(y, 1, 1))


def _coming(
    match: re.Match[str],
    setting: Setting,
    year: int | None,
    last: Callable[[int], date | None],
    first: Callable[[int], date | None],
) -> Moment | None:
    """Return the moment in its year, or in the first one that still lies ahead."""
    span, named = Span(match.start(), match.end()), year is not None
    if year is None:
        earliest = setting.earliest
        if earliest is None:
            return Moment(span, None, False)
        year = next(
            (y for y in (earliest.year, earliest.year + 1) if _since(last(y), earliest)), None
        )
        if year is None:
            return None
    due = last(year)
    if due is None or year > LAST_YEAR:
        return None
    firm = setting.day is None or due > setting.day
    begins = first(year) if _part_of(match) is None else None
    return Moment(span, due, firm, begins, without_year=not named)


def _since(day: date | None, earliest: date) -> bool:
    return day is not None and day >= earliest


def _unit(match: re.Match[str], setting: Setting) -> Moment | None:
    groups = match.groupdict()
    part = _part_of(match)
    ahead = bool(groups["next"] or groups["next2"] or groups["next_behind"])
    now = bool(groups["this"] or groups["this_behind"])
    unit = units(setting.language, "unit")[key(groups["unit"])]
    if part is None and not now and not ahead:
        return None
    if unit == "day" and part != "late":
        return None
    due = end_of(unit, int(ahead), part, setting.day)
    return Moment(Span(match.start(), match.end()), due, ahead)


def _whole(match: re.Match[str], setting: Setting) -> Moment | None:
    data = section(setting.language)
    whole = key(match["whole"])
    unit = next(u for u, forms in data.whole.items() if whole in {key(f) for f in forms})
    return Moment(Span(match.start(), match.end()), end_of(unit, 0, "late", setting.day), False)


READERS: dict[str, Callable[[re.Match[str], Setting], Moment | None]] = {
    "month": _month,
    "bare month": _month,
    "season": _season,
    "year": _whole_year,
    "bare year": _whole_year,
    "unit": _unit,
    "whole": _whole,
}
