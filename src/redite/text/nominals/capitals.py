"""Rules for one capital, and for phrases without any."""

from __future__ import annotations

import re
from dataclasses import replace

from redite.lang.speakers import Speakers
from redite.names.given import is_given
from redite.offices import is_listed_surname
from redite.text.nominals.phrase import Phrase
from redite.text.nominals.sorts import Nominal, Sort
from redite.text.nominals.words import QUOTED, Token, data_for, in_any, in_quotes
from redite.text.nominative import (
    is_body_name,
    is_given_name,
    is_no_name,
    is_place,
    is_plural_noun,
    nominative,
)
from redite.text.places import find_places
from redite.values import Span

_MARKED = re.compile(r"[«„“\"]([^«»„“”\"\n]{2,60})[»“”\"]?")
_TOO_LONG = 7
"""Letters of a plural noun; few surnames that end like one have as many ("Peters")."""


def single_name(p: Phrase) -> Nominal | None:
    """A surname alone, a quoted name, or a capital that is no name at all."""
    if not p.runs:
        return None
    run = _name_in(p)
    before = [t for t in p.found if t.span.end <= run.start]
    if not p.roles and _is_common(p.text, run, p.found, p.language):
        return described(p)
    for name in QUOTED.finditer(p.text):
        if name.start(1) <= run.start and run.end <= name.end(1):
            return p.quoted(name.group(1))
    if not before and run.end == len(p.text.rstrip()) and are_several(run.of(p.text), p.data):
        return p.some(Sort.UNNAMED, plural=True)
    if is_body_name(run.of(p.text), p.language):
        return p.organisation(nominative(run.of(p.text), p.language))
    if not p.roles and _never_before_names(p, before, run):
        called = p.text[run.start : p.telling[-1].span.end] if len(before) < 2 else run.of(p.text)
        return p.organisation(nominative(called, p.language))
    if not p.roles and before and before[-1].capital and _is_adjective(before[-1].text, p.data):
        return p.organisation(p.text[before[-1].span.start : run.end])
    return p.one(Sort.PERSON, run.of(p.text))


def in_marks(p: Phrase) -> Nominal | None:
    """A name that is all in quotation marks, of which a tagger may have left one out."""
    found = _MARKED.fullmatch(p.text.strip())
    return p.quoted(found.group(1)) if found and found.group(1)[0].isupper() else None


def are_several(word: str, data: Speakers) -> bool:
    """Say whether a word ends like a noun for several people, and is too long for a surname."""
    long = len(word) >= _TOO_LONG and word.endswith(data.plural_nouns or ("\0",))
    return long and not is_given(word) and not is_listed_surname(word)


def nameless(p: Phrase) -> Nominal | None:
    """A role behind a body, a quoted name without capitals, an acronym."""
    if p.roles:
        return p.one(Sort.ROLE)
    if name := QUOTED.search(p.text):
        return p.organisation(name.group(1))
    acronym = next((t.text for t in p.telling if t.acronym), None)
    return None if acronym is None else p.organisation(acronym)


def described(p: Phrase) -> Nominal:
    """Somebody known ("the diplomat"), a body, or nobody by name: common nouns.

    One noun takes up somebody; with more beside it the phrase is no pronoun any more, but a body
    ("the maritime chamber") or, where it begins like one of several, somebody unnamed.
    """
    first = p.telling[0]
    before = [t.text.casefold() for t in p.found if t.span.end <= first.span.start]
    if any(word in p.data.neuter for word in before):
        return p.organisation(p.text[first.span.start :].strip())
    if first.text in p.data.taking_up_words and len(p.telling) == 1:
        return p.one(Sort.DESCRIPTION)
    if not before or any(word in in_any("single") for word in before):
        return p.one(Sort.UNNAMED)
    several = any(word in p.data.plural_articles for word in before)
    several = several or is_plural_noun(first.text, p.language)
    if several or first.text.endswith(p.data.plural_nouns or ("\0",)):
        return p.some(Sort.DESCRIPTION, plural=True)
    sex = "f" if before[-1] in p.data.female_articles else None
    sex = sex or ("m" if before[-1] in p.data.male_articles else None)
    return replace(p.one(Sort.DESCRIPTION), gender=p.gender or sex)


def _name_in(p: Phrase) -> Span:
    """Return the last name of a phrase; one that is a place gives way to a given name before it."""
    last, word = p.runs[-1], p.runs[-1].of(p.text)
    if not (is_place(word, p.language) or find_places(word, p.language)):
        return last
    called = (r for r in reversed(p.runs) if is_given_name(r.of(p.text), p.language))
    return next(called, last)


def _never_before_names(p: Phrase, before: list[Token], run: Span) -> bool:
    """Say whether a word stands right before a capital that stands before nobody's name."""
    elided = p.text[: run.start].casefold().strip().replace("’", "'") in ("l'", "d'")
    return elided or bool(before and before[-1].text.casefold() in p.data.placing)


def _is_adjective(word: str, data: Speakers) -> bool:
    return word.casefold().endswith(data.adjective_endings or ("\0",))


def _is_common(phrase: str, run: Span, found: list[Token], language: str | None) -> bool:
    """Say whether one capital word is no name: where it stands tells, or the dictionary.

    It belongs to the noun before it ("eine Mutter aus Lipnov"), or begins a sentence.
    """
    data = data_for(language)
    if " " in phrase[run.start : run.end].strip() or in_quotes(phrase, run):
        return False
    word = phrase[run.start : run.end]
    before = [t for t in found if t.span.end <= run.start]
    behind = [t for t in found if t.span.start >= run.end]
    heads = [t for t in before if t.text.casefold() not in data.small_words]
    if heads and before and before[-1].text.casefold() in data.linking_words:
        return True
    if (
        data.determiners  # in a language where every noun has a capital
        and before
        and (
            before[-1].text.casefold() in data.determiner_words
            or (heads and heads[-1] is before[-1] and not before[-1].capital)
        )
    ):
        return True
    if not before and behind and not behind[0].capital and not data.determiners:
        gap = phrase[run.end : behind[0].span.start]
        if not gap.strip() and behind[0].text.casefold() not in data.small_words:
            return not is_given_name(word, language)
    return is_no_name(word, language) and not is_listed_surname(word)
