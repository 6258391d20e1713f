"""Explicit context links: words that put what is told beside an event.

"The rhetoric comes **amid** *protests in Tarsk*"; "**à la veille de** *la contre-offensive*";
"**на тлі** *переговорів*". Three ways of saying it, each from the `context:` section:

1. a marker before an event, wherever it stands;
2. a verb of taking place, and then words of time before an event ("came hours after");
3. such a verb, and then a clause that tells the event ("comes as Ostlind votes").

Where an event ends is told by grammar, since punctuation often does not: in German at the verb
that follows the first part of a sentence, in Russian and Ukrainian where a word no longer depends
on the noun before it, elsewhere at words that begin something else. Two events under one marker
are two links.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from redite.lang import languages
from redite.text.context.endings import at_a_stop, at_the_verb
from redite.text.context.grammar import Grammar, grammar_of, markers
from redite.text.context.slavic import where_nothing_depends
from redite.text.context.words import REACH, Token, tokens
from redite.text.phrase_patterns import plain
from redite.values import Span, Spans

_ENDINGS = {"plain": at_a_stop, "german": at_the_verb, "slavic": where_nothing_depends}
_CLAUSE_END = re.compile(r"[;:!?\n()…—–]|[.](?=\s|$)|,(?=\s)|[»”\"]")


@dataclass(frozen=True, slots=True)
class ContextLink:
    """A marker with the event that it puts something beside."""

    marker: Spans
    event: Spans


def find_context(
    text: str, language: str | None, sources: Iterable[Spans] = ()
) -> tuple[ContextLink, ...]:
    """Return the context links of `text`, in text order; events do not overlap.

    A text in a language without a file has none. Who is known to speak is no event: "накануне
    министр заявил" tells only that he spoke the day before. `sources` are the words for them.
    """
    if language not in languages():
        return ()
    grammar = grammar_of(language)
    read = plain(text)
    found: list[ContextLink] = []
    speaking = [Span(spans[0].start, spans[-1].end) for spans in sources if spans]
    after = 0
    for marker, clause in markers(read, grammar):
        if marker.start < after:
            continue
        events = _clause(read, marker.end) if clause else _events(read, marker, grammar)
        for event in events:
            if any(source.contains(event) for source in speaking):
                continue
            found.append(ContextLink((marker,), (event,)))
            after = event.end
    return tuple(found)


def _clause(read: str, start: int) -> list[Span]:
    limit = min(len(read), start + REACH)
    end = _CLAUSE_END.search(read, start, limit)
    last = end.start() if end else limit
    words = read[start:last]
    if len(words.split()) < 2:
        return []
    begin = start + len(words) - len(words.lstrip())
    return [Span(begin, start + len(words.rstrip()))]


def _events(read: str, marker: Span, grammar: Grammar) -> list[Span]:
    following = tokens(read, marker.end, grammar)
    if not following or following[0].lower in grammar.no_events:
        return []
    second = following[1:2] if following[0].lower in grammar.articles else ()
    if any(token.lower in grammar.no_events for token in second):
        return []
    ending = _ENDINGS[grammar.section.grammar]
    pieces = _split(ending(following, grammar, read, marker), grammar)
    return [Span(piece[0].start, piece[-1].end) for piece in pieces]


def _split(tokens: Sequence[Token], grammar: Grammar) -> list[Sequence[Token]]:
    """Part two events under one marker where the second begins like one, and trim the ends."""
    pieces: list[Sequence[Token]] = []
    begin = 0
    for at, token in enumerate(tokens):
        if (
            token.lower in grammar.joins
            and at - begin >= 3
            and len(tokens) - at >= 4
            and tokens[at + 1].lower in grammar.openings
        ):
            pieces.append(tokens[begin:at])
            begin = at + 1
    pieces.append(tokens[begin:])
    out: list[Sequence[Token]] = []
    for piece in pieces:
        kept = list(piece)
        while kept and kept[-1].lower in grammar.small:
            kept.pop()
        while piece is not pieces[0] and kept and kept[0].lower in grammar.prepositions:
            kept.pop(0)
        if kept:
            out.append(kept)
    return out
