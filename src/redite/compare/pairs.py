"""Two texts held against each other, without a ledger: same, update, contradicts or different."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum

from redite.compare.by_models import FAR_CLAIM, least
from redite.compare.by_words import OTHER_OCCASION, SHOWN, is_one_claim
from redite.compare.contradiction import contradict
from redite.compare.decisions import NEARNESS, confidence_at
from redite.compare.index import Entry
from redite.compare.matches import match
from redite.compare.meanings import Meanings
from redite.compare.model import pair_model
from redite.compare.slots import changes
from redite.compare.weighing import read, weigh
from redite.compare.words import read_words
from redite.interfaces import Comparer, Told
from redite.values import Change, DateInterval, Span

_SOME_DAY = date(2000, 1, 1)
"""Where neither side is dated: what is said does not hang on it."""

SURELY_CHANGED = 0.8
"""Least probability of an update where no slot shows what changed."""


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


def compare_pairs(
    pairs: Sequence[tuple[Side, Side]], comparer: Comparer | None = None
) -> list[Compared]:
    """Return how each later side stands to its earlier one; without a comparer words decide."""
    if comparer is None:
        return [compare_sides(earlier, later) for earlier, later in pairs]
    texts = [side.text for pair in pairs for side in pair]
    meanings = Meanings(pair_model(), texts, comparer)
    return [compare_sides(earlier, later, meanings) for earlier, later in pairs]


def compare_sides(earlier: Side, later: Side, meanings: Meanings | None = None) -> Compared:
    """Return how `later` stands to `earlier`."""
    before, after = _entry(earlier, 0, meanings), _entry(later, 1, meanings)
    found = match(after, before)
    if found.one_language and contradict(earlier.text, later.text, after.words.language):
        return Compared(Relation.CONTRADICTS, SHOWN, False)
    changed = changes(before.words, after.words)
    if meanings is not None:
        (weighed,) = read(after, weigh(after, [before], meanings), meanings)
        limit = least(weighed)
        sure = weighed.outlook.claim
        if is_one_claim(found, OTHER_OCCASION) and weighed.cosine >= FAR_CLAIM:
            sure = max(sure, SHOWN)
        update = bool(changed) or weighed.outlook.update >= SURELY_CHANGED
    else:
        limit, sure = OTHER_OCCASION, found.strength
        if not is_one_claim(found, OTHER_OCCASION):
            sure = min(sure, OTHER_OCCASION - 0.01)
        update = bool(changed)
    if sure < limit:
        return Compared(Relation.DIFFERENT, confidence_at(limit - sure), limit - sure < NEARNESS)
    label = Relation.UPDATE if update else Relation.SAME
    return Compared(label, confidence_at(sure - limit), sure - limit < NEARNESS, changed)


def _entry(side: Side, number: int, meanings: Meanings | None) -> Entry:
    said = side.said_on
    day = (said.start or said.end if said is not None else None) or _SOME_DAY
    return Entry(
        number=number,
        statement=str(number),
        article=str(number),
        # Two whose speakers nobody names are held against each other as if one had spoken.
        speaker=" ".join((side.speaker or "").lower().split()),
        extent=Span(0, max(1, len(side.text))),
        vector=None if meanings is None else meanings.of(side.text, side.language),
        told=Told("", side.text, ""),
        quoted=False,
        said_on=said,
        published=datetime.combine(day, time(), UTC),
        words=read_words(side.text, side.language),
    )
