"""The seven terms in order, and what modifiers do to them.

Strong modifiers move a word one degree away from even ("very likely"), utmost ones to the end of
the scale ("extremely unlikely" is almost no chance), turning ones to the plain opposite ("not
likely", "not very likely", "peu probable" are all unlikely), mild ones nowhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from redite.lang.likelihood import Likelihood, scales
from redite.text.phrase_patterns import END, GAP, START, any_of
from redite.values import Span, Term

ORDER = tuple(Term)
"""From almost no chance to almost certain."""
_EVEN = ORDER.index(Term.EVEN_CHANCE)
_MOST = 3
"""Modifiers before one word."""
_REACH = 80
"""Code points that they can fill."""


@dataclass(frozen=True, slots=True)
class Found:
    """An estimate before its band is looked up; `stated` holds the probabilities a text names."""

    span: Span
    term: Term
    stated: tuple[float, float] | None = None

    def __len__(self) -> int:
        return self.span.end - self.span.start


class Modifiers:
    """The modifiers of one language: how to find a run of them, and what a run does."""

    def __init__(self, section: Likelihood) -> None:
        kinds = {
            "turn": section.turn,
            "strong": section.strong,
            "utmost": section.utmost,
            "mild": section.mild,
        }
        self._every = any_of(form for forms in kinds.values() for form in forms)
        self._last = re.compile(rf"{START}{self.run(1)}$", re.IGNORECASE)
        self._one = re.compile(rf"{self._every}{END}", re.IGNORECASE)
        self._kinds = [(re.compile(any_of(f), re.IGNORECASE), kind) for kind, f in kinds.items()]

    def run(self, at_least: int) -> str:
        """Return the source of a pattern for `at_least` to three modifiers, each with its gap."""
        return rf"(?:{self._every}{END}{GAP}){{{at_least},{_MOST}}}"

    def before(self, text: str, at: int) -> str:
        """Return the modifiers that end right before `at`, with the gap behind them."""
        match = self._last.search(text, max(0, at - _REACH), at)
        return match.group() if match else ""

    def applied(self, term: Term, run: str) -> Term:
        """Return what `term` becomes under a run of modifiers, the one next to it first."""
        for one in reversed(self._one.findall(run)):
            kind = next(kind for pattern, kind in self._kinds if pattern.fullmatch(one))
            term = _apply(kind, term)
        return term


def _apply(kind: str, term: Term) -> Term:
    at = ORDER.index(term) - _EVEN
    if at == 0 or kind == "mild":
        return term
    side = 1 if at > 0 else -1
    if kind == "turn":
        return ORDER[_EVEN - side]
    if kind == "utmost":
        return ORDER[_EVEN + 3 * side]
    return ORDER[_EVEN + side * max(2, abs(at))]


def nearest(probability: float) -> Term:
    """Return the term whose band in ICD 203 holds `probability`; on an edge the one nearer even."""
    bands = scales()["icd-203"].bands
    if probability < 0.5:
        below = [term for term in ORDER[: _EVEN + 1] if probability >= bands[term][0]]
        return below[-1] if below else ORDER[0]
    above = [term for term in ORDER[_EVEN:] if probability <= bands[term][1]]
    return above[0] if above else ORDER[-1]
