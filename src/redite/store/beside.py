"""A file beside the ledger for what can be made again: by key, read and written in batches.

The file is never needed: without it, or where it is damaged or may not be written, nothing is
found, and whoever asked makes it again.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from itertools import islice
from pathlib import Path

WAIT_SECONDS = 10.0
BATCH = 256
_ERRORS = (sqlite3.Error, ValueError)
"""What a damaged file raises: its words may not even be text."""


class Beside:
    """Values by key in the table `table` of the file `path`; None keeps nothing."""

    def __init__(self, path: Path | None, table: str) -> None:
        self._path = path
        self._table = table

    def read(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """Return the values that are there."""
        found: dict[bytes, bytes] = {}
        with self._open() as connection:
            left = iter(keys)
            while connection is not None and (part := list(islice(left, BATCH))):
                marks = ",".join("?" * len(part))
                query = f"SELECT key, value FROM {self._table} WHERE key IN ({marks})"
                try:
                    found.update(connection.execute(query, part))
                except _ERRORS:
                    return {}
        return found

    def write(self, values: Mapping[bytes, bytes]) -> None:
        """Keep `values`, in place of what had their keys."""
        with self._open() as connection:
            if connection is None:
                return
            command = f"INSERT OR REPLACE INTO {self._table} VALUES (?, ?)"
            try:
                with connection:
                    connection.executemany(command, values.items())
            except _ERRORS:
                return  # made again next time

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection | None]:
        """Give a connection to the file, made where it is missing; None where there can be none."""
        connection = None
        if self._path is not None:
            try:
                connection = sqlite3.connect(self._path, timeout=WAIT_SECONDS)
            except _ERRORS:
                connection = None
        if connection is None:
            yield None
            return
        with closing(connection):
            try:
                connection.execute("PRAGMA synchronous = OFF")
                connection.execute(
                    f"CREATE TABLE IF NOT EXISTS {self._table} "
                    "(key BLOB PRIMARY KEY, value BLOB) WITHOUT ROWID"
                )
            except _ERRORS:
                yield None
                return
            yield connection
