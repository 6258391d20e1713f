"""Patterns of fixed words ("yesterday", "soon", "daily") and of times of the day."""

from __future__ import annotations

from redite.text.dates.pieces import GAP, Pieces, Raw, flat, gapped
from redite.text.phrase_patterns import any_of


def fixed(pieces: Pieces) -> list[Raw]:
    """Return patterns of fixed words and phrases."""
    data = pieces.data
    event = rf"(?!\s{{1,3}}{any_of(data.events)}(?!\w))" if data.events else ""
    part = rf"(?:{GAP}{pieces.part})?"
    no_unit = rf"(?!{GAP}{any_of((*flat(data.units), *flat(data.seasons)))}(?!\w))"
    days = [
        (f"day{distance:+}", "days", any_of(forms) + part) for distance, forms in data.days.items()
    ]
    moments = [
        (f"moment{value}", "moments", any_of(forms)) for value, forms in data.moments.items()
    ]
    refs = [(f"ref{value}", "refs", any_of(forms) + no_unit) for value, forms in data.refs.items()]
    sets = [(f"set{value}", "sets", any_of(forms)) for value, forms in data.sets.items()]
    return [
        *days,
        *moments,
        ("part_near", "part", rf"{pieces.beside}{pieces.part}"),
        ("day_before", "leaning", any_of(data.day_before) + event),
        ("day_after", "leaning", any_of(data.day_after) + event),
        ("same_day", "leaning", any_of(data.same_day)),
        *refs,
        *sets,
    ]


def times(pieces: Pieces) -> list[Raw]:
    """Return patterns of times of the day, with their time zone."""
    data = pieces.data
    h, mm = r"(?P<h>[01]?\d|2[0-4])", r"(?P<mm>[0-5]\d)"
    zone = rf"(?:{GAP}\(?{any_of(data.zones)}\)?)?" if data.zones else ""
    plain = rf"(?:{gapped(any_of(data.clock_after))})(?P<whole>{h}[:.]{mm}{zone})"
    zoned = rf"{h}[:.]{mm}{zone.removesuffix('?')}" if zone else ""
    out = [("clock", "clock", plain), ("clock", "clock", zoned)]
    for template in data.clock:
        body = any_of([template]).replace(r"\{h\}", h).replace(r"\{mm\}", mm)
        out.append(("clock", "clock", body.replace(r"\{pm\}", r"(?P<pm>[ap]\.?m\b\.?)") + zone))
    return out
