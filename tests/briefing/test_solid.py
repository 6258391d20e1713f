"""What a brief tells, and what it only counts."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from redite.briefing.identity import identified
from redite.briefing.propositions import says_something
from redite.briefing.solid import shows
from redite.briefing.wording import wording
from redite.values import Change, Label, Record, SpeakerKind
from tests.exports.build import OFFICE, ORGANISATION, PERSON, UNNAMED, World, article

DAY, NEXT, LATER = "2031-04-05T09:00", "2031-04-06T09:00", "2031-04-12T09:00"


def said(
    content: str,
    text: str | None = None,
    *,
    published: str = DAY,
    speaker: str | None = "Irena Dalkova",
    kind: SpeakerKind = PERSON,
    changes: Sequence[Change] = (),
) -> Record:
    """Return a report of `content`, in Russian."""
    where = article(text or content, language="ru", published=published)
    return World().say(where, content, speaker=speaker, kind=kind, changes=changes)


@pytest.mark.parametrize(
    ("content", "text", "something"),
    [
        ("мост откроют в марте", "Велеш заявил, что мост откроют в марте.", True),
        ("Мост безопасен", "«Мост безопасен», — сказал Велеш.", True),
        ("Посмотрим", "«Посмотрим», — сказал Велеш.", False),
        ("в апреле", "Велеш сообщил в апреле.", False),
        ("системы их не", "Велеш заявил, что системы их не перехватывают.", False),
        ("ситуации на мосту в Тарске", "Велеш выступил по ситуации на мосту в Тарске.", False),
        ("15 000", "Велеш сказал: 15 000.", False),
        (
            "Весь мост, начиная с опор",
            "Весь мост, начиная с опор, как заявил Велеш, снесли.",
            False,
        ),
        ("это последний мост Тарска", "По словам Велеша, это последний мост Тарска.", True),
        ("чтобы мост открыли в марте", "От них требуют, чтобы мост открыли в марте.", False),
        ("Тарск будет предупреждать моряков", "Тарск будет предупреждать моряков: Велеш.", True),
        (
            "с момента, как мост закрыли",
            "С момента, как… Велеш: с момента, как мост закрыли.",
            False,
        ),
        ("Когда мост закроют", "Когда мост закроют, по словам Велеша, паром уйдёт.", False),
        ("Когда мост закроют, паром уйдёт", "Когда мост закроют, паром уйдёт: Велеш.", True),
        ("После шторма мост закрыли", "После шторма мост закрыли: Велеш.", True),
        ("мост не может", "Велеш заявил, что мост не может [выдержать](x) лёд.", False),
    ],
)
def test_a_scrap_is_no_saying(content: str, text: str, something: bool) -> None:
    """One word, a date, a number, an object without its verb, or what breaks off tells nothing."""
    assert says_something(said(content, text)) is something


@pytest.mark.parametrize(
    ("name", "kind", "known"),
    [
        ("Горан Велеш", PERSON, True),
        ("Минобороны", ORGANISATION, True),
        ("министр обороны", OFFICE, True),
        ("старший чиновник", UNNAMED, True),
        ("администрация города", ORGANISATION, False),
        ("французская прокуратура", ORGANISATION, True),
        ("губернатор", OFFICE, False),
        ("Французский", ORGANISATION, False),
        ("Как сообщает агентство", ORGANISATION, False),
        ("он", UNNAMED, False),
        (None, UNNAMED, False),
    ],
)
def test_a_reader_must_learn_who_spoke(name: str | None, kind: SpeakerKind, known: bool) -> None:
    """A name, an office of something, or the words for a source; no pronoun, no adjective."""
    assert identified(said("мост откроют в марте", speaker=name, kind=kind)) is known


def test_a_number_of_something_else_is_no_change() -> None:
    """Only what counts one thing can be a changed count of it."""
    earlier = "Задержан мужчина 71 года, укравший деньги музея моряков"
    later = "Украдено 60 тысяч рублей, деньги музея моряков"
    change = [Change("number", "71", "60 тысяч рублей")]
    told = said(later, changes=change, speaker="Milos Tarn")
    assert not shows(Label.UPDATE, told, said(earlier))
    counted = [Change("number", "300 солдат", "400 солдат")]
    told = said("Велмора отправит 400 солдат на границу", changes=counted)
    assert shows(Label.UPDATE, told, said("Велмора отправит 300 солдат на границу"))


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "something"),
    [
        ("Велешу грозят десять лет тюрьмы.", "Велешу", "грозят", "десять лет тюрьмы", False),
        ("Мост в Тарске. Её опознали как ракету.", "Её", "опознали", "как ракету", False),
        ("Велеш сообщил о десяти годах тюрьмы.", "Велеш", "сообщил", "о десяти годах тюрьмы", True),
        (
            "В мэрии Тарска сообщили о двух мостах.",
            "мэрии Тарска",
            "сообщили",
            "о двух мостах",
            True,
        ),
    ],
)
def test_a_verb_is_told_of_its_subject_only(
    text: str, source: str, cue: str, content: str, something: bool
) -> None:
    """Who stands in another case did not say it; behind "in" stands a body that may have."""
    where = article(text, language="ru")
    record = World().say(where, content, source=source, cue=cue, speaker="Goran Velesh")
    assert says_something(record) is something


def test_another_number_on_another_day_is_no_change() -> None:
    """Who counts night after night does not correct the count of the night before."""
    changes = [Change("number", "8 ракет", "9 ракет"), Change("date", "субботу", "вторник")]
    later = said("В ночь на вторник по Тарску выпущено 9 ракет", changes=changes)
    assert not shows(Label.UPDATE, later, said("В ночь на субботу по Тарску выпущено 8 ракет"))


def test_longer_is_not_contrary() -> None:
    """Who says the same and more contradicts nobody."""
    short, long = "Мост откроют в марте", "Мост откроют в марте, поезда он не выдержит"
    assert not shows(Label.DISPUTE, said(long), said(short))
    assert shows(Label.DISPUTE, said("Мост не откроют"), said(short))


def test_a_town_is_not_another_town() -> None:
    """A repeat that names what the other does not name is none."""
    one, other = "Армия взяла под контроль Тарск", "Армия взяла под контроль Хален"
    assert not shows(Label.REPEAT, said(one), said(other))
    assert shows(Label.REPEAT, said(one), said(one, published=NEXT))


def test_today_is_not_the_day_before() -> None:
    """What was said of "today" on one day was not said of the same day on another."""
    one = "Сегодня над Тарском сбит беспилотник"
    assert not shows(Label.REPEAT, said(one, published=LATER), said(one))


def test_a_kind_of_body_is_no_name() -> None:
    """A capital of ours makes no name of a word that the text prints as any other."""
    text = "Как считает правительство, мост безопасен."
    small = said("мост безопасен", text, speaker="Правительство", kind=ORGANISATION)
    assert not identified(small)
    name = said("мост безопасен", "«Мостоотряд»: мост безопасен.", speaker="Мостоотряд")
    assert identified(name)


def test_an_incident_of_last_night_is_not_that_of_the_night_before() -> None:
    """Only a day or a count that both give shows that they tell of one."""
    one, other = "Над Тарском сбит беспилотник", "Над Тарском за ночь сбит беспилотник"
    for label in (Label.REPEAT, Label.SAME_UTTERANCE):
        assert shows(label, said(one), said(other))
        assert not shows(label, said(one, published=NEXT), said(other))
    counted = "Над Тарском сбит 41 беспилотник"
    assert shows(Label.SAME_UTTERANCE, said(counted, published=NEXT), said(counted))


def test_an_office_may_be_whom_its_article_names() -> None:
    """Of one article, "the head of the district" repeats nobody: it may be the very same man."""
    where = article("Мост откроют в марте. Мост откроют в марте, заявил глава.", language="ru")
    world = World()
    named = world.say(where, "Мост откроют в марте", speaker="Goran Velesh")
    office = world.say(where, "Мост откроют в марте", speaker="глава района", kind=OFFICE)
    assert not shows(Label.ECHO, office, named)
    elsewhere = said("Мост откроют в марте", "Мост откроют в марте, сказали ему.")
    assert shows(Label.ECHO, office, elsewhere)


def test_a_number_is_told_with_what_it_counts() -> None:
    """An adjective behind it is not all that was counted."""
    told = said("Велмора потеряла шестью чужими кораблями больше")
    change = Change("number", None, "шестью чужими")
    shown = wording("en").changed([change], told, told, "")
    assert shown == "the number “шестью чужими кораблями” is added"


def test_words_of_a_number_keep_their_capitals() -> None:
    """Change detection compares in small letters; a reader is shown what is printed."""
    told = said("Прибыло Два Северных судна", changes=[])
    change = Change("number", None, "два северных")
    shown = wording("en").changed([change], told, told, "")
    assert shown == "the number “Два Северных судна” is added"


@pytest.mark.parametrize(
    ("text", "source", "name", "shown"),
    [
        (
            "По словам старшего чиновника, мост откроют в марте.",
            "старшего чиновника",
            "старший чиновник",
            "an unnamed source (старший чиновник)",
        ),
        (
            "По словам старшего чиновника, мост откроют в марте.",
            "старшего чиновника",
            "старшего чиновника",
            "an unnamed source (старший чиновник)",
        ),
        (
            "Старший чиновник сказал, что мост откроют в марте.",
            "Старший чиновник",
            "Старший чиновник",
            "an unnamed source (“Старший чиновник”)",
        ),
        ("Сказали, что мост откроют в марте.", "", "старший чиновник", "an unnamed source"),
    ],
)
def test_a_source_without_a_name_stands_in_the_nominative(
    text: str, source: str, name: str, shown: str
) -> None:
    """Between marks stand only words that are printed so; what the text does not hold is left out."""
    where = article(text, language="ru")
    record = World().say(where, "мост откроют в марте", source=source, speaker=name, kind=UNNAMED)
    assert wording("en").speaker(record) == shown
