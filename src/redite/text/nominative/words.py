"""What the dictionary says of one word: a name, a place, a noun of people, of several."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from redite.names.given import is_given
from redite.text.nominative.dictionary import LANGUAGES, has, likely, parses_of
from redite.text.nominative.readings import readings

_NAMELESS = ("VERB", "INFN", "GRND", "ADVB", "PREP", "CONJ", "PRCL", "INTJ")


def gender_of(name: str, language: str | None) -> str | None:
    """Return "m" or "f" where the dictionary knows the given name, or the surname tells by its
    ending, else None."""
    if language not in LANGUAGES:
        return None
    pieces = [parses_of(str(language), piece) for piece in name.split()]
    for parses in pieces:
        told = _genders([p for p in parses if p.is_known and _of_one(p, "Name")])
        if len(told) == 1:
            return told.pop()
    alone = len(pieces) == 1
    surnames = [p for p in pieces[-1] if _of_one(p, "Surn")] if pieces else []
    told = _genders([p for p in surnames if alone or has(p, "nomn")])
    if len(told) == 1:
        return told.pop()
    # A strange given name tells where it would be a nominative.
    strange = [p for parses in pieces[:-1] for p in parses if not p.is_known and _of_one(p, "Name")]
    told = _genders([p for p in strange if has(p, "nomn")])
    return told.pop() if len(told) == 1 else None


def _genders(parses: list[Any]) -> set[str]:
    """Return the genders of the likely ones among some readings."""
    return {
        "f" if has(p, "femn") else "m" for p in likely(parses) if has(p, "femn") or has(p, "masc")
    }


def _of_one(parse: Any, mark: str) -> bool:  # noqa: ANN401
    """Say whether a reading is a name of one: "Илон" is no call to, or of, several named Илона."""
    return has(parse, mark) and not has(parse, "plur") and not has(parse, "voct")


def is_given_name(word: str, language: str | None) -> bool:
    """Say whether the dictionary holds `word` as a given name, in any case."""
    return language in LANGUAGES and any(
        # Of words it does not know the dictionary guesses by their endings: no evidence.
        p.is_known and has(p, "Name") and p.score > 0.1
        for p in parses_of(str(language), word)
    )


def is_feminine_noun(word: str, language: str | None) -> bool:
    """Say whether the dictionary reads `word` as a noun of women only ("представительница")."""
    if language not in LANGUAGES:
        return False
    nouns = [p for p in parses_of(str(language), word) if has(p, "NOUN")]
    return bool(nouns) and all(has(p, "femn") and has(p, "anim") for p in nouns)


def is_animate_noun(word: str, language: str | None) -> bool:
    """Say whether the dictionary reads `word` first as a noun for people or animals."""
    first = parses_of(str(language), word)[:1] if language in LANGUAGES else []
    return any(has(p, "NOUN") and has(p, "anim") for p in first)


def is_somebody(word: str, language: str | None) -> bool:
    """Say whether the dictionary holds `word` as a common noun for people or animals."""
    return is_animate_noun(word, language) and is_no_name(word, language)


def is_body_name(word: str, language: str | None) -> bool:
    """Say whether the dictionary holds `word` as the name of a body and of nobody."""
    if language not in LANGUAGES:
        return False
    known = [p for p in parses_of(str(language), word) if p.is_known]
    return any(has(p, "Orgn") for p in known) and not any(
        has(p, "Name") or has(p, "Surn") for p in known
    )


def are_people(word: str, language: str | None) -> bool:
    """Say whether `word` is a common noun for several people; a strange one tells by its ending."""
    nouns = parses_of(str(language), word) if language in LANGUAGES else []
    if not nouns or not is_plural_noun(word, language):
        return False
    if any(p.is_known for p in nouns):
        return is_somebody(word, language)
    return all(has(p, "NOUN") and has(p, "anim") for p in nouns)


def is_declined_noun(word: str, language: str | None) -> bool:
    """Say whether the dictionary holds `word` as a noun, and never as a nominative."""
    known = (
        [p for p in parses_of(str(language), word) if p.is_known] if language in LANGUAGES else []
    )
    return any(has(p, "NOUN") for p in known) and not any(has(p, "nomn") for p in known)


def is_plural_noun(word: str, language: str | None) -> bool:
    """Say whether the dictionary reads `word` as a noun in the plural, and not otherwise."""
    if language not in LANGUAGES:
        return False
    nouns = [p for p in parses_of(str(language), word) if has(p, "NOUN")]
    return bool(nouns) and all(has(p, "plur") for p in nouns)


def is_no_name(word: str, language: str | None) -> bool:
    """Say whether the dictionary holds `word`, of whatever part of speech, and as nobody's name.

    Of a compound the last part tells ("пресс-секретарь").
    """
    if language not in LANGUAGES or is_given(word):
        return False
    first, _, last = word.rpartition("-")
    parses = parses_of(language, last) if first and last.islower() else []
    if any(has(p, "NOUN") for p in parses) and not any(has(p, "ADJF") for p in parses):
        word = last  # but "Тарн-старший" is a name
    known = [p for p in parses_of(str(language), word) if p.is_known]
    names = ("Name", "Surn", "Patr", "Geox", "Orgn", "Trad", "Abbr", "Fixd", "Prop")
    return bool(known) and not any(has(p, name) for p in known for name in names)


def is_place(word: str, language: str | None) -> bool:
    """Say whether the dictionary holds `word` as the name of a place and of nobody."""
    if language not in LANGUAGES:
        return False
    known = [p for p in parses_of(str(language), word) if p.is_known]
    return any(has(p, "Geox") for p in known) and not any(
        has(p, "Name") or has(p, "Surn") for p in known
    )


@lru_cache(maxsize=8192)
def begins_no_name(word: str, language: str | None) -> bool:
    """Say whether a word is for certain none of a name: a verb, an adverb, a small word.

    >>> begins_no_name("Ранее", "ru"), begins_no_name("Тарск", "ru")
    (True, False)
    """
    known = readings(word, language)[:1]
    return any(one.sure and one.part in _NAMELESS for one in known)
