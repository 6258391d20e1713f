"""Common nouns for people are nobody's name and no body's."""

from __future__ import annotations

import pytest

from redite.text.nominals import Sort, read
from redite.text.nominative import nominative_group


@pytest.mark.parametrize(
    ("language", "phrase"),
    [
        ("ru", "врачи"),
        ("ru", "Музыканты"),
        ("ru", "адвокатов Далковой"),
        ("ru", "Велморские учёные из университета Тарска"),
        ("ru", "40% молодых людей, окончивших университеты"),
        ("ru", "депутаты парламента"),
        ("uk", "адвокати Далкової"),
        ("uk", "музиканти"),
    ],
)
def test_several_people_by_a_common_noun_are_unnamed(language: str, phrase: str) -> None:
    """Whatever office, name or body stands behind the noun, none of them is told apart."""
    found = read(phrase, language)
    assert (found.sort, found.plural) == (Sort.UNNAMED, True)


def test_somebody_of_a_body_is_not_the_body() -> None:
    """ "An actress of the theatre" is no theatre, and guards are no guard."""
    assert read("заслуженная артистка театра МВД", "ru").sort is Sort.UNNAMED
    assert read("охранник банка", "ru").sort is Sort.UNNAMED


def test_members_of_a_body_in_foreign_letters_speak_for_it() -> None:
    """ "Journalists of Halden": a name in other letters is a body's."""
    found = read("журналисты Halden", "ru")
    assert (found.sort, found.name) == (Sort.ORGANISATION, "Halden")
    assert read("журналисты", "ru").sort is Sort.MEMBERS


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("пресс-служба президента", "пресс-служба президента"),
        ("пресс-служба МВД", "МВД"),
        ("её партия Новый причал", "партия Новый причал"),
        ("Центробанк", "Центробанк"),
    ],
)
def test_a_body_keeps_what_belongs_to_its_name(phrase: str, name: str) -> None:
    """A possessive is dropped; a press service is a body's, but a person has his own."""
    found = read(phrase, "ru")
    assert (found.sort, found.name) == (Sort.ORGANISATION, name)


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("Президент Абхазии Арсалия", "Арсалия"),
        ("пресс-секретарь Госдепа Ведант Корсак", "Ведант Корсак"),
    ],
)
def test_a_strange_name_behind_a_full_office_is_its_holders(phrase: str, name: str) -> None:
    """What looks like a genitive, or like a word of the dictionary, is a name in this place."""
    found = read(phrase, "ru")
    assert (found.sort, found.name) == (Sort.PERSON, name)


@pytest.mark.parametrize(
    ("words", "governed", "called"),
    [
        ("портовых врачей", False, "портовые врачи"),
        ("в компании", False, "компания"),
        ("певицы", False, "певицы"),
        ("певицы", True, "певица"),
        ("выше", False, "выше"),
        ("местных", True, "местные"),
        ("остлиндских военных", True, "остлиндские военные"),
        ("опрошенных нами тарсанцев", True, "опрошенные нами тарсанцы"),
        ("одного из них", True, "один из них"),
        ("которых", True, "которых"),
        ("лодочников, опрошенных нами", True, "лодочников, опрошенных нами"),
        ("агентство АКРА", True, "агентство АКРА"),
    ],
)
def test_those_unnamed_are_called_in_the_nominative(
    words: str, governed: bool, called: str
) -> None:
    """What may be a subject stays as it is unless another word governs it."""
    assert nominative_group(words, "ru", governed=governed) == called


@pytest.mark.parametrize(
    ("language", "phrase", "sort", "name"),
    [
        ("en", "Exporters", Sort.UNNAMED, "Exporters"),
        ("en", "Peters", Sort.PERSON, "Peters"),
        ("en", "Doctors of the Lipnov hospital", Sort.UNNAMED, "Doctors of the Lipnov hospital"),
        ("en", "analysts polled by Halden Wire", Sort.UNNAMED, "analysts polled by Halden Wire"),
        ("en", "Her office", Sort.ORGANISATION, "Her office"),
        ("de", "seinen Worten", Sort.PRONOUN, ""),
        ("fr", "ses dires", Sort.PRONOUN, ""),
        ("es", "El ministro de Defensa de Velmora, Goran Velesh", Sort.PERSON, "Goran Velesh"),
        ("pl", "Minister obrony Welmory Goran Velesh", Sort.PERSON, "Goran Velesh"),
        ("pl", "Instytut Studiów (ISG)", Sort.ORGANISATION, "Instytut Studiów (ISG)"),
        ("uk", "Генеральний штаб Остлінду", Sort.ORGANISATION, "Генеральний штаб Остлінду"),
        ("ru", "сестра Долматова", Sort.UNNAMED, "сестра Долматова"),
        ("ru", "«Тарский вестник", Sort.ORGANISATION, "Тарский вестник"),
        ("ru", "телеканал «Грозный»", Sort.ORGANISATION, "телеканал «Грозный»"),
    ],
)
def test_who_is_meant_shows_in_the_words_around(
    language: str, phrase: str, sort: Sort, name: str
) -> None:
    """Endings, given names, brackets and quotation marks tell, where no list of titles does."""
    found = read(phrase, language)
    assert (found.sort, found.name) == (sort, name)


def test_a_ukrainian_body_is_printed_in_the_nominative() -> None:
    """That dictionary does not mark what is one."""
    assert nominative_group("Генерального штабу Остлінду", "uk") == "Генеральний штаб Остлінду"
