"""What was said, clause by clause: a negation turns the clause that it stands in, and no other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from redite.text.likelihood import find_estimates
from redite.values import Record, Span

_PARTED = re.compile(r"[,;:]\s|\s[—–-]\s|[.!?]\s")
SHORTEST = 3
"""Words of a clause; what has fewer belongs to its neighbour."""
LONGEST = 30
"""Words of a clause that is looked at: in a longer one something always differs."""
GAP = 80
"""Letters between a cue and what was said by it."""
_ENDED = re.compile(r"[.!?\n]")
MOST = 40
"""Clauses of one statement that are looked at."""


@dataclass(frozen=True, slots=True, eq=False)
class Clause:
    """One clause of what somebody said. Two are equal only if they are one object."""

    record: Record
    span: Span
    before: Span | None
    """What was said before it in the same sentence, if anything: it may govern the clause."""

    @property
    def text(self) -> str:
        """Its words."""
        return self.span.of(self.record.article.text)


def clauses(record: Record) -> list[Clause]:
    """Return the clauses of a statement in text order, short ones with those before them."""
    found = [Clause(record, *spans) for spans in _spans(record)][:MOST]
    return [one for one in found if len(one.text.split()) <= LONGEST]


def _spans(record: Record) -> Iterator[tuple[Span, Span | None]]:
    text = record.article.text
    for piece in record.statement.attribution.content:
        start, sentence = piece.start, _sentence(record, piece)
        for mark in _marks(record, piece):
            rest = piece.end - mark.end()
            if _long(text[start : mark.start()]) and rest and _long(text[mark.end() : piece.end]):
                yield Span(start, mark.start()), _between(sentence, start)
                start = mark.end()
                sentence = start if mark.group()[0] in ".!?" else sentence
        if start < piece.end:
            yield Span(start, piece.end), _between(sentence, start)


def _marks(record: Record, piece: Span) -> Iterator[re.Match[str]]:
    """Yield what parts a piece into clauses; ", probably," stands in the midst of one."""
    language = record.article.language
    inside = [
        Span(piece.start + one.span.start, piece.start + one.span.end)
        for one in find_estimates(piece.of(record.article.text), language)
    ]
    for mark in _PARTED.finditer(record.article.text, piece.start, piece.end):
        beside = any(mark.end() == one.start or mark.start() == one.end for one in inside)
        if mark.group()[0] != "," or not beside:
            yield mark


def _sentence(record: Record, piece: Span) -> int:
    """Return where the words begin that govern a piece: after the cue, if one sentence has both."""
    cue = [each.end for each in record.statement.attribution.cue if each.end <= piece.start]
    gap = record.article.text[max(cue) : piece.start] if cue else ""
    return max(cue) if cue and len(gap) <= GAP and not _ENDED.search(gap) else piece.start


def _between(start: int, end: int) -> Span | None:
    return Span(start, end) if start < end else None


def _long(words: str) -> bool:
    return len(words.split()) >= SHORTEST
