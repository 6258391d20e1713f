"""Whether two printed names are one person's."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redite.names.matching import SAME, same_name

PAIRS = [
    (a, b, same == "1", kind)
    for a, b, same, kind in (
        line.split("\t")
        for line in Path(__file__).with_name("pairs.tsv").read_text("utf-8").splitlines()
    )
    if kind != "unsolved"  # benchmarks.names counts those, too
]


@pytest.mark.parametrize(("a", "b", "kind"), [(a, b, k) for a, b, same, k in PAIRS if not same])
def test_different_people_are_never_merged(a: str, b: str, kind: str) -> None:
    """Another given name, surname, patronymic, initial or generation is another person."""
    match = same_name(a, b)
    assert not match.same, (kind, match)


def test_one_person_is_known_in_nearly_every_way_of_writing_him() -> None:
    """Of our authored pairs at least 95 in 100 are matched, and most of every kind."""
    by_kind: dict[str, list[bool]] = defaultdict(list)
    for a, b, same, kind in PAIRS:
        if same:
            by_kind[kind].append(same_name(a, b).same)
    found = [one for kind in by_kind.values() for one in kind]
    assert sum(found) >= 0.95 * len(found)
    for kind, answers in by_kind.items():
        assert sum(answers) >= 0.9 * len(answers), kind


@pytest.mark.parametrize(
    ("short", "full"), [("Velesh", "Goran Velesh"), ("G. Velesh", "Горан Велеш")]
)
def test_a_part_of_a_name_fits_and_is_never_enough(short: str, full: str) -> None:
    """A surname alone, or with one initial, is a part of the name: more than nothing, not him."""
    match = same_name(short, full)
    assert match.part
    assert match.unsure
    assert 0.3 < match.score < SAME


def test_a_part_that_does_not_fit_is_none() -> None:
    """Another initial or another surname is no part."""
    assert not same_name("I. Velesh", "Goran Velesh").part
    assert not same_name("Kremen", "Goran Velesh").part


def test_every_match_says_why() -> None:
    """The reason names what agreed, and how, and what did not."""
    assert same_name("Goran Velesh", "Горан Велеш").reason == (
        "same given name after transliteration; same surname after transliteration"
    )
    assert same_name("Velesh", "Горан Велеш").reason == (
        "same surname after transliteration; without a given name"
    )
    assert "forms of Margaret" in same_name("Peggy Lindhurst", "Margaret Lindhurst").reason
    assert "different names (goran, irena)" in same_name("Goran Velesh", "Irena Velesh").reason
    assert "in the other order" in same_name("Velesh Goran", "Goran Velesh").reason


def test_letters_that_look_alike_are_matched_and_flagged() -> None:
    """Cyrillic letters in a Latin word do not hide a name, and a person is asked to look."""
    attack = same_name("Gоran Vеlesh", "Goran Velesh")  # о, е of Cyrillic
    assert attack.same
    assert attack.flagged
    assert attack.unsure
    assert "two scripts" in attack.reason
    honest = same_name("Горан Велеш", "Goran Velesh")
    assert not honest.flagged


@pytest.mark.parametrize(
    "name",
    [
        "X",
        "X" * 500,
        "ГОРАН ВЕЛЕШ",
        "Го\u0301ран Веле\u0301ш",
        "李 明",
        "😀",
        "Goran 😀 Velesh",
        "O'Neill",
    ],
)
def test_a_name_matches_itself(name: str) -> None:
    """Names of one letter, of many, in capitals, with marks or emoji match themselves."""
    assert same_name(name, name).same


@pytest.mark.parametrize("a", ["", " ", "😀", "...", "a" * 500, "a b " * 200, "\u202e\ud800"])
@pytest.mark.parametrize("b", ["", "Goran Velesh", "😀😀", "В" * 500])
def test_what_is_no_name_matches_nobody(a: str, b: str) -> None:
    """Nothing, signs, endless words and broken text are answered, and are not a person's name."""
    if a.split() != b.split():
        assert not same_name(a, b).same


def test_emoji_and_brackets_beside_a_name_are_no_part_of_it() -> None:
    """Signs and explanations in brackets are passed over."""
    assert same_name("Goran Velesh 🇻🇪", "Goran Velesh").score > 0.95
    assert same_name("Goran Velesh (politician)", "Горан Велеш").same


def test_a_genitive_is_told_from_a_womans_name() -> None:
    """Горана Велеша is Goran Velesh; Daniela Kowarz is not Daniel Kowarz."""
    assert same_name("Даниила Коваржа", "Даниил Коварж").same
    assert not same_name("Daniela Kowarz", "Daniel Kowarz").same


NAMES = st.one_of(
    st.text(max_size=60),
    st.lists(
        st.sampled_from("Goran Горан Velesh Велеша V. Д. von al-Hadi Иванович Jr 李 Dr.".split()),
        max_size=5,
    ).map(" ".join),
)


@given(NAMES, NAMES)
def test_matching_is_symmetric(a: str, b: str) -> None:
    """It does not matter which name is asked about, and the score is a share."""
    one, other = same_name(a, b), same_name(b, a)
    assert (one.score, one.part, one.flagged) == (other.score, other.part, other.flagged)
    assert 0 <= one.score <= 1
