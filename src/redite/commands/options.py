"""Options that several commands have, and the days they name."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

import typer

from redite.errors import UsageError

Ledger = Annotated[
    str,
    typer.Option("--ledger", envvar="REDITE_LEDGER", metavar="FILE", help="The ledger."),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but errors.")]
Since = Annotated[
    str | None, typer.Option("--since", metavar="DATE", help="First day, YYYY-MM-DD.")
]
Until = Annotated[
    str | None, typer.Option("--until", metavar="DATE", help="Last day, YYYY-MM-DD; counts in.")
]
LensName = Annotated[
    str | None,
    typer.Option("--lens", metavar="NAME_OR_FILE", help="Only this subject; see: redite lens list"),
]
LEDGER = "redite.db"


class TextOrJson(StrEnum):
    """Formats of a listing."""

    TEXT = "text"
    JSON = "json"


Format = Annotated[TextOrJson, typer.Option("--format")]


def parse_days(since: str | None, until: str | None) -> tuple[date | None, date | None]:
    """Return the first and the last day; raises `UsageError` where they are none, or swapped."""
    first, last = parse_day(since, "--since"), parse_day(until, "--until")
    if first and last and first > last:
        raise UsageError(f"--since {first} is later than --until {last}; swap them")
    return first, last


def parse_day(text: str | None, option: str) -> date | None:
    """Return the day an option names; raises `UsageError` where it names none."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"{option} {text!r} is not a date; write it as 2024-03-31") from None
