"""The meaning of one expression, before it becomes a mention."""

from __future__ import annotations

from typing import NamedTuple

from redite.text.dates.intervals import Days, edge, interval
from redite.text.dates.mentions import Basis


class Meant(NamedTuple):
    """A value, what it rests on, and why it may be wrong."""

    value: str | None
    basis: Basis = Basis.WORDS
    doubt: str = ""
    recurs: bool = False
    edge: str = ""
    """START, MID or END, where the text means only that part of the value."""

    def days(self) -> Days | None:
        """Return the first and last day; None for lengths, sets and vague words."""
        if self.value is None or self.recurs:
            return None
        days = interval(self.value)
        return edge(days, self.edge) if days is not None and self.edge else days


UNKNOWN = Meant(None)
"""A relative date in a text whose own day is unknown."""
