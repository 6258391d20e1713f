"""The ledger as the desk reads it: everything in force at one moment, found quickly.

A page asks for a few of many statements. What it asks by is counted out once, when the ledger has
changed, and kept in memory: lists by article, speaker, claim and utterance, and a column of
numbers for each filter. Nothing here is changed once it is made, so that readers need no lock.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date
from functools import cached_property
from operator import is_

import numpy as np
from anyascii import anyascii
from numpy.typing import NDArray

from redite import corrections as correcting
from redite import laid_over
from redite import records as reading
from redite.interfaces import Correction, Store
from redite.reports import outlet
from redite.search import fold
from redite.stages.tellings import Readings
from redite.values import Record, Standing

Mark = tuple[int, ...]


class Snapshot:
    """What a ledger holds at one moment; see `take`."""

    def __init__(
        self,
        mark: Mark,
        records: Iterable[Record],
        standings: Mapping[str, Standing],
        corrections: Sequence[Correction],
    ) -> None:
        self.mark = mark
        self.standings = standings
        self.kept: dict[str, object] = {}
        """What was worked out from the statements that count here; see `keep`."""
        self.readings = Readings()
        """What of deadlines the words tell; kept from one snapshot to the next."""
        self.corrections = tuple(corrections)
        everything = tuple(records)
        self.by_id = {record.statement.id: record for record in everything}
        self.places = {record.statement.id: at for at, record in enumerate(everything)}
        self.all = everything
        """Every statement, those of earlier versions included, in ledger order."""
        dismissed = correcting.dismissed(corrections)
        self.dismissed = dismissed
        self.in_force = np.fromiter(
            (
                r.standing.superseded_by is None and r.statement.id not in dismissed
                for r in everything
            ),
            dtype=bool,
            count=len(everything),
        )
        self._by: dict[str, dict[str, list[Record]]] = {
            "article": defaultdict(list),
            "speaker": defaultdict(list),
            "claim": defaultdict(list),
            "utterance": defaultdict(list),
            "family": defaultdict(list),
        }
        self.cited_by: dict[str, list[str]] = defaultdict(list)
        for record in everything:
            judgement = record.judgement
            self._by["article"][record.article.key].append(record)
            self._by["speaker"][judgement.speaker.id].append(record)
            self._by["claim"][judgement.claim].append(record)
            self._by["utterance"][judgement.utterance].append(record)
            self._by["family"][record.standing.version_of or record.article.key].append(record)
            for evidence in judgement.verdict.against:
                self.cited_by[evidence.statement].append(record.statement.id)

    def keep(self, before: Snapshot) -> None:
        """Go on with what was worked out from `before`, where the same statements count in both.

        A note, or what came of a forecast, changes none of them. Words that were read are not read
        again, whatever has changed.
        """
        self.readings = before.readings
        same = len(self.all) == len(before.all) and all(map(is_, self.all, before.all))
        if same and np.array_equal(self.in_force, before.in_force):
            self.kept = before.kept

    def of_article(self, key: str) -> Sequence[Record]:
        """Return the statements of one article, in text order."""
        return self._by["article"].get(key, ())

    def of_speaker(self, speaker: str) -> Sequence[Record]:
        """Return what one speaker said, in ledger order, earlier versions included."""
        return self._by["speaker"].get(speaker, ())

    def of_claim(self, claim: str) -> Sequence[Record]:
        """Return the statements of one claim, in ledger order."""
        return self._by["claim"].get(claim, ())

    def of_utterance(self, utterance: str) -> Sequence[Record]:
        """Return the reports of one utterance, in ledger order."""
        return self._by["utterance"].get(utterance, ())

    def of_family(self, article: str) -> Sequence[Record]:
        """Return the statements of every version of an article, by the key of the first one."""
        return self._by["family"].get(article, ())

    def is_in_force(self, record: Record) -> bool:
        """Say whether a record counts: in the latest version of its article, and not dismissed."""
        return bool(self.in_force[self.places[record.statement.id]])

    @cached_property
    def current(self) -> tuple[Record, ...]:
        """The statements that count, in ledger order."""
        return tuple(r for r, counts in zip(self.all, self.in_force, strict=True) if counts)

    @cached_property
    def superseded(self) -> tuple[Record, ...]:
        """The statements of earlier versions, in ledger order."""
        return tuple(r for r in self.all if r.standing.superseded_by is not None)

    @cached_property
    def columns(self) -> Columns:
        """What is filtered by."""
        return Columns(self.all)

    @cached_property
    def names(self) -> dict[str, str]:
        """The name of every speaker as it is looked for: folded, and in Latin letters."""
        found = {}
        for speaker, records in self._by["speaker"].items():
            name = fold(records[0].judgement.speaker.name or records[0].statement.speaker.name)
            found[speaker] = f"{name} {anyascii(name).lower()}"
        return found

    @cached_property
    def sayings_of(self) -> Mapping[str, int]:
        """How many utterances that count each speaker is the first on record to have said."""
        firsts = (
            next((report for report in reports if self.is_in_force(report)), None)
            for reports in self._by["utterance"].values()
        )
        return Counter(first.judgement.speaker.id for first in firsts if first is not None)

    @cached_property
    def public(self) -> dict[str, str]:
        """The public id of every article key."""
        return {key: standing.id for key, standing in self.standings.items()}

    @cached_property
    def keys(self) -> dict[str, str]:
        """The article key of every public id, of the latest version where there are several."""
        ordered = sorted(self.standings.values(), key=lambda s: s.superseded_by is None)
        return {standing.id: standing.article for standing in ordered}

    @cached_property
    def articles(self) -> dict[str, list[Standing]]:
        """The versions of every edited article, by the key of the first one."""
        found: dict[str, list[Standing]] = defaultdict(list)
        for standing in self.standings.values():
            if standing.version_of is not None or standing.superseded_by is not None:
                found[standing.version_of or standing.article].append(standing)
        return found

    @cached_property
    def last_day(self) -> date | None:
        """The last day on record: of dated articles where there are any, else of all."""
        dated = [r.article.published for r in self.current if r.article.dated]
        days = dated or [r.article.published for r in self.current]
        return max(days).astimezone(UTC).date() if days else None

    @cached_property
    def days(self) -> list[date]:
        """Every day on which something that counts was published and says so, in order."""
        numbers = np.unique(self.columns.day[self.in_force & self.columns.dated])
        return [date.fromordinal(int(number)) for number in numbers]

    def related(self, record: Record) -> list[Record]:
        """Return all that `redite.trace.trace` may need to tell the history of one statement."""
        utterances = {record.judgement.utterance}
        utterances.update(r.judgement.utterance for r in self.of_claim(record.judgement.claim))
        for report in self.of_utterance(record.judgement.utterance):
            named = [evidence.statement for evidence in report.judgement.verdict.against]
            for other in (*named, *self.cited_by.get(report.statement.id, ())):
                if other in self.by_id:
                    utterances.add(self.by_id[other].judgement.utterance)
        found = {
            report.statement.id: report
            for utterance in utterances
            for report in self.of_utterance(utterance)
        }
        family = record.standing.version_of or record.article.key
        for version in self.of_family(family):
            found[version.statement.id] = version
        return sorted(found.values(), key=lambda each: each.order)


class Columns:
    """One number a statement for everything that statements are filtered by, in ledger order."""

    def __init__(self, records: Sequence[Record]) -> None:
        self.verdict = Column(r.judgement.verdict.label.value for r in records)
        self.act = Column(r.statement.act.value if r.statement.act else "" for r in records)
        self.language = Column(r.article.language or "" for r in records)
        self.outlet = Column(_outlets(records))
        self.speaker = Column(r.judgement.speaker.id for r in records)
        self.unsure = np.fromiter(
            (r.judgement.verdict.unsure for r in records), dtype=bool, count=len(records)
        )
        self.dated = np.fromiter((r.article.dated for r in records), dtype=bool, count=len(records))
        self.day = np.fromiter(
            (r.article.published.astimezone(UTC).toordinal() for r in records),
            dtype=np.int32,
            count=len(records),
        )


class Column:
    """Words as numbers: `codes` one a row, `words` what they stand for."""

    def __init__(self, words: Iterable[str]) -> None:
        known: dict[str, int] = {}
        self.codes: NDArray[np.int32] = np.fromiter(
            (known.setdefault(word, len(known)) for word in words), dtype=np.int32
        )
        self.words = tuple(known)
        self._known = known

    def are(self, word: str) -> NDArray[np.bool_]:
        """Return which rows hold `word`."""
        result: NDArray[np.bool_] = self.codes == self._known.get(word, -1)
        return result

    def code(self, word: str) -> int:
        """Return the number of `word`, -1 where no row holds it."""
        return self._known.get(word, -1)

    def counts(self, rows: NDArray[np.bool_]) -> dict[str, int]:
        """Return how often each word is held by `rows`, the most frequent first."""
        found = np.bincount(self.codes[rows], minlength=len(self.words))
        order = sorted(range(len(self.words)), key=lambda at: (-found[at], self.words[at]))
        return {self.words[at]: int(found[at]) for at in order if found[at]}


def _outlets(records: Sequence[Record]) -> Iterable[str]:
    names: dict[str, str] = {}
    for record in records:
        article = record.article
        name = names.get(article.key)
        if name is None:
            name = names[article.key] = outlet(article) or ""
        yield name


def take(store: Store, found: Iterable[Record] | None = None, mark: Mark | None = None) -> Snapshot:
    """Return what `store` holds now.

    Args:
        store: The ledger.
        found: Its records, every version, where they have just been read.
        mark: What `store.mark` said before they were read.
    """
    if found is None or mark is None:
        mark = store.mark()  # before reading: what is decided meanwhile shows as a newer mark
        found = reading.judged(store, all_versions=True)
    standings = {
        key: decided.decision
        for key, decided in store.standings().items()
        if isinstance(decided.decision, Standing)
    }
    corrections = tuple(store.corrections())
    return Snapshot(mark, laid_over.shown(found, corrections), standings, corrections)
