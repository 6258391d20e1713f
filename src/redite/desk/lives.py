"""The life of a claim: its occasions, and where each lies on a timeline drawn as SVG."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from redite.reports import by_utterance, leading, origins
from redite.values import Record

WIDTH, LEFT, LANE, TOP = 900, 190, 34, 12
MOST_LANES = 12


@dataclass(frozen=True, slots=True)
class Occasion:
    """One occasion of saying it."""

    lead: Record
    reports: tuple[Record, ...]
    origins: tuple[str, ...]
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """One occasion on the timeline."""

    x: float
    y: float
    size: float
    occasion: Occasion


@dataclass(frozen=True, slots=True)
class Lane:
    """One speaker's line."""

    name: str
    y: float


@dataclass(frozen=True, slots=True)
class Tick:
    """A date on the axis."""

    x: float
    day: date


@dataclass(frozen=True, slots=True)
class Life:
    """A timeline, ready to draw."""

    width: int
    height: int
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    points: tuple[Point, ...]
    more: int
    """Speakers who have no lane of their own."""


def occasions(records: Iterable[Record]) -> list[Occasion]:
    """Return the occasions that `records` report, in ledger order."""
    return [
        Occasion(
            leading(reports),
            reports,
            tuple(origins(reports)),
            tuple(sorted({r.article.language for r in reports if r.article.language})),
        )
        for reports in by_utterance(records)
    ]


def life(found: Sequence[Occasion]) -> Life | None:
    """Return the timeline of these occasions; None where fewer than two are dated."""
    dated = [o for o in found if o.lead.article.dated]
    if len(dated) < 2:
        return None
    shown = sorted(dated, key=lambda o: o.lead.order)[-300:]
    moments = [occasion.lead.article.published.astimezone(UTC) for occasion in shown]
    first, last = min(moments), max(moments)
    spread = max((last - first).total_seconds(), 86_400.0)
    lanes: dict[str, int] = {}
    for occasion in shown:
        lanes.setdefault(occasion.lead.judgement.speaker.id, min(len(lanes), MOST_LANES))
    right = WIDTH - 24

    def x(moment: datetime) -> float:
        return round(LEFT + 12 + (moment - first).total_seconds() / spread * (right - LEFT - 12), 1)

    def y(lane: int) -> float:
        return TOP + LANE * lane + LANE / 2

    names = {o.lead.judgement.speaker.id: o.lead for o in reversed(shown)}
    own = [speaker for speaker, lane in lanes.items() if lane < MOST_LANES]
    height = TOP + LANE * (max(lanes.values()) + 1) + 34
    return Life(
        width=WIDTH,
        height=height,
        lanes=tuple(
            Lane(
                names[s].judgement.speaker.name or names[s].statement.speaker.name or "?",
                y(lanes[s]),
            )
            for s in own
        ),
        ticks=tuple(_ticks(first, last, spread, x)),
        points=tuple(
            Point(
                x(moment),
                y(lanes[occasion.lead.judgement.speaker.id]),
                5 + min(4, len(occasion.origins)),
                occasion,
            )
            for moment, occasion in zip(moments, shown, strict=True)
        ),
        more=len(lanes) - len(own),
    )


def _ticks(first: datetime, last: datetime, spread: float, x: object) -> Iterable[Tick]:
    assert callable(x)
    count = 5
    seen = set()
    for number in range(count):
        moment = first + timedelta(seconds=spread * number / (count - 1))
        day = moment.date()
        if day not in seen:
            seen.add(day)
            yield Tick(x(moment), day)
