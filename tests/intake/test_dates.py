"""When something was published, as its input says."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redite.intake import Limits
from redite.intake.dates import at_second, when


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2024-03-05", datetime(2024, 3, 5, tzinfo=UTC)),
        ("2024-03-05T10:00:00", datetime(2024, 3, 5, 10, tzinfo=UTC)),
        ("2024-03-05T10:00:00+02:00", datetime(2024, 3, 5, 8, tzinfo=UTC)),
        ("2024-03-05 10:00Z", datetime(2024, 3, 5, 10, tzinfo=UTC)),
        (" Tue, 05 Mar 2024 10:00:00 -0400 ", datetime(2024, 3, 5, 14, tzinfo=UTC)),
    ],
)
def test_a_date_is_read_as_utc(value: str, expected: datetime) -> None:
    """Days, times with and without a zone, and the form of e-mail all come out in UTC."""
    assert when(value, Limits()) == (expected, None)


@pytest.mark.parametrize(
    "value",
    ["2023-02-30", "Thu, 30 Feb 2023 10:00:00 GMT", "yesterday", "2023-02", "0001-01-01", 5, {}],
)
def test_what_is_no_date_is_unknown_and_said(value: object) -> None:
    """30 February, words, months and numbers give no date, and a note."""
    found, note = when(value, Limits())
    assert found is None
    assert note


@pytest.mark.parametrize(
    "value", ["2203-01-01", "1970-01-01", "1900-01-01", "1601-01-01T00:00:00Z"]
)
def test_an_unbelievable_date_is_unknown_and_said(value: str) -> None:
    """Dates of clocks that were never set, and of the year 2203, are not believed."""
    found, note = when(value, Limits())
    assert found is None
    assert note is not None
    assert "not believed" in note


def test_the_caller_says_which_date_is_too_late() -> None:
    """A date after `Limits.latest` is not believed, one before is."""
    limits = Limits(latest=datetime(2024, 3, 7, tzinfo=UTC))
    assert when("2024-03-06", limits)[0] is not None
    assert when("2024-03-08", limits)[0] is None


def test_an_absent_date_needs_no_note() -> None:
    """Nothing is said about a date that the input does not have."""
    assert when(None, Limits()) == (None, None)
    assert when("", Limits()) == (None, None)


def test_a_second_too_large_for_a_date_is_unknown() -> None:
    """A count of seconds beyond all calendars does not stop the run."""
    assert at_second(10**15, Limits())[0] is None
    assert at_second(1709632800, Limits())[0] == datetime(2024, 3, 5, 10, tzinfo=UTC)


@given(st.text(max_size=40))
def test_no_text_makes_it_fail(value: str) -> None:
    """Whatever stands where a date should, there is a date in UTC, or a note, or nothing."""
    found, note = when(value, Limits())
    assert found is None or (found.tzinfo is UTC and note is None)
