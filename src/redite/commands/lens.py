"""The commands `lens list` and `lens check`."""

from __future__ import annotations

from typing import Annotated

import typer

from redite.commands.app import app
from redite.commands.ledgers import load_records, settled
from redite.commands.options import LEDGER, Format, Ledger, Quiet, TextOrJson
from redite.commands.output import answer, out

lens = typer.Typer(help="Subjects: which there are, and what they take in.", rich_markup_mode=None)
app.add_typer(lens, name="lens")


@lens.command("list", epilog="Example: redite lens list")
def lens_list_command() -> None:
    """List the lenses that come with redite."""
    from redite import lenses
    from redite.exports.lens import lens_list

    out(lens_list([lenses.load(name) for name in lenses.shipped()]))


@lens.command("check", epilog="Example: redite lens check nuclear --ledger redite.db")
def lens_check_command(
    name: Annotated[str, typer.Argument(metavar="NAME_OR_FILE", help="A lens, or its file.")],
    format: Format = TextOrJson.TEXT,
    ledger: Ledger = LEDGER,
    quiet: Quiet = False,
) -> None:
    """Show what a lens takes in of a ledger, and what it just misses."""
    from redite import lenses
    from redite.exports.lens import lens_check, lens_object
    from redite.lenses import near

    chosen = lenses.load(name)
    with settled(ledger, quiet) as store:
        records = load_records(store)
    found = near.check(chosen, records)
    answer(format, lambda: lens_object(chosen, found), lambda: lens_check(chosen, found))
