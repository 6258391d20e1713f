"""Keeps the vectors an encoder made, in a file beside the ledger: each sentence is read once.

The file holds nothing that cannot be made again: without it, or where it is damaged or may not be
written, the encoder is asked. Vectors are kept as the encoder gave them, by its version and the
sentence.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from redite.interfaces import Encoder

ENDING = ".vectors"
WAIT_SECONDS = 10.0
_BATCH = 256
_TABLE = "CREATE TABLE IF NOT EXISTS vector (key BLOB PRIMARY KEY, value BLOB) WITHOUT ROWID"


class KeptVectors:
    """An encoder that asks `encoder` only for what `path` does not hold."""

    def __init__(self, encoder: Encoder, path: Path | None) -> None:
        """Keep vectors in `path`; None keeps them as long as this object."""
        self._encoder = encoder
        self._path = path
        self._known: dict[str, NDArray[np.float32]] = {}

    @property
    def version(self) -> str:
        """See `redite.interfaces.Encoder`."""
        return self._encoder.version

    def embed(self, sentences: Sequence[str]) -> NDArray[np.float32]:
        """See `redite.interfaces.Encoder`."""
        wanted = [s for s in dict.fromkeys(sentences) if s not in self._known]
        if wanted:
            self._fill(wanted)
        if not sentences:
            return np.zeros((0, 0), np.float32)
        return np.stack([self._known[s] for s in sentences])

    def _fill(self, wanted: Sequence[str]) -> None:
        connection = self._open()
        try:
            for part in _parts(wanted):
                keys = {s: self._key(s) for s in part}
                found = {} if connection is None else _read(connection, list(keys.values()))
                missing = [s for s in part if keys[s] not in found]
                self._known |= {s: found[keys[s]] for s in part if keys[s] in found}
                if not missing:
                    continue
                made = dict(zip(missing, self._encoder.embed(missing), strict=True))
                self._known |= made
                if connection is not None:
                    _write(connection, {keys[s]: vector for s, vector in made.items()})
        finally:
            if connection is not None:
                connection.close()

    def _key(self, sentence: str) -> bytes:
        text = f"{self._encoder.version}\0{sentence}"
        return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()

    def _open(self) -> sqlite3.Connection | None:
        if self._path is None:
            return None
        try:
            connection = sqlite3.connect(self._path, timeout=WAIT_SECONDS)
        except sqlite3.Error:
            return None
        try:
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute(_TABLE)
        except sqlite3.Error:
            connection.close()
            return None
        return connection


def _read(connection: sqlite3.Connection, keys: list[bytes]) -> dict[bytes, NDArray[np.float32]]:
    marks = ",".join("?" * len(keys))
    try:
        rows = connection.execute(f"SELECT key, value FROM vector WHERE key IN ({marks})", keys)
        return {key: np.frombuffer(value, np.float32) for key, value in rows}
    except (sqlite3.Error, ValueError):
        return {}


def _write(connection: sqlite3.Connection, made: dict[bytes, NDArray[np.float32]]) -> None:
    rows = [(key, vector.astype(np.float32).tobytes()) for key, vector in made.items()]
    try:
        with connection:
            connection.executemany("INSERT OR IGNORE INTO vector VALUES (?, ?)", rows)
    except sqlite3.Error:
        return  # made again next time


def _parts(wanted: Sequence[str]) -> Iterator[list[str]]:
    left = iter(wanted)
    while part := list(islice(left, _BATCH)):
        yield part
