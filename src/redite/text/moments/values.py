"""What a time is, and what it is read against."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from redite.text.moments.days import moved
from redite.values import Span

LATE_REPORT = 21
"""Days after its deadline up to which an announcement may still be reported."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A time with its last day.

    `due` is None for a relative time where the day of saying is unknown.
    """

    span: Span
    due: date | None
    firm: bool
    """The words alone place it ahead of the day of saying: "next week", a day with its year."""
    begins: date | None = None
    """The first day of a bare month, season or year: what "before May" is before."""
    without_year: bool = False
    """No year is named: the due day is the next one of its kind."""
    within: bool | None = None
    """For a stretch of time: whether the act comes within it (True) or after it (False)."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What the times of a text are read against."""

    language: str
    day: date | None
    """The day of saying."""
    exact: bool
    """Whether `day` is known to be that day, not only the day of publication."""

    @property
    def earliest(self) -> date | None:
        """The first day that a date without year may name, if it was announced."""
        if self.day is None:
            return None
        # What was said before its report may be over when it is printed.
        return self.day if self.exact else moved(self.day, -LATE_REPORT)
