"""How often something was said, day by day: by utterance and independent origin, not by article.

Five hundred papers that print one speech make one utterance; those that took it from one agency
make one origin. A day counts the utterances said on it and, beside them, the origins that
reported them independently.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from redite.reports import by_utterance, origins, published_on
from redite.values import Record

LONGEST = 3660
"""Days that a series covers at most; earlier ones are left out."""


@dataclass(frozen=True, slots=True)
class Series:
    """One count for each day from `first` on, none left out."""

    name: str
    """Whose series it is: a subject, or a speaker."""
    first: date
    utterances: tuple[int, ...]
    origins: tuple[int, ...]
    """Independent origins of these utterances, added up."""

    @property
    def days(self) -> int:
        """How many days the series covers."""
        return len(self.utterances)

    def day(self, number: int) -> date:
        """Return day `number`, from 0."""
        return self.first + timedelta(days=number)

    def number(self, day: date) -> int:
        """Return the number of `day`; below 0 or from `days` on where the series has none."""
        return (day - self.first).days


def said_on(reports: Sequence[Record]) -> date:
    """Return the day of an utterance: the day of saying where a report fixes it, else of the first.

    A day of saying later than the first report is a mistake and does not count.
    """
    first = min(published_on(record) for record in reports)
    for record in reports:
        interval = record.statement.said_on
        day = interval.start if interval is not None else None
        if interval is not None and day is not None and day == interval.end and day <= first:
            return day
    return first


def series(name: str, records: Iterable[Record], first: date, last: date) -> Series:
    """Return the series of these records from `first` to `last`, both inclusive.

    What was said outside, or stands in undated articles only, is left out.
    """
    first = max(first, last - timedelta(days=LONGEST - 1))
    counts = [0] * ((last - first).days + 1)
    independent = [0] * len(counts)
    for reports in by_utterance(record for record in records if record.article.dated):
        at = (said_on(reports) - first).days
        if 0 <= at < len(counts):
            counts[at] += 1
            independent[at] += len(origins(reports))
    return Series(name, first, tuple(counts), tuple(independent))
