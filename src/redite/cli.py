"""The command line. Thin: each command opens a ledger, calls one stage or view, and prints.

Machine output goes to standard output, everything else to standard error. Exit status: 0 done;
1 done, and some inputs were rejected, or `verify` found a mismatch; 2 wrong usage, or a ledger
that cannot be opened or written.
"""

from __future__ import annotations

import errno
import os
import sys
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer
from typer.exceptions import TyperException

from redite import __version__
from redite.errors import RediteError, UsageError
from redite.interfaces import Fetcher, Store
from redite.values import Document, Label, Record, Rejection, Standing

if TYPE_CHECKING:
    from redite import pipeline

app = typer.Typer(
    name="redite",
    help="Has this been said before? A ledger of who said what, when, via whom, and what it adds.",
    epilog="Start with: redite ingest FOLDER, then: redite brief",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

Ledger = Annotated[
    str,
    typer.Option(
        "--ledger",
        envvar="REDITE_LEDGER",
        metavar="FILE_OR_URL",
        help="The ledger: a file name means SQLite.",
    ),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but errors.")]
Since = Annotated[
    str | None, typer.Option("--since", metavar="DATE", help="First day, YYYY-MM-DD.")
]
Until = Annotated[
    str | None, typer.Option("--until", metavar="DATE", help="Last day, YYYY-MM-DD; counts in.")
]
LEDGER = "redite.db"
INTERRUPTED = 130
"""Exit status after Ctrl-C, as shells count: 128 and the number of the signal."""


class TextOrJson(StrEnum):
    """Formats of a listing."""

    TEXT = "text"
    JSON = "json"


class DueFormat(StrEnum):
    """Formats of announced dates."""

    TEXT = "text"
    JSON = "json"
    ICS = "ics"


class BriefFormat(StrEnum):
    """Formats of a brief."""

    MD = "md"
    HTML = "html"
    JSON = "json"


class ReadFormat(StrEnum):
    """Formats of a reading."""

    JSONL = "jsonl"
    HTML = "html"


class ExportWhat(StrEnum):
    """What an export holds."""

    STATEMENTS = "statements"
    ARTICLES = "articles"


class ExportFormat(StrEnum):
    """Formats of an export."""

    JSONL = "jsonl"


@app.callback(invoke_without_command=True)
def _options(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    if version:
        typer.echo(f"redite {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


@app.command(epilog="Example: redite ingest saved-pages/ result.json https://halden.example/feed")
def ingest(
    sources: Annotated[
        list[str], typer.Argument(metavar="PATH_OR_URL", help="Files, folders, addresses.")
    ],
    ledger: Ledger = LEDGER,
    quiet: Quiet = False,
) -> None:
    """Take in files, folders and feeds. Twice the same input changes nothing.

    HTML, RSS/Atom/JSON Feed, WARC(.gz), Telegram Desktop result.json, JSON/JSONL articles and
    plain text; the kind is found by content, not by name.
    """
    from redite import pipeline
    from redite.models.rules import RuleTagger
    from redite.store import open_store

    fates: Counter[pipeline.Fate] = Counter()
    statements = 0
    with _closing(open_store(ledger, create=True)) as store, _progress(quiet) as advance:
        for taken in pipeline.take_in(_found(sources), store, RuleTagger(), _now):
            fates[taken.fate] += 1
            statements += taken.statements
            advance(f"{fates.total()} read, {statements} statements")
            if taken.fate is pipeline.Fate.REJECTED:
                _say(f"rejected: {taken.origin}: {taken.reason}")
            elif not quiet:
                for note in taken.notes:
                    _say(f"note: {taken.origin}: {note}")
        advance("judging")
        pipeline.settle(store, _now)
        if not quiet:
            _say(_summary(fates, statements, store))
    if fates[pipeline.Fate.REJECTED]:
        raise typer.Exit(1)


@app.command(epilog="Example: redite reanalyse --ledger redite.db")
def reanalyse(ledger: Ledger = LEDGER, quiet: Quiet = False) -> None:
    """Read again, with this version, what an older version of redite read.

    Nothing is lost: older analyses stay in the ledger, the new ones are in force.
    """
    from redite import pipeline
    from redite.models.rules import RuleTagger
    from redite.store import open_store

    with _closing(open_store(ledger, create=False)) as store, _progress(quiet) as advance:
        done = 0
        for _ in pipeline.reanalyse(store, RuleTagger()):
            done += 1
            advance(f"{done} articles read again")
        changed = pipeline.settle(store, _now)
        if not quiet:
            _say(f"{done} articles read again; {changed} decisions changed")


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
    """Write statements or articles as JSON, one a line, in ledger order."""
    from redite.exports import jsonl

    with _settled(ledger, quiet) as store:
        public = jsonl.public_ids(_standings(store))
        if what is ExportWhat.ARTICLES:
            standings = {standing.article: standing for standing in _standings(store)}
            for article in store.articles():
                standing = standings.get(article.key)
                if standing is not None:  # else another program has just taken it in
                    _out(jsonl.dumps(jsonl.article_line(article, standing, public)))
            for key, rejection, _ in store.rejections():
                _out(jsonl.dumps(jsonl.rejected_line(key, rejection)))
        else:
            records = _records(store, all_versions=True)
            by_id = {record.statement.id: record for record in records}
            for record in records:
                if all_versions or record.standing.superseded_by is None:
                    _out(jsonl.dumps(jsonl.statement_line(record, by_id, public)))


@app.command(epilog="Example: redite read article.html --format html > marked.html")
def read(
    paths: Annotated[list[str], typer.Argument(metavar="PATH", help="Files and folders.")],
    format: Annotated[ReadFormat, typer.Option("--format")] = ReadFormat.JSONL,
    quiet: Quiet = False,
) -> None:
    """Analyse articles without a ledger; html shows each text with its spans marked."""
    from redite import pipeline
    from redite.exports import jsonl, read_html
    from redite.exports.read import read_line
    from redite.models.rules import RuleTagger

    rejected = 0
    shown = []
    with _progress(quiet) as advance:
        for number, outcome in enumerate(
            pipeline.read_only(_found(paths), RuleTagger(), _now), start=1
        ):
            advance(f"{number} read")
            if isinstance(outcome, Rejection):
                rejected += 1
                _say(f"rejected: {outcome.origin}: {outcome.reason}")
            elif format is ReadFormat.JSONL:
                _out(jsonl.dumps(read_line(*outcome)))
            else:
                shown.append(outcome)
    if format is ReadFormat.HTML:
        _out(read_html.read_page(shown))
    if rejected:
        raise typer.Exit(1)


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

    first, last = _day(since, "--since"), _day(until, "--until")
    if first and last and first > last:
        raise UsageError(f"--since {first} is later than --until {last}; swap them")
    with _settled(ledger, quiet) as store:
        records = _records(store)
    by_id = {record.statement.id: record for record in records}
    if first is None and last is None:
        first = last = briefs.last_day(records)
    written = briefs.write(records, by_id, first, last)
    if format is BriefFormat.JSON:
        _out(dumps(brief_object(written)))
    elif format is BriefFormat.HTML:
        _out(brief_html(written, by_id))
    else:
        _out(brief_markdown(written, by_id))


@app.command(epilog="Example: redite search brigade --speaker Velesh --verdict repeat")
def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help="All must occur.")],
    speaker: Annotated[str | None, typer.Option("--speaker", help="Words of a name.")] = None,
    since: Since = None,
    until: Until = None,
    verdict: Annotated[Label | None, typer.Option("--verdict", help="Only these.")] = None,
    format: Annotated[TextOrJson, typer.Option("--format")] = TextOrJson.TEXT,
    ledger: Ledger = LEDGER,
    quiet: Quiet = False,
) -> None:
    """Find statements by their words, in any language."""
    from redite import search as searching
    from redite.exports.jsonl import dumps
    from redite.exports.search import search_object, search_text

    with _settled(ledger, quiet) as store:
        records = _records(store)
    hits = searching.search(
        records,
        " ".join(words),
        speaker=speaker,
        since=_day(since, "--since"),
        until=_day(until, "--until"),
        verdict=verdict,
    )
    if format is TextOrJson.JSON:
        _out(dumps(search_object(hits)))
    else:
        _out(search_text(hits, colour=_colour()))


@app.command(epilog="Example: redite trace s-1f2e3d4c")
def trace(
    statement: Annotated[str, typer.Argument(metavar="STATEMENT", help="Id, or its beginning.")],
    format: Annotated[TextOrJson, typer.Option("--format")] = TextOrJson.TEXT,
    ledger: Ledger = LEDGER,
    quiet: Quiet = False,
) -> None:
    """Tell one statement's whole history: reports, chain, earlier and later versions."""
    from redite import trace as tracing
    from redite.exports.jsonl import dumps, public_ids
    from redite.exports.trace import trace_object, trace_text

    with _settled(ledger, quiet) as store:
        records = _records(store, all_versions=True)
        public = public_ids(_standings(store))
    found = tracing.trace(statement, records)
    if format is TextOrJson.JSON:
        _out(dumps(trace_object(found, {r.statement.id: r for r in records}, public)))
    else:
        _out(trace_text(found))


@app.command(epilog="Example: redite due --on 2024-03-31 --format ics > deadlines.ics")
def due(
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help="The day asked about, YYYY-MM-DD.")
    ] = None,
    format: Annotated[DueFormat, typer.Option("--format")] = DueFormat.TEXT,
    ledger: Ledger = LEDGER,
    quiet: Quiet = False,
) -> None:
    """List announced dates: open, met, moved, missed, or not heard of again.

    As they stand on one day; without --on, the last day on record.
    """
    from redite.exports.due import due_calendar, due_object, due_text
    from redite.exports.jsonl import dumps
    from redite.stages import briefs, deadlines

    asked = _day(on, "--on")
    with _settled(ledger, quiet) as store:
        records = _records(store)
    day = asked or briefs.last_day(records) or _now().date()
    found = deadlines.follow(records, day)
    if format is DueFormat.JSON:
        _out(dumps(due_object(found)))
    elif format is DueFormat.ICS:
        _out(due_calendar(found))
    else:
        _out(due_text(found, {record.statement.id: record for record in records}, day))


