"""The words behind a marker, up to the first mark that ends a phrase."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from redite.text.context.grammar import Grammar

_LONGEST = 22
"""Words of an event."""
REACH = 260
"""Code points in which an event must end."""
_TOKEN = re.compile(r"[^\W_]+(?:['-][^\W_]+)*|\S")
_END = re.compile(r"[,;:!?\n()…«»“”„\"—–]|\.(?=\s|$)|\s-\s")
OPENING_QUOTES = '«“„"'
_CLOSING_QUOTES = '»”“"'


@dataclass(frozen=True, slots=True)
class Token:
    """A word, or a name in quotation marks as one."""

    word: str
    start: int
    end: int

    @property
    def lower(self) -> str:
        """The word in lower case."""
        return self.word.lower()


def tokens(read: str, start: int, grammar: Grammar) -> list[Token]:
    """Return the words up to the first mark that ends a phrase; quoted names belong to it."""
    out: list[Token] = []
    at = start
    limit = min(len(read), start + REACH)
    while len(out) < _LONGEST:
        match = _TOKEN.search(read, at, limit)
        if match is None:
            break
        word = match.group()
        if word[0] in OPENING_QUOTES and out:
            close = _closing(read, match.end(), limit)
            if close is None:
                break
            out.append(Token(read[match.start() : close], match.start(), close))
            at = close
            continue
        if _END.match(read, match.start()) or not word[0].isalnum():
            break
        out += _parts(match, grammar)
        at = match.end()
    return out


def _parts(match: re.Match[str], grammar: Grammar) -> Iterator[Token]:
    """Yield a word, parted from what is elided before it: "l'adhésion"."""
    word, start = match.group(), match.start()
    head, mark, rest = word.partition("'")
    if mark and rest and f"{head.lower()}'" in grammar.elided:
        yield Token(head + mark, start, start + len(head) + 1)
        yield Token(rest, start + len(head) + 1, match.end())
    else:
        yield Token(word, start, match.end())


def _closing(read: str, start: int, limit: int) -> int | None:
    for at in range(start, min(limit, start + 60)):
        if read[at] in _CLOSING_QUOTES:
            return at + 1
        if read[at] in ".!?\n":
            return None
    return None
