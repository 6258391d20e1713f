"""What the commands share: the application, common options, ledgers, and where words go.

Machine output goes to standard output (`out`), everything else to standard error (`say`).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Annotated

import typer

from redite.errors import UsageError
from redite.interfaces import Comparer, Encoder, Fetcher, PairReader, Store
from redite.values import Document, Record, Rejection, Standing

app = typer.Typer(
    name="redite",
    help="Has this been said before? A ledger of who said what, when, via whom, and what it adds.",
    epilog="Start with: redite ingest FOLDER, then: redite brief",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

Ledger = Annotated[
    str,
    typer.Option(
        "--ledger",
        envvar="REDITE_LEDGER",
        metavar="FILE_OR_URL",
        help="The ledger: a file name means SQLite.",
    ),
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


def now() -> datetime:
    """Return the present moment."""
    return datetime.now(UTC)


def documents(sources: Sequence[str]) -> Iterator[Document | Rejection]:
    """Yield what intake finds in files, folders and at addresses."""
    from redite import intake

    # Clocks and time zones differ by a day; a date further ahead is a mistake of the input.
    limits = intake.Limits(latest=now() + timedelta(days=2))
    fetcher: Fetcher | None = None
    if any(source.startswith(("http://", "https://")) for source in sources):
        from redite.intake.fetch import HttpFetcher

        fetcher = HttpFetcher()
    for source in sources:
        yield from intake.read(source, fetcher, limits)


@contextmanager
def closing(store: Store) -> Iterator[Store]:
    """Close a store when done with it."""
    try:
        yield store
    finally:
        store.close()


@contextmanager
def settled(ledger: str, quiet: bool) -> Iterator[Store]:
    """Open a ledger for reading; judge first what a killed or running `ingest` has not."""
    from redite import pipeline
    from redite.store import open_store

    with closing(open_store(ledger, create=False)) as store:
        if pipeline.unsettled(store):
            if not quiet:
                say("judging what no run has judged yet …")
            settle(store, ledger)
        yield store


def settle(store: Store, ledger: str, comparer: Comparer | None = None) -> int:
    """Judge what is new and what that touches; returns how many decisions changed.

    `comparer` is for who has the ledger's already.
    """
    from redite import pipeline
    from redite.store.judged import ENDING, KeptDecisions

    keeper = KeptDecisions(beside(ledger, ENDING))
    return pipeline.settle(store, now, comparer or comparer_for(ledger), keeper)


def beside(ledger: str, ending: str) -> Path | None:
    """Return the file beside a ledger with this ending; None where a ledger is no file."""
    return None if ledger == ":memory:" or "://" in ledger else Path(ledger + ending)


@cache
def _encoder() -> Encoder:
    from redite.models import open_encoder

    return open_encoder()


@cache
def _reader() -> PairReader:
    from redite.models import open_pair_reader

    return open_pair_reader()


def comparer_for(ledger: str) -> Comparer:
    """Return what verdicts rest on; vectors are kept in a file beside the ledger."""
    return Comparer(encoder_for(ledger), _reader())


def encoder_for(ledger: str) -> Encoder:
    """Return the encoder that finds by meaning; vectors are kept in a file beside the ledger."""
    from redite.store.vectors import ENDING, KeptVectors

    return KeptVectors(_encoder(), beside(ledger, ENDING))


def load_records(store: Store, *, all_versions: bool = False) -> list[Record]:
    """Return what a ledger holds, in ledger order."""
    from redite import records

    return list(records.load(store, all_versions=all_versions))


def parse_day(text: str | None, option: str) -> date | None:
    """Return the day an option names; raises `UsageError` where it names none."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"{option} {text!r} is not a date; write it as 2024-03-31") from None


@contextmanager
def progress(quiet: bool) -> Iterator[Callable[[str], None]]:
    """Show how far a long run is: on a terminal only, and not at all when quiet."""
    if quiet or not sys.stderr.isatty():
        yield lambda message: None
        return
    from rich.console import Console

    with Console(stderr=True).status("starting") as status:
        yield status.update


def standings(store: Store) -> Iterator[Standing]:
    """Yield the standing of every article."""
    for decided in store.standings().values():
        assert isinstance(decided.decision, Standing)
        yield decided.decision


def colour() -> bool:
    """Say whether standard output is to be coloured."""
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ


def say(message: str) -> None:
    """Print a message to standard error."""
    from redite.exports.shown import harmless

    print(harmless(message), file=sys.stderr)


def out(text: str) -> None:
    """Print a result to standard output, ending a line."""
    sys.stdout.write(text if text.endswith("\n") else text + "\n")
