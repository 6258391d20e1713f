"""The life of every announced date: open, met, moved, missed, or not heard of again.

1. The statements with a deadline are put together: reports of one utterance, and then all that
   announce one act (the same claim, or words about the same act) for the same day.
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
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache

from redite.compare.acts import Doing, same_act, unrelated
from redite.lang import languages, words
from redite.lang.comparison import comparison, lexicon
from redite.lang.deadlines import Deadlines
from redite.reports import published_on
from redite.text.dates import find_dates
from redite.text.phrase_patterns import Openings, marker, plain
from redite.values import Label, Record

LATEST = timedelta(days=60)
"""After its day, for how long later statements are taken to be about a deadline."""
LISTED = 300
"""Later statements looked at for one word of an announcement, the next ones first."""
NEAREST = 60
"""Of these, how many are compared: those that share most."""
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


def follow(records: Iterable[Record], on: date) -> tuple[Announced, ...]:
    """Return every date announced by the end of the day `on`, with its status on that day.

    Sorted by due day, then by first announcement. What was published after `on` does not count.
    """
    known = sorted((r for r in records if published_on(r) <= on), key=lambda r: r.order)
    entries = _entries(known)
    if not entries:
        return ()
    told = _Told(known)
    announcing = {entry.first.statement.id: entry for entry in entries}
    found = [_followed(entry, announcing, told, on) for entry in entries]
    return tuple(sorted(found, key=lambda a: (a.due, a.records[0].order)))


# --- announcements ------------------------------------------------------------------------------


class _Entry:
    """One date of one act, with the reports that announce it; `add` the next one."""

    def __init__(self, due: date, kind: str, doing: Doing) -> None:
        self.due = due
        self.kind = kind
        self.doing = doing
        self.records: list[Record] = []
        self.claims: set[str] = set()
        self.utterances: set[str] = set()
        self.add(doing.record)

    def add(self, record: Record) -> None:
        self.records.append(record)
        self.claims.add(record.judgement.claim)
        self.utterances.add(record.judgement.utterance)

    @property
    def first(self) -> Record:
        return self.records[0]


def _entries(known: Sequence[Record]) -> list[_Entry]:
    dues: dict[str, date] = {}
    entries: list[_Entry] = []
    by_key: dict[tuple[date, str], list[_Entry]] = {}
    for record in known:
        deadline, judgement = record.statement.deadline, record.judgement
        if deadline is None:
            continue
        # A reprint counts "tomorrow" from its own day: the first report knows better.
        due = dues.setdefault(judgement.utterance, deadline.due)
        kind, doing = _kind(record), Doing(record)
        keys = [judgement.utterance, judgement.claim, *doing.objects, *doing.around]
        alike = (entry for key in keys for entry in by_key.get((due, key), ())[-NEAREST:])
        entry = next((entry for entry in alike if _one_act(entry, kind, doing)), None)
        if entry is None:
            entry = _Entry(due, kind, doing)
            entries.append(entry)
        else:
            entry.add(record)
        for key in keys if entry.first is record else keys[:2]:
            found = by_key.setdefault((due, key), [])
            if not found or found[-1] is not entry:
                found.append(entry)
    return entries


def _one_act(entry: _Entry, kind: str, doing: Doing) -> bool:
    judgement = doing.record.judgement
    if judgement.utterance in entry.utterances:
        return True
    if (entry.kind == "end") != (kind == "end"):
        return False
    return judgement.claim in entry.claims or same_act(entry.doing, doing)


def _kind(record: Record) -> str:
    """Return "end", "begin" or "act": what the words nearest to the deadline announce."""
    deadline, content = record.statement.deadline, record.statement.attribution.content
    beside = _beside(record.article.language)
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


class _Beside:
    """The word lists of one language that tell how an act went on."""

    def __init__(self, language: str) -> None:
        data = words(language, "deadlines", Deadlines)
        self.ends = marker(data.ends)
        self.begins = marker(data.begins)
        self.done = marker(data.done)
        self.ended = marker(data.ended)
        self.failed = marker(data.failed)
        self.delayed = marker(data.delayed)
        self.late = marker(data.late_words)
        self.not_yet = marker(data.not_yet)
        self.gone = marker(data.gone, data.gone_endings)
        self.joining = marker(data.joining)
        self.negations = lexicon(comparison(language).negations)
        forms = (*data.done, *data.gone, *data.failed, *data.delayed, *data.late_words)
        self.openings = Openings((*forms, *(f"*{ending}" for ending in data.gone_endings)))
        """Words without any of which a statement tells nothing."""


@cache
def _beside(language: str | None) -> _Beside | None:
    return _Beside(language) if language is not None and language in languages() else None


@dataclass(frozen=True, slots=True)
class _Telling:
    """A statement that may tell what came of an announced act."""

    doing: Doing
    begun: bool
    """It says that something has been done."""
    ended: bool
    over: bool
    """It is in the past tense, whatever was done."""
    failed: bool
    delayed: bool
    late: bool

    @property
    def record(self) -> Record:
        return self.doing.record


class _Told:
    """What may tell, found by claim and by what it is about."""

    def __init__(self, known: Sequence[Record]) -> None:
        self._telling = [telling for record in known if (telling := _telling(record)) is not None]
        self._order = [telling.record.order for telling in self._telling]
        self._by: dict[str, list[int]] = {}
        for at, telling in enumerate(self._telling):
            judgement = telling.record.judgement
            against = (evidence.statement for evidence in judgement.verdict.against[:1])
            for key in dict.fromkeys((judgement.claim, *against, *telling.doing.objects)):
                self._by.setdefault(key, []).append(at)

    def about(self, entry: _Entry) -> Iterator[tuple[_Telling, bool]]:
        """Yield what was told about an entry later, in order, with whether the judge says so."""
        begin = bisect_right(self._order, entry.first.order)
        own = (record.statement.id for record in entry.records)
        sure = {at for key in (*sorted(entry.claims), *own) for at in self._after(begin, key)}
        weights: dict[int, float] = {}
        for share, objects in ((1.0, entry.doing.objects), (0.5, entry.doing.around)):
            for key, weight in objects.items():
                counted = share * weight
                for at in self._after(begin, key):
                    weights[at] = weights.get(at, 0.0) + counted
        maybe = sorted(weights, key=lambda at: (-weights[at], at))[:NEAREST]
        last = entry.due + LATEST
        for at in sorted(sure.union(maybe)):
            telling = self._telling[at]
            record = telling.record
            if published_on(record) > last or record.judgement.utterance in entry.utterances:
                continue
            if at in sure and not unrelated(entry.doing, telling.doing):
                yield telling, True
            elif same_act(entry.doing, telling.doing):
                yield telling, False

    def _after(self, begin: int, key: str) -> list[int]:
        """Return the first statements from number `begin` on that are listed under a key."""
        found = self._by.get(key, [])
        start = bisect_left(found, begin)
        return found[start : start + LISTED]


def _telling(record: Record) -> _Telling | None:
    beside = _beside(record.article.language)
    if beside is None:
        return None
    content = plain(record.content)[:2000]
    contests = record.judgement.verdict.label in (Label.DISPUTE, Label.REVERSAL)
    words = re.findall(r"\w+", content.lower())
    if not (contests or record.statement.deadline or beside.openings.among(words)):
        return None  # most of what is said
    begun = ended = over = negated = undone = not_yet = False
    for clause in _clauses(content, beside.joining):
        tokens = re.findall(r"[^\W_]+(?:'[^\W_]+)?", clause.lower())
        if any(token in beside.negations for token in tokens):
            negated = True
            undone = undone or any(each.search(clause) for each in (beside.done, beside.gone))
            continue
        if beside.not_yet.search(clause):
            not_yet = True
            continue
        begun = begun or beside.done.search(clause) is not None
        ended = ended or beside.ended.search(clause) is not None
        over = over or beside.gone.search(clause) is not None
    failed = beside.failed.search(content) is not None and (negated or not begun)
    failed = failed or (undone and not begun)
    delayed = beside.delayed.search(content) is not None
    late = beside.late.search(content) is not None
    telling = _Telling(
        doing=Doing(record),
        begun=begun,
        ended=ended,
        over=over and not not_yet and record.statement.deadline is None,
        failed=failed,
        delayed=delayed,
        late=late,
    )
    tells = begun or over or failed or delayed or late or contests
    return telling if tells or record.statement.deadline is not None else None


def _clauses(content: str, joining: re.Pattern[str]) -> Iterator[str]:
    for part in re.split(r"[,;:!?\n()–—]|\.(?=\s|$)", content):
        yield from joining.split(part)


def _followed(entry: _Entry, announcing: Mapping[str, _Entry], told: _Told, on: date) -> Announced:
    status: Status | None = None
    moved_to: date | None = None
    evidence: list[str] = []
    for telling, sure in told.about(entry):
        record = telling.record
        move = announcing.get(record.statement.id)
        is_move = (
            move is not None and move.due != entry.due and _one_act(entry, move.kind, move.doing)
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


def _reading(telling: _Telling, entry: _Entry, sure: bool) -> Status | None:
    """Return what a later statement about the act says of the deadline; None if nothing."""
    record = telling.record
    passed = published_on(record) > entry.due
    contests = record.judgement.verdict.label in (Label.DISPUTE, Label.REVERSAL)
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
