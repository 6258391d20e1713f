"""Two texts held against each other, without a ledger: same, update, contradicts or different."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum

from redite.compare.contradiction import contradict
from redite.compare.decide import OTHER_OCCASION, OTHER_SPEAKER, SHOWN, is_one_claim
from redite.compare.decisions import NEARNESS, confidence_at
from redite.compare.index import Entry
from redite.compare.matches import match
from redite.compare.slots import changes
from redite.compare.words import read_words
from redite.values import Change, DateInterval, Span

_SOME_DAY = date(2000, 1, 1)
"""Where neither side is dated: what is said does not hang on it."""


class Relation(StrEnum):
    """How what was said later stands to what was said earlier."""

    SAME = "same"
    UPDATE = "update"
    CONTRADICTS = "contradicts"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two texts, and what is known of it."""

    text: str
    speaker: str | None = None
    said_on: DateInterval | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Compared:
    """How two texts stand to each other; `changes` is filled for an update."""

    label: Relation
    confidence: float
    unsure: bool
    changes: tuple[Change, ...] = ()


def compare_sides(earlier: Side, later: Side) -> Compared:
    """Return how `later` stands to `earlier`."""
    before, after = _entry(earlier, 0), _entry(later, 1)
    found = match(after, before)
    least = OTHER_OCCASION if found.same_speaker else OTHER_SPEAKER
    margin = found.strength - least
    if before.words.language == after.words.language and contradict(
        earlier.text, later.text, later.language
    ):
        return Compared(Relation.CONTRADICTS, SHOWN, False)
    if not is_one_claim(found, least):
        return Compared(Relation.DIFFERENT, confidence_at(-margin), -margin < NEARNESS)
    changed = changes(before.words, after.words)
    label = Relation.UPDATE if changed else Relation.SAME
    return Compared(label, confidence_at(margin), margin < NEARNESS, changed)


def _entry(side: Side, number: int) -> Entry:
    said = side.said_on
    day = (said.start or said.end if said is not None else None) or _SOME_DAY
    return Entry(
        number=number,
        statement=str(number),
        article=str(number),
        # Two whose speakers nobody names are held against each other as if one had spoken.
        speaker=" ".join((side.speaker or "").lower().split()),
        extent=Span(0, max(1, len(side.text))),
        quoted=False,
        said_on=said,
        published=datetime.combine(day, time(), UTC),
        words=read_words(side.text, side.language),
    )
