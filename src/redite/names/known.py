"""The people on record, to be asked for the bearer of a name.

Names are found by the keys of their words (`keys`), so that the time of an answer depends on how
many people share a surname's consonants, not on how many are on record. What is found is compared
closely (`matching`); the index only proposes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from redite.names.keys import block, blocks, joined_blocks, near_blocks
from redite.names.matching import NameMatch, same_name
from redite.names.reading import Kind, Reading, Word, read
from redite.names.words import groups_of

MOST_COMPARED = 60
"""People that are compared closely with one name; a surname that more bear tells nobody."""


@dataclass(frozen=True, slots=True)
class Bearer:
    """One of the people on record whom a name may stand for."""

    id: str
    name: str
    match: NameMatch


@dataclass(frozen=True, slots=True)
class Resolved:
    """Whom a name stands for; no id where it is nobody on record, or where several fit."""

    id: str | None
    score: float
    reason: str


class KnownPeople:
    """Names with the ids of their bearers; one bearer may have several names."""

    def __init__(self, people: Iterable[tuple[str, str]] = ()) -> None:
        self._ids: list[str] = []
        self._names: list[str] = []
        self._by_word: dict[str, set[int]] = defaultdict(set)
        self._by_surname: dict[str, set[int]] = defaultdict(set)
        self._by_sounds: dict[tuple[str, ...], list[int]] = defaultdict(list)
        self._near: dict[str, set[str]] = defaultdict(set)
        for id, name in people:
            self.add(id, name)

    def __len__(self) -> int:
        return len(self._ids)

    def add(self, id: str, name: str) -> None:
        """Put a name on record."""
        number = len(self._ids)
        self._ids.append(id)
        self._names.append(name)
        reading = read(name)
        self._by_sounds[_sounding(reading)].append(number)
        for word in reading.words:
            if word.kind is not Kind.INITIAL:
                for key in blocks(word):
                    self._put(key, number)
        for key in joined_blocks(reading):
            self._put(key, number)
        for place in reading.surname_places if reading.words else ():
            self._by_surname[block(reading.words[place].sounds)].add(number)

    def _put(self, key: str, number: int) -> None:
        if key not in self._by_word:
            for short in (key, *near_blocks(key)):
                self._near[short].add(key)
        self._by_word[key].add(number)

    def bearers(self, name: str) -> list[Bearer]:
        """Return those whom a name may stand for, wholly or as a part of theirs, best first."""
        reading = read(name)
        if not reading.words:
            return []
        if not reading.full:
            return self._compared(name, self._with_surname(reading))
        exact = self._by_sounds.get(_sounding(reading))
        found = self._compared(name, set(exact)) if exact else []
        if not found:
            found = self._compared(name, self._with_two_words(reading))
        if not any(bearer.match.same for bearer in found):
            found = self._compared(name, self._with_one_word_near(reading)) or found
        return found

    def resolve(self, name: str) -> Resolved:
        """Return whom a name stands for: the only one whom it fits, or the only one it matches."""
        found = self.bearers(name)
        whole = [bearer for bearer in found if bearer.match.same]
        fitting = whole or found
        if not fitting:
            return Resolved(None, 0.0, "nobody on record bears this name")
        best = fitting[0]
        if any(other.id != best.id for other in fitting):
            names = sorted({bearer.name for bearer in fitting})[:3]
            return Resolved(None, best.match.score, f"several fit: {', '.join(names)}")
        return Resolved(best.id, best.match.score, best.match.reason)

    def _compared(self, name: str, numbers: set[int]) -> list[Bearer]:
        if len(numbers) > MOST_COMPARED:
            wanted = _sounding(read(name))
            nearest = sorted(
                numbers, key=lambda n: (-_shared(wanted, _sounding(read(self._names[n]))), n)
            )
            numbers = set(nearest[:MOST_COMPARED])
        found = []
        for number in numbers:
            match = same_name(name, self._names[number])
            if match.fits:
                found.append(Bearer(self._ids[number], self._names[number], match))
        return sorted(found, key=lambda b: (-b.match.score, b.name, b.id))

    def _with_surname(self, reading: Reading) -> set[int]:
        surname = reading.surname
        found = self._by_surname.get(block(surname.sounds), set()) if surname else set()
        # More bearers than can be compared: it could be any of them.
        return found if len(found) <= MOST_COMPARED * 4 else set()

    def _under(self, word: Word) -> list[set[int]]:
        return [one for key in blocks(word) if (one := self._by_word.get(key))]

    def _with_two_words(self, reading: Reading) -> set[int]:
        """Return those who share two words with a name, by key; or one written as two."""
        words = [word for word in reading.words if word.kind is not Kind.INITIAL]
        postings = [self._under(word) for word in words]
        found = {n for a, b in combinations(postings, 2) for x in a for y in b for n in x & y}
        for key in joined_blocks(reading):
            one = self._by_word.get(key, set())
            if len(one) <= MOST_COMPARED:
                found |= one
        if len(words) == 1:
            found.update(n for one in postings[0] for n in one)
        return found

    def _with_one_word_near(self, reading: Reading) -> set[int]:
        """Return those who share one word with a name, and have another like one of its words.

        A word that is a known given name is not looked for in other spellings.
        """
        words = [word for word in reading.words if word.kind is not Kind.INITIAL]
        found: set[int] = set()
        for damaged in words:
            if groups_of(damaged.sounds):
                continue
            own = block(damaged.sounds)
            near = {k for short in (own, *near_blocks(own)) for k in self._near.get(short, ())}
            others = [one for word in words if word is not damaged for one in self._under(word)]
            for key in near:
                posting = self._by_word[key]
                for one in others:
                    found |= posting & one
        return found


def _sounding(reading: Reading) -> tuple[str, ...]:
    return tuple(sorted(word.sounds for word in reading.words))


def _shared(a: tuple[str, ...], b: tuple[str, ...]) -> int:
    return len(set(a) & set(b))
