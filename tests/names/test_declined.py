"""Which spelling of a name the others decline."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redite.names.declined import declines, first_cases
from redite.text.nominative import nominative, nominative_of_owner

_SURNAMES = st.text("абвгдежзиклмнопрстуфхцчшщ", min_size=3, max_size=9).map(str.capitalize)
_MASCULINE = _SURNAMES.filter(lambda word: word[-1] not in "аеиоу")


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Милоша Тарна", "Милош Тарн"),
        ("Гораном Велешем", "Горан Велеш"),
        ("Ли Веньмина", "Ли Веньмин"),
        ("Ігоря Кременя", "Ігорь Кремень"),
    ],
)
def test_a_case_of_a_mans_name(name: str, other: str) -> None:
    """A man's name in another case is his name with an ending at each word that takes one."""
    assert declines(name, other)
    assert not declines(other, name)


def test_a_woman_is_not_a_man_declined() -> None:
    """What does not end in a consonant tells nothing."""
    assert not declines("Ирены Далковой", "Ирена Далкова")
    assert not declines("Ирена Далкова", "Ирены Далковой")


def test_a_slip_does_not_depose_a_name() -> None:
    """One wrong spelling among many right ones does not make these its cases."""
    assert first_cases({"Марек Цахна": 9, "Марек Цахн": 1}) == {"Марек Цахна", "Марек Цахн"}
    assert first_cases({"Марека Цахна": 4, "Марек Цахн": 2}) == {"Марек Цахн"}


@given(_MASCULINE, _MASCULINE, st.sampled_from(["а", "у", "ом"]))
def test_no_name_declines_its_own_case(given_name: str, surname: str, ending: str) -> None:
    """Of a name and its case exactly one is the first, whichever is met more often."""
    first, case = f"{given_name} {surname}", f"{given_name}{ending} {surname}{ending}"
    assert first_cases({first: 1, case: 2}) == {first}
    assert first_cases({first: 2, case: 1}) == {first}


@given(st.dictionaries(st.text(max_size=12), st.integers(1, 50), max_size=6))
def test_some_spelling_is_always_left(met: dict[str, int]) -> None:
    """However strange the spellings, one of them is the first case."""
    assert bool(first_cases(met)) == bool(met)


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("Горана Велеша", "Горан Велеш"),  # the dictionary guesses a woman's "Велёша"
        ("Станислава Близняка", "Станислав Близняк"),  # and of the given name, hers
        ("Илон Тарн", "Илон Тарн"),  # no genitive of several women named Илона
        ("Владислава Торши", "Владислав Торша"),
        ("Егора Велеша", "Егор Велеш"),
        ("Ирены Даски", "Ирена Даска"),
        ("Марии Далковой", "Мария Далкова"),
    ],
)
def test_a_strange_surname_beside_a_known_given_name(name: str, called: str) -> None:
    """The given name tells the case of a surname that no dictionary holds."""
    assert nominative(name, "ru") == called


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("Кира Велеша", "Кир Велеш"),
        ("Джо Велеша", "Джо Велеш"),
        ("Марек Цахна", "Марек Цахна"),  # "Марек" is no genitive
        ("Мария Далкова", "Мария Далкова"),
    ],
)
def test_a_genitive_that_looks_like_a_woman(name: str, called: str) -> None:
    """Behind a word that governs it, a name in "а" is a man's; unless a word of it says no."""
    assert nominative_of_owner(name, "ru") == called
