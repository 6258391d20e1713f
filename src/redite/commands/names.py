"""The command `same-name`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from redite.commands.app import app
from redite.commands.output import out, say
from redite.errors import UsageError
from redite.exports.jsonl import dumps


@app.command("same-name", epilog="Example: redite same-name --pairs names.tsv")
def same_name(
    pairs: Annotated[
        str,
        typer.Option(
            "--pairs", metavar="FILE", help="Two names a line, a tab between; - reads stdin."
        ),
    ],
) -> None:
    """Say of pairs of names whether they are one person's: score from 0 to 1, and the reason.

    A line that holds no two names gets an answer, too, so that answers stay beside their lines.
    """
    from redite.names.matching import NameMatch
    from redite.names.matching import same_name as match

    status = 0
    for number, line in _lines(pairs):
        a, tab, rest = line.partition("\t")
        b = rest.split("\t", 1)[0]
        if tab:
            found = match(a, b)
        else:
            say(f"redite: {pairs}, line {number}: there is no tab between two names")
            status = 1
            found = NameMatch(0.0, "only one name on the line")
        answer = {
            "a": a,
            "b": b,
            "same": found.same,
            "score": found.score,
            "unsure": found.unsure,
            "reason": found.reason,
        }
        out(dumps(answer))
    if status:
        raise typer.Exit(status)


def _lines(path: str) -> Iterator[tuple[int, str]]:
    """Yield the lines that are not blank, with their numbers; only a newline ends one."""
    try:
        data = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
        text = data.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        raise UsageError(f"{path} cannot be read: {reason}") from error
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield number, line.removesuffix("\r")
