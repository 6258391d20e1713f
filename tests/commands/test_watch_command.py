"""Watching feeds: real servers, a real ledger, a real process that is really ended."""

from __future__ import annotations

import re
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler
from itertools import islice
from pathlib import Path

import pytest

from redite import watching
from redite.cli import main
from redite.commands.stopping import Stop
from redite.commands.watch import Follower, listed, parse_interval
from redite.errors import UsageError
from redite.interfaces import Passage, Tagger
from redite.models import Model, open_tagger
from redite.models.rules import RuleTagger
from redite.pipeline import unsettled
from redite.store import open_store
from redite.store.polled import LastPolled
from redite.values import Attribution
from tests.intake.local_server import Answer, body, local, server
from tests.intake.made import article, rss

NOW = datetime(2024, 3, 5, 10, tzinfo=UTC)
EVERY = timedelta(minutes=15)


def entry(number: int, said: str) -> str:
    """Return an item of a feed: one saying under an address of its own."""
    text = f"Defence Minister Goran Velesh said on Monday: “{said}”"
    link = f"<link>https://halden.example/{number}</link>"
    date = "<pubDate>Mon, 04 Mar 2024 12:00:00 GMT</pubDate>"
    return f"{link}{date}<description>{text}</description>"


BRIDGE, FERRY, TRAIN = (
    entry(1, "The bridge at Tarsk is open."),
    entry(2, "The ferry to Hallen will leave at noon."),
    entry(3, "No train has left Quor."),
)


class Ending(RuleTagger):
    """Asks to end while it reads."""

    def __init__(self, stop: Stop) -> None:
        super().__init__()
        self.stop = stop

    def tag(self, passages: Sequence[Passage]) -> list[tuple[Attribution, ...]]:
        """See `redite.interfaces.Tagger`."""
        self.stop.asked = True
        return super().tag(passages)


