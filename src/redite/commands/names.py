"""The command `same-name`."""

from __future__ import annotations

from typing import Annotated

import typer

from redite.commands.app import app
from redite.commands.lines import numbered_lines
from redite.commands.output import out, say


@app.command("same-name", epilog="Example: redite same-name --pairs names.tsv")
def same_name(
    pairs: Annotated[
        str,
        typer.Option(
            "--pairs", metavar="FILE", help="Two names a line, a tab between; - reads stdin."
        ),
    ],
) -> None:
    """Say of pairs of names whether they are one person's.

    With a score from 0 to 1, and the reason. A line that holds no two names gets an answer, too, so
    that answers stay beside their lines.
    """
    from redite.exports.jsonl import dumps
    from redite.names.matching import NameMatch
    from redite.names.matching import same_name as match

    status = 0
    for number, line in numbered_lines(pairs):
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
