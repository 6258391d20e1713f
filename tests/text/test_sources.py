"""Sources as far as they name somebody."""

from __future__ import annotations

import pytest

from redite.text.sources import mended
from redite.values import Attribution, Span


def read(marked: str) -> tuple[str, Attribution]:
    """Return a text, and the report whose source stands in [], its cue in <> and content in {}."""
    text, opened = "", 0
    found: dict[str, tuple[Span, ...]] = {"]": (), ">": (), "}": ()}
    for char in marked:
        if char in "[<{":
            opened = len(text)
        elif char in found:
            found[char] += (Span(opened, len(text)),)
        else:
            text += char
    return text, Attribution(found["]"], found[">"], found["}"])


@pytest.mark.parametrize(
    ("language", "marked", "source"),
    [
        ("ru", "[Недавно лодочник] <заявил>, что {мост закрыт}.", "лодочник"),
        ("ru", "[Смотрители просто] <признали>, что {мост закрыт}.", "Смотрители"),
        (
            "ru",
            "[Смотрительница обратилась] в порт и <попросила> {закрыть мост}.",
            "Смотрительница",
        ),
        ("ru", "[Тут ей позвонила мать] и <попросила> {закрыть мост}.", "мать"),
        ("ru", "<По> [его словам], {мост закрыт}.", "его"),
        ("uk", "А [от радник Далкової] <каже>, що {міст закрито}.", "радник Далкової"),
        ("uk", "<За> [їхніми словами], {міст закрито}.", "їхніми"),
        ("ru", "По плану, <согласно> [которому мост закроют], {порт опустеет}.", "которому"),
        ("ru", "[Западные] издания <пишут>, что {мост закрыт}.", "Западные издания"),
        ("ru", "[Остлиндский] посол <заявил>, что {мост закрыт}.", "Остлиндский посол"),
        ("ru", "[Что] <сказал> президент:\n— {Мост закрыт}.", "президент"),
        ("uk", "[Що] <сказала> Ірена Далкова:\n— {Міст закрито}.", "Ірена Далкова"),
        (
            "ru",
            "Ночью областная портовая [администрация] <сообщила>, что {мост закрыт}.",
            "областная портовая администрация",
        ),
        (
            "ru",
            "[Тарская] портовая администрация <сообщила>, что {мост закрыт}.",
            "Тарская портовая администрация",
        ),
        (
            "ru",
            "{Мост закрыт}, <сообщила> [местная газета] Tarsk Times.",
            "местная газета Tarsk Times",
        ),
        ("ru", "[Halden] Wire <пишет>, что {мост закрыт}.", "Halden Wire"),
        ("uk", "{Міст закрито}, <пише> [Тарськ]-Інформ.", "Тарськ-Інформ"),
        ("ru", "<Как рассказали> [HALDEN лодочники], {мост закрыт}.", "лодочники"),
        ("ru", "<Как рассказал> [Halden Wire Полупов], {мост закрыт}.", "Полупов"),
        ("ru", "<Рассказали> [HALDEN в порту], что {мост закрыт}.", "в порту"),
        ("ru", "{Мост закрыт}, <сообщило> [МЧС Велморы].", "МЧС Велморы"),
        ("ru", "{Мост закрыт}, <сообщило> [МЧС в Тарске].", "МЧС в Тарске"),
        ("ru", "{Мост закрыт}, <сообщил> [HALDEN].", "HALDEN"),
        ("uk", "<Як розповіли> [HALDEN човнярі], {міст закрито}.", "човнярі"),
    ],
)
def test_a_source_is_who_speaks_and_nothing_else(language: str, marked: str, source: str) -> None:
    """Adverbs, clauses and to whom it was said are left out, its noun and whom a heading names are
    added."""
    text, one = read(marked)
    (kept,) = mended([one], text, language)
    assert [span.of(text) for span in kept.source] == [source]
    assert (kept.cue, kept.content) == (one.cue, one.content)


def test_a_piece_in_a_heading_is_no_part_of_the_source_below() -> None:
    """ "— authorities" above a report is whom the heading names."""
    text = "Мост закрыт — власти\n\nМост закрыт, заявил мэр Милос Тарн."
    heading, mayor = text.index("власти"), text.index("мэр")
    pieces = (Span(heading, heading + 6), Span(mayor, len(text) - 1))
    one = Attribution(pieces, (Span(mayor - 7, mayor - 1),), (Span(0, 11),))
    (kept,) = mended([one], text, "ru")
    assert kept.source == pieces[1:]


