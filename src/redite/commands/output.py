"""Where words go: results to standard output, everything else to standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from redite.commands.options import TextOrJson
from redite.exports.shown import harmless


def colour() -> bool:
    """Say whether standard output is to be coloured."""
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ


def say(message: str) -> None:
    """Print a message to standard error."""
    print(harmless(message), file=sys.stderr)


def out(text: str) -> None:
    """Print a result to standard output, ending a line."""
    sys.stdout.write(text if text.endswith("\n") else text + "\n")


def answer(format: TextOrJson, as_object: Callable[[], object], as_text: Callable[[], str]) -> None:
    """Print a result in the format that was asked for."""
    from redite.exports.jsonl import dumps

    out(dumps(as_object()) if format is TextOrJson.JSON else as_text())


@contextmanager
def progress(quiet: bool) -> Iterator[Callable[[str], None]]:
    """Show how far a long run is: on a terminal only, and not at all when quiet."""
    if quiet or not sys.stderr.isatty():
        yield lambda message: None
        return
    from rich.console import Console

    with Console(stderr=True).status("starting") as status:
        yield status.update
