"""Corrections of statements: each is written down with who and when, shows at once, and can go."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.responses import Response

from redite import corrections as correcting
from redite.corrections import Kind
from redite.desk import words
from redite.desk.asked import day_of, desk_of, page_of, record_of
from redite.desk.forms import Form, back, decide, done, overtaken, text_of
from redite.desk.pages import author, page
from redite.desk.searching import statement_id
from redite.desk.snapshot import Snapshot
from redite.stages.estimates import CAME_ABOUT
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


@routes.post("/statements/{statement}/came-about")
def came_about(request: Request, statement: str, form: Form) -> Response:
    """Say whether what a statement called likely came about."""
    desk = desk_of(request)
    record = record_of(desk.now, statement)
    answer = text_of(form, "answer")
    if answer not in ("yes", "no"):
        raise HTTPException(400, "say yes or no")
    day = day_of(text_of(form, "on"))
    with desk.deciding:
        if (met := overtaken(request, form, CAME_ABOUT, statement)) is not None:
            return met
        desk.resolve(record, answer == "yes", author(request), day)
    return back(form, done(request, CAME_ABOUT))


@routes.post("/statements/{statement}/{what}")
def correct(request: Request, statement: str, what: str, form: Form) -> Response:
    """Correct one statement."""
    kind, subject, payload = _asked(desk_of(request).now, statement, what, form)
    if (met := decide(request, form, kind, subject, payload)) is not None:
        return met
    return back(form, done(request, kind))


def _asked(
    snapshot: Snapshot, statement: str, what: str, form: FormData
) -> tuple[Kind, str, dict[str, str]]:
    record = record_of(snapshot, statement)
    label = record.judgement.verdict.label.value
    if what == "verdict":
        return Kind.VERDICT, statement, {"label": text_of(form, "label"), "said": label}
    if what == "confirm":
        return Kind.CONFIRM, statement, {"label": label}
    if what == "dismiss":
        return Kind.DISMISS, statement, {}
    if what == "note":
        return Kind.NOTE, statement, {"text": text_of(form, "text")}
    which = text_of(form, "what")
    if what == "split" and which in _SPLITS:
        return _SPLITS[which], statement, {}
    if what == "merge" and which in _MERGES:
        given = text_of(form, "picked") or text_of(form, "other")
        other = record_of(snapshot, statement_id(given))
        return _MERGES[which], _id(record, which), {"into": _id(other, which)}
    raise HTTPException(404, f"a statement cannot be corrected by {what[:40]!r}")


def _id(record: Record, which: str) -> str:
    judgement = record.judgement
    return {
        "speaker": judgement.speaker.id,
        "utterance": judgement.utterance,
        "claim": judgement.claim,
    }[which]


@routes.post("/corrections/undo-last")
def undo_last(request: Request, form: Form) -> Response:
    """Take back the reader's own latest correction that still holds."""
    desk = desk_of(request)
    who = author(request)
    say = words.translations(words.language_of(request)).gettext
    with desk.deciding:
        own = [c for c in correcting.standing(desk.watch.renew().corrections) if c.who == who]
        if not own:
            return back(form, say("You have no correction to take back."))
        desk.correct(Kind.UNDO, own[-1].id, {}, who)
    return back(form, _taken_back(request, own[-1].kind))


@routes.post("/corrections/{correction}/undo")
def undo(request: Request, correction: str, form: Form) -> Response:
    """Take back one correction; taking back an undoing restores what it took back."""
    desk = desk_of(request)
    with desk.deciding:
        known = desk.watch.renew().corrections
        found = next((c for c in known if c.id == correction), None)
        if found is None:
            raise HTTPException(404, "no such correction on record")
        if found.undone_by is not None:
            say = words.translations(words.language_of(request)).gettext
            return back(form, say("Somebody has taken it back already."))
        desk.correct(Kind.UNDO, correction, {}, author(request))
    return back(form, _taken_back(request, found.kind))


def _taken_back(request: Request, kind: str) -> str:
    say = words.translations(words.language_of(request)).gettext
    taken_back, did = say("Taken back"), words.CORRECTED.get(kind, kind)
    return f"{taken_back}: {say(did)}"


@routes.get("/corrections")
def audit(request: Request) -> Response:
    """Everything that people decided, the latest first."""
    number = page_of(request)
    everything = tuple(reversed(desk_of(request).now.corrections))
    return page(
        request,
        "audit.html.j2",
        corrections=everything[(number - 1) * PAGE : number * PAGE],
        total=len(everything),
        number=number,
        more=len(everything) > number * PAGE,
    )
