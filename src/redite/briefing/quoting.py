"""Which words of a report are quoted, and how they may be told.

Direct speech is quoted as the speaker's. Indirect speech is best quoted with the verb that reports
it ("urged both sides to publish the lists"): the verb says whether it was asserted, denied or
asked for, better than any word of ours. Where verb and words do not stand together, the words are
quoted as a paraphrase.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache

from redite.compare.words import WORD
from redite.lang import languages
from redite.lang import words as section
from redite.lang.attribution import Attribution as AttributionWords
from redite.reports import KEPT, cut, is_verbatim, printed, stance, words
from redite.text.markup import readable
from redite.text.nominative import is_first_person, readings
from redite.values import Record, Span, SpeakerKind

FULL, EARLIER, SHORT = 260, 160, 90
"""Longest quotations, in code points: in a sentence of its own, as evidence, in a list."""
_GAP = 90
"""Code points between verb and words, within one sentence."""
_BREAK = re.compile(r"[.!?;:\n«»“”„\"]")
_MARKS = re.compile(r"[«»“”„()\"]")
_BLANKS = ("\u00a0", "\u202f", " ")
_QUOTED = re.compile(r"«[^»]*»|“[^”]*”|„[^“”]*[“”]|\"[^\"]*\"")
_OPEN_CLOSE = (("«", "»"), ("“", "”"), ("„", "“"), ("(", ")"), ('"', '"'))


class How(Enum):
    """How words are quoted."""

    DIRECT = "direct"
    TOLD = "told"
    """With the verb before them."""
    PUT = "put"
    """In the outlet's words."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of one report, ready to be put between quotation marks, and where they stand."""

    how: How
    text: str
    spans: tuple[Span, ...]


def quote(record: Record, limit: int = FULL) -> Quote:
    """Return the words of a report, cut after a word where they are longer than `limit`."""
    if is_verbatim(record):
        return Quote(How.DIRECT, printed(record, limit), words(record))
    told = _told(record)
    if told is None:
        return replace(_put(record, limit), how=how(record))
    text = readable(record.article.text[told.start : min(told.end, told.start + 10 * limit)])
    return Quote(How.PUT if _many_for_one(record) else How.TOLD, cut(text, limit), (told,))


def whole(record: Record, limit: int = FULL) -> str:
    """Return the words that were said, with the mark behind them that closes what they open."""
    return _put(record, limit).text


def how(record: Record) -> How:
    """Return how the words of a report are quoted."""
    if is_verbatim(record):
        return How.DIRECT
    if _told(record) is not None:
        return How.TOLD
    own = _says_i(record.content, record.article.language)
    return How.DIRECT if own and stance(record) == "affirmed" else How.PUT


@lru_cache(maxsize=KEPT)
def _says_i(said: str, language: str | None) -> bool:
    """Say whether the words speak of themselves as "I" or "we": so only the speaker puts it.

    What is quoted inside them shows nothing of the words around it.
    """
    if language is None or language not in languages():
        return False
    plain = _QUOTED.sub(" ", said.lower().replace("’", "'"))
    return any(_is_i(word, language) for word in WORD.findall(plain))


@lru_cache(maxsize=65_536)  # news says the same words again and again
def _is_i(word: str, language: str) -> bool:
    own = section(language, "attribution", AttributionWords).first_person
    elided = tuple(word for word in own if word.endswith("'"))
    return word in own or word.startswith(elided) or is_first_person(word, language)


def _told(record: Record) -> Span | None:
    """Return the piece from the verb to the end of the words, where it reads as a predicate."""
    attribution, text = record.statement.attribution, record.article.text
    pieces = words(record)
    if len(attribution.cue) != 1 or len(attribution.source) != 1 or len(pieces) != 1:
        return None
    source, cue, content = attribution.source[0], attribution.cue[0], pieces[0]
    if not source.end <= cue.start < cue.end <= content.start:
        return None
    between = text[source.end : cue.start]
    gap = text[cue.end : content.start]
    if len(between) > 3 or between.strip() or len(gap) > _GAP or _BREAK.search(gap):
        return None
    return _closed(text, Span(cue.start, content.end))


def _many_for_one(record: Record) -> bool:
    """Say whether the verb has a subject of several where one is named, as far as forms show it.

    "At the ministry they say" is the ministry's, and "the ministry they say" is no sentence.
    """
    text, language = record.article.text, record.article.language
    attribution = record.statement.attribution
    verbs = [
        read[0]
        for word in WORD.findall(attribution.cue[0].of(text))
        if (read := readings(word, language)) and read[0].part == "VERB"
    ]
    if not verbs or not all(verb.plural for verb in verbs):
        return False
    if record.judgement.speaker.kind is SpeakerKind.PERSON:
        return True
    source = attribution.source[0]
    before = WORD.findall(text[max(0, source.start - 20) : source.start])
    if before and any(one.part == "PREP" for one in readings(before[-1].lower(), language)[:1]):
        return True
    nouns = (readings(word, language) for word in WORD.findall(source.of(text)))
    return not any(one.plural and "nomn" in one.cases for read in nouns for one in read)


def _put(record: Record, limit: int) -> Quote:
    pieces = words(record)
    whole = tuple(_closed(record.article.text, piece) or piece for piece in pieces)
    if whole == pieces:
        return Quote(How.PUT, printed(record, limit), pieces)
    text = " … ".join(readable(span.of(record.article.text)) for span in whole)
    return Quote(How.PUT, cut(text, limit), whole)


def _closed(text: str, span: Span) -> Span | None:
    """Return `span` with the marks that close what it opens, and open what it closes.

    None where a mark that should close stands nowhere.
    """
    whole, start, end = span.of(text), span.start, span.end
    if _MARKS.search(whole) is None:
        return span
    for opened, closed in _OPEN_CLOSE:
        if opened == "“" and "„" in whole:  # a German quotation ends in the mark
            continue
        left = (
            whole.count(opened) % 2
            if opened == closed
            else whole.count(opened) - whole.count(closed)
        )
        if left > 0:
            after = end + (text[end : end + 1] in _BLANKS)
            if left > 1 or text[after : after + 1] != closed:
                return None
            end = after + 1
        elif left == -1:
            before = start - (text[start - 1 : start] in _BLANKS)
            start = before - 1 if text[before - 1 : before] == opened else start
    return Span(start, end)