class Watched:
    """A ledger, and the feed at one address that is watched into it, by a clock of its own."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.ledger = str(folder / "redite.db")
        self.now = NOW
        self.stop = Stop(lambda: self.now)
        self.quiet = False
        self.tagger: Tagger = open_tagger(Model.RULES)
        self._capsys = capsys

    def poll(self, *answers: Answer) -> list[str]:
        """Return the lines that are said while a server gives these answers, one a request."""
        left = list(answers)
        with server(lambda request: left.pop(0)(request)) as url:
            lines = self.run(url, len(answers))
        assert left == []
        return lines

    def run(self, url: str, rounds: int = 1) -> list[str]:
        """Return the lines that are said by one run, of so many rounds, that watches an address."""
        polled = LastPolled(Path(self.ledger + ".feeds"))
        with closing(open_store(self.ledger, create=True)) as store:
            had = polled.read([url], store.written())
        endless = watching.rounds([url], EVERY, local(), lambda: self.now, self._wait, had)
        follower = Follower(self.ledger, polled, self.tagger, self.stop, self.quiet)
        self._capsys.readouterr()
        follower.follow(islice(endless, rounds))
        out, err = self._capsys.readouterr()
        assert out == ""
        return [line.replace(url, "FEED") for line in err.splitlines()]

    def _wait(self, until: datetime) -> bool:
        self.now = max(self.now, until)
        return self.stop.asked

    def on_record(self) -> tuple[int, int, bool]:
        """Return how many articles and rejected items the ledger holds, and if all is judged."""
        with closing(open_store(self.ledger, create=False)) as store:
            articles, rejections = list(store.articles()), list(store.rejections())
            return len(articles), len(rejections), not unsettled(store)


@pytest.fixture
def watched(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Watched:
    """A ledger that nothing was taken into."""
    return Watched(tmp_path, capsys)


def unchanged(tag: str) -> Answer:
    """Return the answer of a server that sees by the tag that there is nothing new."""

    def answer(request: BaseHTTPRequestHandler) -> None:
        assert request.headers["If-None-Match"] == tag
        body(b"", 304, ETag=tag)(request)

    return answer


def test_each_poll_brings_what_is_new_and_no_more(watched: Watched) -> None:
    """First two entries, then nothing, then one that is new and one that was changed."""
    edited = entry(2, "The ferry to Hallen will leave at one.")
    lines = watched.poll(
        body(rss([BRIDGE, FERRY]), ETag='"1"'),
        unchanged('"1"'),
        body(rss([TRAIN, edited, BRIDGE]), ETag='"2"'),
        body(rss([TRAIN, edited, BRIDGE], "<ttl>5</ttl>"), ETag='"3"'),
    )
    assert lines == [
        "2024-03-05 10:00 UTC FEED: 2 items: 2 taken in; 2 statements",
        "2024-03-05 10:30 UTC FEED: 3 items: 1 already known, 2 taken in; 2 statements",
    ]
    assert watched.on_record() == (4, 0, True)


def test_what_was_had_is_not_sent_again_after_a_start(watched: Watched) -> None:
    """A second run tells the server the version that the first one took in."""
    left = [body(rss([BRIDGE]), ETag='"1"'), unchanged('"1"')]
    with server(lambda request: left.pop(0)(request)) as url:
        assert len(watched.run(url)) == 1
        assert watched.run(url) == []
    assert left == []


def test_a_version_that_was_not_taken_in_whole_is_asked_for_again(watched: Watched) -> None:
    """It was damaged, or the first run was asked to end meanwhile."""
    broken = rss([BRIDGE, FERRY]).removesuffix(b"</channel></rss>")

    def anew(request: BaseHTTPRequestHandler) -> None:
        assert request.headers["If-None-Match"] is None
        body(rss([BRIDGE, FERRY, TRAIN]), ETag='"1"')(request)

    left = [body(broken, ETag='"1"'), anew, anew]
    with server(lambda request: left.pop(0)(request)) as url:
        watched.run(url)
        watched.tagger = Ending(watched.stop)
        watched.run(url)
        assert watched.on_record()[0] < 3
        watched.tagger, watched.stop.asked = RuleTagger(), False
        watched.run(url)
    assert left == []
    assert watched.on_record() == (3, 0, True)


def test_another_ledger_in_its_place_is_sent_everything(watched: Watched) -> None:
    """One that was deleted, or an older copy, lacks what the versions brought that were had."""
    left = [body(rss([BRIDGE]), ETag='"1"')] * 2
    with server(lambda request: left.pop(0)(request)) as url:
        watched.run(url)
        for name in ("redite.db", "redite.db-wal", "redite.db-shm"):
            Path(watched.ledger).with_name(name).unlink(missing_ok=True)
        watched.run(url)
    assert watched.on_record() == (1, 0, True)


def test_a_server_in_trouble_is_named_and_asked_later_and_later(watched: Watched) -> None:
    """With the time of the next try; what it brings afterwards is taken in."""
    busy = body(b"", 503, Retry_After="7200")
    lines = watched.poll(body(b"", 500), body(b"", 500), busy, body(rss([BRIDGE])))
    assert lines == [
        "2024-03-05 10:00 UTC failed: cannot fetch FEED: the server answered 500; "
        "tried again at 2024-03-05 10:15 UTC",
        "2024-03-05 10:15 UTC failed: cannot fetch FEED: the server answered 500; "
        "tried again at 2024-03-05 10:45 UTC",
        "2024-03-05 10:45 UTC failed: cannot fetch FEED: the server answered 503; "
        "tried again at 2024-03-05 12:45 UTC",
        "2024-03-05 12:45 UTC FEED: 1 item: 1 taken in; 1 statement",
    ]
    assert watched.on_record() == (1, 0, True)


def test_a_malformed_feed_is_named_until_it_is_well(watched: Watched) -> None:
    """Once, however often it changes; what could be read is taken in, and nothing is rejected."""
    broken = rss([BRIDGE, FERRY, TRAIN]).removesuffix(b"</channel></rss>")
    more = broken.replace(b"<channel>", b"<channel><ttl>5</ttl>")
    lines = watched.poll(body(broken), body(more), body(rss([BRIDGE])), body(article("A page.")))
    assert re.fullmatch(
        r".* failed: FEED: the feed is damaged .*; tried again at 2024-03-05 10:15 UTC", lines[0]
    )
    assert lines[1] == "2024-03-05 10:00 UTC FEED: 3 items: 3 taken in; 3 statements"
    assert lines[-1].startswith("2024-03-05 10:45 UTC failed: FEED: no feed but a single text")
    assert len(lines) == 3
    assert watched.on_record()[1:] == (0, True)


def test_a_bad_entry_is_rejected_and_said_once(watched: Watched) -> None:
    """Wherever it stands later; it is counted with each poll that brought something."""
    bad = "<title>Nothing</title><guid>urn:bad</guid>"
    lines = watched.poll(
        body(rss([bad, BRIDGE])), body(rss([BRIDGE, bad])), body(rss([FERRY, BRIDGE, bad]))
    )
    assert lines == [
        "rejected: FEED#1: no text in the item",
        "2024-03-05 10:00 UTC FEED: 2 items: 1 rejected, 1 taken in; 1 statement",
        "2024-03-05 10:30 UTC FEED: 3 items: 1 already known, 1 rejected, 1 taken in; 1 statement",
    ]
    assert watched.on_record() == (2, 1, True)


def test_quiet_says_only_what_is_wrong(watched: Watched) -> None:
    """What is taken in is not said, what fails and what is rejected is."""
    watched.quiet = True
    lines = watched.poll(body(rss([BRIDGE])), body(rss(["<title>T</title>"])), body(b"", 500))
    assert [line.split(": ")[0] for line in lines] == ["rejected", "2024-03-05 10:30 UTC failed"]


def test_the_ledger_is_free_between_rounds(watched: Watched) -> None:
    """Another program writes to it meanwhile, and what is known by then is not taken in again."""

    def meanwhile(request: BaseHTTPRequestHandler) -> None:
        path = Path(watched.ledger).with_name("other.xml")
        path.write_bytes(rss([FERRY]))
        ran = main(["ingest", str(path), "--model", "rules", "-q", "--ledger", watched.ledger])
        assert ran == 0
        body(rss([BRIDGE, FERRY]))(request)

    lines = watched.poll(body(rss([BRIDGE])), meanwhile)
    assert len(lines) == 1
    assert watched.on_record() == (2, 0, True)


def many(number: int) -> bytes:
    """Return a feed of so many entries."""
    return rss([entry(n, f"Train {n} has left Tarsk.") for n in range(number)])


def test_what_was_not_judged_any_more_is_judged_by_the_next_run(watched: Watched) -> None:
    """Asked to end while it reads, it stores the article in work, takes no more and does not judge."""

    watched.tagger = Ending(watched.stop)
    watched.poll(body(many(5)))
    assert watched.on_record() == (1, 0, False)
    assert main(["verify", "--ledger", watched.ledger, "-q"]) == 0
    assert main(["search", "train", "--ledger", watched.ledger]) == 0
    assert watched.on_record() == (1, 0, True)


@contextmanager
def watching_process(*arguments: str) -> Iterator[subprocess.Popen[str]]:
    """Run `redite watch`, which may visit this machine here; it is killed if it never ends."""
    program = (
        "import functools, redite.cli, redite.intake.fetch as fetch;"
        "allowed = functools.partial(fetch.HttpFetcher, allow=lambda a: str(a) == '127.0.0.1');"
        "fetch.HttpFetcher = allowed;"
        "redite.cli.run()"
    )
    command = [sys.executable, "-c", program, "watch", "--model", "rules", *arguments]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as running:
        killer = threading.Timer(120, running.kill)
        killer.start()
        try:
            yield running
        finally:
            killer.cancel()
            running.kill()


def test_a_real_process_ends_after_the_article_in_work(tmp_path: Path) -> None:
    """Told so while it takes in a long feed: whole articles, exit status 0."""
    ledger = tmp_path / "redite.db"
    with (
        server(body(many(100))) as url,
        watching_process(url, "--ledger", str(ledger)) as running,
    ):
        while running.poll() is None and not stored(ledger):
            time.sleep(0.005)
        running.terminate()
        assert running.wait() == 0
    assert 0 < stored(ledger) < 100
    assert main(["verify", "--ledger", str(ledger), "-q"]) == 0


def stored(ledger: Path) -> int:
    """Return how many articles are on record; 0 where there is no ledger yet."""
    if not ledger.exists():
        return 0
    with closing(sqlite3.connect(f"file:{ledger}?mode=ro", uri=True)) as database:
        try:
            found: int = database.execute("select count(*) from articles").fetchone()[0]
        except sqlite3.OperationalError:
            return 0
        return found


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_real_process_names_what_fails_and_ends_when_told(
    tmp_path: Path, number: signal.Signals
) -> None:
    """Between two rounds it ends at once; the exit status is 0."""
    feeds = tmp_path / "feeds.txt"
    feeds.write_text("# ours\nhttp://10.0.0.1:9/feed\n", encoding="utf-8")
    with watching_process(str(feeds), "--ledger", str(tmp_path / "redite.db")) as running:
        assert running.stderr is not None
        assert "watching 1 feed every 15m" in running.stderr.readline()
        failed = running.stderr.readline()
        assert "failed: cannot fetch http://10.0.0.1:9/feed" in failed
        assert "tried again at" in failed
        running.send_signal(number)
        assert running.stderr.read() == "ended; what was taken in is kept\n"
        assert running.wait() == 0


def test_arguments_and_files_name_addresses_once(tmp_path: Path) -> None:
    """In their order; a file is a list."""
    path = tmp_path / "feeds"
    path.write_text("https://b.example/\nhttps://a.example/\n", encoding="utf-8")
    found = listed(["https://a.example/", str(path), "HTTPS://C.example/"])
    assert found == ["https://a.example/", "https://b.example/", "HTTPS://C.example/"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (None, "no such file.*https://"),
        (b"", "no address in it"),
        (b"halden.example\n", "line 1: 'halden.example' is no address"),
        (b"\x00\x01\x02", "not a text"),
        (b"#" * (5 << 20), "longer than a list of feeds"),
    ],
)
def test_a_file_that_lists_no_feeds_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes | None, reason: str
) -> None:
    """It is wrong usage, and nothing is begun."""
    path, ledger = tmp_path / "feeds", tmp_path / "redite.db"
    if content is not None:
        path.write_bytes(content)
    assert main(["watch", str(path), "--ledger", str(ledger)]) == 2
    said = capsys.readouterr().err
    assert str(path) in said
    assert re.search(reason, said)
    assert not ledger.exists()


def test_what_is_neither_address_nor_file_is_refused(tmp_path: Path) -> None:
    """A folder, another scheme, an address with a password."""
    for given in (str(tmp_path), "ftp://a.example/", "https://irena:secret@a.example/", "a\0b"):
        with pytest.raises(UsageError) as error:
            listed([given])
        assert "secret" not in str(error.value)


def test_the_interval_is_a_number_and_a_unit() -> None:
    """Seconds, minutes or hours, from a minute to a day."""
    assert parse_interval("90s") == timedelta(seconds=90)
    assert parse_interval("15m") == timedelta(minutes=15)
    assert parse_interval("24h") == timedelta(days=1)
    for text in ("59s", "0m", "25h", "15", "m", "-5m", "1.5h", "15 m", "²m", "9" * 7 + "m", ""):
        with pytest.raises(UsageError, match="--every"):
            parse_interval(text)
