"""The command `brief`."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from redite.commands.app import app
from redite.commands.ledgers import load_records, settled
from redite.commands.options import LEDGER, Ledger, LensName, Quiet, Since, Until, parse_days
from redite.commands.output import out
from redite.errors import UsageError
from redite.values import Record

if TYPE_CHECKING:
    from redite.interfaces import Store
    from redite.lenses import Lens
    from redite.stages.briefs import Beside
    from redite.timing.events import Event


class BriefFormat(StrEnum):
    """Formats of a brief."""

    MD = "md"
    HTML = "html"
    JSON = "json"


class BriefLanguage(StrEnum):
    """Languages that a brief is written in."""

    EN = "en"
    FR = "fr"
    UK = "uk"


@app.command(epilog="Example: redite brief --since 2024-03-01 --until 2024-03-07 --format html")
def brief(
    since: Since = None,
    until: Until = None,
    lens: LensName = None,
    calendar: Annotated[
        list[str] | None,
        typer.Option(metavar="FILE", help="Events to hold a lens against: iCalendar or CSV."),
    ] = None,
    language: Annotated[
        BriefLanguage, typer.Option("--language", help="What to write it in.")
    ] = BriefLanguage.EN,
    full: Annotated[bool, typer.Option("--full", help="Fold nothing, however long.")] = False,
    format: Annotated[BriefFormat, typer.Option("--format")] = BriefFormat.MD,
    ledger: Ledger = LEDGER,
    quiet: Quiet = False,
) -> None:
    """Tell what is new, what changed and what only repeats.

    Every sentence cites its evidence. Without dates: the last day on record. A calendar needs a
    lens.
    """
    from redite import lenses
    from redite.exports.brief_html import brief_html
    from redite.exports.brief_json import brief_object
    from redite.exports.brief_markdown import brief_markdown
    from redite.exports.jsonl import dumps
    from redite.intake.calendars import read_calendar
    from redite.stages import briefs

    first, last = parse_days(since, until)
    if calendar and not lens:
        raise UsageError("--calendar needs --lens: which subject is to be held against the events?")
    subject = lenses.load(lens) if lens else None
    events = tuple(event for path in calendar or () for event in read_calendar(path))
    with settled(ledger, quiet) as store:
        everything = load_records(store, all_versions=True)
        records = [record for record in everything if record.standing.superseded_by is None]
        if first is None and last is None:
            first = last = briefs.last_day(records)
        beside = _beside(store, everything, records, subject, events, first, last)
    by_id = {record.statement.id: record for record in records}
    chosen = lenses.utterances(subject, records) if subject else records
    written = briefs.write(
        chosen, by_id, first, last, language=language.value, full=full, beside=beside
    )
    cited = {record.statement.id: record for record in everything}
    if format is BriefFormat.JSON:
        out(dumps(brief_object(written)))
    elif format is BriefFormat.HTML:
        out(brief_html(written, cited))
    else:
        out(brief_markdown(written, cited))


def _beside(
    store: Store,
    everything: list[Record],
    records: list[Record],
    subject: Lens | None,
    events: tuple[Event, ...],
    since: date | None,
    until: date | None,
) -> Beside:
    """Return what there is to tell beside the sayings, read from the ledger where need be."""
    from redite import lenses
    from redite.briefing.corrected import Edits
    from redite.stages import briefs, damage, deadlines
    from redite.timing import events as dated
    from redite.timing import why

    day = until or briefs.last_day(records)
    if day is None or not records:
        return briefs.Beside(lens=subject.name if subject else None)
    announced = deadlines.follow(records, day)
    chosen = records
    old = [record for record in everything if record.standing.superseded_by is not None]
    if subject is not None:
        announced = tuple(one for one in announced if lenses.take_in(subject, one.records))
        chosen = lenses.utterances(subject, records)
        old = lenses.take_in(subject, old)
    name = subject.name if subject else None
    known = dated.merged(events)
    if subject is not None and not known:
        known = dated.announced(announced, records[0].article.published.date(), day)
    keys = dict.fromkeys(record.standing.superseded_by or "" for record in old)
    latest = {key: article for key in keys if (article := store.article(key)) is not None}
    return briefs.Beside(
        announced=announced,
        why=why.consider(chosen, name, known, since, day, why.covered_since(records, day)),
        edits=Edits(tuple(old), latest),
        flags=damage.flags(everything),
        lens=name,
    )
