"""Do two texts contradict each other? Said only where it can be shown.

Shown means: one language, the same words but for what turns them (a negation, or a word and its
opposite), an odd number of turns, and nothing that may reconcile the two: no condition, no time
that may have passed, no part of a whole, no doubt, no question. A false accusation of having gone
back on one's word is worse than a missed one, and most that looks like it is time passing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from redite.compare.words import WORD, keys_of
from redite.lang.comparison import Lexicon, comparison, known, lexicon
from redite.lang.contrast import contrast
from redite.text.nominative import is_future
from redite.text.numbers import APOSTROPHES

ENOUGH = 2
"""Least number of words that both must have."""
MOST = 0.66
"""Least share of all their words that both have."""
LONGEST = 60
"""Words of a text; in a longer one something always differs."""
_QUESTION = re.compile(r"\?\s*$")


@dataclass(frozen=True, slots=True)
class Stance:
    """What a text says, apart from how it is turned."""

    about: frozenset[str]
    negated: bool
    sides: frozenset[tuple[str, bool]]
    """Opposites it takes sides in, and which side."""
    open: bool
    """Whether it commits itself: no condition, no doubt, no time that may pass, no question."""
    future: bool


@dataclass(frozen=True, slots=True)
class _Lists:
    negations: Lexicon
    stop_words: frozenset[str]
    opposites: Lexicon
    every: Lexicon
    guards: Lexicon
    phrases: tuple[str, ...]
    planned: Lexicon


@cache
def _lists(language: str) -> _Lists:
    words, section = comparison(language), contrast(language)
    sides = {}
    for name, line in section.opposites.items():
        one, _, other = line.partition("|")
        sides[f"+{name}"], sides[f"-{name}"] = one, other
    guards = section.guards.split()
    return _Lists(
        lexicon(words.negations),
        frozenset(words.stop_words.split()),
        Lexicon(sides),
        lexicon(section.all),
        lexicon(" ".join(g for g in guards if "_" not in g)),
        tuple(f" {g.replace('_', ' ')} " for g in guards if "_" in g),
        lexicon(words.statuses.get("planned", "")),
    )


@lru_cache(maxsize=8192)
def stance(text: str, language: str | None) -> Stance | None:
    """Return what a text says; None where it is too long, or nothing is known of its language."""
    if known(language) != language:
        return None
    lists = _lists(language)
    printed = [m.group() for m in WORD.finditer(text.translate(APOSTROPHES))]
    if not printed or len(printed) > LONGEST:
        return None
    about: set[str] = set()
    sides: set[tuple[str, bool]] = set()
    negations = 0
    opened, future, every = not _QUESTION.search(text), False, False
    for word in printed:
        lower = word.lower()
        side = lists.opposites.find(lower)
        opened = opened and lower not in lists.guards
        every = every or lower in lists.every
        if lower in lists.negations:
            negations += 1
        elif side is not None:
            sides.add((side[1:], side[0] == "+"))
        elif not (lower in lists.stop_words or lower in lists.every or lower in lists.guards):
            about.update(key for key, _ in keys_of(word, language))
        future = future or lower in lists.planned or is_future(lower, language)
    running = f" {' '.join(printed).lower()} "
    opened = opened and not any(phrase in running for phrase in lists.phrases)
    opened = opened and not (every and negations)  # "not all": a part of a whole
    return Stance(frozenset(about), negations > 0, frozenset(sides), opened, future)


def contradict(one: str, other: str, language: str | None) -> bool:
    """Say whether two texts of one language contradict each other, as far as can be shown."""
    here, there = stance(one, language), stance(other, language)
    if here is None or there is None or not (here.open and there.open):
        return False
    if here.future != there.future or len(here.sides) != len(there.sides):
        return False
    shared, every = here.about & there.about, here.about | there.about
    if len(shared) < ENOUGH or len(shared) < MOST * len(every):
        return False
    if {name for name, _ in here.sides} != {name for name, _ in there.sides}:
        return False
    turns = len(here.sides - there.sides) + (here.negated != there.negated)
    return turns % 2 == 1
