"""Keeps decisions on statements in a file beside the ledger: see `redite.stages.recalled`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import blake2b
from pathlib import Path

from redite.compare.decisions import Decision
from redite.errors import LedgerError
from redite.stages.recalled import Held
from redite.store.beside import Beside
from redite.store.payloads import decode, encode

ENDING = ".judged"
_DIGEST = 16


class KeptDecisions:
    """Decisions in the file `path`, by statement; None keeps nothing."""

    def __init__(self, path: Path | None) -> None:
        self._kept = Beside(path, "decision")

    def read(self, statements: Sequence[str]) -> Mapping[str, Held]:
        """See `redite.stages.recalled.Keeper`."""
        found = self._kept.read([statement.encode() for statement in statements])
        held = ((key.decode(), _held(value)) for key, value in found.items())
        return {statement: each for statement, each in held if each is not None}

    def write(self, held: Mapping[str, Held]) -> None:
        """See `redite.stages.recalled.Keeper`."""
        values = {statement.encode(): _value(statement, each) for statement, each in held.items()}
        self._kept.write(values)


def _value(statement: str, held: Held) -> bytes:
    payload = encode(held.decision, f"the decision on {statement}").encode()
    value = held.past + held.compared + payload
    return _sum(value) + value


def _held(value: bytes) -> Held | None:
    """Return what was kept; None where it was damaged on disk: then it is judged again."""
    checked, value = value[:_DIGEST], value[_DIGEST:]
    if checked != _sum(value):
        return None
    past, compared, payload = value[:_DIGEST], value[_DIGEST : 2 * _DIGEST], value[2 * _DIGEST :]
    try:
        return Held(past, compared, decode(Decision, payload.decode(), "a decision"))
    except LedgerError:  # of an older program, whose decisions had other parts
        return None


def _sum(value: bytes) -> bytes:
    return blake2b(value, digest_size=_DIGEST).digest()
