"""Who in a run of capitals is meant: places before a name, and names of others behind a role."""

from __future__ import annotations

from redite.text.nominative.dictionary import (
    LANGUAGES,
    OF_A_COUNTRY,
    has,
    parses_of,
    surely_declined,
)
from redite.text.nominative.words import is_animate_noun, is_given_name, is_no_name, is_place

_OF_A_MAN = ("ова", "ева", "єва", "ина", "іна", "їна")
"""How surnames of men end in the genitive, as those of women do in the nominative."""


def without_places(words: list[str], language: str | None, *, titled: bool = False) -> list[str]:
    """Return a run of capitals without the places before the person ("Турции Эрдоган").

    Args:
        titled: an office stands before it, so that its first word is hardly another.
    """
    if language not in LANGUAGES or len(words) < 2 or words[0].isascii():
        return words
    for at, word in enumerate(words[:-1]):
        if at and is_given_name(word, language):
            return words[at:]
        if at == 0 and is_given_name(word, language) and not is_place(word, language):
            return words
    kept = list(words)
    # A title, or the noun that begins a sentence ("Посланец Кремен", "Интервью Ирены Далковой").
    while len(kept) > 1 and _leads(kept, language, titled=titled and len(kept) == len(words)):
        kept.pop(0)
    while len(kept) > 1 and (is_place(kept[0], language) or _declined_first(kept, language)):
        kept.pop(0)
    return kept[-2:] if len(kept) > 3 else kept


def _leads(words: list[str], language: str, *, titled: bool) -> bool:
    """Say whether the first word of a run is no name: a title, an adverb, a noun before two."""
    if not is_no_name(words[0], language):
        return False
    if titled and len(words) == 2:
        # "Пресс-секретарь Ведант Патель": words of the dictionary, and a name all the same.
        return is_animate_noun(words[0], language)
    known = [p for p in parses_of(language, words[0]) if p.is_known]
    leading = ("NOUN", "ADJF", "ADVB", "PREP", "CONJ", "PRCL", "VERB")
    return any(has(p, part) for p in known for part in leading)


def is_dependent(name: str, role: str, language: str | None, *, related: bool = False) -> bool:
    """Say whether a name after a role stands for another person or a place in the genitive.

    Args:
        related: the role is that of somebody's own people ("пресс-секретарь"): then a name that
            may be a genitive is one.
    """
    if language not in LANGUAGES or role.isascii() or name.isascii():
        return False
    words = name.split()
    if len(words) == 1 and (is_place(words[0], language) or words[0].endswith(OF_A_COUNTRY)):
        return True
    telling = words[:1] if len(words) > 1 and is_given_name(words[0], language) else words
    if related and len(words) == 1 and words[0].endswith(_OF_A_MAN):
        return not surely_declined(parses_of(language, role))
    declined = all(surely_declined(parses_of(language, word)) for word in telling)
    return declined and not surely_declined(parses_of(language, role))


def _declined_first(words: list[str], language: str) -> bool:
    parses = parses_of(language, words[0])
    if len(words) == 2 and not any(p.is_known for p in parses):
        return False  # an unknown given name is as likely as an unknown place
    return surely_declined(parses_of(language, words[0])) and not surely_declined(
        parses_of(language, words[1])
    )
