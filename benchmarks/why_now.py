"""How often "why now" cries wolf, and how often it finds what is there.

    python -m benchmarks.why_now

Series are drawn, not read: a year of one subject with about one saying a day, fewer on weekends,
press conferences at which several things are said at once, and two busy weeks a year that belong
to no event. The calendar has five names: four single events and one that comes about every other
month.

- false alarms: on 1,000 calendars whose days are drawn at random, how many give any coincidence at
  all after correction. Floor: at most 5%.
- power: the same with 18 more sayings within two days of one single event, where such five days
  usually hold five. Floor: found in at least 80% of 300.
- recurring power: 4 more sayings within a day of each of the six days of the recurring event, where
  such three days usually hold three. Floor: found in at least 80% of 300.

Seeds are fixed, so the figures are the same on every machine. Exit status 1 below a floor.
"""

from __future__ import annotations

import json
import sys
from datetime import date

import numpy as np
from numpy.typing import NDArray

from redite.timing.coincidence import ALPHA, coincide
from redite.timing.events import Event
from redite.timing.intensity import Series

DAYS = 364
FIRST = date(2031, 1, 6)  # a Monday
SINGLE, RECURRING = 4, 6
CALENDARS, PLANTED = 1000, 300
DRAWS = 1999
MOST_FALSE, LEAST_FOUND = 0.05, 0.80
EXTRA, EXTRA_EACH = 18, 4


def sayings(rng: np.random.Generator) -> NDArray[np.int64]:
    """Return a year of counts that is busy for reasons of its own."""
    weekday = np.arange(DAYS) % 7 < 5
    rate = np.where(weekday, 1.1, 0.4)
    for start in rng.integers(0, DAYS - 7, size=2):
        rate[start : start + 7] *= 2
    conferences = rng.random(DAYS) < np.where(weekday, 0.03, 0.0)
    counts = rng.negative_binomial(2, 2 / (2 + rate)) + conferences * rng.integers(2, 5, size=DAYS)
    return np.asarray(counts, dtype=np.int64)


def calendar(rng: np.random.Generator) -> list[Event]:
    """Return five names with days drawn at random."""
    days = [
        FIRST.fromordinal(FIRST.toordinal() + int(n)) for n in rng.integers(0, DAYS, size=SINGLE)
    ]
    events = [Event(f"event {number}", (day,)) for number, day in enumerate(days)]
    often = rng.choice(DAYS, size=RECURRING, replace=False)
    again = tuple(sorted(FIRST.fromordinal(FIRST.toordinal() + int(n)) for n in often))
    return [*events, Event("recurring", again)]


def series(counts: NDArray[np.int64]) -> Series:
    """Return the counts as a series."""
    told = tuple(int(count) for count in counts)
    return Series("subject", FIRST, told, told)


def planted(counts: NDArray[np.int64], event: Event, extra: int, reach: int, seed: int) -> None:
    """Add `extra` sayings within `reach` days of each day of an event."""
    rng = np.random.default_rng(seed)
    for day in event.days:
        number = (day - FIRST).days
        for shift in rng.integers(-reach, reach + 1, size=extra):
            counts[min(max(number + int(shift), 0), DAYS - 1)] += 1


def false_alarms() -> float:
    """Return the share of random calendars that give a false alarm."""
    wolf = 0
    for number in range(CALENDARS):
        rng = np.random.default_rng([1, number])
        tried = coincide([series(sayings(rng))], calendar(rng), seed=number, draws=DRAWS)
        wolf += any(one.found for one in tried)
    return wolf / CALENDARS


def power(name: str, extra: int, reach: int) -> float:
    """Return how often a planted coincidence with event `name` is found."""
    found = 0
    for number in range(PLANTED):
        rng = np.random.default_rng([2, number])
        counts, events = sayings(rng), calendar(rng)
        planted(counts, next(e for e in events if e.name == name), extra, reach, number)
        tried = coincide([series(counts)], events, seed=number, draws=DRAWS)
        found += any(one.found and one.event.name == name for one in tried)
    return found / PLANTED


def main() -> int:
    """Measure, print, and hold against the floors."""
    figures = {
        "false_alarms": false_alarms(),
        "power": power("event 0", EXTRA, 2),
        "recurring_power": power("recurring", EXTRA_EACH, 1),
        "alpha": ALPHA,
    }
    print(json.dumps(figures, indent=2))
    found = min(figures["power"], figures["recurring_power"])
    return 1 if figures["false_alarms"] > MOST_FALSE or found < LEAST_FOUND else 0


if __name__ == "__main__":
    sys.exit(main())
