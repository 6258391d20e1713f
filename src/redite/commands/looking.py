"""Commands that look things up: `search`, `trace`."""

from __future__ import annotations

from typing import Annotated

import typer

from redite.commands.app import app
from redite.commands.ledgers import encoder_for, load_records, settled, standings
from redite.commands.options import (
    LEDGER,
    Format,
    Ledger,
    LensName,
    Quiet,
    Since,
    TextOrJson,
    Until,
    parse_days,
)
from redite.commands.output import answer, colour
from redite.values import Label


@app.command(epilog="Example: redite search brigade --speaker Velesh --verdict repeat")
def search(
    words: Annotated[
        list[str],
        typer.Argument(metavar="WORDS", help="All must occur; what means much the same follows."),
    ],
    speaker: Annotated[str | None, typer.Option("--speaker", help="Words of a name.")] = None,
    since: Since = None,
    until: Until = None,
    verdict: Annotated[Label | None, typer.Option("--verdict", help="Only these.")] = None,
    lens: LensName = None,
    format: Format = TextOrJson.TEXT,
    ledger: Ledger = LEDGER,
    quiet: Quiet = False,
) -> None:
    """Find statements by words and by meaning, in any language."""
    from redite import lenses
    from redite import search as searching
    from redite.exports.search import search_object, search_text

    first, last = parse_days(since, until)
    subject = lenses.load(lens) if lens else None
    with settled(ledger, quiet) as store:
        records = load_records(store)
    if subject is not None:
        records = lenses.take_in(subject, records)
    hits = searching.search(
        records,
        " ".join(words),
        speaker=speaker,
        since=first,
        until=last,
        verdict=verdict,
        encoder=encoder_for(ledger),
    )
    answer(format, lambda: search_object(hits), lambda: search_text(hits, colour=colour()))


@app.command(epilog="Example: redite trace s-1f2e3d4c")
def trace(
    statement: Annotated[str, typer.Argument(metavar="STATEMENT", help="Id, or its beginning.")],
    format: Format = TextOrJson.TEXT,
    ledger: Ledger = LEDGER,
    quiet: Quiet = False,
) -> None:
    """Tell one statement's whole history.

    Reports, chain, earlier and later versions, and what its verdict rests on.
    """
    from redite import trace as tracing
    from redite.exports.jsonl import public_ids
    from redite.exports.trace import trace_object, trace_text

    with settled(ledger, quiet) as store:
        records = load_records(store, all_versions=True)
        public = public_ids(standings(store))
        found = tracing.trace(statement, records, store.judged)
    by_id = {record.statement.id: record for record in records}
    answer(format, lambda: trace_object(found, by_id, public), lambda: trace_text(found))
