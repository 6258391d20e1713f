"""The word that heads a noun phrase, and whether it may be the subject of a verb.

For languages whose nouns are declined and whose dictionary is at hand; elsewhere nothing is known.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from redite.text.nominative import Reading, readings

_WORD = re.compile(r"\w+(?:['’ʼ.-]\w+)*")
_COUNTING = ("NUMR", "ADVB")
"""After a number or "many" the noun is in the genitive and may be a subject all the same."""
_CLOSING = ("PREP", "CONJ", "VERB", "INFN", "GRND")
"""What stands behind a noun phrase and not inside."""
_AND = frozenset("и с со или вместе та і й з із зі або разом".split())
_ALL = 5
"""Cases of one form from which on it tells none ("МИД")."""
_OPEN = ("а", "я")
"""Ends of a strange name by which it may be a man's or a town's genitive."""


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
    def nominative(self) -> tuple[Reading, ...]:
        """Return its readings as a subject."""
        return tuple(reading for reading in self.readings if "nomn" in reading.cases)


def words_of(phrase: str) -> list[str]:
    """Return the words of a phrase, without marks."""
    return _WORD.findall(phrase)


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
    return bool(_cases(one) & _cases(other))


def _cases(head: Head) -> set[str]:
    return {case for reading in head.readings for case in reading.cases}


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
    if any(reading.plural for reading in head.nominative) or len(_cases(head)) >= _ALL:
        return False
    if any(word.casefold() in _AND for word in head.behind):
        return False
    counted = readings(head.behind[0], language) if head.behind else ()
    return not any(reading.plural and "gent" in reading.cases for reading in counted)


def subject_behind(head: Head, language: str | None) -> Head | None:
    """Return the subject that follows an object before their verb ("Этих людей Тарск …"), or None.

    Only what is a nominative first of all and no genitive, and no preposition governs.
    """
    before = ""
    for at, word in enumerate(head.behind):
        known = readings(word, language)[:1]
        governed = any(one.part == "PREP" for one in readings(before, language)[:1])
        before = word
        if not known or governed or not (known[0].noun or known[0].part == "PRTF"):
            continue
        if not known[0].sure and word.endswith(_OPEN):
            continue
        told = tuple(one for one in readings(word, language) if one.nominal)
        if "nomn" in known[0].cases or not _cases(replace(head, readings=told)) - {"nomn", "accs"}:
            here = head.at + 1 + at
            return replace(head, at=here, word=word, readings=told, behind=head.behind[at + 1 :])
    return None
