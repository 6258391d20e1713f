"""Names with a case ending of another language: "Velesha" for "Velesh", "Kolvarskogo".

Machines copy the case in which a name stood. It shows where one text prints a surname in two forms
that differ by such an ending, where other texts print another form, where a man has a woman's form
of his surname, or where an adjective's ending was left standing. Only languages that decline no
names are looked at.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from redite.lang.comparison import comparison
from redite.lang.damage import mens_names
from redite.text.names import folded
from redite.text.nominative import LANGUAGES as CYRILLIC
from redite.text.places import find_places
from redite.values import Damage, DamageKind, Span

_CAPITAL = "[A-ZÀ-ÝŁŚŠŽČĆĐ]"
_NAME = re.compile(rf"(?<![\w'’-]){_CAPITAL}[^\W\d_]{{1,30}}(?![\w-])")
_LEFT_STANDING = re.compile(
    r"(?:sk|ck|k|z|sz|n|v|w)(?:ogo|oho|ego|iego|omu|emu|oiu)$|(?:ov|ev|in|yn)(?:ym|im|oi|oy|oju)$"
)
_GENDERED = re.compile(r"(?:ov|ev|ëv|in|yn|sk|ck)(?:a|aya|aja|ï|y|i|á|ij|yj)?$")
"""Surnames that differ for women and men: without given names, two such forms are two people."""
_FEMININE = re.compile(r"[^aeiouy](?:ov|ev|ëv)a$")
_STEM = 4
"""Letters of a surname without its ending: shorter ones are too often alike by accident."""


@dataclass(frozen=True, slots=True)
class Printed:
    """The capitalised words of a text that may be names."""

    full: tuple[tuple[Span, Span], ...]
    """Given name and surname, side by side."""
    given: Mapping[str, frozenset[str]]
    """Given names, by surname; both in lower case."""
    places: Mapping[str, tuple[Span, ...]]
    """Where each word stands."""


NOTHING = Printed((), {}, {})


def printed_names(read: str, language: str) -> Printed:
    """Return the words of `read` that may be names; none in a language that declines names."""
    if language in CYRILLIC:
        return NOTHING
    small = _small(language)
    full: list[tuple[Span, Span]] = []
    given: dict[str, set[str]] = {}
    where: dict[str, list[Span]] = {}
    before: re.Match[str] | None = None
    for match in _NAME.finditer(read):
        where.setdefault(match.group().lower(), []).append(Span(*match.span()))
        beside = before is not None and read[before.end() : match.start()] in (" ", "\u00a0")
        if before is not None and beside and before.group().lower() not in small:
            full.append((Span(*before.span()), Span(*match.span())))
            given.setdefault(match.group().lower(), set()).add(before.group().lower())
        before = match
    return Printed(
        tuple(full),
        {surname: frozenset(names) for surname, names in given.items()},
        {word: tuple(spans) for word, spans in where.items()},
    )


@cache
def _small(language: str) -> frozenset[str]:
    return frozenset(comparison(language).stop_words.split())


def strays(read: str, language: str, printed: Printed) -> Iterator[Damage]:
    """Yield the names of a text that it holds against itself."""
    for given, surname in printed.full:
        if (reason := _declined(given.of(read), surname.of(read))) is not None:
            yield Damage(Span(given.start, surname.end), DamageKind.NAME, reason)
    by_stem: dict[str, list[str]] = {}
    for form in printed.places:
        by_stem.setdefault(bare(form), []).append(form)
    for stem, forms in by_stem.items():
        if len(stem) >= _STEM and len(forms) > 1 and any(form in printed.given for form in forms):
            yield from _strays(forms, printed, language)


def strays_from(
    read: str, printed: Printed, known: Callable[[str], Sequence[str]]
) -> Iterator[Damage]:
    """Yield the names of a text that other texts print with another ending.

    Args:
        read: The text.
        printed: Its names.
        known: Gives the full names that other texts print, by the `bare` of a surname.
    """
    for given, surname in printed.full:
        words = f"{given.of(read)} {surname.of(read)}"
        named = [name for name in known(bare(surname.of(read))) if _same_bearer(words, name)]
        if named and all(_differs_in_ending(words, name) for name in named):
            why = f"other reports name “{named[0]}”; names take no case endings here"
            yield Damage(Span(given.start, surname.end), DamageKind.NAME, why)


def bare(name: str) -> str:
    """Return a name without endings of cases, in one spelling for all of Europe.

    >>> bare("Goran Velesh") == bare("Gorana Welescha")
    True
    """
    return " ".join(_ENDING.sub("", folded(word)) or folded(word) for word in name.split())


_ENDING = re.compile(r"(?:[iy]?[eo][hg]o|[eo]mu|ov[iy]|[oe]i|[oeiy]m|[aeiou])$")
_ADJECTIVE = re.compile(r"(?:yi|yï|ii|ij|iy|yj|ei|ej|ey|ky|ki)$")


def _same_bearer(words: str, name: str) -> bool:
    return folded(words.split()[0])[:3] == folded(name.split()[0])[:3]


def _differs_in_ending(words: str, full: str) -> bool:
    """Say whether two names differ by the ending of any word, and by nothing but endings."""
    return any(
        sounded(one) != sounded(other)
        and bare(one) == bare(other)
        and not (_ADJECTIVE.search(one.lower()) and _ADJECTIVE.search(other.lower()))
        for one, other in zip(words.split(), full.split(), strict=False)
    )


def sounded(word: str) -> str:
    """Return a name in one spelling; an "e" at its end may be French ("Grebine"), or a plural."""
    return folded(word).removesuffix("e")


def _strays(forms: Sequence[str], printed: Printed, language: str) -> Iterator[Damage]:
    """Yield every form but the usual one; a bearer with a given name of his own is another."""
    places = printed.places
    usual = max(forms, key=lambda f: (len(places[f]), f in printed.given, -places[f][0].start))
    given = printed.given.get(usual, frozenset())
    for form in forms:
        if form == usual or sounded(form) == sounded(usual):
            continue
        if _ADJECTIVE.search(form) or _ADJECTIVE.search(usual):
            continue
        own = printed.given.get(form, frozenset())
        if _GENDERED.search(form) and _GENDERED.search(usual) and not (own and given):
            continue
        if own and given and not any(folded(x)[:3] == folded(y)[:3] for x in own for y in given):
            continue
        if any(find_places(word.capitalize(), language) for word in (form, usual)):
            continue
        for span in places[form]:
            why = f"the same name stands as “{usual.capitalize()}” in this text; names take no "
            yield Damage(span, DamageKind.NAME, why + "case endings here")


@cache
def _men() -> frozenset[str]:
    return frozenset(folded(name) for name in mens_names())


def _declined(given: str, surname: str) -> str | None:
    """Return why a full name cannot be in the nominative, or None."""
    low = surname.lower()
    if _LEFT_STANDING.search(low) and len(low) > 6:
        return "the surname stands in a case that this language does not have"
    if _FEMININE.search(low) and folded(given) in _men():
        return "a man's given name with a surname in a woman's form, or in the genitive"
    return None
