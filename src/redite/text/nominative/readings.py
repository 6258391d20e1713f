"""How the dictionary reads a word: its parts of speech, cases and dictionary forms."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from redite.text.nominative.dictionary import CASES, LANGUAGES, has, parses_of

_PROPER = ("Name", "Surn", "Patr", "Geox", "Orgn")


@dataclass(frozen=True, slots=True)
class Reading:
    """One way in which the dictionary reads a word."""

    part: str
    """Part of speech, as the dictionary abbreviates it: NOUN, ADJF, PREP, VERB …"""
    cases: tuple[str, ...]
    """nomn, gent, datv, accs, ablt, loct; none for what has no case."""
    sure: bool
    """The dictionary holds the word, and does not guess it by its ending."""
    plural: bool = False
    proper: bool = False
    """It is the name of a person, a place or a body."""
    ordering: bool = False
    """It is an imperative."""

    @property
    def noun(self) -> bool:
        """Say whether it is a noun."""
        return self.part == "NOUN"

    @property
    def nominal(self) -> bool:
        """Say whether it has cases: nouns, adjectives, participles, pronouns, numerals."""
        return bool(self.cases)


@lru_cache(maxsize=16_384)
def readings(word: str, language: str | None) -> tuple[Reading, ...]:
    """Return how the dictionary reads a word, the likeliest first; nothing in other languages."""
    if language not in LANGUAGES:
        return ()
    return tuple(
        Reading(
            str(p.tag).replace(" ", ",").split(",")[0],
            tuple(case for case in CASES if has(p, case)),
            bool(p.is_known),
            has(p, "plur"),
            any(has(p, mark) for mark in _PROPER),
            has(p, "impr"),
        )
        for p in parses_of(str(language), word)
    )


@lru_cache(maxsize=16_384)
def lemmas(word: str, language: str | None) -> frozenset[str]:
    """Return the dictionary forms that a word may be one of; nothing in other languages.

    >>> sorted(lemmas("заявили", "ru"))
    ['заявить']
    """
    if language not in LANGUAGES:
        return frozenset()
    return frozenset(str(parse.normal_form) for parse in parses_of(str(language), word))


def dictionary_forms(word: str, language: str | None) -> frozenset[str]:
    """Return the forms under which the dictionary lists `word`, in lower case; may be empty.

    Readings that the dictionary only guesses count where it knows none.
    """
    if language not in LANGUAGES:
        return frozenset()
    parses = parses_of(str(language), word)
    known = [p for p in parses if p.is_known]
    return frozenset(str(p.normal_form) for p in (known or parses))


def is_future(word: str, language: str | None) -> bool:
    """Say whether the dictionary reads `word` as a verb in the future tense, first of all."""
    if language not in LANGUAGES:
        return False
    first = parses_of(str(language), word)[:1]
    return any(p.is_known and has(p, "futr") for p in first)


def is_first_person(word: str, language: str | None) -> bool:
    """Say whether the dictionary reads `word` as a verb in the first person, first of all."""
    if language not in LANGUAGES:
        return False
    first = parses_of(str(language), word)[:1]
    return any(p.is_known and has(p, "1per") for p in first)


@lru_cache(maxsize=4096)
def subjects_of(word: str, language: str | None) -> frozenset[str]:
    """Return whom a verb or a short participle may be said of: "m", "f", "n", or "many".

    Nothing for other words and other languages, and where the first or second person speaks.
    """
    first = parses_of(str(language), word)[:1] if language in LANGUAGES else []
    if not first or not first[0].is_known or not (has(first[0], "VERB") or has(first[0], "PRTS")):
        return frozenset()
    if has(first[0], "1per") or has(first[0], "2per") or has(first[0], "impr"):
        return frozenset()
    if has(first[0], "plur"):
        return frozenset({"many"})
    genders = {"masc": "m", "femn": "f", "neut": "n"}
    told = {short for gender, short in genders.items() if has(first[0], gender)}
    return frozenset(told or genders.values())
