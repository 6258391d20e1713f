"""Everything on the desk for programs: JSON under `/api`, described by `/api/openapi.json`.

Statements have the form of the export. Lists come in pages: `next` is the address of the next one,
null at the end. Answers bear an ETag. What changes something takes JSON and nothing else, which no
page of another site can send.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Path, Query, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from redite import corrections as correcting
from redite import lenses
from redite.corrections import Kind
from redite.desk import filters as filtering
from redite.desk import work
from redite.desk.desk import Desk
from redite.desk.filters import MOST, Filters
from redite.desk.jobs import Job
from redite.desk.pages import json
from redite.desk.reading import article_of, desk_of, record_of
from redite.desk.safety import came_by_form
from redite.desk.taking import fetched, limits
from redite.errors import UsageError
from redite.exports.brief_json import brief_object
from redite.exports.due import due_object
from redite.exports.jsonl import article_line, statement_line
from redite.exports.search import search_object
from redite.exports.shown import iso
from redite.exports.trace import trace_object
from redite.intake.admit import admit
from redite.interfaces import Correction
from redite.trace import trace
from redite.values import Act, Document, Label, Record

routes = APIRouter(prefix="/api", tags=["redite"])

Id = Annotated[str, Path(max_length=200)]
Words = Annotated[str, Query(max_length=200)]
Page = Annotated[int, Query(ge=1, le=10_000)]
Limit = Annotated[int, Query(ge=1, le=MOST, description="How many at most.")]
PATIENCE = 20.0

Answer = dict[str, Any]


class Listed(BaseModel):
    """A page of a list."""

    total: int
    items: list[Answer]
    next: str | None = Field(description="Address of the next page; null at the end.")


class Correcting(BaseModel):
    """A correction to write down."""

    model_config = ConfigDict(extra="forbid")

    kind: Kind
    subject: str = Field(max_length=200)
    payload: dict[str, str] = Field(default_factory=dict, max_length=8)
    who: str = Field(min_length=1, max_length=80)


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


def _problem(detail: str) -> dict[int | str, dict[str, Any]]:
    return {404: {"description": detail}, 400: {"description": "The request makes no sense."}}


@routes.get("/statements", response_model=Listed, responses=_problem("No such statement."))
def statements(
    request: Request,
    verdict: Label | None = None,
    act: Act | None = None,
    speaker: Words = "",
    language: Words = "",
    outlet: Words = "",
    lens: Words = "",
    since: date | None = None,
    until: date | None = None,
    unsure: bool = False,
    before: Annotated[str, Query(max_length=200, description="Older than this one.")] = "",
    limit: Limit = 50,
) -> Response:
    """Statements, the newest first, narrowed by any of the filters."""
    desk = desk_of(request)
    filters = Filters(
        verdict=verdict.value if verdict else "",
        act=act.value if act else "",
        speaker=speaker,
        language=language,
        outlet=outlet,
        lens=lens,
        since=since.isoformat() if since else "",
        until=until.isoformat() if until else "",
        unsure="1" if unsure else "",
    )
    chosen = filtering.rows(desk.now, filters, taken=desk.taken_by(filters.lens))
    shown = filtering.page(desk.now, chosen, before, limit)
    further = None
    if shown.older:
        further = filters.address("/api/statements", before=shown.older, limit=str(limit))
    return json(request, _listed(shown.total, _lines(desk, shown.records), further))


@routes.get("/statements/{statement}", responses=_problem("No such statement."))
def statement(request: Request, statement: Id) -> Answer:
    """One statement, in the form of the export."""
    desk = desk_of(request)
    return _sent(request, _line(desk, record_of(desk.now, statement)))


@routes.get("/statements/{statement}/trace", responses=_problem("No such statement."))
def history(request: Request, statement: Id) -> Answer:
    """One statement's whole history, as `redite trace` tells it."""
    snapshot = desk_of(request).now
    record = record_of(snapshot, statement)
    found = trace(statement, snapshot.related(record))
    return _sent(request, trace_object(found, snapshot.by_id, snapshot.public))


