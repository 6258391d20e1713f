"""Series, bursts, and coincidences with events."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.why_now import calendar, sayings
from benchmarks.why_now import series as drawn
from redite.timing import bursts
from redite.timing.coincidence import ALPHA, coincide
from redite.timing.events import Event, merged
from redite.timing.intensity import Series, series
from tests.exports.build import World, article, day

FIRST = date(2031, 1, 6)


def counted(*counts: int) -> Series:
    """Return a series with these counts."""
    return Series("ferries", FIRST, counts, counts)


def test_a_day_counts_utterances_and_origins_not_articles() -> None:
    """Three papers that print one agency's report of one speech: one utterance, one origin."""
    world = World()
    for number in range(3):
        where = article(
            f"“We go” {number}", publisher=f"Paper {number}", published="2031-04-05T10:00"
        )
        world.say(where, "We go", utterance="u", via=["Halden Wire"])
    other = article("“We stay”", publisher="Paper 9", published="2031-04-07T10:00")
    world.say(other, "We stay", said_on="2031-04-06")
    found = series("all", world.ordered, day("2031-04-04"), day("2031-04-07"))
    assert found.utterances == (0, 1, 1, 0)
    assert found.origins == (0, 1, 1, 0)


def test_a_day_of_saying_after_its_report_is_a_mistake() -> None:
    """Nobody reports what has not been said yet."""
    world = World()
    world.say(article("“We go”", published="2031-04-05T10:00"), "We go", said_on="2031-04-07")
    assert series("all", world.ordered, day("2031-04-05"), day("2031-04-07")).utterances == (
        1,
        0,
        0,
    )


def test_undated_articles_make_no_spike() -> None:
    """The day on which a text was taken in is no day of the story."""
    world = World()
    world.say(article("“We go”", dated=False), "We go")
    assert sum(series("all", world.ordered, day("2031-04-01"), day("2031-04-09")).utterances) == 0


def test_a_burst_is_far_more_than_usual() -> None:
    """A busy stretch in a quiet month is one; the same counts in a busy month are none."""
    quiet = counted(*[1, 0, 0, 1, 0, 0, 1] * 3, 6, 5, 7, *[0, 1, 0, 0, 1, 0, 0] * 2)
    (burst,) = bursts.find(quiet)
    assert (burst.first, burst.last) == (quiet.day(21), quiet.day(23))
    assert (burst.utterances, burst.origins) == (18, 18)
    assert burst.usual < 2
    assert bursts.find(counted(*[5, 6, 7, 6, 5, 6, 7] * 5)) == ()
    assert bursts.find(counted(*[0] * 30)) == ()


@given(st.lists(st.integers(0, 30), max_size=60))
def test_bursts_lie_in_the_series_and_apart(counts: list[int]) -> None:
    """Whatever the counts: bursts are stretches of the series, in order, with a day between."""
    one = counted(*counts)
    found = bursts.find(one)
    for burst in found:
        assert one.first <= burst.first <= burst.last <= one.day(one.days - 1)
        assert burst.utterances == sum(counts[one.number(burst.first) : one.number(burst.last) + 1])
    for left, right in pairwise(found):
        assert (right.first - left.last).days > 1


def test_a_coincidence_is_found_and_a_calm_event_is_not() -> None:
    """Twenty sayings about an event in a year of one a week are no chance; silence is."""
    counts = [1 if number % 7 == 0 else 0 for number in range(364)]
    counts[99:103] = [5, 6, 6, 3]
    vote = Event("vote", (FIRST + timedelta(days=100),))
    calm = Event("parade", (FIRST + timedelta(days=250),))
    first, second = coincide([counted(*counts)], [calm, vote])
    assert first.event is vote
    assert first.found
    assert first.utterances == 21
    assert first.usual < 3
    assert not second.found
    assert {one.tries for one in (first, second)} == {2}


def test_more_tries_make_each_harder_to_find() -> None:
    """Holm: the smallest p-value is multiplied by the number of tries."""
    rows = drawn(sayings(np.random.default_rng(5)))
    days = [Event(f"e{n}", (FIRST + timedelta(days=31 * n + 5),)) for n in range(8)]
    few, many = coincide([rows], days[:2]), coincide([rows], days)
    assert few[0].corrected == pytest.approx(min(1.0, 2 * few[0].p))
    assert many[0].corrected == pytest.approx(min(1.0, 8 * many[0].p))
    assert [one.corrected for one in many] == sorted(one.corrected for one in many)


def test_the_same_seed_gives_the_same_figures_in_any_order() -> None:
    """A figure in a brief can be reproduced; what else was tried does not change a p-value."""
    counts = counted(*[number % 5 for number in range(100)])
    events = [Event(name, (FIRST + timedelta(days=at),)) for name, at in (("a", 9), ("b", 50))]
    assert coincide([counts], events) == coincide([counts], events[::-1])
    alone = {one.event.name: one.p for e in events for one in coincide([counts], [e])}
    assert {one.event.name: one.p for one in coincide([counts], events)} == alone


def test_short_records_and_distant_events_are_not_tried() -> None:
    """Two weeks at least; an event outside the series cannot coincide with it."""
    event = Event("vote", (FIRST + timedelta(days=3),))
    assert coincide([counted(1, 2, 3, 4)], [event]) == ()
    assert coincide([counted(*[1] * 30)], [Event("vote", (date(2020, 1, 1),))]) == ()


def test_random_calendars_seldom_cry_wolf() -> None:
    """On sixty random calendars at most six give any alarm; benchmarks/why_now.py draws 1,000."""
    wolf = 0
    for number in range(60):
        rng = np.random.default_rng([9, number])
        tried = coincide([drawn(sayings(rng))], calendar(rng), seed=number, draws=499)
        wolf += any(one.found for one in tried)
    assert ALPHA <= 0.05
    assert wolf <= 6


def test_events_of_one_name_are_one() -> None:
    """An event that came about twice is tried once, with both days."""
    twice = [Event("aid", (date(2031, 3, 1),)), Event("aid", (date(2031, 1, 1),))]
    assert merged(twice) == (Event("aid", (date(2031, 1, 1), date(2031, 3, 1))),)
