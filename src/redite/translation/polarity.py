"""Which way a clause points, so that two of them can be told to say the contrary of each other.

A clause is turned round by a negation, by a verb that denies what it governs ("refuse", "rule
out"), by an estimate on the lower side of even, and by a word whose opposite the other one has.
An odd number of turns between two clauses about one thing is a contradiction: "very likely not
ours" and "very likely ours", "refused to open" and "will open", but not "will not close" and
"stays open".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from redite.compare.words import WORD
from redite.lang import languages
from redite.lang.comparison import Lexicon, lexicon
from redite.lang.damage import damage_words
from redite.text.likelihood import find_estimates
from redite.text.numbers import APOSTROPHES
from redite.translation.clauses import Clause
from redite.values import Estimate, Span

FURTHER = 12
"""Words in which the second part of a verb follows the first: "ruled … out"."""


@dataclass(frozen=True, slots=True)
class Bearing:
    """Which way a clause points."""

    turned: bool
    """Whether negations and denying verbs turn it."""
    turns: tuple[Span, ...]
    """The words that do."""
    sides: dict[str, tuple[bool, Span]]
    """Opposites it takes sides in, which side, and by which word."""
    likely: bool | None
    """Which side of even it is put on; None without an estimate."""
    where: Span | None
    """The words of the estimate."""
    guarded: bool
    """Whether what was said before it may turn it, or it hangs on a condition."""


@dataclass(frozen=True, slots=True)
class _Lists:
    negations: Lexicon
    denying: Lexicon
    parted: dict[str, frozenset[str]]
    conditions: Lexicon
    opposites: Lexicon


@cache
def _lists(language: str) -> _Lists:
    section = damage_words(language).turning
    whole = [form for form in section.denying.split() if "+" not in form]
    parted: dict[str, set[str]] = {}
    for form in section.denying.split():
        first, plus, second = form.partition("+")
        if plus:
            parted.setdefault(first, set()).add(second)
    sides = {}
    for name, line in section.opposites.items():
        one, _, other = line.partition("|")
        sides[f"+{name}"], sides[f"-{name}"] = one, other
    return _Lists(
        lexicon(section.negations),
        lexicon(" ".join(whole)),
        {first: frozenset(second) for first, second in parted.items()},
        lexicon(section.conditions),
        Lexicon(sides),
    )


def bearing(clause: Clause) -> Bearing | None:
    """Return which way a clause points, with the words by which it was reported.

    None where nothing can be said: in a language without a file, or of an estimate near even.
    """
    article = clause.record.article
    if article.language not in languages():
        return None
    assert article.language is not None
    lists = _lists(article.language)
    pieces = [*clause.record.statement.attribution.cue, clause.span]
    estimates = [
        one
        for one in _estimates(article.text, article.language)
        if any(piece.overlaps(one.span) for piece in pieces)
    ]
    likely = [one.likely for one in estimates]
    if None in likely or len(set(likely)) > 1:
        return None
    holes = [one.span for one in estimates]
    words = [
        (span, word)
        for span, word in _words(article.text, pieces)
        if not any(hole.overlaps(span) for hole in holes)
    ]
    negations = [span for span, word in words if word in lists.negations]
    denying = _denying(words, lists)
    sides: dict[str, tuple[bool, Span]] = {}
    for span, word in words:
        name = None if word in lists.denying else lists.opposites.find(word)
        if name is not None:
            sides.setdefault(name[1:], (name[0] == "+", span))
    before = _words(article.text, [clause.before] if clause.before else [])
    guarded = any(word in lists.conditions for _, word in (*before, *words))
    turned_before = any(word in lists.negations or word in lists.denying for _, word in before)
    return Bearing(
        turned=(bool(negations) + len(denying)) % 2 == 1,
        turns=(*negations, *denying),
        sides=sides,
        likely=likely[0] if likely else None,
        where=holes[0] if holes else None,
        guarded=guarded or turned_before,
    )


@lru_cache(maxsize=64)
def _estimates(text: str, language: str) -> tuple[Estimate, ...]:
    return tuple(find_estimates(text, language))


def turned(one: Bearing, other: Bearing) -> bool | None:
    """Say whether the two say the contrary of each other; None where that cannot be told."""
    if (one.likely is None) is not (other.likely is None) or one.guarded is not other.guarded:
        return None
    both = one.sides.keys() & other.sides.keys()
    opposed = sum(one.sides[name][0] is not other.sides[name][0] for name in both)
    turns = (one.turned is not other.turned) + (one.likely is not other.likely) + opposed
    if turns % 2 == 0:
        return False
    # "Is closed" and "does not work" are one thing said in two ways.
    alone = one.sides.keys() ^ other.sides.keys()
    sides = one.sides | other.sides
    return None if any(not sides[name][0] for name in alone) and not opposed else True


def _denying(words: Sequence[tuple[Span, str]], lists: _Lists) -> list[Span]:
    found: list[Span] = []
    for at, (span, word) in enumerate(words):
        if word in lists.denying:
            found.append(span)
        elif word in lists.parted:
            further = {later for _, later in words[at + 1 : at + 1 + FURTHER]}
            if further & lists.parted[word]:
                found.append(span)
    return found


_ELIDED = re.compile(r"[a-z]{1,2}'(?=[a-zà-ÿ]{2})")


def _words(text: str, pieces: Sequence[Span]) -> list[tuple[Span, str]]:
    """Return the words of some pieces of a text in text order, in lower case, none elided."""
    found = set()
    for piece in pieces:
        for match in WORD.finditer(piece.of(text).translate(APOSTROPHES)):
            word = match.group().lower()
            elided = _ELIDED.match(word)
            cut = elided.end() if elided else 0
            span = Span(*match.span()).shifted(piece.start)
            if cut:
                found.add((Span(span.start, span.start + cut), word[: cut - 1]))
            found.add((Span(span.start + cut, span.end), word[cut:]))
    return sorted(found)