@routes.get("/articles/{article:path}", responses=_problem("No such article."))
def article(request: Request, article: Id) -> Answer:
    """One article by its key or id: its text, and its statements in text order."""
    desk = desk_of(request)
    found = article_of(desk, article)
    standing = desk.now.standings.get(found.key)
    if standing is None:
        raise HTTPException(404, "this article has not been judged yet; ask again soon")
    line = article_line(found, standing, desk.now.public)
    return _sent(request, line | {"statements": _lines(desk, desk.now.of_article(found.key))})


@routes.get("/claims/{claim}", responses=_problem("No such claim."))
def claim(request: Request, claim: Id) -> Answer:
    """Every report of one claim, in order."""
    desk = desk_of(request)
    records = [r for r in desk.now.of_claim(claim) if desk.now.is_in_force(r)]
    if not records:
        raise HTTPException(404, "no such claim on record")
    return _sent(request, {"claim": claim, "statements": _lines(desk, records[:MOST])})


@routes.get("/speakers", response_model=Listed)
def speakers(request: Request, page: Page = 1, limit: Limit = 50) -> Response:
    """Who is on record, those with most statements first."""
    snapshot = desk_of(request).now
    counts = list(snapshot.columns.speaker.counts(snapshot.in_force).items())
    items = []
    for speaker, count in counts[(page - 1) * limit : page * limit]:
        one = snapshot.of_speaker(speaker)[0].judgement.speaker
        items.append({"id": speaker, "name": one.name, "kind": one.kind.value, "statements": count})
    further = None
    if len(counts) > page * limit:
        further = f"/api/speakers?page={page + 1}&limit={limit}"
    return json(request, _listed(len(counts), items, further))


@routes.get("/speakers/{speaker}", responses=_problem("No such speaker."))
def speaker(request: Request, speaker: Id) -> Answer:
    """One speaker, with the words that stand for him or her and why."""
    snapshot = desk_of(request).now
    records = [r for r in snapshot.of_speaker(speaker) if snapshot.is_in_force(r)]
    if not records:
        raise HTTPException(404, "no such speaker on record")
    one = records[0].judgement.speaker
    mentions = {r.statement.speaker.mention: r.statement.speaker.reason for r in records}
    return _sent(
        request,
        {
            "id": speaker,
            "name": one.name,
            "kind": one.kind.value,
            "statements": len(records),
            "mentions": [{"mention": m, "reason": why} for m, why in list(mentions.items())[:MOST]],
        },
    )


@routes.get("/search", response_model=Listed, responses=_problem("Nothing to look for."))
def search(
    request: Request,
    q: Annotated[str, Query(min_length=1, max_length=200)],
    verdict: Label | None = None,
    language: Words = "",
    speaker: Words = "",
    page: Page = 1,
    limit: Limit = 50,
) -> Response:
    """Statements that hold all of the words, the best first."""
    desk = desk_of(request)
    index = desk.watch.wait("search", work.searchable, PATIENCE)
    if index is None:
        raise HTTPException(503, "the index is being built; ask again soon")
    snapshot = index.snapshot
    filters = Filters(verdict=verdict.value if verdict else "", language=language, speaker=speaker)
    hits, total = index.findings.find(
        q, filtering.rows(snapshot, filters), limit, (page - 1) * limit
    )
    further = None
    if total > page * limit:
        further = filters.address("/api/search", q=q, page=str(page + 1), limit=str(limit))
    return json(request, _listed(total, search_object(hits), further))


@routes.get("/brief", responses=_problem("No such days."))
def brief(request: Request, since: date | None = None, until: date | None = None) -> Answer:
    """The brief of a period; without days, of the last day on record."""
    desk = desk_of(request)
    if since is None and until is None:
        since = until = desk.now.last_day
    if since and until and since > until:
        raise UsageError("since is later than until; swap them")
    return _sent(request, brief_object(desk.brief(since, until)))


