"""Where sentences begin and end.

A sentence ends at a line break, or at `.`, `!`, `?`, `…` before a space and something that can
begin a sentence: a capital, a digit, a quotation mark, a dash with a capital after it. It does not
end after an abbreviation or an initial, inside a number, nor inside a quotation: a quotation of
three sentences in the middle of a reporting sentence belongs to that one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from redite.values import Span

# The end mark, closing marks after it, then white space. Bounded on both sides: linear.
_END = re.compile(r"[.!?…]{1,6}[\"»”’“')\]*_]{0,4}(?=\s|$)|\n")
_LAST_WORD = re.compile(r"[^\W_][\w.]{0,11}$")
_NEXT = re.compile(r"\s{0,20}[*_\[(]{0,4}(\S)")
_LONG_LINE = 60


def sentences(
    text: str,
    *,
    start: int = 0,
    end: int | None = None,
    closed: Sequence[Span] = (),
    abbreviations: frozenset[str] = frozenset(),
) -> tuple[Span, ...]:
    """Return the sentences of `text[start:end]`, in order, without the white space around them.

    Args:
        closed: quotations, in order and without overlap, inside which no sentence ends.
        abbreviations: lower case, with their full stop ("gen.", "т.е.").

    >>> [s.of("One. Two.") for s in sentences("One. Two.")]
    ['One.', 'Two.']
    """
    stop = len(text) if end is None else end
    found: list[Span] = []
    begin = start
    at = 0
    for match in _END.finditer(text, start, stop):
        while at < len(closed) and closed[at].end <= match.start():
            at += 1
        inside = at < len(closed) and closed[at].start < match.start() < closed[at].end
        if inside and not (
            # The full stop of a quotation ends the sentence around it, where the mark closes it.
            match.end() >= closed[at].end and match.group()[0] == "."
        ):
            continue
        if match.end() < stop and not _ends(text, match, abbreviations):
            continue
        _add(text, begin, match.end(), found)
        begin = match.end()
    _add(text, begin, stop, found)
    return tuple(found)


def _add(text: str, start: int, end: int, found: list[Span]) -> None:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append(Span(start, end))


def _ends(text: str, match: re.Match[str], abbreviations: frozenset[str]) -> bool:
    following = _NEXT.match(text, match.end())
    first = following.group(1) if following else ""
    if match.group() == "\n":
        return not _wrapped(text, match.start(), first)
    if first.islower():
        return False
    if first in "-–—" and following:
        beyond = _NEXT.match(text, following.end())
        # After a closing mark the dash leads to the cue: "«C.» — X said".
        open_mark = match.group()[-1] in ".!?…"
        return open_mark and beyond is not None and beyond.group(1).isupper()
    if match.group()[0] != ".":
        return True
    word = _LAST_WORD.search(text, max(0, match.start() - 12), match.start())
    if word is None:
        return True
    last = word.group()
    initial = len(last) == 1 and last.isupper()
    return not initial and (last + ".").lower() not in abbreviations


def _wrapped(text: str, at: int, first: str) -> bool:
    """Say whether the line break at `at` only wraps a long line of running text."""
    line = text[max(0, at - _LONG_LINE) : at].rstrip()
    return (
        len(line) >= _LONG_LINE - 2
        and "\n" not in line
        and first.islower()
        and line[-1:].isalnum() | (line[-1:] == ",")
    )
