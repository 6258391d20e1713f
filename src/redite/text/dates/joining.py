"""Join what stands side by side: a weekday with its date, a time with its day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from redite.text.dates.context import Context
from redite.text.dates.intervals import day
from redite.text.dates.mentions import Basis, DateMention
from redite.text.dates.scan import Found
from redite.text.dates.tables import is_one_of, number
from redite.text.phrase_patterns import key
from redite.values import Span

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_GAP = 7
_WEEK = re.compile(r"\d{4}-W\d\d")

Read = tuple[Found, DateMention]


def joined(read: Iterable[Read], context: Context) -> Iterator[DateMention]:
    """Yield the mentions, those that are one expression as one."""
    held: Read | None = None
    for one in read:
        if held is not None:
            both = _both(held, one, context)
            if both is not None:
                held = both
                continue
            yield _in_week(held, one, context) if held[0].kind == "weekday" else _with_day(held)
        held = _timed(held, one, context)
    if held is not None:
        yield _with_day(held)


def _both(first: Read, second: Read, context: Context) -> Read | None:
    """Return two neighbours as one, or None."""
    (one, before), (two, after) = first, second
    gap = context.text[before.span.end : after.span.start]
    between = key(gap.strip(" \u00a0\u202f,"))
    if len(gap) > _GAP or "\n" in gap or not _joins(between, two.kind, context):
        return None
    span = Span(before.span.start, after.span.end)
    if one.kind == "weekday" and two.kind == "day" and "last" not in one.parts:
        return Found(span, "day", one.parts | two.parts), _dated(one, two, after, span, context)
    if "part" in one.parts:
        return None  # "Sunday night at 8 pm" names two times
    if (
        two.kind == "clock"
        and one.kind != "clock"
        and before.start is not None
        and before.start == before.end
    ):
        return one, _at(before, after, before, span)
    if (
        one.kind == "clock"
        and before.start is None
        and after.start is not None
        and after.start == after.end
    ):
        return two, _at(after, before, after, span)
    return None


def _in_week(weekday: Read, week: Read, context: Context) -> DateMention:
    """Return a weekday that its week follows ("Friday next week") as that day of that week."""
    (found, mention), (kind, after) = weekday, week
    gap = key(context.text[mention.span.end : after.span.start].strip())
    near = kind.kind == "unit_near" and (not gap or gap in _small(context.language))
    if found.kind != "weekday" or not near or not _WEEK.fullmatch(after.value or ""):
        return mention
    assert context.language is not None
    assert after.start is not None
    wanted = number(context.language, "weekdays", found.parts["weekday"])
    there = after.start + timedelta(days=wanted - 1)
    return replace(mention, value=there.isoformat(), start=there, end=there)


def _joins(between: str, kind: str, context: Context) -> bool:
    """Say whether so little stands between two expressions that they are one."""
    if not between or context.language is None:
        return not between
    if kind == "clock":
        return between in is_one_of(context.language, "at")
    return between in is_one_of(context.language, "articles")


def _at(dated: DateMention, clock: DateMention, base: DateMention, span: Span) -> DateMention:
    assert dated.start is not None
    return replace(base, span=span, value=f"{dated.start.isoformat()}{clock.value}")


def _dated(
    weekday: Found, found: Found, mention: DateMention, span: Span, context: Context
) -> DateMention:
    """Return a date with its weekday, which decides between the years where none is given."""
    assert context.language is not None
    mention = replace(mention, span=span)
    if mention.start is None or mention.value is None or "part" in weekday.parts:
        return mention
    wanted = number(context.language, "weekdays", weekday.parts["weekday"])
    if mention.start.isoweekday() == wanted:
        return replace(mention, doubt="") if mention.start == mention.end else mention
    if mention.basis is not Basis.WORDS and mention.start == mention.end:
        other = _year_with(mention.start, wanted)
        if other is not None:
            return replace(mention, value=other.isoformat(), start=other, end=other)
    actual = _DAYS[mention.start.isoweekday() - 1]
    return replace(mention, doubt=f"{mention.start.isoformat()} is a {actual}")


def _year_with(one: date, weekday: int) -> date | None:
    """Return the date of the year before or after that falls on this weekday."""
    for year in (one.year - 1, one.year + 1):
        other = day(year, one.month, one.day) if 1 <= year <= 9999 else None
        if other is not None and other.isoweekday() == weekday:
            return other
    return None


def _with_day(one: Read) -> DateMention:
    """Return a mention; a time that no day was found for says so."""
    found, mention = one
    if found.kind == "clock" and mention.start is None:
        return replace(mention, value=f"XXXX-XX-XX{mention.value}")
    return mention


def _timed(before: Read | None, one: Read, context: Context) -> Read:
    """Give a time alone the day named before it in the same sentence."""
    found, mention = one
    if found.kind != "clock":
        return one
    day_named: date | None = None
    if before is not None and before[1].start is not None and before[1].start == before[1].end:
        between = context.text[before[1].span.end : mention.span.start]
        if len(between) < 80 and not any(stop in between for stop in (". ", "\n", "! ", "? ")):
            day_named = before[1].start
    if day_named is None:
        return one
    value = f"{day_named.isoformat()}{mention.value}"
    return found, replace(mention, value=value, start=day_named, end=day_named, basis=Basis.SCENE)


@cache
def _small(language: str | None) -> frozenset[str]:
    """Return what may stand between a weekday and its week ("of", "на")."""
    if language is None:
        return frozenset()
    return frozenset().union(*(is_one_of(language, g) for g in ("articles", "link", "month_after")))
