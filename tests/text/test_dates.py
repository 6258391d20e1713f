"""Dates in five languages, and the laws that hold for every text."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redite.lang import languages, words
from redite.lang.dates import Dates
from redite.text.dates import find_dates

# Wednesday.
PUBLISHED = date(2023, 4, 5)

CASES = [
    # language, text, expression, value
    ("en", "The pact was signed on 3 March 2021 in Hallen.", "3 March 2021", "2021-03-03"),
    ("en", "Dalkova flew to Quor on Nov 3.", "Nov 3", "2022-11-03"),
    ("en", "Dalkova flew to Quor on Oct. 3, 2022.", "Oct. 3, 2022", "2022-10-03"),
    ("en", "The drill runs from April 7-8.", "April 7-8", "2023-04-07/2023-04-08"),
    ("en", "Velesh spoke on Wednesday.", "Wednesday", "2023-04-05"),
    ("en", "Velesh spoke on Thursday.", "Thursday", "2023-03-30"),
    ("en", "Velesh spoke last Wednesday.", "last Wednesday", "2023-03-29"),
    ("en", "Velesh will speak next Monday.", "next Monday", "2023-04-10"),
    ("en", "The talks go on until Friday.", "Friday", "2023-04-07"),
    ("en", "It had rained in February.", "February", "2023-02"),
    ("en", "Yesterday the road was shut.", "Yesterday", "2023-04-04"),
    ("en", "Last week the road was shut.", "Last week", "2023-W13"),
    ("en", "The log says 2023-04-04.", "2023-04-04", "2023-04-04"),
    ("fr", "Le 4 avril, Velesh a parlé.", "4 avril", "2023-04-04"),
    ("fr", "Le pont rouvrira le 1er juillet 2023.", "1er juillet 2023", "2023-07-01"),
    ("fr", "Mardi dernier, Velesh a parlé.", "Mardi dernier", "2023-04-04"),
    ("fr", "Velesh parlera lundi prochain.", "lundi prochain", "2023-04-10"),
    ("fr", "La route fut fermée en février.", "février", "2023-02"),
    ("de", "Das sagte Velesh am 27. März.", "27. März", "2023-03-27"),
    ("de", "Das Manöver beginnt am kommenden Montag.", "kommenden Montag", "2023-04-10"),
    ("de", "Im Februar war die Straße gesperrt.", "Februar", "2023-02"),
    ("de", "Gestern war die Straße gesperrt.", "Gestern", "2023-04-04"),
    ("ru", "Учения прошли 7-8 июля 2022 года.", "7-8 июля 2022 года", "2022-07-07/2022-07-08"),
    ("ru", "Велеш заявил об этом в понедельник.", "понедельник", "2023-04-03"),
    ("ru", "Дорогу закрыли 04.04.2023.", "04.04.2023", "2023-04-04"),
    ("ru", "Велеш выступил накануне.", "накануне", "2023-04-04"),
    ("uk", "Велеш виступив 25 січня.", "25 січня", "2023-01-25"),
    ("uk", "У неділю, 2 квітня, Велеш виступив.", "неділю, 2 квітня", "2023-04-02"),
    ("uk", "Минулого тижня дорогу закрили.", "Минулого тижня", "2023-W13"),
    ("uk", "Минулого понеділка дорогу закрили.", "Минулого понеділка", "2023-04-03"),
]


@pytest.mark.parametrize(("language", "text", "expression", "value"), CASES)
def test_expressions_of_each_language_get_their_value(
    language: str, text: str, expression: str, value: str
) -> None:
    """An expression is found with its exact words, and its value in figures."""
    found = [(m.span.of(text), m.value) for m in find_dates(text, language, PUBLISHED)]
    assert found == [(expression, value)]


@pytest.mark.parametrize(
    ("language", "text", "last"),
    [
        ("en", "Velesh spoke on Monday. Dalkova answered the same day.", "2023-04-03"),
        ("en", "Velesh spoke on Monday. The day before, Dalkova had flown out.", "2023-04-02"),
        ("fr", "Velesh a parlé lundi. Dalkova a répondu le même jour.", "2023-04-03"),
        ("de", "Velesh sprach am Montag. Tags zuvor war Dalkova abgereist.", "2023-04-02"),
        ("ru", "Велеш выступил в понедельник. Накануне Далкова уехала.", "2023-04-02"),
        ("ru", "Велеш выступил в понедельник. В тот же день Далкова уехала.", "2023-04-03"),
        ("uk", "Велеш виступив у понеділок. Того ж дня Далкова поїхала.", "2023-04-03"),
        ("uk", "Велеш виступив у понеділок. Напередодні Далкова поїхала.", "2023-04-02"),
    ],
)
def test_leaning_dates_count_from_the_date_before(language: str, text: str, last: str) -> None:
    """ "The same day" and "the day before" lean on the date last named, not on publication."""
    assert find_dates(text, language, PUBLISHED)[-1].value == last


def test_a_glance_aside_does_not_move_the_scene() -> None:
    """A drill "held a day earlier" leaves the scene where it was; "that evening" stays there."""
    text = "Dalkova spoke on Monday. It followed drills held a day earlier. He wrote that evening."
    values = [m.value for m in find_dates(text, "en", PUBLISHED)]
    assert values == ["2023-04-03", "2023-04-02", "2023-04-03TEV"]


def test_a_deadline_is_no_scene() -> None:
    """A date in the future is not what "the same day" leans on."""
    text = "Velesh spoke on Monday. The bridge opens on 1 July 2023. Dalkova answered the same day."
    assert find_dates(text, "en", PUBLISHED)[-1].value == "2023-04-03"


@pytest.mark.parametrize(
    "text",
    [
        "on 30 February",
        "on 31 April 2023",
        "2023-02-30",
        "on 29 February 2023",
        "version 3.14.2023",
    ],
)
def test_what_no_calendar_has_is_no_date(text: str) -> None:
    """30 February, and figures that only look like a date, are left alone."""
    assert find_dates(text, "en", PUBLISHED) == ()


def test_a_range_the_wrong_way_round_keeps_its_first_day() -> None:
    """ "8-7 July" says nothing sure beyond the 8th."""
    (found,) = find_dates("on 8-7 July 2022", "en", PUBLISHED)
    assert (found.start, found.end) == (date(2022, 7, 8), date(2022, 7, 8))


def test_words_that_only_look_like_months_are_left_alone() -> None:
    """ "may" and "march" are verbs where English writes them small."""
    assert find_dates("They may march in 3 may files.", "en", PUBLISHED) == ()


def test_an_undated_article_gives_no_days_it_does_not_name() -> None:
    """Without publication, a relative date has no value and a missing year stays open."""
    text = "Le 4 avril, puis mardi, puis le 3 mai 2022."
    found = [(m.value, m.start) for m in find_dates(text, "fr", None)]
    assert found == [("XXXX-04-04", None), (None, None), ("2022-05-03", date(2022, 5, 3))]


def test_a_text_of_unknown_language_gives_figures_only() -> None:
    """Words of dates belong to a language; figures do not."""
    text = "4 avril, 2023-04-04"
    assert [m.value for m in find_dates(text, None, PUBLISHED)] == ["2023-04-04"]


def test_the_day_before_an_event_is_no_date() -> None:
    """ "À la veille de l'offensive" counts from an event that the text does not date."""
    assert find_dates("À la veille de la réunion, Tarsk attend.", "fr", PUBLISHED) == ()


def _vocabulary() -> list[str]:
    forms = ["2023-04-04", "30", "7-8", ".", ",", "\n", "в", "on", "2023", "года", "’"]
    for language in languages():
        data = words(language, "dates", Dates)
        forms += [form for group in data.months.values() for form in group[:2]]
        forms += [form.title() for group in data.weekdays.values() for form in group[:1]]
        forms += [*data.same_day[:2], *data.day_before[:2], *data.last[:1]]
    return forms


@given(
    st.lists(st.sampled_from(_vocabulary()), max_size=30),
    st.sampled_from([*languages(), None]),
    st.one_of(st.none(), st.dates()),
)
def test_spans_lie_in_the_text_in_order(
    pieces: list[str], language: str | None, published: date | None
) -> None:
    """Whatever the text: spans lie inside it, in order, apart, and no interval is inside out."""
    text = " ".join(pieces)
    end = 0
    for mention in find_dates(text, language, published):
        assert end <= mention.span.start < mention.span.end <= len(text)
        end = mention.span.end
        assert (mention.start is None) == (mention.end is None)
        if mention.start is not None and mention.end is not None:
            assert mention.start <= mention.end
            assert mention.value is not None


@given(st.text(max_size=200), st.sampled_from(languages()))
def test_any_text_is_read_without_an_error(text: str, language: str) -> None:
    """No text makes the reader stumble."""
    for mention in find_dates(text, language, PUBLISHED):
        assert mention.span.of(text).strip() == mention.span.of(text)


@pytest.mark.parametrize("published", [date(1, 2, 3), date(9999, 12, 30)])
def test_the_ends_of_the_calendar_are_no_trouble(published: date) -> None:
    """A month without a year is of the years that there are."""
    assert all(one.start is not None for one in find_dates("in May", "en", published))
