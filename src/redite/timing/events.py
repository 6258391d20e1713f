"""Dated events: from a calendar, or dated by the corpus itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from redite.reports import origins
from redite.stages.deadlines import Announced
from redite.values import Record

MOST = 10
"""Events of the corpus that are tried: each further try makes every other one harder to find."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, or was to happen, on one or several days.

    Several days are one kind of event that came about several times, and are tried together.
    """

    name: str
    days: tuple[date, ...]
    """Oldest first, each once; never empty."""
    records: tuple[Record, ...] = ()
    """The statements that date it; none where a calendar does."""


def merged(events: Iterable[Event]) -> tuple[Event, ...]:
    """Return the events with those of one name made one, by first day, then by name."""
    days: dict[str, set[date]] = {}
    records: dict[str, list[Record]] = {}
    for event in events:
        days.setdefault(event.name, set()).update(event.days)
        records.setdefault(event.name, []).extend(event.records)
    found = [Event(name, tuple(sorted(days[name])), tuple(records[name])) for name in days]
    return tuple(sorted(found, key=lambda event: (event.days[0], event.name)))


def announced(found: Iterable[Announced], first: date, last: date) -> tuple[Event, ...]:
    """Return the announced dates that lie between two days, those most widely reported first.

    At most `MOST`. Whatever became of them, the day is one that people looked to.
    """
    inside = [one for one in found if first <= one.due <= last]
    inside.sort(key=lambda one: (-len(origins(one.records)), one.due, one.records[0].order))
    return tuple(Event(one.what, (one.due,), one.records) for one in inside[:MOST])
