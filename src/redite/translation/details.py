"""What a translation denies, affirms, counts or dates otherwise than the reports beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from redite.compare.slots import changes, same_number
from redite.compare.words import Words, read_words
from redite.reports import outlet
from redite.text.dates import find_dates
from redite.text.numbers import find_numbers
from redite.translation.alignment import Aligned
from redite.translation.clauses import Clause
from redite.translation.polarity import Bearing, bearing, turned
from redite.values import Damage, DamageKind, Record, Span

SURE = 0.5
"""Likeness above which one report is enough to hold a meaning against."""
TOLD = 2
"""Other texts that give a number or a day before a text is measured by it."""
MOST = 5
"""Other reports that are asked, the likeliest ones."""
TOGETHER = timedelta(days=2)
"""Apart from which two articles may report two sayings, where neither says the day."""


def differs(clause: Clause, aligned: Sequence[Aligned], least: int = 1) -> Damage | None:
    """Flag what a text says otherwise than most reports of the same, and than `least` of them."""
    alike = list(aligned[:MOST])
    return (
        _turned_round(clause, alike, least)
        or _other_unit(clause, alike, least)
        or _other_detail(clause, alike)
    )


def outvoted(clause: Clause, aligned: Sequence[Aligned]) -> Damage | None:
    """Flag, in any text, what reports of the very same saying in other languages contradict.

    Reports in its own language are no witnesses: only a translation turns a meaning round.
    """
    language = clause.record.article.language
    same = [
        one
        for one in aligned
        if one.one_speaker
        and one.clause.record.article.language != language
        and _one_occasion(clause.record, one.clause.record)
    ]
    # Where fewer than that speak, none of it can flag anything, and reading takes long.
    return differs(clause, same, TOLD) if len(same) >= TOLD else None


# --- the contrary -------------------------------------------------------------------------------


def _turned_round(clause: Clause, alike: Sequence[Aligned], least: int) -> Damage | None:
    own = bearing(clause)
    if own is None:
        return None
    told = [(one, there) for one in alike if (there := bearing(one.clause)) is not None]
    said = [(one, there, turned(own, there)) for one, there in told]
    against = [(one, there) for one, there, is_turned in said if is_turned]
    agreeing = sum(_agreement(own, there) for _, there, is_turned in said if is_turned is False)
    if len(against) < least or len(against) <= 2 * agreeing:
        return None
    if len(against) < TOLD and not _sure(clause, against[0][0]):
        return None
    other = against[0][1]
    others = [one for one, _ in against]
    span, why = _shown(clause, own, others[0].clause, other, _outlets(others))
    return Damage(span, DamageKind.MEANING_FLIP, f"{why} (“{_words(others[0])}”)")


def _agreement(own: Bearing, other: Bearing) -> float:
    """Return how much a report that is not turned agrees: less where it takes no side of ours.

    "Survived" and a word that no list knows may be one thing, or the contrary.
    """
    return 0.5 if own.sides.keys() - other.sides.keys() else 1.0


def _sure(clause: Clause, other: Aligned) -> bool:
    """Say whether one report is enough: of the very same saying, or very much alike."""
    said, told = clause.record.judgement.utterance, other.clause.record.judgement.utterance
    return said == told or other.likeness > SURE


def _shown(
    clause: Clause, own: Bearing, them: Clause, other: Bearing, who: str
) -> tuple[Span, str]:
    """Return the words that turn it, and what they do."""
    if own.where is not None and own.likely is not other.likely:
        side, contrary = ("likely", "unlikely") if own.likely else ("unlikely", "likely")
        return own.where, f"calls {side} what {who} called {contrary}"
    for name in sorted(own.sides.keys() & other.sides.keys()):
        if own.sides[name][0] is not other.sides[name][0]:
            return own.sides[name][1], f"says the opposite of {who}"
    if own.turned and not other.turned:
        return own.turns[-1], f"denies what is affirmed in {who}"
    cue, theirs = clause.record.statement.attribution.cue, them.record.statement.attribution.cue
    reported = any(piece.contains(turn) for piece in theirs for turn in other.turns)
    return (cue[0] if reported and cue else clause.span), f"affirms what is denied in {who}"


# --- lengths, numbers, days ---------------------------------------------------------------------


_LENGTH = re.compile(r"P(T?)(\d+)([A-Z])")


def _lengths(clause: Clause) -> dict[str, tuple[str, str, Span]]:
    """Return by number what lengths of time were said: unit, words, and where."""
    words, found = clause.text, {}
    for one in find_dates(words, clause.record.article.language, None):
        length = _LENGTH.fullmatch(one.value or "")
        if length is not None:
            span = one.span.shifted(clause.span.start)
            found[length[2]] = (length[1] + length[3], one.span.of(words), span)
    return found


def _other_unit(clause: Clause, alike: Sequence[Aligned], least: int) -> Damage | None:
    """Flag "seven days" where all reports that give a length of seven have hours."""
    own = _lengths(clause)
    if not own:
        return None
    told = [(one, _lengths(one.clause)) for one in alike]
    for number, (unit, _, span) in own.items():
        others = [(one, lengths[number]) for one, lengths in told if number in lengths]
        if len(others) >= least and all(length[0] != unit for _, length in others):
            words = others[0][1][1]
            why = f"another unit than in {_outlets([one for one, _ in others])} (“{words}”)"
            return Damage(span, DamageKind.MEANING_FLIP, why)
    return None


def _other_detail(clause: Clause, alike: Sequence[Aligned]) -> Damage | None:
    """Flag a number or a day where two other reports of the same saying give another one."""
    same = [one for one in alike if _one_occasion(clause.record, one.clause.record)]
    if len(same) < TOLD:
        return None
    own = _read(clause)
    theirs = [_read(one.clause) for one in same]
    found = _other_number(own, theirs) or _other_day(own, theirs)
    span = _printed(clause, found[2]) if found is not None else None
    if found is None or span is None:
        return None
    what, before, _ = found
    why = f"another {what} than in {_outlets(same)} (“{before}”)"
    return Damage(span, DamageKind.MEANING_FLIP, why)


Detail = tuple[str, str, str]
"""What is another, the words of the others, and those of this text."""


def _other_number(own: Words, theirs: Sequence[Words]) -> Detail | None:
    """Return the only number, where all others that give one number agree on another."""
    told = [one.quantities[0] for one in theirs if len(one.quantities) == 1]
    if len(own.quantities) != 1 or len(told) < TOLD:
        return None
    number, shown = own.quantities[0]
    first, words = told[0]
    if any(same_number(number, each) or not same_number(first, each) for each, _ in told):
        return None
    return "number", words, shown


def _other_day(own: Words, theirs: Sequence[Words]) -> Detail | None:
    """Return the day, where two others give another one and none gives this one."""
    told = [c for one in theirs for c in changes(one, own) if c.slot == "date"]
    against = [c for c in told if c.before is not None]
    days = {day for day, _ in own.times}
    if len(against) < TOLD or any(days & {day for day, _ in one.times} for one in theirs):
        return None
    return "day", str(against[0].before), str(against[0].after)


def _read(clause: Clause) -> Words:
    return read_words(clause.text, clause.record.article.language)


def _one_occasion(one: Record, other: Record) -> bool:
    """Say whether two reports may be of one saying: of one day, or undated and near in time."""
    if one.judgement.utterance == other.judgement.utterance:
        return True
    here, there = one.statement.said_on, other.statement.said_on
    if here is not None and there is not None:
        return (here.start, here.end) == (there.start, there.end)
    return abs(one.article.published - other.article.published) <= TOGETHER


def _printed(clause: Clause, words: str) -> Span | None:
    """Return where the clause prints `words`, or a quantity that they begin with."""
    text, start = clause.text, clause.span.start
    at = text.find(words)
    if at >= 0:
        return Span(start + at, start + at + len(words))
    for quantity in find_numbers(text, clause.record.article.language):
        if words.startswith(quantity.span.of(text)):
            return quantity.span.shifted(start)
    return None


def _words(one: Aligned) -> str:
    return " ".join(one.clause.text.split())


def _outlets(others: Sequence[Aligned]) -> str:
    """Return who published these, two at most."""
    names = dict.fromkeys(outlet(one.clause.record.article) or "another report" for one in others)
    return " and ".join(list(names)[:2])
