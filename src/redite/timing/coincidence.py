"""Whether sayings lie closer to events than chance would put them.

The measure is how much was said around the days of an event: a saying counts in full on the day
itself and less with every day before or after, nothing beyond `REACH` days. Chance is a calendar
on which the same number of events stands on other days: `DRAWS` such calendars are drawn with a
stated seed. Since both news and events keep the week, a day counts by what was said beyond the
usual of its kind, weekday or weekend. The p-value is the share of calendars, the real one
included, that do as well or better (Phipson and Smyth, Permutation p-values should never be zero,
2010). The series itself is never shuffled, so that press conferences, on which ten things are
said at once, count for no more than one day among others.

Many tries find something by chance. Holm's correction (A simple sequentially rejective multiple
test procedure, 1979) keeps the chance of a single false alarm among all tries at `ALPHA`, whatever
the tries have to do with one another. `benchmarks/why_now.py` measures both.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from redite.timing.events import Event
from redite.timing.intensity import Series

REACH = 3
"""Days before and after an event within which a saying lies close to it."""
DRAWS = 9_999
SEED = 20_230_404
ALPHA = 0.04
"""Below the 5% that are promised, so that no single run of a thousand calendars exceeds them."""
SHORTEST = 14
"""Days of a series below which nothing can be told."""


@dataclass(frozen=True, slots=True)
class Coincidence:
    """One try: a series held against an event."""

    series: Series
    event: Event
    utterances: int
    """Said within reach of the event's days."""
    usual: float
    """Said, on average, within reach of as many days of a drawn calendar."""
    p: float
    corrected: float
    """The p-value after Holm's correction for all tries."""
    tries: int

    @property
    def found(self) -> bool:
        """Say whether it is more than chance, after correction."""
        return self.corrected <= ALPHA


def coincide(
    of: Iterable[Series], events: Iterable[Event], *, seed: int = SEED, draws: int = DRAWS
) -> tuple[Coincidence, ...]:
    """Return every try of a series against an event, the most significant first.

    Events outside a series are left out, as are series of less than `SHORTEST` days. Nothing is
    left out for how it looks: what is tried must not depend on what is found.

    Args:
        of: The series to try; they may cover different days.
        events: The events to try each of them against.
        seed: Where the random calendars begin; the same seed gives the same p-values.
        draws: How many calendars are drawn a try.
    """
    known = list(events)
    return coincide_pairs(((one, event) for one in of for event in known), seed=seed, draws=draws)


def coincide_pairs(
    pairs: Iterable[tuple[Series, Event]], *, seed: int = SEED, draws: int = DRAWS
) -> tuple[Coincidence, ...]:
    """Return the same for chosen pairs: an event may have a series of its own."""
    tries = [_try(one, event, seed, draws) for one, event in pairs]
    tried = [each for each in tries if each is not None]
    return _corrected(tried)


def _try(series: Series, event: Event, seed: int, draws: int) -> Coincidence | None:
    if series.days < SHORTEST:
        return None
    counts = np.asarray(series.utterances, dtype=np.float64)
    near = _near(_steady(series), _weights())
    flat = _near(counts, np.ones(2 * REACH + 1))
    at = np.array([n for day in event.days if 0 <= (n := series.number(day)) < series.days])
    if not len(at):
        return None
    rng = np.random.default_rng([seed, *_digits(series.name), *_digits(event.name)])
    drawn = rng.integers(0, series.days, size=(draws, len(at)))
    measured = near[at].sum()
    better = int((near[drawn].sum(axis=1) >= measured - 1e-9).sum())
    p = (1 + better) / (1 + draws)
    close = np.zeros(series.days, dtype=bool)
    for number in at:
        close[max(0, number - REACH) : number + REACH + 1] = True
    usual = float(flat[drawn].sum(axis=1).mean())
    return Coincidence(series, event, int(counts[close].sum()), usual, p, p, 1)


def _steady(series: Series) -> NDArray[np.float64]:
    """Return the counts so that one wild day weighs less, and weekends are held to weekends.

    The square root evens out the spread of counts; then the mean of all weekdays, or of all days
    of a weekend, is taken off.
    """
    roots = np.sqrt(np.asarray(series.utterances, dtype=np.float64))
    weekend = np.array([series.day(number).weekday() >= 5 for number in range(series.days)])
    for kind in (weekend, ~weekend):
        if kind.any():
            roots[kind] -= roots[kind].mean()
    return roots


def _weights() -> NDArray[np.float64]:
    """Return what a saying counts on each day from `REACH` before to `REACH` after."""
    distance = np.abs(np.arange(-REACH, REACH + 1))
    return (REACH + 1 - distance) / (REACH + 1)


def _near(counts: NDArray[np.float64], weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return, for every day, the weighted sum of the counts around it."""
    padded = np.pad(counts, REACH)
    return np.convolve(padded, weights[::-1], mode="valid")


def _corrected(tried: Sequence[Coincidence]) -> tuple[Coincidence, ...]:
    ordered = sorted(tried, key=lambda c: (c.p, c.series.name, c.event.days, c.event.name))
    total, highest, found = len(ordered), 0.0, []
    for rank, one in enumerate(ordered):
        highest = max(highest, min(1.0, one.p * (total - rank)))
        found.append(
            Coincidence(one.series, one.event, one.utterances, one.usual, one.p, highest, total)
        )
    return tuple(found)


def _digits(name: str) -> tuple[int, ...]:
    """Return numbers made from a name: each try draws its own calendars, whatever the order."""
    return tuple(name.encode("utf-8", "replace")[:64])
