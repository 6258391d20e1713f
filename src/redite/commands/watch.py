"""The command `watch`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from redite.commands.app import app
from redite.commands.intake import ModelName
from redite.commands.ledgers import beside, closing, now, settle
from redite.commands.options import LEDGER, Ledger, Quiet
from redite.commands.output import say
from redite.commands.stopping import Stop
from redite.errors import IntakeError, UsageError, unreadable
from redite.exports.shown import counted
from redite.interfaces import Store, Tagger
from redite.models import DEFAULT

if TYPE_CHECKING:
    from redite.intake import Found
    from redite.pipeline import Taken
    from redite.store.polled import LastPolled
    from redite.watching import Poll

_LONGEST_LIST = 4 << 20
_LONGEST_FEED = 64 << 20
"""Bytes."""


@app.command(epilog="Example: redite watch feeds.opml https://halden.example/feed --every 30m")
def watch(
    feeds: Annotated[
        list[str],
        typer.Argument(
            metavar="FEED",
            help="Addresses of feeds, and files that list some: OPML, or one a line.",
        ),
    ],
    every: Annotated[
        str, typer.Option("--every", metavar="TIME", help="How often to ask: 90s, 15m, 2h.")
    ] = "15m",
    model: ModelName = DEFAULT,
    ledger: Ledger = LEDGER,
    quiet: Quiet = False,
) -> None:
    """Poll feeds for ever, and take in what they bring.

    A feed that fails is named and tried again later. Ctrl-C or SIGTERM ends it, after the article
    in work.
    """
    from redite import pipeline, watching
    from redite.intake.fetch import HttpFetcher
    from redite.models import open_tagger
    from redite.store import open_store
    from redite.store.polled import ENDING, LastPolled

    interval, addresses = parse_interval(every), listed(feeds)
    stop, polled = Stop(now), LastPolled(beside(ledger, ENDING))
    with stop.listening():
        with closing(open_store(ledger, create=True)) as store:
            if pipeline.unsettled(store):  # an earlier run was ended before it was
                if not quiet:
                    say("judging what no run has judged yet …")
                settle(store, ledger)
            had = polled.read(addresses, store.written())
        follower = Follower(ledger, polled, open_tagger(model), stop, quiet)
        if not quiet:
            feeds_named = counted(len(addresses), "feed")
            say(f"watching {feeds_named} every {every}; Ctrl-C ends it, a second one at once")
        follower.follow(watching.rounds(addresses, interval, HttpFetcher(), now, stop.wait, had))
    if not quiet:
        say("ended; what was taken in is kept")


class Follower:
    """Takes in what polls bring, and says what became of it."""

    def __init__(
        self, ledger: str, polled: LastPolled, tagger: Tagger, stop: Stop, quiet: bool
    ) -> None:
        """Take into the ledger of that name; it is open during rounds only."""
        self._ledger, self._polled = ledger, polled
        self._tagger, self._stop, self._quiet = tagger, stop, quiet
        self._rejected: set[str] = set()
        """Keys of the rejected items that were named."""
        self._bad: set[str] = set()
        """Feeds that had something wrong with them as a whole when they last changed."""

    def follow(self, rounds: Iterable[Iterable[Poll]]) -> None:
        """Go through the rounds, and judge the ledger after each that changed it."""
        from redite.store import open_store

        for polls in rounds:
            with closing(open_store(self._ledger, create=True)) as store:
                changed = False
                for poll in polls:
                    changed |= self._take(poll, store)
                if changed and not self._stop.asked:  # else whoever reads it next judges it
                    settle(store, self._ledger)

    def _take(self, poll: Poll, store: Store) -> bool:
        """Take in what one poll brought; says whether the ledger has to be judged anew."""
        from redite import intake, pipeline
        from redite.intake.polled import read_polled

        url = poll.feed.url
        if poll.problem:
            self._fail(poll, poll.problem)
        if poll.fetched is None:
            return False
        limits = intake.Limits(
            archive_bytes=_LONGEST_FEED,
            file_bytes=_LONGEST_FEED,
            latest=poll.at + timedelta(days=2),  # as `ingest` believes
        )
        polled = read_polled(url, poll.fetched, limits)
        if polled.problem and url not in self._bad:
            self._fail(poll, f"{url}: {polled.problem}")
        self._bad = self._bad | {url} if polled.problem else self._bad - {url}

        fates: Counter[pipeline.Fate] = Counter()
        statements, changed, named = 0, False, len(self._rejected)
        for taken in self._one_by_one(polled.items, store):
            fates[taken.fate] += 1
            statements += taken.statements
            changed |= taken.renewed or taken.fate is pipeline.Fate.TAKEN
            if taken.fate is pipeline.Fate.REJECTED and taken.key not in self._rejected:
                self._rejected.add(taken.key)
                say(f"rejected: {taken.origin}: {taken.reason}")
        if not self._quiet and (changed or len(self._rejected) > named):
            counts = ", ".join(f"{count} {fate}" for fate, count in sorted(fates.items()))
            items, said = counted(fates.total(), "item"), counted(statements, "statement")
            say(f"{_time(poll.at)} {url}: {items}: {counts}; {said}")
        if not (self._stop.asked or polled.problem):  # else it is to be read again after a start
            self._polled.note(url, poll.feed.version, store.written())
        return changed

    def _one_by_one(self, items: Iterable[Found], store: Store) -> Iterator[Taken]:
        """Take in items until asked to end: each is stored before the next is read."""
        from redite import pipeline

        for item in items:
            if self._stop.asked:
                return
            yield from pipeline.take_in([item], store, self._tagger, now)

    def _fail(self, poll: Poll, problem: str) -> None:
        say(f"{_time(poll.at)} failed: {problem}; tried again at {_time(poll.feed.due)}")


def parse_interval(text: str) -> timedelta:
    """Return how long `--every` says; raises `UsageError` where that is none, or out of bounds."""
    written = re.fullmatch("([0-9]{1,6})([smh])", text)
    if written is None:
        raise UsageError(f"--every {text!r} is not a length of time; write it as 90s, 15m or 2h")
    unit = {"s": "seconds", "m": "minutes", "h": "hours"}[written[2]]
    interval = timedelta(**{unit: int(written[1])})
    if not timedelta(minutes=1) <= interval <= timedelta(days=1):
        raise UsageError(f"--every {text!r} is out of bounds; give it from 1m to 24h")
    return interval


def listed(feeds: Sequence[str]) -> list[str]:
    """Return the addresses that arguments name, each once; raises `UsageError`."""
    from redite.intake.feed_lists import unfit

    found: dict[str, None] = {}
    for given in feeds:
        if not given.lower().startswith(("http://", "https://")):
            found |= dict.fromkeys(_in_file(given))
        elif problem := unfit(given):
            raise UsageError(problem)
        else:
            found[given] = None
    return list(found)


def _in_file(name: str) -> list[str]:
    """Return the addresses that a file lists."""
    from redite.intake.decode import decode
    from redite.intake.feed_lists import addresses

    try:
        with Path(name).open("rb") as file:
            data = file.read(_LONGEST_LIST + 1)
    except (OSError, ValueError) as error:
        raise UsageError(
            f"feed {name!r}: {unreadable(error)}; "
            "give an address (https://…), or a file that lists some"
        ) from error
    if len(data) > _LONGEST_LIST:
        raise UsageError(f"{name}: longer than a list of feeds is ({_LONGEST_LIST} bytes)")
    try:
        return addresses(decode(data).text)
    except IntakeError as error:
        raise UsageError(f"{name}: {error}") from error


def _time(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M} UTC"
