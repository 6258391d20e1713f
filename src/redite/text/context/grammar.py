"""The words of one language that make context links, ready to be searched for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from redite.lang.context import Context, context_words
from redite.text.phrase_patterns import GAP, START
from redite.values import Span


@dataclass(frozen=True, slots=True)
class Grammar:
    """The patterns and words of one language."""

    language: str
    section: Context
    marker: re.Pattern[str]
    behind: re.Pattern[str]
    """A verb, a few words, and then words of time or of a clause."""
    stop: re.Pattern[str]
    elided: frozenset[str]
    openings: frozenset[str]
    joins: frozenset[str]
    no_events: frozenset[str]
    articles: frozenset[str]
    prepositions: frozenset[str]
    small: frozenset[str]
    """Words that end no event."""


@cache
def grammar_of(language: str) -> Grammar:
    """Return the patterns of a language that has a file."""
    section = context_words(language)
    verbs = _any(section.verbs, section)
    beside, clauses = _any(section.beside, section), _any(section.clauses, section)
    joins = frozenset(word for form in section.joins for word in form.split()[:1])
    small = joins.union(section.openings, section.articles, section.prepositions)
    few = rf"(?:(?!{clauses}|{beside})[^\W_]{{1,20}}{GAP}){{0,2}}"
    return Grammar(
        language,
        section,
        re.compile(START + _any(section.markers, section), re.IGNORECASE),
        re.compile(
            rf"{START}{verbs}(?:,?{GAP}){few}(?:(?P<clause>{clauses})|(?P<beside>{beside}))",
            re.IGNORECASE,
        ),
        re.compile(_any(section.stops, section), re.IGNORECASE),
        frozenset(form for form in (*section.stops, *section.openings) if form.endswith("'")),
        frozenset(section.openings),
        joins,
        frozenset(section.no_events),
        frozenset(section.articles),
        frozenset(section.prepositions),
        small,
    )


def _any(forms: Iterable[str], section: Context) -> str:
    """Return the source of a pattern for one of `forms`, the longest first."""
    written = {variant for form in forms for variant in _variants(form, section)}
    ordered = sorted(written, key=lambda form: (-len(form), form))
    return f"(?:{'|'.join(_source(form, section) for form in ordered)})"


def _variants(form: str, section: Context) -> Iterator[str]:
    yield form
    head, _, last = form.rpartition(" ")
    for contracted in section.contractions.get(last, ()):
        yield f"{head} {contracted}"


def _source(form: str, section: Context) -> str:
    pieces = [
        rf"(?:\d{{1,3}}|{'|'.join(map(re.escape, section.counts))})" if word == "#" else _word(word)
        for word in form.split()
    ]
    end = "" if form.endswith("'") else r"(?!\w)"
    return GAP.join(pieces) + end


def _word(word: str) -> str:
    return re.escape(word).replace(r"\*", r"\w{0,20}")


def markers(read: str, grammar: Grammar) -> list[tuple[Span, bool]]:
    """Return the markers, each with whether a clause follows."""
    found = [(Span(*m.span()), False) for m in grammar.marker.finditer(read)]
    for match in grammar.behind.finditer(read):
        kind = "clause" if match["clause"] else "beside"
        start = match.start() if kind == "clause" else match.start(kind)
        found.append((Span(start, match.end()), kind == "clause"))
    return sorted(found, key=lambda one: (one[0].start, -one[0].end))
