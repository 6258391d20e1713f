"""Damage that a translating machine has done, as far as one text alone shows it.

1. Words that cannot be meant: terms of medicine, say, in news of war that is about nobody's health
   (`fields` in the language file), and phrases that only a machine writes (`garbled`).
2. Names with a stray ending: one person's surname in two forms that differ by the ending of a case
   which this language does not have ("Velesha" beside "Velesh"), a man's with a woman's ending, or
   an adjective's case left standing ("Tarskogo").
3. Estimates that have lost their word: a risk that "remains extreme".

Whether a text was translated by a machine at all is told by its `signs`: damaged words and names,
set phrases of another language word for word, and quotations that end in a hyphen. One sign is an
accident, several are not; what is weak evidence by itself counts only in a text with several.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from redite.lang import languages
from redite.lang.comparison import comparison
from redite.lang.damage import damage_words, mens_names
from redite.lang.likelihood import likelihood
from redite.text.likelihood import doubly_denied, find_estimates
from redite.text.names import folded
from redite.text.nominative import LANGUAGES as CYRILLIC
from redite.text.phrase_patterns import END, GAP, START, Finder, Places, any_of, places, plain
from redite.text.places import find_places
from redite.values import Damage, DamageKind, Estimate, Span

ENOUGH = 2
"""Signs from which a text is taken to be translated by a machine."""
ABOUT = 3
"""Different words of politics and war from which a text is news of these."""
LONGEST = 200_000
"""Code points that are looked at: no article is longer."""


@dataclass(frozen=True, slots=True)
class Signs:
    """What one text shows of damage."""

    damage: tuple[Damage, ...]
    """Words and names, in text order."""
    doubtful: tuple[Damage, ...]
    """Words that count in a text that was translated by a machine."""
    lost: tuple[Span, ...]
    """Estimates that have lost their noun or adjective: damage if anything else speaks for it."""
    certain: tuple[Span, ...]
    """Phrases by which something is as good as certain."""
    calques: tuple[Span, ...]

    @property
    def count(self) -> int:
        """How many signs there are that a machine translated the text."""
        different = {(one.kind, one.why) for one in self.damage}
        return len(different) + len(self.calques)


NO_SIGNS = Signs((), (), (), (), ())


def signs(text: str, language: str | None) -> Signs:
    """Return what `text` shows of damage; nothing in a language without a file."""
    if language not in languages():
        return NO_SIGNS
    assert language is not None
    read = plain(text[:LONGEST])
    words = places(read)
    grammar = _grammar(language)
    found = _apart(
        [
            *_phrases(read, words, grammar),
            *_terms(read, words, grammar, alone=True),
            *stray_names(read, language),
        ]
    )
    return Signs(
        found,
        _apart(_terms(read, words, grammar, alone=False)),
        tuple(Span(*match.span(1)) for match in grammar.lost.finditer(read)),
        tuple(Span(*match.span()) for match in grammar.certain.find(read, words)),
        (*(Span(*m.span()) for m in grammar.calques.find(read, words)), *_dashes(read, language)),
    )


def trusted_estimates(text: str, language: str | None) -> tuple[Estimate, ...]:
    """Return the estimates in `text` but for those that a translation may have turned round.

    Those are the ones with one negation upon another ("little doubt" for "little chance") in a
    text that shows signs of a machine: whose judgement they are said to be must not be scored by.
    """
    found = find_estimates(text, language)
    denied = doubly_denied(text, language) if found else ()
    if not denied or signs(text, language).count < ENOUGH:
        return found
    return tuple(one for one in found if not any(one.span.overlaps(span) for span in denied))


def _apart(found: Iterable[Damage]) -> tuple[Damage, ...]:
    kept: list[Damage] = []
    for one in sorted(found, key=lambda one: (one.span.start, -one.span.end)):
        if not kept or kept[-1].span.end <= one.span.start:
            kept.append(one)
    return tuple(kept)


# --- words --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Grammar:
    here: Finder
    fields: tuple[tuple[str, bool, Finder, Finder], ...]
    garbled: tuple[tuple[str, Finder], ...]
    calques: Finder
    certain: Finder
    lost: re.Pattern[str]


@cache
def _grammar(language: str) -> _Grammar:
    section, chances = damage_words(language), likelihood(language)
    nouns = any_of(noun for bearer in chances.bearers for noun in bearer.nouns)
    degrees = any_of((*chances.strong, *chances.utmost, *section.intensifiers))
    copulas = any_of(chances.copulas)
    # "The risk of escalation remains extreme.": nothing follows that the degree could be of.
    lost = (
        rf"{START}{nouns}{END}[^.!?;\n]{{0,80}}?{START}({copulas}{END}{GAP}"
        rf"{degrees}{END})(?=\s{{0,2}}[.,;:!?»”\"“)\n]|\s{{0,2}}$)"
    )
    return _Grammar(
        Finder(section.here),
        tuple((n, f.alone, Finder(f.terms), Finder(f.home)) for n, f in section.fields.items()),
        tuple((meant, Finder(forms)) for meant, forms in section.garbled.items()),
        Finder(section.calques),
        Finder(section.certain),
        re.compile(lost, re.IGNORECASE),
    )


def _phrases(read: str, words: Places, grammar: _Grammar) -> Iterator[Damage]:
    for meant, finder in grammar.garbled:
        for match in finder.find(read, words):
            why = f"no such phrase is in use; it is known to stand for “{meant}”"
            yield Damage(Span(*match.span()), DamageKind.WORD, why)


def _terms(read: str, words: Places, grammar: _Grammar, alone: bool) -> Iterator[Damage]:
    """Yield terms of other fields: of those that need no more evidence, or of the others."""
    alien = [
        (name, home, list(terms.find(read, words)))
        for name, by_itself, terms, home in grammar.fields
        if by_itself is alone
    ]
    if not any(matches for _, _, matches in alien):
        return
    about = {match.group().lower() for match in grammar.here.find(read, words)}
    if len(about) < ABOUT:
        return
    for name, home, matches in alien:
        if matches and next(home.find(read, words), None) is None:
            for match in matches:
                why = f"a word of {name}, in news of war and politics with no other word of {name}"
                yield Damage(Span(*match.span()), DamageKind.WORD, why)


_DASH = re.compile(r"[\"»”“],?\s{1,2}[-–]\s{1,2}(?=[^\W\d_])")


def _dashes(read: str, language: str) -> Iterator[Span]:
    """Yield the ends of quotations written as Russian and Ukrainian write them."""
    if language not in CYRILLIC:
        for match in _DASH.finditer(read):
            yield Span(*match.span())


# --- names --------------------------------------------------------------------------------------

_CAPITAL = "[A-ZÀ-ÝŁŚŠŽČĆĐ]"
_NAME = re.compile(
    rf"(?<![\w'’-])({_CAPITAL}[^\W\d_]{{1,30}})"
    rf"(?:[ \u00a0]({_CAPITAL}[^\W\d_'’-]{{2,30}}))?(?![\w-])"
)
_LEFT_STANDING = re.compile(
    r"(?:sk|ck|k|z|sz|n|v|w)(?:ogo|oho|ego|iego|omu|emu|oiu)$|(?:ov|ev|in|yn)(?:ym|im|oi|oy|oju)$"
)
_FEMININE = re.compile(r"[^aeiouy](?:ov|ev|ëv)a$")
_STEM = 4
"""Letters of a surname without its ending: shorter ones are too often alike by accident."""


def stray_names(
    read: str, language: str, known: Callable[[str], Sequence[str]] | None = None
) -> Iterator[Damage]:
    """Yield names with an ending that is not their own, in a language that declines no names.

    Args:
        read: The text.
        language: A code that has a language file.
        known: Gives the full names that other texts print, by the `bare` of a surname; without it
            only what the text holds against itself is found.
    """
    if language in CYRILLIC:
        return
    printed = _printed(read, language)
    for given, surname in printed.full:
        if (reason := _declined(given.of(read), surname.of(read))) is not None:
            yield Damage(Span(given.start, surname.end), DamageKind.NAME, reason)
        elif known is not None:
            words = f"{given.of(read)} {surname.of(read)}"
            named = [n for n in known(bare(surname.of(read))) if _same_bearer(words, n)]
            if named and all(_differs_in_ending(words, name) for name in named):
                why = f"other reports name “{named[0]}”; names take no case endings here"
                yield Damage(Span(given.start, surname.end), DamageKind.NAME, why)
    by_stem: dict[str, list[str]] = {}
    for form in printed.places:
        by_stem.setdefault(bare(form), []).append(form)
    for stem, forms in by_stem.items():
        if len(stem) >= _STEM and len(forms) > 1 and any(form in printed.given for form in forms):
            yield from _strays(forms, printed)


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
    """Return a name in one spelling; French writes a silent "e" behind an "n" ("Grebine")."""
    sounds = folded(word)
    return sounds.removesuffix("e") if sounds.endswith("ne") else sounds


@dataclass(frozen=True, slots=True)
class _Printed:
    """The capitalised words of a text that may be names."""

    full: tuple[tuple[Span, Span], ...]
    """Given name and surname, side by side."""
    given: Mapping[str, set[str]]
    """Given names, by surname; both in lower case."""
    places: Mapping[str, list[Span]]
    """Where each word stands."""


def _printed(read: str, language: str) -> _Printed:
    countries = {place.span.start for place in find_places(read, language)}
    small = frozenset(comparison(language).stop_words.split())
    full: list[tuple[Span, Span]] = []
    given: dict[str, set[str]] = {}
    where: dict[str, list[Span]] = {}
    for match in _NAME.finditer(read):
        for group in (1, 2):
            if match[group] is not None and match.start(group) not in countries:
                where.setdefault(match[group].lower(), []).append(Span(*match.span(group)))
        if match[2] is not None and match[1].lower() not in small:
            full.append((Span(*match.span(1)), Span(*match.span(2))))
            given.setdefault(match[2].lower(), set()).add(match[1].lower())
    return _Printed(tuple(full), given, where)


def _strays(forms: Sequence[str], printed: _Printed) -> Iterator[Damage]:
    """Yield every form but the usual one; a bearer with a given name of his own is another."""
    places = printed.places
    usual = max(forms, key=lambda f: (len(places[f]), f in printed.given, -places[f][0].start))
    given = printed.given.get(usual, set())
    for form in forms:
        if form == usual or sounded(form) == sounded(usual):
            continue
        if _ADJECTIVE.search(form) or _ADJECTIVE.search(usual):
            continue
        own = printed.given.get(form, set())
        if own and given and not any(folded(x)[:3] == folded(y)[:3] for x in own for y in given):
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
