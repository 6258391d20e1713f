"""The sorts of things that a phrase may name."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum, auto


class Sort(StrEnum):
    """What a noun phrase is, before the article is asked."""

    NOBODY = auto()
    OURSELVES = auto()
    """The outlet speaks of itself ("we", "our analysts")."""
    PRONOUN = auto()
    PERSON = auto()
    ORGANISATION = auto()
    GENERIC = auto()
    """A body named before ("the ministry")."""
    MEMBERS = auto()
    """People who speak for a body, here not named ("the analysts")."""
    UNNAMED = auto()
    ROLE = auto()
    DESCRIPTION = auto()
    """A definite description without an office ("der Ostlinder")."""


@dataclass(frozen=True, slots=True)
class Nominal:
    """What a phrase names. `name` is cleaned of titles and roles; empty for pronouns and roles."""

    sort: Sort
    name: str
    gender: str | None = None
    plural: bool = False
    words: tuple[str, ...] = ()
    """The words that say something: no articles, titles or name."""
