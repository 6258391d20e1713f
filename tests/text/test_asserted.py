"""Attributions that state something, and those that do not."""

from __future__ import annotations

import pytest

from redite.text.asserted import states
from redite.values import Attribution, Span
from tests.text.bars import read


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", "|The court| |fined| |the ferry company|."),
        ("en", "|Tarn| |painted| |two boats|."),
        ("fr", "|Le tribunal| |a saisi| |les biens du port|."),
        ("de", "|Das Gericht| |verhängte| |eine Geldbuße|."),
        ("ru", "|Суд| |взыскал| |с порта миллион|."),
        ("ru", "|Тарн| |отбывает| |срок в Халлене|."),
        ("ru", "|Тарн| |признан| |виновным|."),
        ("ru", "|Тарн| |обвиняется| |в поджоге|."),
        ("uk", "|Суд| |стягнув| |з порту мільйон|."),
        ("ru", "|Тарн| |объявлен| в Велморе «|чужим агентом|»."),
    ],
)
def test_a_deed_states_nothing(language: str, marked: str) -> None:
    """A cue without a word of saying tells what somebody did, or what was done to him."""
    text, one = read(marked)
    assert states([one], text, language) == (False,)


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", "|Tarn| |spoke about| |the war|."),
        ("fr", "|Tarn| |a parlé| de |la guerre|."),
        ("de", "|Tarn| |sprach| über |den Krieg|."),
        ("ru", "|Тарн| |говорил| |о войне|."),
        ("ru", "|Тарн| |обсудил| |вопросы торговли|."),
        ("uk", "|Тарн| |говорив| |про війну|."),
    ],
)
def test_a_topic_states_nothing(language: str, marked: str) -> None:
    """What somebody spoke about is not what was said about it."""
    text, one = read(marked)
    assert states([one], text, language) == (False,)


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", "|Tarn| |announced| |the launch of a ferry|."),
        ("en", "|Tarn| |rejected| |the proposal|."),
        ("en", "|Tarn| |warned| of |a flood|."),
        ("fr", "|Tarn| |a rejeté| |la proposition|."),
        ("de", "|Tarn| |forderte| |den Abzug der Boote|."),
        ("ru", "|Тарн| |сообщил| |о взрыве на пирсе|."),
        ("ru", "|Тарн| |обвинил| |порт в поджоге|."),
        ("ru", "|Ведомство| |намерено| |закрыть порт|."),
        ("uk", "|Тарн| |оголосив| |про завершення робіт|."),
        ("ru", "По |его| |словам|, |порт закрыт|."),
    ],
)
def test_words_of_saying_state_their_object(language: str, marked: str) -> None:
    """A demand, an accusation or an announcement needs no clause of its own."""
    text, one = read(marked)
    assert states([one], text, language) == (True,)


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", "|Tarn| |snapped|: “|The bridge is open|.”"),
        ("en", "|Tarn| |mouthed| that |the bridge is open|."),
        ("ru", "|Тарн| |отрубил|: «|Мост открыт|»."),
        ("ru", "|Тарн| |отрубил|: «|Нет|»."),
        ("ru", "|Тарн| |осознал|, что |мост закрыт|."),
        ("de", "|Tarn| |knurrte|, dass |die Brücke offen sei|."),
        ("xx", "|Tarn| |blorfis| |la ponto|."),
    ],
)
def test_a_quotation_or_a_that_needs_no_known_verb(language: str, marked: str) -> None:
    """Any verb may report where its object shows that something was said, or thought."""
    text, one = read(marked)
    assert states([one], text, language) == (True,)


def test_a_quotation_around_cue_and_content_shows_nothing() -> None:
    """What the quoted one did is his deed, though he tells of it."""
    text, one = read("«|Мы| |взыскали| |с порта миллион|», — сказал Тарн.")
    assert states([one], text, "ru") == (False,)


def test_what_has_no_cue_states_something() -> None:
    """A headline that names its speaker behind a dash has no cue to look at."""
    one = Attribution((Span(19, 23),), (), (Span(0, 16),))
    assert states([one], "The port is open — Tarn", "en") == (True,)
