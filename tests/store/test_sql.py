"""The store in a SQLite file keeps the contract, and some promises of its own."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import event, func, select

from redite.errors import LedgerError
from redite.interfaces import Store
from redite.store import SqlStore, open_store, rows, sqlite
from redite.store.schema import articles, metadata, rejections
from redite.store.sql import writing
from redite.values import Span
from redite.verify import verify
from tests.store.contract import StoreContract
from tests.store.invented import (
    NOON,
    analysis,
    article,
    correction,
    judgement,
    many,
    observed,
    rejection,
    standing,
    statement,
)


def opened(path: Path) -> SqlStore:
    """Return the ledger at `path`, made where it is missing."""
    store = open_store(str(path), create=True)
    assert isinstance(store, SqlStore)
    return store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return where a ledger could be."""
    return tmp_path / "redite.db"


@pytest.fixture
def store(path: Path) -> Iterator[SqlStore]:
    """Return an empty store in a file."""
    store = opened(path)
    yield store
    store.close()


class TestSqlStore(StoreContract):
    """See `StoreContract`."""


def fill(store: Store) -> None:
    """Write something of every sort."""
    store.add(article(), analysis("a-1", statement()))
    store.add_analysis(analysis("a-1", statement("a-1", Span(8, 20)), version="quotes.v2"))
    store.add_rejection(rejection(), "r-1", NOON)
    store.decide([standing(), judgement()], NOON)
    store.decide([standing(duplicate_of="a-0")], NOON)
    store.correct(correction("k-1"))
    store.correct(correction("k-2", undoes="k-1"))


def counts(path: Path) -> dict[str, int]:
    """Return the number of rows of every table, as another program sees it."""
    with closing(sqlite3.connect(path)) as raw:
        return {
            name: raw.execute(f"SELECT count(*) FROM {name}").fetchone()[0]
            for name in metadata.tables
        }


def test_all_is_there_after_reopening(store: SqlStore, path: Path) -> None:
    """What one run wrote, the next reads."""
    fill(store)
    before = observed(store)
    store.close()
    with closing(open_store(str(path), create=False)) as again:
        assert observed(again) == before


def test_no_table_ever_shrinks(store: SqlStore, path: Path) -> None:
    """Writing the same again, newer analyses and new decisions only ever add rows."""
    fill(store)
    before = counts(path)
    assert all(count > 0 for count in before.values())
    store.add(article(), analysis("a-1", statement()))
    store.add_rejection(rejection(), "r-1", NOON)
    store.decide([standing(duplicate_of="a-0")], NOON)
    assert counts(path) == before
    store.add_analysis(analysis("a-1", version="quotes.v3"))
    assert store.renew(article(), article(given_id="05"), analysis("a-1"))
    assert not store.renew(article(given_id="05"), article(given_id="05"), analysis("a-1"))
    store.decide([standing(), judgement(confidence=0.5)], NOON)
    after = counts(path)
    assert {name: after[name] - before[name] for name in after if after[name] != before[name]} == {
        "particulars": 1,
        "analyses": 2,
        "decisions": 2,
    }


@pytest.mark.parametrize("change", ["UPDATE {} SET rowid = rowid + 1", "DELETE FROM {}"])
@pytest.mark.parametrize("table", sorted(metadata.tables))
def test_the_database_refuses_changes(store: SqlStore, path: Path, table: str, change: str) -> None:
    """Also another program cannot change or remove a row by mistake."""
    fill(store)
    refused = pytest.raises(sqlite3.IntegrityError, match="append-only")
    with closing(sqlite3.connect(path)) as raw, refused:
        raw.execute(change.format(table))


def test_readers_read_while_somebody_writes(store: SqlStore, path: Path) -> None:
    """A reader neither waits for a writer nor sees what is not yet committed."""
    fill(store)
    before = observed(store)
    with closing(opened(path)) as other, writing(other.engine) as connection:
        connection.execute(rejections.insert(), rows.of_rejection(rejection(), "r-9", NOON))
        assert observed(store) == before
    assert "r-9" in {key for key, _, _ in store.rejections()}


def test_a_second_writer_waits(store: SqlStore, path: Path) -> None:
    """Where two programs write, the later one goes on when the first has committed."""
    results = []
    with closing(opened(path)) as other:
        later = threading.Thread(
            target=lambda: results.append(store.add(article(), analysis("a-1", statement())))
        )
        with writing(other.engine):
            later.start()
            later.join(0.2)
            assert not results
        later.join()
    assert results == [True]
    assert store.article("a-1") is not None


def test_a_locked_ledger_is_said_to_be_locked(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A writer that waited too long says who is in the way; readers are not concerned."""
    monkeypatch.setattr(sqlite, "WAIT_SECONDS", 0.05)
    with closing(opened(path)) as store, closing(opened(path)) as other:
        with writing(other.engine), pytest.raises(LedgerError, match="another program is writing"):
            store.add(article(), analysis("a-1"))
        assert list(store.articles()) == []
        assert store.add(article(), analysis("a-1"))


def test_a_full_disk_is_said_to_be_full(path: Path) -> None:
    """The article that did not fit is not there at all; what fitted is, and can be read."""
    with closing(opened(path)) as store:
        store.close()
        event.listen(
            store.engine, "connect", lambda raw, _: raw.execute("PRAGMA max_page_count = 60")
        )
        added: list[str] = []

        def add_all() -> None:
            for each, found in many(200):
                store.add(each, found)
                added.append(each.key)

        with pytest.raises(LedgerError, match="disk is full"):
            add_all()
        assert 0 < len(added) < 200
        assert {each.key for each in store.articles()} == set(added)
        assert list(verify(store)) == []
        with pytest.raises(LedgerError, match="disk is full"):
            store.decide((judgement(f"s-{number}") for number in range(2000)), NOON)
        assert store.judgements() == {}


def test_statements_are_not_all_held_in_memory(store: SqlStore) -> None:
    """The database finds statements in order: it need not sort them all before the first."""
    from redite.store import queries

    for query in (
        queries.ARTICLES,
        queries.TEXTS,
        queries.STATEMENTS_IN_FORCE,
        queries.STATEMENTS_EVER,
    ):
        with store.engine.connect() as connection:
            plan = connection.exec_driver_sql(
                f"EXPLAIN QUERY PLAN {query.compile(connection)}"
            ).all()
        steps = [str(step[-1]) for step in plan]
        assert "INDEX articles_in_order" in steps[0]
        assert "USE TEMP B-TREE FOR ORDER BY" not in steps


def test_an_abandoned_reader_is_in_nobodys_way(store: SqlStore) -> None:
    """An iterator left half way lets the store go on, and close."""
    for each, found in many(20):
        store.add(each, found)
    half_way = store.statements()
    next(half_way)
    assert store.add(article(), analysis("a-1"))
    store.close()
    del half_way
    with store.engine.connect() as connection:
        assert connection.scalar(select(func.count()).select_from(articles)) == 21


def test_a_damaged_row_is_named(store: SqlStore, path: Path) -> None:
    """A payload that no longer reads gives an error that names it, not a traceback."""
    fill(store)
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("DROP TRIGGER statements_forbid_update")
        raw.execute("DROP TRIGGER particulars_forbid_update")
        raw.execute("UPDATE statements SET payload = '{}'")
    with pytest.raises(LedgerError, match="statement s-a-1-8 of article a-1 was damaged"):
        list(store.statements())
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("UPDATE particulars SET published = 'yesterday'")
    with pytest.raises(LedgerError, match="'yesterday' was damaged"):
        list(store.articles())
