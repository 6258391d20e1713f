"""The keys under which names meet before they are compared closely.

A key is the consonants of a word, those together that languages confuse; given names meet under
their groups as well, so that Sasha meets Alexander.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from redite.names.reading import Kind, Reading, Word, read
from redite.names.sounds import consonants
from redite.names.words import groups_of

_COARSE = str.maketrans("CSZTczg", "ssssssh")
_LONGEST_KEY = 5


@lru_cache(maxsize=1 << 17)
def block(sounded: str) -> str:
    """Return the key of one spelled word.

    >>> from redite.names.sounds import sounds
    >>> {block(sounds(word)) for word in ("Velesh", "Велеша", "Welesz", "Velech")}
    {'vls'}
    """
    coarse = consonants(sounded).translate(_COARSE)
    kept = [c for at, c in enumerate(coarse) if not at or coarse[at - 1] != c]
    return "".join(kept[:_LONGEST_KEY])


def blocks(word: Word) -> tuple[str, ...]:
    """Return all keys of one word: that of its consonants, and those of its groups."""
    own = block(word.sounds)
    groups = tuple(f"#{number}" for number in sorted(groups_of(word.sounds)))
    return (own, *groups) if own else groups


def joined_blocks(reading: Reading) -> Iterator[str]:
    """Yield keys of neighbouring words written as one (Abdul Rahman, Abdulrahman)."""
    words = reading.words
    for x, y in pairwise(words):
        if Kind.INITIAL not in (x.kind, y.kind):
            yield block(x.sounds + y.sounds)


def near_blocks(key: str) -> Iterator[str]:
    """Yield a key with one consonant left out, where enough remain to tell anything."""
    if len(key) > 2 and not key.startswith("#"):
        for at in range(len(key)):
            yield key[:at] + key[at + 1 :]


def surname_key(name: str) -> str:
    """Return the key of a name's surname."""
    surname = read(name).surname
    return block(surname.sounds) if surname else ""
