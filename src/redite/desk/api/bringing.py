"""Take in from a program: an article or an address, and what became of it."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, HTTPException, Path, Request
from pydantic import BaseModel, ConfigDict, Field

from redite.desk import work
from redite.desk.api.answers import Answer, only_json, problem, sent
from redite.desk.asked import desk_of
from redite.desk.jobs import Job
from redite.desk.taking import fetched, limits
from redite.errors import UsageError
from redite.intake.admit import admit
from redite.values import Document

routes = APIRouter()


class Bringing(BaseModel):
    """An article, or an address, to take in."""

    model_config = ConfigDict(extra="forbid")

    text: str | None = Field(None, max_length=1_000_000)
    address: str | None = Field(None, max_length=2000)
    id: str | None = Field(None, max_length=500)
    title: str | None = Field(None, max_length=1000)
    publisher: str | None = Field(None, max_length=500)
    url: str | None = Field(None, max_length=2000)
    language: str | None = Field(None, max_length=35)
    published: date | None = None


@routes.post("/take-in", status_code=202, responses=problem("Nothing was brought."))
def take_in(request: Request, given: Bringing) -> Answer:
    """Put an article or an address into the queue; `/api/jobs/{number}` tells how it goes."""
    only_json(request)
    desk = desk_of(request)
    if given.address:
        job = desk.jobs.add(given.address[:200], fetched(desk, given.address))
    elif given.text and given.text.strip():
        document = Document(
            text=given.text,
            origin="api",
            id=given.id,
            url=given.url,
            publisher=given.publisher,
            language=given.language,
            title=given.title,
            published=work.midnight(given.published),
        )
        job = desk.jobs.add(given.title or "a text", [admit(document, limits(desk))])
    else:
        raise UsageError("give a text or an address")
    return job_object(job)


@routes.get("/jobs")
def jobs(request: Request) -> Answer:
    """What was brought since the desk was opened, the latest first, without its items."""
    found = [job_object(job) for job in reversed(desk_of(request).jobs.brought)]
    for each in found:
        del each["items"]
    return sent(request, {"jobs": found})


@routes.get("/jobs/{number}", responses=problem("No such job."))
def job(request: Request, number: Annotated[int, Path(ge=1, le=1_000_000_000)]) -> Answer:
    """How far a take-in is, and what became of each item."""
    found = desk_of(request).jobs.jobs.get(number)
    if found is None:
        raise HTTPException(404, "no such job since the desk was opened")
    return sent(request, job_object(found))


def job_object(job: Job) -> Answer:
    """Return a job for programs."""
    return {
        "number": job.number,
        "name": job.name,
        "state": job.state,
        "problem": job.problem or None,
        "statements": job.statements,
        "fates": dict(job.fates),
        "items": [
            {"origin": t.origin, "key": t.key, "fate": t.fate.value, "reason": t.reason}
            for t in job.taken
        ],
    }
