"""How likely one source called one thing over time, and how well it judged.

1. Sayings that estimate one proposition are put together: those of one claim, and of claims that
   contradict it. A contradiction turns the proposition round ("they will" – "they will not"),
   except where the two estimates alone make it one ("likely" – "unlikely").
2. One speaker's estimates of it, an utterance each, are a series: 500 papers that report one
   assessment make one estimate.
3. Once it is known what came about, each series is scored by the mean of its Brier scores (Brier,
   Verification of forecasts expressed in terms of probability, 1950): the square of the distance
   between what was estimated and 1 or 0; 0 is best, always saying "even" gives 0.25. An estimate
   stands for the middle of its band. A source's score is the mean over its series, so that a
   sentence repeated every day counts as much as one said once.

Estimates of what is never resolved stay open and count nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from statistics import fmean

from redite.errors import LedgerError, UsageError
from redite.interfaces import UNDO, Correction
from redite.reports import by_utterance, leading, published_on
from redite.stages.deadlines import Announced, Status
from redite.text.ids import digest
from redite.values import Estimate, Label, Record, Speaker

CAME_ABOUT = "came-about"
"""Kind of a person's correction that says whether what a statement estimates came about: its
subject is the statement, its payload "true" or "false", or an object with `came_about` and the
day `on` which it was known."""

_CONTRASTS = (Label.REVERSAL, Label.DISPUTE)


@dataclass(frozen=True, slots=True)
class Point:
    """One estimate of a series."""

    day: date
    """The day it was said on, else that of the first report."""
    estimate: Estimate
    record: Record
    """The first report that gives it."""
    turned: bool
    """True where it estimates the contrary of what the series is about."""

    @property
    def probability(self) -> float:
        """The middle of the band, of what the series is about."""
        middle = (self.estimate.low + self.estimate.high) / 2
        return 1 - middle if self.turned else middle


@dataclass(frozen=True, slots=True)
class Series:
    """One speaker's estimates of one proposition, oldest first; never empty."""

    speaker: Speaker
    claim: str
    """The earliest claim on record that puts the proposition forward."""
    points: tuple[Point, ...]

    @property
    def changes(self) -> tuple[Point, ...]:
        """The first point, and every one whose term differs from that before it."""
        terms = [(point.estimate.term, point.turned) for point in self.points]
        return tuple(p for at, p in enumerate(self.points) if at == 0 or terms[at] != terms[at - 1])


@dataclass(frozen=True, slots=True)
class Known:
    """What is known to have come of one proposition."""

    came_about: bool
    by: str
    """Who says so, or "evidence"."""
    evidence: tuple[str, ...] = ()
    """Statements that show it."""
    on: date | None = None
    """From this day on it was no forecast any more, where that is known."""


@dataclass(frozen=True, slots=True)
class Score:
    """How well one source judged."""

    speaker: Speaker
    brier: float
    series: int
    """Propositions that were resolved."""
    estimates: int
    """Estimates of them that count."""


def series(records: Iterable[Record]) -> tuple[Series, ...]:
    """Return every speaker's estimates of every proposition, ordered by their first report."""
    known = list(records)
    roots = _roots(known)
    found: dict[tuple[str, str], list[Point]] = {}
    for reports in by_utterance(known):
        record = next((r for r in reports if r.statement.estimate is not None), None)
        if record is None or record.statement.estimate is None:
            continue
        root, turned = roots[record.judgement.claim]
        point = Point(_day(record), record.statement.estimate, record, turned)
        found.setdefault((record.judgement.speaker.id, root), []).append(point)
    return tuple(
        Series(
            points[0].record.judgement.speaker,
            claim,
            tuple(sorted(points, key=lambda point: (point.day, point.record.order))),
        )
        for (_, claim), points in found.items()
    )


def outcomes(
    records: Iterable[Record],
    corrections: Iterable[Correction] = (),
    announced: Iterable[Announced] = (),
) -> dict[str, Known]:
    """Return what is known to have come about, by the claim of a series.

    A person's word counts before evidence, a later one before an earlier. Evidence is a deadline
    of the same claim: met, it came about; missed, it did not.

    Raises:
        LedgerError: a correction of this kind holds neither "true" nor "false".
    """
    known = list(records)
    roots = _roots(known)
    by_id = {record.statement.id: record for record in known}
    found: dict[str, Known] = {}
    for one in announced:
        if one.status in (Status.MET, Status.MISSED) and one.claim in roots:
            root, turned = roots[one.claim]
            came_about = (one.status is Status.MET) is not turned
            found.setdefault(root, Known(came_about, "evidence", one.evidence, one.due))
    for correction in corrections:
        if correction.kind != CAME_ABOUT or correction.undone_by is not None:
            continue
        record = by_id.get(correction.subject)
        if record is not None:
            root, turned = roots[record.judgement.claim]
            came_about, on = _answer(correction)
            found[root] = Known(came_about is not turned, correction.who, on=on)
    return found


