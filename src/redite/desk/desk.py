"""What all pages share: the ledger, what is known of it now, and the work under way."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from datetime import date, datetime

import numpy as np
from numpy.typing import NDArray

from redite import lenses
from redite.briefing.corrected import Edits
from redite.corrections import Kind, make
from redite.desk import filters as filtering
from redite.desk import work
from redite.desk.filters import Filters
from redite.desk.jobs import Jobs
from redite.desk.safety import Token
from redite.desk.snapshot import Mark, Snapshot
from redite.desk.watch import Watch
from redite.errors import UsageError
from redite.interfaces import Correction, Encoder, Store, Tagger
from redite.stages.briefs import Beside
from redite.stages.corrected import remembered
from redite.values import Brief, Record

PATIENCE = 1.5
"""Seconds that a page waits for what is being worked out."""
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
        self._briefs: dict[tuple[Mark, date | None, date | None, str, tuple[bool, ...]], Brief] = {}
        self.jobs = Jobs(store, tagger, clock, settle, self.watch.renew)

    @property
    def now(self) -> Snapshot:
        """What the ledger holds now."""
        return self.watch.snapshot

    def brief(self, since: date | None, until: date | None, language: str = "en") -> Brief:
        """Return the brief of a period, as the ledger is now."""
        from redite.desk.looking import brief_of

        snapshot = self.now
        due = self.watch.wait("due", work.due, PATIENCE)
        key = (snapshot.mark, since, until, language, self.watch.ready("due", "damage"))
        found = self._briefs.get(key)
        if found is None:
            if len(self._briefs) >= BRIEFS:
                self._briefs.clear()
            found = self._briefs[key] = brief_of(
                snapshot, since, until, language, self._beside(snapshot, since, until, due)
            )
        return found

    def _beside(
        self, snapshot: Snapshot, since: date | None, until: date | None, due: work.Due | None
    ) -> Beside:
        """Return what a brief may tell beside the sayings: dates due, and what was edited."""
        old = snapshot.superseded[-EDITED:]
        keys = dict.fromkeys(record.standing.superseded_by or "" for record in old)
        latest = {key: found for key in keys if (found := self.store.article(key)) is not None}
        last = due is not None and until == due.on
        announced = due.announced if due is not None and last else ()
        days = Filters(
            since=since.isoformat() if since else "", until=until.isoformat() if until else ""
        )
        inside = filtering.rows(snapshot, days).nonzero()[0]
        flags = self.damage([snapshot.all[int(at)] for at in inside])
        return Beside(announced=announced, edits=Edits(old, latest), flags=flags)

    def damage(self, records: Sequence[Record]) -> work.Damaged:
        """Return what translations have damaged, at least in the articles of `records`."""
        if len(self.now.all) > work.HELD:
            return work.damaged_among(self.now, records)
        return self.watch.wait("damage", work.damaged, PATIENCE) or {}

    def taken_by(self, lens: str) -> NDArray[np.bool_] | None:
        """Return which statements a lens takes in, one truth each; None where none is asked for.

        Raises:
            UsageError: no lens is called so.
        """
        if not lens:
            return None
        if lens not in lenses.shipped():
            raise UsageError(f"no lens is called {lens!r}")
        found = self.watch.wait(f"lens:{lens}", work.seen(lens), PATIENCE)
        return found.rows if found is not None else None

    @property
    def means(self) -> bool:
        """Whether search finds by meaning."""
        return self._encoder is not None

    def warm(self, snapshot: Snapshot) -> None:
        """Write the briefs of the last days once, so that the first reader need not wait."""
        for day in snapshot.days[-WARMED:]:
            self.brief(day, day)

    def near(self, words: str, among: Container[str]) -> list[Record]:
        """Return the statements in `among` that mean much the same as `words`, the nearest first.

        None where there is no encoder, or while the vectors are being read.
        """
        if self._encoder is None:
            return []
        found = self.watch.derived("meaning", work.meaning(self._encoder))
        return found.near(words, among) if found is not None else []

    def correct(self, kind: Kind, subject: str, payload: Mapping[str, str], who: str) -> Correction:
        """Write a correction down; what it does shows at once."""
        now = self.now
        known = remembered(kind, subject, payload, now.of_speaker, now.by_id.get)
        correction = make(kind, subject, known, who, self.clock())
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
