"""The forms that questions and answers of the API share."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any

from fastapi import HTTPException, Path, Query, Request
from pydantic import BaseModel, Field

from redite.desk.desk import Desk
from redite.desk.filters import MOST
from redite.desk.pages import json
from redite.desk.safety import came_by_form
from redite.exports.jsonl import statement_line
from redite.values import Record

Id = Annotated[str, Path(max_length=200)]
Words = Annotated[str, Query(max_length=200)]
Page = Annotated[int, Query(ge=1, le=10_000)]
Limit = Annotated[int, Query(ge=1, le=MOST, description="How many at most.")]
PATIENCE = 20.0
"""Seconds that a program waits for what is being worked out."""

Answer = dict[str, Any]


class Listed(BaseModel):
    """A page of a list."""

    total: int
    items: list[Answer]
    next: str | None = Field(description="Address of the next page; null at the end.")


def problem(detail: str) -> dict[int | str, dict[str, Any]]:
    """Return what a description says of a request that cannot be answered."""
    return {404: {"description": detail}, 400: {"description": "The request makes no sense."}}


def sent(request: Request, value: Answer) -> Answer:
    """Return `value` as a response with its ETag; the type is that of the description."""
    return json(request, value)  # type: ignore[return-value]


def listed(total: int, items: list[Answer], further: str | None) -> Answer:
    """Return a page of a list."""
    return {"total": total, "items": items, "next": further}


def line(desk: Desk, record: Record) -> Answer:
    """Return one statement in the form of the export."""
    return statement_line(record, desk.now.by_id, desk.now.public)


def lines(desk: Desk, records: Iterable[Record]) -> list[Answer]:
    """Return statements in the form of the export."""
    return [line(desk, record) for record in records]


def only_json(request: Request) -> None:
    """Refuse what a plain form can send, which any page may hold."""
    if came_by_form(request):
        raise HTTPException(415, "only application/json is taken here")
