"""Dates that no text should hold, and years that could be misread: what is said about them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redite.lang import languages
from redite.text.dates import Basis, DateMention, dateline, find_dates
from redite.text.dates.intervals import gregorian, interval, weekday_value
from redite.text.dates.runs import vocabulary

# Wednesday.
PUBLISHED = date(2023, 4, 5)


def only(text: str, language: str, published: date | None = PUBLISHED) -> DateMention:
    """Return the one mention that `text` holds."""
    (mention,) = find_dates(text, language, published)
    return mention


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "On 30 February and on February 30, 2023"),
        ("fr", "Le 30 février 2023, le 31 avril"),
        ("uk", "30 лютого 2023 року, 31 квітня"),
        ("ru", "30 февраля 2023 года, 31 апреля, 30.02.2023"),
        ("de", "Am 30. Februar 2023, am 31. April, am 30.02.2023"),
    ],
)
def test_a_day_that_no_calendar_has_is_left_alone(language: str, text: str) -> None:
    """30 February is no date in any language, with or without a year."""
    assert [m.start for m in find_dates(text, language, PUBLISHED) if m.start] == []


@pytest.mark.parametrize(
    ("language", "text", "start"),
    [
        ("en", "The crown dates from 3 March 1812.", date(1812, 3, 3)),
        ("fr", "Le 3 mars 1812, le roi fut couronné.", date(1812, 3, 3)),
        ("uk", "3 березня 1812 року короля коронували.", date(1812, 3, 3)),
        ("ru", "Договор действует до 1 января 2150 года.", date(2150, 1, 1)),
        ("de", "Der Vertrag gilt bis 1. Januar 2150.", date(2150, 1, 1)),
    ],
)
def test_years_far_away_are_read_where_they_are_written(
    language: str, text: str, start: date
) -> None:
    """Years before 1900 and after 2100 count where the text writes them out."""
    mention = only(text, language)
    assert (mention.start, mention.basis) == (start, Basis.WORDS)


@pytest.mark.parametrize(
    "text", ["a walk of 1945 km", "it sold for $2023", "in 1200 homes", "unit 2023/7", "№ 2023"]
)
def test_four_figures_are_not_always_a_year(text: str) -> None:
    """Distances, prices, counts and numbers are no years."""
    assert find_dates(text, "en", PUBLISHED) == ()


def test_of_two_calendars_the_gregorian_date_counts() -> None:
    """ "25 October (7 November) 1917" is one date, the one in brackets."""
    mention = only("It began on 25 October (7 November) 1917.", "en")
    assert (mention.value, mention.doubt) == ("1917-11-07", "")


def test_two_calendars_that_do_not_agree_are_doubted() -> None:
    """A pair that is no pair of the two calendars is believed, and doubted."""
    mention = only("It began on 25 October (9 November) 1917.", "en")
    assert mention.value == "1917-11-09"
    assert "do not agree" in mention.doubt


def test_a_date_of_the_old_calendar_is_converted() -> None:
    """Old style is the Julian calendar, thirteen days behind in 1917."""
    assert only("25 октября 1917 года по старому стилю", "ru").value == "1917-11-07"


def test_a_year_left_out_is_never_passed_off_as_written() -> None:
    """What was inferred says so, and is told apart from what the text says."""
    assert only("Velesh spoke on 4 April.", "en").basis is Basis.PUBLISHED
    assert only("Velesh spoke on 4 April 2023.", "en").basis is Basis.WORDS


def test_a_year_that_the_text_puts_in_doubt_says_why() -> None:
    """A date without a year, just after another year was named, is doubted."""
    mentions = find_dates("In March 2021 Velesh left. On 4 April he wrote.", "en", PUBLISHED)
    assert mentions[-1].value == "2023-04-04"
    assert "2021" in mentions[-1].doubt


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In February 2023 they met. On 4 April Velesh spoke. It ends by 1 July 2023."),
        (
            "fr",
            "En février 2023, ils ont négocié. Le 4 avril, Velesh a parlé. Fin le 1er mai 2023.",
        ),
        ("uk", "У лютому 2023 року зустрілися. 4 квітня Велеш виступив. Кінець 1 липня 2023 року."),
        ("ru", "В феврале 2023 года встретились. 4 апреля Велеш выступил. Конец 1 июля 2023 года."),
        ("de", "Im Februar 2023 traf man sich. Am 4. April sprach er. Ende ist am 1. Juli 2023."),
    ],
)
def test_dates_around_it_fix_a_year_that_an_undated_text_leaves_out(
    language: str, text: str
) -> None:
    """Between February and July 2023 lies one 4 April; where its year comes from is said."""
    mention = find_dates(text, language, None)[1]
    assert (mention.value, mention.start, mention.basis) == (
        "2023-04-04",
        date(2023, 4, 4),
        Basis.SCENE,
    )
    assert "2023" in mention.doubt


@pytest.mark.parametrize(
    "text",
    [
        "In 1945 it was over. On 4 April Velesh spoke. Since 2019 it stands.",
        "In February 2021 they met. On 4 April Velesh spoke. It ends by 1 July 2023.",
        "It began on 3 May 2022 and ended on 9 June 2022. On 4 April Velesh spoke.",
    ],
)
def test_a_year_that_nothing_fixes_stays_open(text: str) -> None:
    """Years alone, dates years apart or dates on one side of it say nothing about a 4 April."""
    (mention,) = (m for m in find_dates(text, "en", None) if "April" in m.span.of(text))
    assert (mention.value, mention.start) == ("XXXX-04-04", None)


def test_a_weekday_that_does_not_fit_its_date_is_doubted() -> None:
    """Monday, 4 April 2023 was a Tuesday."""
    assert "Tuesday" in only("On Monday, 4 April 2023, Velesh spoke.", "en").doubt


def test_a_weekday_decides_between_two_years() -> None:
    """4 April was a Monday in 2022, so that is the year meant."""
    mention = only("On Monday, 4 April, Velesh spoke.", "en")
    assert mention.value == "2022-04-04"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "from 8 to 7 July 2022"),
        ("fr", "du 8 au 7 juillet 2022"),
        ("uk", "з 8 по 7 липня 2022 року"),
        ("ru", "с 8 по 7 июля 2022 года"),
        ("de", "vom 8. bis 7. Juli 2022"),
    ],
)
def test_a_range_the_wrong_way_round_keeps_its_first_day_in_doubt(language: str, text: str) -> None:
    """ "From 8 to 7 July" says nothing sure beyond the 8th, and the reader is told."""
    mention = only(text, language)
    assert (mention.start, mention.end) == (date(2022, 7, 8), date(2022, 7, 8))
    assert mention.doubt


def test_a_range_over_the_new_year_begins_in_the_old_one() -> None:
    """ "28 December to 3 January 2023" begins in 2022."""
    values = [m.value for m in find_dates("28 December to 3 January 2023", "en", PUBLISHED)]
    assert values == ["2022-12-28", "2023-01-03"]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "until 15:00 GMT Saturday", "2023-04-08T15:00"),
        ("uk", "у суботу о 20:15 за києвом", "2023-04-01T20:15"),
        ("ru", "в субботу в 20:15 мск", "2023-04-01T20:15"),
        ("en", "2023-04-04T23:30:00+03:00", "2023-04-04"),
    ],
)
def test_a_time_zone_never_moves_the_day(language: str, text: str, value: str) -> None:
    """The day is the one written: which day it was elsewhere the text does not say."""
    assert only(text, language).value == value


REPRINT = (
    "TARSK, 15 March 2023 (Halden Wire) - Velesh speaks tomorrow. He had met Dalkova on Monday."
)


def test_a_reprint_counts_from_its_own_dateline() -> None:
    """ "Tomorrow" in a text reprinted three weeks late is the day after the original's date."""
    mentions = find_dates(REPRINT, "en", PUBLISHED)
    assert [m.value for m in mentions] == ["2023-03-15", "2023-03-16", "2023-03-13"]
    assert mentions[1].basis is Basis.DATELINE


