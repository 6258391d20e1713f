"""Sources that suffer their verb and do not speak."""

from __future__ import annotations

import pytest

from redite.text.patients import speaking
from redite.values import Attribution, Span
from tests.text.bars import read


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("ru", "|Бывшего советника| |попросили| |не выезжать из Тарска|."),
        ("ru", "Суд решил. |Ему| |грозит| |до десяти лет|."),
        ("ru", "|Его| |обвинили| |в поджоге склада|."),
        ("uk", "|Колишнього радника| |попросили| |не виїздити з Тарська|."),
        ("uk", "|Їй| |загрожує| |до десяти років|."),
        ("ru", "|Лодочнику| также |посоветовали| |переехать в Халлен|."),
        ("ru", "|66-летнюю смотрительницу| |попросили| |закрыть маяк|."),
        ("ru", "|Компанию|, контора которой стоит в Тарске, |подозревают| |в подлоге|."),
        ("ru", "|Жителей Тарска| |предупредили| |о паводке|."),
        ("ru", "В Тарске |Кременова| |считают| |другом порта|."),
        ("ru", "Мост, к чему |его| |призывала| |соседка|, закрыт."),
        ("ru", "|Далкову| |обвиняют| |в том, что порт закрыт|."),
        ("uk", "|Мешканців Тарська| |попередили| |про повінь|."),
    ],
)
def test_who_stands_in_another_case_before_the_verb_does_not_speak(
    language: str, marked: str
) -> None:
    """The object of a verb is no source, whether a pronoun or a noun with its adjective."""
    text, one = read(marked)
    assert speaking([one], text, language) == ()


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("ru", "|Бывший советник| |попросил| |не выезжать из Тарска|."),
        ("ru", "|Ему| |кажется|, |что мост простоит|."),
        ("ru", "У |бывшего советника| |считают|, |что мост простоит|."),
        ("ru", "|Его помощник| |сообщил|, |что мост простоит|."),
        ("ru", "|Она| |сообщила|, |что мост закрыт|."),
        ("uk", "|Їй| |відомо|, |що міст закрили|."),
        ("uk", "|Іво Тарн| |заявив|, |що міст закрили|."),
        ("en", "|He| |said| |the bridge was shut|."),
        (None, "|Его| |обвинили| |в поджоге|."),
        ("ru", "|Илон Тарн| |заявил|, |что мост закрыт|."),
        ("ru", "Её увёз Ян Руге. |Руге| |уточнил|, |что мост закрыт|."),
        ("ru", "|Его сторонницы| |призывают| |закрыть мост|."),
        ("ru", "|Два лодочника| |сказали|, |что мост закрыт|."),
        ("ru", "|Большинство жителей| |считают|, |что мост простоит|."),
        ("ru", "|Далкова и Велеш| |заявили|, |что мост простоит|."),
        ("ru", "|Одна из смотрительниц| |сказала|, |что мост закрыт|."),
        ("ru", "|Заведующая маяком Ирена Далкова| |сказала|, |что мост закрыт|."),
        ("ru", "В пресс-службе |порта| |сообщили|, |что мост закрыт|."),
        ("ru", "|МЧС| |сообщили|, |что мост закрыт|."),
        ("uk", "|Його прихильниці| |закликають| |закрити міст|."),
    ],
)
def test_who_may_speak_is_kept(language: str | None, marked: str) -> None:
    """Subjects, who stands behind a preposition, and to whom something seems or is known."""
    text, one = read(marked)
    assert speaking([one], text, language) == (one,)


def test_a_subject_behind_the_object_stays() -> None:
    """ "These people Tarsk suspects": the source is Tarsk."""
    text, one = read("|Этих людей Тарск| |подозревает| |в подлоге|.")
    (kept,) = speaking([one], text, "ru")
    assert [span.of(text) for span in kept.source] == ["Тарск"]


def asked(said: str, content: str, source: str) -> tuple[str, Attribution]:
    """Return a text in which the source stands behind its cue, and the report."""
    text = f"{content} {said} {source}."
    cue = len(content) + 1
    begins = cue + len(said) + 1
    whom = Span(begins, begins + len(source))
    return text, Attribution((whom,), (Span(cue, begins - 1),), (Span(0, len(content)),))


def test_whom_several_ask_does_not_speak() -> None:
    """ "They asked the head of the port": the object behind its verb is no source either."""
    text, one = asked("попросили", "Закрыть мост", "главу порта Велеша")
    assert speaking([one], text, "ru") == ()


def test_what_is_shared_does_not_speak() -> None:
    """ "He shared his dream": nothing in such a case is a subject, however many speak."""
    text, one = asked("поделился", "Они обменивались записками, и Тарн", "своей мечтой")
    assert speaking([one], text, "ru") == ()


@pytest.mark.parametrize(
    ("said", "source"),
    [("попросил", "глава порта Велеш"), ("цитируют", "главу порта"), ("сообщили", "в порту")],
)
def test_who_may_speak_behind_a_verb_is_kept(said: str, source: str) -> None:
    """A subject, whom others quote, and who stands behind a preposition."""
    text, one = asked(said, "«Мост закрыт»,", source)
    assert speaking([one], text, "ru") == (one,)
