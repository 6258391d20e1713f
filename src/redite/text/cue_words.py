"""Whether a cue has a word of saying, thinking, wanting or of what a text says.

A tagger knows cues by their place as much as by their meaning: "X, wounded a woman" looks like
"X, told a woman". The language files know them by meaning, in two sections (`attribution`, whose
cues are looked for, and `acts`, by which acts are told) and in the list `voicing` of further ones.
Words are compared in their dictionary form where a dictionary is at hand, elsewhere without their
last letters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from redite.lang import languages, words
from redite.lang.acts import Acts
from redite.lang.attribution import Attribution, expand
from redite.text.nominative import LANGUAGES, lemmas, readings
from redite.text.phrase_patterns import Finder, places, plain

_VERBS = ("say", "tell", "think", "object", "direct", "relay", "quote")
_PHRASES = ("according", "according_after", "citing", "cited_by", "nouns", "headings", "felt")
_SMALL = (
    "that",
    "about",
    "negations",
    "auxiliaries",
    "pronouns",
    "determiners",
    "possessives",
    "adverbs",
    "time",
    "prepositions",
    "conjunctions",
    "reflexives",
)
"""Lists of words that are part of many a cue and make none."""
_WORD = re.compile(r"\w+(?:-\w+)*")
_REFLEXIVE = ("ся", "сь")
_ENDING = 3
"""Letters at the end of a word that may be an ending."""
_STEM = 4
"""Letters that a word has before its ending, at least."""


@lru_cache(maxsize=16_384)
def means_saying(cue: str, language: str | None) -> bool:
    """Say whether a word of `cue` is a word of saying; True in languages without a file.

    >>> means_saying("warned", "en"), means_saying("wounded", "en")
    (True, False)
    """
    if language not in languages():
        return True
    known = _known(language)
    found = _WORD.findall(plain(cue).lower())
    if any(_means(word, known, language) for word in found):
        return True
    said = " ".join(found)
    active = " ".join(word for word in found if not _passive(word, language))
    return any(known.voicing.find(said, places(said))) or any(
        known.acts.find(active, places(active))
    )


@dataclass(frozen=True, slots=True)
class _Known:
    """The words of saying of one language."""

    acts: Finder
    voicing: Finder
    forms: frozenset[str]
    stems: frozenset[str]
    """Dictionary forms, or what is left without an ending."""


def _means(word: str, known: _Known, language: str) -> bool:
    if word in known.forms:
        return True
    if language not in LANGUAGES:
        return any(word[:end] in known.stems for end in range(_STEM, len(word) + 1))
    if any(reading.part == "PRTS" for reading in readings(word, language)[:1]):
        return False
    return not known.stems.isdisjoint(lemmas(word, language))


def _passive(word: str, language: str) -> bool:
    """Say whether a word may tell what is done to somebody: "признан", "обвиняется"."""
    if language not in LANGUAGES:
        return False
    part = next((reading.part for reading in readings(word, language)), "")
    return part == "PRTS" or (part == "VERB" and word.endswith(_REFLEXIVE))


@cache
def _known(language: str) -> _Known:
    acts, cues = words(language, "acts", Acts), words(language, "attribution", Attribution)
    small = {word for name in _SMALL for listed in getattr(cues, name) for word in listed.split()}
    phrases = [phrase for name in _VERBS + _PHRASES for phrase in getattr(cues, name)]
    phrases += [phrase for listed in cues.sharing.values() for phrase in listed]
    phrases += [phrase.partition("|")[0] for phrase in cues.documents]
    forms: set[str] = set()
    for phrase in (expanded for listed in phrases for expanded in expand(listed)):
        found = _WORD.findall(plain(phrase).lower())
        telling = [word for word in found if word not in small]
        forms.update(telling if telling else found)
    # What introduces a source says by itself that somebody speaks: "по | его", "laut".
    forms |= {phrase.split()[0] for listed in cues.according for phrase in expand(listed)}
    if language in LANGUAGES:
        stems = {lemma for word in forms for lemma in lemmas(word, language)}
    else:
        stems = {word[: max(_STEM, len(word) - _ENDING)] for word in forms if len(word) > _ENDING}
    told = [form for listed in acts.cues.values() for form in listed]
    return _Known(
        Finder([*told, *acts.vowing, *acts.reporting]),
        Finder(cues.voicing),
        frozenset(forms),
        frozenset(stems),
    )
