"""Rules for phrases that name a person, or somebody by an office."""

from __future__ import annotations

from dataclasses import replace

from redite.names.given import is_given
from redite.text.heads import head_of
from redite.text.nominals.bodies import defines, is_outlet
from redite.text.nominals.phrase import Phrase
from redite.text.nominals.sexes import sex_told
from redite.text.nominals.sorts import Nominal, Sort
from redite.text.nominals.words import QUOTED, Token, data_for
from redite.text.nominative import (
    LANGUAGES,
    is_animate_noun,
    is_dependent,
    is_given_name,
    is_no_name,
    is_place,
    is_plural_noun,
    nominative,
    readings,
)
from redite.text.places import find_places
from redite.values import Span

_SURNAMES = ("ов", "ев", "ёв", "їв")
"""Ends of surnames that are ends of nouns for several as well."""
_DEPARTMENT = 3
"""Words that say of what somebody is the minister."""


def of_a_name(p: Phrase) -> Nominal | None:
    """Something or somebody of the one named, whom nobody names ("защита Далковой")."""
    if p.language not in LANGUAGES or p.roles or p.bodies or p.body or p.anonymous or p.members:
        return None
    head = head_of([token.text for token in p.found], p.language)
    if head is None or not is_no_name(head.word, p.language):
        return None
    if head.word in p.data.document_words or head.word in p.data.owner_words:
        return None
    after = p.found[head.at].span.end
    name = next((run for run in p.runs if _owned(p.text[after : run.start], p.language)), None)
    if name is None or name.start < after or p.text[name.start].isascii():
        return None
    things = not is_animate_noun(head.word, p.language)
    related = head.word in p.data.related_words
    if things or is_dependent(name.of(p.text), head.word, p.language, related=related):
        return p.some(Sort.UNNAMED, plural=is_plural_noun(head.word, p.language))
    return None


def _owned(between: str, language: str | None) -> bool:
    """Say whether nothing, or one noun in the genitive ("сторона защиты Кременова"), stands
    between a noun and whose it is."""
    words = between.split()
    if len(words) != 1:
        return not words
    known = readings(words[0], language)
    return words[0].islower() and any(one.noun and "gent" in one.cases for one in known)


def person(p: Phrase) -> Nominal | None:
    """A full name, unless a body's noun before it makes it part of that body's name."""
    if not p.people:
        return None
    first = p.people[0]
    if _of_somebody(p, first) or defines(p.text, first):
        return None
    if _led(p, first) and not _apposed(p.text, first) and not _own_name(p, first):
        return None
    best = _best_person(p.people, p.roles, p.text)
    if is_outlet(p.text, best, p.data) and not p.roles:
        return None
    return p.one(Sort.PERSON, best.of(p.text))


def holder(p: Phrase) -> Nominal | None:
    """A surname behind an office and the body that it is held in ("глава «Тарскнефти» Велеш")."""
    if not p.roles or not p.runs or p.language not in LANGUAGES:
        return None
    name, role = p.runs[-1], p.roles[-1]
    if _led(p, name):
        return None
    gap = p.text[role.span.end : name.start]
    bodies = [
        w
        for w in gap.split()
        if w in p.data.organisation_words or w.isupper() or _place(w, p.language)
    ]
    left = [w for w in QUOTED.sub(" ", gap).split() if w not in bodies]
    # "Министр обороны Велеш", but no "представитель из Тарска".
    small = p.data.linking_words | p.data.small_words
    said = [w for w in left if w in small or not (w.islower() or _adjective(w, p.language))]
    if (
        not gap.strip()
        or said
        or len(left) > _DEPARTMENT
        or name.end < len(p.text.rstrip())
        or gap.strip() == ","
    ):
        return None
    word = name.of(p.text)
    # "Рябков" is a sort of grouse as well, but no body's complement ends like it.
    surname = bool(bodies) and word.endswith(_SURNAMES)
    if is_no_name(word, p.language) and not surname:
        return None
    # The office has its complement: a strange name behind it is hardly another one.
    strange = bool(bodies) and not any(one.sure for one in readings(word, p.language))
    either = strange and word.endswith(p.data.either_case)
    declined = not (either or surname) and is_dependent(word, role.text, p.language)
    return None if declined else p.one(Sort.PERSON, word)


def _adjective(word: str, language: str | None) -> bool:
    """Say whether a word describes a noun, with or without a capital ("Портовой комиссии")."""
    known = readings(word, language)
    return bool(known) and all(one.part == "ADJF" and "nomn" not in one.cases for one in known)


def _place(word: str, language: str | None) -> bool:
    return bool(find_places(word, language)) or is_place(word, language)


