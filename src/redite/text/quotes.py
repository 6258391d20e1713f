"""Quotations in a text: which marks open, which close, and what lies between.

One pass with a stack. Marks differ by language and are mixed in real texts, so the pass goes by
the mark and by its neighbours, not by the language: „ opens and “ closes it, but a “ with nothing
to close opens; a straight mark opens before a word and closes after one. An apostrophe is no mark.
A quotation may run over several paragraphs: each paragraph that repeats the opening mark is a
quotation of its own with `continues` set on the one before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from redite.values import Span

LONGEST = 4000
"""Code points after which an opening mark that was never closed is taken for a slip."""

_CLOSERS = {
    "«": "»",
    "»": "«",  # German and Danish books turn the guillemets round
    "„": '“”"„',
    "“": '”"',
    "”": "”",  # Swedish style, and a common slip
    '"': '"”',
    "‘": "’'",
    "‚": "‘’",
    "'": "'’",
}
_MARK_OR_END = re.compile("[«»„“”\"‘’‚'\n]")
_SINGLE = frozenset("‘‚'")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation with its marks (`outer`) and without (`inner`)."""

    outer: Span
    inner: Span
    depth: int
    """0 for one that lies in no other."""
    continues: bool = False
    """True where the next paragraph takes the same quotation up again."""


@dataclass(slots=True)
class _Open:
    mark: str
    start: int


def quotations(text: str) -> tuple[Quotation, ...]:
    """Return the quotations of `text` in order of their start, outer before inner.

    Empty ones are left out. Time is linear in the length of the text.

    >>> [q.inner.of('He said "yes".') for q in quotations('He said "yes".')]
    ['yes']
    """
    found: list[Quotation] = []
    stack: list[_Open] = []
    length = len(text)
    for match in _MARK_OR_END.finditer(text):
        at, char = match.start(), match.group()
        if char == "\n":
            _end_of_line(text, at, stack, found)
        else:
            if stack and at - stack[0].start > LONGEST:
                stack.clear()
            before = text[at - 1] if at else " "
            after = text[at + 1] if at + 1 < length else " "
            _mark(text, at, char, before, after, stack, found)
    found.sort(key=lambda q: (q.outer.start, -q.outer.end))
    return _with_depth(found)


def _mark(
    text: str,
    at: int,
    char: str,
    before: str,
    after: str,
    stack: list[_Open],
    found: list[Quotation],
) -> None:
    if char in "'’" and before.isalnum() and after.isalnum():
        return
    level = _closes(char, before, after, stack)
    if level is not None:
        opened = stack[level]
        del stack[level:]
        _keep(text, opened.start, at, False, found)
    elif _opens(char, before, after) and len(stack) < 4:
        stack.append(_Open(char, at))


def _closes(char: str, before: str, after: str, stack: list[_Open]) -> int | None:
    """Return the level of the stack that `char` closes; inner ones left open are dropped."""
    if char in "\"'" and (before.isspace() or before in "([«„“") and after.isalnum():
        # A straight mark between a space and a word opens, whatever is open already,
        # unless the one open is of the same kind: nobody nests a mark in itself.
        if not (stack and stack[-1].mark == char) or char == "'":
            return None
        if after.isupper() or after.isdigit():
            return None
    for level in range(len(stack) - 1, -1, -1):
        if char in _CLOSERS[stack[level].mark]:
            return level
    return None


def _opens(char: str, before: str, after: str) -> bool:
    if char in "”’":
        return False
    if char in "»":
        return not before.isalnum() and before not in ".,!?…" and after.isalnum()
    if char in "«„":
        return True
    word_follows = not after.isspace()
    return word_follows and not before.isalnum() and before not in ".,!?;"


def _end_of_line(text: str, at: int, stack: list[_Open], found: list[Quotation]) -> None:
    while stack and stack[-1].mark in _SINGLE:
        stack.pop()
    if not stack:
        return
    following = at + 1
    while following < len(text) and text[following].isspace() and following - at < 50:
        following += 1
    first = text[following : following + 1]
    if first and first == stack[0].mark:
        _keep(text, stack[0].start, at, True, found)
        stack.clear()
    elif stack[0].mark in '"”' or not first:
        stack.clear()


def _keep(text: str, start: int, end: int, continues: bool, found: list[Quotation]) -> None:
    left, right = start + 1, end
    while left < right and text[left].isspace():
        left += 1
    while left < right and text[right - 1].isspace():
        right -= 1
    if left < right:
        outer = Span(start, end if continues else end + 1)
        found.append(Quotation(outer, Span(left, right), 0, continues))


def _with_depth(found: list[Quotation]) -> tuple[Quotation, ...]:
    result = []
    ends: list[int] = []
    for q in found:
        while ends and ends[-1] <= q.outer.start:
            ends.pop()
        result.append(Quotation(q.outer, q.inner, len(ends), q.continues))
        ends.append(q.outer.end)
    return tuple(result)
