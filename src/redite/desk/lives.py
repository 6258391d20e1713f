"""The life of a claim: its occasions, and where each lies on a timeline drawn as SVG."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from redite.exports.search import who
from redite.reports import Occasion, origins
from redite.values import Record

WIDTH, LEFT, LANE, TOP = 900, 210, 34, 12
MOST_LANES = 12


@dataclass(frozen=True, slots=True)
class Point:
    """One occasion on the timeline."""

    x: float
    y: float
    size: float
    record: Record
    """The report that is meant: the leading one, or the first in a language."""


@dataclass(frozen=True, slots=True)
class Lane:
    """The line of one speaker, or of one language."""

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
    """Speakers, or languages, that have no lane of their own."""


def life(found: Sequence[Occasion], *, by_language: bool = False) -> Life | None:
    """Return the timeline of these occasions; None where fewer than two points are dated.

    A point is an occasion on its speaker's line or, `by_language`, the first report of it in each
    language: so it shows how a claim comes from one language into another.
    """
    told = [each for one in found for each in (_languages(one) if by_language else _speaker(one))]
    dated = [each for each in told if each.record.article.dated]
    if len(dated) < 2:
        return None
    shown = sorted(dated, key=lambda each: each.record.order)[-300:]
    moments = [each.record.article.published.astimezone(UTC) for each in shown]
    first, last = min(moments), max(moments)
    spread = max((last - first).total_seconds(), 86_400.0)
    lanes: dict[str, int] = {}
    for each in shown:
        lanes.setdefault(each.lane, min(len(lanes), MOST_LANES))
    right = WIDTH - 24

    def x(moment: datetime) -> float:
        return round(LEFT + 12 + (moment - first).total_seconds() / spread * (right - LEFT - 12), 1)

    def y(lane: int) -> float:
        return TOP + LANE * lane + LANE / 2

    names = {each.lane: each.name for each in reversed(shown)}
    own = [name for name, lane in lanes.items() if lane < MOST_LANES]
    height = TOP + LANE * (max(lanes.values()) + 1) + 34
    return Life(
        width=WIDTH,
        height=height,
        lanes=tuple(Lane(names[each], y(lanes[each])) for each in own),
        ticks=tuple(_ticks(first, last, spread, x)),
        points=tuple(
            Point(
                x(moment),
                y(lanes[each.lane]),
                5 + min(4, each.origins),
                each.record,
            )
            for moment, each in zip(moments, shown, strict=True)
        ),
        more=len(lanes) - len(own),
    )


@dataclass(frozen=True, slots=True)
class _Told:
    """What becomes a point, and on which lane."""

    lane: str
    name: str
    record: Record
    origins: int


def _speaker(one: Occasion) -> Iterable[_Told]:
    yield _Told(one.lead.judgement.speaker.id, who(one.lead), one.lead, len(one.origins))


def _languages(one: Occasion) -> Iterable[_Told]:
    for language in one.languages:
        reports = [report for report in one.reports if report.article.language == language]
        yield _Told(language, language, reports[0], len(origins(reports)))


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
