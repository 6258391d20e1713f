"""JSON, read strictly, with reasons a person can act on."""

from __future__ import annotations

import json

from redite.errors import IntakeError


class Members(dict[str, object]):
    """A JSON object that remembers which of its names stood there twice."""

    doubled: tuple[str, ...] = ()


def loads(text: str) -> object:
    """Return the value that `text` writes; objects are `Members`. Raises `IntakeError`.

    NaN and Infinity, which some programs write, are no JSON.
    """
    try:
        value: object = json.loads(text, object_pairs_hook=_members, parse_constant=_constant)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}" if error.lineno > 1 else ""
        raise IntakeError(f"not JSON: {error.msg} ({place or f'column {error.colno}'})") from error
    except RecursionError as error:
        raise IntakeError("not readable as JSON: nested too deep") from error
    except ValueError as error:  # a number of thousands of digits
        raise IntakeError(f"not readable as JSON: {str(error).partition(';')[0]}") from error
    return value


def string(members: dict[str, object], name: str) -> str | None:
    """Return the text under `name`; None where it is absent, empty or of another type."""
    value = members.get(name)
    return value if isinstance(value, str) and value else None


def _members(pairs: list[tuple[str, object]]) -> Members:
    members = Members(pairs)
    if len(members) < len(pairs):
        seen: set[str] = set()
        members.doubled = tuple(n for n, _ in pairs if n in seen or seen.add(n))  # type: ignore[func-returns-value]
    return members


def _constant(name: str) -> object:
    raise IntakeError(f"not JSON: {name} is no number")
