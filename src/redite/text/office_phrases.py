"""What office a noun phrase names: "der ukrainische Präsident", "глава МИД Германии".

`read_office` takes a phrase only if every word of it is understood: a role, a department, a country
or body, or a word that says nothing. One word left over may be the name of a country that no list
knows ("the Velmoran defence minister"); more make it another office ("the president's lawyer").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from redite.lang import languages
from redite.lang import words as section
from redite.lang.offices import OfficeWords
from redite.lang.speakers import Speakers
from redite.offices import Post, settled
from redite.text.names import folded
from redite.text.nominals import Token, tokens, without_elision
from redite.text.office_posts import OF_PEOPLE, SPEAKING, post_of
from redite.text.places import PlaceKind, find_places
from redite.values import Span

_LONGEST = 160
_UNKNOWN = 5
"""Letters of an unknown country's name that its adjectives share in every language."""

Facts = frozenset[str]
Word = tuple[str, Span]
"""A word in small letters, and where it stands."""


@lru_cache(maxsize=16384)
def read_office(phrase: str, language: str | None) -> Post | None:
    """Return the office that `phrase` names, or None where it names none, or not only one.

    >>> read_office("der ukrainische Präsident", "de")
    Post(place='UA', post='president')
    """
    if language not in languages() or len(phrase) > _LONGEST:
        return None
    said = _read(phrase, language)
    post = post_of(said.facts)
    if not post or len(said.unknown) > 1:
        return None
    if post == "mayor" and said.places and not said.capital:
        return None
    place = _place(said)
    return None if place == "" else settled(Post(place, post))


def aide_post(phrase: str, language: str | None) -> str | None:
    """Return the post of somebody's own spokesman, adviser or minister, by the words beside him.

    >>> aide_post("spokesman", "en")
    'spokesperson_state'
    """
    if language not in languages() or len(phrase) > _LONGEST:
        return None
    said = _read(phrase, language)
    if said.unknown or said.places or "other" in said.facts:
        return None
    if "adviser" in said.facts:
        return "security_adviser"
    post = post_of(said.facts)
    return "spokesperson_state" if post == "spokesperson" else post or None


@lru_cache(maxsize=16384)
def read_body(phrase: str, language: str | None) -> str | None:
    """Return a key that a ministry, a government or a state has in every language, or None.

    "Russian MoD", "Минобороны России", "das russische Verteidigungsministerium" share theirs, and
    so do a country and its capital, which stands for it: "Kyiv", "Україна". Several states that
    speak together have one of their own.

    >>> read_body("the Pentagon", "en") == read_body("Міністерство оборони США", "uk")
    True
    """
    if language not in languages() or len(phrase) > _LONGEST:
        return None
    said = _read(phrase, language)
    about = said.facts - {"filler", "ministry"}
    if said.facts & OF_PEOPLE or len(about) > 1:
        return None
    if not about:
        if said.unknown or said.implied or not said.places or "ministry" in said.facts:
            return None
        return "+".join(sorted(said.places))
    (department,) = about
    if "ministry" not in said.facts and not said.implied and department not in SPEAKING:
        return None
    place = _place(said)
    return f"{place} {department}" if place else None


def _place(said: _Said) -> str | None:
    """Return the place of an office; None where none is named, "" where it is not clear."""
    codes = said.places or said.implied
    bodies = {code for code in codes if len(code) > 2}
    if bodies and len({body.split("-")[0] for body in bodies}) == 1:
        codes = frozenset({max(bodies, key=len)})
    if len(codes) > 1 or (codes and said.unknown):
        return ""
    if said.unknown:
        return _unknown_place(said.unknown[0])
    return next(iter(codes), None)


def _unknown_place(word: str) -> str:
    """Return a key for a country that no list knows; its adjectives share it."""
    plain = folded(word)
    return f"~{plain[:_UNKNOWN]}" if len(plain) >= _UNKNOWN - 1 else ""


