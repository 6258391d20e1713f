"""Words and marks of a text, with markup, emoji and invisible characters stepped over.

Chats keep their markup in the text (`**bold**`, `[words](address)`). It makes no tokens, so that
spans made from tokens never begin or end with it; their offsets count in the unchanged text.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_INVISIBLE = "\u00ad\u200b-\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069"
_LETTERS = rf"[^\W_](?:[^\W_]|[{_INVISIBLE}\u0300-\u036f])*"
_PRONOUN = r"(?:ils|elles|il|elle|on)\b"

_TOKEN = re.compile(
    rf"""
    (?P<skip> \]\([^)\s]{{1,400}}\) | \[(?=[^\[\]\n]{{1,200}}\]\() | \*{{1,3}} | __ | ~~ | ` )
  | (?P<url> https?://\S{{1,400}} | @\w{{2,}} | \#\w+ )
  | (?P<elided> (?<!\w)(?:[ldnsjmtcç]|qu|lorsqu|puisqu|jusqu|quoiqu)['’](?=\w|[ \u00a0\u202f]?«|“) )
  | (?P<number> \d+(?:[.,:]\d+)*(?![^\W_]) )
  | (?P<initials> (?:(?<!\w)[^\W\d_]\.){{2,5}} )
  | (?P<word> {_LETTERS}(?: (?:-(?!(?:t-)?{_PRONOUN})|[‑]|['’](?!s\b)) {_LETTERS})* )
  | (?P<inverted> -(?:t-)?(?={_PRONOUN}) )
  | (?P<possessive> ['’]s\b )
  | (?P<mark> \.{{2,}} | [^\w\s] )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_DROP = re.compile(rf"[{_INVISIBLE}\u0301]")
_MARKS = frozenset(".,;:!?…-–—−()[]«»„“”\"‘’‚'/•▪■●%&+")
_DASHES = frozenset("-–—−")


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
    for match in _TOKEN.finditer(text):
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
