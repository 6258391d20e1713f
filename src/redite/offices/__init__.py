"""Who held which office on a day: a list we wrote ourselves, one file a country or body in `data/`.

The facts come from the public source named beside each office. `since` and `until` are days, both
included: on the day of a handover two people held an office, and nobody is named. Where `inner` is
set the days lie inside the tenure, because we know that it was longer but not by how much. A file
says nothing about days after its `known_until`. What we were not sure of is left out: a gap costs
a name, a wrong day a wrong name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from redite.errors import LanguageDataError
from redite.yaml_files import parse_ours

_STANDS_FOR = {
    "head_of_state": ("monarch", "supreme_leader", "president"),
    "secretary_of_state": ("foreign_minister",),
    "chair": ("president",),
}
"""Posts that are known under another name; the first that a place has is meant."""


class Tenure(BaseModel):
    """One person in one office, from day to day."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    """Full, in the nominative, as English texts print it."""
    cyrillic: tuple[str, ...] = ()
    """The same in Russian, and in Ukrainian where that differs."""
    gender: Literal["m", "f"] = "m"
    since: date
    until: date | None = None
    """None while the file is known to hold."""
    inner: bool = False


class Office(BaseModel):
    """Those who held one office, in order, and where that can be looked up."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    source: str
    held: tuple[Tenure, ...]


class Place(BaseModel):
    """The offices of one country or body."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    place: str
    """ISO 3166 code of two letters, or a short name of a body."""
    name: str
    leader: str | None = None
    """The post that "the leader" stands for."""
    known_until: date
    offices: dict[str, Office]


@dataclass(frozen=True, slots=True)
class Post:
    """An office of a country or body, whoever holds it. `place` is None where the words name none.

    A place that no list knows is written "~" and the beginning of its name.
    """

    place: str | None
    post: str

    @property
    def key(self) -> str:
        """Return what identifies the office in every language."""
        return f"{self.place or '?'} {self.post}"


@cache
def places() -> dict[str, Place]:
    """Return every file of the list by its place.

    Raises:
        LanguageDataError: a file breaks the rules.
    """
    found: dict[str, Place] = {}
    folder = resources.files(__name__) / "data"
    for path in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if not path.name.endswith(".yaml"):
            continue
        try:
            place = Place.model_validate(parse_ours(path.read_text(encoding="utf-8")))
        except (yaml.YAMLError, ValidationError) as error:
            raise LanguageDataError(f"offices/data/{path.name}: {error}") from None
        found[place.place] = place
    return found


def settled(post: Post) -> Post:
    """Return the post under the name that its place has for it ("leader": president)."""
    place = places().get(post.place or "")
    if place is None or post.post in place.offices:
        return post
    for other in _STANDS_FOR.get(post.post, ()):
        if other in place.offices:
            return Post(post.place, other)
    if post.post in ("leader", "head") and place.leader:
        return Post(post.place, place.leader)
    return post


def holder(post: Post, day: date) -> Tenure | None:
    """Return who held an office on a day; None where two did, or where we do not know.

    >>> holder(Post("UA", "president"), date(2022, 2, 24)).name
    'Volodymyr Zelensky'
    """
    post = settled(post)
    place = places().get(post.place or "")
    office = place.offices.get(post.post) if place else None
    if place is None or office is None or day > place.known_until:
        return None
    held = [t for t in office.held if t.since <= day and (t.until is None or day <= t.until)]
    return held[0] if len({t.name for t in held}) == 1 else None


def tenures() -> Iterator[tuple[Post, Tenure]]:
    """Yield every entry of the list, by place and post."""
    for code, place in places().items():
        for post, office in place.offices.items():
            for tenure in office.held:
                yield Post(code, post), tenure


@cache
def _surnames() -> frozenset[str]:
    return frozenset(
        name.rsplit(" ", 1)[-1].casefold() for _, t in tenures() for name in (t.name, *t.cyrillic)
    )


def is_listed_surname(word: str) -> bool:
    """Say whether a word is a surname of the list, in whatever case ("Путина")."""
    lower = word.casefold()
    return any(lower[: len(lower) - cut] in _surnames() for cut in range(4) if cut < len(lower))
