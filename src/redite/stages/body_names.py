"""The bodies that an article names with a noun of their sort: "Selmar Institute", "Centre Périgée".

Later it calls them by half of that: "Selmar", "the institute".
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from redite.lang.speakers import Speakers
from redite.names.sounds import sounds
from redite.text.nominals import Token, data_for, tokens
from redite.text.nominative import begins_no_name
from redite.values import Span

_LONGEST = 6
"""Words that are read on either side of the noun."""
_LOOKED_AT = 200
"""Bodies that are looked at before a place; work must stay bounded."""
_QUOTES = '«„“"'


@dataclass(frozen=True, slots=True)
class NamedBodies:
    """Names of bodies in a text, with the noun and where they stand, in text order."""

    text: str
    named: tuple[tuple[Span, str], ...]
    own: dict[str, str]
    """Names by the sounds of the one word that is not the noun; "" where several share it."""

    def alone(self, word: str) -> str:
        """Return the body whose own word stands alone, or ""."""
        return self.own.get(sounds(word), "") if " " not in word else ""

    def with_noun(self, noun: str, at: int) -> str:
        """Return the body with this noun that is named last before a place, or ""."""
        stem = noun.casefold()[: max(4, len(noun) - 1)]
        if len(noun) < 4:
            return ""
        end = bisect_left(self.named, at, key=lambda one: one[0].start)
        for span, head in reversed(self.named[max(0, end - _LOOKED_AT) : end]):
            if head.casefold().startswith(stem):
                return span.of(self.text)
        return ""


@lru_cache(maxsize=4)
def named_bodies(text: str, language: str | None) -> NamedBodies:
    """Return the bodies that a text names."""
    data = data_for(language)
    found = tokens(text)
    named: list[tuple[Span, str]] = []
    own: dict[str, str] = {}
    for at, token in enumerate(found):
        if token.text not in data.organisation_words:
            continue
        span, telling = _around(found, at, text, language, data)
        if not telling:
            continue
        named.append((_own_part(span, telling, token, data), token.text))
        if token.text in data.carrier_words:
            continue  # the name of an outlet stands by itself
        if len(telling) == 1 and not telling[0].acronym:
            key = sounds(telling[0].text)
            name = span.of(text)
            if own.setdefault(key, name) != name and len(name) < len(own[key]):
                own[key] = name
    return NamedBodies(text, tuple(sorted(named, key=lambda one: one[0].start)), own)


def _around(
    found: Sequence[Token], at: int, text: str, language: str | None, data: Speakers
) -> tuple[Span, list[Token]]:
    """Return the name around a noun, and its capital words besides the noun."""
    first = last = at
    while (
        first > max(0, at - _LONGEST)
        and _joined(found, first - 1, text)
        and _own(found[first - 1], language, data)
    ):
        first -= 1
    if first == at and not _held(found, at, text, data):
        while last + 1 < min(len(found), at + _LONGEST) and _joined(found, last, text):
            following = found[last + 1]
            if not (following.capital or following.text.casefold() in data.linking_words):
                break
            last += 1
        while last > at and not found[last].capital:
            last -= 1
    telling = [t for n, t in enumerate(found[first : last + 1], first) if n != at and t.capital]
    end = found[last].span.end
    if text[end : end + 1] in tuple('»”“"') and any(
        q in text[found[at].span.end : end] for q in _QUOTES
    ):
        end += 1
    return Span(found[first].span.start, end), telling


def _held(found: Sequence[Token], at: int, text: str, data: Speakers) -> bool:
    """Say whether a noun is a body's name by itself, and what follows that of who holds an office
    there: "спикер Госдумы Володин"."""
    if data.determiners or not found[at].capital or at == 0 or not _joined(found, at - 1, text):
        return False
    return data.is_role(found[at - 1].text)


def _own_part(span: Span, telling: Sequence[Token], noun: Token, data: Speakers) -> Span:
    """Return a name without a noun that only tells of what sort the body is ("the agency X")."""
    if noun.text not in data.carrier_words or telling[0].span.start < noun.span.start:
        return span
    return Span(telling[0].span.start, telling[-1].span.end)


def _own(token: Token, language: str | None, data: Speakers) -> bool:
    return (
        token.capital
        and not begins_no_name(token.text, language)
        and token.text.casefold() not in data.small_words
        and not data.is_role(token.text)
    )


def _joined(found: Sequence[Token], at: int, text: str) -> bool:
    """Say whether nothing but a blank or an opening quotation mark parts two words."""
    gap = text[found[at].span.end : found[at + 1].span.start]
    return gap.strip(" -\u00a0") in ("", *_QUOTES)