@routes.get("/deadlines")
def deadlines(request: Request) -> Answer:
    """Every announced date, as it stands on the last day on record."""
    due = desk_of(request).watch.wait("due", work.due, PATIENCE)
    if due is None:
        raise HTTPException(503, "being worked out; ask again soon")
    on = due.on.isoformat() if due.on else None
    return _sent(request, {"on": on, "deadlines": due_object(due.announced)})


@routes.get("/lenses")
def lens_list(request: Request) -> Answer:
    """The lenses that come with redite."""
    found = [{"name": n, "description": lenses.load(n).description} for n in lenses.shipped()]
    return _sent(request, {"lenses": found})


@routes.get("/lenses/{name}", responses=_problem("No such lens."))
def lens(request: Request, name: Id) -> Answer:
    """One subject: sayings a day, bursts, and what they coincide with."""
    if name not in lenses.shipped():
        raise HTTPException(404, "no such lens")
    found = desk_of(request).watch.wait(f"lens:{name}", work.seen(name), PATIENCE)
    if found is None:
        raise HTTPException(503, "being worked out; ask again soon")
    series = found.series
    return _sent(
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


@routes.get("/corrections", response_model=Listed)
def corrections(request: Request, page: Page = 1, limit: Limit = 50) -> Response:
    """What people decided, the latest first."""
    found = tuple(reversed(desk_of(request).now.corrections))
    items = [_correction(c) for c in found[(page - 1) * limit : page * limit]]
    further = None
    if len(found) > page * limit:
        further = f"/api/corrections?page={page + 1}&limit={limit}"
    return json(request, _listed(len(found), items, further))


@routes.post("/corrections", status_code=201, responses=_problem("No such subject."))
def correct(request: Request, given: Correcting) -> Answer:
    """Write a correction down; taking one back is of the kind `undo`."""
    _only_json(request)
    desk = desk_of(request)
    if not _is_known(desk, given):
        raise HTTPException(404, f"nothing on record has the id {given.subject[:80]!r}")
    return _correction(desk.correct(given.kind, given.subject, given.payload, given.who))


@routes.post("/take-in", status_code=202, responses=_problem("Nothing was brought."))
def take_in(request: Request, given: Bringing) -> Answer:
    """Put an article or an address into the queue; `/api/jobs/{number}` tells how it goes."""
    _only_json(request)
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
    return _job(job)


@routes.get("/jobs/{number}", responses=_problem("No such job."))
def job(request: Request, number: Annotated[int, Path(ge=1, le=1_000_000_000)]) -> Answer:
    """How far a take-in is, and what became of each item."""
    found = desk_of(request).jobs.jobs.get(number)
    if found is None:
        raise HTTPException(404, "no such job since the desk was opened")
    return _sent(request, _job(found))


def _sent(request: Request, value: Answer) -> Answer:
    """Return `value` as a response with its ETag; the type is that of the description."""
    return json(request, value)  # type: ignore[return-value]


def _listed(total: int, items: list[Answer], further: str | None) -> Answer:
    return {"total": total, "items": items, "next": further}


def _line(desk: Desk, record: Record) -> Answer:
    return statement_line(record, desk.now.by_id, desk.now.public)


def _lines(desk: Desk, records: Iterable[Record]) -> list[Answer]:
    return [_line(desk, record) for record in records]


def _correction(correction: Correction) -> Answer:
    return {
        "id": correction.id,
        "kind": correction.kind,
        "subject": correction.subject,
        "payload": correcting.payload(correction),
        "who": correction.who,
        "when": iso(correction.when),
        "undone_by": correction.undone_by,
    }


def _job(job: Job) -> Answer:
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


def _only_json(request: Request) -> None:
    if came_by_form(request):
        raise HTTPException(415, "only application/json is taken here")
