"""Read dates that count from publication, or from the date that the text last named."""

from __future__ import annotations

from datetime import date

from redite.text.dates.calendar_dates import edge_of
from redite.text.dates.context import Context
from redite.text.dates.intervals import interval, moved, shifted, weekday_value
from redite.text.dates.lengths import count_of, length_value, lengths_of_days, unit_of
from redite.text.dates.meant import UNKNOWN, Meant
from redite.text.dates.mentions import Basis
from redite.text.dates.scan import Found
from redite.text.dates.tables import is_one_of, look_up, number, ranked
from redite.text.phrase_patterns import key

_OF_PUBLICATION = {"last": -1, "this": 0, "next": 1}
_OF_SCENE = {"same": 0, "previous": -1, "following": 1}


def read_weekday(found: Found, context: Context) -> Meant | None:
    """Read a weekday: the last one up to publication, unless words beside it say otherwise."""
    base = context.reference
    if base is None:
        return UNKNOWN
    assert context.language is not None
    if ranked(context.text, found.span.start, context.language):
        return UNKNOWN  # "the second Monday of May"
    wanted = number(context.language, "weekdays", found.parts["weekday"])
    parts = found.parts
    direction = 0
    if "next" in parts:
        direction = 1
    elif "last" in parts:
        direction = -1
    elif "previous" in parts or "following" in parts:
        base = context.scene.day or base
        direction = -1 if "previous" in parts else 1
    elif context.announced(found.span.start, parts):
        direction = 2
    elif "this" in parts:
        value = shifted(base, wanted - base.isoweekday(), "D")
        return Meant(_with_part(value, parts, context), context.basis, context.doubt)
    value = weekday_value(base, wanted, direction)
    return Meant(_with_part(value, parts, context), context.basis, context.doubt)


def read_distance(found: Found, context: Context) -> Meant | None:
    """Read a day at a fixed distance from publication ("yesterday", "tonight", "avant-hier")."""
    kind = found.kind.removeprefix("day").removeprefix("moment")
    base, basis = context.reference, context.basis
    if kind.startswith("~"):
        base, basis, _ = _scene_day(context, found)
    days, _, part = kind.lstrip("~").partition("T")
    if base is None:
        return UNKNOWN
    unit = days[-1] if days[-1].isalpha() else "D"
    value = shifted(base, int(days.rstrip("YMW")), unit)
    if value is not None and part:
        value = f"{value}T{part}"
    return Meant(_with_part(value, found.parts, context), basis, context.doubt)


def read_part(found: Found, context: Context) -> Meant | None:
    """Read "this morning", "last night", "that evening"."""
    base, basis, step = context.reference, context.basis, 0
    if "last" in found.parts:
        step = -1
    elif "next" in found.parts:
        step = 1
    elif not {"this"} & set(found.parts):
        base, basis, step = _scene_day(context, found)
    if base is None:
        return UNKNOWN
    return Meant(_with_part(shifted(base, step, "D"), found.parts, context), basis, context.doubt)


def read_leaning(found: Found, context: Context) -> Meant | None:
    """Read "the same day", "the day before", "le lendemain": from the scene, else publication."""
    base = context.scene.day or context.reference
    if base is None:
        return UNKNOWN
    step = {"day_before": -1, "day_after": 1, "same_day": 0}[found.kind]
    basis = Basis.SCENE if context.scene.day else context.basis
    return Meant(shifted(base, step, "D"), basis, context.doubt)


