"""Search across languages, and short lists to choose from while one types into a form."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from fastapi import APIRouter, Request
from numpy.typing import NDArray
from starlette.responses import Response

from redite.desk import filters as filtering
from redite.desk import work
from redite.desk.asked import asked, desk_of, page_of
from redite.desk.desk import Desk
from redite.desk.filters import Filters
from redite.desk.pages import page
from redite.desk.snapshot import Snapshot
from redite.desk.work import Searchable
from redite.search import MEANING, Hit, fold
from redite.values import Record

routes = APIRouter(include_in_schema=False)
OFFERED = 8
"""Entries of a short list."""
_MARKS = {"“": "”", "«": "»", "„": "“", '"': '"'}


@routes.get("/search")
def search(request: Request) -> Response:
    """Statements that hold all of the words, in any language."""
    desk = desk_of(request)
    filters = Filters.of(request.query_params)
    q, number = asked(request, "q"), page_of(request)
    index = desk.watch.wait("search", work.searchable, desk.patience) if q else None
    hits: list[Hit] = []
    near: list[Hit] = []
    total = 0
    if index is not None:
        chosen = admitted(index.snapshot, desk.now, filters)
        hits, total = index.findings.find(q, chosen, filtering.PAGE, (number - 1) * filtering.PAGE)
        if number == 1:
            near = in_other_words(desk, index, q, chosen)
    return page(
        request,
        "search.html.j2",
        q=q,
        filters=filters,
        hits=[(as_now(desk, h.record), marked(h.record.content, h.marks)) for h in hits],
        total=total,
        number=number,
        more=total > number * filtering.PAGE,
        pending=bool(q) and index is None,
        near=[as_now(desk, hit.record) for hit in near],
    )


@routes.get("/pick/statements")
def pick_statement(request: Request) -> Response:
    """The statements that somebody may mean who types these words, or this id."""
    desk = desk_of(request)
    words = asked(request, "other")
    index = desk.watch.wait("search", work.searchable, desk.patience) if words else None
    found: list[Record] = []
    if (exact := desk.now.by_id.get(statement_id(words))) is not None:
        found = [exact]
    elif index is not None and any(character.isalnum() for character in words):
        chosen = admitted(index.snapshot, desk.now, Filters())
        found = [as_now(desk, h.record) for h in index.findings.find(words, chosen, OFFERED)[0]]
    without = asked(request, "without")
    return page(
        request,
        "pick.html.j2",
        words=words,
        statements=[record for record in found if record.statement.id != without],
        speakers=[],
    )


@routes.get("/pick/speakers")
def pick_speaker(request: Request) -> Response:
    """The speakers whom somebody may mean who types this name."""
    snapshot = desk_of(request).now
    words = asked(request, "into")
    without = asked(request, "without")
    ids = [id for id in named(snapshot, words, OFFERED + 1) if id != without] if words else []
    return page(
        request,
        "pick.html.j2",
        words=words,
        statements=[],
        speakers=[snapshot.of_speaker(id)[0] for id in ids[:OFFERED]],
    )


def named(snapshot: Snapshot, words: str, most: int) -> Sequence[str]:
    """Return the ids of the speakers whose name holds all of the words, the busiest first."""
    wanted = fold(words).split()
    counts = snapshot.columns.speaker.counts(snapshot.in_force)
    found: list[str] = []
    for speaker in counts:
        if wanted and all(word in snapshot.names[speaker] for word in wanted):
            found.append(speaker)
            if len(found) == most:
                break
    return found


def statement_id(text: str) -> str:
    """Return the id of a statement that somebody gave as such, or as the address of its page."""
    return text.strip().split("?")[0].split("#")[0].rstrip("/").rsplit("/", 1)[-1]


def admitted(indexed: Snapshot, now: Snapshot, filters: Filters) -> NDArray[np.bool_]:
    """Return which of the statements `indexed` the filters leave, as the ledger is now.

    An index may be of a moment ago; what somebody has dismissed since is found no more.
    """
    rows = filtering.rows(now, filters)
    if indexed.mark[:-1] == now.mark[:-1]:  # the same statements: at most corrections have come
        return rows
    places = (now.places.get(id) for id in indexed.places)
    left = (place is not None and rows[place] for place in places)
    return np.fromiter(left, dtype=bool, count=len(indexed.all))


def in_other_words(
    desk: Desk, index: Searchable, q: str, chosen: NDArray[np.bool_], patience: float = 0.0
) -> list[Hit]:
    """Return what means much the same as `q` without holding all of its words, the nearest first.

    Nothing where the desk does not search by meaning, or cannot yet after `patience` seconds.
    """
    if not desk.means:
        return []
    records, places = index.snapshot.all, index.snapshot.places
    among = {records[int(at)].statement.id for at in chosen.nonzero()[0]}
    near = desk.near(q, among, patience)
    rows = np.zeros(len(records), dtype=bool)
    rows[[places[record.statement.id] for record in near]] = True
    holding = {hit.record.statement.id for hit in index.findings.find(q, rows, len(near))[0]}
    return [Hit(r, MEANING, ()) for r in near if r.statement.id not in holding]


def as_now(desk: Desk, record: Record) -> Record:
    """Return a record as people see it now, though an index may be of a moment ago."""
    return desk.now.by_id.get(record.statement.id, record)


def marked(
    content: str, marks: tuple[tuple[int, int], ...], width: int = 360
) -> list[tuple[str, bool]]:
    """Return a snippet around the first words found, in pieces, with whether each was found.

    Quotation marks around all of it are left out: the page sets its own.
    """
    first, last = _inside_marks(content)
    start = max(first, marks[0][0] - width // 3) if marks and last - first > width else first
    end = min(last, start + width)
    found: list[tuple[str, bool]] = [("… ", False)] if start > first else []
    at = start
    for left, right in marks:
        if left < at or right > end:
            continue
        found += [(content[at:left], False), (content[left:right], True)]
        at = right
    found.append((content[at:end], False))
    if end < last:
        found.append((" …", False))
    return [piece for piece in found if piece[0]]


def _inside_marks(content: str) -> tuple[int, int]:
    """Return from where to where `content` stands inside one pair of quotation marks, or all."""
    closing = _MARKS.get(content[:1])
    if closing is None or len(content) < 3 or content[-1] != closing:
        return 0, len(content)
    inner = content[1:-1]
    if content[0] in inner or closing in inner:  # «one» and «two»
        return 0, len(content)
    return len(content) - len(inner.lstrip()) - 1, 1 + len(inner.rstrip())
