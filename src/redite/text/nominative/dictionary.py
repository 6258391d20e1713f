"""The dictionaries of pymorphy3, and what they tell about one parse of a word.

They are large; they are loaded when first asked.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

LANGUAGES = ("ru", "uk")
CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
OF_A_COUNTRY = ("ии", "ії")
"""How countries end in the genitive (Велмории); hardly any surname does."""
_CYRILLIC = re.compile(r"[\u0400-\u052f\u0301'’ʼ-]+")


def has(parse: Any, grammeme: str) -> bool:  # noqa: ANN401
    """Say whether a parse has a mark of the dictionary: a part of speech, a case, a number …"""
    # The two dictionaries know different grammemes, and asking a tag for a strange one raises.
    return grammeme in str(parse.tag).replace(" ", ",").split(",")


def is_one(parse: Any, case: str) -> bool:  # noqa: ANN401
    """Say whether a parse is one thing in a case, not several."""
    return has(parse, case) and not has(parse, "plur")


def is_nominal(parse: Any) -> bool:  # noqa: ANN401
    """Say whether a parse is a noun or an adjective."""
    return has(parse, "NOUN") or has(parse, "ADJF")


def in_a_case(parse: Any) -> bool:  # noqa: ANN401
    """Say whether a word is read in the singular, and not as a form of address ("Илон!")."""
    return not has(parse, "plur") and any(has(parse, case) for case in CASES)


def surely_declined(parses: list[Any]) -> bool:
    """Say whether no parse of a word is a nominative, and one is another case."""
    # A person is one: readings in the plural, or as an abbreviation, are guesses from the ending
    # of an unknown name.
    nouns = [p for p in parses if is_nominal(p) and in_a_case(p) and not has(p, "Abbr")]
    return bool(nouns) and not any(is_one(p, "nomn") for p in nouns)


def likely(parses: list[Any]) -> list[Any]:
    """Return the readings that the dictionary's counts put far above the others."""
    best = max((p.score for p in parses), default=0)
    return [p for p in parses if p.score >= best / 2]


def capital(word: str) -> str:
    """Return a word, which may have hyphens, as a name is printed."""
    return "-".join(part.capitalize() for part in word.split("-"))


def parses_of(language: str, word: str) -> list[Any]:
    """Return the parses of a word, the likeliest first; none where it is not all Cyrillic."""
    return list(_parsed(language, word))


@lru_cache(maxsize=8192)
def _parsed(language: str, word: str) -> tuple[Any, ...]:
    # pymorphy3 asks the name of every character that is neither Cyrillic nor a mark it knows, and
    # raises where there is none.
    if not _CYRILLIC.fullmatch(word):
        return ()
    return tuple(_analyser(language).parse(word[:60])[:12])


@lru_cache(maxsize=2)
def _analyser(language: str) -> Any:  # noqa: ANN401
    import pymorphy3

    return pymorphy3.MorphAnalyzer(lang=language)
