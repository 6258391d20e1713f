"""What a translation denies, affirms, counts or dates otherwise than the reports beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from redite.compare.contradiction import stance
from redite.compare.likeness import compare
from redite.compare.slots import changes
from redite.lang.comparison import comparison, known, lexicon
from redite.text.dates import find_dates
from redite.text.numbers import find_numbers
from redite.translation.reports import Reports
from redite.translation.said import SHARED, Said, outlets
from redite.values import Damage, DamageKind, Record, Span

EQUAL = 0.5
"""Least overlap of two that are held against each other …"""
SURE = 0.6
"""… or least containment, where they share more than one word."""
TOLD = 2
"""Other texts that give a number or a day before a text is measured by it."""
MOST = 5
"""Other reports that are asked, the nearest ones."""


def differs(reports: Reports, record: Record) -> Damage | None:
    """Flag what a translation denies or counts otherwise than all reports of the saying."""
    own = reports.said(record)
    if own.likely is not None:
        return None
    alike = _alike(reports, record, own)
    if alike and all(_turned_round(own, one) for one in alike):
        return Damage(_negation(record, own), DamageKind.MEANING_FLIP, _denied(own, alike))
    return _other_unit(record, alike) or _other_detail(record, own, alike)


def _alike(reports: Reports, record: Record, own: Said) -> list[Said]:
    """Return the nearest reports of the same: by the speaker's words, or by the judge's word."""
    equal = [one for one in reports.of_speaker(record) if _equal(own, one)]
    have = {one.record.statement.id for one in equal if one.record is not None}
    linked = [one for one in reports.linked(record) if one.likely is None]
    more = [o for o in linked if o.record is not None and o.record.statement.id not in have]
    return [*equal, *more][:MOST]


def _turned_round(own: Said, other: Said) -> bool:
    """Say whether one denies what the other affirms, by a negation or a word and its opposite."""
    turns = own.words.negated is not other.words.negated
    here, there = _sides(own), _sides(other)
    opposed = sum(here[name] is not there[name] for name in here.keys() & there.keys())
    return (turns + opposed) % 2 == 1


def _sides(one: Said) -> dict[str, bool]:
    """Return on which side of the listed opposites something stands, in any language."""
    read = None if one.record is None else stance(one.record.content, one.article.language)
    return {} if read is None else dict(read.sides)


def _equal(own: Said, other: Said) -> bool:
    if other.likely is not None:
        return False
    found = compare(own.words, other.words)
    return found.jaccard >= EQUAL or (found.containment >= SURE and found.shared >= SHARED)


def _negation(record: Record, own: Said) -> Span:
    """Return the word that denies, or all that was said where none is there to be shown."""
    content, text = record.statement.attribution.content, record.article.text
    negations = lexicon(comparison(known(own.words.language)).negations)
    for piece in content:
        at = piece.start
        for word in piece.of(text).split():
            start = text.index(word, at)
            at = start + len(word)
            if word.strip(".,;:!?«»“”\"'").lower() in negations:
                return Span(start, at)
    return content[0]


_LENGTH = re.compile(r"P(T?)(\d+)([A-Z])")


def _lengths(record: Record) -> dict[str, tuple[str, str, Span]]:
    """Return by number what lengths of time were said: unit, words, and where."""
    content, language = record.statement.attribution.content, record.article.language
    found: dict[str, tuple[str, str, Span]] = {}
    for piece in content:
        words = piece.of(record.article.text)
        for one in find_dates(words, language, None):
            length = _LENGTH.fullmatch(one.value or "")
            if length is not None:
                span = one.span.shifted(piece.start)
                found[length[2]] = (length[1] + length[3], one.span.of(words), span)
    return found


def _other_unit(record: Record, alike: Sequence[Said]) -> Damage | None:
    """Flag "seven days" where the nearest report that gives a length of seven has hours."""
    for number, (unit, _, span) in _lengths(record).items():
        told = [(one, _lengths(one.record)) for one in alike if one.record is not None]
        others = [(one, lengths[number]) for one, lengths in told if number in lengths]
        if others and all(length[0] != unit for _, length in others):
            words = others[0][1][1]
            why = f"another unit than in {outlets([one for one, _ in others])} (“{words}”)"
            return Damage(span, DamageKind.MEANING_FLIP, why)
    return None


def _other_detail(record: Record, own: Said, alike: Sequence[Said]) -> Damage | None:
    """Flag a number or a day where two other reports of what was said that day give another.

    The judge takes another number for another saying, as it should: only the day tells.
    """
    same = [one for one in alike if one.record is not None and _one_day(record, one.record)]
    if len(same) < TOLD:
        return None
    for slot in ("number", "date"):
        told = [
            [c for c in changes(one.words, own.words) if c.slot == slot and c.before is not None]
            for one in same
        ]
        if not told or not all(told) or told[0][0].after is None:
            continue
        span = _printed(record, str(told[0][0].after))
        if span is not None:
            what = "number" if slot == "number" else "day"
            why = f"another {what} than in {outlets(same)} (“{told[0][0].before}”)"
            return Damage(span, DamageKind.MEANING_FLIP, why)
    return None


def _one_day(one: Record, other: Record) -> bool:
    """Say whether both texts date the saying, and to the same day."""
    here, there = one.statement.said_on, other.statement.said_on
    if here is None or there is None or here.start is None:
        return False
    return (here.start, here.end) == (there.start, there.end) and here.start == here.end


def _printed(record: Record, words: str) -> Span | None:
    """Return where the content prints `words`, or a quantity that they begin with."""
    for piece in record.statement.attribution.content:
        content = piece.of(record.article.text)
        at = content.find(words)
        if at >= 0:
            return Span(piece.start + at, piece.start + at + len(words))
        for quantity in find_numbers(content, record.article.language):
            if words.startswith(quantity.span.of(content)):
                return quantity.span.shifted(piece.start)
    return None


def _denied(own: Said, others: Sequence[Said]) -> str:
    if own.words.negated:
        return f"denies what {outlets(others)} reported as said"
    return f"affirms what {outlets(others)} reported as denied"
