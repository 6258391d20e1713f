"""What names somebody among words that a tagger took along with the name of a body."""

from __future__ import annotations

import pytest

from redite.text.bare_names import bare_name


@pytest.mark.parametrize(
    ("language", "phrase", "name"),
    [
        ("ru", "Как сообщает агентство", "агентство"),
        ("ru", "Ранее газета", "газета"),
        ("ru", "передаёт Halden Wire", "Halden Wire"),
        ("ru", "об этом сообщила газета 20 Tarsk", "газета 20 Tarsk"),
        ("ru", "Газета Halden Wire утверждает", "Газета Halden Wire"),
        ("ru", "Издание [пишет", "Издание"),
        ("ru", "компании и", "компании"),
        ("uk", "повідомляє видання", "видання"),
    ],
)
def test_words_around_a_name_are_left_out(language: str, phrase: str, name: str) -> None:
    """A verb, an adverb or a joining word around a name is no part of it."""
    assert bare_name(phrase, language) == name


def test_a_whole_clause_names_nobody() -> None:
    """Where something is said behind a verb and a comma, nobody is named."""
    assert bare_name("заявил, что правительство предлагает мост", "ru") == ""


@pytest.mark.parametrize(
    ("language", "phrase"),
    [
        ("ru", "Тарская правда"),
        ("ru", "Тарская весть"),
        ("ru", "Институт приливов (ИП)"),
        ("ru", "пишет «Тарская весть»"),
        ("en", "writes the Lamp"),
        (None, "writes the Lamp"),
    ],
)
def test_a_name_stays_as_it_is(language: str | None, phrase: str) -> None:
    """A name that holds none of these, or in a language without dictionary, is left alone."""
    assert bare_name(phrase, language) == phrase
