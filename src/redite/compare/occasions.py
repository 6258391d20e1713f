"""May two reports of one speaker be about one occasion of speaking?"""

from __future__ import annotations

from datetime import date, datetime

from redite.values import DateInterval

DAYS_UNDATED = 3
"""Apart in publication, where neither report says when it was said: a day's news is retold for
about that long."""
DAYS_DATED = 7
"""Between the day one report gives and the publication of one that gives none."""


def occasion_gap(
    said_one: DateInterval | None,
    published_one: datetime,
    said_other: DateInterval | None,
    published_other: datetime,
) -> float | None:
    """Return 0 (one day) to 1 (hardly one occasion); None where it cannot be one occasion."""
    if said_one is not None and said_other is not None:
        return 0.0 if _overlap(said_one, said_other) else None
    if said_one is None and said_other is None:
        apart = abs((published_one - published_other).total_seconds()) / 86_400
        return apart / DAYS_UNDATED if apart <= DAYS_UNDATED else None
    said, published = (
        (said_one, published_other) if said_one is not None else (said_other, published_one)
    )
    assert said is not None
    days = _days_after(said, published.date())
    return days / DAYS_DATED if 0 <= days <= DAYS_DATED else None


def _overlap(one: DateInterval, other: DateInterval) -> bool:
    starts = [day for day in (one.start, other.start) if day is not None]
    ends = [day for day in (one.end, other.end) if day is not None]
    return not starts or not ends or max(starts) <= min(ends)


def _days_after(said: DateInterval, published: date) -> int:
    """Return how long after the saying something was published; -1 where it was before."""
    if said.start is not None and published < said.start:
        return -1
    last = said.end or said.start
    return max(0, (published - last).days) if last is not None else 0
