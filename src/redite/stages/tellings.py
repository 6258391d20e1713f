"""What may tell what came of an announced act, read from its words and found by what it is about.

Words are read once: `Readings` keeps them from one look at a ledger to the next, where few
statements are others.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np
from numpy.typing import NDArray

from redite.compare.acts import Doing
from redite.lang import languages, words
from redite.lang.comparison import comparison, lexicon
from redite.lang.deadlines import Deadlines
from redite.text.phrase_patterns import Openings, marker, plain
from redite.values import Label, Record

LISTED = 300
"""Later statements looked at for one word of an announcement, the next ones first."""
NEAREST = 60
"""Of these, how many are compared: those that share most."""
CONTESTING = (Label.DISPUTE, Label.REVERSAL)


class Lists:
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
def lists(language: str | None) -> Lists | None:
    """Return the lists of a language; None where it has no file."""
    return Lists(language) if language is not None and language in languages() else None


@dataclass(frozen=True, slots=True)
class Telling:
    """A statement that may tell what came of an announced act."""

    record: Record
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
    def contests(self) -> bool:
        """Whether it says the contrary of what somebody said."""
        return _contests(self.record)


class Readings:
    """What the words of statements tell, kept from one look at a ledger to the next.

    It holds for a text and what is marked in it, so that a statement is read again only where
    these are others. Not to be used by two threads at once.
    """

    def __init__(self) -> None:
        self._kept: dict[str, tuple[Record, Telling | None]] = {}

    def of(self, records: Iterable[Record]) -> list[Telling]:
        """Return those of `records` that may tell something, in order; all others are forgotten."""
        kept: dict[str, tuple[Record, Telling | None]] = {}
        for record in records:
            kept[record.statement.id] = record, self._telling(record)
        self._kept = kept
        return [telling for _, telling in kept.values() if telling is not None]

    def _telling(self, record: Record) -> Telling | None:
        read, telling = self._kept.get(record.statement.id, (None, None))
        if read is record:
            return telling
        if read is None or not _reads_alike(read, record):
            return _telling(record)
        if telling is None:
            return None
        return replace(telling, record=record)


def _reads_alike(one: Record, other: Record) -> bool:
    return (
        one.article.text == other.article.text
        and one.article.language == other.article.language
        and one.statement == other.statement
        and _contests(one) == _contests(other)
    )


def _contests(record: Record) -> bool:
    return record.judgement.verdict.label in CONTESTING


def _telling(record: Record) -> Telling | None:
    found = lists(record.article.language)
    if found is None:
        return None
    content = plain(record.content)[:2000]
    spoken = re.findall(r"\w+", content.lower())
    contests = _contests(record)
    if not (contests or record.statement.deadline or found.openings.among(spoken)):
        return None  # most of what is said
    begun = ended = over = negated = undone = not_yet = False
    for clause in _clauses(content, found.joining):
        tokens = re.findall(r"[^\W_]+(?:'[^\W_]+)?", clause.lower())
        if any(token in found.negations for token in tokens):
            negated = True
            undone = undone or any(each.search(clause) for each in (found.done, found.gone))
            continue
        if found.not_yet.search(clause):
            not_yet = True
            continue
        begun = begun or found.done.search(clause) is not None
        ended = ended or found.ended.search(clause) is not None
        over = over or found.gone.search(clause) is not None
    failed = found.failed.search(content) is not None and (negated or not begun)
    failed = failed or (undone and not begun)
    delayed = found.delayed.search(content) is not None
    late = found.late.search(content) is not None
    telling = Telling(
        record=record,
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


class Told:
    """What may tell, found by claim and by what it is about."""

    def __init__(self, tellings: Sequence[Telling]) -> None:
        """Index `tellings`, which are in ledger order."""
        self._tellings = tellings
        self._order = [telling.record.order for telling in tellings]
        listed: dict[str, list[int]] = {}
        for at, telling in enumerate(tellings):
            judgement = telling.record.judgement
            against = (evidence.statement for evidence in judgement.verdict.against[:1])
            for key in dict.fromkeys((judgement.claim, *against, *telling.doing.objects)):
                listed.setdefault(key, []).append(at)
        self._by = {key: np.array(found, dtype=np.int64) for key, found in listed.items()}

    def after(
        self, first: Record, keys: Iterable[str], doing: Doing
    ) -> Iterator[tuple[Telling, bool]]:
        """Yield what stands after `first` and may be about it, in order.

        With each comes whether it is listed under one of `keys`, which a judge gave; the others
        share most with what is done.
        """
        begin = bisect_right(self._order, first.order)
        sure = {int(at) for key in keys for at in self._listed(begin, key)}
        for at in sorted(sure.union(self._sharing(begin, doing))):
            yield self._tellings[at], at in sure

    def _sharing(self, begin: int, doing: Doing) -> list[int]:
        """Return the `NEAREST` from number `begin` on that share most with what is done."""
        found: list[NDArray[np.int64]] = []
        weights: list[float] = []
        for share, objects in ((1.0, doing.objects), (0.5, doing.around)):
            for key, weight in objects.items():
                listed = self._listed(begin, key)
                if len(listed):
                    found.append(listed)
                    weights.append(share * weight)
        if not found:
            return []
        each = np.repeat(weights, [len(listed) for listed in found])
        places, at = np.unique(np.concatenate(found), return_inverse=True)
        best = np.argsort(-np.bincount(at, each), kind="stable")[:NEAREST]
        return [int(place) for place in places[best]]

    def _listed(self, begin: int, key: str) -> NDArray[np.int64]:
        """Return the first statements from number `begin` on that are listed under a key."""
        found = self._by.get(key)
        if found is None:
            return _NONE
        start = bisect_left(found, begin)
        return found[start : start + LISTED]


_NONE = np.zeros(0, dtype=np.int64)
