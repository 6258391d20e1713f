"""Plots as shapes for the templates to draw as SVG: no library, no script, and they print.

Colours and fonts are the style sheet's; here are only places. Units are those of the view box.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from redite.timing.bursts import Burst
from redite.timing.intensity import LONGEST, Series

WIDTH, HEIGHT, FOOT = 900, 200, 24
MOST_BARS = 180


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: so much was said on these days."""

    x: float
    y: float
    width: float
    height: float
    first: date
    last: date
    count: int
    burst: bool


@dataclass(frozen=True, slots=True)
class Label:
    """A word beside an axis."""

    x: float
    y: float
    day: date | None = None
    count: int = 0


@dataclass(frozen=True, slots=True)
class Bars:
    """A plot of counts over days."""

    width: int
    height: int
    base: float
    bars: tuple[Bar, ...]
    days: tuple[Label, ...]
    counts: tuple[Label, ...]


def daily(days: NDArray[np.int32]) -> Series | None:
    """Return how many of these days, as ordinal numbers, fall on each day; None where none do."""
    if not len(days):
        return None
    first = int(days.min())
    counts = tuple(int(n) for n in np.bincount(days - first))[-LONGEST:]
    last = int(days.max())
    return Series("", date.fromordinal(last - len(counts) + 1), counts, counts)


def bars(series: Series, found: tuple[Burst, ...] = (), height: int = HEIGHT) -> Bars:
    """Return how much was said, a bar a day, or a bar for several days where there are many."""
    each = max(1, -(-series.days // MOST_BARS))
    groups = [(start, min(series.days, start + each)) for start in range(0, series.days, each)]
    sums = [sum(series.utterances[a:b]) for a, b in groups]
    top = max(1, *sums)
    base = height - FOOT
    left = 34.0
    step = (WIDTH - left) / len(groups)
    made = []
    for at, ((a, b), count) in enumerate(zip(groups, sums, strict=True)):
        if not count:
            continue
        tall = count / top * (base - 12)
        first, last = series.day(a), series.day(b - 1)
        burst = any(one.first <= last and first <= one.last for one in found)
        made.append(
            Bar(
                round(left + at * step, 2),
                round(base - tall, 2),
                round(max(1.0, step - (1.5 if step > 4 else 0.3)), 2),
                round(tall, 2),
                first,
                last,
                count,
                burst,
            )
        )
    marks = [(at, series.day(groups[at][0])) for at in range(0, len(groups), -(-len(groups) // 4))]
    return Bars(
        WIDTH,
        height,
        base,
        tuple(made),
        tuple(Label(round(left + m * step, 1), height - 6, day) for m, day in marks),
        (Label(0, 18, count=top), Label(0, base, count=0)),
    )
