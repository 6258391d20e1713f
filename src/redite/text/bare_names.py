"""What names somebody among words that a tagger took along with the name of a body.

"Как сообщает агентство", "Ранее газета", "МВД и": around the noun stand the verb of its clause, an
adverb, or a word that joins it to the next one. For languages whose dictionary is at hand.
"""

from __future__ import annotations

import re

from redite.text.nominative import LANGUAGES, readings

_WORD = re.compile(r"[^\s\[\](),;:]+")
_QUOTES = re.compile(r"[«„“”\"»]")
_AROUND = ("ADVB", "CONJ", "PRCL", "PREP", "COMP")
"""Parts of speech that stand before a noun phrase or behind it, and in none."""


def bare_name(phrase: str, language: str | None) -> str:
    """Return a phrase without the verb, adverbs and joining words around it; "" where a clause
    depends on its verb, which is no name at all.

    >>> bare_name("Как сообщает агентство", "ru")
    'агентство'
    """
    if language not in LANGUAGES:
        return phrase
    if _holds_clause(phrase, language):
        return ""
    if _QUOTES.search(phrase):
        return phrase
    found = list(_WORD.finditer(phrase))
    parts = [
        _part(match.group(), first=not at, language=language) for at, match in enumerate(found)
    ]
    start, end = 0, len(found)
    verb = next((at for at, part in enumerate(parts) if part == "VERB"), None)
    if verb is not None:
        start, end = (verb + 1, end) if verb + 1 < end else (0, verb)
    while start < end and parts[start] in _AROUND:
        start += 1
    while start < end and parts[end - 1] in _AROUND:
        end -= 1
    if (start, end) == (0, len(found)):
        return phrase
    return phrase[found[start].start() : found[end - 1].end()] if start < end else ""


def _holds_clause(phrase: str, language: str | None) -> bool:
    """Say whether a phrase begins with a verb and has a comma ("заявил, что правительство …")."""
    before, comma, _ = phrase.partition(",")
    first = _WORD.match(before)
    return (
        bool(comma)
        and first is not None
        and _part(first.group(), first=False, language=language) == "VERB"
    )


def _part(word: str, *, first: bool, language: str | None) -> str:
    """Return the part of speech of a word as the dictionary knows it, else ""; a capital inside a
    phrase makes a name."""
    known = readings(word, language)
    if not known or not known[0].sure or (word[0].isupper() and not first):
        return ""
    part = str(known[0].part)
    # "Правда" is a particle and "весть" a verb as well; "и" is never a noun.
    either = part not in ("CONJ", "PREP") and any(one.nominal for one in known)
    return "" if either else part
