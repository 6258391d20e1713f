"""What all pages share: the ledger, what is known of it now, and the work under way."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from datetime import date, datetime
from functools import partial
from threading import RLock

import numpy as np
from numpy.typing import NDArray

from redite import lenses
from redite.briefing.corrected import Edits
from redite.corrections import Kind, make
from redite.desk import work
from redite.desk.briefing import Asked, brief_of, concerning, inside, of_interest, of_subject
from redite.desk.jobs import Jobs
from redite.desk.pages import prepare
from redite.desk.safety import Token
from redite.desk.snapshot import Mark, Snapshot
from redite.desk.watch import Watch
from redite.desk.words import LANGUAGES
from redite.errors import UsageError
from redite.interfaces import Correction, Encoder, Store, Tagger
from redite.lang import languages
from redite.stages import estimates
from redite.stages.briefs import Beside
from redite.stages.corrected import remembered
from redite.text.context import find_context
from redite.text.damage import signs
from redite.text.places import find_places
from redite.timing.why import WhyNow
from redite.values import Brief, Record

PATIENCE = 1.5
"""Seconds that a page waits for what is being worked out, where the ledger is small."""
SETTLED = 5_000
"""Statements up to which the ledger is judged again after a correction. Judging holds the ledger:
where it takes minutes, the next ingest does it, and until then the correction shows as it is."""
EDITED = 500
"""Statements of earlier versions that a brief looks at."""
WARMED = 7
"""Days whose briefs are written before anybody asks."""
BRIEFS = 32
"""Briefs kept until the ledger changes."""


class Desk:
    """One open desk."""

    def __init__(
        self,
        store: Store,
        tagger: Callable[[], Tagger],
        clock: Callable[[], datetime],
        settle: Callable[[], object],
        encoder: Callable[[], Encoder] | None = None,
        *,
        settled: int = SETTLED,
    ) -> None:
        """Open a desk on `store`, which `settle` judges; see `SETTLED` for `settled`.

        With an `encoder`, search finds by meaning, too.
        """
        self._encoder = encoder
        self._settled = settled
        self.store = store
        self.clock = clock
        self.token = Token()
        self.watch = Watch(store)
        self.deciding = RLock()
        """Held from looking at what others decided to writing a correction down."""
        self._language = "en"
        """In which somebody read a brief last: briefs are made ready in it."""
        self._briefs: dict[tuple[Mark, Asked, str, tuple[object, ...]], Brief] = {}
        self.jobs = Jobs(store, tagger, clock, settle, self.watch.renew)

    @property
    def now(self) -> Snapshot:
        """What the ledger holds now."""
        return self.watch.snapshot

    @property
    def patience(self) -> float:
        """Seconds that a page waits: on a large ledger it says what is missing, and comes again."""
        return PATIENCE if len(self.now.all) <= work.HELD else 0.0

    @property
    def state(self) -> tuple[object, ...]:
        """What changes whenever a page might say something else."""
        return (*self.watch.state, self.jobs.busy)

    def brief(self, asked: Asked, language: str = "en") -> Brief:
        """Return a brief, as the ledger is now; for a subject ask `seen` first whether it is ready.

        On a large ledger it comes without why now until that has been counted.
        """
        snapshot, self._language = self.now, language
        due = self.watch.wait("due", work.due, self.patience)
        why = self.why(asked)
        basis = (*self.watch.basis("due", "damage"), why is not None)
        key = (snapshot.mark, asked, language, basis)
        found = self._briefs.get(key)
        if found is None:
            if len(self._briefs) >= BRIEFS:
                self._briefs.clear()
            looked = self.seen(asked.lens) if asked.lens else None
            chosen = of_subject(inside(snapshot, asked), looked.utterances if looked else None)
            beside = self._beside(snapshot, chosen, asked, due, why)
            found = self._briefs[key] = brief_of(snapshot, chosen, asked, language, beside)
        return found

    def why(self, asked: Asked, patience: float | None = None) -> WhyNow | None:
        """Return what counting tells of a period; None while it is being counted.

        Without `patience` it is waited for where the ledger is small, and nothing is counted that
        `leaves_out`.
        """
        if patience is None:
            if self.leaves_out(asked):
                return WhyNow((), (), ())
            patience = self.patience
        name = f"why:{asked.lens}:{asked.since}:{asked.until}"
        return self.watch.wait(name, work.why(asked), patience)

    def leaves_out(self, asked: Asked) -> bool:
        """Say whether why now is left out of a brief until somebody asks for it.

        It goes through all that the busiest ever said: on a large ledger too much for every past
        day that is leafed through.
        """
        return not (
            self.patience or asked.counted or asked.lens or asked.until == self.now.last_day
        )

    def seen(self, lens: str, patience: float | None = None) -> work.Seen | None:
        """Return what a lens takes in; None while it is being looked through.

        Raises:
            UsageError: no lens is called so.
        """
        if lens not in lenses.shipped():
            raise UsageError(f"no lens is called {lens!r}")
        return self.watch.wait(
            f"lens:{lens}", work.seen(lens), self.patience if patience is None else patience
        )

    def _beside(
        self,
        snapshot: Snapshot,
        chosen: Sequence[Record],
        asked: Asked,
        due: work.Due | None,
        why: WhyNow | None,
    ) -> Beside:
        """Return what a brief may tell beside the sayings."""
        subject = lenses.load(asked.lens) if asked.lens else None
        old = snapshot.superseded[-EDITED:]
        announced = due.announced if due is not None and asked.until == due.on else ()
        if subject is not None:
            old = tuple(lenses.take_in(subject, old))
            announced = concerning(announced, subject)
        announced = of_interest(announced, chosen, asked)
        keys = dict.fromkeys(record.standing.superseded_by or "" for record in old)
        latest = {key: found for key in keys if (found := self.store.article(key)) is not None}
        return Beside(
            announced=announced,
            why=why,
            edits=Edits(old, latest),
            flags=self.damage(chosen),
            lens=subject.name if subject else None,
            sayings_of=snapshot.sayings_of,
        )

    def damage(self, records: Sequence[Record]) -> work.Damaged:
        """Return what translations have damaged, at least in the articles of `records`."""
        if len(self.now.all) > work.HELD:
            return work.damaged_among(self.now, records)
        return self.watch.wait("damage", work.damaged, self.patience) or {}

    def taken_by(
        self, snapshot: Snapshot, lens: str, patience: float | None = None
    ) -> NDArray[np.bool_] | None:
        """Return which statements a lens takes in, one truth each; None while it is looked through.

        Without a lens it is all of them.

        Raises:
            UsageError: no lens is called so.
        """
        if not lens:
            return np.ones(len(snapshot.all), dtype=bool)
        found = self.seen(lens, patience)
        if found is None:
            return None
        # The lens may have looked at an earlier moment, when other statements were on record.
        places = (snapshot.places.get(record.statement.id) for record in found.records)
        rows = np.zeros(len(snapshot.all), dtype=bool)
        rows[[place for place in places if place is not None]] = True
        return rows

    @property
    def means(self) -> bool:
        """Whether search finds by meaning."""
        return self._encoder is not None

    def warm(self) -> None:
        """Make ready beside the pages what the first readers would wait for, piece by piece."""
        always: dict[str, Callable[[Snapshot], object]] = {
            "search": work.searchable,
            "due": work.due,
            "damage": work.damaged,
        }
        always |= {f"templates {code}": partial(_prepared, code) for code in LANGUAGES}
        always |= {f"patterns {code}": partial(_compiled, code) for code in languages()}
        always |= {f"brief {back}": partial(self._briefed, back) for back in range(1, WARMED + 1)}
        for name, make_ready in always.items():
            self.watch.derived(name, make_ready, always=True)
        self.watch.derived("likelihoods", work.likelihoods)

    def _briefed(self, back: int, snapshot: Snapshot) -> None:
        """Write the brief of one of the last days, counted from the end."""
        for day in snapshot.days[-back:][:1]:
            self.brief(Asked(day, day), self._language)

    def near(self, words: str, among: Container[str], patience: float = 0.0) -> list[Record]:
        """Return the statements in `among` that mean much the same as `words`, the nearest first.

        Nothing where there is no encoder, or where the vectors are not read in `patience` seconds.
        """
        if self._encoder is None:
            return []
        found = self.watch.wait("meaning", work.meaning(self._encoder), patience)
        return found.near(words, among) if found is not None else []

    def correct(self, kind: Kind, subject: str, payload: Mapping[str, str], who: str) -> Correction:
        """Write a correction down; what it does shows at once."""
        now = self.now
        known = remembered(kind, subject, payload, now.of_speaker, now.by_id.get)
        return self._write(make(kind, subject, known, who, self.clock()))

    def resolve(self, record: Record, came_about: bool, who: str, on: date | None) -> Correction:
        """Write down whether what a statement called likely came about."""
        return self._write(estimates.resolution(record, came_about, who, self.clock(), on))

    def _write(self, correction: Correction) -> Correction:
        self.store.correct(correction)
        self.watch.renew()
        if len(self.now.all) <= self._settled:
            self.jobs.corrected = True
            self.jobs.settle()
        return correction

    def close(self) -> None:
        """End what runs beside the pages, and close the ledger."""
        self.jobs.stop()
        self.watch.stop()
        self.store.close()


def _prepared(language: str, _: Snapshot) -> None:
    prepare(language)


def _compiled(language: str, _: Snapshot) -> None:
    """Compile what a brief looks for in texts of a language: it takes longer than the brief."""
    find_context("", language)
    signs("", language)
    find_places("", language)
