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
        ("ru", "|Порт| |опубликовал| |новое расписание паромов|."),
        ("ru", "|Совет| |утвердил| |план застройки|."),
        ("ru", "|Тарн| |написал| |две книги о лодках|."),
        ("ru", "|Тарн| |назвал| |дочь в честь парома|."),
        ("ru", "|Совет| |объявил| |воздушную тревогу|."),
        ("ru", "|Производитель| |намеренно| |нарушает рецепт|."),
        ("uk", "|Порт| |оприлюднив| |новий розклад поромів|."),
        ("uk", "|Рада| |затвердила| |план забудови|."),
        ("en", "|The port| |published| |a map of the shoals|."),
        ("en", "|Tarn| |signed| |the harbour act|."),
        ("en", "|Tarn| |wrote| |two novels about ferries|."),
        ("fr", "|Le port| |a publié| |une carte des bancs de sable|."),
        ("fr", "|Tarn| |a signé| |la loi sur les ports|."),
        ("de", "|Der Hafen| |veröffentlichte| |eine Karte der Untiefen|."),
        ("de", "|Tarn| |unterzeichnete| |das Hafengesetz|."),
    ],
)
def test_what_is_made_or_shown_states_nothing(language: str, marked: str) -> None:
    """A verb of writing, showing or deciding with a plain object tells what somebody did."""
    text, one = read(marked)
    assert states([one], text, language) == (False,)


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("ru", "|Опрос| |показал| |рост доверия к мэру|."),
        ("en", "|The report| |shows| |a fall in catches|."),
        ("ru", "|Тарн| |написал|, что |паром утонул|."),
        ("ru", "|Тарн| |назвал| |отказ от плана ошибкой|."),
        ("en", "|Tarn| |published| a note: “|The ferry is lost, and I saw it|.”"),
    ],
)
def test_what_a_paper_shows_or_a_clause_says_is_stated(language: str, marked: str) -> None:
    """A paper speaks by what it shows; a clause or a quotation is said whatever the verb."""
    text, one = read(marked)
    assert states([one], text, language) == (True,)


def test_a_call_to_readers_states_nothing() -> None:
    """An imperative asks that something be said: nobody has said it."""
    text, turned = read("|Мошенники звонят по ночам| — |предупредите| |близких|.")
    one = Attribution(turned.content, turned.cue, turned.source)
    assert states([one], text, "ru") == (False,)


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