def office(p: Phrase) -> Nominal | None:
    """A role that stands before any body, and before no single name of whoever holds it."""
    if not p.roles:
        return None
    if p.found[0].text.casefold() in p.data.single and not p.runs:
        return p.some(Sort.UNNAMED, plural=False)
    at = p.roles[0].span.start
    if (p.bodies and at > p.bodies[0].span.start) or (p.body and at > p.body[0].start):
        return None
    if _alone_capital(p.runs, p.roles, p.text, p.language) and not _of_holder(p):
        return None
    sex = sex_told([token.text for token in p.found], p.language)
    return replace(p.one(Sort.ROLE), gender=sex)


def _best_person(people: list[Span], roles: list[Token], phrase: str) -> Span:
    """Return the name beside its role: what stands before is a place or a body."""
    if not roles:
        called = (one for one in people if is_given(one.of(phrase).split()[0]))
        return next(called, people[0])
    before_role = [p for p in people if p.end <= roles[0].span.start]
    if before_role and "," in phrase[before_role[0].end : roles[0].span.start]:
        return before_role[0]
    after = [p for p in people if p.start >= roles[0].span.end]
    return after[-1] if after else people[0]


def _of_somebody(p: Phrase, name: Span) -> bool:
    """Say whether a phrase means somebody else, who belongs to the one named ("her lawyer")."""
    head = p.telling[0]
    if head.span.start >= name.start or _apposed(p.text, name):
        return False
    before = [t.text.casefold() for t in p.found if t.span.end <= name.start]
    if head.text in p.data.unnamed_words and not p.data.is_role(head.text) and len(before) > 1:
        return True
    anonymous = any(token.span.end <= name.start for token in p.anonymous)
    if anonymous and before[-1] in p.data.linking_words:
        return True
    given = name.of(p.text).split()[0]
    if before[-1] in p.data.linking_words and is_given(given) and not p.bodies:
        return True
    nearest = [t for t in p.telling if t.span.end <= name.start][-1]
    named = nearest.capital and not p.data.is_role(nearest.text)
    if named or not (is_given(given) or is_given_name(given, p.language)):
        return False
    return is_dependent(name.of(p.text), nearest.text, p.language)


def _of_holder(p: Phrase) -> bool:
    """Say whether the last of several offices only tells whose the first is ("an adviser to
    President Dalkova")."""
    first, last = p.roles[0], p.roles[-1]
    if first is last:
        return False
    if p.runs and p.runs[-1].start > last.span.start and _bears(p.runs[-1].of(p.text), p.language):
        return False  # "помощник президента Кременов"
    between = [t for t in p.found if first.span.end <= t.span.start < last.span.start]
    linked = any(t.text.casefold() in p.data.linking_words for t in between)
    if linked:
        return between[-1].text.casefold() in p.data.linking_words | p.data.small_words
    return not between and is_dependent(last.text, first.text, p.language)


def _bears(word: str, language: str | None) -> bool:
    """Say whether a name can only be a subject: whose the office is would be in the genitive."""
    told = [one for one in readings(word, language) if one.proper and not one.plural]
    return bool(told) and all("nomn" in one.cases for one in told)


def _led(p: Phrase, name: Span) -> bool:
    """Say whether a noun for a body stands before a name, with none but its holder's title between
    ("the administration of President Irena Dalkova")."""
    if not p.bodies or p.bodies[0].span.start > name.start:
        return False
    head = head_of([token.text for token in p.found], p.language)
    if head is not None and is_animate_noun(head.word, p.language):
        return False  # "смотритель порта Милос Тарн"
    if not p.roles:
        return True
    role = p.roles[0]
    between = [t for t in p.found if p.bodies[0].span.end <= t.span.start < role.span.start]
    gap = p.text[p.bodies[0].span.end : role.span.start]
    if role.span.start < p.bodies[0].span.end or role.span.start > name.start or "," in gap:
        return False
    linked = bool(between) and all(t.text.casefold() in p.data.small_words for t in between)
    read = [one for one in readings(role.text, p.language) if one.noun]
    return linked or (
        bool(read) and not any("nomn" in one.cases and not one.plural for one in read)
    )


def _own_name(p: Phrase, name: Span) -> bool:
    """Say whether a name behind a body's is no part of it: it is in the nominative."""
    words = name.of(p.text)
    first = words.split()[0]
    # "Джо" is the same in every case and tells nothing.
    told = not any("gent" in one.cases and not one.plural for one in readings(first, p.language))
    return told and is_given_name(first, p.language) and nominative(words, p.language) == words


def _apposed(phrase: str, name: Span) -> bool:
    return phrase[: name.start].rstrip().endswith(",")


def _alone_capital(runs: list[Span], roles: list[Token], phrase: str, language: str | None) -> bool:
    """Say whether a single name follows the role directly ("President Dalkova").

    A declined name after a role that is not belongs to somebody else ("советник Далковой").
    """
    related = roles[-1].text in data_for(language).related_words
    return any(
        run.start >= roles[-1].span.end
        and not phrase[roles[-1].span.end : run.start].strip(" ,.")
        and not is_dependent(phrase[run.start : run.end], roles[-1].text, language, related=related)
        for run in runs
    )
