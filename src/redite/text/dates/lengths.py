"""Read lengths of time ("two weeks" is P2W), what recurs ("daily"), and times of the day."""

from __future__ import annotations

from functools import cache

from redite.text.dates.context import Context
from redite.text.dates.meant import Meant
from redite.text.dates.pieces import data_for
from redite.text.dates.scan import Found
from redite.text.dates.tables import look_up, number
from redite.text.phrase_patterns import key


def read_length(found: Found, context: Context) -> Meant | None:
    """Read "two weeks", "the past several months", "півроку"."""
    count, unit = count_of(found, context)
    return Meant(length_value(count, unit)) if count != "0" else None


def read_bare(found: Found, context: Context) -> Meant:
    """Read "for years"."""
    return Meant(length_value("X", unit_of(found.parts["unit"], context)))


def read_every(found: Found, context: Context) -> Meant:
    """Read "every two weeks", "each morning", "every Monday"."""
    assert context.language is not None
    part = ""
    if "part" in found.parts:
        part = "T" + look_up(context.language, "parts", found.parts["part"])
    if "weekday" in found.parts:
        day = number(context.language, "weekdays", found.parts["weekday"])
        return Meant(f"XXXX-WXX-{day}{part}", recurs=True)
    if "unit" not in found.parts:
        return Meant(f"XXXX-XX-XX{part}", recurs=True)
    count, unit = count_of(found, context)
    return Meant(length_value(count, unit), recurs=True)


def read_clock(found: Found, context: Context) -> Meant | None:
    """Read "15:00 GMT", "8 pm"; the day is that of the date beside it, if there is one."""
    hour = int(found.parts["h"])
    half = found.parts.get("pm", "").lower()[:1]
    if half and not 1 <= hour <= 12:
        return None
    if half == "p" and hour < 12:
        hour += 12
    if half == "a" and hour == 12:
        hour = 0
    if hour > 24 or (hour == 24 and int(found.parts.get("mm", "0"))):
        return None
    minutes = f":{found.parts['mm']}" if "mm" in found.parts else ""
    return Meant(f"T{hour:02}{minutes}")


def count_of(found: Found, context: Context) -> tuple[str, str]:
    """Return how many (in figures, or X) and of which unit."""
    assert context.language is not None
    if "length" in found.parts:
        whole = look_up(context.language, "lengths", found.parts["length"])
        if whole.startswith("PT"):
            return whole[2:-1], {"H": "TH", "M": "TM", "S": "TS"}[whole[-1]]
        return whole[1:-1], whole[-1]
    unit = unit_of(found.parts["unit"], context)
    given = key(found.parts.get("n", "1"))
    if given[0].isdecimal():
        return given.replace(",", ".").removesuffix(".0"), unit
    return look_up(context.language, "counts", given), unit


@cache
def lengths_of_days(language: str) -> frozenset[str]:
    """Return the words for a whole day and night, which no date is: "минулу добу"."""
    return frozenset(key(form) for form in data_for(language).lengths.get("P1D", ()))


def unit_of(form: str, context: Context) -> str:
    """Return the unit that a form names."""
    assert context.language is not None
    return look_up(context.language, "units", form)


def length_value(count: str, unit: str) -> str:
    """Return the TIMEX3 value of a length; decades and quarters are counted in years, months."""
    if unit[0] == "T":
        return f"PT{count}{unit[1]}"
    factor = {"DE": 10, "CE": 100, "Q": 3}.get(unit)
    if factor is None:
        return f"P{count}{unit}"
    if count == "X":
        return f"PX{unit}" if unit != "Q" else "PXM"
    many = float(count) * factor
    return f"P{int(many) if many == int(many) else many}{'M' if unit == 'Q' else 'Y'}"
