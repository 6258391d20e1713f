"""Likelihoods that a translation turned round, lost, or put where they cannot stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from redite.compare.likeness import compare
from redite.reports import outlet
from redite.text.likelihood import doubly_denied
from redite.translation.alignment import Aligned
from redite.translation.clauses import Clause
from redite.translation.polarity import bearing
from redite.translation.reports import Reports
from redite.translation.said import Said, about_one_thing, keys_around, one_speaker, outlets
from redite.values import Article, Damage, DamageKind, Record, Span

SURE = 0.6
"""Least containment of two estimates of one thing that are held against each other in any text."""
MOST = 5
"""Other reports that are asked, the nearest ones."""


def contradicted(reports: Reports, record: Record) -> Damage | None:
    """Flag an estimate that all other reports of the very same saying contradict."""
    if record.statement.estimate is None:
        return None
    own = reports.said(record)
    others = [
        reports.said(one)
        for one in reports.of_utterance(record)[: MOST * 4]
        if one.article.key != record.article.key and one.article.language != record.article.language
    ]
    sides = [one for one in others if one.likely is not None]
    if len(sides) < 2 or own.likely is None or any(s.likely is own.likely for s in sides):
        return None
    return _flip(own, sides)


def between(reports: Reports, record: Record) -> Damage | None:
    """Flag an estimate on the other side of what its source said both before and after.

    In a text that no sign calls a translation, or only one: sources change their minds, and
    seldom for one day.
    """
    if record.statement.estimate is None:
        return None
    own = reports.said(record)
    if own.likely is None:
        return None
    alike = [
        one
        for one in reports.estimates_near(own.article)
        if one_speaker(own, one) and compare(own.words, one.words).containment >= SURE
    ]
    when = own.article.published
    sides = {one.article.published < when for one in alike}
    if len(sides) < 2 or any(one.likely is own.likely for one in alike):
        return None
    return _flip(own, alike[:MOST])


def turned(reports: Reports, own: Said) -> Damage | None:
    """Flag an estimate in a translation that lies on the other side of most like it."""
    if own.likely is None or own.where is None:
        return None
    alike = [one for one in reports.estimates_near(own.article) if about_one_thing(own, one)]
    alike.sort(key=lambda one: not one_speaker(own, one))
    against = [one for one in alike[:MOST] if one.likely is not own.likely]
    if not against or against[0] is not alike[0] or 2 * len(against) <= len(alike[:MOST]):
        return None
    return _flip(own, against)


def lost(
    reports: Reports, article: Article, spans: Sequence[Span], translated: bool
) -> Iterator[Damage]:
    """Flag estimates that have lost their word: in a translation, or where others have it."""
    for span in spans:
        keys = keys_around(article, span)
        own = Said(article, None, keys, True, span)
        alike = [one for one in reports.estimates_near(article) if about_one_thing(own, one)]
        others = [one for one in alike if one.likely is False]
        if not translated and (not others or len(others) < len(alike)):
            continue
        shown = next((one for one in others if one.where is not None), None)
        words = shown.where.of(shown.article.text) if shown and shown.where else ""
        yield Damage(span, DamageKind.MEANING_FLIP, _without(outlets(others), words))


def lost_beside(clause: Clause, aligned: Sequence[Aligned], spans: Sequence[Span]) -> Damage | None:
    """Flag an estimate that has lost its word, where other reports of the same still have it."""
    span = next((span for span in spans if clause.span.contains(span)), None)
    if span is None:
        return None
    told = [(one, there) for one in aligned[:MOST] if (there := bearing(one.clause)) is not None]
    others = [(one, there.where) for one, there in told if there.likely is False and there.where]
    if not others or any(there.likely for _, there in told):
        return None
    first, where = others[0]
    article = first.clause.record.article
    return Damage(
        span,
        DamageKind.MEANING_FLIP,
        _without(outlet(article) or "another report", where.of(article.text)),
    )


def _without(who: str, words: str) -> str:
    why = "it says how much and not of what: a word such as “low” or “likely” is missing"
    return f"{why}; {who}: “{words}”" if words else why


def unclear(article: Article, muddled: Sequence[Span]) -> Iterator[Damage]:
    """Yield estimates of a translation that cannot be meant, or with one negation on another."""
    for span in muddled:
        why = "no such thing is said of a likelihood, in a translation: which way is it meant?"
        yield Damage(span, DamageKind.MEANING_FLIP, why)
    for span in doubly_denied(article.text, article.language):
        why = "one negation upon another in an estimate, in a translation: which way is it meant?"
        yield Damage(span, DamageKind.MEANING_FLIP, why)


def _flip(own: Said, others: Sequence[Said]) -> Damage:
    assert own.where is not None
    shown = others[0]
    words = shown.where.of(shown.article.text) if shown.where else ""
    side, contrary = ("likely", "unlikely") if own.likely else ("unlikely", "likely")
    why = f"calls {side} what {outlets(others)} called {contrary} (“{words}”)"
    return Damage(own.where, DamageKind.MEANING_FLIP, why)
