"""The command `export`."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from redite.commands.app import app
from redite.commands.ledgers import load_records, settled, standings
from redite.commands.options import LEDGER, Ledger, Quiet
from redite.commands.output import out


class ExportWhat(StrEnum):
    """What an export holds."""

    STATEMENTS = "statements"
    ARTICLES = "articles"


class ExportFormat(StrEnum):
    """Formats of an export."""

    JSONL = "jsonl"


@app.command(epilog="Example: redite export --what statements --format jsonl > statements.jsonl")
def export(
    what: Annotated[ExportWhat, typer.Option("--what", help="What to export.")],
    format: Annotated[ExportFormat, typer.Option("--format")] = ExportFormat.JSONL,
    all_versions: Annotated[
        bool, typer.Option("--all-versions", help="Also what only earlier versions said.")
    ] = False,
    ledger: Ledger = LEDGER,
    quiet: Quiet = False,
) -> None:
    """Write statements or articles as JSON, one a line."""
    from redite import reports
    from redite.exports import jsonl
    from redite.outlets import grades
    from redite.stages import damage

    with settled(ledger, quiet) as store:
        public = jsonl.public_ids(standings(store))
        if what is ExportWhat.ARTICLES:
            by_article = {standing.article: standing for standing in standings(store)}
            articles = list(store.articles())
            damaged = damage.Flags(articles, load_records(store, all_versions=True))
            for article in articles:
                standing = by_article.get(article.key)
                if standing is not None:  # else another program has just taken it in
                    out(jsonl.dumps(jsonl.article_line(article, standing, public, damaged)))
            for key, rejection, _ in store.rejections():
                out(jsonl.dumps(jsonl.rejected_line(key, rejection)))
        else:
            records = load_records(store, all_versions=True)
            by_id = {record.statement.id: record for record in records}
            damaged = damage.flags(records)
            independent = reports.utterance_origins(records)
            graded = grades.grades(store.corrections())
            for record in records:
                if all_versions or record.standing.superseded_by is None:
                    line = jsonl.statement_line(record, by_id, public, damaged, independent, graded)
                    out(jsonl.dumps(line))
