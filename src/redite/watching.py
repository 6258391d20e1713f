"""When to ask a feed again, and asking: for ever, politely, and never for what is known.

A feed is asked every so often. One that fails is asked after twice as long each time, up to six
hours, and not before its server wants it (Retry-After); then other feeds of that server wait, too.
What was had is not sent again: servers are told which version we have, and where they keep none,
equal bytes are known by their digest. Feeds are asked one after another, with a pause between.

`answered` is the schedule, a pure function; `rounds` asks what is due. Clock, network and waiting
are passed in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from hashlib import blake2b
from urllib.parse import urlsplit

from redite.errors import FetchError
from redite.interfaces import Fetched, Fetcher

MOST_BACKOFF = timedelta(hours=6)
"""Between two tries of a feed that fails, unless feeds are asked less often anyway."""
MOST_RETRY_AFTER = timedelta(days=1)
"""How long a server may keep us away; more is most often a slip."""
PAUSE = timedelta(seconds=1)
"""Between an answer and the next request."""
ROUND = timedelta(minutes=1)
"""From the start of a round to the next: after each the ledger is judged, which takes longer than
asking, and feeds that come due one after another are taken together."""
_DOUBLINGS = 20
"""More make no difference: a minute is then two years."""


@dataclass(frozen=True, slots=True)
class Version:
    """What is known of the last content of a feed, to tell whether there is another."""

    etag: str | None = None
    last_modified: str | None = None
    digest: bytes = b""


@dataclass(frozen=True, slots=True)
class Feed:
    """One address that is asked again and again."""

    url: str
    due: datetime
    """It is not asked before."""
    version: Version = Version()
    failures: int = 0
    """How often in a row it could not be fetched."""


@dataclass(frozen=True, slots=True)
class Poll:
    """A feed that was asked, and what came back: content that is new, a problem, or neither."""

    feed: Feed
    """As it stands now, with the time when it is due next."""
    at: datetime
    fetched: Fetched | None = None
    problem: str = ""


def answered(
    feed: Feed, answer: Fetched | FetchError, now: datetime, every: timedelta
) -> tuple[Feed, bool]:
    """Return the feed after an answer, and whether it brought content that is new.

    It is due after `now` in any case, at most a day later or, where that is longer, `every`.
    """
    if isinstance(answer, FetchError):
        failures = feed.failures + 1
        backoff = min(every * 2 ** min(feed.failures, _DOUBLINGS), max(every, MOST_BACKOFF))
        due = max(now + backoff, wanted_at(answer.retry_after, now) or now)
        return replace(feed, due=due, failures=failures), False
    version = feed.version if answer.not_modified else version_of(answer)
    changed = version.digest != feed.version.digest
    return Feed(feed.url, now + every, version), changed


def version_of(fetched: Fetched) -> Version:
    """Return what tells this content from another."""
    digest = blake2b(fetched.content, digest_size=16).digest()
    return Version(fetched.etag, fetched.last_modified, digest)


def wanted_at(retry_after: str | None, now: datetime) -> datetime | None:
    """Return when a server wants to be asked again, at most a day from `now`; None if it is mute.

    It says so in seconds or as a date (RFC 9110, 10.2.3).
    """
    text = (retry_after or "")[:100].strip()
    latest = now + MOST_RETRY_AFTER
    if re.fullmatch("[0-9]+", text):
        # Nobody writes more digits than a day has, and int() takes no more than a few thousand.
        return latest if len(text.lstrip("0")) > 5 else min(now + timedelta(0, int(text)), latest)
    try:
        date = parsedate_to_datetime(text)
    except (ValueError, OverflowError, TypeError, IndexError):
        return None
    return min(date if date.tzinfo else date.replace(tzinfo=UTC), latest)


def rounds(
    addresses: Sequence[str],
    every: timedelta,
    fetcher: Fetcher,
    clock: Callable[[], datetime],
    wait: Callable[[datetime], bool],
    had: Mapping[str, Version] | None = None,
) -> Iterator[Iterator[Poll]]:
    """Yield round after round, each the polls of what is due; go through one before the next.

    `wait` returns at a moment; True instead means that this is to end, as it then does. `had` are
    the versions, by address, that an earlier run has had.
    """
    begun = clock()
    feeds = {url: Feed(url, begun, (had or {}).get(url, Version())) for url in addresses}
    while not wait(begun):
        yield _round(feeds, every, fetcher, clock, wait)
        begun = max(min(feed.due for feed in feeds.values()), begun + ROUND)


def _round(
    feeds: dict[str, Feed],
    every: timedelta,
    fetcher: Fetcher,
    clock: Callable[[], datetime],
    wait: Callable[[datetime], bool],
) -> Iterator[Poll]:
    """Ask every feed that is due, once, and keep in `feeds` how each stands then."""
    begun = free = clock()
    for url in feeds:
        feed = feeds[url]
        if feed.due > begun:
            continue
        if wait(free):
            return
        answer = _answer(feed, fetcher)
        now = clock()
        free = now + PAUSE
        feeds[url], changed = answered(feed, answer, now, every)
        if isinstance(answer, Fetched):
            yield Poll(feeds[url], now, answer if changed else None)
            continue
        if answer.retry_after is not None:
            _spare(feeds, url, feeds[url].due)
        yield Poll(feeds[url], now, problem=str(answer))


def _answer(feed: Feed, fetcher: Fetcher) -> Fetched | FetchError:
    known = feed.version
    try:
        return fetcher.fetch(feed.url, etag=known.etag, last_modified=known.last_modified)
    except FetchError as error:
        return error


def _spare(feeds: dict[str, Feed], url: str, until: datetime) -> None:
    """Ask no feed of this server before `until`: to it we are one and the same."""
    server = urlsplit(url).netloc
    for other, feed in feeds.items():
        if urlsplit(other).netloc == server:
            feeds[other] = replace(feed, due=max(feed.due, until))
