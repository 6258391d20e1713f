"""Pieces of a text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A piece of a text: code points `start` to `end`, end exclusive, never empty."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"no span runs from {self.start} to {self.end}")

    def of(self, text: str) -> str:
        """Return the slice of `text` that this span covers."""
        return text[self.start : self.end]

    def shifted(self, by: int) -> Span:
        """Return the same piece where the text begins `by` code points later."""
        return Span(self.start + by, self.end + by)

    def contains(self, other: Span) -> bool:
        """Say whether `other` lies inside this span; a span contains itself."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Say whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end


Spans = tuple[Span, ...]
"""The pieces of one role, in text order; several where the words are discontinuous."""
