"""What a request asks for: the desk, something on record by its id, a day, a page of a list."""

from __future__ import annotations

from datetime import date

from fastapi import Request
from starlette.exceptions import HTTPException

from redite.desk.desk import Desk
from redite.desk.snapshot import Snapshot
from redite.errors import UsageError
from redite.values import Article, Record


def desk_of(request: Request) -> Desk:
    """Return the desk that a request is for."""
    desk = request.app.state.desk
    assert isinstance(desk, Desk)
    return desk


def record_of(snapshot: Snapshot, statement: str) -> Record:
    """Return one statement; raises the error of a page that does not exist."""
    record = snapshot.by_id.get(statement)
    if record is None:
        raise HTTPException(404, f"no statement on record has the id {statement[:80]!r}")
    return record


def article_of(desk: Desk, article: str) -> Article:
    """Return the article with this key or public id; raises the error of a page not there."""
    found = desk.store.article(article)
    if found is None and article in desk.now.keys:
        found = desk.store.article(desk.now.keys[article])
    if found is None:
        raise HTTPException(404, f"no article on record has the id {article[:80]!r}")
    return found


def day_of(text: str) -> date | None:
    """Return the day that an address names; None where it names none."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise UsageError(f"{text!r} is not a date; write it as 2024-03-31") from None


def asked(request: Request, name: str, longest: int = 200) -> str:
    """Return one word or phrase of an address, cut to what anybody may ask for."""
    return request.query_params.get(name, "").strip()[:longest]


def page_of(request: Request) -> int:
    """Return the number of the page of a list that an address names, from 1."""
    given = request.query_params.get("page", "1")
    return max(1, int(given)) if given.isascii() and given.isdigit() and len(given) < 7 else 1


def mark_of(snapshot: Snapshot) -> str:
    """Return the state of the ledger as a page carries it."""
    return ".".join(map(str, snapshot.mark))


def has_changed(request: Request) -> bool:
    """Say whether the ledger has changed since the page was made that asks with its mark."""
    return asked(request, "mark") != mark_of(desk_of(request).now)
