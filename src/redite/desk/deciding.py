"""Corrections from the desk: each is written down with who and when, shows at once, and can go.

A form tells which correction of its subject its page knew. Where there is a later one by then,
nothing is written: both are shown, and the reader says again what he or she wants.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Annotated
from urllib.parse import urlencode, urlsplit

from fastapi import APIRouter, Depends, Request
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from redite import corrections as correcting
from redite.corrections import Kind
from redite.desk import words
from redite.desk.desk import Desk
from redite.desk.pages import author, page
from redite.desk.reading import desk_of, record_of, seen
from redite.errors import UsageError
from redite.values import Record

routes = APIRouter(include_in_schema=False)
PAGE = 50

_SPLITS = {
    "speaker": Kind.SPLIT_SPEAKER,
    "utterance": Kind.SPLIT_UTTERANCE,
    "claim": Kind.SPLIT_CLAIM,
}
_MERGES = {
    "speaker": Kind.MERGE_SPEAKERS,
    "utterance": Kind.MERGE_UTTERANCES,
    "claim": Kind.MERGE_CLAIMS,
}


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


def back(form: FormData, told: str) -> RedirectResponse:
    """Return the way to the page that the form stood on, with a word of what was done."""
    given = form.get("back")
    parts = urlsplit(given if isinstance(given, str) else "/")
    path = parts.path if parts.path.startswith("/") and not parts.path.startswith("//") else "/"
    kept = [pair for pair in parts.query.split("&") if pair and not pair.startswith("told=")]
    query = "&".join([*kept, urlencode({"told": told})] if told else kept)
    return RedirectResponse(f"{path}?{query}" if query else path, 303)


def text_of(form: FormData, name: str) -> str:
    """Return one field of a form; empty where it is not there."""
    value = form.get(name)
    return value if isinstance(value, str) else ""


@routes.post("/statements/{statement}/{what}")
def correct(request: Request, statement: str, what: str, form: Form) -> Response:
    """Correct one statement."""
    desk = desk_of(request)
    record = record_of(desk.now, statement)
    kind, subject, payload = _asked(desk, statement, what, form)
    if (met := _overtaken(request, desk, kind, subject, form)) is not None:
        return met
    if kind is Kind.VERDICT:
        payload["said"] = record.judgement.verdict.label.value
    desk.correct(kind, subject, payload, author(request))
    return back(form, _done(request, kind))


def _asked(
    desk: Desk, statement: str, what: str, form: FormData
) -> tuple[Kind, str, dict[str, str]]:
    record = record_of(desk.now, statement)
    if what == "verdict":
        return Kind.VERDICT, statement, {"label": text_of(form, "label")}
    if what == "confirm":
        return Kind.CONFIRM, statement, {"label": record.judgement.verdict.label.value}
    if what == "dismiss":
        return Kind.DISMISS, statement, {}
    if what == "note":
        return Kind.NOTE, statement, {"text": text_of(form, "text")}
    which = text_of(form, "what")
    if what == "split" and which in _SPLITS:
        return _SPLITS[which], statement, {}
    if what == "merge" and which in _MERGES:
        other = record_of(desk.now, text_of(form, "other").strip())
        subject, into = _ids(record, which), _ids(other, which)
        return _MERGES[which], subject, {"into": into}
    raise HTTPException(404, f"a statement cannot be corrected by {what[:40]!r}")


def _ids(record: Record, which: str) -> str:
    judgement = record.judgement
    return {
        "speaker": judgement.speaker.id,
        "utterance": judgement.utterance,
        "claim": judgement.claim,
    }[which]


@routes.post("/speakers/{speaker}/merge")
def merge_speakers(request: Request, speaker: str, form: Form) -> Response:
    """Say that one speaker is another."""
    desk = desk_of(request)
    into = text_of(form, "into").strip().rsplit("/", 1)[-1]
    for each in (speaker, into):
        if not desk.now.of_speaker(each):
            raise UsageError(f"no speaker on record has the id {each[:80]!r}")
    if (met := _overtaken(request, desk, Kind.MERGE_SPEAKERS, speaker, form)) is not None:
        return met
    desk.correct(Kind.MERGE_SPEAKERS, speaker, {"into": into}, author(request))
    query = urlencode({"told": _done(request, Kind.MERGE_SPEAKERS)})
    return RedirectResponse(f"/speakers/{into}?{query}", 303)


@routes.post("/speakers/{speaker}/note")
def note_speaker(request: Request, speaker: str, form: Form) -> Response:
    """Note something about a speaker."""
    desk = desk_of(request)
    if not desk.now.of_speaker(speaker):
        raise HTTPException(404, "no such speaker on record")
    desk.correct(Kind.NOTE, speaker, {"text": text_of(form, "text")}, author(request))
    return back(form, _done(request, Kind.NOTE))


@routes.post("/corrections/undo-last")
def undo_last(request: Request, form: Form) -> Response:
    """Take back the reader's own latest correction that still holds."""
    desk = desk_of(request)
    who = author(request)
    own = [c for c in correcting.standing(desk.now.corrections) if c.who == who]
    say = words.translations(words.language_of(request)).gettext
    if not own:
        return back(form, say("You have no correction to take back."))
    desk.correct(Kind.UNDO, own[-1].id, {}, who)
    done = words.CORRECTED.get(own[-1].kind, own[-1].kind)
    taken_back = say("Taken back")
    return back(form, f"{taken_back}: {say(done)}")


