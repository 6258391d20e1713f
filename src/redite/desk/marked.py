"""A stored text as a page shows it: paragraph by paragraph, with what begins in each beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from redite.exports.read_html import Run, runs
from redite.exports.shown import harmless
from redite.values import Damage, Record

COLOURS = 8
LONGEST = 120_000
"""Code points of one text that a page shows; the whole of it can be had as plain text."""
COMPARED = 1_500
"""Paragraphs of two versions that are held against each other."""
WORDS, EDITED = 400, 100
"""Words and blanks of two paragraphs that are, and in how many pairs of paragraphs."""
_SPLIT = re.compile(r"(\s+)")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: its words under their marks, and the statements that begin in it."""

    runs: tuple[Run, ...]
    notes: tuple[tuple[int, int, Record], ...]
    """(number, colour, statement)."""
    damage: tuple[tuple[Damage, str], ...] = ()
    """What a translation has damaged in it, each with the words."""


def paragraphs(
    text: str, records: Sequence[Record], damaged: Sequence[Damage] = ()
) -> list[Paragraph]:
    """Return the text with its statements marked, numbered from 1 in the order given."""
    beside: dict[int, list[tuple[Damage, str]]] = {}
    for one in damaged:
        words = harmless(one.span.of(text))
        beside.setdefault(text.count("\n", 0, one.span.start), []).append((one, words))
    number_of_line = 0
    shown = [r for r in records if r.statement.attribution.content[0].start < LONGEST]
    found: list[Paragraph] = []
    line: list[Run] = []
    noted: set[int] = set()
    notes: list[int] = []

    def close() -> None:
        if any(run.text.strip() for run in line):
            listed = tuple((n, (n - 1) % COLOURS, shown[n - 1]) for n in notes)
            flags = tuple(beside.get(number_of_line, ()))
            found.append(Paragraph(tuple(line), listed, flags))
            notes.clear()
        line.clear()

    flagged = [one.span for one in damaged]
    for run in runs(text, [r.statement.attribution for r in shown], flagged):
        begins = run.begins
        for at, piece in enumerate(run.text.split("\n")):
            if at > 0:
                close()
                number_of_line += 1
            if begins and piece.strip():
                for number, _ in begins:
                    if number not in noted:
                        noted.add(number)
                        notes.append(number)
            if piece:
                line.append(Run(piece, run.classes, begins if piece.strip() else ()))
            if piece.strip():
                begins = ()
        if sum(len(r.text) for r in line) > LONGEST:
            close()
    close()
    return found


Pieces = tuple[tuple[str, bool], ...]
"""Words, with whether they are in this version alone."""


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph of an earlier version beside the one of a later."""

    before: Pieces
    after: Pieces
    change: str
    """ "same", "changed", "removed" or "added"."""


def side_by_side(before: str, after: str) -> list[Row]:
    """Return two versions of a text in rows, a paragraph each."""
    left, right = _lines(before), _lines(after)
    return list(_rows(left, right))


def _lines(text: str) -> list[str]:
    lines = [harmless(line.strip()) for line in text[:LONGEST].split("\n") if line.strip()]
    return lines[:COMPARED]


def _rows(left: Sequence[str], right: Sequence[str]) -> Iterator[Row]:
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    pairs = 0
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            yield from (Row(((line, False),), ((line, False),), "same") for line in left[a:b])
            continue
        for at in range(max(b - a, d - c)):
            old = left[a + at] if a + at < b else ""
            new = right[c + at] if c + at < d else ""
            if old and new:
                pairs += 1
                yield Row(*_words(old, new, closely=pairs <= EDITED), "changed")
            else:
                gone, come = ((old, True),) if old else (), ((new, True),) if new else ()
                yield Row(gone, come, "removed" if old else "added")


def _words(old: str, new: str, *, closely: bool) -> tuple[Pieces, Pieces]:
    """Return what is common to two paragraphs and what is not, word by word."""
    left, right = _SPLIT.split(old), _SPLIT.split(new)
    if not closely or max(len(left), len(right)) > WORDS:
        return ((old, True),), ((new, True),)
    before: list[tuple[str, bool]] = []
    after: list[tuple[str, bool]] = []
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if b > a:
            before.append(("".join(left[a:b]), kind != "equal"))
        if d > c:
            after.append(("".join(right[c:d]), kind != "equal"))
    return tuple(before), tuple(after)
