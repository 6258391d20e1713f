"""Phrases that name one person and mean another, or a body."""

import pytest

from redite.text.nominals import Sort, read
from redite.text.nominative import gender_of, nominative, nominative_body

PHRASES = [
    ("en", "an adviser to President Dalkova", Sort.ROLE, "an adviser to President Dalkova"),
    ("en", "sources close to Irena Dalkova", Sort.UNNAMED, "sources close to Irena Dalkova"),
    ("en", "the president of Velmora Irena Dalkova", Sort.PERSON, "Irena Dalkova"),
    ("en", "It", Sort.GENERIC, ""),
    ("fr", "le président de la Velmorie Gorane Velech", Sort.PERSON, "Gorane Velech"),
    ("en", "Consultancy Orvane", Sort.ORGANISATION, "Orvane"),
    ("fr", "le cabinet d’études Orvane", Sort.ORGANISATION, "Orvane"),
    ("fr", "le cabinet du ministre", Sort.ORGANISATION, "cabinet du ministre"),
    ("de", "des Büros Orvane", Sort.ORGANISATION, "Orvane"),
    ("fr", "L’Ostlindie", Sort.ORGANISATION, "Ostlindie"),
    ("fr", "Le Front civil", Sort.ORGANISATION, "Front civil"),
    ("de", "der Nationale Hafenschild", Sort.ORGANISATION, "Nationale Hafenschild"),
    ("ru", "советник Ирены Далковой", Sort.ROLE, "советник Ирены Далковой"),
    ("ru", "пресс-секретарь Темирова", Sort.ROLE, "пресс-секретарь Темирова"),
    ("ru", "президента Велмории", Sort.ROLE, "президента Велмории"),
    ("ru", "Посланец Делорн", Sort.PERSON, "Делорн"),
    ("ru", "её однофамилица из Минобороны Ирина Велеш", Sort.PERSON, "Ирина Велеш"),
    ("ru", "В Велмории", Sort.ORGANISATION, "Велмория"),
]


@pytest.mark.parametrize(("language", "phrase", "sort", "name"), PHRASES)
def test_a_name_inside_a_phrase_is_not_always_the_speakers(
    language: str, phrase: str, sort: Sort, name: str
) -> None:
    """Whose adviser he is, and of which country she is president, is no part of the name."""
    found = read(phrase, language)
    assert (found.sort, found.name) == (sort, name)


@pytest.mark.parametrize(
    ("declined", "name"),
    [
        ("Портовой палаты Велморы", "Портовая палата Велморы"),
        ("Института пограничных исследований", "Институт пограничных исследований"),
        ("МИДа", "МИД"),
        ("Минобороны", "Минобороны"),
        ("прокуратуры", "прокуратура"),
        ("Воздушные силы", "Воздушные силы"),
        ("Тарскинформа", "Тарскинформа"),
        ("Тарскавиации", "Тарскавиация"),
        ("Силы обороны", "Силы обороны"),
        ("Вести", "Вести"),
    ],
)
def test_a_body_is_printed_in_the_nominative(declined: str, name: str) -> None:
    """Its head and the adjectives before it are turned; a strange word stays as printed."""
    assert nominative_body(declined, "ru") == name


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("глава «Тарскнефти» Велеш", "Велеш"),
        ("глава Tarsk Airlines Горан Велеш", "Горан Велеш"),
        ("министр обороны Велеш", "Велеш"),
        ("глава МИД Велмории", "глава МИД Велмории"),
    ],
)
def test_a_body_between_office_and_name_is_no_part_of_the_name(phrase: str, name: str) -> None:
    """A country there is whose office it is."""
    assert read(phrase, "ru").name == name


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Илон Тарн", None),
        ("Илона Тарн", "f"),
        ("Кир Кременов", "m"),
        ("Велешовой", "f"),
        ("Саломе Тарнишвили", None),
    ],
)
def test_a_given_name_is_that_of_one_person(name: str, gender: str | None) -> None:
    """What is said of several, or calls one, is no name; a surname tells where a name does not."""
    assert gender_of(name, "ru") == gender


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Саломе Тарнишвили", "Саломе Тарнишвили"),
        ("Эмине Тарн", "Эмине Тарн"),
        ("Урсуле Веленовой", "Урсула Веленова"),
        ("Марка Тарне", "Марк Тарне"),
    ],
)
def test_a_strange_name_of_hers_is_no_case_of_his(printed: str, name: str) -> None:
    """What ends in "е" beside a surname that shows no case is called so."""
    assert nominative(printed, "ru") == name
