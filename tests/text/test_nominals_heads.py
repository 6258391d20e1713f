"""The noun that heads a phrase says what it names, and not a name inside it."""

from __future__ import annotations

import pytest

from redite.text.nominals import Sort, read


@pytest.mark.parametrize(
    ("language", "phrase", "sort", "name"),
    [
        ("ru", "Администрация президента Горана Велеша", Sort.ORGANISATION, None),
        ("ru", "Администрация президента Велморы Джо Велеша", Sort.ORGANISATION, None),
        ("uk", "офіс президентки Ірени Далкової", Sort.ORGANISATION, None),
        ("en", "the administration of President Irena Dalkova", Sort.ORGANISATION, None),
        ("fr", "l'administration du président Goran Velesh", Sort.ORGANISATION, None),
        ("de", "die Regierung von Präsidentin Irena Dalkova", Sort.ORGANISATION, None),
        ("ru", "Секретариат Тарской конвенции", Sort.ORGANISATION, None),
        ("ru", "Канцелярия премьер-министра", Sort.ORGANISATION, None),
        ("ru", "проект указания ЦБ", Sort.ORGANISATION, "ЦБ"),
        ("ru", "Последний пресс-релиз ЦБ", Sort.ORGANISATION, "ЦБ"),
        ("ru", "Велмостат", Sort.ORGANISATION, "Велмостат"),
        ("ru", "Защита Далковой", Sort.UNNAMED, None),
        ("ru", "внучка Ирены Далковой", Sort.UNNAMED, None),
        ("ru", "Власти Самарской области", Sort.UNNAMED, None),
        ("ru", "Адвокат Ирены Далковой", Sort.ROLE, None),
        ("ru", "Предложение Велеша", Sort.PERSON, "Велеша"),
        ("ru", "главврач больницы Горан Велеш", Sort.PERSON, "Горан Велеш"),
        ("ru", "глава Франции Велеш", Sort.PERSON, "Велеш"),
        ("ru", "лодочник Велеш", Sort.PERSON, "Велеш"),
        ("en", "the Ministry of Defence spokesman Milos Tarn", Sort.PERSON, "Milos Tarn"),
        ("en", "the Defence Ministry spokesman Milos Tarn", Sort.PERSON, "Milos Tarn"),
        ("fr", "le ministre de la Défense Goran Velesh", Sort.PERSON, "Goran Velesh"),
        ("ru", "Тарн-старший", Sort.PERSON, "Тарн-старший"),
        ("ru", "замглавы МИД РФ Рябков", Sort.PERSON, "Рябков"),
        ("ru", "помощник президента Кременов", Sort.PERSON, "Кременов"),
        ("ru", "зампред Портовой комиссии Франции Кренин", Sort.PERSON, "Кренин"),
        ("ru", "сторона защиты Далковой", Sort.UNNAMED, None),
        ("ru", "МВД Кременова", Sort.ORGANISATION, "МВД"),
        ("ru", "МИД Велморы", Sort.ORGANISATION, "МИД Велморы"),
        ("ru", "метеорологическое агентство Японии", Sort.ORGANISATION, None),
        ("ru", "Правящая партия «Тарская мечта»", Sort.ORGANISATION, None),
        ("ru", "Горан фон дер Тарн", Sort.PERSON, "Горан фон дер Тарн"),
        ("en", "Irena von der Tarn", Sort.PERSON, "Irena von der Tarn"),
        ("ru", "Рок-лодочник", Sort.UNNAMED, None),
    ],
)
def test_the_head_of_a_phrase_names_the_speaker(
    language: str, phrase: str, sort: Sort, name: str | None
) -> None:
    """A body's holder, whose lawyer or grandchild it is, and a region are not the speaker."""
    found = read(phrase, language)
    assert found.sort is sort
    assert name is None or found.name == name


def test_the_adjective_of_a_region_is_nobodys_name() -> None:
    """ "The governor of the Samara region" names nobody."""
    assert read("губернатор Самарской и Курской областей", "ru").sort is Sort.ROLE
