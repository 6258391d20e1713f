"""The bodies that a phrase names: ministries, agencies, outlets, countries that speak."""

from __future__ import annotations

import re
from functools import cache

from redite.lang.speakers import Speakers
from redite.text.nominals.words import QUOTED, Token, bare, in_any, in_quotes, tokens
from redite.text.nominative import LANGUAGES, is_place, is_somebody, readings
from redite.text.places import find_places
from redite.values import Span

_OF_A_HEAD = ("ова", "ева", "ёва", "єва", "їва", "ина", "іна", "ского", "цкого", "ського", "цького")
"""Ends of surnames in the genitive."""
_ACRONYM = re.compile(r"[^\W\d_]{2,8}")
_DEFINITION = re.compile(r"\(([^\W\d_]{2,8})\)")


def known_body(phrase: str, telling: list[Token], data: Speakers) -> tuple[Span, str] | None:
    """Return a body known by name, or an acronym, with where it stands."""
    for at, token in enumerate(telling):
        for length in (4, 3, 2, 1):
            piece = telling[at : at + length]
            if len(piece) < length:
                continue
            span = Span(token.span.start, piece[-1].span.end)
            form = " ".join(bare(phrase[span.start : span.end], data).casefold().split())
            if form in data.bodies and (token.capital or not token.text[0].isascii()):
                return span, data.bodies[form]
    for token in telling:
        if (
            token.acronym
            and _ACRONYM.fullmatch(token.text)
            and token.text.casefold() not in data.title_words
        ):
            return token.span, token.text
    return None


def defines(phrase: str, name: Span) -> bool:
    """Say whether a short form in brackets behind a name begins like it: only bodies have one."""
    short = _DEFINITION.match(phrase[name.end :].lstrip())
    if short is None or not short.group(1).isupper():
        return False
    return any(word.startswith(short.group(1)[0]) for word in name.of(phrase).split())


def is_outlet(phrase: str, name: Span, data: Speakers) -> bool:
    """Say whether a run of capitals names a body, not a person."""
    inside = tokens(phrase, name.start, name.end)
    whole = phrase[name.start : name.end].casefold()
    return whole in data.bodies or any(t.text in data.organisation_words for t in inside)


def is_generic(telling: list[Token], phrase: str, data: Speakers) -> bool:
    """Say whether a phrase means a body named before: its sort stands alone ("the ministry")."""
    if not telling or telling[0].text not in data.generic_words:
        return False
    rest = phrase[telling[0].span.end :].strip()
    return not rest or rest.startswith(in_any("generic_then"))


def body_name(
    phrase: str,
    telling: list[Token],
    data: Speakers,
    language: str | None,
    body: tuple[Span, str] | None,
) -> str:
    """Return the body's name without articles, members and documents before it."""
    if _several(phrase, data):
        return phrase.strip()
    definition = _DEFINITION.search(phrase)
    apposed = phrase.rfind(", ")
    if apposed > 0 and definition is None:
        tail = phrase[apposed + 2 :].strip()
        if tail[:1].isupper() and len(tail.split()) <= 4:
            return data.bodies.get(tail.casefold(), tail)
    quoted = QUOTED.search(phrase)
    if definition is None and (name := _carried(phrase, telling, data, language)):
        if quoted is not None and quoted.group(1) == name:
            return quoted_name(phrase, name, data, language)
        return data.bodies.get(name.casefold(), name)
    if quoted and definition is None:
        outside = [t for t in telling if not quoted.start() <= t.span.start < quoted.end()]
        if all(not t.capital or t.text in data.organisation_words for t in outside):
            return quoted_name(phrase, quoted.group(1), data, language)
    kept = _without_paper(telling, data, language)
    while len(kept) > 1 and _leads(kept, data, language, defined=definition is not None):
        kept.pop(0)
    if len(kept) == 2 and kept[0].acronym and _heads(kept[1].text, language):
        kept.pop()
    name = phrase[kept[0].span.start : kept[-1].span.end]
    if definition and definition.start() > kept[0].span.start:
        name = phrase[kept[0].span.start : definition.end()]
    if body is not None and definition is None:
        others = [t for t in kept if not body[0].contains(t.span)]
        telling_others = [
            t
            for t in others
            if t.text in data.organisation_words and t.text not in data.generic_words
        ]
        if not telling_others and (not others or body[1] in data.names):
            return body[1]
    return _unquoted(phrase, name)