def read_unit(found: Found, context: Context) -> Meant | None:
    """Read "last year", "this week", "the previous month", "that day"."""
    assert context.language is not None
    unit = unit_of(found.parts["unit"], context)
    name = next((n for n in (*_OF_PUBLICATION, *_OF_SCENE) if n in found.parts), "this")
    if unit[0] == "T":
        return Meant("PRESENT_REF") if name == "this" else None
    if key(found.parts["unit"]) in is_one_of(context.language, "bare") | is_one_of(
        context.language, "plural"
    ):
        if name == "same":
            return None
        return Meant(length_value("X", unit))
    if unit == "D":
        kind = {"next": "day_after", "following": "day_after", "previous": "day_before"}
        if name == "last":
            whole = key(found.parts["unit"]) in lengths_of_days(context.language)
            return Meant("P1D") if whole else None
        return read_leaning(Found(found.span, kind.get(name, "same_day"), {}), context)
    if unit in ("DE", "CE") and name in ("last", "next", "following", "previous"):
        return Meant(length_value("1", unit))
    part = edge_of(found, context)
    if name in _OF_PUBLICATION:
        if context.reference is None:
            return UNKNOWN
        value = shifted(context.reference, _OF_PUBLICATION[name], unit)
        return Meant(value, context.basis, context.doubt, edge=part)
    base = context.scene.first or context.reference
    if base is None:
        return UNKNOWN
    basis = Basis.SCENE if context.scene.first else context.basis
    return Meant(shifted(base, _OF_SCENE[name], unit), basis, context.doubt, edge=part)


def read_weekend(found: Found, context: Context) -> Meant | None:
    """Read "at the weekend", "last weekend"."""
    if context.reference is None:
        return UNKNOWN
    step = next((s for n, s in _OF_PUBLICATION.items() if n in found.parts), None)
    if step is None:
        ahead = context.announced(found.span.start, found.parts)
        step = 0 if ahead or context.reference.isoweekday() >= 6 else -1
    value = shifted(context.reference, step, "W")
    return Meant(f"{value}-WE" if value else None, context.basis, context.doubt)


def read_ago(found: Found, context: Context) -> Meant | None:
    """Read "two years ago": as exact as the unit."""
    return _away(found, context, context.reference, -1, "PAST_REF")


def read_hence(found: Found, context: Context) -> Meant | None:
    """Read "in two weeks"; where the future is not announced it may be a length of time."""
    assert context.language is not None
    count, unit = count_of(found, context)
    if found.kind != "hence_plain" and not context.announced(found.span.start, found.parts):
        return Meant(length_value(count, unit))
    return _away(found, context, context.reference, 1, "FUTURE_REF")


def read_later(found: Found, context: Context) -> Meant | None:
    """Read "two years later", "three days earlier": from the scene; without one, a length."""
    sign = 1 if found.kind == "later" else -1
    count, unit = count_of(found, context)
    scene = context.scene
    if unit in ("D", "W") and scene.day is not None and count != "X":
        days = int(float(count) * (7 if unit == "W" else 1))
        there = moved(scene.day, sign * days)
        return Meant(there.isoformat() if there else None, Basis.SCENE, context.doubt)
    if unit not in ("D", "W") and unit[0] != "T" and scene.first is not None and count != "X":
        return _away(found, context, scene.first, sign, "PAST_REF")
    return Meant(length_value(count, unit))


def _away(found: Found, context: Context, base: date | None, sign: int, vague: str) -> Meant | None:
    count, unit = count_of(found, context)
    if count == "X" or unit[0] == "T":
        return Meant(vague)
    if base is None:
        return UNKNOWN
    many = float(count)
    if many != int(many):
        if unit not in ("Y", "M"):
            return Meant(vague)
        many, unit = (many * 12, "M") if unit == "Y" else (many * 4, "W")
    steps = int(many)
    if unit in ("DE", "CE"):
        steps, unit = steps * (10 if unit == "DE" else 100), "Y"
    basis = context.basis if base is context.reference else Basis.SCENE
    return Meant(shifted(base, sign * steps, unit), basis, context.doubt)


def _scene_day(context: Context, found: Found) -> tuple[date | None, Basis, int]:
    step = next((s for n, s in _OF_SCENE.items() if n in found.parts), 0)
    if context.scene.day is None:
        return context.reference, context.basis, step
    return context.scene.day, Basis.SCENE, step


def _with_part(value: str | None, parts: dict[str, str], context: Context) -> str | None:
    if value is not None and "night" in parts:
        return f"{value[:10]}TNI"
    if value is None or "part" not in parts or interval(value) is None:
        return value
    assert context.language is not None
    return f"{value[:10]}T{look_up(context.language, 'parts', parts['part'])}"
