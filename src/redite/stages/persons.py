"""Which printed names are one person's, across all articles.

Full names that match make one person (`redite.names`). Matching is no chain: where a name fits two
people who are surely not one ("Thomas Holloway", "Thomas J." and "Thomas R."), it joins the one who
is named far more often, or stays alone. A surname, alone or with an initial, joins the only person
on record whom it fits, or the foremost. A wrong merge is worse than a missed one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from redite.names.keys import block
from redite.names.known import KnownPeople
from redite.names.matching import same_name
from redite.names.reading import read

FOREMOST = 10
"""How many times as often as its namesakes a person must be named to own a name that fits several:
at 10 a garbled name read once or twice cannot split a president in two, while two ministers of one
surname stay apart."""
_LOOKED_AT = 16
"""Names of one person that are held against another's before both are made one."""

Counts = Mapping[str, Counter[str | None]]
"""How often each printed name is met, by language of the article."""


@dataclass(frozen=True, slots=True)
class Grouped:
    """The names of one person: what the id is made of, and why each name is his or hers."""

    base: str
    reasons: Mapping[str, str]


def people_groups(counts: Counts) -> list[Grouped]:
    """Return the people behind printed names; every name is in one group."""
    full = [name for name in counts if read(name).full]
    whole = set(full)
    known, groups = _matching(full, counts)
    number_of = {name: n for n, names in enumerate(groups) for name in names}
    reasons: list[dict[str, str]] = [_reasons(names, counts) for names in groups]
    alone: list[str] = []
    for name in counts:
        if name in whole:
            continue
        fitting = {number_of[bearer.id]: bearer for bearer in reversed(known.bearers(name))}
        owner = _only_or_foremost(sorted(fitting), groups, counts)
        if owner is None:
            alone.append(name)
            continue
        which = "the only one" if len(fitting) == 1 else "by far the most often named"
        why = f"{fitting[owner].match.reason} as {fitting[owner].name}, {which} on record"
        reasons[owner][name] = why
    found = [Grouped(_base(names), why) for names, why in zip(groups, reasons, strict=True)]
    return found + [Grouped(_base(names), _reasons(names, counts)) for names in _sounding(alone)]


def _reasons(names: Sequence[str], counts: Counts) -> dict[str, str]:
    """Return why each name is of the group: how it matches the one most often met."""
    usual = min(names, key=lambda name: (-counts[name].total(), name))
    out = {}
    for name in names:
        if name == usual:
            out[name] = "the name on record"
            continue
        match, nearest = same_name(name, usual), usual
        if not match.same:
            nearest = max((n for n in names if n != name), key=lambda n: same_name(name, n).score)
            match = same_name(name, nearest)
        out[name] = f"{match.reason} as {nearest}"
    return out


def _only_or_foremost(
    fitting: Sequence[int], groups: Sequence[Sequence[str]], counts: Counts
) -> int | None:
    """Return the one person a name stands for where no article says who, or None.

    That is the only bearer on record, or one who is named `FOREMOST` times as often as all the
    others together: "Dalkova" by itself is the president, not her cousin who was once quoted.
    """
    if not fitting:
        return None
    named = {n: sum(counts[name].total() for name in groups[n]) for n in fitting}
    best = min(fitting, key=lambda n: (-named[n], n))
    others = sum(named.values()) - named[best]
    return best if named[best] >= FOREMOST * others else None


def _matching(names: Sequence[str], counts: Counts) -> tuple[KnownPeople, list[list[str]]]:
    """Group full names that match; also return the index that knows them by themselves."""
    known = KnownPeople()
    links: dict[tuple[str, str], float] = {}
    for name in sorted(names):
        for bearer in known.bearers(name):
            if bearer.match.same:
                links[bearer.name, name] = bearer.match.score
        known.add(name, name)
    links = _without_bridges(links, counts)
    group_of = {name: [name] for name in names}
    for left, right in sorted(links, key=lambda pair: (-links[pair], pair)):
        one, other = group_of[left], group_of[right]
        if one is other or _apart(one, other, counts):
            continue
        one.extend(other)
        group_of.update(dict.fromkeys(other, one))
    groups = {min(group): sorted(group) for group in group_of.values()}
    return known, [groups[key] for key in sorted(groups)]


def _without_bridges(
    links: Mapping[tuple[str, str], float], counts: Counts
) -> dict[tuple[str, str], float]:
    """Leave out links of names that fit two people who are surely not one."""
    near: dict[str, set[str]] = defaultdict(set)
    for left, right in links:
        near[left].add(right)
        near[right].add(left)
    cut: set[tuple[str, str]] = set()
    for name in sorted(near):
        sides = _sides(sorted(near[name], key=lambda n: (-counts[n].total(), n)))
        if len(sides) < 2:
            continue
        met = sorted((sum(counts[n].total() for n in side), at) for at, side in enumerate(sides))
        most, best = met[-1]
        owned = most >= FOREMOST * sum(count for count, _ in met[:-1])
        for at, side in enumerate(sides):
            if not owned or at != best:
                cut.update((min(name, n), max(name, n)) for n in side)
    return {pair: score for pair, score in links.items() if tuple(sorted(pair)) not in cut}


def _sides(names: Sequence[str]) -> list[list[str]]:
    """Part names so that those of one side can be one person's."""
    sides: list[list[str]] = []
    for name in names:
        fitting = [s for s in sides if all(not same_name(name, n).apart for n in s[:_LOOKED_AT])]
        if fitting:
            fitting[0].append(name)
        else:
            sides.append([name])
    return sides


def _apart(one: Sequence[str], other: Sequence[str], counts: Counts) -> bool:
    """Say whether any two names of two groups are surely two people's."""

    def usual(names: Sequence[str]) -> list[str]:
        return sorted(names, key=lambda n: (-counts[n].total(), n))[:_LOOKED_AT]

    return any(same_name(a, b).apart for a in usual(one) for b in usual(other))


def _sounding(names: Iterable[str]) -> list[list[str]]:
    """Group parts of names that nobody on record owns by their sounds alone."""
    groups: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for name in names:
        words = tuple(word.sounds for word in read(name).words)
        groups[words if any(words) else (name,)].append(name)
    return [groups[key] for key in sorted(groups)]


def _base(names: Sequence[str]) -> str:
    """Return the keys of given name and surname, the same for every way of writing them."""
    readings = [read(name) for name in names]
    return min(
        " ".join(block(word.sounds) for word in (r.given, r.surname) if word is not None)
        for r in readings
    )
