"""The pieces that patterns of dates are built from: a month, a year, a number, a relative word."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from redite.lang import words
from redite.lang.dates import Dates
from redite.text.phrase_patterns import any_of

GAP = r"[ \t\u00a0\u202f]{1,3}"
DASH = r"[ \u00a0]?[-–—][ \u00a0]?"
DAY = r"(?:0?[1-9]|[12]\d|3[01])"
RELATIVES = ("last", "this", "next", "same", "previous", "following")

Raw = tuple[str, str, str]
"""A pattern before it is compiled: its kind, the classes it needs, its body."""


@cache
def data_for(language: str) -> Dates:
    """Return the words of dates of one language."""
    return words(language, "dates", Dates)


def flat(table: Mapping[Any, tuple[str, ...]]) -> list[str]:
    """Return all forms of a table."""
    return [form for forms in table.values() for form in forms]


def gapped(before: str) -> str:
    """Return a word with the gap after it; none after an apostrophe or a hyphen."""
    return rf"{before}(?:{GAP}|(?<=['-]))"


class Pieces:
    """The pieces of one language."""

    def __init__(self, data: Dates) -> None:
        self.data = data
        stop = r"(?:\.(?=[ \u00a0]?[\d,–—-]))?"  # of an abbreviation, not of the sentence
        self.month = rf"(?P<month>{any_of(flat(data.months))})(?!\w){stop}"
        self.weekday = rf"(?P<weekday>{any_of(flat(data.weekdays))})"
        year_word = rf"(?:{GAP}{any_of(data.year_words)})" if data.year_words else ""
        endings = rf"(?:-{any_of(data.year_endings)})?" if data.year_endings else ""
        self.year = rf"(?P<year>[12]\d{{3}})(?!\d){endings}"
        self.year_word = year_word
        self.year_worded = rf"{self.year}(?:{year_word})?" if year_word else self.year
        self.articles = rf"(?:{gapped(any_of(data.articles))})?" if data.articles else ""
        self.rel = {
            name: rf"(?P<{name}>{any_of(forms)})"
            for name in RELATIVES
            if (forms := getattr(data, name))
        }
        before = "|".join(self.rel.values())
        self.beside = rf"(?:{gapped(f'(?:{before})')})"
        self.number = rf"(?P<n>\d{{1,3}}(?:[.,]\d)?|{any_of(flat(data.counts))})"
        self.unit = rf"(?P<unit>{any_of(flat(data.units))})"
        self.part = rf"(?P<part>{any_of(flat(data.parts))})"
        at_edge = any_of(flat(data.edges))
        self.edge = rf"(?:(?P<edge>{at_edge})(?:{GAP}|-|(?<=['-])))?"

    def behind(self, noun: str) -> str:
        """Return a noun with its relative word behind ("lundi dernier")."""
        names = "|".join(self.rel.values())
        return rf"{noun}{GAP}(?:{names})" if self.data.noun_first else ""
