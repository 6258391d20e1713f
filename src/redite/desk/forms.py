"""What every form of the desk shares: who sent it, where it leads, and whether it came too late.

A form tells which corrections its page knew (see `meanwhile`). Where there is a later one of its
subject, nothing is written: both are shown, and the reader says again what he or she wants.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from typing import Annotated
from urllib.parse import urlencode, urlsplit

from fastapi import Depends, Request
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from redite.corrections import Kind
from redite.desk import meanwhile, words
from redite.desk.asked import desk_of
from redite.desk.pages import author, page

THEIRS = 5
"""Decisions of others that are shown to who came too late."""


async def form_of(request: Request) -> AsyncIterator[FormData]:
    """Give the form that a page of this desk sent; refuses one from elsewhere."""
    async with request.form(max_files=200, max_fields=100, max_part_size=32 << 20) as form:
        _check(request, form)
        yield form


def _check(request: Request, form: FormData) -> None:
    token = request.headers.get("x-redite-token") or form.get("token")
    if not desk_of(request).token.is_given(token if isinstance(token, str) else None):
        raise HTTPException(403, "this form is not of this desk, or of an earlier start: reload")


Form = Annotated[FormData, Depends(form_of)]
"""The form that a request brings; the rest of its handler may wait for the ledger."""


def text_of(form: FormData, name: str) -> str:
    """Return one field of a form; empty where it is not there."""
    value = form.get(name)
    return value if isinstance(value, str) else ""


def back(form: FormData, told: str) -> RedirectResponse:
    """Return the way to the page that the form stood on, with a word of what was done."""
    parts = urlsplit(text_of(form, "back") or "/")
    path = parts.path if parts.path.startswith("/") and not parts.path.startswith("//") else "/"
    kept = [pair for pair in parts.query.split("&") if pair and not pair.startswith("told=")]
    query = "&".join([*kept, urlencode({"told": told})] if told else kept)
    return RedirectResponse(f"{path}?{query}" if query else path, 303)


def done(request: Request, kind: str) -> str:
    """Return the word that a correction was written down."""
    say = words.translations(words.language_of(request)).gettext
    recorded, way_back = say("Recorded"), say("The key u takes it back.")
    return f"{recorded}: {say(words.CORRECTED[kind])}. {way_back}"


def decide(
    request: Request, form: FormData, kind: Kind, subject: str, payload: Mapping[str, str]
) -> Response | None:
    """Write a correction down, unless somebody was faster: then return what to show instead."""
    desk = desk_of(request)
    with desk.deciding:
        if (met := overtaken(request, form, kind, subject)) is not None:
            return met
        desk.correct(kind, subject, payload, author(request))
    return None


def overtaken(request: Request, form: FormData, kind: str, subject: str) -> Response | None:
    """Return the page that shows what somebody else decided meanwhile, where somebody did.

    Hold `Desk.deciding` from here until the correction is written. Notes stand side by side.
    """
    desk = desk_of(request)
    known = text_of(form, "seen")
    if kind == Kind.NOTE or not known:
        return None
    now = desk.watch.renew()
    theirs = meanwhile.since(now, known, subject)
    if not theirs:
        return None
    fields = [
        (name, value)
        for name, value in form.multi_items()
        if isinstance(value, str) and name not in ("seen", "token")
    ]
    return page(
        request,
        "overtaken.html.j2",
        409,
        kind=kind,
        theirs=theirs[: -THEIRS - 1 : -1],
        wanted=dict(fields),
        fields=[*fields, ("seen", meanwhile.latest(now))],
        action=request.url.path,
    )