def scores(of: Iterable[Series], known: Mapping[str, Known]) -> tuple[Score, ...]:
    """Return the score of every source with a resolved series, the best first.

    What was said after the day of resolution is no forecast and does not count.
    """
    judged: dict[str, list[tuple[Series, list[float]]]] = {}
    for one in of:
        resolved = known.get(one.claim)
        squares = [] if resolved is None else _squares(one.points, resolved)
        if squares:
            judged.setdefault(one.speaker.id, []).append((one, squares))
    found = [
        Score(
            parts[0][0].speaker,
            round(fmean(fmean(squares) for _, squares in parts), 4),
            len(parts),
            sum(len(squares) for _, squares in parts),
        )
        for parts in judged.values()
    ]
    return tuple(sorted(found, key=lambda score: (score.brier, score.speaker.id)))


def _squares(points: Sequence[Point], known: Known) -> list[float]:
    outcome = 1.0 if known.came_about else 0.0
    counted = [point for point in points if known.on is None or point.day <= known.on]
    return [(point.probability - outcome) ** 2 for point in counted]


def resolution(
    record: Record, came_about: bool, who: str, when: datetime, on: date | None = None
) -> Correction:
    """Return a person's word on whether what a statement estimates came about.

    Args:
        record: Any report that estimates it, or says the contrary of one that does.
        came_about: Of what this very statement says; "will not" came about if nothing did.
        who: The person.
        when: Now.
        on: The day on which it was known; what was said later was no forecast.

    Raises:
        UsageError: nobody is named, or the statement estimates nothing.
    """
    who = " ".join(who.split())
    if not who:
        raise UsageError("a correction needs the name of whoever makes it")
    if record.statement.estimate is None:
        raise UsageError(f"{record.statement.id} gives no likelihood of anything")
    payload = json.dumps(
        {"came_about": came_about, "on": on.isoformat() if on else None}, sort_keys=True
    )
    subject = record.statement.id
    number = digest(CAME_ABOUT, subject, payload, who, when.isoformat())
    return Correction(f"k-{number}", CAME_ABOUT, subject, payload, who, when)


def taken_back(corrections: Iterable[Correction], who: str, when: datetime) -> list[Correction]:
    """Return what undoes those of `corrections` that say what came about, and still hold."""
    return [
        Correction(
            f"k-{digest(UNDO, one.id, who, when.isoformat())}", UNDO, one.id, "{}", who, when
        )
        for one in corrections
        if one.kind == CAME_ABOUT and one.undone_by is None
    ]


def _answer(correction: Correction) -> tuple[bool, date | None]:
    try:
        said = json.loads(correction.payload)
        if isinstance(said, dict):
            on = said.get("on")
            said, day = said["came_about"], None if on is None else date.fromisoformat(str(on))
        else:
            day = None
        if isinstance(said, bool):
            return said, day
    except (ValueError, KeyError):
        pass
    raise LedgerError(
        f"correction {correction.id} says {correction.payload!r} of what came about; "
        'it must be "true" or "false": undo it'
    )


def _day(record: Record) -> date:
    said = record.statement.said_on
    return said.start if said is not None and said.start is not None else published_on(record)


def _roots(records: Sequence[Record]) -> dict[str, tuple[str, bool]]:
    """Return, by claim, the first claim of its proposition, and whether it is turned round."""
    by_id = {record.statement.id: record for record in records}
    roots: dict[str, tuple[str, bool]] = {}
    for reports in by_utterance(records):
        lead = leading(reports)
        claim, verdict = lead.judgement.claim, lead.judgement.verdict
        if claim in roots:
            continue
        roots[claim] = (claim, False)
        other = by_id.get(verdict.against[0].statement) if verdict.against else None
        if verdict.label in _CONTRASTS and other is not None and other.judgement.claim in roots:
            root, turned = roots[other.judgement.claim]
            contrary = not _opposite_estimates(lead, other)
            roots[claim] = (root, turned is not contrary)
    for record in records:
        roots.setdefault(record.judgement.claim, (record.judgement.claim, False))
    return roots


def _opposite_estimates(one: Record, other: Record) -> bool:
    """Say whether the two estimates lie on either side of even, and make the contrast by that."""
    estimates = one.statement.estimate, other.statement.estimate
    sides = [e.low + e.high > 1 for e in estimates if e is not None]
    return len(sides) == 2 and sides[0] is not sides[1]
