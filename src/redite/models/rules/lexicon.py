"""The attribution words of one language, compiled for looking up token by token."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from redite.lang import begun, languages, words
from redite.lang.attribution import Attribution, expand
from redite.models.rules.tokens import key_of, keys_of

_VERBS = ("say", "tell", "think", "object", "direct", "relay", "quote")
_PHRASES = ("according", "according_after", "citing", "cited_by", "nouns", "anaphora", "headings")


@dataclass(frozen=True, slots=True)
class Entry:
    """What one phrase can be."""

    keys: tuple[str, ...]
    kinds: frozenset[str]
    """Names of the lists of `Attribution` it is in, "sharing" and "document" among them."""
    particle: tuple[str, ...] = ()
    """Further on in the clause, for separable verbs."""
    preposition: str = ""
    """Before the source, for documents."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Cues by first word, and the small words as sets of keys."""

    entries: dict[str, tuple[Entry, ...]]
    small: dict[str, frozenset[str]]
    bare: bool
    bare_after_comma: bool
    noun_capitals: bool
    auxiliary_in_cue: bool
    according_runs_on: bool
    drops_subject: bool
    participles: tuple[str, ...]
    nameless: tuple[str, ...]
    abbreviations: frozenset[str]
    finite: tuple[str, ...] = ()
    """Endings of finite verbs; empty where any word may be one."""
    inner_endings: tuple[str, ...] = ()
    mood_endings: tuple[str, ...] = ()
    no_mood_endings: tuple[str, ...] = ()
    quotations_only: bool = False
    """True for a text in an unknown language: cues count beside quotation marks only."""

    def has(self, group: str, key: str) -> bool:
        """Say whether `key` is in the list `group`."""
        return key in self.small[group]

    def coordinates(self, key: str) -> bool:
        """Say whether `key` is an "and"."""
        return self.has("coordinating", key)


@cache
def lexicon(language: str | None) -> Lexicon:
    """Return the words of `language`; of all languages together where it is unknown."""
    if language is not None and language in languages() + begun():
        return _compile((words(language, "attribution", Attribution),), False)
    return _compile(tuple(words(code, "attribution", Attribution) for code in languages()), True)


def _compile(sections: Sequence[Attribution], union: bool) -> Lexicon:
    kinds: dict[tuple[tuple[str, ...], tuple[str, ...], str], set[str]] = {}

    def add(pattern: str, *names: str) -> None:
        for phrase in expand(pattern):
            rest, _, preposition = phrase.partition("|")
            plain, _, particle = rest.partition("~")
            place = (keys_of(plain), keys_of(particle), key_of(preposition))
            kinds.setdefault(place, set()).update(names)

    small: dict[str, set[str]] = {}
    for section in sections:
        for name in _VERBS + _PHRASES:
            for pattern in getattr(section, name):
                add(pattern, name)
        for name, patterns in section.sharing.items():
            for pattern in patterns:
                add(pattern, name, "sharing")
        for pattern in section.documents:
            add(pattern, "document")
        for name in _SMALL:
            found = small.setdefault(name, set())
            for pattern in getattr(section, name):
                for phrase in expand(pattern):
                    # An elided word ("l'") is a token only before its noun.
                    found.update(keys_of(phrase) if " " in phrase else (key_of(phrase),))
    entries: dict[str, list[Entry]] = {}
    for (keys, particle, preposition), names in kinds.items():
        if keys:
            entry = Entry(keys, frozenset(names), particle, preposition)
            entries.setdefault(keys[0], []).append(entry)
    return Lexicon(
        entries={
            first: tuple(sorted(found, key=lambda e: (-len(e.keys), not e.particle, e.keys)))
            for first, found in entries.items()
        },
        small={name: frozenset(found) for name, found in small.items()},
        bare=any(s.bare for s in sections) and not union,
        bare_after_comma=any(s.bare_after_comma for s in sections) and not union,
        noun_capitals=any(s.noun_capitals for s in sections) and not union,
        auxiliary_in_cue=any(s.auxiliary_in_cue for s in sections) and not union,
        drops_subject=any(s.drops_subject for s in sections) and not union,
        according_runs_on=any(s.according_runs_on for s in sections) and not union,
        participles=tuple(e for s in sections for e in s.participles),
        nameless=tuple(e for s in sections for e in s.nameless),
        abbreviations=frozenset(a for s in sections for a in s.abbreviations),
        finite=() if union else tuple(e for s in sections for e in s.finite),
        inner_endings=tuple(e for s in sections for e in s.inner_endings),
        mood_endings=() if union else tuple(e for s in sections for e in s.mood_endings),
        no_mood_endings=tuple(e for s in sections for e in s.no_mood_endings),
        quotations_only=union,
    )


_SMALL = (
    "that",
    "comparing",
    "about",
    "bare_starts",
    "negations",
    "auxiliaries",
    "passives",
    "pronouns",
    "subjects",
    "first_person",
    "outlets",
    "reports",
    "determiners",
    "titles",
    "adverbs",
    "time",
    "prepositions",
    "linking",
    "conjunctions",
    "relatives",
    "mood",
    "coordinating",
    "contrasting",
    "reflexives",
    "questions",
    "demonstrative_after",
    "infinitives",
    "indefinite",
    "oblique",
    "maybe_oblique",
    "fronted",
    "object_starts",
    "inserting",
    "no_mood",
    "nameless_after",
    "headline_after",
    "weak",
    "weak_before_reports",
    "weak_set_off",
    "weak_set_off_before",
    "no_inner",
    "vague_relatives",
    "possessives",
    "genitives",
    "pointing_after",
    "pointing",
    "noun_according",
    "which",
    "relative_places",
    "negation_parts",
    "late_negations",
    "passives_after",
    "subject_determiners",
    "noun_after",
)
