"""The command `brief`."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from redite.commands.shared import (
    LEDGER,
    Ledger,
    Quiet,
    Since,
    Until,
    app,
    load_records,
    out,
    parse_day,
    settled,
)
from redite.errors import UsageError


class BriefFormat(StrEnum):
    """Formats of a brief."""

    MD = "md"
    HTML = "html"
    JSON = "json"


@app.command(epilog="Example: redite brief --since 2024-03-01 --until 2024-03-07 --format html")
def brief(
    since: Since = None,
    until: Until = None,
    format: Annotated[BriefFormat, typer.Option("--format")] = BriefFormat.MD,
    ledger: Ledger = LEDGER,
    quiet: Quiet = False,
) -> None:
    """Tell what is new, what changed and what only repeats; every sentence cites its evidence.

    Without dates: the last day on record.
    """
    from redite.exports.brief_html import brief_html
    from redite.exports.brief_json import brief_object
    from redite.exports.brief_markdown import brief_markdown
    from redite.exports.jsonl import dumps
    from redite.stages import briefs

    first, last = parse_day(since, "--since"), parse_day(until, "--until")
    if first and last and first > last:
        raise UsageError(f"--since {first} is later than --until {last}; swap them")
    with settled(ledger, quiet) as store:
        records = load_records(store)
    by_id = {record.statement.id: record for record in records}
    if first is None and last is None:
        first = last = briefs.last_day(records)
    written = briefs.write(records, by_id, first, last)
    if format is BriefFormat.JSON:
        out(dumps(brief_object(written)))
    elif format is BriefFormat.HTML:
        out(brief_html(written, by_id))
    else:
        out(brief_markdown(written, by_id))
