"""Likelihood given to a noun by a size: "a slim chance", "the risk remains low".

A size counts right before or behind its noun, or later in the same sentence where a copula joins
the two ("the likelihood of a strike is extremely low"), or where it has a modifier, and in any case
only where no other noun follows that it could describe.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from redite.lang.likelihood import Bearer, Likelihood, likelihood
from redite.text.degrees import Found, Modifiers
from redite.text.phrase_patterns import END, GAP, START, Finder, Places, any_of
from redite.values import Span, Term

_WINDOW = 180
_BEFORE = 80
"""Code points behind and before a noun within which its size or number may stand."""
_COPULA_REACH = 40
_SENTENCE_END = re.compile(r"[.!?…](?=\s)|[;\n]")
_CLAUSE_END = re.compile(r"[ \u00a0]?[.,;:!?…»”\"“)\]—–]|\s*$")
_QUOTE_OR_BLANK = re.compile(r"[«\"“„ \t\n\u00a0\u202f]{1,4}")


def find_sized(text: str, words: Places, language: str) -> Iterator[Found]:
    """Yield what sizes say of nouns that have a likelihood; some may overlap."""
    grammar = _grammar(language)
    for bearer in grammar.bearers:
        for noun in nouns(bearer.noun, text, words):
            yield from _sized_before(text, noun, bearer, grammar)
            yield from _sized_later(text, noun, bearer, grammar)


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun that has a likelihood, and the piece of text in which its size or number may stand."""

    start: int
    end: int
    since: int
    until: int


def nouns(finder: Finder, text: str, words: Places) -> list[Noun]:
    """Return the nouns of one kind, in order.

    The pieces of two share no more than what lies between them, and none is longer than a
    sentence: what is looked for in all of them is looked for in linear time.
    """
    found = [match.span() for match in finder.find(text, words)]
    ends = [0, *(end for _, end in found)]
    starts = [*(start for start, _ in found), len(text)]
    return [
        Noun(
            start,
            end,
            max(ends[at], start - _BEFORE),
            min(starts[at + 1], _sentence_end(text, end)),
        )
        for at, (start, end) in enumerate(found)
    ]


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

    def __init__(self, bearer: Bearer, modifiers: Modifiers, other: Sequence[str]) -> None:
        sizes = any_of(form for forms in bearer.sizes.values() for form in forms)
        self.noun = Finder(bearer.nouns)
        # A word may come between size and noun only where a modifier shows that it is a size.
        self.sized = re.compile(
            rf"{START}(?:(?P<mods>{modifiers.run(1)})(?P<size>{sizes}){END}{GAP}"
            rf"(?:(?!{any_of(other)}{END})\w{{2,20}}{GAP})?|(?P<size2>{sizes}){END}{GAP})$",
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
        self.bearers = [
            _Bearer(bearer, self.modifiers, section.clause_starts) for bearer in section.bearers
        ]
        self.clauses = Clauses(section)
        self.bare = section.bare_predicates
        copulas = any_of(section.copulas)
        self.copula_before = re.compile(
            rf"{START}{copulas}{END}{GAP}(?:\w{{1,20}}{GAP})?[«„“\"]?$", re.IGNORECASE
        )
        self.copula_after = re.compile(rf"{GAP}{copulas}{END}", re.IGNORECASE)


@cache
def _grammar(language: str) -> _Grammar:
    return _Grammar(likelihood(language))


def _sized_before(text: str, noun: Noun, bearer: _Bearer, grammar: _Grammar) -> Iterator[Found]:
    match = bearer.sized.search(text, noun.since, noun.start)
    if match is not None:
        term = bearer.term(match["size"] or match["size2"])
        applied = grammar.modifiers.applied(term, match["mods"] or "")
        yield Found(Span(match.start(), noun.end), applied)


def _sized_later(text: str, noun: Noun, bearer: _Bearer, grammar: _Grammar) -> Iterator[Found]:
    for match in bearer.size.finditer(text, noun.end, noun.until):
        adjacent = _QUOTE_OR_BLANK.fullmatch(text, noun.end, match.start())
        reach = max(noun.end, match.start() - _COPULA_REACH)
        joined = grammar.copula_before.search(text, reach, match.start())
        followed = grammar.copula_after.match(text, match.end())
        closed = followed or grammar.clauses.ends(text, match.end())
        linked = adjacent or joined or followed or match["mods"] or grammar.bare
        if closed and linked:
            term = grammar.modifiers.applied(bearer.term(match["size"]), match["mods"])
            yield Found(Span(noun.start if adjacent else match.start(), match.end()), term)
            return


def _sentence_end(text: str, start: int) -> int:
    stop = min(len(text), start + _WINDOW)
    end = _SENTENCE_END.search(text, start, stop)
    return end.start() + 1 if end else stop
