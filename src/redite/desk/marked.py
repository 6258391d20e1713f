"""A stored text as a page shows it: paragraph by paragraph, with what begins in each beside it."""

from __future__ import annotations

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

    for run in runs(text, [r.statement.attribution for r in shown]):
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


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph of an earlier version beside the one of a later."""

    before: str
    after: str
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
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            yield from (Row(line, line, "same") for line in left[a:b])
            continue
        for at in range(max(b - a, d - c)):
            old = left[a + at] if a + at < b else ""
            new = right[c + at] if c + at < d else ""
            yield Row(old, new, "changed" if old and new else "removed" if old else "added")
