"""What the meaning of a date leans on: the day of the text, and the scene it has set."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from redite.text.dates.mentions import Basis
from redite.text.dates.pieces import data_for
from redite.text.quotes import quotations
from redite.values import Span

_CLAUSE = re.compile(r"[.,;:!?…](?=\s)|[\n«»“”„\"()]")
_CLAUSE_REST = 60
_CLAUSE_REACH = 120


@dataclass(frozen=True, slots=True)
class Scene:
    """The date that the narrative last named, which "the same day" and "two years later" mean."""

    day: date | None = None
    """The last single day in the past."""
    first: date | None = None
    """The first day of the last date in the past, however vague."""


@dataclass(slots=True)
class Context:
    """One text: its language and the day from which "yesterday" counts."""

    text: str
    language: str | None
    reference: date | None
    basis: Basis
    doubt: str = ""
    year: int | None = None
    """The year last written out, and where it ends."""
    year_at: int = 0
    _scene: Scene = Scene()
    _named: list[tuple[int, date, bool]] = field(default_factory=list)
    _quoted: tuple[list[int], list[int]] | None = None

    def name(self, at: int, first: date, single: bool) -> None:
        """Note a date in the past; whether it is the narrative's is seen when it is asked for."""
        self._named.append((at, first, single))

    @property
    def scene(self) -> Scene:
        """What the narrative last named, quotations apart: those dates are the speaker's."""
        for at, first, single in self._named:
            if not self.quoted(at):
                self._scene = Scene(first if single else self._scene.day, first)
        self._named.clear()
        return self._scene

    def announced(self, at: int, parts: dict[str, str]) -> bool:
        """Say whether words before the date announce the future ("will open on", "until")."""
        if "ahead" in parts:
            return True
        if self.language is None:
            return False
        begin = max(0, at - _CLAUSE_REACH)
        clause = _CLAUSE.split(self.text[begin:at])[-1]
        return _announces(clause, self.language)

    def announced_around(self, span: Span, parts: dict[str, str]) -> bool:
        """Say the same of a vague date, which the words behind it may put into the future too."""
        if self.announced(span.start, parts) or self.language is None:
            return self.language is not None
        clause = _CLAUSE.split(self.text[span.end : span.end + _CLAUSE_REST])[0]
        return _announces(clause, self.language)

    def quoted(self, at: int) -> bool:
        """Say whether a place lies in a quotation."""
        if self._quoted is None:
            outer = [q.outer for q in quotations(self.text) if q.depth == 0]
            self._quoted = [s.start for s in outer], [s.end for s in outer]
        starts, ends = self._quoted
        place = bisect_right(starts, at) - 1
        return place >= 0 and at < ends[place]


_WORD = re.compile(r"[^\W\d_]+")


def _announces(clause: str, language: str) -> bool:
    words = _WORD.findall(clause.lower())
    single, phrases, endings = _future(language)
    if not single.isdisjoint(words):
        return True
    if endings and any(word.endswith(endings) and len(word) > 4 for word in words):
        return True
    joined = f" {' '.join(words)} "
    return any(phrase in joined for phrase in phrases)


@cache
def _future(language: str) -> tuple[frozenset[str], tuple[str, ...], tuple[str, ...]]:
    """Return the announcing words, phrases between spaces, and endings of a language."""
    forms = data_for(language).future
    endings = tuple(form[1:] for form in forms if form.startswith("-"))
    plain = [" ".join(_WORD.findall(form)) for form in forms if not form.startswith("-")]
    phrases = tuple(f" {form} " for form in plain if " " in form)
    return frozenset(form for form in plain if " " not in form), phrases, endings
