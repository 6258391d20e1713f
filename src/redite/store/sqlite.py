"""All that is particular to SQLite: how a file is opened, how it is locked, how its errors read."""

from __future__ import annotations

import os
import sqlite3
import time
from contextlib import closing
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from redite.store.sql import WRITES

WAIT_SECONDS = 120.0
"""How long to wait for another program that is writing: one that judges a large ledger holds the
lock until it is done."""

_REASONS = {
    "SQLITE_FULL": "the disk is full; make room and run the same command again",
    "SQLITE_BUSY": "another program is writing to it; try again when that has ended",
    "SQLITE_LOCKED": "another program is writing to it; try again when that has ended",
    "SQLITE_READONLY": "the file, or its directory, may not be written to; check its permissions, "
    "or work on a copy of it",
    "SQLITE_PERM": "the file may not be read; check its permissions",
    "SQLITE_AUTH": "the file may not be read; check its permissions",
    "SQLITE_CANTOPEN": "the file cannot be opened; check the permissions of it and its directory "
    "(reading, too, writes helper files beside it), or work on a copy of it",
    "SQLITE_NOTADB": "the file is not a SQLite database; give the name of another file",
    "SQLITE_CORRUPT": "the file is damaged; restore a copy of it",
    "SQLITE_IOERR": "the disk reports an error; check it, and whether it is full",
    "SQLITE_TOOBIG": "a text is longer than SQLite can store",
}


def engine_for(path: Path) -> Engine:
    """Return an engine on the file; it opens nothing yet.

    Every connection waits for other writers, checks foreign keys, and leaves the writing of the
    write-ahead log to the operating system: a killed program loses nothing that was committed.
    (A power cut may lose the last commits, but never part of one.)
    """
    engine = create_engine(
        _at_rest(path) if _nobody_writes(path) else URL.create("sqlite", database=str(path)),
        connect_args={"timeout": WAIT_SECONDS},
        max_overflow=-1,  # readers never wait for each other, however many are half way
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _nobody_writes(path: Path) -> bool:
    """Say whether a file is whole by itself and lies where this program may make no other.

    Elsewhere reading, too, writes helper files beside it.
    """
    log = path.with_name(f"{path.name}-wal")
    at_rest = path.exists() and not (log.exists() and log.stat().st_size)
    return at_rest and not os.access(path.parent, os.W_OK)


def _at_rest(path: Path) -> URL:
    only_read = {"uri": "true", "mode": "ro", "immutable": "1"}
    return URL.create("sqlite", database=path.as_uri(), query=only_read)


def let_readers_read(engine: Engine) -> None:
    """Switch the file, for good, to the mode in which readers and one writer do not wait.

    SQLite does not wait for its lock here as it does elsewhere, so this asks again.
    """
    until = time.monotonic() + WAIT_SECONDS
    with engine.connect() as connection, closing(connection.connection.cursor()) as raw:
        while True:
            try:
                raw.execute("PRAGMA journal_mode = WAL")
                return
            except sqlite3.OperationalError as error:
                busy = (error.sqlite_errorname or "").startswith("SQLITE_BUSY")
                if not busy or time.monotonic() > until:
                    raise
                time.sleep(0.02)


def explain(name: str, error: SQLAlchemyError) -> str:
    """Return what went wrong with the ledger called `name`, and the way out, for a person."""
    cause = error.orig if isinstance(error, DBAPIError) else None
    code = getattr(cause, "sqlite_errorname", None) or ""
    for prefix, reason in _REASONS.items():
        if code.startswith(prefix):
            return f"ledger {name}: {reason}"
    return f"ledger {name}: {cause or error}"


def _prepare(connection: sqlite3.Connection, _record: object) -> None:
    # Python's own handling begins a transaction late and never for a SELECT (see the pages of
    # SQLAlchemy on SQLite); `_begin` does it instead.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA synchronous = NORMAL")
    # 16 MB instead of 4: articles have random keys, and a page changed many times is copied from
    # the log into the file once.
    cursor.execute("PRAGMA wal_autocheckpoint = 4000")
    cursor.close()


def _begin(connection: Connection) -> None:
    # A writer takes the lock at once and waits for it: one that read first and asked for the lock
    # later would be refused without waiting, where somebody else wrote in between.
    writes = connection.get_execution_options().get(WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