@app.command(epilog="Example: redite verify --ledger redite.db")
def verify(ledger: Ledger = LEDGER, quiet: Quiet = False) -> None:
    """Check that every stored text is intact and every span still matches its words."""
    from redite.store import open_store
    from redite.verify import verify as mismatches

    found = 0
    with _closing(open_store(ledger, create=False)) as store:
        for mismatch in mismatches(store):
            found += 1
            _say(f"mismatch: {mismatch}")
        checked = sum(1 for _ in store.statements())
    if found:
        _say(f"{found} mismatches; restore the ledger from a backup")
        raise typer.Exit(1)
    if not quiet:
        _say(f"{checked} statements match their texts")


# --- what the commands share --------------------------------------------------------------------


def _now() -> datetime:
    return datetime.now(UTC)


def _found(sources: Sequence[str]) -> Iterator[Document | Rejection]:
    from redite import intake

    # Clocks and time zones differ by a day; a date further ahead is a mistake of the input.
    limits = intake.Limits(latest=_now() + timedelta(days=2))
    fetcher: Fetcher | None = None
    if any(source.startswith(("http://", "https://")) for source in sources):
        from redite.intake.fetch import HttpFetcher

        fetcher = HttpFetcher()
    for source in sources:
        yield from intake.read(source, fetcher, limits)


