"""Whether two reports may be about one occasion of speaking."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from redite.compare.occasions import occasion_gap
from redite.values import DateInterval

MAY_1 = datetime(2031, 5, 1, 9, tzinfo=UTC)


def on(day: int | None, last: int | None = None) -> DateInterval | None:
    """Return a day of May, or a stretch of days."""
    if day is None:
        return None
    return DateInterval(date(2031, 5, day), date(2031, 5, last or day), "")


@pytest.mark.parametrize(
    ("one", "other", "days_later", "may_be"),
    [
        (on(1), on(1), 20, True),
        (on(1), on(2), 0, False),
        (on(1, 3), on(2), 0, True),
        (on(1), None, 4, True),
        (on(1), None, 9, False),
        (None, on(1), 1, True),
        (None, on(3), 3, False),
        (None, None, 2, True),
        (None, None, 5, False),
    ],
)
def test_occasions(
    one: DateInterval | None, other: DateInterval | None, days_later: int, may_be: bool
) -> None:
    """Given days must agree; where one is missing, nearness in time decides."""
    gap = occasion_gap(one, MAY_1, other, MAY_1 + timedelta(days=days_later))
    assert (gap is not None) is may_be


def test_open_intervals_agree_with_anything_on_their_side() -> None:
    """An interval open at one end holds every day on that side."""
    since = DateInterval(date(2031, 5, 1), None, "")
    assert occasion_gap(since, MAY_1, on(9), MAY_1) == 0
    assert occasion_gap(DateInterval(None, date(2031, 5, 1), ""), MAY_1, on(9), MAY_1) is None
    assert occasion_gap(DateInterval(None, None, ""), MAY_1, None, MAY_1) == 0
