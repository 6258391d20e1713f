"""A phrase as words, and the lists of a language about those who speak."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from redite.lang import languages, words
from redite.lang.speakers import Speakers
from redite.values import Span

QUOTED = re.compile(r"[«„“\"]([^«»„“”\"\n]{2,60})[»“”\"]")
_TOKEN = re.compile(r"[^\W_](?:\w|['’ʼ\u0301-](?=\w)|\.(?=\w))*")
_COINED = re.compile(r"\b[A-ZА-ЯЁІЇЄҐ]\w{0,30}[a-zа-яёіїєґ][A-ZА-ЯЁІЇЄҐ]")
_ELISION = re.compile(r"(?:l|d|qu|s|n|j|c|m|t)['’]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a phrase; offsets count in the phrase."""

    text: str
    span: Span

    @property
    def capital(self) -> bool:
        """Say whether it begins with a capital."""
        return self.text[0].isupper()

    @property
    def acronym(self) -> bool:
        """Say whether it is written in capitals throughout ("МИД", "IBS", "U.N")."""
        return is_acronym(self.text)


def is_acronym(word: str) -> bool:
    """Say whether a word is two to eight capitals, with or without full stops."""
    bare = word.replace(".", "")
    return 2 <= len(bare) <= 8 and bare.isupper()


def is_coined(word: str) -> bool:
    """Say whether a word has capitals inside, as only bodies do ("DeepState", "АвтоВАЗ")."""
    return bool(_COINED.search(word)) and not word.startswith(("Mc", "Mac", "O’", "O'"))


def in_foreign_letters(name: str, language: str | None) -> bool:
    """Say whether a name is in Latin letters where people's names are put into Cyrillic ones."""
    return language in ("ru", "uk") and name.isascii()


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Return the words of a text; French elisions are cut off, so that l'IBS gives "IBS"."""
    out = []
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        word = without_elision(match.group())
        out.append(Token(word, Span(match.end() - len(word), match.end())))
    return out


def without_elision(word: str) -> str:
    """Return a word without what French writes together with it: "l'IBS" gives "IBS"."""
    elision = _ELISION.match(word)
    return word[elision.end() :] if elision and len(word) > elision.end() else word


def data_for(language: str | None) -> Speakers:
    """Return the words of `language`; English stands in where the language is not known."""
    return words(language if language in languages() else "en", "speakers", Speakers)


@cache
def pronouns(language: str | None) -> frozenset[str]:
    """Return the pronouns, possessives with them, that stand for somebody named elsewhere."""
    data = data_for(language)
    return frozenset((*data.he, *data.she, *data.they))


@cache
def in_any(key: str) -> tuple[str, ...]:
    """Return the entries of one list in all languages: phrases of other languages come too."""
    sections = [words(code, "speakers", Speakers) for code in languages()]
    return tuple(sorted({entry for section in sections for entry in getattr(section, key)}))


def in_quotes(phrase: str, span: Span) -> bool:
    """Say whether a piece of `phrase` stands between quotation marks."""
    return any(m.start(1) <= span.start and span.end <= m.end(1) for m in QUOTED.finditer(phrase))


def bare(word: str, data: Speakers) -> str:
    """Return a word without the ending that makes it a possessor ("Velmora's")."""
    for ending in data.possessive:
        if word.endswith(ending):
            return word.removesuffix(ending)
    return word