@contextmanager
def _closing(store: Store) -> Iterator[Store]:
    try:
        yield store
    finally:
        store.close()


@contextmanager
def _settled(ledger: str, quiet: bool) -> Iterator[Store]:
    """Open a ledger for reading; judge first what a killed or running `ingest` has not."""
    from redite import pipeline
    from redite.store import open_store

    with _closing(open_store(ledger, create=False)) as store:
        if pipeline.unsettled(store):
            if not quiet:
                _say("judging what no run has judged yet …")
            pipeline.settle(store, _now)
        yield store


def _records(store: Store, *, all_versions: bool = False) -> list[Record]:
    from redite import records

    return list(records.load(store, all_versions=all_versions))


def _day(text: str | None, option: str) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"{option} {text!r} is not a date; write it as 2024-03-31") from None


@contextmanager
def _progress(quiet: bool) -> Iterator[Callable[[str], None]]:
    """Show how far a long run is: on a terminal only, and not at all when quiet."""
    if quiet or not sys.stderr.isatty():
        yield lambda message: None
        return
    from rich.console import Console

    with Console(stderr=True).status("starting") as status:
        yield status.update


def _summary(fates: Counter[pipeline.Fate], statements: int, store: Store) -> str:
    """Return the counts of a run and of the ledger; each adds up."""
    run = ", ".join(f"{count} {fate}" for fate, count in sorted(fates.items())) or "nothing"
    outcomes = Counter(standing.outcome.value for standing in _standings(store))
    rejected = sum(1 for _ in store.rejections())
    total = outcomes.total() + rejected
    ledger = ", ".join(f"{count} {outcome}" for outcome, count in sorted(outcomes.items()))
    return (
        f"this run: {fates.total()} items: {run}; {statements} statements\n"
        f"on record: {total} items: {ledger or 'none'}, {rejected} rejected"
    )


def _standings(store: Store) -> Iterator[Standing]:
    for decided in store.standings().values():
        assert isinstance(decided.decision, Standing)
        yield decided.decision


def _colour() -> bool:
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ


def _say(message: str) -> None:
    from redite.exports.shown import harmless

    print(harmless(message), file=sys.stderr)


def _out(text: str) -> None:
    sys.stdout.write(text if text.endswith("\n") else text + "\n")


# --- entry --------------------------------------------------------------------------------------


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status; no error reaches the user as a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        status = app(
            args=list(sys.argv[1:] if arguments is None else arguments), standalone_mode=False
        )
        sys.stdout.flush()
    except TyperException as error:
        message = " ".join(error.format_message().split())
        _say(f"redite: {message} (redite --help lists what there is)")
        return 2
    except RediteError as error:
        _say(f"redite: {error}")
        return 2
    except (KeyboardInterrupt, typer.Abort):
        status = INTERRUPTED
    except BrokenPipeError:
        # The reader of our output went away ("| head"): nothing is wrong, and nothing to say.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        if error.errno != errno.ENOSPC:
            return _unexpected(error)
        _say("redite: no space left on the device; free some and run the same command again")
        return 2
    except Exception as error:
        return _unexpected(error)
    if status == INTERRUPTED:  # typer, too, turns Ctrl-C into this status, and says nothing
        _say("redite: interrupted; what was taken in is kept, run the same command to go on")
    return status if isinstance(status, int) else 0


def _unexpected(error: Exception) -> int:
    if "REDITE_DEBUG" in os.environ:
        traceback.print_exception(error)
    _say(
        f"redite: something went wrong inside redite ({type(error).__name__}: {error}); "
        "please report it with what REDITE_DEBUG=1 prints"
    )
    return 2


def run() -> None:
    """Console script."""
    sys.exit(main())
