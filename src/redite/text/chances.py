"""Likelihood given to a noun by a size: "a slim chance", "the risk remains low".

A size counts right before or behind its noun, or later in the same sentence where a copula joins
the two ("the likelihood of a strike is extremely low"), or where it has a modifier, and in any case
only where no other noun follows that it could describe.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from redite.lang.likelihood import Bearer, Likelihood, likelihood
from redite.text.degrees import Found, Modifiers
from redite.text.phrase_patterns import END, GAP, START, any_of
from redite.values import Span, Term

_WINDOW = 180
"""Code points behind a noun within which its size or number may stand."""
_COPULA_REACH = 40
_SENTENCE_END = re.compile(r"[.!?…](?=\s)|[;\n]")
_CLAUSE_END = re.compile(r"[ \u00a0]?[.,;:!?…»”\"“)\]—–]|\s*$")
_QUOTE_OR_BLANK = re.compile(r"[«\"“„ \t\n\u00a0\u202f]{1,4}")


def find_sized(text: str, language: str) -> Iterator[Found]:
    """Yield what sizes say of nouns that have a likelihood; some may overlap."""
    grammar = _grammar(language)
    modifiers = grammar.modifiers
    for bearer in grammar.bearers:
        for match in bearer.sized.finditer(text):
            term = bearer.term(match["size"] or match["size2"])
            yield Found(Span(*match.span()), modifiers.applied(term, match["mods"] or ""))
        for noun in bearer.noun.finditer(text):
            yield from _sized_later(text, noun, bearer, grammar)


class Clauses:
    """How the clauses of one language end."""

    def __init__(self, section: Likelihood) -> None:
        starts = rf"{GAP}{any_of(section.clause_starts)}(?!\w)"
        self._start = re.compile(starts, re.IGNORECASE)

    def ends(self, text: str, at: int) -> bool:
        """Say whether nothing follows at this place that a size or number could describe."""
        return bool(_CLAUSE_END.match(text, at) or self._start.match(text, at))


class _Bearer:
    """One group of nouns with its sizes."""

    def __init__(self, bearer: Bearer, modifiers: Modifiers) -> None:
        sizes = any_of(form for forms in bearer.sizes.values() for form in forms)
        nouns = any_of(bearer.nouns)
        self.noun = re.compile(rf"{START}{nouns}{END}", re.IGNORECASE)
        # A word may come between size and noun only where a modifier shows that it is a size.
        self.sized = re.compile(
            rf"{START}(?:(?P<mods>{modifiers.run(1)})(?P<size>{sizes}){END}{GAP}"
            rf"(?:\w{{2,20}}{GAP})?|(?P<size2>{sizes}){END}{GAP}){nouns}{END}",
            re.IGNORECASE,
        )
        self.size = re.compile(
            rf"{START}(?P<mods>{modifiers.run(0)})(?P<size>{sizes}){END}", re.IGNORECASE
        )
        self._terms = [
            (re.compile(any_of(forms), re.IGNORECASE), term) for term, forms in bearer.sizes.items()
        ]

    def term(self, size: str) -> Term:
        """Return what a size means of these nouns."""
        return next(term for pattern, term in self._terms if pattern.fullmatch(size))


class _Grammar:
    """The patterns of one language."""

    def __init__(self, section: Likelihood) -> None:
        self.modifiers = Modifiers(section)
        self.bearers = [_Bearer(bearer, self.modifiers) for bearer in section.bearers]
        self.clauses = Clauses(section)
        copulas = any_of(section.copulas)
        self.copula_before = re.compile(
            rf"{START}{copulas}{END}{GAP}(?:\w{{1,20}}{GAP})?[«„“\"]?$", re.IGNORECASE
        )
        self.copula_after = re.compile(rf"{GAP}{copulas}{END}", re.IGNORECASE)


@cache
def _grammar(language: str) -> _Grammar:
    return _Grammar(likelihood(language))


def _sized_later(
    text: str, noun: re.Match[str], bearer: _Bearer, grammar: _Grammar
) -> Iterator[Found]:
    for match in bearer.size.finditer(text, noun.end(), sentence_end(text, noun.end())):
        adjacent = _QUOTE_OR_BLANK.fullmatch(text, noun.end(), match.start())
        reach = max(noun.end(), match.start() - _COPULA_REACH)
        joined = grammar.copula_before.search(text, reach, match.start())
        followed = grammar.copula_after.match(text, match.end())
        closed = followed or grammar.clauses.ends(text, match.end())
        if closed and (adjacent or joined or followed or match["mods"]):
            term = grammar.modifiers.applied(bearer.term(match["size"]), match["mods"])
            yield Found(Span(noun.start() if adjacent else match.start(), match.end()), term)
            return


def sentence_end(text: str, start: int) -> int:
    """Return where the sentence that goes on at `start` ends, or as far as a noun reaches."""
    stop = min(len(text), start + _WINDOW)
    end = _SENTENCE_END.search(text, start, stop)
    return end.start() + 1 if end else stop
