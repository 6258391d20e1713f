"""What people decided: listed, and written down for a program."""

from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter, HTTPException, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from redite import corrections as correcting
from redite.corrections import Kind
from redite.desk import meanwhile
from redite.desk.api import answers
from redite.desk.asked import desk_of, record_of
from redite.desk.desk import Desk
from redite.desk.pages import json
from redite.exports.shown import iso
from redite.interfaces import Correction

routes = APIRouter()


class Correcting(BaseModel):
    """A correction to write down."""

    model_config = ConfigDict(extra="forbid")

    kind: Kind
    subject: str = Field(max_length=200)
    payload: dict[str, str] = Field(default_factory=dict, max_length=8)
    who: str = Field(min_length=1, max_length=80)
    seen: str | None = Field(
        None,
        max_length=200,
        description="The latest correction that you know of, or - for none. Where the subject has"
        " been corrected since, nothing is written.",
    )


@routes.get("/corrections", response_model=answers.Listed)
def corrections(
    request: Request, subject: answers.Words = "", page: answers.Page = 1, limit: answers.Limit = 50
) -> Response:
    """What people decided, or decided about one `subject`, the latest first."""
    known = reversed(desk_of(request).now.corrections)
    found = [each for each in known if subject in ("", each.subject)]
    items = [correction_object(c) for c in found[(page - 1) * limit : page * limit]]
    further = None
    if len(found) > page * limit:
        query = {"subject": subject, "page": str(page + 1), "limit": str(limit)}
        further = f"/api/corrections?{urlencode({k: v for k, v in query.items() if v})}"
    return json(request, answers.listed(len(found), items, further))


_OVERTAKEN: dict[int | str, dict[str, Any]] = {
    409: {"description": "Somebody has corrected the subject since."}
}


@routes.post(
    "/corrections", status_code=201, responses=answers.problem("No such subject.") | _OVERTAKEN
)
def correct(request: Request, given: Correcting) -> answers.Answer:
    """Write a correction down; taking one back is of the kind `undo`."""
    answers.only_json(request)
    desk = desk_of(request)
    if not _is_known(desk, given):
        raise HTTPException(404, f"nothing on record has the id {given.subject[:80]!r}")
    with desk.deciding:
        if given.seen is not None:
            theirs = meanwhile.since(desk.watch.renew(), given.seen, given.subject)
            if theirs:
                raise HTTPException(409, f"somebody was faster: see the correction {theirs[-1].id}")
        return correction_object(desk.correct(given.kind, given.subject, given.payload, given.who))


class Resolving(BaseModel):
    """What came of something that was called likely."""

    model_config = ConfigDict(extra="forbid")

    came_about: bool
    on: date | None = Field(None, description="When it was known; later is no forecast.")
    who: str = Field(min_length=1, max_length=80)


@routes.post(
    "/statements/{statement}/came-about",
    status_code=201,
    responses=answers.problem("No such statement."),
)
def resolve(request: Request, statement: answers.Id, given: Resolving) -> answers.Answer:
    """Write down whether what a statement called likely came about; undone like the others."""
    answers.only_json(request)
    desk = desk_of(request)
    record = record_of(desk.now, statement)
    with desk.deciding:
        return correction_object(desk.resolve(record, given.came_about, given.who, given.on))


def correction_object(correction: Correction) -> answers.Answer:
    """Return a correction for programs."""
    return {
        "id": correction.id,
        "kind": correction.kind,
        "subject": correction.subject,
        "payload": correcting.payload(correction),
        "who": correction.who,
        "when": iso(correction.when),
        "undone_by": correction.undone_by,
    }


def _is_known(desk: Desk, given: Correcting) -> bool:
    """Say whether the subject of a correction is on record."""
    now = desk.now
    if given.kind is Kind.UNDO:
        return any(correction.id == given.subject for correction in now.corrections)
    groups = (now.of_speaker, now.of_claim, now.of_utterance, now.of_article)
    known = given.subject in now.by_id or any(group(given.subject) for group in groups)
    into = given.payload.get("into")
    if given.kind in correcting.MERGES and into:
        return known and any(group(into) for group in groups)
    if given.kind in (Kind.VERDICT, Kind.CONFIRM, Kind.DISMISS):
        return given.subject in now.by_id
    return known
