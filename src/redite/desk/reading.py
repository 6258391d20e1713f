"""Pages to read: stream, article, statement, claim."""

from __future__ import annotations

import numpy as np
from fastapi import APIRouter, Request
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from redite import lenses
from redite.desk import filters as filtering
from redite.desk import meanwhile
from redite.desk.asked import article_of, desk_of, has_changed, mark_of, record_of
from redite.desk.filters import Filters
from redite.desk.lives import life
from redite.desk.marked import LONGEST, paragraphs, side_by_side
from redite.desk.pages import page
from redite.desk.snapshot import Snapshot
from redite.exports.shown import one_line
from redite.interfaces import Correction
from redite.reports import cut, occasions
from redite.store.sealing import text_hash
from redite.text.markup import readable
from redite.trace import trace
from redite.values import Article, Record

routes = APIRouter(include_in_schema=False)
TITLE, BORROWED = 300, 90
"""Longest heading of an article: its own, and one made of its first words."""


@routes.get("/stream")
def stream(request: Request) -> Response:
    """The statements as they come, the newest first."""
    desk = desk_of(request)
    snapshot = desk.now
    filters = Filters.of(request.query_params)
    taken = desk.taken_by(snapshot, filters.lens)
    pending = taken is None
    if taken is None:
        taken = np.zeros(len(snapshot.all), dtype=bool)
    chosen = filtering.rows(snapshot, filters, taken=taken)
    shown = filtering.page(snapshot, chosen, request.query_params.get("before", "")[:80])
    speaker = snapshot.of_speaker(filters.speaker)
    return page(
        request,
        "stream.html.j2",
        filters=filters,
        shown=shown,
        speaker=speaker[0] if speaker else None,
        choices={
            name: filtering.choices(snapshot, filters, name, taken)
            for name in ("verdict", "act", "language", "outlet")
        },
        lenses=lenses.shipped(),
        pending=pending,
        mark=mark_of(snapshot),
    )


@routes.get("/stream/fresh")
def fresh(request: Request) -> Response:
    """Says whether the ledger has changed since a page was made; empty where it has not."""
    address = Filters.of(request.query_params).address("/stream")
    return page(request, "fresh.html.j2", changed=has_changed(request), address=address)


@routes.get("/articles/{article:path}/text")
def text(request: Request, article: str) -> Response:
    """The stored text, as it is."""
    found = article_of(desk_of(request), article)
    return PlainTextResponse(found.text.encode("utf-8", "replace"), media_type="text/plain")


@routes.get("/articles/{article:path}")
def article(request: Request, article: str) -> Response:
    """One stored text with everything found in it."""
    desk = desk_of(request)
    found = article_of(desk, article)
    if found.key != article:
        return RedirectResponse(f"/articles/{found.key}", 302)
    snapshot = desk.now
    standing = snapshot.standings.get(found.key)
    records = [r for r in snapshot.of_article(found.key)]
    family = snapshot.articles.get((standing and standing.version_of) or found.key, [])
    versions = [v for s in family if (v := desk.store.article(s.article)) is not None]
    damaged = desk.damage(records)
    versions.sort(key=lambda v: (v.modified or v.published, v.taken_in))
    at = next((n for n, v in enumerate(versions) if v.key == found.key), 0)
    before = versions[at - 1] if at > 0 else None
    return page(
        request,
        "article.html.j2",
        article=found,
        heading=_heading(found),
        standing=standing,
        original=snapshot.standings.get(standing.duplicate_of or "") if standing else None,
        paragraphs=paragraphs(found.text[:LONGEST], records, damaged.get(found.key, ())),
        records=records,
        dismissed=snapshot.dismissed,
        cut=len(found.text) > LONGEST,
        hash=text_hash(found.text),
        versions=versions,
        before=before,
        rows=side_by_side(before.text, found.text) if before else [],
    )


def _heading(article: Article) -> str:
    """Return the title of an article; of one without, as in chats, its first words."""
    words = article.title or readable(article.text[: 10 * BORROWED])
    return cut(one_line(words), TITLE if article.title else BORROWED)


@routes.get("/statements/{statement}")
def statement(request: Request, statement: str) -> Response:
    """One statement: why the machine thinks so, what came before and after, what people said."""
    snapshot = desk_of(request).now
    record = record_of(snapshot, statement)
    history = trace(statement, snapshot.related(record))
    return page(
        request,
        "statement.html.j2",
        record=record,
        trace=history,
        dismissed=statement in snapshot.dismissed,
        corrections=about(snapshot, record),
        seen=meanwhile.latest(snapshot),
    )


@routes.get("/claims/{claim}")
def claim(request: Request, claim: str) -> Response:
    """The life of a claim: every occasion on which somebody put it forward."""
    snapshot = desk_of(request).now
    records = [r for r in snapshot.of_claim(claim) if snapshot.is_in_force(r)]
    if not records:
        raise HTTPException(404, f"no claim on record has the id {claim[:80]!r}")
    contesting = _contesting(snapshot, records)
    by_language = request.query_params.get("by") == "language"
    found = occasions(records)
    return page(
        request,
        "claim.html.j2",
        claim=claim,
        first=records[0],
        occasions=found[-200:],
        earlier=max(0, len(found) - 200),
        contesting=contesting,
        life=life([*found, *occasions(contesting)], by_language=by_language),
        by_language=by_language,
        reports=len(records),
        speakers=len({r.judgement.speaker.id for r in records}),
        corrections=[c for c in snapshot.corrections if c.subject == claim],
        seen=meanwhile.latest(snapshot),
    )


def _contesting(snapshot: Snapshot, records: list[Record]) -> list[Record]:
    """Return what reverses or disputes a claim, or is disputed by it, from other claims."""
    own = {record.statement.id for record in records}
    found: dict[str, Record] = {}
    for record in records:
        against = record.judgement.verdict
        named = [e.statement for e in against.against] if _contests(record) else []
        citing = [
            other
            for other in snapshot.cited_by.get(record.statement.id, ())
            if _contests(snapshot.by_id[other])
        ]
        for other in (*named, *citing):
            if other in snapshot.by_id and other not in own:
                found[other] = snapshot.by_id[other]
    return sorted((r for r in found.values() if snapshot.is_in_force(r)), key=lambda r: r.order)


def _contests(record: Record) -> bool:
    return record.judgement.verdict.label.value in ("dispute", "reversal")


def about(snapshot: Snapshot, record: Record) -> list[Correction]:
    """Return every correction that bears on one statement, the latest first."""
    judgement = record.judgement
    ids = {record.statement.id, judgement.utterance, judgement.claim, judgement.speaker.id}
    return [c for c in reversed(snapshot.corrections) if c.subject in ids]
