"""What was said, made ready to be held against other reports of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from redite.compare.likeness import compare
from redite.compare.words import Words, read_words
from redite.reports import outlet
from redite.text.damage import Signs
from redite.text.likelihood import doubly_denied, find_estimates
from redite.values import Article, Record, Span

ALIKE = 0.4
"""Least containment of two statements that may report one claim."""
SHARED = 1.4
"""Least weight that two estimates share besides their words of likelihood: one word is a topic."""


@dataclass(frozen=True, slots=True)
class Said:
    """Something said, with what it can be compared by."""

    article: Article
    record: Record | None
    """None where it is no statement that was found, only a sentence with an estimate."""
    words: Words
    likely: bool | None
    """On which side of even it puts the likelihood; None where on none."""
    where: Span | None
    """The words that say so."""


def said(record: Record, shown: Signs) -> Said:
    """Return what a statement can be compared by, in a text that shows these signs."""
    language, estimate = record.article.language, record.statement.estimate
    if estimate is not None:
        words = read_words(_without(record, estimate.span), language)
        return Said(record.article, record, words, estimate.likely, estimate.span)
    words = read_words(record.content, language)
    attribution = record.statement.attribution
    own = (*attribution.content, *attribution.cue)
    certain = next((s for s in shown.certain if any(piece.contains(s) for piece in own)), None)
    return Said(record.article, record, words, None if certain is None else True, certain)


def takes_a_side(one: Said) -> bool:
    """Say whether it calls something likely or unlikely, and not by two negations."""
    if one.record is None or one.record.statement.estimate is None or one.where is None:
        return False
    if one.likely is None:
        return False
    denied = doubly_denied(one.article.text, one.article.language)
    return not any(span.overlaps(one.where) for span in denied)


def _without(record: Record, hole: Span) -> str:
    """Return what was said without the words of its estimate, which are compared by themselves."""
    text = record.article.text
    pieces = []
    for piece in record.statement.attribution.content:
        if piece.overlaps(hole):
            pieces += [text[piece.start : hole.start], text[max(hole.end, 0) : piece.end]]
        else:
            pieces.append(piece.of(text))
    return " ".join(pieces)


def loose(article: Article, records: Sequence[Record]) -> Iterator[Said]:
    """Yield the estimates of an article that stand in none of its statements, by sentence."""
    taken = [
        piece
        for record in records
        for piece in (
            *record.statement.attribution.content,
            *record.statement.attribution.cue,
        )
    ]
    text = article.text
    for estimate in find_estimates(text, article.language):
        if any(piece.overlaps(estimate.span) for piece in taken):
            continue
        keys = keys_around(article, estimate.span)
        yield Said(article, None, keys, estimate.likely, estimate.span)


def keys_around(article: Article, hole: Span) -> Words:
    """Return the words of the sentence around some others."""
    text = article.text
    start = max(text.rfind(mark, 0, hole.start) for mark in ".!?\n") + 1
    ends = [text.find(mark, hole.end) for mark in ".!?\n"]
    end = min((at for at in ends if at >= 0), default=len(text))
    return read_words(f"{text[start : hole.start]} {text[hole.end : end]}", article.language)


def one_speaker(own: Said, other: Said) -> bool:
    """Say whether both are statements by one speaker."""
    if own.record is None or other.record is None:
        return False
    return own.record.judgement.speaker.id == other.record.judgement.speaker.id


def about_one_thing(own: Said, other: Said) -> bool:
    """Say whether two may report one claim, by the judge or by their words."""
    if own.record is not None and other.record is not None and one_claim(own.record, other.record):
        return True
    found = compare(own.words, other.words)
    return found.containment >= ALIKE and found.shared >= SHARED


def one_claim(one: Record, other: Record) -> bool:
    """Say whether the judge holds the two against each other."""
    if one.judgement.utterance == other.judgement.utterance:
        return True
    if one.judgement.claim == other.judgement.claim:
        return True
    pairs = ((one, other), (other, one))
    return any(
        evidence.statement == of.statement.id
        for held, of in pairs
        for evidence in held.judgement.verdict.against
    )


def outlets(others: Sequence[Said]) -> str:
    """Return who published these, two at most."""
    names = dict.fromkeys(outlet(one.article) or "another report" for one in others)
    return " and ".join(list(names)[:2])
