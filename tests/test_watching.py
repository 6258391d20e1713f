"""When feeds are asked, and what is asked for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redite.errors import FetchError
from redite.interfaces import Fetched
from redite.watching import (
    MOST_BACKOFF,
    MOST_RETRY_AFTER,
    PAUSE,
    ROUND,
    Feed,
    Poll,
    Version,
    answered,
    rounds,
    version_of,
    wanted_at,
)

URL = "https://halden.example/feed"
NOW = datetime(2024, 3, 5, 10, tzinfo=UTC)
QUARTER = timedelta(minutes=15)

moments = st.datetimes(datetime(2024, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))
intervals = st.integers(60, 86_400).map(lambda seconds: timedelta(seconds=seconds))
waits = st.one_of(
    st.none(),
    st.text(),
    st.integers(0, 10**30).map(str),
    st.datetimes(timezones=st.just(UTC)).map(format_datetime),
)
failed = waits.map(lambda retry_after: FetchError("the server answered 503", retry_after))
contents = st.sampled_from([b"one", b"two"]).map(
    lambda content: Fetched(URL, content, None, None, None, None)
)
unchanged = st.just(Fetched(URL, b"", None, None, None, None, not_modified=True))
answers = st.one_of(failed, contents, unchanged)
feeds = st.builds(
    Feed,
    st.just(URL),
    moments,
    st.builds(Version, st.none(), st.none(), st.binary(max_size=4)),
    st.integers(0, 10**6),
)


@given(feeds, answers, moments, intervals)
def test_the_next_time_is_ahead_and_not_far(
    feed: Feed, answer: Fetched | FetchError, now: datetime, every: timedelta
) -> None:
    """Never sooner than asked for, and never later than a server may demand."""
    due = answered(feed, answer, now, every)[0].due
    assert now + every <= due <= now + max(every, MOST_BACKOFF, MOST_RETRY_AFTER)


@given(feeds, st.one_of(contents, unchanged), moments, intervals)
def test_an_answer_ends_all_waiting(
    feed: Feed, answer: Fetched, now: datetime, every: timedelta
) -> None:
    """After one a feed is due as if it had never failed, whether anything was new or not."""
    after, _ = answered(feed, answer, now, every)
    assert (after.due, after.failures) == (now + every, 0)


@given(feeds, failed, moments, intervals)
def test_a_failure_changes_nothing_that_is_known(
    feed: Feed, error: FetchError, now: datetime, every: timedelta
) -> None:
    """The next answer is held against the last one that came."""
    after, changed = answered(feed, error, now, every)
    assert (after.version, after.failures, changed) == (feed.version, feed.failures + 1, False)


@given(feeds, failed, moments, intervals)
def test_no_feed_is_asked_before_its_server_wants_it(
    feed: Feed, error: FetchError, now: datetime, every: timedelta
) -> None:
    """Up to the bound; what cannot be understood holds nobody back."""
    wanted = wanted_at(error.retry_after, now)
    assert wanted is None or answered(feed, error, now, every)[0].due >= wanted


def test_failures_are_tried_again_later_and_later() -> None:
    """The time doubles up to six hours."""
    feed, times = Feed(URL, NOW), []
    for _ in range(8):
        feed, _ = answered(feed, FetchError("no"), NOW, QUARTER)
        times.append((feed.due - NOW) / timedelta(minutes=1))
    assert times == [15, 30, 60, 120, 240, 360, 360, 360]


@pytest.mark.parametrize(
    ("written", "minutes"),
    [
        ("120", 2),
        (" 0 ", 0),
        ("Tue, 05 Mar 2024 10:30:00 GMT", 30),
        ("Tue, 05 Mar 2024 12:30:00 +0200", 30),
        ("Tue, 05 Mar 2024 09:30:00 GMT", -30),
        ("9" * 5000, 24 * 60),
        ("Tue, 05 Mar 2124 10:30:00 GMT", 24 * 60),
    ],
)
def test_a_server_says_when_in_seconds_or_as_a_date(written: str, minutes: int) -> None:
    """More than a day is a day."""
    assert wanted_at(written, NOW) == NOW + timedelta(minutes=minutes)


@pytest.mark.parametrize("written", [None, "", "soon", "-5", "1.5", "²", "Tue, 99 Mar 2024 10:30"])
def test_what_is_no_time_holds_nobody_back(written: str | None) -> None:
    """A slip of a server is passed over."""
    assert wanted_at(written, NOW) is None


def test_equal_bytes_are_known_without_the_server_saying_so() -> None:
    """Where there is neither a tag nor a date, and where there is and it lies."""
    first = Fetched(URL, b"one", None, None, '"1"', None)
    feed, changed = answered(Feed(URL, NOW), first, NOW, QUARTER)
    assert changed
    assert feed.version == version_of(first)
    again = Fetched(URL, b"one", None, None, '"2"', None)
    feed, changed = answered(feed, again, NOW, QUARTER)
    assert not changed
    assert feed.version.etag == '"2"'


class World:
    """A clock that moves only when somebody waits, and a network that answers as it is told."""

    def __init__(self, answer: Callable[[str, int], Fetched | FetchError], requests: int) -> None:
        self.now, self.answer, self.left = NOW, answer, requests
        self.asked: list[tuple[str, datetime, str | None]] = []

    def clock(self) -> datetime:
        """Return the moment it is there."""
        return self.now

    def wait(self, until: datetime) -> bool:
        """Let time pass; ends when all requests were made."""
        self.now = max(self.now, until)
        return self.left == 0

    def fetch(
        self, url: str, *, etag: str | None = None, last_modified: str | None = None
    ) -> Fetched:
        """Answer a request."""
        self.left -= 1
        self.asked.append((url, self.now, etag))
        answer = self.answer(url, sum(known == url for known, _, _ in self.asked))
        if isinstance(answer, FetchError):
            raise answer
        return answer

    def polls(self, *urls: str) -> list[list[Poll]]:
        """Ask these feeds until all requests were made."""
        return [list(polls) for polls in rounds(urls, QUARTER, self, self.clock, self.wait)]


def numbered(url: str, number: int) -> Fetched:
    """Answer with other content every time."""
    return Fetched(url, str(number).encode(), None, None, f'"{number}"', None)


def test_feeds_are_asked_again_after_the_time_with_what_they_last_said() -> None:
    """Each tag is sent back."""
    world = World(numbered, 3)
    polls = world.polls(URL)
    assert [[poll.fetched is not None for poll in polled] for polled in polls] == [[True]] * 3
    assert world.asked == [
        (URL, NOW, None),
        (URL, NOW + QUARTER, '"1"'),
        (URL, NOW + 2 * QUARTER, '"2"'),
    ]


@given(st.integers(1, 40), st.integers(1, 120))
def test_requests_keep_their_distance(feeds: int, requests: int) -> None:
    """However many feeds are due at once, and rounds do not follow each other at once."""
    world = World(numbered, requests)
    begins = [polls[0].at for polls in world.polls(*(f"{URL}/{n}" for n in range(feeds))) if polls]
    times = [at for _, at, _ in world.asked]
    assert all(later - earlier >= PAUSE for earlier, later in pairwise(times))
    assert all(b - a >= ROUND for a, b in pairwise(begins))


def test_a_feed_that_fails_does_not_stop_the_others() -> None:
    """It is named with its problem, and the others are asked as often as ever."""
    other = "https://tarsk.example/feed"

    def answer(url: str, number: int) -> Fetched | FetchError:
        return FetchError("cannot fetch it") if url == URL else numbered(url, number)

    world = World(answer, 12)
    problems = [poll.problem for polls in world.polls(URL, other) for poll in polls]
    assert problems.count("cannot fetch it") == 4
    at = [at for url, at, _ in world.asked if url == other]
    assert len(at) == 8
    assert all(b - a < QUARTER + ROUND for a, b in pairwise(at))


def test_a_server_that_wants_rest_is_spared_by_all_its_feeds() -> None:
    """The others on it wait, too; those elsewhere do not."""
    second, other = f"{URL}/2", "https://tarsk.example/feed"

    def answer(url: str, number: int) -> Fetched | FetchError:
        return FetchError("busy", "7200") if url == URL and number == 1 else numbered(url, number)

    world = World(answer, 12)
    world.polls(URL, second, other)
    waited = [at - NOW for url, at, _ in world.asked if url in (URL, second)][1:]
    assert waited
    assert min(waited) >= timedelta(hours=2)
    assert sum(url == other for url, _, _ in world.asked) > 5
