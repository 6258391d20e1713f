"""Which spelling of a name is the one that the others decline.

A dictionary knows few foreign names, and takes "Илона Маска" for a woman's. Beside "Илон Маск" it
is his genitive: each of its words is one of that name, or one with a case ending. That holds for
names of men, which end in a consonant; women's tell nothing by their length.
"""

from __future__ import annotations

from collections.abc import Mapping

SLIP = 3
"""How many times as often as another a spelling is met that is no case of it."""
_ENDINGS = frozenset("а я у ю ом ем єм ем ым им ого ему ому ові еві єві і".split())
"""What Russian and Ukrainian put behind a man's name that ends in a consonant."""
_OPEN = frozenset("аеёиоуыэюяєії")
_SOFT = ("й", "ь")


def declines(name: str, other: str) -> bool:
    """Say whether a name is another one in a case of its own, word by word.

    >>> declines("Илона Маска", "Илон Маск")
    True
    """
    words, base = name.casefold().split(), other.casefold().split()
    if words == base or len(words) != len(base):
        return False
    return all(
        word == first or _declines(word, first) for word, first in zip(words, base, strict=True)
    )


def _declines(word: str, first: str) -> bool:
    if first[-1:] in _OPEN or len(first) < 2:
        return False
    stem = first[:-1] if first.endswith(_SOFT) else first
    return word.startswith(stem) and word[len(stem) :] in _ENDINGS


def first_cases(met: Mapping[str, int]) -> frozenset[str]:
    """Return those of several spellings of one name that decline none of the others.

    Args:
        met: how often each is met; what is met far less often than a spelling is no evidence that
            this one is declined, but may be a slip itself.
    """
    return frozenset(
        name
        for name in met
        if not any(met[other] * SLIP >= met[name] and declines(name, other) for other in met)
    )
