"""Opening a ledger: everything that may be wrong with the place is found, and said, here."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, select, table
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.sql import column

from redite import __version__
from redite.errors import LedgerError, LedgerVersionError
from redite.interfaces import Store
from redite.store import sqlite
from redite.store.memory import MemoryStore
from redite.store.schema import REVISION, VERSION_TABLE
from redite.store.sql import SqlStore, writing


def open_store(location: str, *, create: bool) -> Store:
    """Return the ledger in the file `location`; raises `LedgerError`.

    With `create`, a ledger that is missing is made, and one of an older version is brought to
    this one. Without, nothing on disk changes: both are errors. A file that holds anything but a
    ledger is never touched. The name ":memory:" makes a ledger that is gone when it is closed.
    """
    if location == ":memory:" and create:
        return MemoryStore()
    path = _file(location, create)
    engine = sqlite.engine_for(path)
    try:
        _prepare(engine, location, create)
    except SQLAlchemyError as error:
        engine.dispose()
        raise LedgerError(sqlite.explain(location, error)) from error
    except BaseException:
        engine.dispose()
        raise
    return SqlStore(engine, location, sqlite.explain)


def _file(location: str, create: bool) -> Path:
    if location.startswith(("postgresql:", "postgresql+", "postgres:")):
        raise LedgerError("PostgreSQL is not supported yet; give the name of a file: redite.db")
    if not location or "\0" in location or "://" in location:
        raise LedgerError(f"no ledger can be at {location!r}; give the name of a file: redite.db")
    path = Path(location).absolute()
    try:
        if path.is_dir():
            raise LedgerError(f"{location} is a directory; give the name of a file in it")
        if path.exists():
            if not path.is_file():
                raise LedgerError(f"{location} is not an ordinary file; give the name of another")
        elif not path.parent.is_dir():
            raise LedgerError(f"no directory {path.parent} to hold a ledger; make it first")
        elif not create:
            raise LedgerError(
                f"no ledger at {location}; `redite ingest --ledger {location} …` makes one"
            )
    except OSError as error:
        raise LedgerError(f"ledger {location}: {error.strerror or error}") from error
    return path


def _prepare(engine: Engine, location: str, create: bool) -> None:
    """See that the schema is the one this version knows; make it so where that is allowed."""
    with engine.connect() as connection:
        revision = _revision(connection, location)
    if revision == REVISION:
        return
    if revision is None and not create:
        raise LedgerError(
            f"{location} is empty, not a ledger; `redite ingest --ledger {location} …` makes one"
        )
    # Only now: Alembic is slow to load, and most openings do not need it.
    from redite.store import migrations

    if revision is not None:
        if revision not in migrations.revisions():
            raise LedgerVersionError(
                f"ledger {location} has schema {revision!r}, which redite {__version__} does not "
                f"know (its own is {REVISION!r}); use the newer redite that wrote it"
            )
        if not create:
            raise LedgerVersionError(
                f"ledger {location} has the older schema {revision!r}, redite {__version__} reads "
                f"{REVISION!r}; `redite ingest --ledger {location} …` brings it up to date"
            )
    sqlite.let_readers_read(engine)
    # A ledger that another program made or migrated meanwhile is left as it is found.
    with writing(engine) as connection:
        migrations.upgrade(connection)


def _revision(connection: Connection, location: str) -> str | None:
    """Return the revision of a ledger, None for an empty database; refuses any other."""
    names = inspect(connection).get_table_names()
    if not names:
        return None
    found = None
    if VERSION_TABLE in names:
        found = connection.scalar(select(column("version_num")).select_from(table(VERSION_TABLE)))
    if found is None:
        raise LedgerError(
            f"{location} is a database, but not a ledger of redite; give another file"
        )
    return str(found)
