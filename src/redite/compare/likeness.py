"""How alike two texts are, from their weighted keys alone."""

from __future__ import annotations

from dataclasses import dataclass

from redite.compare.words import Words

UNTRANSLATED = 0.35
"""Weight, between two languages, of a word that has no key in common by nature: it says little
that a Russian word is missing from a French sentence. Tuned on pairs of our own."""


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
    of: int
    """Keys of the smaller one."""

    @property
    def score(self) -> float:
        """Between 0 and 1: a summary inside a long quotation counts, chance overlap does not."""
        return 0.55 * self.containment + 0.45 * self.jaccard


def compare(one: Words, other: Words) -> Likeness:
    """Return how alike the two are; the order of the two does not matter."""
    across = one.language != other.language
    small, large = sorted((one, other), key=lambda w: len(w.weights))
    keys = [key for key in small.weights if key in large.weights]
    shared = sum(min(small.weights[key], large.weights[key]) for key in keys)
    totals = [_total(words, keys, across) for words in (one, other)]
    least, union = min(totals), sum(totals) - shared
    return Likeness(
        shared=shared,
        keys=tuple(sorted(keys, key=lambda key: (-small.weights[key], key))),
        containment=min(1.0, shared / least) if least else 0.0,
        jaccard=min(1.0, shared / union) if union else 0.0,
        of=len(small.weights),
    )


def _total(words: Words, shared: list[str], across: bool) -> float:
    if not across:
        return words.total
    common = set(shared)
    return sum(
        weight if key in common or key[0] in "#:=" else weight * UNTRANSLATED
        for key, weight in words.weights.items()
    )
