"""The head of a phrase, and whether it may be a subject."""

from __future__ import annotations

import pytest

from redite.text.heads import head_of, oblique, outnumbered, subject_behind, words_of


@pytest.mark.parametrize(
    ("phrase", "head"),
    [
        ("бывшего советника премьера", "советника"),
        ("66-летняя смотрительница маяка", "смотрительница"),
        ("его помощник", "помощник"),
        ("его", "его"),
        ("ведающая портом Далкова", "ведающая"),
        ("один из лодочников", "один"),
        ("две лодки", None),
        ("Halden Wire", None),
        ("", None),
    ],
)
def test_a_phrase_is_headed_by_its_first_noun(phrase: str, head: str | None) -> None:
    """Or by the adjective that governs that noun; numbers and foreign words head nothing."""
    found = head_of(words_of(phrase), "ru")
    assert (found.word if found else None) == head


def test_nothing_is_known_of_languages_without_a_dictionary() -> None:
    """English words have no case to tell."""
    assert head_of(["the", "minister"], "en") is None


def test_a_name_that_looks_like_a_declined_noun_is_none() -> None:
    """“Руге” is the dative of a noun, and somebody's name in every case."""
    head = head_of(["Руге"], "ru")
    assert head is not None
    assert oblique(head, name=False)
    assert not oblique(head, name=True)


def test_one_is_not_the_subject_of_a_verb_of_many() -> None:
    """But one noun may stand for the many behind it."""
    one, many = head_of(["порт"], "ru"), head_of(["большинство", "жителей"], "ru")
    assert one is not None
    assert many is not None
    assert outnumbered(one, "сообщили", "ru")
    assert not outnumbered(one, "сообщил", "ru")
    assert not outnumbered(many, "сообщили", "ru")


@pytest.mark.parametrize(
    ("phrase", "at"),
    [
        ("этих людей Тарск", 2),
        ("лодочнику избранный президент", 1),
        ("людей из порта", None),
        ("лодочнику сообщение", None),
    ],
)
def test_the_subject_may_follow_the_object(phrase: str, at: int | None) -> None:
    """With its adjectives; not where a preposition governs it or it may be an object too."""
    words = words_of(phrase)
    head = head_of(words, "ru")
    assert head is not None
    assert subject_behind(head, words, "ru") == at