def test_an_undated_text_counts_from_its_own_dateline() -> None:
    """Where the article has no date, a dateline with a year stands in for it."""
    assert [m.value for m in find_dates(REPRINT, "en", None)][1] == "2023-03-16"


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "TARSK, April 4 (Halden Wire) — Velesh spoke.", "2023-04-04"),
        ("fr", "Hallen, le 3 avril 2023 – Le ministre a parlé.", "2023-04-03"),
        ("de", "HALLEN, 3. April (Tarsk-Inform) - Der Minister sprach.", "2023-04-03"),
        ("ru", "ТАРСК, 3 апр - Министр выступил.", "2023-04-03"),
        ("uk", "Тарск. 3 квітня. Тарск-Інформ – Міністр виступив.", "2023-04-03"),
        ("en", "4 April 2023\n\nVelesh spoke.", "2023-04-04"),
        ("en", "TARSK, 15 November (Halden Wire) - Velesh spoke.", "2022-11-15"),
    ],
)
def test_a_dateline_is_recognised(language: str, text: str, value: str) -> None:
    """The date behind the place, before the dash; without a year the last such day."""
    found = dateline(text, language, PUBLISHED)
    assert found is not None
    assert found.value == value


@pytest.mark.parametrize(
    "text", ["Velesh spoke on 4 April 2023 in Tarsk.", "He left. Tarsk, 4 April, was quiet.", ""]
)
def test_a_date_in_a_sentence_is_no_dateline(text: str) -> None:
    """A sentence that names a day early is not a dateline."""
    assert dateline(text, "en", PUBLISHED) is None


