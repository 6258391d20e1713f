"""What the meaning of a date leans on: the day of the text, and the scene it has set."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from redite.text.dates.mentions import Basis
from redite.text.dates.patterns import any_of, data_for
from redite.text.quotes import quotations

_CLAUSE = re.compile(r"[.,;:!?…\n«»“”„\"()]")
_CLAUSE_REACH = 120


@dataclass(slots=True)
class Scene:
    """The date that the narrative last named, which "the same day" and "two years later" mean."""

    day: date | None = None
    """The last single day in the past."""
    first: date | None = None
    """The first day of the last date in the past, however vague."""
    year: int | None = None
    """The year last written out, and where."""
    year_at: int = 0


@dataclass(slots=True)
class Context:
    """One text: its language and the day from which "yesterday" counts."""

    text: str
    language: str | None
    reference: date | None
    basis: Basis
    doubt: str = ""
    scene: Scene = field(default_factory=Scene)
    _quoted: tuple[list[int], list[int]] | None = None

    def announced(self, at: int, parts: dict[str, str]) -> bool:
        """Say whether words before the date announce the future ("will open on", "until")."""
        if "ahead" in parts:
            return True
        if self.language is None:
            return False
        begin = max(0, at - _CLAUSE_REACH)
        clause = _CLAUSE.split(self.text[begin:at])[-1]
        return _future(self.language).search(clause) is not None

    def quoted(self, at: int) -> bool:
        """Say whether a place lies in a quotation: its dates are the speaker's, not the text's."""
        if self._quoted is None:
            outer = [q.outer for q in quotations(self.text) if q.depth == 0]
            self._quoted = [s.start for s in outer], [s.end for s in outer]
        starts, ends = self._quoted
        place = bisect_right(starts, at) - 1
        return place >= 0 and at < ends[place]


@cache
def _future(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(data_for(language).future)}(?!\w)", re.IGNORECASE)
