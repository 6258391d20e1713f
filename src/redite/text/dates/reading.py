"""Give each candidate its meaning, in text order, and keep the scene up to date."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from redite.text.dates import calendar_dates as fixed
from redite.text.dates import lengths, year_parts
from redite.text.dates import relative_dates as relative
from redite.text.dates.context import Context
from redite.text.dates.meant import Meant
from redite.text.dates.mentions import DateMention
from redite.text.dates.pieces import data_for
from redite.text.dates.scan import Found
from redite.text.dates.tables import number
from redite.text.phrase_patterns import any_of

_READERS: dict[str, Callable[[Found, Context], Meant | None]] = {
    "day": fixed.read_day,
    "styles": fixed.read_styles,
    "month": fixed.read_month,
    "month_alone": fixed.read_month,
    "month_near": fixed.read_month,
    "year": fixed.read_year,
    "season": year_parts.read_season,
    "season_alone": year_parts.read_season,
    "rank": year_parts.read_rank,
    "decade": year_parts.read_decade,
    "century": year_parts.read_century,
    "weekday": relative.read_weekday,
    "weekend": relative.read_weekend,
    "weekend_near": relative.read_weekend,
    "part_near": relative.read_part,
    "day_before": relative.read_leaning,
    "day_after": relative.read_leaning,
    "same_day": relative.read_leaning,
    "unit_near": relative.read_unit,
    "ago": relative.read_ago,
    "hence": relative.read_hence,
    "hence_plain": relative.read_hence,
    "earlier": relative.read_later,
    "later": relative.read_later,
    "length": lengths.read_length,
    "bare": lengths.read_bare,
    "every": lengths.read_every,
    "every_weekday": lengths.read_every,
    "clock": lengths.read_clock,
}
_LEANING = frozenset(
    {"day_before", "day_after", "same_day", "earlier", "later", "part_near", "unit_near"}
)
_JOINED = 14


def read(found: list[Found], context: Context) -> Iterator[tuple[Found, DateMention]]:
    """Yield each candidate that means something, with its mention."""
    for one in _with_borrowed_years(found, context):
        meant = meaning(one, context)
        if meant is None:
            continue
        days = meant.days()
        start, end = days if days is not None else (None, None)
        if days is None and meant.edge:
            meant = meant._replace(edge="")
        mention = DateMention(
            one.span, meant.value, start, end, meant.basis, meant.doubt, meant.recurs
        )
        _set_scene(one, mention, context)
        yield one, mention


def meaning(found: Found, context: Context) -> Meant | None:
    """Return what one candidate means; None where it is no date after all."""
    reader = _READERS.get(found.kind)
    if reader is not None:
        return reader(found, context)
    if found.kind.startswith("ref"):
        return Meant(found.kind.removeprefix("ref"))
    if found.kind.startswith("set"):
        return Meant(found.kind.removeprefix("set"), recurs=True)
    return relative.read_distance(found, context)


def _set_scene(found: Found, mention: DateMention, context: Context) -> None:
    start = mention.start
    if "year" in found.parts and start is not None:
        context.year, context.year_at = start.year, found.span.end
    if start is None or (context.reference is not None and start > context.reference):
        return
    if found.kind in _LEANING and not heads_sentence(context.text, found.span.start):
        return
    context.name(found.span.start, start, start == mention.end)


def heads_sentence(text: str, at: int) -> bool:
    """Say whether a leaning date sets the scene ("The day before, …") or only looks aside."""
    before = text[max(0, at - 12) : at].rstrip(" \t\u00a0\"'«»“”„’)*_")
    words = before.rsplit(None, 1)
    if len(words) == 2 and len(words[1]) <= 3 and words[0][-1] in ".!?…:\n—–":
        return True  # "In that week", "У той день"
    return not before or before[-1] in ".!?…:\n—–"


def _with_borrowed_years(found: list[Found], context: Context) -> list[Found]:
    """Give a date without a year that of the one it is joined to ("28 March to 3 April 2023")."""
    if context.language is None:
        return found
    data = data_for(context.language)
    joint = re.compile(
        rf"\s{{0,3}}(?:[-–—,/]|{any_of((*data.range_to, *data.range_and))})\s{{0,3}}", re.IGNORECASE
    )
    out = list(found)
    for at in range(len(out) - 2, -1, -1):
        one, following = out[at], out[at + 1]
        kinds = ("day", "month", "month_alone")
        if one.kind not in kinds or following.kind not in kinds:
            continue
        if "year" in one.parts or "year" not in following.parts or "month" not in one.parts:
            continue
        gap = context.text[one.span.end : following.span.start]
        if len(gap) > _JOINED or joint.fullmatch(gap) is None or "month" not in following.parts:
            continue
        year = int(following.parts["year"])
        if _place(one, context) > _place(following, context):
            year -= 1
        parts = one.parts | {"year": f"{year:04}", "borrowed": "yes"}
        out[at] = replace(one, parts=parts)
    return out


def _place(found: Found, context: Context) -> tuple[int, int]:
    assert context.language is not None
    month = number(context.language, "months", found.parts["month"])
    day = found.parts.get("day", "1")
    return month, int(day) if day.isdecimal() else 1