@dataclass(frozen=True, slots=True)
class _Said:
    """What the words of a phrase say."""

    facts: Facts
    places: Facts
    """Countries and bodies that are named."""
    implied: Facts
    """Countries that another word implies ("Kremlin"); a named one counts for more."""
    capital: bool
    unknown: tuple[str, ...]
    """Words that say nothing we know."""


def _read(phrase: str, language: str) -> _Said:
    found = _words(phrase, language)
    taken = [False] * len(found)
    facts: set[str] = set()
    named: set[str] = set()
    implied: set[str] = set()
    capital = False
    for place in find_places(phrase, language):
        capital = capital or place.kind is PlaceKind.CAPITAL
        named.add(place.code)
        for n, (_, span) in enumerate(found):
            taken[n] = taken[n] or place.span.overlaps(span)
    at = 0
    while at < len(found):
        length, several = (0, []) if taken[at] else _longest(found, taken, at, language)
        for said in several:
            codes = {fact for fact in said if fact.isupper()}
            facts |= set(said) - codes
            (named if len(codes) == len(said) else implied).update(codes)
        taken[at : at + length] = [True] * length
        at += length or 1
    words = section(language, "speakers", Speakers)
    unknown = [
        (word, span)
        for n, (word, span) in enumerate(found)
        if not taken[n] and word not in words.small_words
    ]
    if not all(_may_be_place(phrase, word, span, language) for word, span in unknown):
        unknown *= 2  # no office, then
    return _Said(
        frozenset(facts),
        frozenset(named),
        frozenset(implied),
        capital,
        tuple(word for word, _ in unknown),
    )


def _longest(
    found: Sequence[Word], taken: Sequence[bool], at: int, language: str
) -> tuple[int, list[Sequence[str]]]:
    """Return how many words the longest entries at one place cover, and what they say."""
    best, several = (0, 0), list[Sequence[str]]()
    for pieces, said in _entries(language).get(found[at][0][:1], ()):
        size = (len(pieces), sum(map(len, pieces)))
        end = at + len(pieces)
        if size < best or end > len(found) or any(taken[at:end]):
            continue
        if all(_is(found[at + n][0], piece) for n, piece in enumerate(pieces)):
            if size > best:
                best, several = size, []
            several.append(said)
    return best[0], several


def _may_be_place(phrase: str, word: str, span: Span, language: str) -> bool:
    endings = section(language, "offices", OfficeWords).adjectives
    return span.of(phrase)[:1].isupper() or (bool(endings) and word.endswith(endings))


def _words(phrase: str, language: str) -> list[Word]:
    """Return the words of a phrase in small letters, hyphens parted, no possessive endings."""
    data = section(language, "speakers", Speakers)
    found: list[Word] = []
    for token in tokens(phrase):
        found += _pieces(token, data.possessive)
    return found


def _pieces(token: Token, possessive: Sequence[str]) -> Iterator[Word]:
    for match in re.finditer(r"[^-]+", token.text):
        word = match.group().casefold().replace("’", "'").replace("ʼ", "'")
        for ending in possessive:
            if ending != "s":
                word = word.removesuffix(ending.replace("’", "'"))
        word = word.replace(".", "").replace("\u0301", "")
        if word:
            start = token.span.start + match.start()
            yield word, Span(start, token.span.start + match.end())


def _is(word: str, piece: str) -> bool:
    return word.startswith(piece[:-1]) if piece.endswith("*") else word == piece


@cache
def _entries(language: str) -> dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]]:
    """Return the entries of a language by first letter, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    for key, several in section(language, "offices", OfficeWords).says.items():
        for entry in several:
            pieces = tuple(map(without_elision, re.split(r"[ -]+", entry.casefold())))
            found.setdefault(pieces[0][:1], []).append((pieces, tuple(key.split())))
    for entries in found.values():
        entries.sort(key=lambda e: (-len(e[0]), e[0]))
    return found
