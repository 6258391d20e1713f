"""The life of every announced date: open, met, moved, missed, or not heard of again.

1. The statements with a deadline are put together: reports of one utterance, and then all that
   announce one act (the same claim, or words about the same act) for the same day. A time far off
   without a number ("next year") says little of what is meant: then words alone join only what
   one speaker says.
2. What was published later about that act is gone through in order: what words tell to be about
   it, and what the judge put beside it unless their words have nothing in common. The first that
   tells decides: another date moves the deadline, a report that it is done meets it, unless it
   was done before it was announced, and once the day has passed, a report that it is not done, or
   was done late, misses it.
3. Where nothing tells, the deadline is open until its day has passed, then unknown.

Words decide, by lists in the language files, and never a denial before the day: an opponent who
says that nothing will come of it has missed no deadline.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from redite.compare.acts import Doing, same_act, unrelated
from redite.reports import published_on
from redite.stages.tellings import NEAREST, Readings, Telling, Told, lists
from redite.text.dates import find_dates
from redite.text.phrase_patterns import plain
from redite.values import Label, Record

LATEST = timedelta(days=60)
"""After its day, for how long later statements are taken to be about a deadline."""
FAR = timedelta(days=90)
"""Ahead from which a time without a number is one that anything may be announced for."""
MOST = 3
"""Statements named as evidence."""


class Status(StrEnum):
    """How an announced date stands on a day."""

    OPEN = "open"
    MET = "met"
    MOVED = "moved"
    MISSED = "missed"
    UNKNOWN = "unknown"
    """The day has passed, and nothing on record says what came of it."""


@dataclass(frozen=True, slots=True)
class Announced:
    """One date announced for one act, and what became of it."""

    claim: str
    speaker: str | None
    """Who announced it first."""
    what: str
    """In their words."""
    due: date
    status: Status
    evidence: tuple[str, ...]
    """Statements that show the status, the first one first; none where nothing tells."""
    records: tuple[Record, ...]
    """The reports that announce it, in ledger order."""
    moved_to: date | None = None


def follow(
    records: Iterable[Record], on: date, readings: Readings | None = None
) -> tuple[Announced, ...]:
    """Return every date announced by the end of the day `on`, with its status on that day.

    Sorted by due day, then by first announcement. What was published after `on` does not count.
    With the `readings` of an earlier look only the words of what is new are read.
    """
    known = sorted((r for r in records if published_on(r) <= on), key=lambda r: r.order)
    tellings = (readings or Readings()).of(known)
    entries = _entries(known, {one.record.statement.id: one.doing for one in tellings})
    if not entries:
        return ()
    told = Told(tellings)
    announcing = {entry.first.statement.id: entry for entry in entries}
    found = [_followed(entry, announcing, told, on) for entry in entries]
    return tuple(sorted(found, key=lambda a: (a.due, a.records[0].order)))


# --- announcements ------------------------------------------------------------------------------


class _Entry:
    """One date of one act, with the reports that announce it; `add` the next one."""

    def __init__(self, due: date, kind: str, doing: Doing, first: Record) -> None:
        self.due = due
        self.kind = kind
        self.doing = doing
        self.records: list[Record] = []
        self.claims: set[str] = set()
        self.utterances: set[str] = set()
        self.add(first)

    def add(self, record: Record) -> None:
        self.records.append(record)
        self.claims.add(record.judgement.claim)
        self.utterances.add(record.judgement.utterance)

    @property
    def first(self) -> Record:
        return self.records[0]


def _entries(known: Sequence[Record], doings: Mapping[str, Doing]) -> list[_Entry]:
    dues: dict[str, date] = {}
    entries: list[_Entry] = []
    by_key: dict[tuple[date, str], list[_Entry]] = {}
    for record in known:
        deadline, judgement = record.statement.deadline, record.judgement
        if deadline is None:
            continue
        # A reprint counts "tomorrow" from its own day: the first report knows better.
        due = dues.setdefault(judgement.utterance, deadline.due)
        kind, doing = _kind(record), doings.get(record.statement.id) or Doing(record)
        keys = [judgement.utterance, judgement.claim, *doing.objects, *doing.around]
        alike = (entry for key in keys for entry in by_key.get((due, key), ())[-NEAREST:])
        entry = next((entry for entry in alike if _one_act(entry, record, kind, doing)), None)
        if entry is None:
            entry = _Entry(due, kind, doing, record)
            entries.append(entry)
        else:
            entry.add(record)
        for key in keys if entry.first is record else keys[:2]:
            found = by_key.setdefault((due, key), [])
            if not found or found[-1] is not entry:
                found.append(entry)
    return entries


def _one_act(entry: _Entry, record: Record, kind: str, doing: Doing) -> bool:
    judgement = record.judgement
    if judgement.utterance in entry.utterances:
        return True
    if (entry.kind == "end") != (kind == "end"):
        return False
    if judgement.claim in entry.claims:
        return not unrelated(entry.doing, doing)
    if _is_far_and_wide(record) and judgement.speaker.id != entry.first.judgement.speaker.id:
        return False
    return same_act(entry.doing, doing)


def _is_far_and_wide(record: Record) -> bool:
    """Say whether a deadline is far off and has no number: "within a year", "next spring"."""
    deadline = record.statement.deadline
    if deadline is None or deadline.due - published_on(record) < FAR:
        return False
    return not any(map(str.isdigit, deadline.span.of(record.article.text)))


def _kind(record: Record) -> str:
    """Return "end", "begin" or "act": what the words nearest to the deadline announce."""
    deadline, content = record.statement.deadline, record.statement.attribution.content
    beside = lists(record.article.language)
    if deadline is None or beside is None:
        return "act"
    text = plain(record.article.text[content[0].start : content[-1].end])
    place = deadline.span.start - content[0].start
    best = ("act", 200)
    for kind, pattern in (("end", beside.ends), ("begin", beside.begins)):
        for match in pattern.finditer(text):
            if match.start() <= place < match.end():
                continue
            inside = place <= match.start() < deadline.span.end - content[0].start
            distance = place - match.end() if match.end() <= place else match.start() - place
            if not inside and distance < best[1]:
                best = (kind, distance)
    return best[0]


# --- what came of them --------------------------------------------------------------------------


def _followed(entry: _Entry, announcing: Mapping[str, _Entry], told: Told, on: date) -> Announced:
    status: Status | None = None
    moved_to: date | None = None
    evidence: list[str] = []
    for telling, sure in _about(entry, told):
        record = telling.record
        move = announcing.get(record.statement.id)
        is_move = (
            move is not None
            and move.due != entry.due
            and _one_act(entry, record, move.kind, move.doing)
        )
        reading = Status.MOVED if is_move else _reading(telling, entry, sure)
        if reading is None:
            continue
        if status is None:
            status = reading
            moved_to = move.due if is_move and move is not None else None
        if reading is status and len(evidence) < MOST:
            evidence.append(record.statement.id)
    if status is None:
        status = Status.OPEN if on <= entry.due else Status.UNKNOWN
    first = entry.first
    return Announced(
        claim=first.judgement.claim,
        speaker=first.judgement.speaker.name or first.statement.speaker.name or None,
        what=first.content,
        due=entry.due,
        status=status,
        evidence=tuple(evidence),
        records=tuple(entry.records),
        moved_to=moved_to,
    )


def _about(entry: _Entry, told: Told) -> Iterator[tuple[Telling, bool]]:
    """Yield what was told about an entry later, in order, with whether the judge says so."""
    last = entry.due + LATEST
    keys = (*entry.claims, *(record.statement.id for record in entry.records))
    for telling, sure in told.after(entry.first, keys, entry.doing):
        record = telling.record
        if published_on(record) > last or record.judgement.utterance in entry.utterances:
            continue
        if sure and not unrelated(entry.doing, telling.doing):
            yield telling, True
        elif same_act(entry.doing, telling.doing):
            yield telling, False


def _reading(telling: Telling, entry: _Entry, sure: bool) -> Status | None:
    """Return what a later statement about the act says of the deadline; None if nothing."""
    record = telling.record
    passed = published_on(record) > entry.due
    contests = telling.contests
    done = telling.ended if entry.kind == "end" else telling.begun or telling.ended
    if sure and not contests and telling.over and not telling.failed:
        done = done or record.judgement.verdict.label is Label.UPDATE
    if done and not contests and not telling.failed:
        days = _days_told(record)
        if days and days[-1] < published_on(entry.first):
            return None  # what was done before it was announced is another event
        return Status.MISSED if telling.late or (days and days[-1] > entry.due) else Status.MET
    if telling.delayed and not passed:
        return Status.MOVED if sure else None
    if passed and (telling.failed or telling.late or (telling.delayed and sure)):
        return Status.MISSED
    if passed and contests and sure:
        return Status.MISSED
    return None


def _days_told(record: Record) -> list[date]:
    """Return the days of the calendar on which a statement says that something was, sorted."""
    day = published_on(record)
    found = find_dates(
        record.content, record.article.language, day if record.article.dated else None
    )
    return sorted(
        d.start
        for d in found
        if d.start is not None
        and d.start == d.end
        and d.start <= day
        and re.search(r"\d", d.span.of(record.content))
    )
