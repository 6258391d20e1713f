"""How alike two texts are, from their weighted keys alone."""

from __future__ import annotations

from dataclasses import dataclass

from redite.compare.words import WEIGHTS, Words, kind_of

CONTAINMENT = 0.5
"""Share of containment in the score; the rest is Jaccard overlap."""
UNTRANSLATED = 0.35
"""Weight, between two languages, of a word that has no key in common by nature: it says little
that a Russian word is missing from a French sentence."""

OTHER_CONCEPT = 0.75
"""Weight, between two languages, of a listed word that only one has: translators choose freely."""
OTHER_NUMBER = 0.25
"""Weight of a number where the other has another one: numbers are compared slot by slot."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much two statements have in common; `score` is what thresholds are set on."""

    shared: float
    """Sum of the weights that both have."""
    keys: tuple[str, ...]
    """The keys that both have, heaviest first."""
    containment: float
    """Share of the smaller one that the larger one has."""
    jaccard: float
    substance: float
    """Sum of the shared weights that are neither names nor places: what is said, not of whom."""
    of: int
    """Keys of the smaller one."""

    @property
    def score(self) -> float:
        """Between 0 and 1: a summary inside a long quotation counts, chance overlap does not."""
        return CONTAINMENT * self.containment + (1 - CONTAINMENT) * self.jaccard


def compare(one: Words, other: Words) -> Likeness:
    """Return how alike the two are; the order of the two does not matter."""
    across = one.language != other.language
    small, large = (one, other) if len(one.keys) <= len(other.keys) else (other, one)
    keys = tuple(key for key in small.keys if key in large.weights)
    common = [0.0, 0.0, 0.0]
    for key in keys:
        common[kind_of(key)] += small.weights[key]
    shared = sum(common)
    factors = (
        OTHER_NUMBER if one.quantities and other.quantities else 1.0,
        OTHER_CONCEPT if across else 1.0,
        UNTRANSLATED if across else 1.0,
    )
    totals = [
        sum(
            both + factor * max(0.0, total - both)
            for both, factor, total in zip(common, factors, words.totals, strict=True)
        )
        for words in (one, other)
    ]
    least, union = min(totals), sum(totals) - shared
    return Likeness(
        shared=shared,
        keys=keys,
        containment=min(1.0, shared / least) if least else 0.0,
        jaccard=min(1.0, shared / union) if union else 0.0,
        substance=sum(small.weights[key] for key in keys if not _is_name(key, one, other)),
        of=len(small.keys),
    )


def _is_name(key: str, one: Words, other: Words) -> bool:
    """Say whether both write it like a name; any word may have a capital at the beginning."""
    if key[0] == ":":
        return True
    return one.weights[key] == other.weights[key] == WEIGHTS["name"]


def other_names(one: Words, other: Words) -> bool:
    """Say whether each names somebody or some place that the other does not.

    News has set phrases in which only a name differs ("the army took X"). Between two languages
    nothing can be said: the names may be the same ones in another spelling.
    """
    if one.language != other.language:
        return False
    return _has_name_beyond(one, other) and _has_name_beyond(other, one)


def shared_names(one: Words, other: Words) -> bool:
    """Say whether both name one person or place, other than a country, as far as keys show it."""
    named = (key for key in one.weights if key in other.weights and key[0] != ":")
    return any(_is_name(key, one, other) for key in named)


def _has_name_beyond(one: Words, other: Words) -> bool:
    return any(
        key not in other.weights and (key[0] == ":" or weight == WEIGHTS["name"])
        for key, weight in one.weights.items()
    )
