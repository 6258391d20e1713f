"""Notes beside the ledger in which state it was settled last, and by which program.

Settling the same ledger with the same program again changes nothing, so it need not be done. A
note that is lost or damaged costs time only.
"""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from importlib.resources import files
from pathlib import Path

from redite.interfaces import Written
from redite.stages.recalled import files_of
from redite.store.beside import Beside

_KEY = b"state and program"


class LastSettled:
    """What is noted in the file `path`; None notes nothing. `models` names what judges."""

    def __init__(self, path: Path | None, models: str) -> None:
        self._kept = Beside(path, "settled")
        self._models = models

    def was(self, written: Written) -> bool:
        """Say whether this program has settled the ledger in this state."""
        return self._kept.read([_KEY]).get(_KEY) == self._digest(written)

    def note(self, written: Written) -> None:
        """Write down that it has."""
        self._kept.write({_KEY: self._digest(written)})

    def _digest(self, written: Written) -> bytes:
        hashed = blake2b(repr((tuple(written), self._models)).encode(), digest_size=16)
        hashed.update(_program())
        return hashed.digest()


@cache
def _program() -> bytes:
    """Return a digest of all code and word lists: a version number can be forgotten."""
    hashed = blake2b(digest_size=16)
    for file in files_of(files("redite")):
        hashed.update(file.read_bytes())
    return hashed.digest()
