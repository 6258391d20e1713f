"""The list of office-holders: its rules, and what is read from it."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations

import pytest

from redite.offices import Office, Post, holder, places, settled
from redite.text.office_posts import POSTS

OFFICES = [
    (f"{code} {post}", place.known_until, office)
    for code, place in places().items()
    for post, office in place.offices.items()
]


@pytest.mark.parametrize(("name", "known_until", "office"), OFFICES, ids=[o[0] for o in OFFICES])
def test_tenures_of_one_office_follow_each_other(
    name: str, known_until: date, office: Office
) -> None:
    """No two people hold an office for longer than the day of the handover."""
    for earlier, later in combinations(office.held, 2):
        assert earlier.until is not None, f"{name}: {earlier.name} has no last day"
        assert later.since >= earlier.until, (
            f"{name}: {later.name} comes before {earlier.name} goes"
        )
    for tenure in office.held:
        assert tenure.since <= (tenure.until or known_until), f"{name}: {tenure.name}"
        assert (tenure.until or known_until) <= known_until, f"{name}: {tenure.name}"


@pytest.mark.parametrize(("name", "known_until", "office"), OFFICES, ids=[o[0] for o in OFFICES])
def test_every_office_names_its_source(name: str, known_until: date, office: Office) -> None:
    """Whoever doubts an entry finds an office and its site."""
    body, _, site = office.source.rpartition(", ")
    assert body, name
    assert "." in site, name
    assert " " not in site, name
    assert office.held, name


def test_the_list_covers_the_countries_and_bodies_most_in_the_news() -> None:
    """Forty countries, and every body that the news speak of daily."""
    countries = [code for code in places() if len(code) == 2 and code not in ("EU", "UN")]
    assert len(countries) >= 40
    assert {"NATO", "UN", "EU", "EU-COMMISSION", "EU-COUNCIL", "IAEA", "OSCE"} <= set(places())


def test_every_post_can_be_said() -> None:
    """An office under a name that no phrase is read as would never be asked for."""
    said = {post for place in places().values() for post in place.offices}
    assert said <= POSTS
    assert {place.leader for place in places().values() if place.leader} <= said


@pytest.mark.parametrize(("name", "known_until", "office"), OFFICES, ids=[o[0] for o in OFFICES])
def test_one_holder_a_day_or_none(name: str, known_until: date, office: Office) -> None:
    """A day of handover has two holders, so nobody is named; the day after has one again."""
    code, post = name.split()
    for earlier, later in zip(office.held, office.held[1:], strict=False):
        if earlier.until == later.since and earlier.name != later.name:
            assert holder(Post(code, post), later.since) is None
        after = holder(Post(code, post), later.since + timedelta(days=1))
        assert after is None or after.name == later.name


def test_a_list_says_nothing_after_the_day_it_was_kept_up_to() -> None:
    """A stale list would name the wrong person."""
    place = places()["UA"]
    president = Post("UA", "president")
    assert holder(president, place.known_until) is not None
    assert holder(president, place.known_until + timedelta(days=1)) is None


def test_a_leader_is_the_holder_of_the_first_office() -> None:
    """ "The leader" and "the head of state" stand for whatever office leads there."""
    assert settled(Post("DE", "leader")) == Post("DE", "prime_minister")
    assert settled(Post("GB", "head_of_state")) == Post("GB", "monarch")
    assert settled(Post("US", "secretary_of_state")) == Post("US", "foreign_minister")
    assert settled(Post("~velmo", "leader")) == Post("~velmo", "leader")
