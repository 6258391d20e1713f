"""Calendars of events: iCalendar (RFC 5545) and CSV, told apart by content.

A CSV has a line of headings with `date` (YYYY-MM-DD) and `event` (or `name`, `summary`); comma,
semicolon or tab; an optional `end` makes it an event of several days in a row, of which the first
counts. Events of one name are one kind that came about several times.

Of iCalendar the first day, the summary and the rule of repetition are read; cancelled events are
left out. A time counts for the day that is written, whatever its zone.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path

from dateutil.rrule import rrulestr
from icalendar import Calendar

from redite.errors import UsageError, unreadable
from redite.timing.events import Event, merged

LARGEST = 16 << 20
"""Bytes of a calendar."""
MOST = 1000
"""Days of one repeated event that are looked at."""
_EARLIEST, _LATEST = date(1900, 1, 1), date(2100, 1, 1)
_DATES = ("date", "day", "start")
_NAMES = ("event", "name", "summary", "title")


def read_calendar(path: str) -> tuple[Event, ...]:
    """Return the events of a file, those of one name put together, by first day.

    Raises:
        UsageError: the file cannot be read, is no calendar, or names an impossible day.
    """
    try:
        data = Path(path).read_bytes()[: LARGEST + 1]
    except OSError as error:
        raise UsageError(f"the calendar {path} cannot be read: {unreadable(error)}") from None
    if len(data) > LARGEST:
        raise UsageError(f"the calendar {path} is larger than {LARGEST} bytes")
    text = data.decode("utf-8-sig", "replace")
    if text.lstrip()[:15].upper() == "BEGIN:VCALENDAR":
        events = merged(_icalendar(text, path))
    else:
        events = merged(_csv(text, path))
    if not events:
        raise UsageError(f"the calendar {path} holds no event")
    return events


def _csv(text: str, path: str) -> Iterator[Event]:
    heading = text.partition("\n")[0]
    delimiter = max(",;\t", key=heading.count)
    try:
        rows = list(csv.DictReader(io.StringIO(text), delimiter=delimiter))
    except csv.Error as error:
        raise UsageError(f"the calendar {path} is no CSV: {error}") from None
    keys = {(key or "").strip().casefold(): key for key in (rows[0] if rows else {})}
    dated = next((keys[name] for name in _DATES if name in keys), None)
    named = next((keys[name] for name in _NAMES if name in keys), None)
    if dated is None or named is None:
        raise UsageError(
            f"the calendar {path} is neither iCalendar nor CSV with the headings date and event"
        )
    for number, row in enumerate(rows, start=2):
        day, name = (row[dated] or "").strip(), " ".join((row[named] or "").split())
        if not day and not name:
            continue
        try:
            yield Event(name or "unnamed", (date.fromisoformat(day[:10]),))
        except ValueError:
            raise UsageError(
                f"the calendar {path}, line {number}: {day!r} is not a date; write it as 2024-03-31"
            ) from None


def _icalendar(text: str, path: str) -> Iterator[Event]:
    try:
        components = list(Calendar.from_ical(text).walk("VEVENT"))
    except (ValueError, IndexError, KeyError, TypeError, AttributeError) as error:
        raise UsageError(f"the calendar {path} breaks the rules of iCalendar: {error}") from None
    for component in components:
        status = str(component.get("STATUS", "")).upper()
        start = getattr(component.get("DTSTART"), "dt", None)
        if status == "CANCELLED" or not isinstance(start, date):
            continue
        name = " ".join(str(component.get("SUMMARY", "")).split()) or "unnamed"
        rule = component.get("RRULE")
        days = _repeated(_day(start), rule.to_ical().decode(), path) if rule else [_day(start)]
        inside = tuple(day for day in days if _EARLIEST <= day <= _LATEST)
        if inside:
            yield Event(name, inside)


def _repeated(first: date, rule: str, path: str) -> list[date]:
    """Return the days of a rule, at most `MOST`, and none after 2100."""
    parts = [
        part
        for part in rule.split(";")
        if not part.upper().startswith(("BYHOUR", "BYMINUTE", "BYSECOND"))
    ]
    frequency = next((p.upper() for p in parts if p.upper().startswith("FREQ=")), "")
    if frequency not in ("FREQ=DAILY", "FREQ=WEEKLY", "FREQ=MONTHLY", "FREQ=YEARLY"):
        return [first]
    # The end of a rule may bear a zone, which days do not.
    plain = ";".join(p[:14] if p.upper().startswith("UNTIL=") else p for p in parts)
    found: list[date] = []
    try:
        for moment in rrulestr(plain, dtstart=datetime.combine(first, time())):
            if moment.date() > _LATEST or len(found) == MOST:
                break
            found.append(moment.date())
    except (ValueError, TypeError, OverflowError) as error:
        raise UsageError(f"the calendar {path}: the rule {rule!r} is none: {error}") from None
    return found


def _day(start: date) -> date:
    return start.date() if isinstance(start, datetime) else start
