"""What a given name tells of its bearer: that this is a person, and of which sex."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from redite.names.lore import lore
from redite.names.sounds import sounds
from redite.names.words import groups_of


@lru_cache(maxsize=1 << 14)
def is_given(word: str) -> bool:
    """Say whether a word is listed as a given name, in any script, spelling or case."""
    return bool(lore().spelled.get(word.casefold()) or groups_of(sounds(word)))


@lru_cache(maxsize=1 << 14)
def sex_of(word: str) -> Literal["m", "f"] | None:
    """Return "m" or "f" where a given name is borne by one sex alone, else None.

    >>> sex_of("Олена"), sex_of("Goran"), sex_of("Sasha")
    ('f', 'm', None)
    """
    groups = lore().spelled.get(word.casefold()) or groups_of(sounds(word))
    if not groups:
        return None
    if groups <= lore().men:
        return "m"
    return "f" if groups <= lore().women else None
