"""Words and marks of a text, with markup, emoji and invisible characters stepped over.

Chats keep their markup in the text (`**bold**`, `[words](address)`). It makes no tokens, so that
spans made from tokens never begin or end with it; their offsets count in the unchanged text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from redite.lang import begun, languages, words
from redite.lang.attribution import Attribution

_INVISIBLE = "\u00ad\u200b-\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069"
_LETTERS = rf"[^\W_](?:[^\W_]|[{_INVISIBLE}\u0300-\u036f])*"
_DROP = re.compile(rf"[{_INVISIBLE}\u0301]")
_MARKS = frozenset(".,;:!?…-–—−()[]«»„“”\"‘’‚'/•▪■●%&+")
_DASHES = frozenset("-–—−")


@cache
def _finder() -> Callable[[str], Iterator[re.Match[str]]]:
    """Return what finds tokens: the words of every language at once, since a text may hold more
    than one, and is split before anybody asks for its language."""
    sections = [words(code, "attribution", Attribution) for code in languages() + begun()]
    elided = _one_of(word for section in sections for word in section.elided)
    pronoun = _one_of(word for section in sections for word in section.inverted) + r"\b"
    link = _one_of(word for section in sections for word in section.inverted_link)
    return re.compile(
        rf"""
        (?P<skip> \]\([^)\s]{{1,400}}\) | \[(?=[^\[\]\n]{{1,200}}\]\() | \*{{1,3}} | __ | ~~ | ` )
      | (?P<url> https?://\S{{1,400}} | @\w{{2,}} | \#\w+ )
      | (?P<elided> (?<!\w){elided}['’](?=\w|[ \u00a0\u202f]?«|“) )
      | (?P<number> \d+(?:[.,:]\d+)*(?![^\W_]) )
      | (?P<initials> (?:(?<!\w)[^\W\d_]\.){{2,5}} )
      | (?P<word> {_LETTERS}(?: (?:-(?!(?:{link}-)?{pronoun})|[‑]|['’](?!s\b)) {_LETTERS})* )
      | (?P<inverted> -(?:{link}-)?(?={pronoun}) )
      | (?P<possessive> ['’]s\b )
      | (?P<mark> \.{{2,}} | [^\w\s] )
        """,
        re.VERBOSE | re.IGNORECASE,
    ).finditer


def _one_of(entries: Iterable[str]) -> str:
    listed = sorted(set(entries))
    return f"(?:{'|'.join(map(re.escape, listed))})" if listed else "(?!)"


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark; `key` is what it is looked up by."""

    start: int
    end: int
    key: str
    word: bool
    capital: bool


def tokens(text: str) -> list[Token]:
    """Return the tokens of `text` in order. Time is linear in the length of the text."""
    found = []
    for match in _finder()(text):
        kind = match.lastgroup
        if kind in ("skip", "inverted"):
            continue
        part = match.group()
        if kind != "mark":
            key = part.lower() if kind == "url" else key_of(part)
            found.append(Token(match.start(), match.end(), key, True, part[:1].isupper()))
        elif part[0] in _MARKS:
            found.append(Token(match.start(), match.end(), _mark(part), False, False))
    return found


def _mark(part: str) -> str:
    if part in _DASHES:
        return "—"
    return "…" if part.startswith("..") else part


def key_of(word: str) -> str:
    """Return the form under which `word` is looked up: lower case, without accents of stress.

    >>> key_of("Подчёркивает"), key_of("n’")
    ('подчеркивает', "n'")
    """
    if word.isascii():
        return word.lower()
    plain = _DROP.sub("", word).lower().replace("’", "'").replace("‑", "-").replace("ё", "е")
    return unicodedata.normalize("NFC", plain)


def keys_of(phrase: str) -> tuple[str, ...]:
    """Return the keys of the words of `phrase`."""
    if phrase.endswith("'"):
        # An elided word is a token of its own only before another word.
        return tuple(token.key for token in tokens(phrase + "x")[:-1])
    return tuple(token.key for token in tokens(phrase))
