"""Corrections of who is who: speakers merged, names taken from one or given to one."""

from __future__ import annotations

from urllib.parse import quote, urlencode

from fastapi import APIRouter, Request
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from redite.corrections import Kind
from redite.desk.asked import desk_of
from redite.desk.forms import Form, back, decide, done, text_of
from redite.desk.searching import named
from redite.desk.snapshot import Snapshot
from redite.errors import UsageError
from redite.exports.search import who
from redite.stages import corrected

routes = APIRouter(include_in_schema=False)
OFFERED = 5
"""Speakers named where a name may mean several."""


@routes.post("/speakers/{speaker}/merge")
def merge(request: Request, speaker: str, form: Form) -> Response:
    """Say that one speaker is another."""
    snapshot = on_record(request, speaker)
    into = meant(snapshot, text_of(form, "picked") or text_of(form, "into"))
    if (met := decide(request, form, Kind.MERGE_SPEAKERS, speaker, {"into": into})) is not None:
        return met
    query = urlencode({"told": done(request, Kind.MERGE_SPEAKERS)})
    return RedirectResponse(f"/speakers/{quote(into, safe='')}?{query}", 303)


@routes.post("/speakers/{speaker}/part")
def part(request: Request, speaker: str, form: Form) -> Response:
    """Say that some names of a speaker are somebody else's."""
    snapshot = on_record(request, speaker)
    own = corrected.names_of(speaker, snapshot.of_speaker(speaker))
    wanted = {name for name in form.getlist("name") if isinstance(name, str)}
    names = [name for name in own if name in wanted]
    if not names:
        raise UsageError("choose which names are somebody else's")
    if len(names) == len(own):
        raise UsageError("these are all the names of this speaker: nobody would be left")
    payload = corrected.parting(names)
    if (met := decide(request, form, Kind.PART_NAMES, speaker, payload)) is not None:
        return met
    return back(form, done(request, Kind.PART_NAMES))


@routes.post("/speakers/{speaker}/alias")
def alias(request: Request, speaker: str, form: Form) -> Response:
    """Say that a name stands for a speaker, wherever it is met."""
    snapshot = on_record(request, speaker)
    name = " ".join(text_of(form, "name").split())
    if not name:
        raise UsageError("an alias needs words")
    payload = corrected.naming(speaker, name, snapshot.of_speaker(speaker))
    if (met := decide(request, form, Kind.ALIAS, speaker, payload)) is not None:
        return met
    return back(form, done(request, Kind.ALIAS))


@routes.post("/speakers/{speaker}/note")
def note(request: Request, speaker: str, form: Form) -> Response:
    """Note something about a speaker."""
    on_record(request, speaker)
    decide(request, form, Kind.NOTE, speaker, {"text": text_of(form, "text")})
    return back(form, done(request, Kind.NOTE))


def on_record(request: Request, speaker: str) -> Snapshot:
    """Return what is on record now; raises the error of a page not there without the speaker."""
    snapshot = desk_of(request).now
    if not snapshot.of_speaker(speaker):
        raise HTTPException(404, f"no speaker on record has the id {speaker[:80]!r}")
    return snapshot


def meant(snapshot: Snapshot, text: str) -> str:
    """Return the id of the speaker meant by an id, the address of a page, or a name.

    Raises:
        UsageError: nobody is meant, or several are.
    """
    id = text.strip().split("?")[0].rstrip("/").rsplit("/", 1)[-1]
    if snapshot.of_speaker(id):
        return id
    found = named(snapshot, text, OFFERED)
    if len(found) == 1:
        return found[0]
    if not found:
        raise UsageError(f"no speaker on record has the id or the name {text[:80]!r}")
    listed = ", ".join(f"{who(snapshot.of_speaker(one)[0])} ({one})" for one in found)
    raise UsageError(f"{text[:80]!r} may be {listed}: choose one")
