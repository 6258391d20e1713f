"""The command `compare`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Annotated

import typer

from redite.commands.app import app
from redite.commands.ledgers import comparer_for
from redite.commands.lines import numbered_lines
from redite.commands.options import Quiet
from redite.commands.output import out, say
from redite.errors import IntakeError

BATCH = 256
"""Pairs compared in one go."""


@app.command(epilog="Example: redite compare --pairs pairs.jsonl")
def compare(
    pairs: Annotated[
        str,
        typer.Option(
            "--pairs",
            metavar="FILE",
            help='One pair a line, - reads stdin: {"id", "earlier": {"text", "speaker"?,'
            ' "said_on"?, "language"?}, "later": {…}}.',
        ),
    ],
    quiet: Quiet = False,
) -> None:
    """Judge pairs of texts: same, update, contradiction or different."""
    from redite.compare.pairs import compare_pairs
    from redite.exports.jsonl import dumps
    from redite.exports.pairs import compared_line
    from redite.intake.pairs import read_pair

    rejected = False
    comparer = comparer_for(":memory:")
    for batch in _batches(numbered_lines(pairs)):
        read = []
        for number, line in batch:
            try:
                read.append(read_pair(line))
            except IntakeError as error:
                say(f"redite: {pairs}, line {number}: {error}")
                rejected = True
        found = compare_pairs([(pair.earlier, pair.later) for pair in read], comparer)
        for pair, compared in zip(read, found, strict=True):
            out(dumps(compared_line(pair.id, compared)))
    if rejected:
        raise typer.Exit(1)


def _batches(lines: Iterator[tuple[int, str]]) -> Iterator[list[tuple[int, str]]]:
    while batch := list(islice(lines, BATCH)):
        yield batch
