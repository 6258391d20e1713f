"""Grades of sources and of items: only people give them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from redite.corrections import Kind, make
from redite.errors import UsageError
from redite.outlets import outlet_key
from redite.outlets.grades import CREDIBILITY, RELIABILITY, grades

WHEN = datetime(2024, 3, 1, tzinfo=UTC)


def test_the_last_grade_counts_and_an_undone_one_does_not() -> None:
    """Somebody may think again; what was taken back was never said."""
    key = outlet_key("Tarsk-Inform")
    first = make(Kind.RELIABILITY, key, {"grade": "B"}, "Mira", WHEN)
    second = make(Kind.RELIABILITY, key, {"grade": "D"}, "Ivo", WHEN + timedelta(days=1))
    found = grades([first, second]).of_outlet("Tarsk-Inform")
    assert found is not None
    assert (found.grade, found.who, found.words) == ("D", "Ivo", "not usually reliable")
    again = grades([first, replace(second, undone_by="k-1")]).of_outlet("Tarsk-Inform")
    assert again is not None
    assert again.grade == "B"


def test_source_and_item_are_graded_apart() -> None:
    """A statement of a poor source may be confirmed, and says nothing of the source."""
    item = make(Kind.CREDIBILITY, "s-1", {"grade": "1"}, "Mira", WHEN)
    found = grades([item])
    assert found.statements["s-1"].words == CREDIBILITY["1"]
    assert found.outlets == {}
    assert found.of_outlet(None) is None


@pytest.mark.parametrize(
    ("kind", "grade"),
    [
        (Kind.RELIABILITY, "G"),
        (Kind.RELIABILITY, "1"),
        (Kind.CREDIBILITY, "7"),
        (Kind.CREDIBILITY, ""),
    ],
)
def test_a_grade_that_is_none_is_refused(kind: Kind, grade: str) -> None:
    """The two scales have six steps each, and share none."""
    with pytest.raises(UsageError, match="grade"):
        make(kind, "x", {"grade": grade}, "Mira", WHEN)
    assert not set(RELIABILITY) & set(CREDIBILITY)
