"""Commands that read: `ingest`, `reanalyse`, `read`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from enum import StrEnum
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from redite.commands.app import app
from redite.commands.ledgers import closing, is_of, now, settle, standings
from redite.commands.options import LEDGER, Ledger, Quiet
from redite.commands.output import out, progress, say
from redite.exports.shown import counted
from redite.interfaces import Fetcher, Store
from redite.models import DEFAULT, Model
from redite.values import Document, Rejection

if TYPE_CHECKING:
    from redite import pipeline


ModelName = Annotated[
    Model,
    typer.Option(
        "--model",
        envvar="REDITE_MODEL",
        help="What finds who said what: the trained model with rules, or rules alone (faster).",
    ),
]


class ReadFormat(StrEnum):
    """Formats of a reading."""

    JSONL = "jsonl"
    HTML = "html"


@app.command(epilog="Example: redite ingest saved-pages/ result.json https://halden.example/feed")
def ingest(
    sources: Annotated[
        list[str], typer.Argument(metavar="PATH_OR_URL", help="Files, folders, addresses.")
    ],
    model: ModelName = DEFAULT,
    ledger: Ledger = LEDGER,
    quiet: Quiet = False,
) -> None:
    """Take in files, folders and feeds. Twice the same input changes nothing.

    HTML, RSS/Atom/JSON Feed, WARC(.gz), Telegram Desktop result.json, JSON/JSONL articles and
    plain text; the kind is found by content, not by name.
    """
    from redite import pipeline
    from redite.models import open_tagger
    from redite.store import open_store

    fates: Counter[pipeline.Fate] = Counter()
    statements = 0
    with closing(open_store(ledger, create=True)) as store, progress(quiet) as advance:
        for taken in pipeline.take_in(
            _documents(sources, partial(is_of, ledger)), store, open_tagger(model), now
        ):
            fates[taken.fate] += 1
            statements += taken.statements
            advance(f"{fates.total()} read, {counted(statements, 'statement')}")
            if taken.fate is pipeline.Fate.REJECTED:
                say(f"rejected: {taken.origin}: {taken.reason}")
            elif not quiet:
                for note in taken.notes:
                    say(f"note: {taken.origin}: {note}")
        advance("judging")
        settle(store, ledger)
        if not quiet:
            say(_summary(fates, statements, store))
    if fates[pipeline.Fate.REJECTED]:
        raise typer.Exit(1)


@app.command(epilog="Example: redite reanalyse --ledger redite.db")
def reanalyse(model: ModelName = DEFAULT, ledger: Ledger = LEDGER, quiet: Quiet = False) -> None:
    """Read again what an older version of redite read.

    Nothing is lost: older analyses stay in the ledger, the new ones are in force.
    """
    from redite import pipeline
    from redite.models import open_tagger
    from redite.store import open_store

    with closing(open_store(ledger, create=False)) as store, progress(quiet) as advance:
        done = 0
        for _ in pipeline.reanalyse(store, open_tagger(model)):
            done += 1
            advance(f"{counted(done, 'article')} read again")
        changed = settle(store, ledger)
        if not quiet:
            say(f"{counted(done, 'article')} read again; {counted(changed, 'decision')} changed")


@app.command(epilog="Example: redite read article.html --format html > marked.html")
def read(
    paths: Annotated[list[str], typer.Argument(metavar="PATH", help="Files and folders.")],
    format: Annotated[ReadFormat, typer.Option("--format")] = ReadFormat.JSONL,
    model: ModelName = DEFAULT,
    quiet: Quiet = False,
) -> None:
    """Analyse articles without a ledger.

    The format html shows each text with its spans marked.
    """
    from redite import without_ledger
    from redite.exports import jsonl, read_html
    from redite.exports.read import read_line
    from redite.models import open_comparer, open_tagger

    rejected = 0
    shown = []
    comparer = cache(open_comparer)
    with progress(quiet) as advance:
        for number, outcome in enumerate(
            without_ledger.read(_documents(paths), open_tagger(model), now, comparer), start=1
        ):
            advance(f"{number} read")
            if isinstance(outcome, Rejection):
                rejected += 1
                say(f"rejected: {outcome.origin}: {outcome.reason}")
            elif format is ReadFormat.JSONL:
                out(jsonl.dumps(read_line(*outcome)))
            else:
                shown.append(outcome)
    if format is ReadFormat.HTML:
        out(read_html.read_page(shown))
    if rejected:
        raise typer.Exit(1)


def _documents(
    sources: Sequence[str], ours: Callable[[Path], bool] = lambda path: False
) -> Iterator[Document | Rejection]:
    """Yield what intake finds in files, folders and at addresses; in folders, what is not ours."""
    from redite import intake

    # Clocks and time zones differ by a day; a date further ahead is a mistake of the input.
    limits = intake.Limits(latest=now() + timedelta(days=2))
    fetcher: Fetcher | None = None
    if any(source.startswith(("http://", "https://")) for source in sources):
        from redite.intake.fetch import HttpFetcher

        fetcher = HttpFetcher()
    for source in sources:
        yield from intake.read(source, fetcher, limits, ours)


def _summary(fates: Counter[pipeline.Fate], statements: int, store: Store) -> str:
    """Return the counts of a run and of the ledger; each adds up."""
    run = ", ".join(f"{count} {fate}" for fate, count in sorted(fates.items())) or "nothing"
    outcomes = Counter(standing.outcome.value for standing in standings(store))
    rejected = sum(1 for _ in store.rejections())
    total = outcomes.total() + rejected
    ledger = ", ".join(f"{count} {outcome}" for outcome, count in sorted(outcomes.items()))
    return (
        f"this run: {counted(fates.total(), 'item')}: {run}; {counted(statements, 'statement')}\n"
        f"on record: {counted(total, 'item')}: {ledger or 'none'}, {rejected} rejected"
    )
