"""Statements as a table for spreadsheets, in which no cell is ever taken for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from fastapi import APIRouter, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response, StreamingResponse

from redite.desk import filters as filtering
from redite.desk.asked import desk_of
from redite.desk.filters import Filters
from redite.exports.search import who
from redite.exports.shown import iso, one_line
from redite.reports import outlet
from redite.values import Record

routes = APIRouter(include_in_schema=False)
PATIENCE = 20.0
"""Seconds for which a table waits for a lens to be looked through."""
COLUMNS = (
    "id",
    "published",
    "outlet",
    "language",
    "speaker",
    "via",
    "verdict",
    "unsure",
    "by",
    "act",
    "said_on",
    "due",
    "likelihood",
    "content",
    "title",
    "url",
    "claim",
    "utterance",
)
# A cell that begins so may be taken for a formula (OWASP, CSV injection); tabs and line ends are
# folded before.
_BEGINS_FORMULA = tuple("=+-@|%\t\r\uff1d\uff0b\uff0d\uff20")


@routes.get("/export.csv")
def table(request: Request) -> Response:
    """The statements that the filters of the stream leave, in ledger order."""
    desk = desk_of(request)
    snapshot = desk.now
    filters = Filters.of(request.query_params)
    taken = desk.taken_by(snapshot, filters.lens, PATIENCE)
    if taken is None:
        raise HTTPException(503, "being worked out; ask again soon")
    rows = filtering.rows(snapshot, filters, taken=taken)
    records = (snapshot.all[int(at)] for at in rows.nonzero()[0])
    headers = {"content-disposition": 'attachment; filename="statements.csv"'}
    return StreamingResponse(lines(records), media_type="text/csv; charset=utf-8", headers=headers)


def lines(records: Iterable[Record]) -> Iterator[str]:
    """Yield the table line by line, its header first."""
    yield "\ufeff" + _line(COLUMNS)
    for record in records:
        yield _line([guarded(cell) for cell in _cells(record)])


def guarded(cell: str) -> str:
    """Return `cell` on one line and, where a spreadsheet might calculate it, behind an apostrophe.

    >>> guarded('=HYPERLINK("http://example.com")')
    '\\'=HYPERLINK("http://example.com")'
    """
    flat = one_line(cell)
    return f"'{flat}" if flat.startswith(_BEGINS_FORMULA) else flat


def _cells(record: Record) -> Iterator[str]:
    article, statement, judgement = record.article, record.statement, record.judgement
    said, estimate = statement.said_on, statement.estimate
    yield statement.id
    yield iso(article.published) if article.dated else ""
    yield outlet(article) or ""
    yield article.language or ""
    yield who(record)
    yield " < ".join(via.name or "" for via in judgement.via)
    yield judgement.verdict.label.value
    yield "yes" if judgement.verdict.unsure else ""
    yield record.by
    yield statement.act.value if statement.act else ""
    yield said.start.isoformat() if said and said.start and said.start == said.end else ""
    yield statement.deadline.due.isoformat() if statement.deadline else ""
    yield estimate.term.value if estimate else ""
    yield record.content
    yield article.title or ""
    yield article.url or ""
    yield judgement.claim
    yield judgement.utterance


def _line(cells: Iterable[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue()
