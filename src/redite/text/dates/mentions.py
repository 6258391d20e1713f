"""What `find_dates` returns: one date expression, what it means, and on what that rests."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from redite.values import Span


class Basis(StrEnum):
    """From where the year of a value, or its day, was taken."""

    WORDS = "words"
    """The expression says it all; nothing was inferred."""
    PUBLISHED = "published"
    """Counted from the day of publication, or the nearest such date to it."""
    DATELINE = "dateline"
    """Counted from the day that the text's own dateline names."""
    SCENE = "scene"
    """Counted from a date named before, or with the year of those beside or around it."""


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date expression: where it stands, what it means.

    `value` is None, as are both ends, for a relative date in a text whose day is unknown. Lengths
    of time ("P2W"), sets and vague words ("PRESENT_REF") have a value and no ends.
    """

    span: Span
    value: str | None
    start: date | None
    end: date | None
    basis: Basis = Basis.WORDS
    doubt: str = ""
    """Why the value may be misread, in words for a reader; empty where nothing speaks against."""
    recurs: bool = False
    """Something that comes again ("daily"): a TIMEX3 SET."""
