"""The arithmetic of TIMEX3 values: which days a value covers, and how to move from one to another.

    >>> interval("2013-W12")
    (datetime.date(2013, 3, 18), datetime.date(2013, 3, 24))

Nothing here knows a language.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta

_SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
_VALUE = re.compile(
    r"(?P<century>\d{2})|(?P<decade>\d{3})|(?P<year>\d{4})"
    r"(?:-(?:(?P<month>\d{2})(?:-(?P<day>\d{2})(?:T[\w:]*)?)?|W(?P<week>\d{2})(?P<we>-WE)?"
    r"|Q(?P<q>\d)|H(?P<h>\d)|(?P<season>SP|SU|FA|WI)))?"
)

Days = tuple[date, date]


def interval(value: str) -> Days | None:
    """Return the first and last day of a value; None for what has no days of its own."""
    first, slash, last = value.partition("/")
    if slash:
        begin, end = interval(first), interval(last)
        return (begin[0], end[1]) if begin and end and begin[0] <= end[1] else None
    match = _VALUE.fullmatch(first)
    if match is None:
        return None
    try:
        return _interval({name: part for name, part in match.groupdict().items() if part})
    except ValueError:
        return None


def _interval(part: dict[str, str]) -> Days:
    if "century" in part:
        return _years(int(part["century"]) * 100, 100)
    if "decade" in part:
        return _years(int(part["decade"]) * 10, 10)
    year = int(part["year"])
    if "day" in part:
        day = date(year, int(part["month"]), int(part["day"]))
        return day, day
    if "month" in part:
        return months(year, int(part["month"]), 1)
    if "week" in part:
        monday = date.fromisocalendar(year, int(part["week"]), 1)
        return monday + timedelta(days=5 if "we" in part else 0), monday + timedelta(days=6)
    if "q" in part:
        return months(year, 3 * int(part["q"]) - 2, 3)
    if "h" in part:
        return months(year, 6 * int(part["h"]) - 5, 6)
    if "season" in part:
        first, _ = _SEASONS[part["season"]]
        return months(year, first, 3)
    return _years(year, 1)


def _years(first: int, count: int) -> Days:
    return date(max(first, 1), 1, 1), date(first + count - 1, 12, 31)


def months(year: int, month: int, count: int) -> Days:
    """Return the days of `count` months from this one on."""
    last = year * 12 + month - 1 + count - 1
    end_year, end_month = last // 12, last % 12 + 1
    return date(year, month, 1), date(
        end_year, end_month, calendar.monthrange(end_year, end_month)[1]
    )


def edge(days: Days, which: str) -> Days:
    """Return the first, middle or last third: "early April" ends on the 10th."""
    first, last = days
    if (last - first).days >= 364:
        month = {"START": 1, "MID": 5, "END": 9}[which]
        return months(first.year, month, 4)
    third = ((last - first).days + 1) // 3
    if which == "START":
        return first, first + timedelta(days=third - 1)
    if which == "MID":
        return first + timedelta(days=third), first + timedelta(days=2 * third - 1)
    return first + timedelta(days=2 * third), last


def day(year: int, month: int, number: int) -> date | None:
    """Return the date, or None where no calendar has it."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def shifted(base: date, count: int, unit: str) -> str | None:
    """Return the value so many units away, as exact as the unit: a year for years."""
    try:
        if unit == "D":
            return (base + timedelta(days=count)).isoformat()
        if unit == "W":
            return week_of(base + timedelta(days=7 * count))
        if unit in ("M", "Q"):
            moved = base.year * 12 + base.month - 1 + count * (1 if unit == "M" else 3)
            year, month = moved // 12, moved % 12 + 1
            if not 1 <= year <= 9999:
                return None
            return f"{year:04}-{month:02}" if unit == "M" else f"{year:04}-Q{(month + 2) // 3}"
        if unit == "CE":
            century = base.year // 100 + count
            return f"{century:02}" if 1 <= century <= 98 else None
        if unit == "DE":
            decade = base.year // 10 + count
            return f"{decade:03}" if 100 <= decade <= 998 else None
        year = base.year + count
        return f"{year:04}" if 1 <= year <= 9999 else None
    except OverflowError:
        return None


def week_of(one: date) -> str:
    """Return the ISO week of a day."""
    year, week, _ = one.isocalendar()
    return f"{year:04}-W{week:02}"


def weekday_value(base: date, number: int, direction: int) -> str | None:
    """Return such a weekday: -1 before `base`, 1 after it, 0 at it or before, 2 at it or after."""
    back = (base.isoweekday() - number) % 7
    days = {-1: -(back or 7), 0: -back, 1: 7 - back, 2: (7 - back) % 7}[direction]
    return shifted(base, days, "D")


def nearest(
    candidate: Callable[[int], Days | None], published: date, ahead: bool, past: float = 1.6
) -> tuple[int, bool] | None:
    """Return the year that fits best, and whether another fits nearly as well.

    Distance from publication decides; what lies ahead counts for `past` times as far, unless
    words announce the future. Four years reach a 29 February.
    """
    ranked = []
    for year in range(max(1, published.year - 4), min(9999, published.year + 5)):
        days = candidate(year)
        if days is None:
            continue
        back, on = (published - days[1]).days, (days[0] - published).days
        weight = (back * 3 if ahead else back) if back > 0 else (on if ahead else on * past)
        ranked.append((max(weight, 0), year))
    if not ranked:
        return None
    ranked.sort()
    close = len(ranked) > 1 and ranked[1][0] < ranked[0][0] * 1.35
    return ranked[0][1], close


def gregorian(old: date) -> date | None:
    """Return the Gregorian date of one of the Julian calendar (Meeus, ch. 7; from 1582 on)."""
    if old.year < 1582:
        return None
    year = old.year - (old.month < 3)
    return moved(old, year // 100 - year // 400 - 2)


def moved(one: date, days: int) -> date | None:
    """Return the date so many days away, or None beyond the calendar's ends."""
    try:
        return one + timedelta(days=days)
    except OverflowError:
        return None
