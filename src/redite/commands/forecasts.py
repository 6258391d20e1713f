"""The commands `forecasts` and `resolve`."""

from __future__ import annotations

from typing import Annotated

import typer

from redite.commands.app import app
from redite.commands.correcting import Who
from redite.commands.ledgers import load_records, now, settled
from redite.commands.options import LEDGER, Format, Ledger, Quiet, TextOrJson, parse_day
from redite.commands.output import answer, say
from redite.errors import UsageError


@app.command(epilog="Example: redite forecasts --format json > forecasts.json")
def forecasts(
    format: Format = TextOrJson.TEXT,
    ledger: Ledger = LEDGER,
    quiet: Quiet = False,
) -> None:
    """List what was called how likely, and what came of it.

    Also how well each source judged. A forecast is resolved by a deadline that was met or missed,
    or by `redite resolve`.
    """
    from redite.exports.forecasts import forecasts_object, forecasts_text
    from redite.stages import briefs, deadlines, estimates

    with settled(ledger, quiet) as store:
        records = load_records(store)
        corrections = list(store.corrections())
    announced = deadlines.follow(records, briefs.last_day(records) or now().date())
    found = estimates.series(records)
    known = estimates.outcomes(records, corrections, announced)
    answer(format, lambda: forecasts_object(found, known), lambda: forecasts_text(found, known))


@app.command(epilog="Example: redite resolve s-1f2e3d4c --no --who Mira --on 2024-03-31")
def resolve(
    statement: Annotated[str, typer.Argument(metavar="STATEMENT", help="Id, or its beginning.")],
    who: Who,
    came_about: Annotated[
        bool | None,
        typer.Option("--yes/--no", help="Whether what the statement says came about."),
    ] = None,
    on: Annotated[
        str | None,
        typer.Option("--on", metavar="DATE", help="When it was known; later is no forecast."),
    ] = None,
    undo: Annotated[bool, typer.Option("--undo", help="Take back what was said of it.")] = False,
    ledger: Ledger = LEDGER,
    quiet: Quiet = False,
) -> None:
    """Say what came of a forecast, to score its source."""
    from redite.stages import estimates
    from redite.trace import find

    if undo is (came_about is not None):
        raise UsageError("say one of --yes, --no and --undo")
    day = parse_day(on, "--on")
    with settled(ledger, quiet) as store:
        record = find(statement, load_records(store))
        subject = record.statement.id
        if came_about is None:
            own = [one for one in store.corrections() if one.subject == subject]
            corrections = estimates.taken_back(own, who, now())
            if not corrections:
                raise UsageError(f"nobody has said what came of {subject}")
        else:
            corrections = [estimates.resolution(record, came_about, who, now(), day)]
        for correction in corrections:
            store.correct(correction)
    if not quiet:
        said = "taken back" if came_about is None else "came about" if came_about else "did not"
        say(f"{subject}: {said}, says {who}")
