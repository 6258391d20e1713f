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

_KEY = b"state, program"
_DIGEST = 16


class LastSettled:
    """What is noted in the file `path`; None notes nothing."""

    def __init__(self, path: Path | None) -> None:
        self._kept = Beside(path, "settled")

    def was(self, written: Written, models: str | None = None) -> bool:
        """Say whether the ledger was settled in this state.

        With `models`, the names of what judges, only settling by this program and them counts.
        """
        noted = self._kept.read([_KEY]).get(_KEY, b"")
        if noted[:_DIGEST] != _digest(repr(tuple(written))):
            return False
        return models is None or noted[_DIGEST:] == _program(models)

    def note(self, written: Written, models: str) -> None:
        """Write down that this program has settled it, with these models."""
        self._kept.write({_KEY: _digest(repr(tuple(written))) + _program(models)})


def _digest(text: str) -> bytes:
    return blake2b(text.encode(), digest_size=_DIGEST).digest()


@cache
def _program(models: str) -> bytes:
    """Return a digest of all code and word lists: a version number can be forgotten."""
    hashed = blake2b(models.encode(), digest_size=_DIGEST)
    for file in files_of(files("redite")):
        hashed.update(file.read_bytes())
    return hashed.digest()