def _heads(word: str, language: str | None) -> bool:
    """Say whether a word behind a short form is its head's surname ("МВД Кременова"), and no part
    of the body's name."""
    named = [one for one in readings(word, language) if one.proper and not one.plural]
    owner = word.endswith(_OF_A_HEAD) and any("gent" in one.cases for one in named)
    return owner and not (is_place(word, language) or find_places(word, language))


def _unquoted(phrase: str, name: str) -> str:
    """Return a name without marks around it; one in it that opens is closed as in the phrase."""
    called = name.strip(' «»"“”„')
    if called.count("(") > called.count(")"):
        called = called.rpartition("(")[0].rstrip()
    inner = QUOTED.search(phrase, phrase.find(called))
    ends = inner is not None and phrase[: inner.end() - 1].endswith(called)
    return called + inner.group()[-1] if inner and ends and inner.group()[0] in called else called


def quoted_name(phrase: str, name: str, data: Speakers, language: str | None) -> str:
    """Return the name of a body that stands in quotation marks; with its noun where it is a place's
    or an adjective (the channel "Hallen")."""
    start = phrase.find(name) - 1
    before = tokens(phrase, 0, max(0, start))
    adjective = any(one.part == "ADJF" for one in readings(name, language))
    paper = bool(before) and before[-1].text in data.document_words
    if (
        before
        and not paper
        and (adjective or is_place(name, language) or find_places(name, language))
    ):
        return phrase[before[-1].span.start : start + len(name) + 2]
    return data.bodies.get(name.casefold(), name)


def _leads(kept: list[Token], data: Speakers, language: str | None, *, defined: bool) -> bool:
    """Say whether the first word is no part of the name: a possessive, members, a paper."""
    first, behind = kept[0], kept[1]
    lower = first.text.casefold()
    if any(lower in whose for whose in (data.he, data.she, data.they, data.whose)):
        return any(token.capital for token in kept[1:])  # but "her office" names none
    if is_somebody(behind.text, language):
        return False  # "the press service of the president"
    body = first.text in data.organisation_words
    return (
        first.text in data.member_words
        or first.text in data.document_words
        or (first.text in data.unnamed_words and not body)
        or (defined and not first.capital and not body)
    )


def _without_paper(telling: list[Token], data: Speakers, language: str | None) -> list[Token]:
    """Leave out a paper of the body's and its adjectives ("the latest statement of the bank")."""
    for at, token in enumerate(telling[:-1]):
        if token.text in data.document_words:
            somebody = is_somebody(telling[at + 1].text, language)
            return list(telling) if somebody else telling[at + 1 :]
        if (at and token.capital) or token.text in data.organisation_words:
            break
    return list(telling)


def _several(phrase: str, data: Speakers) -> bool:
    """Say whether the phrase is a list of bodies ("Tarsk, Hallen and Quor")."""
    pieces = [p.strip() for p in _list_marks().split(phrase)]
    return len(pieces) > 1 and all(p.casefold() in data.bodies for p in pieces)


@cache
def _list_marks() -> re.Pattern[str]:
    return re.compile("|".join([",", *(f" {re.escape(word)} " for word in in_any("joining"))]))


def is_complement(word: str, language: str | None) -> bool:
    """Say whether a capital says whose the noun before it is ("агентство Велмории"): no
    nominative, as the name of an outlet is."""
    known = (
        readings(word, language)
        if language in LANGUAGES and not (word.isascii() or word.isupper())
        else ()
    )
    return bool(known) and not any("nomn" in one.cases for one in known)


def _carried(phrase: str, telling: list[Token], data: Speakers, language: str | None) -> str:
    """Return the name right behind a noun that only says what sort of body it is, or ""."""
    for at, token in enumerate(telling):
        if token.text not in data.carrier_words:
            continue
        if any(t.capital for t in telling[1:at]) or in_quotes(phrase, token.span):
            return ""
        rest = phrase[token.span.end :]
        quoted = QUOTED.match(rest.lstrip())
        if quoted:
            return quoted.group(1)
        if at and telling[at - 1].capital:
            return ""  # "Новая газета" is a name itself
        run: list[Token] = []
        for word in tokens(phrase, token.span.end):
            before = run[-1].span.end if run else token.span.end
            if not word.capital or phrase[before : word.span.start].strip(" -"):
                break
            run.append(word)
        if run and is_complement(run[0].text, language):
            return ""
        if run:
            return phrase[run[0].span.start : run[-1].span.end]
    return ""
