"""The word that heads a noun phrase, and whether it may be the subject of a verb.

For languages whose nouns are declined and whose dictionary is at hand; elsewhere nothing is known.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from redite.lang import words as section
from redite.lang.speakers import Speakers
from redite.text.nominative import Reading, readings

WORD = re.compile(r"\w+(?:['’ʼ.-]\w+)*")
_COUNTING = ("NUMR", "ADVB")
"""After a number or "many" the noun is in the genitive and may be a subject all the same."""
_CLOSING = ("PREP", "CONJ", "VERB", "INFN", "GRND")
"""What stands behind a noun phrase and not inside."""
_ALL = 5
"""Cases of one form from which on it tells none ("МИД")."""


@dataclass(frozen=True, slots=True)
class Head:
    """The word that bears the case of a phrase."""

    at: int
    """Its number among the words of the phrase."""
    word: str
    readings: tuple[Reading, ...]
    """Only those of the part of speech by which it heads the phrase."""
    behind: tuple[str, ...]
    """The words that follow it."""

    @property
    def cases(self) -> set[str]:
        """Return the cases that it may stand in."""
        return {case for reading in self.readings for case in reading.cases}

    @property
    def nominative(self) -> tuple[Reading, ...]:
        """Return its readings as a subject."""
        return tuple(reading for reading in self.readings if "nomn" in reading.cases)


def words_of(phrase: str) -> list[str]:
    """Return the words of a phrase, without marks."""
    return WORD.findall(phrase)


def head_of(words: Sequence[str], language: str | None) -> Head | None:
    """Return the head of a phrase: its first noun, else the adjective or pronoun it begins with.

    None where that cannot be told: a word in other letters, a number, a word without case.

    >>> head_of(["бывшего", "советника", "премьера"], "ru").word
    'советника'
    """
    alone: Head | None = None
    for at, word in enumerate(words):
        known = readings(word, language)
        if not known and word[0].isdigit() and not word.isdigit():
            continue  # "66-летняя"
        behind = tuple(words[at + 1 :])
        if not known or known[0].part in _CLOSING or known[0].part in _COUNTING:
            return alone
        nouns = tuple(reading for reading in known if reading.part in ("NOUN", "NPRO"))
        whose = any(reading.part == "NPRO" for reading in nouns) and len(nouns) < len(known)
        if known[0] in nouns and not (whose and behind):  # before a noun "его" is a possessive
            noun = Head(at, word, nouns, behind)
            return noun if alone is None or _agree(alone, noun) else alone
        nominal = tuple(reading for reading in known if reading.nominal)
        if not nominal:
            return alone
        alone = alone or Head(at, word, nominal, behind)
    return alone


def _agree(one: Head, other: Head) -> bool:
    """Say whether an adjective may describe a noun; of "ведающая портом" it is the noun."""
    return bool(one.cases & other.cases)


def oblique(head: Head, *, name: bool) -> bool:
    """Say whether a head is no subject for certain: the dictionary knows it, in other cases only.

    Args:
        name: it is somebody's or some place's name, whatever common noun looks like it.
    """
    told = [one for one in head.readings if one.sure]
    if name:
        told = [one for one in told if one.proper and not one.plural]
    # The dictionary leaves the case out of some nominatives, and of forms of address.
    return bool(told) and all(one.cases and "nomn" not in one.cases for one in told)


def outnumbered(head: Head, verb: str, language: str | None) -> bool:
    """Say whether a head is one and the verb has a subject of many.

    What stands for many is none: words joined, or a noun with those behind it whom it counts
    ("большинство жителей"), or one that is the same in all cases ("МИД").
    """
    verbs = [reading for reading in readings(verb, language) if reading.part == "VERB"]
    if not verbs or not all(reading.plural for reading in verbs):
        return False
    if any(reading.plural for reading in head.nominative) or len(head.cases) >= _ALL:
        return False
    if any(word.casefold() in _lexicon(language).and_with for word in head.behind):
        return False
    counted = readings(head.behind[0], language) if head.behind else ()
    return not any(reading.plural and "gent" in reading.cases for reading in counted)


def subject_behind(head: Head, words: Sequence[str], language: str | None) -> int | None:
    """Return where the subject begins that follows an object ("Этих людей Тарск …"), or None.

    Only what no preposition governs and what can be nothing else: a noun that differs from its own
    accusative, or somebody's or some place's name.
    """
    for at in range(head.at + 1, len(words)):
        known = readings(words[at], language)
        if not known or any(one.part == "PREP" for one in readings(words[at - 1], language)[:1]):
            continue
        told = [one for one in known if one.nominal]
        cases = {case for one in told for case in one.cases}
        strange = not known[0].sure and words[at].endswith(_lexicon(language).either_case)
        name = words[at][0].isupper() and not strange
        sole = cases == {"nomn"} or (name and cases <= {"nomn", "accs"})
        if sole and (known[0].noun or known[0].part == "PRTF"):
            while at - 1 > head.at and _describes(words[at - 1], language):
                at -= 1
            return at
    return None


def _describes(word: str, language: str | None) -> bool:
    known = readings(word, language)[:1]
    return any(one.part in ("ADJF", "PRTF") and "nomn" in one.cases for one in known)


def _lexicon(language: str | None) -> Speakers:
    return section(str(language), "speakers", Speakers)
