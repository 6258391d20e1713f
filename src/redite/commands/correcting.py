"""What the commands share by which a person corrects the machine, and takes that back.

Each correction is an entry of the ledger, with who made it and when.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Annotated

import typer

from redite import corrections
from redite.commands.ledgers import now, settle
from redite.commands.output import say
from redite.corrections import Kind
from redite.errors import UsageError
from redite.interfaces import Correction, Store

Who = Annotated[str, typer.Option("--who", envvar="REDITE_WHO", help="Who says so.")]
Undone = Annotated[str, typer.Argument(metavar="CORRECTION", help="Its id, or its beginning.")]

_SHORTEST_PREFIX = 4


def correct(
    store: Store, ledger: str, kind: Kind, subject: str, body: Mapping[str, str], who: str
) -> Correction:
    """Write a correction down, settle what follows from it, and return it."""
    made = corrections.make(kind, subject, body, who, now())
    store.correct(made)
    settle(store, ledger)
    return made


def confirm(quiet: bool, correction: Correction, what: str) -> None:
    """Say what a correction did, and under which id it can be taken back."""
    if not quiet:
        say(f"{correction.id}: {what}, says {correction.who}")


def standing(reference: str, kinds: Collection[str], store: Store) -> Correction:
    """Return the correction of one of `kinds` that stands and has this id, or this beginning of it.

    Raises:
        UsageError: None has, or several have.
    """
    found = [
        correction
        for correction in corrections.standing(store.corrections())
        if correction.kind in kinds and correction.id.startswith(reference)
    ]
    if not found or len(reference) < _SHORTEST_PREFIX:
        raise UsageError(f"no correction of this sort that stands has the id {reference!r}")
    if len(found) > 1:
        raise UsageError(f"{reference!r} begins {len(found)} ids: give more of it")
    return found[0]