@pytest.mark.parametrize(
    "marked",
    [
        "Посол ответил [утвердительно] и <сказал>: {«Мост закрыт»}.",
        "[Закрыть мост] <предложили> {торговцы из Халлена}.",
        "[Почему] <говорят>, что {мост закрыт}?",
        "Он обматерил соседку и <пригрозил> [натравить] {собаку}.",
    ],
)
def test_words_that_stand_for_nobody_are_no_source(marked: str) -> None:
    """Adverbs, questions and infinitives: the report has no source of its own."""
    text, one = read(marked)
    (kept,) = mended([one], text, "ru")
    assert kept.source == ()


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("ru", "[Более ста смотрителей] <сказали>, что {мост закрыт}."),
        ("ru", "[Все смотрители] <сказали>, что {мост закрыт}."),
        ("ru", "[Его мать] <сказала>, что {мост закрыт}."),
        ("ru", "<По словам> [его матери], {мост закрыт}."),
        ("ru", "[Там] <заявили>, что {мост закрыт}."),
        ("ru", "[«Рожать, пока можно»] — <сказали> {в порту}."),
        ("ru", "[Лодочник, который чинил мост], <сказал>, что {он закрыт}."),
        ("ru", "[Велеш] <сказал>, что {мост закрыт}."),
        ("en", "[Then the minister] <said> {the bridge was shut}."),
        (None, "[Недавно лодочник] <заявил>, что {мост закрыт}."),
    ],
)
def test_what_names_a_speaker_is_kept(language: str | None, marked: str) -> None:
    """Counted people, possessives, places, quoted names, relative clauses; other languages."""
    text, one = read(marked)
    assert mended([one], text, language) == (one,)


def test_a_report_without_source_stays_without() -> None:
    """There is nothing to mend."""
    text, one = read("{Мост закрыт}, <сообщили> утром.")
    assert mended([one], text, "ru") == (one,)


@pytest.mark.parametrize(
    ("marked", "pieces"),
    [
        ("[Губернатор] на встрече с [жителями порта] <заявил>, что {мост закрыт}.", 1),
        ("[Послание губернатора] <названо> [экспертами] {пустым}.", 2),
        ("[Губернатор] и, вопреки ему, [смотритель] <заявили>, что {мост закрыт}.", 2),
    ],
)
def test_whom_somebody_met_is_no_speaker(marked: str, pieces: int) -> None:
    """A second piece in another case is a partner in talks; beside a passive it is who spoke."""
    text, report = read(marked)
    (after,) = mended([report], text, "ru")
    assert after.source == report.source[:pieces]


@pytest.mark.parametrize(
    ("language", "marked", "kept"),
    [
        ("ru", "<Сообщения> [о том], что {мост закрыт}, ложны.", False),
        ("uk", "<Повідомлення> про [те], що {міст закрито}, хибні.", False),
        ("ru", "{Мост закрыт}, <рассуждают> [те], кто его не видел.", True),
    ],
)
def test_a_word_that_points_to_the_content_is_no_source(
    language: str, marked: str, kept: bool
) -> None:
    """In "reports of it that …" nobody is named; "those who …" are somebody."""
    text, report = read(marked)
    (after,) = mended([report], text, language)
    assert bool(after.source) is kept


@pytest.mark.parametrize(
    ("text", "pieces", "kept"),
    [
        (
            "Портовый смотритель Горан Велеш сказал газете Ивану Тарну, что мост закрыт.",
            ["Портовый смотритель Горан Велеш", "Ивану Тарну"],
            ["Портовый смотритель Горан Велеш"],
        ),
        (
            "Смотритель порта на встрече с министром заявил, что мост закрыт.",
            ["Смотритель порта", "министром"],
            ["Смотритель порта"],
        ),
        (
            "Одноклассники в городе 14-летнего лодочника заявили, что мост закрыт.",
            ["Одноклассники", "14-летнего лодочника"],
            ["Одноклассники"],
        ),
    ],
)
def test_those_spoken_to_are_no_speakers(text: str, pieces: list[str], kept: list[str]) -> None:
    """Of several pieces, one in another case is whom it was said to, with, or of."""
    source = tuple(Span(text.index(p), text.index(p) + len(p)) for p in pieces)
    content = Span(text.index("мост"), len(text) - 1)
    (one,) = mended([Attribution(source, (), (content,))], text, "ru")
    assert [span.of(text) for span in one.source] == kept


@pytest.mark.parametrize(
    ("marked", "source"),
    [
        ("Порт <обещают> [скоро расширить], {мост закроют}.", []),
        ("[Такой шаг сложно осуществим] и <грозит> {порту закрытием}.", []),
        ("{Мост закрыт}, — <могли> [бы написать мы].", ["мы"]),
        (
            "[Пожелавший остаться неназванным лодочник] <сказал>, что {мост закрыт}.",
            ["Пожелавший остаться неназванным лодочник"],
        ),
    ],
)
def test_an_infinitive_or_a_predicate_is_no_source(marked: str, source: list[str]) -> None:
    """A clause that a tagger took for a source names nobody, but for the subject in it."""
    text, report = read(marked)
    (one,) = mended([report], text, "ru")
    assert [span.of(text) for span in one.source] == source
