"""What changed between two statements of one claim."""

from __future__ import annotations

import pytest

from redite.compare.slots import OPPOSITE_ACTS, changes, opposite
from redite.compare.words import read_words


def changed(earlier: str, later: str, language: str = "en") -> list[tuple[str, str | None, str]]:
    """Return the changes between two texts in one language."""
    found = changes(read_words(earlier, language), read_words(later, language))
    return [(c.slot, c.before, c.after or "") for c in found]


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        ("300 lorries waited", "450 lorries waited", ("number", "300 lorries", "450 lorries")),
        ("lorries waited", "450 lorries waited", ("number", None, "450 lorries")),
        ("a rise of 5 %", "a rise of 7 %", ("number", "5 %", "7 %")),
        ("it opens on Monday", "it opens on Friday", ("date", "Monday", "Friday")),
        ("it opens", "it opens on 4 October", ("date", None, "4 October")),
        ("it opens within weeks", "it opens on 4 October", ("date", "weeks", "4 October")),
        ("it will be completed", "it is completed", ("status", "planned", "done")),
    ],
)
def test_a_change(earlier: str, later: str, expected: tuple[str, str | None, str]) -> None:
    """A number, day or status that differs or is added is named before and after."""
    assert changed(earlier, later) == [expected]


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("300 lorries waited", "lorries waited"),
        ("4,980 lorries waited", "about 5,000 lorries waited"),
        ("4,980 lorries waited", "5,000 lorries waited"),
        ("300 lorries waited", "three hundred lorries waited"),
        ("it opens on Monday", "it opens"),
        ("it is completed", "it will be completed"),
        ("it opened today", "it opened on 4 October"),
        ("it opens on Monday", "it opens in October"),
    ],
)
def test_no_change(earlier: str, later: str) -> None:
    """What is dropped, rounded, spelt out or put back in time is no change."""
    assert changed(earlier, later) == []


def test_numbers_of_different_things() -> None:
    """A number is held against the number of the same thing, wherever it stands."""
    earlier = "300 lorries and 20 buses waited"
    assert changed(earlier, "25 buses and 300 lorries waited") == [
        ("number", "20 buses", "25 buses")
    ]


def test_units_across_languages() -> None:
    """What is counted is compared by its meaning: "soldiers" and "солдат" are one unit."""
    (change,) = changes(
        read_words("300 soldiers were sent", "en"), read_words("отправлено 450 солдат", "ru")
    )
    assert (change.before, change.after) == ("300 soldiers", "450 солдат")


def test_opposite_acts() -> None:
    """Opposites count where each text has one of the two, and not where one has both."""
    suspend = read_words("Velmora suspends the deal", "en")
    resume = read_words("Velmora resumes the deal", "en")
    both = read_words("Velmora suspends and resumes the deal", "en")
    assert opposite(suspend, resume, OPPOSITE_ACTS) == ("suspend", "resume")
    assert opposite(resume, suspend, OPPOSITE_ACTS) == ("resume", "suspend")
    assert opposite(suspend, both, OPPOSITE_ACTS) is None
    assert opposite(suspend, suspend, OPPOSITE_ACTS) is None
