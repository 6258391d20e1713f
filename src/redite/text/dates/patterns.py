"""Patterns of date expressions, built from the words of a language.

Each has a kind, which `reading` knows how to value, and the classes of words it cannot do without:
it is tried only near one of those (`redite.text.dates.runs`). All repetition is bounded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from redite.lang import words
from redite.lang.dates import Dates

GAP = r"[ \t\u00a0\u202f]{1,3}"
_DASH = r"[ \u00a0]?[-–—][ \u00a0]?"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_BEFORE, _AFTER = r"(?<![\w.,/$€£₽₴#№+-])", r"(?![\w/])"
_RELATIVES = ("last", "this", "next", "same", "previous", "following")
_ROMAN = r"[ivxіх]{1,5}"
_APOSTROPHES = str.maketrans("’ʼ", "''")


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
def data_for(language: str) -> Dates:
    """Return the words of dates of one language."""
    return words(language, "dates", Dates)


@cache
def patterns(language: str | None) -> tuple[Pattern, ...]:
    """Return the patterns of a language; those of figures only where it is unknown."""
    # Of a time stamp the day counts as it is written, whatever its zone.
    stamp = r"(?:[t ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:z|[+-]\d\d:?\d\d)?)?"
    raw = [
        ("day", "figures", r"(?P<year>[12]\d{3})-(?P<mm>\d{2})-(?P<day>\d{2})" + stamp),
        ("month", "figures", r"(?P<year>[12]\d{3})-(?P<mm>0[1-9]|1[0-2])(?!-?\d)"),
        ("day", "figures", r"(?P<day>\d{1,2})\.(?P<mm>\d{1,2})\.(?P<year>[12]\d{3})"),
    ]
    if language is not None:
        raw += _Builder(data_for(language), language).all()
    return tuple(Pattern(kind, frozenset(needs.split()), body) for kind, needs, body in raw if body)


def any_of(forms: Iterable[str]) -> str:
    """Return an alternation, longest first so that "mars" is not read as "mar"."""
    ordered = sorted(
        {form.translate(_APOSTROPHES) for form in forms}, key=lambda form: (-len(form), form)
    )
    written = [re.escape(form).replace(r"\ ", r"\s{1,3}") for form in ordered]
    return "(?:" + "|".join(written) + ")" if written else "(?!)"


def flat(table: Mapping[Any, tuple[str, ...]]) -> list[str]:
    """Return all forms of a table."""
    return [form for forms in table.values() for form in forms]


def _gapped(before: str) -> str:
    """Return a word with the gap after it; none after an apostrophe or a hyphen."""
    return rf"{before}(?:{GAP}|(?<=['-]))"


class _Builder:
    """The patterns of one language, kind by kind."""

    def __init__(self, data: Dates, language: str) -> None:
        self.data = data
        self.language = language
        stop = r"(?:\.(?=[ \u00a0]?[\d,–—-]))?"  # of an abbreviation, not of the sentence
        self.month = rf"(?P<month>{any_of(flat(data.months))})(?!\w){stop}"
        self.weekday = rf"(?P<weekday>{any_of(flat(data.weekdays))})"
        year_word = rf"(?:{GAP}{any_of(data.year_words)})" if data.year_words else ""
        endings = rf"(?:-{any_of(data.year_endings)})?" if data.year_endings else ""
        self.year = rf"(?P<year>[12]\d{{3}})(?!\d){endings}"
        self.year_word = year_word
        self.year_worded = rf"{self.year}(?:{year_word})?" if year_word else self.year
        self.articles = rf"(?:{_gapped(any_of(data.articles))})?" if data.articles else ""
        self.rel = {
            name: rf"(?P<{name}>{any_of(forms)})"
            for name in _RELATIVES
            if (forms := getattr(data, name))
        }
        before = "|".join(self.rel.values())
        self.beside = rf"(?:{_gapped(f'(?:{before})')})"
        self.number = rf"(?P<n>\d{{1,3}}(?:[.,]\d)?|{any_of(flat(data.counts))})"
        self.unit = rf"(?P<unit>{any_of(flat(data.units))})"
        self.part = rf"(?P<part>{any_of(flat(data.parts))})"
        at_edge = any_of(flat(data.edges))
        self.edge = rf"(?:(?P<edge>{at_edge})(?:{GAP}|-|(?<=['-])))?"

    def behind(self, noun: str) -> str:
        """Return a noun with its relative word behind ("lundi dernier")."""
        names = "|".join(part.replace("(?P<", "(?P<") for part in self.rel.values())
        return rf"{noun}{GAP}(?:{names})" if self.data.noun_first else ""

    def all(self) -> list[tuple[str, str, str]]:
        return [
            ("trap", "trap", any_of(self.data.traps) if self.data.traps else ""),
            *self.days(),
            *self.months(),
            *self.weekdays(),
            *self.units(),
            *self.parts_of_years(),
            *self.fixed(),
            *self.times(),
        ]

    def days(self) -> list[tuple[str, str, str]]:
        data = self.data
        ordinal = rf"(?:{any_of(data.ordinals)})?" if data.ordinals else ""
        word = rf"|{any_of(flat(data.day_words))}" if data.day_words else ""
        joins = (
            rf"(?:{_DASH}|{GAP}(?:{any_of(data.range_to)}|(?P<and>{any_of(data.range_and)})){GAP})"
        )
        one = rf"(?P<day>{_DAY}{word})(?!\d){ordinal}"
        days = rf"{one}(?:{joins}(?P<until>{_DAY}){ordinal}(?!\d))?"
        linked = rf"(?:{any_of(data.link)}{GAP})?" if data.link else ""
        ahead = rf"(?:(?P<ahead>{any_of(data.ahead)}){GAP})?"
        year = rf"(?:,?{GAP}{self.year_worded}(?![.,]\d))?"
        second = self.month.replace("<month>", "<month2>")
        styles = (
            rf"(?P<old>{_DAY}){ordinal}(?:{GAP}{linked}{self.month})?{GAP}?"
            rf"\((?P<day>{_DAY}){ordinal}{GAP}{linked}{second}\){year}"
        )
        old = rf"(?:{GAP}?\(?(?P<julian>{any_of(data.old_style)})\)?)?" if data.old_style else ""
        out = [
            ("styles", "month", styles),
            ("day", "month", rf"{ahead}(?P<whole>{days}{GAP}?{linked}{self.month}{year}{old})"),
        ]
        written = rf"{days}{GAP}?{linked}{self.month}"
        out += [("day", "month", written + near) for near in self.near_years()]
        if data.noun_first:
            out.append(("day", "month", self.behind(written)))
        if data.month_first:
            out += [
                ("day", "month", rf"{self.month}{GAP}{days}(?![\d:]),?{near}")
                for near in self.near_years()
            ]
            first = (
                rf"{self.month}{GAP}{days}(?![\d:])(?:,?{GAP}{self.year_worded}(?![.,]\d))?{old}"
            )
            out.append(("day", "month", rf"{ahead}(?P<whole>{first})"))
            styles = (
                rf"{self.month}{GAP}(?P<old>{_DAY}){ordinal}{GAP}"
                rf"\({second}{GAP}(?P<day>{_DAY}){ordinal}\){year}"
            )
            out.append(("styles", "month", styles))
        else:
            short = r"(?P<day>0[1-9]|[12]\d|3[01])\.(?P<mm>0[1-9]|1[0-2])\.(?P<yy>\d\d)(?!\.?\d)"
            out.append(("day", "short", short))
        return out

    def months(self) -> list[tuple[str, str, str]]:
        data = self.data
        link = rf"(?:{any_of(data.link)}{GAP})?" if data.link else ""
        dated = rf"{self.edge}{link}{self.month},?{GAP}{link}{self.year_worded}(?![.,]\d)"
        alone = rf"(?:{_gapped(any_of(data.month_after))})(?P<whole>{self.month})"
        edged = self.edge.removesuffix("?")
        ahead = rf"(?P<ahead>{any_of(data.ahead)}){GAP}"
        return [
            ("month", "month", dated),
            ("month_alone", "month", alone),
            ("month_alone", "month", rf"{ahead}(?P<whole>{self.edge}{self.month})"),
            ("month_alone", "month", rf"{edged}{link}{self.month}"),
            ("month_near", "month", rf"{self.edge}{self.beside}{self.month}"),
            ("month_near", "month", self.behind(self.month)),
            *(("month", "month", rf"{self.edge}{self.month}{near}") for near in self.near_years()),
        ]

    def near_years(self) -> list[str]:
        """Return what names a year by its distance ("of last year", "прошлого года")."""
        data = self.data
        years = any_of(data.units["Y"])
        link = rf"(?:{_gapped(any_of(data.link))})?" if data.link else ""
        out = [rf"{GAP}{link}{self.articles}(?P<near>{self.beside}{years})"]
        if data.noun_first:
            out.append(rf"{GAP}{link}{self.articles}(?P<near>{self.behind(years)})")
        return out

    def weekdays(self) -> list[tuple[str, str, str]]:
        data = self.data
        joint = rf"(?:{GAP})?" if data.glued else GAP
        part = rf"(?:{joint}{self.part})?"
        range_only = rf"(?!-(?!{any_of(flat(data.weekdays))})\w)"
        day = rf"{self.weekday}{part}{range_only}"
        ahead = rf"(?:(?P<ahead>{any_of(data.ahead)}){GAP})?"
        every = rf"(?P<every>{any_of(data.every)})"
        return [
            ("every_weekday", "weekday", rf"{_gapped(every)}{self.weekday}s?{part}"),
            ("weekday", "weekday", rf"{ahead}(?P<whole>(?:{self.beside})?{day}(?!\w))"),
            ("weekday", "weekday", self.behind(day)),
            (
                "weekday",
                "weekday",
                rf"(?P<night>{any_of(data.night_to)}){GAP}{self.weekday}" if data.night_to else "",
            ),
        ]

    def units(self) -> list[tuple[str, str, str]]:
        data = self.data
        counted = rf"{self.number}[ \u00a0-]{{1,3}}{self.unit}"
        stretch = "|".join(any_of(getattr(data, name)) for name in _RELATIVES)
        lengths = rf"(?P<length>{any_of(flat(data.lengths))})"
        ages = rf"(?:{_gapped(any_of(data.ages_before))})" if data.ages_before else "(?!)"
        age = rf"{ages}?{counted}[ -]{{1,2}}{any_of(data.ages)}" if data.ages else ""
        than = rf"(?!{GAP}{any_of(data.than)})" if data.than else ""
        edge = self.edge.removesuffix("?")
        out = [
            ("trap", "unit", rf"{self.articles}{age}" if age else ""),
            ("trap", "unit", rf"{ages}{counted}"),
            ("length", "unit", rf"{self.articles}(?:(?:{stretch}){GAP})?{counted}"),
            ("length", "unit", rf"{self.articles}{self.number}{GAP}(?:{stretch}){GAP}{self.unit}"),
            ("length", "unit", rf"{self.articles}{lengths}"),
            ("every", "unit", rf"{_gapped(any_of(data.every))}(?:{self.number}{GAP})?{self.unit}"),
            ("every", "part", rf"{_gapped(any_of(data.every))}{self.part}"),
            (
                "unit_near",
                "unit",
                rf"{self.articles}{self.edge}{self.articles}{self.beside}{self.unit}",
            ),
            (
                "unit_near",
                "unit",
                rf"{self.edge}{self.articles}{self.behind(self.unit)}" if data.noun_first else "",
            ),
            ("unit_near", "unit", rf"{self.articles}{edge}{self.articles}{self.unit}"),
            ("weekend_near", "weekend", rf"{self.articles}{self.beside}{any_of(data.weekend)}"),
            ("weekend_near", "weekend", self.behind(any_of(data.weekend))),
            ("weekend", "weekend", rf"{self.articles}{any_of(data.weekend)}"),
            ("bare", "unit", rf"(?P<unit>{any_of(data.bare)})" if data.bare else ""),
        ]
        for kind in ("ago", "hence", "hence_plain", "earlier", "later"):
            tail = than if kind in ("earlier", "later") else ""
            for body in self._templates(getattr(data, kind)):
                out.append((kind, f"unit {kind}", body + tail))
        return out

    def _templates(self, templates: Iterable[str]) -> Iterator[str]:
        """Yield templates as patterns; those with words on one side of the length share one."""
        lengths = any_of(flat(self.data.lengths))
        counted = rf"(?:{self.number}[ \u00a0-]{{1,3}}{self.unit}|(?P<length>{lengths}))"
        before: list[str] = []
        after: list[str] = []
        for template in templates:
            head, found, tail = (part.strip() for part in template.partition("{n} {unit}"))
            if found and not head:
                after.append(tail)
            elif found and not tail:
                before.append(head)
            elif found:
                yield _gapped(any_of([head])) + counted + rf"(?:{GAP}|(?=')){any_of([tail])}"
            else:
                yield any_of([template]).replace(r"\{unit\}", self.unit)
        if after:
            yield counted + GAP + any_of(after)
        if before:
            yield _gapped(any_of(before)) + counted

    def parts_of_years(self) -> list[tuple[str, str, str]]:
        data = self.data
        season = rf"(?P<season>{any_of(flat(data.seasons))})"
        link = rf"(?:{any_of(data.link)}{GAP})?" if data.link else ""
        figure = any_of((*data.ordinals, "-й", "-го", "-му", "-м"))
        rank = rf"(?P<rank>{any_of(flat(data.ranks))}|[1-4]{figure}?|i{{1,3}}|iv|і{{1,3}}|іv)"
        name = rf"(?:(?P<quarter>{any_of(data.quarter)})|(?P<half>{any_of(data.half)}))"
        near = rf"{self.beside}{any_of(data.units['Y'])}"
        which = rf"(?:{GAP}{link}{self.articles}(?:{self.year_worded}|{near}))?"
        halves = rf"{self.articles}{rank}(?:{GAP}|-){name}{which}"
        after = rf"(?:{_gapped(any_of(data.year_after))})"
        single = r"(?:(?P<year>(?:1[5-9]|20|21)\d\d))"
        out = [
            (
                "season",
                "season",
                rf"{self.articles}{self.edge}{season}{GAP}{link}{self.year_worded}",
            ),
            ("season", "season", rf"{self.edge}{self.beside}{season}"),
            ("season", "season", self.behind(season)),
            (
                "season_alone",
                "season",
                rf"{_gapped(any_of((*data.year_after, *data.month_after)))}"
                rf"(?P<whole>{self.edge}{season})",
            ),
            ("rank", "rank", halves),
            (
                "year",
                "figures",
                rf"(?P<whole>{self.edge.removesuffix('?')}{link}{single}(?:{self.year_word})?)"
                if data.edges
                else "",
            ),
            ("year", "figures", rf"{after}(?P<whole>{single})"),
            (
                "year",
                "figures",
                r"(?P<since>(?:19|20)\d\d)[ ]?[-–/][ ]?(?P<whole>(?P<year>(?:19|20)?\d\d))",
            ),
        ]
        if data.bare_years:
            out.append(("year", "figures", single))
        if data.year_words:
            endings = rf"(?:-{any_of(data.year_endings)})?" if data.year_endings else ""
            out.append(
                ("year", "figures", rf"{self.edge}(?P<year>[12]\d{{3}}){endings}{self.year_word}")
            )
        if data.year_endings:
            out.append(
                ("year", "figures", rf"(?P<year>(?:1[5-9]|20|21)\d\d)-{any_of(data.year_endings)}")
            )
        decade, century = r"(?P<decade>(?:1[5-9]|20)?\d)0", rf"(?P<century>\d{{1,2}}|{_ROMAN})"
        for template in data.decade:
            body = any_of([template]).replace(r"\{decade\}", decade)
            out.append(("decade", "decade figures", self.edge + body))
        for template in data.century:
            body = any_of([template]).replace(r"\{century\}", century)
            out.append(("century", "century", self.edge + body))
        return out

    def fixed(self) -> list[tuple[str, str, str]]:
        data = self.data
        event = rf"(?!\s{{1,3}}{any_of(data.events)}(?!\w))" if data.events else ""
        part = rf"(?:{GAP}{self.part})?"
        no_unit = rf"(?!{GAP}{any_of((*flat(data.units), *flat(data.seasons)))}(?!\w))"
        days = [
            (f"day{distance:+}", "days", any_of(forms) + part)
            for distance, forms in data.days.items()
        ]
        moments = [
            (f"moment{value}", "moments", any_of(forms)) for value, forms in data.moments.items()
        ]
        refs = [
            (f"ref{value}", "refs", any_of(forms) + no_unit) for value, forms in data.refs.items()
        ]
        sets = [(f"set{value}", "sets", any_of(forms)) for value, forms in data.sets.items()]
        return [
            *days,
            *moments,
            ("part_near", "part", rf"{self.beside}{self.part}"),
            ("day_before", "leaning", any_of(data.day_before) + event),
            ("day_after", "leaning", any_of(data.day_after) + event),
            ("same_day", "leaning", any_of(data.same_day)),
            *refs,
            *sets,
        ]

    def times(self) -> list[tuple[str, str, str]]:
        data = self.data
        h, mm = r"(?P<h>[01]?\d|2[0-4])", r"(?P<mm>[0-5]\d)"
        zone = rf"(?:{GAP}\(?{any_of(data.zones)}\)?)?" if data.zones else ""
        plain = rf"(?:{_gapped(any_of(data.clock_after))})(?P<whole>{h}[:.]{mm}{zone})"
        zoned = rf"{h}[:.]{mm}{zone.removesuffix('?')}" if zone else ""
        out = [("clock", "clock", plain), ("clock", "clock", zoned)]
        for template in data.clock:
            body = any_of([template]).replace(r"\{h\}", h).replace(r"\{mm\}", mm)
            out.append(("clock", "clock", body.replace(r"\{pm\}", r"(?P<pm>[ap]\.?m\b\.?)") + zone))
        return out
