"""The migrations lead to the tables that the store uses."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect
from sqlalchemy.dialects.postgresql.base import PGDialect
from sqlalchemy.schema import CreateTable

from redite.errors import LedgerVersionError
from redite.store import migrations, open_store, opening
from redite.store.schema import REVISION, VERSION_TABLE, metadata
from redite.store.sqlite import engine_for


def test_the_newest_migration_is_the_one_the_store_expects() -> None:
    """The revision in the schema and the last file of the migrations are changed together."""
    assert migrations.revisions()[-1] == REVISION


def test_migrations_lead_to_the_schema(tmp_path: Path) -> None:
    """A ledger made by migrating has exactly the tables, columns and indices of the schema."""
    path = tmp_path / "redite.db"
    open_store(str(path), create=True).close()
    engine = engine_for(path)
    with engine.connect() as connection:
        options = {"version_table": VERSION_TABLE, "compare_type": True}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, metadata) == []
        keys = {
            name: inspect(connection).get_pk_constraint(name)["constrained_columns"]
            for name in metadata.tables
        }
    engine.dispose()
    assert keys == {
        name: list(table.primary_key.c.keys()) for name, table in metadata.tables.items()
    }


def test_revisions_are_short_enough_to_be_stored() -> None:
    """Alembic gives the name of a revision 32 characters."""
    assert all(len(revision) <= 32 for revision in migrations.revisions())


def test_an_older_ledger_is_brought_up_to_date_when_it_may_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Reading verbs refuse it and name the command that migrates; that one does."""
    path = tmp_path / "redite.db"
    open_store(str(path), create=True).close()
    monkeypatch.setattr(opening, "REVISION", "count_the_rivers")
    with pytest.raises(LedgerVersionError, match="older schema 'lay_down_the_ledger'"):
        open_store(str(path), create=False)
    migrated: list[object] = []
    monkeypatch.setattr(migrations, "upgrade", migrated.append)
    open_store(str(path), create=True).close()
    assert len(migrated) == 1


def test_migrating_is_one_transaction(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a migration fails half way, the file is as it was before."""
    path = tmp_path / "redite.db"
    whole = migrations.upgrade

    def failing(connection: object) -> None:
        whole(connection)  # type: ignore[arg-type]
        raise RuntimeError("half way")

    monkeypatch.setattr(migrations, "upgrade", failing)
    with pytest.raises(RuntimeError):
        open_store(str(path), create=True)
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("SELECT name FROM sqlite_master").fetchall() == []


def test_the_tables_are_not_only_for_sqlite() -> None:
    """Every table can be written down for PostgreSQL as well, sorted by code point there too."""
    dialect = PGDialect()  # type: ignore[no-untyped-call]
    written = [
        str(CreateTable(table).compile(dialect=dialect)) for table in metadata.tables.values()
    ]
    assert all("CREATE TABLE" in each for each in written)
    assert any('order_id VARCHAR COLLATE "C"' in each for each in written)
