"""Words of estimative probability: "unlikely", "peu probable", "a 70 percent chance".

1. Words that are estimates by themselves are found with their modifiers, which are applied from
   the word outwards: strong ones move it one degree from even ("very likely"), utmost ones to the
   end of the scale ("extremely unlikely": almost no chance), turning ones to the plain opposite
   ("not likely", "not very likely", "peu probable": unlikely).
2. Nouns that have a likelihood give theirs by size or number (`redite.text.chances`).
3. What a trap covers is dropped ("probable cause", "more likely"), and so are adjectives that
   describe a noun ("a likely candidate"). Of two that overlap the longer stays.
4. A hedge right before another estimate adds nothing: "probably unlikely" is unlikely.

Negation turns an estimate only where it stands before it. Behind it, it belongs to what is
estimated: "n'est probablement pas", "will probably not" say that the contrary is likely, and the
term is `likely`.

Possibility is no estimate: may, could, possible, "cannot be ruled out" are not looked for.
The terms are those of ICD 203; numbers come from the scale of the language
(`redite.lang.scales/likelihood.yaml`), stated ones from the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from redite.lang import languages
from redite.lang.likelihood import Degrees, Likelihood, likelihood, scales
from redite.text.chances import find_sized
from redite.text.degrees import Found, Modifiers
from redite.text.phrase_patterns import Finder, Places, any_of, places, plain
from redite.text.stated_chances import find_stated
from redite.values import Estimate, Span, Spans, Term

STATED = "as stated"
"""Name of the scale of an estimate that the text gives in numbers."""

_WORD_BEFORE = re.compile(r"([\w'’%-]+)[«\"“„ \t\n\u00a0\u202f]{1,4}$")
_WORD_AFTER = re.compile(r"[»\"”“ \t\n\u00a0\u202f]{0,4}([\w'’-]+|,)")
_BLANK = re.compile(r"\s{1,3}")
_GAP = re.compile(r",?\s{1,3}")
_NEAR = 24
"""Code points that may lie between an estimate and the cue or content beside it."""
_LOOK = 40
"""Code points looked at on either side of a word for its neighbours."""


def find_estimates(text: str, language: str | None) -> tuple[Estimate, ...]:
    """Return the estimates in `text`, in text order, none overlapping another.

    A span covers the words with their modifiers, negation included; of a noun and a size apart
    from each other ("the risk … is low") the size alone. A text whose language is unknown has
    none. In an estimate that states a number `low` and `high` are that number, both ends of the
    range it names, or 0 and 1 on the open side of a bound ("less than 5 percent").
    """
    if language not in languages():
        return ()
    grammar = _grammar(language)
    read = plain(text)
    words = places(read)
    found = [
        *_worded(read, words, grammar),
        *find_sized(read, words, language),
        *find_stated(read, words, language),
    ]
    clear = _without_traps(found, [m.span() for m in grammar.traps.find(read, words)])
    return tuple(_estimate(one, read, grammar.section) for one in _merged(_longest(clear), read))


def doubly_denied(text: str, language: str | None) -> tuple[Span, ...]:
    """Return the estimates in `text` with one negation upon another, in text order.

    "Not improbable", "nicht unwahrscheinlich"; and a word against which a negation follows at
    once, "вряд ли не". Good style in one's own language, and treacherous in a translation.
    """
    if language not in languages():
        return ()
    turn = _turn(language)
    found = []
    for one in find_estimates(text, language):
        likely = one.low + one.high > 1
        words = plain(one.span.of(text))
        if likely and turn.match(words):
            found.append(one.span)
        elif not likely and (behind := turn.match(plain(text), one.span.end)) is not None:
            found.append(Span(one.span.start, behind.end()))
    return tuple(found)


@cache
def _turn(language: str) -> re.Pattern[str]:
    forms = any_of(likelihood(language).turn)
    return re.compile(rf"[ \u00a0]?{forms}(?!\w)", re.IGNORECASE)


def estimate_of(
    content: Spans, cue: Spans, estimates: Sequence[Estimate], text: str
) -> Estimate | None:
    """Return the one of `estimates` that belongs to a statement, or None.

    It is the first inside the content. Where there is none, it is one inside the cue, or one
    between cue and content with no more than a few words around it ("jugent « peu probable »
    que …").

    Args:
        content: The pieces that are the speaker's own, without what others say in them.
        cue: The pieces of the cue.
        estimates: All of the text, in order, as `find_estimates` returns them.
        text: The text.
    """
    for piece in (*content, *cue):
        one = _first_from(piece.start, estimates)
        if one is not None and one.span.end <= piece.end:
            return one
    for said in cue:
        one = _first_from(said.end, estimates)
        if one is not None and any(_stands_between(one.span, said, p, text) for p in content):
            return one
    return None


def _first_from(place: int, estimates: Sequence[Estimate]) -> Estimate | None:
    at = bisect_left(estimates, place, key=lambda one: one.span.start)
    return estimates[at] if at < len(estimates) else None


def _stands_between(span: Span, cue: Span, piece: Span, text: str) -> bool:
    if span.end > piece.start:
        return False
    around = text[cue.end : span.start], text[span.end : piece.start]
    return all(len(gap) <= _NEAR and not set(gap) & set(".!?;\n") for gap in around)


# --- finding ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Grammar:
    """What one language's section compiles to."""

    section: Likelihood
    words: Finder
    modifiers: Modifiers
    traps: Finder
    before: re.Pattern[str]
    after: re.Pattern[str]
    terms: tuple[tuple[re.Pattern[str], Term, bool], ...]
    """Pattern, term, and whether it is an adjective, of every group of words."""


@cache
def _grammar(language: str) -> _Grammar:
    section = likelihood(language)
    modifiers = Modifiers(section)
    forms = [*_phrases(section.words), *_phrases(section.adjectives)]
    terms = [
        (re.compile(any_of(phrases), re.IGNORECASE), term, adjective)
        for group, adjective in ((section.words, False), (section.adjectives, True))
        for term, phrases in group.items()
    ]
    return _Grammar(
        section,
        Finder(forms),
        modifiers,
        Finder(section.traps),
        re.compile(any_of(section.before), re.IGNORECASE),
        re.compile(any_of(section.after), re.IGNORECASE),
        tuple(terms),
    )


def _phrases(degrees: Degrees) -> list[str]:
    return [phrase for phrases in degrees.values() for phrase in phrases]


def _worded(text: str, words: Places, grammar: _Grammar) -> Iterator[Found]:
    for match in grammar.words.find(text, words):
        term, adjective = _meaning(match.group(), grammar)
        modifiers = grammar.modifiers.before(text, match.start())
        if modifiers:
            span = Span(match.start() - len(modifiers), match.end())
            yield Found(span, grammar.modifiers.applied(term, modifiers))
        elif adjective and not _has_neighbour(text, match, grammar):
            continue
        elif not _describes_noun(text, match, grammar.section):
            yield Found(Span(*match.span()), term)


def _meaning(base: str, grammar: _Grammar) -> tuple[Term, bool]:
    """Return the term of a phrase, and whether it is an adjective; plain words come first."""
    for pattern, term, adjective in grammar.terms:
        if pattern.fullmatch(base):
            return term, adjective
    raise AssertionError(f"{base!r} was found but is in no list")


def _has_neighbour(text: str, match: re.Match[str], grammar: _Grammar) -> bool:
    before = _WORD_BEFORE.search(text[max(0, match.start() - _LOOK) : match.start()])
    after = _WORD_AFTER.match(text, match.end())
    return bool(
        (before and grammar.before.fullmatch(before[1]))
        or (after and grammar.after.fullmatch(after[1]))
    )


def _describes_noun(text: str, match: re.Match[str], section: Likelihood) -> bool:
    """Say whether the word stands between determiner and noun: "a likely candidate"."""
    before = _WORD_BEFORE.search(text[max(0, match.start() - _LOOK) : match.start()])
    if before is None or before[1].lower() not in section.determiners:
        return False
    after = _WORD_AFTER.match(text, match.end())
    return after is not None and after[1].lower() not in section.estimated


# --- deciding ---------------------------------------------------------------------------------


def _without_traps(found: Iterable[Found], traps: Sequence[tuple[int, int]]) -> list[Found]:
    """Drop what a trap reaches into, unless it goes on beyond it ("more likely than not")."""
    kept: list[Found] = []
    at = 0
    for one in sorted(found, key=lambda f: (f.span.start, f.span.end)):
        while at < len(traps) and traps[at][1] <= one.span.start:
            at += 1
        near = traps[at : at + 4]
        if not any(
            start < one.span.end
            and one.span.start < end
            and not (one.span.start <= start and end <= one.span.end and len(one) > end - start)
            for start, end in near
        ):
            kept.append(one)
    return kept


def _longest(found: Iterable[Found]) -> list[Found]:
    """Of overlapping ones keep the longest, of those the first; in text order."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda f: (f.span.start, -f.span.end)):
        last = kept[-1] if kept else None
        if last is None or last.span.end <= one.span.start:
            kept.append(one)
        elif len(one) > len(last):
            kept[-1] = one
    return kept


def _merged(found: Sequence[Found], text: str) -> list[Found]:
    """Join a hedge with the estimate right behind it, and a figure with its "likely"."""
    kept: list[Found] = []
    for one in found:
        last = kept[-1] if kept else None
        if last is not None and _is_hedge(last, one, text):
            kept[-1] = Found(Span(last.span.start, one.span.end), one.term, one.stated)
        else:
            kept.append(one)
    return kept


def _is_hedge(one: Found, following: Found, text: str) -> bool:
    gap = _GAP if one.term is Term.LIKELY else _BLANK
    return gap.fullmatch(text, one.span.end, following.span.start) is not None


def _estimate(found: Found, text: str, section: Likelihood) -> Estimate:
    if found.stated is not None:
        return Estimate(found.span, found.term, STATED, *found.stated)
    scale = scales()[section.scale]
    phrase = " ".join(found.span.of(text).lower().split())
    return Estimate(found.span, found.term, scale.name, *scale.band(found.term, phrase))
