"""All that was said, to be asked for other reports of one thing."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from itertools import islice

from redite.translation.said import Said, said, takes_a_side
from redite.translation.suspicion import Suspicion
from redite.values import Article, Record

NEAR = timedelta(days=30)
"""Apart from which two sayings are of different times."""
LISTED = 200
"""Statements looked at, the nearest ones."""


class Reports:
    """Everything that was said in texts that nothing calls translated."""

    def __init__(self, records: Sequence[Record], suspicion: Suspicion) -> None:
        self._suspicion = suspicion
        self._said: dict[str, Said] = {}
        self._told = [
            record
            for record in sorted(records, key=lambda record: record.order)
            if record.standing.duplicate_of is None
        ]
        self._utterances: dict[str, list[Record]] = {}
        for record in self._told:
            self._utterances.setdefault(record.judgement.utterance, []).append(record)
        self._estimated = [each for each in self._told if each.statement.estimate is not None]

    def _clean(self, records: Iterable[Record]) -> Iterable[Record]:
        return (each for each in records if not self._suspicion.falls_on(each.article))

    def said(self, record: Record) -> Said:
        """Return what a statement can be compared by."""
        found = self._said.get(record.statement.id)
        if found is None:
            found = said(record, self._suspicion.signs(record.article))
            self._said[record.statement.id] = found
        return found

    def of_utterance(self, record: Record) -> list[Record]:
        """Return the reports of the very same saying, in ledger order."""
        return list(self._clean(self._utterances.get(record.judgement.utterance, ())))

    def beside(self, record: Record) -> list[Record]:
        """Return other reports of the very same saying, `LISTED` at most."""
        found = self.of_utterance(record)[:LISTED]
        return [one for one in found if one.article.key != record.article.key]

    def near(self, article: Article) -> list[Record]:
        """Return what other articles of about that time report, `LISTED` before it and after."""
        when = article.published
        at = bisect_left(self._told, when, key=_when)
        before = islice(self._clean(self._told[n] for n in range(at - 1, -1, -1)), LISTED)
        after = islice(self._clean(islice(self._told, at, None)), LISTED)
        return [
            one
            for one in (*reversed(list(before)), *after)
            if one.article.key != article.key and abs(one.article.published - when) <= NEAR
        ]

    def estimates_near(self, article: Article) -> list[Said]:
        """Return the estimates of other articles, the nearest in time first."""
        low = bisect_left(self._estimated, article.published - NEAR, key=_when)
        high = bisect_right(self._estimated, article.published + NEAR, key=_when)
        clean = map(self.said, self._clean(reversed(self._estimated[low:high])))
        latest = list(islice(filter(takes_a_side, clean), LISTED))[::-1]
        found = [one for one in latest if one.article.key != article.key]
        return sorted(found, key=lambda one: abs(one.article.published - article.published))


def _when(record: Record) -> datetime:
    return record.article.published
