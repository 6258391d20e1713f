"""Days on which far more was said than usual.

Kleinberg's automaton (Bursty and hierarchical structure in streams, 2002) with two states: in the
ordinary one sayings come at the average rate of the series, in the other at three times that.
Each day costs what its count is unlikely in its state (Poisson), and entering a burst costs the
logarithm of the number of days, so that one busy day in a quiet month is a burst and the same day
in a busy month is none. The cheapest sequence of states is found exactly (Viterbi).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from math import lgamma, log

from redite.timing.intensity import Series

RATIO = 3.0
"""How many times the average rate makes a burst; twice is an ordinary press conference."""
LEAST = 3
"""Sayings that a burst holds at least."""


@dataclass(frozen=True, slots=True)
class Burst:
    """A stretch of days, both inclusive, with what was said in it and what would be usual."""

    first: date
    last: date
    utterances: int
    origins: int
    usual: float
    """Sayings that as many days hold outside bursts, on average."""


def find(series: Series) -> tuple[Burst, ...]:
    """Return the bursts of a series, oldest first."""
    counts = series.utterances
    total = sum(counts)
    if total < LEAST or len(counts) < 3:
        return ()
    states = _states(counts, total / len(counts))
    quiet = [count for count, state in zip(counts, states, strict=True) if not state]
    rate = sum(quiet) / len(quiet) if quiet else total / len(counts)
    found, start = [], None
    for at, state in enumerate((*states, 0)):
        if state and start is None:
            start = at
        elif not state and start is not None:
            said = sum(counts[start:at])
            if said >= LEAST:
                found.append(
                    Burst(
                        series.day(start),
                        series.day(at - 1),
                        said,
                        sum(series.origins[start:at]),
                        rate * (at - start),
                    )
                )
            start = None
    return tuple(found)


def _states(counts: tuple[int, ...], rate: float) -> list[int]:
    """Return the cheapest state of every day: 0 ordinary, 1 burst."""
    rates = (rate, rate * RATIO)
    enter = log(len(counts))
    costs = [0.0, enter]
    back: list[tuple[int, int]] = []
    for count in counts:
        day = [lam - count * log(lam) + lgamma(count + 1) for lam in rates]
        from_burst, from_quiet = costs[1], costs[0] + enter
        ordinary = 0 if costs[0] <= costs[1] else 1
        burst = 1 if from_burst <= from_quiet else 0
        back.append((ordinary, burst))
        costs = [costs[ordinary] + day[0], min(from_burst, from_quiet) + day[1]]
    state = 0 if costs[0] <= costs[1] else 1
    states = [0] * len(counts)
    for at in range(len(counts) - 1, -1, -1):
        states[at] = state
        state = back[at][state]
    return states
