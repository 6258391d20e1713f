"""Whether words beside a name, or instead of one, tell that they mean a woman or a man."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from redite.lang.speakers import Speakers
from redite.text.nominals.words import data_for
from redite.text.nominative import is_feminine_noun


def sex_told(words: Sequence[str], language: str | None) -> str | None:
    """Return "m" or "f" where an article, a title or a noun of office tells, else None.

    >>> sex_told(["La", "ministre"], "fr"), sex_told(["Sprecherin"], "de")
    ('f', 'f')
    """
    data = data_for(language)
    before = ""
    for word in words:
        lower = word.casefold()
        told = _by_title(lower, data)
        if told is None and _is_office(word, data):
            told = _by_office(word, before, language)
        if told is not None:
            return told
        before = lower
    return None


def _by_title(lower: str, data: Speakers) -> str | None:
    if lower in data.her_titles:
        return "f"
    return "m" if lower in data.his_titles else None


def _by_office(word: str, before: str, language: str | None) -> str | None:
    data = data_for(language)
    if before in data.female_articles or _is_hers(word, language):
        return "f"
    # "Der Minister" is a man: a woman's noun has an ending of its own there.
    return "m" if before in data.male_articles else None


def _is_office(word: str, data: Speakers) -> bool:
    return data.is_role(word) or word in data.taking_up_words


@lru_cache(maxsize=8192)
def _is_hers(word: str, language: str | None) -> bool:
    """Say whether a noun of office is one that only women have."""
    data = data_for(language)
    lower = word.casefold()
    if lower.endswith(data.female_endings or ("\0",)) or is_feminine_noun(word, language):
        return True
    bare = (lower.removesuffix(ending) for ending in data.feminine if lower.endswith(ending))
    return any(data.is_role(stem) for stem in bare)
