"""Read stretches of time that count from the day of saying: "within two weeks"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from redite.text.moments.days import LONGEST, after
from redite.text.moments.values import Moment, Setting
from redite.text.moments.words import section, units
from redite.text.numbers import Quantity, find_numbers
from redite.text.phrase_patterns import GAP, any_of, key
from redite.values import Span


@cache
def _stretch_patterns(language: str) -> tuple[re.Pattern[str], ...]:
    data = section(language)
    fixed = any_of(f for forms in data.lasting_for.values() for f in forms)
    units = any_of(f for forms in data.numbered.values() for f in forms)
    gap = rf"(?:{GAP}|(?<='))"
    about = rf"(?:{any_of((*data.about, *data.next))}{gap}){{0,3}}"
    one = rf"(?:{any_of(data.one)}{GAP})"
    return (
        re.compile(
            rf"(?<!\w)(?:(?P<within>{any_of(data.within)})|(?P<in>{any_of(data.stretch)}))"
            rf"{gap}{about}(?:(?P<fixed>{fixed})(?!\w)|(?P<unit>{one}(?:{units})|{any_of(data.bare)})(?!\w))?",
            re.IGNORECASE,
        ),
        re.compile(
            rf"[ \u00a0-]{{1,2}}(?:[^\W\d_]{{3,20}}{GAP})??(?P<unit>{units})(?!\w)", re.IGNORECASE
        ),
        re.compile(rf"{GAP}{any_of(data.past)}(?!\w)", re.IGNORECASE),
    )


def stretches(said: str, setting: Setting) -> Iterator[Moment]:
    """Yield the stretches named in `said`, from the day of saying on."""
    data = section(setting.language)
    lead, unit_after, past = _stretch_patterns(setting.language)
    quantities: dict[int, Quantity] | None = None
    for match in lead.finditer(said):
        end = match.end()
        if match["fixed"]:
            fixed = key(match["fixed"])
            stretch = next(s for s, forms in data.lasting_for.items() if fixed in map(key, forms))
            number, _, unit = stretch.partition(" ")
            count = float(number)
        elif match["unit"]:
            count, unit = 1.0, units(setting.language, "numbered")[key(match["unit"]).split()[-1]]
        else:
            if quantities is None:
                quantities = {q.span.start: q for q in find_numbers(said, setting.language)}
            read = _counted(said, end, quantities, unit_after)
            if read is None:
                continue
            count, word, end = read
            unit = units(setting.language, "numbered")[key(word)]
        if past.match(said, end):
            continue
        due = None if setting.day is None else after(setting.day, count, unit)
        if due is not None or setting.day is None:
            yield Moment(Span(match.start(), end), due, False, within=bool(match["within"]))


def _counted(
    said: str, at: int, quantities: dict[int, Quantity], unit_after: re.Pattern[str]
) -> tuple[float, str, int] | None:
    """Read "two weeks", and of "two or three weeks" the longer one."""
    quantity = quantities.get(at)
    if quantity is None:
        return None
    for start in range(quantity.span.end + 1, quantity.span.end + 7):
        if start in quantities and not said[quantity.span.end : start].strip().isdigit():
            quantity = quantities[start]
            break
    unit = unit_after.match(said, quantity.span.end)
    if unit is None or not 0 < quantity.value < LONGEST:
        return None
    return float(quantity.value), unit["unit"], unit.end()
