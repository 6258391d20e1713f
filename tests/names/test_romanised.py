"""Names in Cyrillic, as readers of English and French are used to them."""

from __future__ import annotations

import pytest

from redite.names.romanised import romanised


@pytest.mark.parametrize(
    ("name", "written_in", "english", "french"),
    [
        ("Сергей Лыткин", "ru", "Sergey Lytkin", "Sergueï Lytkine"),
        ("Юрий Слюнев", "ru", "Yury Slyunev", "Iouri Sliounev"),
        ("Мария Андреева", "ru", "Maria Andreyeva", "Maria Andreïeva"),
        ("Егор Васильев", "ru", "Yegor Vasilyev", "Egor Vassiliev"),
        ("Пётр Грачёв", "ru", "Pyotr Grachev", "Piotr Gratchev"),
        ("Михаил Щукин-Ясин", "ru", "Mikhail Shchukin-Yasin", "Mikhaïl Chtchoukine-Iassine"),
        ("Сергій Вишенський", "uk", "Serhii Vyshenskyi", "Serhiï Vychensky"),
        ("Євген Згурук", "uk", "Yevhen Zghuruk", "Ievhen Zhourouk"),
        ("Василь Мар'янчук", "uk", "Vasyl Marianchuk", "Vassyl Mariantchouk"),
    ],
)
def test_names_are_written_by_the_standard_of_the_field(
    name: str, written_in: str, english: str, french: str
) -> None:
    """English after BGN/PCGN as papers simplify it, French after the usage of French papers."""
    assert romanised(name, written_in, "en") == english
    assert romanised(name, written_in, "fr") == french


def test_a_letter_that_one_language_has_tells_which_it_is() -> None:
    """A Russian paper may print a Ukrainian name in Ukrainian letters."""
    assert romanised("Ігор Голуб", "ru", "en") == "Ihor Holub"
    assert romanised("Егор Быхов", "uk", "en") == "Yegor Bykhov"


def test_a_name_from_elsewhere_is_followed_by_what_was_printed() -> None:
    """Its own spelling cannot be had from the Cyrillic, and a reader may know it."""
    assert romanised("Уолтер Хьюз", "ru", "en") == "Uolter Khyuz (Уолтер Хьюз)"


@pytest.mark.parametrize("name", ["Goran Velesh", "Ңұржан Әлиев", "Егор 2", "Иван Petrov"])
def test_what_the_rules_do_not_cover_is_left(name: str) -> None:
    """Nothing is written half in one script and half in another."""
    assert romanised(name, "ru", "en") is None


def test_other_languages_have_no_rules() -> None:
    """A Ukrainian brief keeps Cyrillic."""
    assert romanised("Егор Быхов", "ru", "uk") is None


def test_a_decomposed_letter_is_one_letter() -> None:
    """Some pages print й as и and a breve."""
    assert romanised("Андреи\u0306 Лыткин", "ru", "en") == "Andrey Lytkin"
