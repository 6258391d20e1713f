"""Where an event ends in Russian and Ukrainian: where no word depends on the noun before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from redite.text.context.grammar import Grammar
from redite.text.context.words import Token
from redite.text.nominative import Reading, readings
from redite.values import Span

_OBLIQUE = frozenset({"gent", "datv", "accs", "ablt", "loct"})
_DEPENDENT = frozenset({"gent", "ablt"})
"""Cases in which a noun hangs on the one before it: "of the dam", "with missiles"."""
_SENTENCE_START = re.compile(r"(?:^|[.!?…\n»”\"–—-])\s*$")


def where_nothing_depends(
    tokens: Sequence[Token], grammar: Grammar, read: str, marker: Span
) -> Sequence[Token]:
    """Go on while a word depends on the noun before it: a genitive, or a preposition's noun."""
    governed = _governed(marker.of(read), grammar)
    wanted = frozenset({governed})
    head: int | None = None
    subject: int | None = None  # the first noun behind the head that may be a subject
    at = 0
    for at, token in enumerate(tokens):
        if at and grammar.stop.match(read, token.start):
            break
        if at and token.lower in grammar.prepositions:
            wanted = _OBLIQUE
            continue
        if at and token.lower in grammar.joins:
            if not _goes_on(tokens[at + 1 :], governed, grammar):
                break
            wanted = frozenset({governed})
            continue
        known = readings(token.word, grammar.language)
        if token.word.isupper() and len(token.word) > 1:  # an abbreviation has no endings
            if head is None:
                break
            continue
        if not known or not token.word.isalpha():
            if head is None and not token.word[0].isdigit():
                break
            continue
        cases = {case for reading in known for case in reading.cases}
        if not cases & wanted:
            break
        if _is_noun(known, wanted):
            if head is None:
                head = at
            elif subject is None and "nomn" in cases and wanted != _OBLIQUE:
                subject = at
            wanted = _DEPENDENT
    else:
        at = len(tokens)
    if head is None:
        return []
    ends_in_verb = at < len(tokens) and _is_verb(tokens[at:], grammar)
    if subject is not None and ends_in_verb and _begins_sentence(read, marker):
        at = subject
    return tokens[:at]


def _governed(marker: str, grammar: Grammar) -> str:
    last = marker.lower().split()[-1]
    return "ablt" if last in grammar.section.instrumental else "gent"


def _is_noun(known: Sequence[Reading], wanted: frozenset[str]) -> bool:
    """Say whether a word closes the phrase that waits for a noun, and does not describe one."""
    fitting = [reading for reading in known if set(reading.cases) & wanted]
    return all(reading.noun for reading in fitting)


def _goes_on(following: Sequence[Token], governed: str, grammar: Grammar) -> bool:
    """Say whether what follows "and" is another noun in the case of the event."""
    if not following:
        return False
    if following[0].lower in grammar.prepositions:
        return True
    known = readings(following[0].word, grammar.language)
    return any(governed in reading.cases or "gent" in reading.cases for reading in known)


def _is_verb(following: Sequence[Token], grammar: Grammar) -> bool:
    for token in following[:3]:
        parts = [reading.part for reading in readings(token.word, grammar.language)[:1]]
        if parts in (["VERB"], ["PRTS"], ["ADJS"]):
            return True
        if parts not in (["ADVB"], ["PRCL"]):
            return False
    return False


def _begins_sentence(read: str, marker: Span) -> bool:
    return _SENTENCE_START.search(read[max(0, marker.start - 6) : marker.start]) is not None
