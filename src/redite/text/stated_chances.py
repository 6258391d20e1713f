"""Likelihood in numbers: "a 70 percent chance", "one in three", "fifty-fifty".

A number counts where nothing but a word of measure stands between it and a noun that has a
likelihood, or the word "likely": elsewhere per cent are shares of something.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from redite.lang.likelihood import Likelihood, likelihood
from redite.text.chances import Clauses, Noun, nouns
from redite.text.degrees import Found, nearest
from redite.text.numbers import find_numbers
from redite.text.phrase_patterns import END, GAP, START, Finder, Places, any_of
from redite.values import Span, Term

_DIGITS = r"\d{1,3}(?:[.,]\d{1,2})?"
_SPELLED = r"[^\W\d_]{2,20}(?:[ -][^\W\d_]{2,20}){0,2}"
_BEFORE = 40
"""Code points before "likely" within which its number may stand."""
_LINK_REACH = 30
_BLANKS = re.compile(GAP)
_LARGEST_RATIO = 1000


def find_stated(text: str, words: Places, language: str) -> Iterator[Found]:
    """Yield the chances that `text` states in numbers; some may overlap.

    The term is that of ICD 203 for the number, or for the middle of a range. What no probability
    can be (140 percent, five in three) is left out.
    """
    grammar = _grammar(language)
    for noun in nouns(grammar.noun, text, words):
        yield from _percent_before(text, noun, grammar)
        yield from _percent_after(text, noun, grammar)
        yield from _ratios(text, noun, grammar)
        for match in grammar.evens.finditer(text, noun.since, noun.until):
            yield Found(Span(*match.span()), Term.EVEN_CHANCE, (0.5, 0.5))
    for likely in grammar.likely.find(text, words):
        before = max(0, likely.start() - _BEFORE), likely.start()
        for match in grammar.percent.finditer(text, *before):
            if _BLANKS.fullmatch(text, match.end(), likely.start()):
                yield from _stated(match, (match.start(), likely.end()), grammar)


class _Grammar:
    """The patterns of one language."""

    def __init__(self, section: Likelihood, language: str) -> None:
        self.language = language
        self.clauses = Clauses(section)
        self.bare = section.bare_predicates
        every = [noun for bearer in section.bearers for noun in bearer.nouns]
        self.noun = Finder(every)
        per_cent = any_of(section.percent)
        bound = rf"(?:(?P<below>{any_of(section.below)})|(?P<above>{any_of(section.above)})){GAP}"
        joined = rf"(?:[ \u00a0]?{per_cent})?[ \u00a0]?{any_of(section.joins)}[ \u00a0]?"
        percent = (
            rf"(?:{START}{bound})?(?:(?<![\w.,])(?P<low>{_DIGITS})(?:{joined}(?P<high>{_DIGITS}))?"
            rf"|{START}(?P<spelled>{_SPELLED}))[ \u00a0\u202f]?{per_cent}(?!\w)"
        )
        self.percent = re.compile(percent, re.IGNORECASE)
        self.likely = Finder(
            form
            for group in (section.words, section.adjectives)
            for form in group.get(Term.LIKELY, ())
        )
        of = rf"(?:{any_of(section.of)}[ \u00a0]?)?" if section.of else ""
        self.to_noun = re.compile(rf"[ \t\n\u00a0\u202f-]{{1,2}}{of}(?:\w{{2,20}}{GAP})?")
        self.link = re.compile(
            rf"(?<![\w'-]){any_of(section.links)}[ \t\n\u00a0\u202f]{{1,2}}$", re.IGNORECASE
        )
        self.near = re.compile(rf"{GAP}{any_of(section.near_links)}{GAP}{percent}", re.IGNORECASE)
        self._small = {
            form: value for value, forms in section.small_numbers.items() for form in forms
        }
        number = rf"(?:\d{{1,4}}|{any_of(self._small)})"
        self.ratio = re.compile(
            rf"{START}(?P<few>{number}){GAP}(?:{any_of(every)}{GAP})?{any_of(section.in_words)}{GAP}"
            rf"(?P<many>{number})(?!{GAP}{any_of(section.in_words)})"
            rf"(?:[- \u00a0]{any_of(every)})?{END}",
            re.IGNORECASE,
        )
        self.evens = re.compile(rf"(?<![\w.,]){any_of(section.evens)}(?!\w)", re.IGNORECASE)

    def small(self, printed: str) -> int:
        """Return the value of a figure or of a small number in words."""
        return int(printed) if printed.isdigit() else self._small[printed.lower()]


@cache
def _grammar(language: str) -> _Grammar:
    return _Grammar(likelihood(language), language)


def _percent_before(text: str, noun: Noun, grammar: _Grammar) -> Iterator[Found]:
    for match in grammar.percent.finditer(text, noun.since, noun.start):
        if grammar.to_noun.fullmatch(text, match.end(), noun.start):
            yield from _stated(match, (match.start(), noun.end), grammar)


def _percent_after(text: str, noun: Noun, grammar: _Grammar) -> Iterator[Found]:
    near = grammar.near.match(text, noun.end, noun.until)
    if near and grammar.clauses.ends(text, near.end()):
        yield from _stated(near, (noun.start, near.end()), grammar)
        return
    for match in grammar.percent.finditer(text, noun.end, noun.until):
        reach = max(noun.end, match.start() - _LINK_REACH)
        linked = grammar.link.search(text, reach, match.start())
        bounded = grammar.bare and (match["below"] or match["above"])
        if (linked or bounded) and grammar.clauses.ends(text, match.end()):
            adjacent = linked and text[noun.end : linked.start()].isspace()
            start = noun.start if adjacent else match.start()
            yield from _stated(match, (start, match.end()), grammar)
            return


def _ratios(text: str, noun: Noun, grammar: _Grammar) -> Iterator[Found]:
    for match in grammar.ratio.finditer(text, noun.since, noun.until):
        few, many = grammar.small(match["few"]), grammar.small(match["many"])
        if 0 < few < many <= _LARGEST_RATIO:
            value = round(few / many, 4)
            yield Found(Span(*match.span()), nearest(value), (value, value))


def _stated(match: re.Match[str], span: tuple[int, int], grammar: _Grammar) -> Iterator[Found]:
    low = _value(match, grammar)
    high = float(match["high"].replace(",", ".")) / 100 if match["high"] else low
    if low is None or high is None or not 0 <= low <= high <= 1:
        return
    term = nearest((low + high) / 2)
    low = 0.0 if match["below"] else round(low, 4)
    high = 1.0 if match["above"] else round(high, 4)
    begin = span[0]
    if match["spelled"]:
        # The words before the number ("with a seventy") are no part of it.
        begin = span[0] if begin != match.start() else _spelled(match, grammar)[0]
    yield Found(Span(begin, span[1]), term, (low, high))


def _value(match: re.Match[str], grammar: _Grammar) -> float | None:
    if match["low"]:
        return float(match["low"].replace(",", ".")) / 100
    return _spelled(match, grammar)[1]


def _spelled(match: re.Match[str], grammar: _Grammar) -> tuple[int, float | None]:
    """Return where the number in words begins, and its value; None where it is none."""
    words = match["spelled"]
    for number in find_numbers(words, grammar.language):
        if number.span.end == len(words):
            return match.start("spelled") + number.span.start, float(number.value) / 100
    return match.start(), None
