"""What a brief is made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from redite.values.spans import Span


@dataclass(frozen=True, slots=True)
class Cite:
    """The piece of an article's stored text that a sentence of a brief rests on."""

    article: str
    """Public id of the article."""
    span: Span
    statement: str | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a brief. One that cites nothing cannot be made."""

    text: str
    section: str
    cites: tuple[Cite, ...]

    def __post_init__(self) -> None:
        if not self.cites:
            raise ValueError(f"a sentence of a brief must cite: {self.text!r}")


@dataclass(frozen=True, slots=True)
class Chart:
    """How much was said day by day, to be drawn beside a brief."""

    name: str
    first: date
    sayings: tuple[int, ...]
    """Utterances a day, from `first` on."""
    origins: tuple[int, ...]
    """Independent origins that reported them."""
    bursts: tuple[tuple[date, date], ...] = ()
    events: tuple[tuple[date, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Brief:
    """What was said between two days (both inclusive), and what of it is new."""

    since: date | None
    until: date | None
    sentences: tuple[Sentence, ...]
    method: str
    """How it was made, in words; stands outside the sentences, cites nothing."""
    counts: tuple[tuple[str, int], ...]
    lens: str | None = None
    language: str = "en"
    """What it is written in."""
    charts: tuple[Chart, ...] = ()