def test_a_dateline_after_publication_puts_the_rest_in_doubt() -> None:
    """Metadata that contradict the text are kept, and every date counted from them says so."""
    text = "TARSK, 25 April 2023 (Halden Wire) - Velesh spoke yesterday."
    last = find_dates(text, "en", PUBLISHED)[-1]
    assert last.value == "2023-04-04"
    assert "2023-04-25" in last.doubt


def test_a_quotation_does_not_move_the_scene() -> None:
    """ "The next day" counts from the narrative's date, not from one that a speaker names."""
    text = (
        "Velesh spoke on 27 March. “I was there on 3 January 2020,” he said. The next day he left."
    )
    assert find_dates(text, "en", PUBLISHED)[-1].value == "2023-03-28"


def test_a_huge_text_of_dates_is_read_to_its_end() -> None:
    """A megabyte of what dates are made of is read in full, without going back over it."""
    text = "the last two " * 76_000 + "on 4 April 2023"
    mentions = find_dates(text, "en", PUBLISHED)
    assert mentions[-1].value == "2023-04-04"


@given(st.dates(min_value=date(1700, 3, 1), max_value=date(2199, 12, 31)))
def test_the_calendars_lie_eleven_to_fourteen_days_apart(day: date) -> None:
    """From 1700 to 2199 the Julian calendar is eleven to fourteen days behind."""
    new = gregorian(day)
    assert new is not None
    assert 11 <= (new - day).days <= 14


@given(st.dates(min_value=date(2, 1, 1), max_value=date(9998, 1, 1)), st.integers(1, 7))
def test_a_weekday_is_found_within_a_week_on_its_side(base: date, number: int) -> None:
    """Every direction gives such a weekday, at most a week away."""
    for direction in (-1, 0, 1, 2):
        value = weekday_value(base, number, direction)
        assert value is not None
        found = date.fromisoformat(value)
        assert found.isoweekday() == number
        assert abs((found - base).days) <= 7
        assert (found - base).days * (1 if direction > 0 else -1) >= 0


@given(st.text(alphabet="0123456789-WQHTSPUX/ABCE", max_size=16))
def test_any_value_has_days_in_order_or_none(value: str) -> None:
    """No value makes the arithmetic stumble, and no interval is inside out."""
    days = interval(value)
    assert days is None or days[0] <= days[1]


@settings(deadline=None)  # the first text of a language builds its patterns
@given(st.sampled_from(languages()), st.data())
def test_every_form_of_a_language_file_can_be_read(language: str, data: st.DataObject) -> None:
    """No form of the language's own date words, in any order, makes the reader stumble."""

    forms = [*sorted(vocabulary(language)), "2023", "4", "12:30", "1990-х", "XX"]
    words = data.draw(st.lists(st.sampled_from(forms), max_size=12))
    text = " ".join(words)
    for mention in find_dates(text, language, PUBLISHED):
        assert mention.span.of(text).strip()
