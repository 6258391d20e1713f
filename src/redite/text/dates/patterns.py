"""Patterns of date expressions, built from the words of a language.

Each has a kind, which `reading` knows how to value, and the classes of words it cannot do without:
it is tried only near one of those (`redite.text.dates.runs`). All repetition is bounded.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property

from redite.text.dates.pattern_days import days, months, weekdays
from redite.text.dates.pattern_lengths import units
from redite.text.dates.pattern_words import fixed, times
from redite.text.dates.pattern_years import parts_of_years
from redite.text.dates.pieces import Pieces, Raw, data_for
from redite.text.phrase_patterns import any_of

_BEFORE, _AFTER = r"(?<![\w.,/$€£₽₴#№+-])", r"(?![\w/])"


@dataclass(frozen=True)
class Pattern:
    """One way to write a date, and the classes of words one of which it must hold."""

    kind: str
    needs: frozenset[str]
    body: str

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """Compiled when first needed: few texts need all."""
        return re.compile(f"{_BEFORE}(?:{self.body}){_AFTER}")


@cache
def patterns(language: str | None) -> tuple[Pattern, ...]:
    """Return the patterns of a language; those of figures only where it is unknown."""
    # Of a time stamp the day counts as it is written, whatever its zone.
    stamp = r"(?:[t ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:z|[+-]\d\d:?\d\d)?)?"
    raw: list[Raw] = [
        ("day", "figures", r"(?P<year>[12]\d{3})-(?P<mm>\d{2})-(?P<day>\d{2})" + stamp),
        ("month", "figures", r"(?P<year>[12]\d{3})-(?P<mm>0[1-9]|1[0-2])(?!-?\d)"),
        ("day", "figures", r"(?P<day>\d{1,2})\.(?P<mm>\d{1,2})\.(?P<year>[12]\d{3})"),
    ]
    if language is not None:
        raw += _worded(Pieces(data_for(language)))
    return tuple(Pattern(kind, frozenset(needs.split()), body) for kind, needs, body in raw if body)


def _worded(pieces: Pieces) -> list[Raw]:
    """Return what a language writes with words; of two of equal span the first stays."""
    traps = pieces.data.traps
    return [
        ("trap", "trap", any_of(traps) if traps else ""),
        *days(pieces),
        *months(pieces),
        *weekdays(pieces),
        *units(pieces),
        *parts_of_years(pieces),
        *fixed(pieces),
        *times(pieces),
    ]
