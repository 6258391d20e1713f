"""The command `verify`."""

from __future__ import annotations

import typer

from redite.commands.app import app
from redite.commands.ledgers import closing
from redite.commands.options import LEDGER, Ledger, Quiet
from redite.commands.output import say
from redite.exports.shown import counted


@app.command(epilog="Example: redite verify --ledger redite.db")
def verify(ledger: Ledger = LEDGER, quiet: Quiet = False) -> None:
    """Check that texts are intact and spans match their words."""
    from redite.store import open_store
    from redite.verify import verify as mismatches

    found = 0
    with closing(open_store(ledger, create=False)) as store:
        for mismatch in mismatches(store):
            found += 1
            say(f"mismatch: {mismatch}")
        checked = sum(1 for _ in store.statements())
    if found:
        mismatches_found = "1 mismatch" if found == 1 else f"{found} mismatches"
        say(f"{mismatches_found}; restore the ledger from a backup")
        raise typer.Exit(1)
    if not quiet:
        say(f"{counted(checked, 'statement')} checked: all match")
