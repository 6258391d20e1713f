"""Countries in a text, by their names, their people and their capitals, in one normal form.

    >>> [(place.code, place.kind.value) for place in find_places("Vertreter Frankreichs", "de")]
    [('FR', 'country')]

Names come from CLDR (through Babel) and the `places:` sections. In Russian and Ukrainian a word
matches by its dictionary form, in other languages as printed, with the endings its section lists.
Of names that overlap the longest counts: "North Korea" holds no other country.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from redite.lang import languages
from redite.lang.places import capital_zones, place_words
from redite.text.nominative import dictionary_forms
from redite.values import Span


class PlaceKind(StrEnum):
    """By what sort of word a place is named."""

    COUNTRY = "country"
    CAPITAL = "capital"
    PEOPLE = "people"
    """An adjective, or the people: "French", "the French"."""


@dataclass(frozen=True, slots=True)
class Place:
    """One mention of a country or of its capital."""

    span: Span
    code: str
    """ISO 3166, two letters."""
    kind: PlaceKind


def find_places(text: str, language: str | None) -> tuple[Place, ...]:
    """Return the countries and capitals named in `text`, in text order, none overlapping another.

    A text in a language without a file has none. A capital is not taken for the government that
    sits there: that is for the caller to judge.
    """
    if language not in languages():
        return ()
    names = _names(language)
    tokens = [(m.group(), m.start(), m.end()) for m in _WORD.finditer(text)]
    found: list[Place] = []
    at = 0
    while at < len(tokens):
        place = _at(text, tokens, at, names)
        if place is None:
            at += 1
            continue
        found.append(place)
        while at < len(tokens) and tokens[at][1] < place.span.end:
            at += 1
    return tuple(found)


# --- matching ----------------------------------------------------------------------------------

_WORD = re.compile(r"[^\W\d_]+(?:(?<=[\u0400-\u052f])['’ʼ][\u0400-\u052f]+)?")
_GAP = re.compile(r"\.?[ \u00a0\u202f\n]|[-‑–.’'ʼ]")
_NO_SENTENCE_BEFORE = re.compile(r"[\w,;:)\]%-][\"'«“„(’]?\s{1,2}[\"'«“„(’]?$")
_BUCKET = 2
"""Letters by which names are sorted; no declension changes them."""

Token = tuple[str, int, int]


@cache
def place_name(code: str, kind: PlaceKind, language: str) -> str | None:
    """Return what `language` calls a country or its capital; None of a people, or where unknown."""
    tables = {PlaceKind.COUNTRY: _cldr_countries, PlaceKind.CAPITAL: _cldr_capitals}
    if kind not in tables or language not in languages():
        return None
    return next((name for known, name in tables[kind](language) if known == code), None)


@dataclass(frozen=True, slots=True)
class _Name:
    code: str
    kind: PlaceKind
    words: tuple[frozenset[str], ...]
    """What each word may be reduced to."""
    prefix: bool
    """The last word is only a beginning."""
    printed: str
    """The first word as it must be printed, as to capitals."""
    exact: bool
    ambiguous: bool


@dataclass(frozen=True, slots=True)
class _Names:
    language: str
    endings: tuple[str, ...]
    by_start: dict[str, tuple[_Name, ...]]
    """The longest first, and countries before capitals before people."""


def _at(text: str, tokens: Sequence[Token], at: int, names: _Names) -> Place | None:
    word, start, _ = tokens[at]
    for name in names.by_start.get(_plain(word)[:_BUCKET], ()):
        if not _printed_alike(word, name):
            continue
        last = at + len(name.words) - 1
        if last >= len(tokens) or not _joined(text, tokens, at, last):
            continue
        pieces = zip(name.words, tokens[at : last + 1], strict=True)
        if not all(
            _matches(token[0], wanted, name.prefix and token is tokens[last], names)
            for wanted, token in pieces
        ):
            continue
        if name.ambiguous and not _NO_SENTENCE_BEFORE.search(text[max(0, start - 5) : start]):
            continue
        return Place(Span(start, tokens[last][2]), name.code, name.kind)
    return None


def _printed_alike(word: str, name: _Name) -> bool:
    if name.exact:
        return word == name.printed
    return word[0].isupper() or not name.printed[0].isupper()


def _joined(text: str, tokens: Sequence[Token], first: int, last: int) -> bool:
    return all(
        _GAP.fullmatch(text, tokens[at][2], tokens[at + 1][1]) is not None
        for at in range(first, last)
    )


def _matches(word: str, wanted: frozenset[str], prefix: bool, names: _Names) -> bool:
    plain = _plain(word)
    if prefix:
        return any(plain.startswith(beginning) for beginning in wanted)
    if plain in wanted or not wanted.isdisjoint(_reduced(word, names.language)):
        return True
    return any(plain.endswith(e) and plain[: -len(e)] in wanted for e in names.endings)


def _plain(word: str) -> str:
    return word.casefold().translate(_LEVEL)


_LEVEL = str.maketrans({"ё": "е", "’": "'", "ʼ": "'"})


def _reduced(word: str, language: str) -> frozenset[str]:
    return frozenset(form.replace("ё", "е") for form in dictionary_forms(_plain(word), language))


# --- names --------------------------------------------------------------------------------------


@cache
def _names(language: str) -> _Names:
    section = place_words(language)
    found: dict[tuple[str, str], _Name] = {}
    tables = (
        (PlaceKind.COUNTRY, (*_listed(section.names), *_cldr_countries(language))),
        (PlaceKind.CAPITAL, (*_listed(section.capitals), *_cldr_capitals(language))),
        (PlaceKind.PEOPLE, _listed(section.people)),
    )
    for kind, forms in tables:
        for code, form in forms:
            name = _name(code, kind, form, language, section.ambiguous)
            found.setdefault((code, form), name)
    by_start: dict[str, list[_Name]] = {}
    for name in found.values():
        for start in sorted({word[:_BUCKET] for word in name.words[0]}):
            by_start.setdefault(start, []).append(name)
    order = list(PlaceKind)
    return _Names(
        language,
        section.endings,
        {
            start: tuple(sorted(names, key=lambda n: (-len(n.words), order.index(n.kind))))
            for start, names in by_start.items()
        },
    )


def _listed(table: dict[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    for code, forms in table.items():
        for form in forms:
            yield code, form


def _name(code: str, kind: PlaceKind, form: str, language: str, ambiguous: Iterable[str]) -> _Name:
    pieces = _WORD.findall(form)
    prefix = form.endswith("*")
    reduced = tuple(
        frozenset({_plain(piece)} | (frozenset() if prefix else _reduced(piece, language)))
        for piece in pieces
    )
    letters = "".join(pieces)
    exact = letters.isupper() and len(letters) <= 4
    return _Name(code, kind, reduced, prefix, pieces[0], exact, form in ambiguous)


def _cldr_countries(language: str) -> Iterator[tuple[str, str]]:
    from babel import Locale

    for code, name in sorted(Locale.parse(language).territories.items()):
        if len(code) != 2 or not code.isalpha() or code in _NO_COUNTRY:
            continue
        main, _, other = name.partition(" (")
        for form in (main, other.rstrip(")")):
            if len(form) > 3 and not re.search(r" [-–] |\W{2}", form.replace(". ", "")):
                yield code, form


_NO_COUNTRY = frozenset({"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"})
"""Codes of CLDR that stand for no one country."""


def _cldr_capitals(language: str) -> Iterator[tuple[str, str]]:
    from babel import Locale

    zones = Locale.parse(language).time_zones
    for code, zone in capital_zones().items():
        known = zones.get("Europe/Kiev" if zone == "Europe/Kyiv" else zone, {})
        # Where CLDR gives no name, the zone's own is meant.
        yield code, known.get("city") or zone.rpartition("/")[2].replace("_", " ")
