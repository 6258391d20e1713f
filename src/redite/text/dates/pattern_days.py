"""Patterns of days, months and weekdays."""

from __future__ import annotations

from redite.text.dates.pieces import DASH, DAY, GAP, Pieces, Raw, flat, gapped
from redite.text.phrase_patterns import any_of


def days(pieces: Pieces) -> list[Raw]:
    """Return patterns of days, with ranges, two calendars and years by distance."""
    data = pieces.data
    ordinal = rf"(?:{any_of(data.ordinals)})?" if data.ordinals else ""
    word = rf"|{any_of(flat(data.day_words))}" if data.day_words else ""
    joins = rf"(?:{DASH}|{GAP}(?:{any_of(data.range_to)}|(?P<and>{any_of(data.range_and)})){GAP})"
    one = rf"(?P<day>{DAY}{word})(?!\d){ordinal}"
    days = rf"{one}(?:{joins}(?P<until>{DAY}){ordinal}(?!\d))?"
    linked = rf"(?:{any_of(data.link)}{GAP})?" if data.link else ""
    ahead = rf"(?:(?P<ahead>{any_of(data.ahead)}){GAP})?"
    year = rf"(?:,?{GAP}{pieces.year_worded}(?![.,]\d))?"
    second = pieces.month.replace("<month>", "<month2>")
    styles = (
        rf"(?P<old>{DAY}){ordinal}(?:{GAP}{linked}{pieces.month})?{GAP}?"
        rf"\((?P<day>{DAY}){ordinal}{GAP}{linked}{second}\){year}"
    )
    old = rf"(?:{GAP}?\(?(?P<julian>{any_of(data.old_style)})\)?)?" if data.old_style else ""
    out = [
        ("styles", "month", styles),
        ("day", "month", rf"{ahead}(?P<whole>{days}{GAP}?{linked}{pieces.month}{year}{old})"),
    ]
    written = rf"{days}{GAP}?{linked}{pieces.month}"
    out += [("day", "month", written + near) for near in _near_years(pieces)]
    if data.noun_first:
        out.append(("day", "month", pieces.behind(written)))
    if data.month_first:
        out += [
            ("day", "month", rf"{pieces.month}{GAP}{days}(?![\d:]),?{near}")
            for near in _near_years(pieces)
        ]
        first = (
            rf"{pieces.month}{GAP}{days}(?![\d:])(?:,?{GAP}{pieces.year_worded}(?![.,]\d))?{old}"
        )
        out.append(("day", "month", rf"{ahead}(?P<whole>{first})"))
        styles = (
            rf"{pieces.month}{GAP}(?P<old>{DAY}){ordinal}{GAP}"
            rf"\({second}{GAP}(?P<day>{DAY}){ordinal}\){year}"
        )
        out.append(("styles", "month", styles))
    else:
        short = r"(?P<day>0[1-9]|[12]\d|3[01])\.(?P<mm>0[1-9]|1[0-2])\.(?P<yy>\d\d)(?!\.?\d)"
        out.append(("day", "short", short))
    return out


def months(pieces: Pieces) -> list[Raw]:
    """Return patterns of months, with a year, alone, or beside a relative word."""
    data = pieces.data
    link = rf"(?:{any_of(data.link)}{GAP})?" if data.link else ""
    dated = rf"{pieces.edge}{link}{pieces.month},?{GAP}{link}{pieces.year_worded}(?![.,]\d)"
    alone = rf"(?:{gapped(any_of(data.month_after))})(?P<whole>{pieces.month})"
    edged = pieces.edge.removesuffix("?")
    ahead = rf"(?P<ahead>{any_of(data.ahead)}){GAP}"
    return [
        ("month", "month", dated),
        ("month_alone", "month", alone),
        ("month_alone", "month", rf"{ahead}(?P<whole>{pieces.edge}{pieces.month})"),
        ("month_alone", "month", rf"{edged}{link}{pieces.month}"),
        ("month_near", "month", rf"{pieces.edge}{pieces.beside}{pieces.month}"),
        ("month_near", "month", pieces.behind(pieces.month)),
        *(
            ("month", "month", rf"{pieces.edge}{pieces.month}{near}")
            for near in _near_years(pieces)
        ),
    ]


def _near_years(pieces: Pieces) -> list[str]:
    """Return what names a year by its distance ("of last year", "прошлого года")."""
    data = pieces.data
    years = any_of(data.units["Y"])
    link = rf"(?:{gapped(any_of(data.link))})?" if data.link else ""
    out = [rf"{GAP}{link}{pieces.articles}(?P<near>{pieces.beside}{years})"]
    if data.noun_first:
        out.append(rf"{GAP}{link}{pieces.articles}(?P<near>{pieces.behind(years)})")
    return out


def weekdays(pieces: Pieces) -> list[Raw]:
    """Return patterns of weekdays, with a part of the day, and of those that recur."""
    data = pieces.data
    joint = rf"(?:{GAP})?" if data.glued else GAP
    part = rf"(?:{joint}{pieces.part})?"
    range_only = rf"(?!-(?!{any_of(flat(data.weekdays))})\w)"
    day = rf"{pieces.weekday}{part}{range_only}"
    ahead = rf"(?:(?P<ahead>{any_of(data.ahead)}){GAP})?"
    every = rf"(?P<every>{any_of(data.every)})"
    return [
        ("every_weekday", "weekday", rf"{gapped(every)}{pieces.weekday}s?{part}"),
        ("weekday", "weekday", rf"{ahead}(?P<whole>(?:{pieces.beside})?{day}(?!\w))"),
        ("weekday", "weekday", pieces.behind(day)),
        (
            "weekday",
            "weekday",
            rf"(?P<night>{any_of(data.night_to)}){GAP}{pieces.weekday}" if data.night_to else "",
        ),
    ]
