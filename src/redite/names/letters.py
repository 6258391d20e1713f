"""How much two words speak for being one word, by costs of sounds that were learned.

A word of six sounds that agree says more than one of three; another consonant says more against
than another vowel; `w` for `v` says nothing. The table holds, for each pair of sounds and for each
sound left out, the logarithm of how much more often the two stand against each other in spellings
of one name than by chance (Ristad and Yianilos, Learning string-edit distance, 1998). It was
learned from the names of places in the languages of CLDR: `python -m training.names.learn_costs`.
"""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.resources import files

GAP = "-"
_FAR = -1e9


@lru_cache(maxsize=1)
def costs() -> dict[str, float]:
    """Return the table: "ab" for a pair of sounds in either order, "a-" for one left out."""
    text = files("redite.names").joinpath("letter_costs.json").read_text("utf-8")
    table: dict[str, float] = {}
    for pair, value in json.loads(text)["costs"].items():
        table[pair] = table[pair[::-1]] = value
    return table


@lru_cache(maxsize=1 << 16)
def weight(word: str) -> float:
    """Return the evidence of a spelled word for itself: the most that another can reach."""
    table = costs()
    return sum(table[sound * 2] for sound in word)


@lru_cache(maxsize=1 << 17)
def evidence(a: str, b: str) -> float:
    """Return how much two spelled words speak for being one, in units of log-odds."""
    return best_path(a, b, costs())


@lru_cache(maxsize=1 << 17)
def likeness(a: str, b: str) -> float:
    """Return the evidence as a share of the most it could be: 1 for the same, 0 and less for none.

    >>> likeness("lavrov", "laurov") > 0.6 > likeness("lavrov", "latrov")
    True
    """
    if a == b:
        return 1.0
    most = max(weight(a), weight(b))
    return evidence(a, b) / most if most else 0.0


def best_path(a: str, b: str, table: dict[str, float]) -> float:
    """Return the sum of costs along the best alignment of two spelled words."""
    row = [0.0]
    for y in b:
        row.append(row[-1] + table[GAP + y])
    for x in a:
        left_out = table[x + GAP]
        diagonal, row[0] = row[0], row[0] + left_out
        best = row[0]
        for j, y in enumerate(b, 1):
            aligned = diagonal + table[x + y]
            diagonal = row[j]
            best += table[GAP + y]
            if diagonal + left_out > best:
                best = diagonal + left_out
            if aligned > best:
                best = aligned
            row[j] = best
    return row[-1]
