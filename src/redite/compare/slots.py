"""What changed between an earlier and a later statement of one claim: numbers, days, status.

Only what the later one says differently or adds counts. What it leaves out is no change, nor is
a rounded number, nor a thing that is still where it was.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from redite.compare.words import Words, unit_key
from redite.text.numbers import Quantity
from redite.values import Change

ROUNDING = Decimal("0.01")
APPROXIMATION = Decimal("0.1")
"""How far two numbers may be apart, as a share of the larger, and still be one number: exact
ones, and where either is called an estimate."""
OPPOSITE_ACTS = (("=suspend", "=resume"), ("=allow", "=forbid"))
"""Acts of will: who does one has gone back on the other."""
OPPOSITE_COURSES = (("=increase", "=reduce"), ("=deploy", "=withdraw"))
"""Things that go one way and then the other: no contradiction, and not the same claim."""
_ADVANCE = {"planned": 0, "under-way": 1, "done": 2}


def changes(earlier: Words, later: Words) -> tuple[Change, ...]:
    """Return what `later` changes or adds, slot by slot; nothing where it only repeats."""
    return (*_numbers(earlier, later), *_days(earlier, later), *_status(earlier, later))


def same_number(one: Quantity, other: Quantity) -> bool:
    """Say whether the two may be one number, rounded or estimated."""
    if one.value == other.value:
        return True
    apart = abs(one.value - other.value) / max(one.value, other.value, Decimal(1))
    return apart <= (APPROXIMATION if one.approximate or other.approximate else ROUNDING)


def opposite(one: Words, other: Words, pairs: Sequence[tuple[str, str]]) -> tuple[str, str] | None:
    """Return what `one` and `other` say of a pair of opposites, where each says one of the two."""
    for first, second in pairs:
        if (first in one.weights) == (second in one.weights):
            continue
        if (first in other.weights) == (second in other.weights):
            continue
        if (first in one.weights) != (first in other.weights):
            here, there = (first, second) if first in one.weights else (second, first)
            return here[1:], there[1:]
    return None


def _numbers(earlier: Words, later: Words) -> list[Change]:
    before = [(q, unit_key(q, earlier.language), shown) for q, shown in earlier.quantities]
    after = [(q, unit_key(q, later.language), shown) for q, shown in later.quantities]
    left = [b for b in before if not any(same_number(b[0], a[0]) for a in after)]
    fresh = [a for a in after if not any(same_number(a[0], b[0]) for b in before)]
    found = []
    for quantity, unit, shown in fresh[:4]:
        match = next((b for b in left if _comparable(b[1], unit)), None)
        if match is not None:
            left.remove(match)
            found.append(Change("number", match[2], shown))
        elif not quantity.approximate or not before:
            found.append(Change("number", None, shown))
    return found


def _comparable(one: str, other: str) -> bool:
    """Say whether two units may be one: equal, or one of them not named."""
    return one == other or ((not one or not other) and "%" not in (one, other))


def _days(earlier: Words, later: Words) -> list[Change]:
    """Like is held against like only: "today" in one report may well be "4 October" in another,
    and so may "Sunday"."""
    for is_kind in (_is_day, _is_month, _is_weekday, _is_stretch):
        before = [pair for pair in earlier.times if is_kind(pair[0])]
        after = [pair for pair in later.times if is_kind(pair[0])]
        fresh = [pair for pair in after if pair[0] not in {key for key, _ in before}]
        gone = [pair for pair in before if pair[0] not in {key for key, _ in after}]
        if fresh and gone:
            return [Change("date", gone[0][1], fresh[0][1])]
        if fresh and is_kind is _is_day and not earlier.times:
            return [Change("date", None, fresh[0][1])]
    vague = [shown for key, shown in earlier.times if _is_stretch(key)]
    precise = [shown for key, shown in later.times if _is_day_or_month(key)]
    if vague and precise and not any(_is_day_or_month(key) for key, _ in earlier.times):
        return [Change("date", vague[0], precise[0])]
    return []


def _is_day(key: str) -> bool:
    return key[0].isdigit() and not key.endswith("-")


def _is_month(key: str) -> bool:
    return key[0].isdigit() and key.endswith("-")


def _is_day_or_month(key: str) -> bool:
    return key[0].isdigit()


def _is_weekday(key: str) -> bool:
    return key.endswith("day") and key not in ("day", "today", "yesterday")


def _is_stretch(key: str) -> bool:
    return key in ("day", "week", "month", "year")


def _status(earlier: Words, later: Words) -> list[Change]:
    """Time passes in one direction: a step back is no change we can tell from loose wording."""
    if earlier.status is None or later.status is None:
        return []
    if _ADVANCE[later.status] <= _ADVANCE[earlier.status]:
        return []
    return [Change("status", earlier.status, later.status)]
