"""Read seasons, quarters, halves, decades and centuries."""

from __future__ import annotations

from redite.text.dates.calendar_dates import edge_of, given_year, nearest_year
from redite.text.dates.context import Context
from redite.text.dates.intervals import Days, interval
from redite.text.dates.meant import Meant
from redite.text.dates.scan import Found
from redite.text.dates.tables import look_up, number


def read_season(found: Found, context: Context) -> Meant | None:
    """Read "summer 2022", "last winter", "in the spring"."""
    assert context.language is not None
    season = look_up(context.language, "seasons", found.parts["season"])
    part = edge_of(found, context)
    given = given_year(found, context)
    if given is not None:
        return Meant(f"{given:04}-{season}", edge=part)
    reference = context.reference
    if reference is None:
        return Meant(f"XXXX-{season}", doubt="the text does not say which year")

    def days(year: int) -> Days | None:
        return interval(f"{year:04}-{season}")

    years = range(max(1, reference.year - 2), min(9998, reference.year + 3))
    spans = {year: covered for year in years if (covered := days(year)) is not None}
    if "last" in found.parts:
        year = max((y for y, (_, end) in spans.items() if end < reference), default=None)
    elif "next" in found.parts:
        year = min((y for y, (start, _) in spans.items() if start > reference), default=None)
    else:
        chosen = nearest_year(found, context, days)
        year = chosen[0] if chosen else None
    return None if year is None else Meant(f"{year:04}-{season}", context.basis, edge=part)


def read_rank(found: Found, context: Context) -> Meant | None:
    """Read "the third quarter of 2012", "im ersten Halbjahr"."""
    assert context.language is not None
    rank = number(context.language, "ranks", found.parts["rank"])
    letter, most = ("Q", 4) if "quarter" in found.parts else ("H", 2)
    if not 1 <= rank <= most:
        return None
    given = given_year(found, context)
    if given is not None:
        return Meant(f"{given:04}-{letter}{rank}")
    if context.reference is None:
        return Meant(f"XXXX-{letter}{rank}", doubt="the text does not say which year")
    for name, step in (("last", -1), ("this", 0), ("next", 1)):
        if name in found.parts:
            return Meant(f"{context.reference.year + step:04}-{letter}{rank}", context.basis)
    chosen = nearest_year(found, context, lambda year: interval(f"{year:04}-{letter}{rank}"))
    return Meant(f"{chosen[0]:04}-{letter}{rank}", context.basis) if chosen else None


def read_decade(found: Found, _: Context) -> Meant:
    """Read "the 1990s", "90-х років"; two figures from 30 on are of the last century."""
    figures = found.parts["decade"]
    if len(figures) == 1:
        figures = ("19" if int(figures) >= 3 else "20") + figures
    return Meant(figures)


def read_century(found: Found, context: Context) -> Meant | None:
    """Read "the 20th century": TIMEX3 writes 19."""
    assert context.language is not None
    century = number(context.language, "ranks", found.parts["century"])
    if not 1 <= century <= 30:
        return None
    return Meant(f"{century - 1:02}", edge=edge_of(found, context))
