"""Statements: listed, one by one with their history, and searched."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request
from starlette.responses import Response

from redite.desk import filters as filtering
from redite.desk import work
from redite.desk.api import answers
from redite.desk.asked import desk_of, record_of
from redite.desk.filters import Filters
from redite.desk.pages import json
from redite.desk.searching import admitted, as_now, in_other_words
from redite.exports.search import search_object
from redite.exports.trace import trace_object
from redite.trace import trace
from redite.values import Act, Label

routes = APIRouter()


@routes.get(
    "/statements", response_model=answers.Listed, responses=answers.problem("No such statement.")
)
def statements(
    request: Request,
    verdict: Label | None = None,
    act: Act | None = None,
    speaker: answers.Words = "",
    language: answers.Words = "",
    outlet: answers.Words = "",
    lens: answers.Words = "",
    since: date | None = None,
    until: date | None = None,
    unsure: bool = False,
    before: Annotated[str, Query(max_length=200, description="Older than this one.")] = "",
    limit: answers.Limit = 50,
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
    snapshot = desk.now
    taken = desk.taken_by(snapshot, filters.lens, answers.PATIENCE)
    if taken is None:
        raise HTTPException(503, "being worked out; ask again soon")
    chosen = filtering.rows(snapshot, filters, taken=taken)
    shown = filtering.page(snapshot, chosen, before, limit)
    further = None
    if shown.older:
        further = filters.address("/api/statements", before=shown.older, limit=str(limit))
    return json(request, answers.listed(shown.total, answers.lines(desk, shown.records), further))


@routes.get("/statements/{statement}", responses=answers.problem("No such statement."))
def statement(request: Request, statement: answers.Id) -> answers.Answer:
    """One statement, in the form of the export."""
    desk = desk_of(request)
    return answers.sent(request, answers.line(desk, record_of(desk.now, statement)))


@routes.get("/statements/{statement}/trace", responses=answers.problem("No such statement."))
def history(request: Request, statement: answers.Id) -> answers.Answer:
    """One statement's whole history, as `redite trace` tells it."""
    snapshot = desk_of(request).now
    record = record_of(snapshot, statement)
    found = trace(statement, snapshot.related(record))
    return answers.sent(request, trace_object(found, snapshot.by_id, snapshot.public))


@routes.get(
    "/search", response_model=answers.Listed, responses=answers.problem("Nothing to look for.")
)
def search(
    request: Request,
    q: Annotated[str, Query(min_length=1, max_length=200)],
    verdict: Label | None = None,
    language: answers.Words = "",
    speaker: answers.Words = "",
    page: answers.Page = 1,
    limit: answers.Limit = 50,
) -> Response:
    """Statements that hold all of the words, the best first; then what means much the same.

    The latter are marked `by_meaning`. They are missing where the desk was opened without models,
    while what everything means is still being read, and on ledgers of more than 50,000 statements.
    """
    desk = desk_of(request)
    index = desk.watch.wait("search", work.searchable, answers.PATIENCE)
    if index is None:
        raise HTTPException(503, "the index is being built; ask again soon")
    filters = Filters(verdict=verdict.value if verdict else "", language=language, speaker=speaker)
    chosen = admitted(index.snapshot, desk.now, filters)
    skip = (page - 1) * limit
    found, holding = index.findings.find(q, chosen, limit, skip)
    near = in_other_words(desk, index, q, chosen, answers.PATIENCE)
    found += near[max(0, skip - holding) : max(0, skip + limit - holding)]
    total = holding + len(near)
    hits = [replace(hit, record=as_now(desk, hit.record)) for hit in found]
    further = None
    if total > page * limit:
        further = filters.address("/api/search", q=q, page=str(page + 1), limit=str(limit))
    return json(request, answers.listed(total, search_object(hits), further))
