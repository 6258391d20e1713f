"""The commands `verdicts set`, `merge`, `split`, `undo` and `pairs`: people correct verdicts.

Each correction is an entry of the ledger with who and when; it is settled at once.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from redite.commands.app import app
from redite.commands.correcting import Undone, Who, confirm, correct, standing
from redite.commands.ledgers import load_records, settled
from redite.commands.options import LEDGER, Ledger, Quiet
from redite.commands.output import out
from redite.corrections import Kind
from redite.errors import UsageError
from redite.values import Label

verdicts = typer.Typer(
    help="What statements add: say so where the machine is wrong.", rich_markup_mode=None
)
app.add_typer(verdicts, name="verdicts")

Statement = Annotated[str, typer.Argument(metavar="STATEMENT", help="Id, or its beginning.")]
KINDS = (
    Kind.VERDICT,
    Kind.MERGE_CLAIMS,
    Kind.SPLIT_CLAIM,
    Kind.MERGE_UTTERANCES,
    Kind.SPLIT_UTTERANCE,
)


class Group(StrEnum):
    """What two statements may share."""

    CLAIM = "claim"
    UTTERANCE = "utterance"


GroupOption = Annotated[Group, typer.Option("--group", help="What they share, or do not.")]


@verdicts.command("set", epilog="Example: redite verdicts set s-1f2e3d4c update --who Mira")
def set_command(
    statement: Statement,
    label: Annotated[Label, typer.Argument(help="What it adds.")],
    who: Who,
    ledger: Ledger = LEDGER,
    quiet: Quiet = False,
) -> None:
    """Say what a statement adds to everything before it."""
    from redite.trace import find

    with settled(ledger, quiet) as store:
        record = find(statement, load_records(store, all_versions=True))
        said = record.machine_label or record.judgement.verdict.label
        body = {"label": label.value, "said": said.value}
        made = correct(store, ledger, Kind.VERDICT, record.statement.id, body, who)
    confirm(quiet, made, f"{record.statement.id} is {label.value}")


@verdicts.command("merge", epilog="Example: redite verdicts merge s-1f2e s-3d4c --who Mira")
def merge_command(
    statement: Statement,
    into: Annotated[str, typer.Argument(metavar="INTO", help="A statement that shares it.")],
    who: Who,
    group: GroupOption = Group.CLAIM,
    ledger: Ledger = LEDGER,
    quiet: Quiet = False,
) -> None:
    """Say that two statements make one claim, or report one utterance: all that join them, too."""
    from redite.trace import find

    with settled(ledger, quiet) as store:
        records = load_records(store, all_versions=True)
        one, other = find(statement, records).judgement, find(into, records).judgement
        if group is Group.CLAIM:
            kind, first, second = Kind.MERGE_CLAIMS, one.claim, other.claim
        else:
            kind, first, second = Kind.MERGE_UTTERANCES, one.utterance, other.utterance
        if first == second:
            raise UsageError(f"{statement!r} and {into!r} share their {group.value} already")
        made = correct(store, ledger, kind, first, {"into": second}, who)
    confirm(quiet, made, f"{first} is {second}")


@verdicts.command("split", epilog="Example: redite verdicts split s-1f2e3d4c --who Mira")
def split_command(
    statement: Statement,
    who: Who,
    group: GroupOption = Group.CLAIM,
    ledger: Ledger = LEDGER,
    quiet: Quiet = False,
) -> None:
    """Say that a statement makes a claim, or reports an utterance, of its own."""
    from redite.trace import find

    with settled(ledger, quiet) as store:
        record = find(statement, load_records(store, all_versions=True))
        kind = Kind.SPLIT_CLAIM if group is Group.CLAIM else Kind.SPLIT_UTTERANCE
        made = correct(store, ledger, kind, record.statement.id, {}, who)
    confirm(quiet, made, f"{record.statement.id} has a {group.value} of its own")


@verdicts.command("undo", epilog="Example: redite verdicts undo k-1f2e3d4c --who Mira")
def undo_command(
    correction: Undone,
    who: Who,
    ledger: Ledger = LEDGER,
    quiet: Quiet = False,
) -> None:
    """Take back a correction of a verdict, a claim or an utterance."""
    with settled(ledger, quiet) as store:
        found = standing(correction, KINDS, store)
        correct(store, ledger, Kind.UNDO, found.id, {}, who)
    confirm(quiet, found, "taken back")


@verdicts.command("pairs", epilog="Example: redite verdicts pairs > pairs.jsonl")
def pairs_command(ledger: Ledger = LEDGER, quiet: Quiet = False) -> None:
    """Write what people decided as pairs of texts, one a line, as `redite compare` takes them."""
    from redite.exports.jsonl import dumps
    from redite.exports.pairs import corrected_pairs

    with settled(ledger, quiet) as store:
        records = load_records(store, all_versions=True)
        for line in corrected_pairs(records, list(store.corrections())):
            out(dumps(line))
