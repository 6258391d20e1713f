"""The command `due`."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from redite.commands.app import app
from redite.commands.ledgers import load_records, now, settled
from redite.commands.options import LEDGER, Ledger, LensName, Quiet, parse_day
from redite.commands.output import out


class DueFormat(StrEnum):
    """Formats of announced dates."""

    TEXT = "text"
    JSON = "json"
    ICS = "ics"


@app.command(epilog="Example: redite due --on 2024-03-31 --format ics > deadlines.ics")
def due(
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help="The day asked about, YYYY-MM-DD.")
    ] = None,
    lens: LensName = None,
    format: Annotated[DueFormat, typer.Option("--format")] = DueFormat.TEXT,
    ledger: Ledger = LEDGER,
    quiet: Quiet = False,
) -> None:
    """List announced dates, and what came of them.

    Open, met, moved, missed or not heard of again, as they stand on one day; without --on, the
    last day on record.
    """
    from redite import lenses
    from redite.exports.due import due_calendar, due_object, due_text
    from redite.exports.jsonl import dumps
    from redite.stages import briefs, deadlines

    asked = parse_day(on, "--on")
    subject = lenses.load(lens) if lens else None
    with settled(ledger, quiet) as store:
        records = load_records(store)
    day = asked or briefs.last_day(records) or now().date()
    found = deadlines.follow(records, day)
    if subject is not None:  # what shows a status may be put in other words than the subject's
        found = tuple(one for one in found if lenses.take_in(subject, one.records))
    if format is DueFormat.JSON:
        out(dumps(due_object(found)))
    elif format is DueFormat.ICS:
        out(due_calendar(found))
    else:
        out(due_text(found, {record.statement.id: record for record in records}, day))
