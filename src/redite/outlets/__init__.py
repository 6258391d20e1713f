"""What is known of outlets: country, language, whether a state owns them.

`data/known.yaml` holds those most in the news; a user's own file of the same shape adds to it and,
for a name it repeats, counts for more. A profile says nothing about how far an outlet is to be
believed: reliability is set by people, see `redite.outlets.grades`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from redite.errors import LanguageDataError, unreadable
from redite.yaml_files import parse_ours, parse_theirs


class Profile(BaseModel):
    """One outlet. What is not known is None."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    country: str | None = None
    """ISO 3166, two letters."""
    language: str | None = None
    owner: Literal["state", "public", "private"] | None = None
    """"public" is a body that serves the public by law and is not run by the state."""
    sites: tuple[str, ...] = ()
    """Its domains, without "www."."""
    names: tuple[str, ...] = ()
    """Other names and spellings."""

    @property
    def state_owned(self) -> bool | None:
        """Say whether a state owns or runs it; None where that is not known."""
        return None if self.owner is None else self.owner == "state"


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    outlets: tuple[Profile, ...]


@dataclass(frozen=True, slots=True)
class Outlets:
    """Profiles, to be asked about by name or address."""

    profiles: tuple[Profile, ...]

    def named(self, name: str | None) -> Profile | None:
        """Return the profile of an outlet by any of its names."""
        return _by_name(self.profiles).get(_key(name)) if name else None

    def at(self, url: str | None) -> Profile | None:
        """Return the profile of the outlet whose site an address lies on."""
        host = (urlsplit(url).hostname or "") if url else ""
        parts = host.split(".")
        sites = _by_site(self.profiles)
        tails = (".".join(parts[n:]) for n in range(max(0, len(parts) - 1)))
        return next((sites[tail] for tail in tails if tail in sites), None)


def load(own: Path | None = None) -> Outlets:
    """Return the known profiles, and those of a user's own file, which count for more.

    Raises:
        LanguageDataError: a file cannot be read, or breaks the rules.
    """
    known = _known()
    if own is None:
        return Outlets(known)
    try:
        mine = _parsed(own.read_text(encoding="utf-8"), str(own), parse_theirs)
    except (OSError, ValueError) as error:
        raise LanguageDataError(f"{own} cannot be read: {unreadable(error)}") from None
    replaced = {_key(profile.name) for profile in mine}
    return Outlets((*mine, *(p for p in known if _key(p.name) not in replaced)))


@lru_cache(maxsize=4096)
def known_outlet(name: str) -> str | None:
    """Return the name under which an outlet stands on the list we bring, by any of its names."""
    profile = _by_name(_known()).get(_key(name))
    return profile.name if profile else None


def is_outlet(name: str) -> bool:
    """Say whether a name is that of an outlet on the list we bring."""
    return known_outlet(name) is not None


def outlet_key(name: str) -> str:
    """Return what all names of one outlet share: its name on our list, or its own words."""
    return _key(known_outlet(name) or name)


@cache
def _known() -> tuple[Profile, ...]:
    path = resources.files(__name__) / "data" / "known.yaml"
    return _parsed(path.read_text(encoding="utf-8"), "outlets/data/known.yaml", parse_ours)


def _parsed(text: str, origin: str, parse: Callable[[str], object]) -> tuple[Profile, ...]:
    try:
        return _File.model_validate(parse(text)).outlets
    except (yaml.YAMLError, ValidationError) as error:
        raise LanguageDataError(f"{origin}: {error}") from None


def _key(name: str) -> str:
    plain = re.sub(r"[^\w]+", " ", name.casefold()).strip()
    return plain.removeprefix("the ").removeprefix("agence ")


@cache
def _by_name(profiles: Sequence[Profile]) -> dict[str, Profile]:
    return _first((_key(form), p) for p in profiles for form in (p.name, *p.names))


@cache
def _by_site(profiles: Sequence[Profile]) -> dict[str, Profile]:
    return _first((site, p) for p in profiles for site in p.sites)


def _first(pairs: Iterable[tuple[str, Profile]]) -> dict[str, Profile]:
    found: dict[str, Profile] = {}
    for key, profile in pairs:
        found.setdefault(key, profile)
    return found
