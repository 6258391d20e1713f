"""Articles with what was found in them, and claims with every report of them."""

from __future__ import annotations

from fastapi import APIRouter, HTTPException, Request

from redite.desk.api.answers import Answer, Id, lines, problem, sent
from redite.desk.asked import article_of, desk_of
from redite.desk.filters import MOST
from redite.exports.jsonl import article_line

routes = APIRouter()


@routes.get("/articles/{article:path}", responses=problem("No such article."))
def article(request: Request, article: Id) -> Answer:
    """One article by its key or id: its text, and its statements in text order."""
    desk = desk_of(request)
    found = article_of(desk, article)
    standing = desk.now.standings.get(found.key)
    if standing is None:
        raise HTTPException(404, "this article has not been judged yet; ask again soon")
    records = desk.now.of_article(found.key)
    family = desk.now.articles.get(standing.version_of or found.key, [])
    more = {
        "key": found.key,
        "statements": lines(desk, records),
        "versions": [version.article for version in family],
    }
    line = article_line(found, standing, desk.now.public, desk.damage(records))
    return sent(request, line | more)


@routes.get("/claims/{claim}", responses=problem("No such claim."))
def claim(request: Request, claim: Id) -> Answer:
    """Every report of one claim, in order."""
    desk = desk_of(request)
    records = [r for r in desk.now.of_claim(claim) if desk.now.is_in_force(r)]
    if not records:
        raise HTTPException(404, "no such claim on record")
    return sent(request, {"claim": claim, "statements": lines(desk, records[:MOST])})
