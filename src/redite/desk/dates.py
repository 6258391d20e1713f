"""The deadlines board: announced dates, by what became of them."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from redite.desk import work
from redite.desk.asked import asked, desk_of
from redite.desk.pages import page
from redite.errors import UsageError
from redite.exports.due import due_calendar
from redite.stages.deadlines import Status

routes = APIRouter(include_in_schema=False)
COLUMNS = (Status.OPEN, Status.MOVED, Status.MISSED, Status.MET, Status.UNKNOWN)
SHOWN, ALONE = 25, 200
"""Dates in a column, beside the others and alone."""


@routes.get("/deadlines")
def board(request: Request) -> Response:
    """The announced dates, by what became of them."""
    desk = desk_of(request)
    due = desk.watch.wait("due", work.due, desk.patience)
    status = asked(request, "status")
    if status and status not in set(Status):
        raise UsageError(f"no status is called {status!r}")
    columns = {
        each: [a for a in due.announced if a.status is each] if due else []
        for each in COLUMNS
        if not status or each == status
    }
    most = ALONE if status else SHOWN
    return page(
        request,
        "deadlines.html.j2",
        on=due.on if due else None,
        pending=due is None,
        columns={name: found[:most] for name, found in columns.items()},
        sizes={name: len(found) for name, found in columns.items()},
        known=desk.now.by_id,
        chosen=status,
    )


@routes.get("/deadlines.ics")
def calendar(request: Request) -> Response:
    """The announced dates for a calendar."""
    due = desk_of(request).watch.wait("due", work.due, 30)
    text = due_calendar(due.announced if due else ())
    headers = {"content-disposition": 'attachment; filename="deadlines.ics"'}
    return Response(text, media_type="text/calendar; charset=utf-8", headers=headers)
