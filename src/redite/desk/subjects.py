"""The lenses: how much was said of a subject when, and by whom."""

from __future__ import annotations

from collections import Counter

from fastapi import APIRouter, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from redite import lenses
from redite.desk.asked import desk_of
from redite.desk.pages import page
from redite.desk.plots import bars

routes = APIRouter(include_in_schema=False)
LATEST, SPEAKERS = 15, 8


@routes.get("/lenses")
def lens_list(request: Request) -> Response:
    """The lenses that come with redite."""
    return page(request, "lenses.html.j2", lenses=[(n, lenses.load(n)) for n in lenses.shipped()])


@routes.get("/lenses/{name}")
def lens(request: Request, name: str) -> Response:
    """One subject: how much was said when, its bursts, and what they coincide with."""
    if name not in lenses.shipped():
        raise HTTPException(404, f"no lens is called {name[:80]!r}")
    found = desk_of(request).seen(name)
    records = found.records if found else ()
    series = found.series if found else None
    return page(
        request,
        "lens.html.j2",
        name=name,
        lens=lenses.load(name),
        found=found,
        plot=bars(series, found.bursts) if found and series and series.days > 1 else None,
        latest=records[: -LATEST - 1 : -1],
        speakers=Counter(r.judgement.speaker for r in records).most_common(SPEAKERS),
        total=len(records),
    )
