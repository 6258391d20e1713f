"""Days by arithmetic: the ends of months, weeks and quarters, and what lies a stretch ahead."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from math import ceil

LAST_YEAR = 2100
"""Years beyond it are misprints."""
LONGEST = 50 * 366
"""Days of the longest stretch."""
PARTS = {"early": 10, "mid": 15, "late": None}
"""The parts of a month, with their last days."""


def in_month(year: int, month: int, part: str | None) -> date | None:
    """Return the last day of a part of a month; all of it without a part."""
    day = PARTS.get(part or "late") or calendar.monthrange(max(year, 1), month)[1]
    return safe(year, month, day)


def end_of(unit: str, ahead: int, part: str | None, day: date | None) -> date | None:
    """Return the last day of the unit that `day` lies in, or of the next one."""
    if day is None:
        return None
    if unit == "day":
        return moved(day, ahead)
    if unit in ("week", "working week"):
        in_week = {"early": 1, "mid": 2}.get(part or "", 4 if unit == "working week" else 6)
        return moved(day, 7 * ahead - day.weekday() + in_week)
    if unit == "year":
        return in_month(day.year + ahead, {"early": 3, "mid": 6}.get(part or "", 12), None)
    if unit == "quarter":
        months = day.year * 12 + (day.month - 1) // 3 * 3 + 2 + 3 * ahead
        return in_month(months // 12, months % 12 + 1, None)
    months = day.year * 12 + day.month - 1 + ahead
    return in_month(months // 12, months % 12 + 1, part)


def safe(year: int, month: int, day: int) -> date | None:
    """Return a day, or None where no calendar has it."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def moved(day: date, days: int) -> date | None:
    """Return the day so many days on, or None beyond the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def after(day: date, count: float, unit: str) -> date | None:
    """Return the day that lies `count` units after `day`; a month has the same day again."""
    if unit in ("month", "year", "quarter"):
        months = round(count * {"month": 1, "year": 12, "quarter": 3}[unit])
        year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
        if year > LAST_YEAR:
            return None
        return safe(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
    days = {"hour": count / 24, "day": count, "week": count * 7, "working week": count * 7}[unit]
    if days > LONGEST:
        return None
    return moved(day, 0 if days < 1 else ceil(days))
