"""By when an announced act is to begin or end, in five languages.

The cases stand in tests/text/deadlines, one file a language: what was said, the words that set
the deadline, its last day; `~` where none is set.
"""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from redite.lang import languages, words
from redite.lang.deadlines import Deadlines
from redite.text.dates import find_dates
from redite.text.deadlines import deadline_of
from redite.values import DateInterval, Deadline, Span

SAID = date(2031, 4, 9)  # a Wednesday
FOLDER = Path(__file__).parent / "deadlines"
CASES = [
    (path.stem, *case)
    for path in sorted(FOLDER.glob("*.yaml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]


def of(
    text: str,
    language: str | None = "en",
    *,
    said: date | None = None,
    published: date | None = SAID,
) -> Deadline | None:
    """Return the deadline of a statement that is all of a text."""
    interval = DateInterval(said, said, "that day") if said else None
    dates = find_dates(text, language, published)
    return deadline_of(text, (Span(0, len(text)),), language, interval, published, dates)


@pytest.mark.parametrize(("language", "text", "phrase", "due"), CASES)
def test_each_case(language: str, text: str, phrase: str | None, due: date | None) -> None:
    """The phrase is found where the act is announced, with its last day, and nowhere else."""
    deadline = of(text, language)
    shown = (deadline.span.of(text), deadline.due) if deadline else (None, None)
    assert shown == (phrase, due)


def test_there_are_enough_cases() -> None:
    """Every language that has a file has thirty deadlines and a dozen traps."""
    for language in languages():
        own = [case for case in CASES if case[0] == language]
        assert sum(case[3] is not None for case in own) >= 30
        assert sum(case[3] is None for case in own) >= 12


def test_language_files_hold_no_word_twice_in_contradicting_lists() -> None:
    """A word before a time says one thing: the lists of introducing words do not overlap."""
    for language in languages():
        data = words(language, "deadlines", Deadlines)
        lists = [data.limit, data.either, data.before, data.point, data.until, data.never]
        forms = [form for each in lists for form in set(each)]
        assert len(forms) == len(set(forms)), language


@pytest.mark.parametrize(
    ("text", "said", "due"),
    [
        ("The first systems will arrive within two months", "2031-03-27", "2031-05-27"),
        ("Inspectors would arrive this week", "2031-04-01", "2031-04-06"),
        ("The exercise will start on Monday", "2031-04-04", "2031-04-07"),
        ("The envoys would meet tomorrow", "2031-04-04", "2031-04-05"),
        ("The law will be signed by the end of the month", "2031-03-31", "2031-03-31"),
        ("The bridge will be ready by 5 April", "2031-03-20", "2031-04-05"),
        ("The bridge will be ready by 5 April", "2031-04-08", "2032-04-05"),
    ],
)
def test_relative_times_count_from_the_day_of_saying(text: str, said: str, due: str) -> None:
    """Not from publication, where the text tells when it was said."""
    deadline = of(text, said=date.fromisoformat(said))
    assert deadline is not None
    assert deadline.due.isoformat() == due


def test_what_was_promised_before_its_report_may_be_past() -> None:
    """A report may come after the day it tells of; a limit of last week is not next year's."""
    deadline = of("The bridge would be ready by 2 April")
    assert deadline is not None
    assert deadline.due == date(2031, 4, 2)


@pytest.mark.parametrize(
    "text",
    ["We will answer tomorrow", "We will answer by Friday", "We will answer within two weeks",
     "We will answer by 1 July", "We will answer by the end of the year"],
)  # fmt: skip
def test_an_undated_article_gives_relative_times_no_day(text: str) -> None:
    """Nobody knows which Friday; nothing is guessed."""
    assert of(text, published=None) is None


def test_an_undated_article_keeps_a_date_with_its_year() -> None:
    """A full date needs no day of publication, and a known day of saying serves as well."""
    full = of("The bridge will be ready by 1 July 2032", published=None)
    assert full is not None
    assert full.due == date(2032, 7, 1)
    told = of("We will answer within two weeks", published=None, said=SAID)
    assert told is not None
    assert told.due == date(2031, 4, 23)


@pytest.mark.parametrize(
    ("language", "text", "due"),
    [
        ("en", "The talks will resume the day after tomorrow", "2031-04-11"),
        ("de", "Der Austausch findet übermorgen statt", "2031-04-11"),
        ("ru", "Ответ будет дан не позднее чем через месяц", "2031-05-09"),
        ("ru", "Завод запустят в первом полугодии 2032 года", "2032-06-30"),
        ("uk", "Завод запустять у третьому кварталі 2031 року", "2031-09-30"),
        ("fr", "Le rapport sera publié sous quinzaine", "2031-04-23"),
        ("en", "The first train will run on the second Monday of the season", None),
    ],
)
def test_times_that_hold_another_are_read_whole(language: str, text: str, due: str | None) -> None:
    """ "Tomorrow" in "the day after tomorrow", a year in its quarter, a Monday with its rank."""
    deadline = of(text, language)
    assert (deadline.due.isoformat() if deadline else None) == due


def test_a_range_the_wrong_way_round_counts_its_first_day() -> None:
    """Of "8-7 July" the eighth is sure."""
    deadline = of("The summit will take place on 8-7 July")
    assert deadline is not None
    assert deadline.due == date(2031, 7, 8)


def test_a_limit_counts_before_a_mere_day() -> None:
    """Of two times in one statement the one put as a limit is the deadline."""
    text = "The work will start on 5 May and must be done no later than 10 June"
    deadline = of(text)
    assert deadline is not None
    assert deadline.due == date(2031, 6, 10)


def test_pieces_of_a_quotation_are_read_one_by_one() -> None:
    """The cue between two pieces belongs to neither: "on Monday" there is no deadline."""
    text = "The crossing, he said on Monday, will open by 1 June."
    content = (Span(0, 12), Span(33, 52))
    deadline = deadline_of(text, content, "en", None, SAID, find_dates(text, "en", SAID))
    assert deadline is not None
    assert deadline.span.of(text) == "by 1 June"


@pytest.mark.parametrize("language", [None, "xx", "la"])
def test_a_language_without_a_file_sets_none(language: str | None) -> None:
    """Without words there is no telling "by" from "since"."""
    assert of("We will answer by 1 July 2032", language) is None


@given(st.text(min_size=1, max_size=300), st.sampled_from([*languages(), None]), st.booleans())
def test_any_text_is_read(text: str, language: str | None, dated: bool) -> None:
    """The span lies in the text, and no due day lies beyond 2100."""
    deadline = of(text, language, published=SAID if dated else None)
    if deadline is not None:
        assert deadline.span.of(text)
        assert deadline.due.year <= 2100


PIECES = [
    "by", "within", "in", "two", "weeks", "the", "end", "of", "next", "month", "1", "July", "2031",
    "Friday", "will", "not", "until", "d'ici", "fin", "mai", "до", "кінця", "года", "bis", "Ende",
    "will arrive", ",", ".", "99999999999999", "29 February", "30 February", "9999", "years",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=30), st.sampled_from(languages()),
       st.dates(min_value=date(1, 1, 1)))  # fmt: skip
def test_words_of_time_in_any_order_are_read_on_any_day(
    pieces: list[str], language: str, published: date
) -> None:
    """Neither the first nor the last day of the calendar is an obstacle."""
    text = " ".join(pieces)
    deadline = of(text, language, published=published)
    assert deadline is None or deadline.span.of(text)


@given(st.integers(1, 400), st.dates(date(1990, 1, 1), date(2090, 1, 1)))
def test_a_stretch_of_days_is_counted(days: int, published: date) -> None:
    """ "Within n days" ends n days later, whatever the month."""
    text = f"The answer will come within {days} days"
    deadline = of(text, published=published)
    expected = published + timedelta(days=days)
    assert deadline is not None
    assert deadline.due == expected


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(0, 300))
def test_a_day_said_earlier_is_never_due_later(said: date, later: int) -> None:
    """What counts from the day of saying does not depend on the day of the report."""
    published = said + timedelta(days=later)
    for text in ("We will answer within two weeks", "We will start on Monday"):
        deadline = of(text, said=said, published=published)
        at_once = of(text, said=said, published=said)
        assert deadline is not None
        assert at_once is not None
        assert deadline.due == at_once.due


def test_hostile_text_is_read_to_its_end() -> None:
    """Thousands of half-finished time words are read like any other text."""
    for piece in ("by the end of ", "within two ", "d'ici ", "до кінця ", "1 July, ", "in in in "):
        text = piece * (30_000 // len(piece))
        for language in ("en", "fr", "uk"):
            deadline = of(text, language)
            assert deadline is None or deadline.span.of(text).strip() == piece.strip(", ")
