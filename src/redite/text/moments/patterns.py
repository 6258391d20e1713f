"""Patterns of the times that are no dates: parts of months and years, weeks, seasons."""

from __future__ import annotations

import re
from functools import cache

from redite.text.moments.days import PARTS
from redite.text.moments.words import date_words, section
from redite.text.phrase_patterns import GAP, any_of
from redite.values import Span


@cache
def _pieces(language: str) -> dict[str, str]:
    data = section(language)
    gap = rf"(?:{GAP}|(?<='))"
    part = "|".join(rf"(?P<{name}>{any_of(getattr(data, name))})" for name in PARTS)
    behind_year = any_of(data.next_behind)
    year_unit = any_of(data.units["year"])
    article = rf"(?:{any_of((*data.article, *data.of))}{gap})?"
    of = rf"(?:{any_of(data.of)}{gap})?"
    relative = [
        rf"(?:(?P<this_year>{any_of(data.this)})|(?P<next_year>{any_of(data.next)}))"
        rf"{GAP}(?:{year_unit})"
    ]
    if data.next_behind:
        relative.append(
            rf"{article}{article}(?:{year_unit}){GAP}(?P<next_year_behind>{behind_year})"
        )
    year_word = rf"(?:{GAP}{any_of(data.year_words)})?"
    number = rf"(?P<year>[12]\d{{3}})(?!\d){year_word}"
    year = rf"(?:,?{GAP}{of}(?:{number}|{'|'.join(relative)})(?!\w))?"
    return {"gap": gap, "part": part, "article": article, "of": of, "year": year, "yw": year_word}


@cache
def patterns(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the patterns of a language, each with the kind that tells how to read it."""
    data, p = section(language), _pieces(language)
    months = any_of(f for forms in date_words(language).months.values() for f in forms)
    seasons = any_of(f for forms in data.seasons.values() for f in forms)
    units = any_of(f for forms in data.units.values() for f in forms)
    whole = any_of(f for forms in data.whole.values() for f in forms)
    which = (
        rf"(?:(?P<this>{any_of(data.this)})|(?P<next>{any_of(data.next)})"
        rf"|(?P<article>{any_of(data.article)}))"
    )
    behind = (
        rf"(?:(?P<this_behind>{any_of(data.this_behind)})"
        rf"|(?P<next_behind>{any_of(data.next_behind)}))"
    )
    bodies = [
        ("month", rf"(?:{p['part']})(?:{p['gap']}|-){p['of']}(?P<month>{months})(?!\w){p['year']}"),
        ("bare month", rf"(?P<month>{months})(?!\w){p['year']}"),
        (
            "season",
            rf"(?:(?:{p['part']}){p['gap']}{p['article']})?(?:{which}{p['gap']})?"
            rf"(?P<season>{seasons})(?!\w)(?:{GAP}{behind}(?!\w))?{p['year']}",
        ),
        ("year", rf"(?:{p['part']})(?:{p['gap']}|-){p['of']}(?P<year>[12]\d{{3}})(?!\d){p['yw']}"),
        ("bare year", rf"(?P<year>20\d\d)(?![\d.,]\d|\d){p['yw']}"),
        (
            "unit",
            rf"(?:(?:{p['part']}){p['gap']})?(?:{which}{p['gap']}(?:(?P<next2>"
            rf"{any_of(data.next)}){GAP})?)?(?P<unit>{units})(?!\w)(?:{GAP}{behind}(?!\w))?",
        ),
        ("whole", rf"(?P<whole>{whole})"),
    ]
    return tuple(
        (kind, re.compile(rf"(?<![\w.,/-])(?:{body})(?!\w)", re.IGNORECASE))
        for kind, body in bodies
    )


def capitals(match: re.Match[str], region: Span, text: str, language: str) -> bool:
    """Say whether a month is printed as the language prints months: "may" is a verb."""
    if not date_words(language).capital or "month" not in match.re.groupindex:
        return True
    return text[region.start + match.start("month")].isupper()


@cache
def year_after(language: str) -> re.Pattern[str]:
    """Return the pattern of a year, named or told by its distance, behind a day."""
    return re.compile(_pieces(language)["year"], re.IGNORECASE)
