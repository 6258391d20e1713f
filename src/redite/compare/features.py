"""What a pair of statements looks like to the trained model: a row of numbers, by name.

Nothing here is learned and nothing knows a language: words come from `words` and the language
files, vectors from the encoder. What cannot be told is 0, or half way for a share.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from redite.compare.index import Entry
from redite.compare.matches import Match, rejects
from redite.compare.slots import OPPOSITE_ACTS, OPPOSITE_COURSES, changes, opposite, same_number
from redite.compare.words import WEIGHTS, Words
from redite.values import Act, Change

NO_GAP = 1.5
"""Stands for two that cannot be of one occasion; what can lies between 0 and 1."""
_FAR = 400.0
_MOST = 4.0
_SOME = 3.0
_DAY = 86_400.0
_ANNOUNCED = (Act.ANNOUNCE, Act.PROMISE)

NAMES = (
    "cosine; cosine within; cosine across; strength within; strength across; jaccard; "
    "containment; shared; substance; overlap; share of the earlier; share of the later; share "
    "of the later, no names; names; rare words; concepts; numbers shared; numbers replaced; "
    "numbers added; numbers dropped; both count; times shared; date replaced; date added; "
    "status moved on; status moved back; status the same; one negated; both negated; later "
    "negated; later rejects; earlier rejects; both reject; opposite acts; opposite courses; act "
    "the same; later denies; earlier denies; both deny; later accuses; earlier accuses; both "
    "demand; one demands; both announce; one speaker; one article; right after; right after, "
    "one speaker; gap; one day; days apart; across; later quoted; earlier quoted; length of the "
    "later; length of the earlier; lengths apart"
).split("; ")
"""What each number of a row is."""


def features(later: Entry, m: Match, cosine: float) -> list[float]:
    """Return the numbers of one pair, in the order of `NAMES`.

    Args:
        later: the statement to judge.
        m: an earlier one, held against it.
        cosine: of their vectors.
    """
    earlier, likeness = m.earlier, m.likeness
    one, other = earlier.words, later.words
    across = float(one.language != other.language)
    speaker = float(m.same_speaker)
    forth, back = changes(one, other), changes(other, one)
    before, after = _replaced(forth), _replaced(back)
    shares = _shares(one, other)
    near = _nearness(later, m)
    lengths = _length(other), _length(one)
    deny = _is(later, Act.DENY), _is(earlier, Act.DENY)
    demand = _is(later, Act.DEMAND), _is(earlier, Act.DEMAND)
    reject = float(rejects(later)), float(rejects(earlier))
    return [
        cosine,
        cosine * (1 - across),
        cosine * across,
        m.strength * (1 - across),
        m.strength * across,
        likeness.jaccard,
        likeness.containment,
        min(_MOST, likeness.shared),
        min(_MOST, likeness.substance),
        m.overlap,
        *shares,
        min(_SOME, _numbers_shared(one, other)),
        min(_SOME, before["number"]),
        min(_SOME, _added(forth)["number"]),
        min(_SOME, _added(back)["number"]),
        float(bool(one.quantities) and bool(other.quantities)),
        min(_SOME, len({key for key, _ in one.times} & {key for key, _ in other.times})),
        before["date"],
        _added(forth)["date"],
        before["status"],
        after["status"],
        float(other.status is not None and one.status == other.status),
        float(one.negated != other.negated),
        float(one.negated and other.negated),
        float(other.negated),
        *reject,
        reject[0] * reject[1],
        float(opposite(one, other, OPPOSITE_ACTS) is not None),
        float(opposite(one, other, OPPOSITE_COURSES) is not None),
        float(later.act is not None and later.act == earlier.act),
        *deny,
        deny[0] * deny[1],
        _is(later, Act.ACCUSE),
        _is(earlier, Act.ACCUSE),
        demand[0] * demand[1],
        abs(demand[0] - demand[1]),
        _is(later, *_ANNOUNCED) * _is(earlier, *_ANNOUNCED),
        speaker,
        float(m.same_article),
        near,
        near * speaker,
        NO_GAP if m.gap is None else m.gap,
        float(later.said_on is not None and earlier.said_on is not None and m.gap == 0),
        _days(later, earlier),
        across,
        float(later.quoted),
        float(earlier.quoted),
        *lengths,
        abs(lengths[0] - lengths[1]),
    ]


def _replaced(found: Sequence[Change]) -> Counter[str]:
    return Counter(change.slot for change in found if change.before is not None)


def _added(found: Sequence[Change]) -> Counter[str]:
    return Counter(change.slot for change in found if change.before is None)


def _shares(one: Words, other: Words) -> list[float]:
    """Return what each has of the other, by weight, and what kinds of words they share."""
    name = WEIGHTS["name"]
    total = mine = mine_shared = names = rare = concepts = 0.0
    for key, weight in other.weights.items():
        kind = key[0]
        if kind == "#":
            continue
        total += weight
        named = kind == ":" or weight == name
        mine += 0.0 if named else weight
        if key not in one.weights:
            continue
        names += named
        mine_shared += 0.0 if named else weight
        rare += weight if kind not in ":=" else 0.0
        concepts += weight if kind == "=" else 0.0
    shared = sum(w for key, w in other.weights.items() if key[0] != "#" and key in one.weights)
    earlier = sum(w for key, w in one.weights.items() if key[0] != "#")
    covered = sum(w for key, w in one.weights.items() if key[0] != "#" and key in other.weights)
    return [
        covered / earlier if earlier else 0.5,
        shared / total if total else 0.5,
        mine_shared / mine if mine else 0.5,
        min(_MOST, names),
        min(_MOST, rare),
        min(_MOST, concepts),
    ]


def _numbers_shared(one: Words, other: Words) -> int:
    return sum(any(same_number(q, r) for r, _ in one.quantities) for q, _ in other.quantities)


def _is(entry: Entry, *acts: Act) -> float:
    return float(entry.act in acts)


def _length(words: Words) -> float:
    return min(_MOST, math.log1p(sum(words.totals)))


def _days(later: Entry, earlier: Entry) -> float:
    seconds = abs((later.published - earlier.published).total_seconds())
    return min(_MOST, math.log1p(seconds / _DAY))


def _nearness(later: Entry, m: Match) -> float:
    """Return 1 right after it in one article, falling to 0 far from it; 0 in another."""
    if not m.same_article:
        return 0.0
    return max(0.0, 1 - max(0, later.extent.start - m.earlier.extent.end) / _FAR)
