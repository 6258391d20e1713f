"""The whole at a glance: the brief, deadlines, forecasts, lenses."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from fastapi import APIRouter, HTTPException, Request

from redite import lenses
from redite.desk import work
from redite.desk.api.answers import PATIENCE, Answer, Id, Words, problem, sent
from redite.desk.asked import desk_of
from redite.desk.briefing import Asked
from redite.errors import UsageError
from redite.exports.brief_json import brief_object
from redite.exports.due import due_object
from redite.exports.forecasts import forecasts_object

routes = APIRouter()


class Language(StrEnum):
    """What a brief can be written in."""

    EN = "en"
    FR = "fr"
    UK = "uk"


@routes.get("/brief", responses=problem("No such days."))
def brief(
    request: Request,
    since: date | None = None,
    until: date | None = None,
    lens: Words = "",
    language: Language = Language.EN,
) -> Answer:
    """The brief of a period; without days, of the last day on record."""
    desk = desk_of(request)
    if since is None and until is None:
        since = until = desk.now.last_day
    if since and until and since > until:
        raise UsageError("since is later than until; swap them")
    asked = Asked(since, until, lens)
    if (lens and desk.seen(lens, PATIENCE) is None) or desk.why(asked, PATIENCE) is None:
        raise HTTPException(503, "being worked out; ask again soon")
    return sent(request, brief_object(desk.brief(asked, language.value)))


@routes.get("/deadlines")
def deadlines(request: Request) -> Answer:
    """Every announced date, as it stands on the last day on record."""
    due = desk_of(request).watch.wait("due", work.due, PATIENCE)
    if due is None:
        raise HTTPException(503, "being worked out; ask again soon")
    on = due.on.isoformat() if due.on else None
    return sent(request, {"on": on, "deadlines": due_object(due.announced)})


@routes.get("/forecasts")
def forecasts(request: Request) -> Answer:
    """What was called how likely, what came of it, and how well each source judged."""
    found = desk_of(request).watch.wait("likelihoods", work.likelihoods, PATIENCE)
    if found is None:
        raise HTTPException(503, "being worked out; ask again soon")
    return sent(request, forecasts_object(found.series, found.known))


@routes.get("/lenses")
def lens_list(request: Request) -> Answer:
    """The lenses that come with redite."""
    found = [{"name": n, "description": lenses.load(n).description} for n in lenses.shipped()]
    return sent(request, {"lenses": found})


@routes.get("/lenses/{name}", responses=problem("No such lens."))
def lens(request: Request, name: Id) -> Answer:
    """One subject: sayings a day, bursts, and what they coincide with."""
    if name not in lenses.shipped():
        raise HTTPException(404, "no such lens")
    found = desk_of(request).seen(name, PATIENCE)
    if found is None:
        raise HTTPException(503, "being worked out; ask again soon")
    series = found.series
    return sent(
        request,
        {
            "name": name,
            "statements": len(found.records),
            "first": series.first.isoformat() if series else None,
            "utterances": list(series.utterances) if series else [],
            "origins": list(series.origins) if series else [],
            "bursts": [
                {
                    "first": burst.first.isoformat(),
                    "last": burst.last.isoformat(),
                    "utterances": burst.utterances,
                    "usual": round(burst.usual, 2),
                }
                for burst in found.bursts
            ],
            "coincidences": [
                {
                    "event": one.event.name,
                    "days": [day.isoformat() for day in one.event.days],
                    "p": one.p,
                    "corrected": one.corrected,
                    "tries": one.tries,
                }
                for one in found.tries
            ],
        },
    )
