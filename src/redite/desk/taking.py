"""Take in from the desk: files, a pasted text or an address; and what became of each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from urllib.parse import quote

from fastapi import APIRouter, Request
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from redite import intake
from redite.desk import words
from redite.desk.asked import day_of, desk_of
from redite.desk.desk import Desk
from redite.desk.forms import Form, back, text_of
from redite.desk.pages import page
from redite.desk.work import midnight
from redite.errors import UsageError
from redite.exports.shown import one_line
from redite.intake.admit import admit
from redite.values import Document, Rejection

routes = APIRouter(include_in_schema=False)
LONGEST = 1_000_000
"""Code points of a pasted text."""


@routes.get("/take-in")
def form(request: Request) -> Response:
    """Where files, texts and addresses are brought, and what was brought before."""
    desk = desk_of(request)
    return page(
        request,
        "take_in.html.j2",
        jobs=desk.jobs.brought[::-1],
    )


@routes.post("/take-in")
def take_in(request: Request, given: Form) -> Response:
    """Put what was brought into the queue."""
    desk = desk_of(request)
    files = [f for f in given.getlist("files") if isinstance(f, UploadFile) and f.filename]
    address, text = text_of(given, "address").strip(), text_of(given, "text")
    if files:
        brought = [(one_line(f.filename or "?")[:200], f.file.read()) for f in files]
        name = brought[0][0] if len(brought) == 1 else f"{brought[0][0]} + {len(brought) - 1}"
        job = desk.jobs.add(name, read_all(desk, brought))
    elif address:
        job = desk.jobs.add(one_line(address)[:200], fetched(desk, address))
    elif text.strip():
        job = desk.jobs.add(_first_words(text), [pasted(desk, given, text)])
    else:
        raise UsageError("nothing was brought: choose a file, paste a text, or give an address")
    return RedirectResponse(f"/take-in/{job.number}", 303)


@routes.get("/take-in/{number}")
def outcome(request: Request, number: int) -> Response:
    """What became of each item brought."""
    job = desk_of(request).jobs.jobs.get(number)
    if job is None:
        raise HTTPException(404, "no such job since the desk was opened")
    part = "part" in request.query_params
    return page(request, "job_part.html.j2" if part else "job.html.j2", job=job)


@routes.post("/settings")
def settings(given: Form) -> Response:
    """Remember under which name the reader corrects, and in which language he or she reads."""
    answer = back(given, "")
    who = one_line(text_of(given, "who"))[:80]
    for name, value in (("who", quote(who)), ("lang", text_of(given, "lang"))):
        if value and (name != "lang" or value in words.LANGUAGES):
            answer.set_cookie(name, value, max_age=31_536_000, samesite="strict", httponly=True)
    return answer


def limits(desk: Desk) -> intake.Limits:
    """Return how much is read of what was brought, and which dates are believed."""
    return intake.Limits(archive_bytes=1 << 30, latest=desk.clock() + timedelta(days=2))


def read_all(desk: Desk, brought: list[tuple[str, bytes]]) -> Iterator[Document | Rejection]:
    """Yield what files hold."""
    for name, data in brought:
        yield from intake.read_bytes(data, name, limits(desk))


def fetched(desk: Desk, address: str) -> Iterator[Document | Rejection]:
    """Yield what an address serves. Nothing but an address on the web is read: no path."""
    if not address.lower().startswith(("http://", "https://")):
        yield Rejection(address[:200], "not an address: it must begin with http:// or https://")
        return
    yield from intake.read(address, None, limits(desk))


def pasted(desk: Desk, given: FormData, text: str) -> Document | Rejection:
    """Return a pasted text as an article."""
    fields = {
        name: one_line(text_of(given, name))[:500] or None
        for name in ("title", "publisher", "url", "language", "published")
    }
    if len(text) > LONGEST:
        return Rejection("pasted text", f"longer than the {LONGEST} characters that are taken")
    try:
        day = day_of(fields["published"] or "")
    except UsageError as error:
        return Rejection("pasted text", str(error))
    document = Document(
        text=text,
        origin="pasted text",
        url=fields["url"],
        publisher=fields["publisher"],
        language=fields["language"],
        title=fields["title"],
        published=midnight(day),
    )
    return admit(document, limits(desk))


def _first_words(text: str) -> str:
    return one_line(text[:300])[:60] + " …"