@routes.post("/corrections/{correction}/undo")
def undo(request: Request, correction: str, form: Form) -> Response:
    """Take back one correction; taking back an undoing restores what it took back."""
    desk = desk_of(request)
    found = next((c for c in desk.now.corrections if c.id == correction), None)
    if found is None:
        raise HTTPException(404, "no such correction on record")
    say = words.translations(words.language_of(request)).gettext
    if found.undone_by is not None:
        return back(form, say("Somebody has taken it back already."))
    desk.correct(Kind.UNDO, correction, {}, author(request))
    taken_back, done = say("Taken back"), words.CORRECTED.get(found.kind, found.kind)
    return back(form, f"{taken_back}: {say(done)}")


@routes.get("/corrections")
def audit(request: Request) -> Response:
    """Everything that people decided, the latest first."""
    desk = desk_of(request)
    given = request.query_params.get("page", "1")
    number = max(1, int(given)) if given.isascii() and given.isdigit() and len(given) < 7 else 1
    everything = tuple(reversed(desk.now.corrections))
    return page(
        request,
        "audit.html.j2",
        corrections=everything[(number - 1) * PAGE : number * PAGE],
        total=len(everything),
        number=number,
        more=len(everything) > number * PAGE,
    )


def _overtaken(
    request: Request, desk: Desk, kind: Kind, subject: str, form: FormData
) -> Response | None:
    """Return the page that shows what somebody else decided meanwhile, where somebody did."""
    known = text_of(form, "seen")
    if kind is Kind.NOTE or not known:
        return None
    latest = seen(desk.watch.renew(), subject)
    if known == latest:
        return None
    fields = {
        name: value
        for name, value in form.multi_items()
        if isinstance(value, str) and name not in ("seen", "token")
    }
    theirs = [c for c in reversed(desk.now.corrections) if c.subject == subject]
    return page(
        request,
        "overtaken.html.j2",
        409,
        kind=kind.value,
        theirs=theirs[:5],
        fields=fields | {"seen": latest},
        action=request.url.path,
    )


def _done(request: Request, kind: Kind) -> str:
    say = words.translations(words.language_of(request)).gettext
    recorded, way_back = say("Recorded"), say("The key u takes it back.")
    return f"{recorded}: {say(words.CORRECTED[kind.value])}. {way_back}"
