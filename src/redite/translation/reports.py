"""All that was said, to be asked for other reports of one thing."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from datetime import timedelta

from redite.text.damage import Signs
from redite.translation.said import Said, said, takes_a_side
from redite.values import Article, Record

NEAR = timedelta(days=30)
"""Apart from which two sayings are of different times."""
LISTED = 200
"""Statements looked at, the nearest ones."""


class Reports:
    """Everything that was said in texts that nothing calls translated."""

    def __init__(
        self, records: Sequence[Record], shown: Mapping[str, Signs], suspect: set[str]
    ) -> None:
        self._shown = shown
        self._said: dict[str, Said] = {}
        self._utterances: dict[str, list[Record]] = {}
        clean = [
            record
            for record in sorted(records, key=lambda record: record.order)
            if record.article.key not in suspect and record.standing.duplicate_of is None
        ]
        for record in clean:
            self._utterances.setdefault(record.judgement.utterance, []).append(record)
        self._clean = clean
        estimated = (record for record in clean if record.statement.estimate is not None)
        self._sided = [one for one in map(self.said, estimated) if takes_a_side(one)]
        self._when = [one.article.published for one in self._sided]

    def said(self, record: Record) -> Said:
        """Return what a statement can be compared by."""
        found = self._said.get(record.statement.id)
        if found is None:
            found = said(record, self._shown[record.article.key])
            self._said[record.statement.id] = found
        return found

    def of_utterance(self, record: Record) -> list[Record]:
        """Return the reports of the very same saying, in ledger order."""
        return self._utterances.get(record.judgement.utterance, [])

    def beside(self, record: Record) -> list[Record]:
        """Return other reports of the very same saying, `LISTED` at most."""
        found = self.of_utterance(record)[:LISTED]
        return [one for one in found if one.article.key != record.article.key]

    def near(self, article: Article) -> list[Record]:
        """Return what other articles of about that time report, `LISTED` before it and after."""
        when = article.published
        at = bisect_left(self._clean, when, key=lambda one: one.article.published)
        return [
            one
            for one in self._clean[max(0, at - LISTED) : at + LISTED]
            if one.article.key != article.key and abs(one.article.published - when) <= NEAR
        ]

    def estimates_near(self, article: Article) -> list[Said]:
        """Return the estimates of other articles, the nearest in time first."""
        low = bisect_left(self._when, article.published - NEAR)
        high = bisect_right(self._when, article.published + NEAR)
        found = [one for one in self._sided[low:high][-LISTED:] if one.article.key != article.key]
        return sorted(found, key=lambda one: abs(one.article.published - article.published))
