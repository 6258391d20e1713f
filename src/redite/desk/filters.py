"""What the stream shows: filters as they stand in an address, and the statements they leave."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from urllib.parse import urlencode

import numpy as np
from numpy.typing import NDArray

from redite.desk.snapshot import Snapshot
from redite.errors import UsageError
from redite.search import fold
from redite.values import Act, Label, Record

PAGE = 30
"""Statements on a page."""
MOST = 200
"""Statements that a program may ask for at once."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What is asked for; empty text means everything. The names are those in the address."""

    verdict: str = ""
    act: str = ""
    speaker: str = ""
    """An id, or words of a name."""
    language: str = ""
    outlet: str = ""
    since: str = ""
    until: str = ""
    unsure: str = ""
    """ "1" for those that are marked unsure."""
    lens: str = ""

    @classmethod
    def of(cls, query: Mapping[str, str]) -> Filters:
        """Return the filters of an address; raises `UsageError` where one makes no sense."""
        given = {f.name: query.get(f.name, "").strip()[:200] for f in fields(cls)}
        found = cls(**given)
        if found.verdict and found.verdict not in set(Label):
            raise UsageError(f"no verdict is called {found.verdict!r}")
        if found.act and found.act not in set(Act):
            raise UsageError(f"no act is called {found.act!r}")
        for day in (found.since, found.until):
            _day(day)
        return found

    def address(self, path: str, **changed: str) -> str:
        """Return the address of these filters, some of them changed."""
        other = replace(self, **{k: v for k, v in changed.items() if k in self.__slots__})
        more = {k: v for k, v in changed.items() if k not in self.__slots__}
        given = {f.name: getattr(other, f.name) for f in fields(self)} | more
        query = urlencode({name: value for name, value in given.items() if value})
        return f"{path}?{query}" if query else path

    @property
    def any(self) -> bool:
        """Whether anything is filtered."""
        return any(getattr(self, f.name) for f in fields(self))


@dataclass(frozen=True, slots=True)
class Page:
    """Some of the statements found, the newest first."""

    records: tuple[Record, ...]
    total: int
    first: int
    """Number of the first one shown, from 1."""
    newer: str | None
    """Where the page before begins: the statement after which it ends; "" for the very first."""
    older: str | None
    """The last statement shown, where there are older ones."""


def rows(
    snapshot: Snapshot,
    filters: Filters,
    leaving: str = "",
    taken: NDArray[np.bool_] | None = None,
) -> NDArray[np.bool_]:
    """Return which statements the filters leave, one truth a statement in ledger order.

    Args:
        snapshot: Where to look.
        filters: What is asked for.
        leaving: A filter that is not applied: what else could be chosen there is counted so.
        taken: Which statements the lens asked for takes in.
    """
    columns = snapshot.columns
    chosen = snapshot.in_force.copy()
    for name in ("verdict", "act", "language", "outlet"):
        value = getattr(filters, name)
        if value and name != leaving:
            chosen &= getattr(columns, name).are(value)
    if filters.speaker and leaving != "speaker":
        chosen &= _spoken_by(snapshot, filters.speaker)
    if taken is not None:
        chosen &= taken
    if filters.unsure:
        chosen &= columns.unsure
    if (since := _day(filters.since)) is not None:
        chosen &= columns.day >= since.toordinal()
    if (until := _day(filters.until)) is not None:
        chosen &= columns.day <= until.toordinal()
    return chosen


def page(snapshot: Snapshot, chosen: NDArray[np.bool_], before: str = "", size: int = PAGE) -> Page:
    """Return the newest of the `chosen`, or those older than the statement `before`."""
    found = np.flatnonzero(chosen)[::-1]
    start = 0
    if before:
        place = snapshot.places.get(before)
        if place is None:
            raise UsageError(f"no statement on record has the id {before!r}")
        start = int(np.searchsorted(-found, -place, side="right"))
    shown = found[start : start + size]
    newer: str | None = None
    if start > 0:
        back = start - size - 1
        newer = snapshot.all[int(found[back])].statement.id if back >= 0 else ""
    more = start + size < len(found)
    return Page(
        records=tuple(snapshot.all[int(at)] for at in shown),
        total=len(found),
        first=start + 1,
        newer=newer,
        older=snapshot.all[int(shown[-1])].statement.id if more else None,
    )


def _spoken_by(snapshot: Snapshot, speaker: str) -> NDArray[np.bool_]:
    column = snapshot.columns.speaker
    if speaker in column.words:
        return column.are(speaker)
    wanted = fold(speaker).split()
    ids = [id for id, names in snapshot.names.items() if all(word in names for word in wanted)]
    codes = [column.code(id) for id in ids]
    result: NDArray[np.bool_] = np.isin(column.codes, codes)
    return result


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"{text!r} is not a date; write it as 2024-03-31") from None


def choices(
    snapshot: Snapshot,
    filters: Filters,
    name: str,
    taken: NDArray[np.bool_] | None = None,
    most: int = 12,
) -> Sequence[tuple[str, int]]:
    """Return what can be chosen for one filter under the others, with how many each leaves."""
    column = getattr(snapshot.columns, name)
    found = column.counts(rows(snapshot, filters, leaving=name, taken=taken))
    return list(found.items())[:most]
