"""What is known of the words of names beforehand: `given.yaml`, by their sounds."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from redite.names.sounds import sounds
from redite.yaml_files import parse_ours


@dataclass(frozen=True, slots=True)
class Lore:
    """What is known of words of names: groups of given names, titles, small words, common words.

    Words are keyed by their sounds, where nothing else is said.
    """

    groups: dict[str, frozenset[int]]
    spelled: dict[str, frozenset[int]]
    """The same by the letters themselves, where names that sound alike are told apart."""
    men: frozenset[int]
    women: frozenset[int]
    """The groups of names that only men, or only women, have."""
    heads: tuple[str, ...]
    titles: frozenset[str]
    generations: frozenset[str]
    particles: frozenset[str]
    often: frozenset[str]
    going_first: frozenset[str]
    """Surnames that stand before the given name without a mark."""


@lru_cache(maxsize=1)
def lore() -> Lore:
    """Return what `given.yaml` says."""
    data = parse_ours(files("redite.names").joinpath("given.yaml").read_text("utf-8"))
    groups: dict[str, set[int]] = {}
    spelled: dict[str, set[int]] = {}
    heads = []
    going_first: set[str] = set()
    borne = [data["men"], data["women"], data["either"]]
    men, women, either = (len(lines) for lines in borne)
    for number, line in enumerate(
        [*(line for lines in borne for line in lines), *data["going_first"]]
    ):
        forms = str(line).split()
        heads.append(forms[0])
        if number >= men + women + either:
            going_first.update(sounds(form) for form in forms)
        for form in forms:
            groups.setdefault(sounds(form), set()).add(number)
            spelled.setdefault(form.casefold(), set()).add(number)
    return Lore(
        {form: frozenset(numbers) for form, numbers in groups.items()},
        {form: frozenset(numbers) for form, numbers in spelled.items()},
        frozenset(range(men)),
        frozenset(range(men, men + women)),
        tuple(heads),
        frozenset(data["titles"].replace(".", "").casefold().split()),
        frozenset(data["generations"].casefold().split()),
        frozenset(data["particles"].casefold().split()),
        frozenset(sounds(word) for word in data["often"].split()),
        frozenset(going_first),
    )
