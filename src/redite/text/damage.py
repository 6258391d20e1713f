"""Damage that a translating machine has done, as far as one text alone shows it.

1. Words that cannot be meant: terms of medicine, say, in news of war that is about nobody's health
   (`fields` in the language file), and phrases that only a machine writes (`garbled`).
2. Names with a stray ending ("Velesha" beside "Velesh"; see `redite.text.stray_names`).
3. Estimates that have lost their word: a risk that "remains extreme".

Whether a text was translated by a machine at all is told by its `signs`: damaged words and names,
set phrases of another language word for word, and quotations that end in a hyphen. What is weak
evidence by itself counts only in a text with several.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from redite.lang import languages
from redite.lang.damage import damage_words
from redite.lang.likelihood import Likelihood, likelihood
from redite.text.likelihood import doubly_denied, find_estimates
from redite.text.nominative import LANGUAGES as CYRILLIC
from redite.text.phrase_patterns import END, GAP, START, Finder, Places, any_of, places, plain
from redite.text.stray_names import NOTHING, Printed, printed_names, strays
from redite.values import Damage, DamageKind, Estimate, Span, Term

SUSPECT = 1
"""Signs from which a text is held against others, as one that a machine may have translated."""
ENOUGH = 2
"""Signs from which a text is taken to be translated by a machine, and weak evidence counts."""
ABOUT = 3
"""Different words of politics and war from which a text is news of these."""
LONGEST = 200_000
"""Code points that are looked at: no article is longer."""
KEPT = 1024
"""Texts whose signs are remembered: the briefs of neighbouring days look at the same ones."""


@dataclass(frozen=True, slots=True)
class Signs:
    """What one text shows of damage."""

    damage: tuple[Damage, ...]
    """Words and names, in text order."""
    doubtful: tuple[Damage, ...]
    """Words that count in a text that was translated by a machine."""
    lost: tuple[Span, ...]
    """Estimates that have lost their noun or adjective: damage if anything else speaks for it."""
    muddled: tuple[Span, ...]
    """Estimates that nobody means: a risk that "is likely", "almost uncertain"."""
    certain: tuple[Span, ...]
    """Phrases by which something is as good as certain."""
    calques: tuple[Span, ...]
    names: Printed
    """What may be names in it."""

    @property
    def count(self) -> int:
        """How many signs there are that a machine translated the text."""
        different = {(one.kind, one.why) for one in self.damage}
        return len(different) + len(self.calques)


NO_SIGNS = Signs((), (), (), (), (), (), NOTHING)


@lru_cache(maxsize=KEPT)
def signs(text: str, language: str | None) -> Signs:
    """Return what `text` shows of damage; nothing in a language without a file."""
    if language not in languages():
        return NO_SIGNS
    assert language is not None
    read = plain(text[:LONGEST])
    words = places(read)
    grammar = _grammar(language)
    names = printed_names(read, language)
    terms = list(_terms(read, words, grammar))
    found = _apart(
        [
            *_phrases(read, words, grammar),
            *(one for alone, one in terms if alone),
            *strays(read, language, names),
        ]
    )
    return Signs(
        found,
        _apart(one for alone, one in terms if not alone),
        tuple(Span(*match.span(1)) for match in grammar.lost.finditer(read)),
        _muddled(read, words, grammar, language),
        tuple(Span(*match.span()) for match in grammar.certain.find(read, words)),
        (
            *(Span(*m.span()) for m in grammar.calques.find(read, words)),
            *_dashes(read, language),
            *_marks(read, grammar),
        ),
        names,
    )


def _muddled(read: str, words: Places, grammar: _Grammar, language: str) -> tuple[Span, ...]:
    found = [Span(*match.span()) for match in grammar.muddled.find(read, words)]
    for one in find_estimates(read, language):
        # A risk is high or low; what is likely or not is the thing that it is a risk of.
        before = grammar.borne.search(read, max(0, one.span.start - 120), one.span.start)
        if before is not None and grammar.likely.search(one.span.of(read)):
            found.append(one.span)
    return tuple(found)


def trusted_estimates(text: str, language: str | None) -> tuple[Estimate, ...]:
    """Return the estimates in `text` but for those that a translation may have turned round.

    Those are the ones with one negation upon another ("little doubt" for "little chance") in a
    text that shows signs of a machine: whose judgement they are said to be must not be scored by.
    """
    found = find_estimates(text, language)
    denied = doubly_denied(text, language) if found else ()
    if not denied or signs(text, language).count < SUSPECT:
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
    fields: tuple[tuple[str, bool, re.Pattern[str], Finder], ...]
    terms: Finder
    """Those of all fields."""
    garbled: tuple[tuple[str, re.Pattern[str]], ...]
    phrases: Finder
    """All that are garbled."""
    calques: Finder
    certain: Finder
    lost: re.Pattern[str]
    muddled: Finder
    borne: re.Pattern[str]
    """A risk or chance, and what joins it to the words that follow."""
    likely: re.Pattern[str]
    """Words for how likely a thing is, which are none for how great a chance is."""
    marks: str


@cache
def _grammar(language: str) -> _Grammar:
    section, chances = damage_words(language), likelihood(language)
    nouns = any_of(noun for bearer in chances.bearers for noun in bearer.nouns)
    degrees = any_of((*chances.strong, *chances.utmost, *section.intensifiers))
    copulas = any_of(chances.copulas)
    # "The risk of escalation remains extreme.": nothing follows that the degree could be of. In
    # Ukrainian and Russian "is" is not said.
    joined = rf"(?:{copulas}{END}{GAP})?" if language in CYRILLIC else rf"{copulas}{END}{GAP}"
    lost = (
        rf"{START}{nouns}{END}[^.!?;\n]{{0,80}}?{START}({joined}"
        rf"{degrees}{END})(?=\s{{0,2}}[.,;:!?»”\"“)\n]|\s{{0,2}}$)"
    )
    return _Grammar(
        Finder(section.here),
        tuple((n, f.alone, _one_of(f.terms), Finder(f.home)) for n, f in section.fields.items()),
        Finder(term for field in section.fields.values() for term in field.terms),
        tuple((meant, _one_of(forms)) for meant, forms in section.garbled.items()),
        Finder(form for forms in section.garbled.values() for form in forms),
        Finder(section.calques),
        Finder(section.certain),
        re.compile(lost, re.IGNORECASE),
        Finder(section.muddled),
        re.compile(
            rf"{START}{nouns}{END}[^.!?;,\n]{{0,80}}?{START}{copulas}{END}{GAP}$", re.IGNORECASE
        ),
        re.compile(rf"{START}{any_of(_likely(chances))}", re.IGNORECASE),
        section.marks,
    )


def _likely(chances: Likelihood) -> list[str]:
    """Return the single words that say of a thing that it is likely, or that it is not."""
    sides = (Term.LIKELY, Term.UNLIKELY)
    groups = (chances.words, chances.adjectives)
    return [
        form
        for group in groups
        for side in sides
        for form in group.get(side, ())
        if " " not in form
    ]


def _one_of(forms: Sequence[str]) -> re.Pattern[str]:
    return re.compile(any_of(forms), re.IGNORECASE)


def _phrases(read: str, words: Places, grammar: _Grammar) -> Iterator[Damage]:
    for match in grammar.phrases.find(read, words):
        meant = next(m for m, pattern in grammar.garbled if pattern.fullmatch(match.group()))
        why = f"no such phrase is in use; it is known to stand for “{meant}”"
        yield Damage(Span(*match.span()), DamageKind.WORD, why)


def _terms(read: str, words: Places, grammar: _Grammar) -> Iterator[tuple[bool, Damage]]:
    """Yield terms of other fields, each with whether it needs no more evidence."""
    found = list(grammar.terms.find(read, words))
    if not found or len({m.group().lower() for m in grammar.here.find(read, words)}) < ABOUT:
        return
    for name, alone, terms, home in grammar.fields:
        own = [match for match in found if terms.fullmatch(match.group())]
        if own and next(home.find(read, words), None) is None:
            for match in own:
                why = f"a word of {name}, in news of war and politics with no other word of {name}"
                yield alone, Damage(Span(*match.span()), DamageKind.WORD, why)


_DASH = re.compile(r"[\"»”“],?\s{1,2}[-–]\s{1,2}(?=[^\W\d_])")


def _marks(read: str, grammar: _Grammar) -> Iterator[Span]:
    """Yield the first quotation mark that does not belong into this language."""
    at = min((place for mark in grammar.marks if (place := read.find(mark)) >= 0), default=None)
    if at is not None:
        yield Span(at, at + 1)


def _dashes(read: str, language: str) -> Iterator[Span]:
    """Yield the ends of quotations written as Russian and Ukrainian write them."""
    if language not in CYRILLIC:
        for match in _DASH.finditer(read):
            yield Span(*match.span())
