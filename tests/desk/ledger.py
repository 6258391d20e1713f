"""A ledger of the invented world on disk, and a desk open on it, for the tests of the desk."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from starlette.testclient import TestClient

from redite import pipeline
from redite.desk import Desk, application
from redite.interfaces import Decided, Encoder, Store
from redite.models.rules import RuleTagger
from redite.store import open_store
from redite.values import Act, Analysis, Deadline, Estimate, Label, Record, Span, Term
from tests.exports.build import World, article
from tests.exports.story import story

NOW = datetime(2031, 4, 9, 8, tzinfo=UTC)
HOSTILE = (
    "<script>document.title='owned'</script><style>body{display:none}</style>"
    "<svg onload=\"document.title='owned'\"><img src=x onerror=\"document.title='owned'\">"
    " <a href=\"javascript:document.title='owned'\">go</a> {{ 7*7 }} ${7*7} \u202egnihton\u202c "
    "\u2066\u2067\x00\x1b[31m "
) + "boundless" * 300


def world() -> World:
    """Return the story with more in it: an edit, dates announced, likelihoods, hostile words."""
    made = story()
    edited = article(
        "Spokesman Milos Tarn said: “The bridge opens on Monday.” It rained in Tarsk.",
        id="hw-200",
        title="The bridge at Tarsk",
        published="2031-04-06T10:00",
        url="https://halden.example/200",
    )
    latest = replace(
        edited,
        key="a-200later",
        text=edited.text.replace("Monday", "Tuesday") + " Nobody said why.",
        modified=datetime(2031, 4, 6, 12, tzinfo=UTC),
    )
    first = made.say(
        edited, "“The bridge opens on Monday.”", speaker="Milos Tarn", superseded_by=latest
    )
    made.say(
        latest,
        "“The bridge opens on Tuesday.”",
        speaker="Milos Tarn",
        version_of=edited,
        label=Label.UPDATE,
        against=[first],
    )
    arabic = article(
        "قال الجنرال بافلو كريمن: «سنبقى في كور حتى الصيف».",
        id="rtl-1",
        publisher="صوت كور",
        language="ar",
        title="كريمن في كور",
        published="2031-04-06T11:00",
    )
    made.say(arabic, "سنبقى في كور حتى الصيف", speaker="Pavlo Kremen")
    hostile = article(
        f"Oda Lien said: “{HOSTILE}” and left.",
        id='x"><script>alert(1)</script>',
        publisher="<b>Bold</b> Outlet",
        title="<img src=x onerror=alert(1)> =cmd|' /C calc'!A0",
        published="2031-04-06T12:00",
        url="javascript:alert(1)",
        language=None,
    )
    made.say(hostile, HOSTILE, speaker="<i>Oda</i> =1+1")
    made.records = [_fuller(record) for record in made.records]
    return made


def _fuller(record: Record) -> Record:
    content = record.statement.attribution.content
    words = Span(content[0].start, content[0].start + 3)
    text = record.content
    deadline = Deadline(words, date(2031, 6, 1)) if "1 June" in text or "1 червня" in text else None
    estimate = Estimate(words, Term.LIKELY, "icd203", 0.55, 0.8) if "bridge" in text else None
    statement = replace(record.statement, act=Act.ANNOUNCE, deadline=deadline, estimate=estimate)
    return replace(record, statement=statement)


def write(records: Iterable[Record], location: Path) -> Store:
    """Return a ledger in a file that holds these records."""
    store = open_store(str(location), create=True)
    add(records, store)
    return store


def add(records: Iterable[Record], store: Store) -> None:
    """Put records into a ledger."""
    by_article: dict[str, list[Record]] = {}
    for record in records:
        by_article.setdefault(record.article.key, []).append(record)
    decided: list[Decided] = []
    for group in by_article.values():
        statements = tuple(record.statement for record in group)
        store.add(group[0].article, Analysis(group[0].article.key, "invented", statements))
        decided.append(Decided(group[0].standing, "machine", "invented"))
        decided += [Decided(record.judgement, record.by, record.version) for record in group]
    store.decide(decided, NOW)


def clock() -> datetime:
    """Return the present moment."""
    return datetime.now(UTC)


@contextmanager
def opened(
    location: Path, *, settled: int = 0, encoder: Callable[[], Encoder] | None = None
) -> Iterator[tuple[Desk, TestClient]]:
    """Open a desk on the ledger at `location`, and a client that speaks to it.

    What the story says was judged is left as it is, unless `settled` asks for more.
    """
    if not location.exists():
        write(world().ordered, location).close()
    store = open_store(str(location), create=True)

    def settle() -> object:
        return pipeline.settle(store, clock)

    desk = Desk(store, RuleTagger, clock, settle, encoder, settled=settled)
    client = TestClient(
        application(desk, frozenset({"testserver"})), headers={"accept-language": "en"}
    )
    with client:
        yield desk, client
