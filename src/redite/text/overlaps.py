"""Finds what lies where in a text, without looking at all of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Generic, TypeVar

from redite.values import Spans

Thing = TypeVar("Thing")
CELL = 256
"""Code points; a few statements long."""


class Overlaps(Generic[Thing]):
    """Things and where they lie; asked for those about one place, it looks only there.

    Time grows with the length of the spans and the number of answers, not of things.
    """

    def __init__(self, things: Iterable[tuple[Spans, Thing]]) -> None:
        self._things: list[Thing] = []
        self._cells: dict[int, list[int]] = defaultdict(list)
        for spans, thing in things:
            self.add(spans, thing)

    def add(self, spans: Spans, thing: Thing) -> None:
        """Say that a thing lies there; one that is there already lies there too."""
        for cell in _cells(spans):
            self._cells[cell].append(len(self._things))
        self._things.append(thing)

    def near(self, spans: Spans) -> list[Thing]:
        """Return, in the order given, all things that share text with `spans`, and some others."""
        numbers = {number for cell in _cells(spans) for number in self._cells.get(cell, ())}
        return [self._things[number] for number in sorted(numbers)]


def _cells(spans: Spans) -> set[int]:
    """Return the cells of the text that spans and what lies between them touch."""
    if not spans:
        return set()
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    return set(range(start // CELL, end // CELL + 1))
