"""Values as the JSON that is stored, and back.

Compact, UTF-8 and in the order of the fields, so that equal values give equal text. A field that
a later version adds needs a default: then what is on record still reads.
"""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticSerializationError

from redite.errors import LedgerError

Value = TypeVar("Value")


_adapters: dict[type[object], TypeAdapter[Any]] = {}


def _adapter(kind: type[object]) -> TypeAdapter[Any]:
    if kind not in _adapters:
        _adapters[kind] = TypeAdapter(kind)
    return _adapters[kind]


def encode(value: object, what: str) -> str:
    """Return `value` as JSON; `what` names it for the reader of a `LedgerError`."""
    try:
        return _adapter(type(value)).dump_json(value).decode()
    except PydanticSerializationError as error:
        raise LedgerError(
            f"{what} cannot be written as UTF-8; it holds half a surrogate pair ({error})"
        ) from None


def decode(kind: type[Value], payload: str, what: str) -> Value:
    """Return the value of type `kind` that `payload` stands for; raises `LedgerError`."""
    try:
        value: Value = _adapter(kind).validate_json(payload)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(step) for step in first["loc"]) or "the whole"
        raise LedgerError(
            f"{what} was damaged on disk: {where}: {first['msg']}; restore a copy of the ledger"
        ) from None
    return value
