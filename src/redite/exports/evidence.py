"""The evidence of a sentence as briefs print it: which report, by whom, when, which words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from redite.briefing.quoting import EARLIER, FULL, SHORT, quote
from redite.exports.shown import direction, harmless, link, one_line
from redite.reports import outlet, printed, published_on
from redite.text.markup import readable
from redite.values import Cite, Record, Sentence, Span

CONTEXT = 160
"""Code points shown before and after the quoted words."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of an article; `quoted` where the sentence rests on them."""

    text: str
    quoted: bool


@dataclass(frozen=True, slots=True)
class Source:
    """One report that a sentence rests on, ready to print."""

    statement: str
    key: str
    """What tells this evidence from other: the statement, unless other words are cited."""
    article: str
    title: str | None
    outlet: str | None
    published: str | None
    """The day, `2031-04-05`; None where the article bears no date."""
    language: str | None
    direction: str
    url: str | None
    """As the input brought it, harmless to print."""
    link: str | None
    """The same, where it can be followed safely."""
    pieces: tuple[Piece, ...]
    same_saying: bool
    """True for a further report of the saying itself, False for what it is held against."""
    reprint: bool


def lead(sentence: Sentence, records: Mapping[str, Record]) -> Record | None:
    """Return the record whose verdict the sentence tells: the first that it cites."""
    return records.get(sentence.cites[0].statement or "")


def sources(sentence: Sentence, records: Mapping[str, Record]) -> list[Source]:
    """Return what the sentence rests on, in the order in which it cites, one entry a statement."""
    first = lead(sentence, records)
    found = []
    for statement, cites in groupby(sentence.cites, key=lambda cite: cite.statement):
        record = records.get(statement or "")
        if record is None:
            continue
        found.append(_source(record, list(cites), first))
    return found


def quotations(sentence: Sentence, records: Mapping[str, Record]) -> Iterator[tuple[str, Record]]:
    """Yield the words that the sentence may print in quotation marks, with where they are from."""
    for cite in sentence.cites:
        record = records.get(cite.statement or "")
        if record is not None:
            for limit in (FULL, EARLIER, SHORT):
                yield quote(record, limit).text, record
                yield printed(record, limit), record


def _source(record: Record, cites: Sequence[Cite], first: Record | None) -> Source:
    article = record.article
    name = outlet(article)
    content = record.statement.attribution.content
    said = any(cite.span.overlaps(span) for cite in cites for span in content)
    return Source(
        statement=record.statement.id,
        key=record.statement.id if said else f"{record.statement.id}:{cites[0].span.start}",
        article=record.standing.id,
        title=one_line(article.title) if article.title else None,
        outlet=one_line(name) if name else None,
        published=published_on(record).isoformat() if article.dated else None,
        language=article.language,
        direction=direction(article.language),
        url=one_line(article.url) if article.url else None,
        link=link(article.url),
        pieces=tuple(_in_context(article.text, [cite.span for cite in cites])),
        same_saying=first is not None and _same_saying(record, first),
        reprint=record.standing.duplicate_of is not None,
    )


def _same_saying(record: Record, first: Record) -> bool:
    against = {evidence.statement for evidence in first.judgement.verdict.against}
    same = record.judgement.utterance == first.judgement.utterance
    return same and record.statement.id not in against


def _in_context(text: str, spans: Sequence[Span]) -> Iterator[Piece]:
    """Yield the quoted words and what stands around them, long stretches left out."""
    start = _word_start(text, spans[0].start - CONTEXT)
    if start > 0:
        yield Piece("… ", quoted=False)
    at = start
    for span in spans:
        between = text[at : span.start]
        if len(between) > 2 * CONTEXT:
            between = between[: CONTEXT // 2] + " … " + between[-CONTEXT // 2 :]
        if between:
            yield Piece(_folded(between), quoted=False)
        yield Piece(_folded(span.of(text)), quoted=True)
        at = span.end
    end = _word_end(text, at + CONTEXT)
    if end > at:
        yield Piece(_folded(text[at:end]), quoted=False)
    if end < len(text):
        yield Piece(" …", quoted=False)


def _folded(text: str) -> str:
    """Return `text` on one line without marks of links and emphasis; blanks at its ends stay."""
    body = harmless(readable(text))
    return f"{' ' if text[:1].isspace() else ''}{body}{' ' if text[-1:].isspace() else ''}"


def _word_start(text: str, at: int) -> int:
    """Return where the next word begins at or after `at`, if one does soon."""
    if at <= 0:
        return 0
    blank = text.find(" ", at, at + 30)
    return at if blank < 0 else blank + 1


def _word_end(text: str, at: int) -> int:
    """Return where the last word ends at or before `at`, if one does soon."""
    if at >= len(text):
        return len(text)
    blank = text.rfind(" ", at - 30, at)
    return at if blank < 0 else blank
