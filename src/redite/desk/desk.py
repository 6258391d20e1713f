"""What all pages share: the ledger, what is known of it now, and the work under way."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from redite.corrections import Kind, make
from redite.desk.jobs import Jobs
from redite.desk.safety import Token
from redite.desk.snapshot import Snapshot
from redite.desk.watch import Watch
from redite.interfaces import Correction, Store, Tagger


class Desk:
    """One open desk."""

    def __init__(
        self, store: Store, tagger: Callable[[], Tagger], clock: Callable[[], datetime]
    ) -> None:
        self.store = store
        self.clock = clock
        self.token = Token()
        self.watch = Watch(store)
        self.jobs = Jobs(store, tagger, clock, self.watch.renew)

    @property
    def now(self) -> Snapshot:
        """What the ledger holds now."""
        return self.watch.snapshot

    def correct(self, kind: Kind, subject: str, payload: Mapping[str, str], who: str) -> Correction:
        """Write a correction down; what it does shows at once."""
        correction = make(kind, subject, payload, who, self.clock())
        self.store.correct(correction)
        self.watch.renew()
        return correction

    def close(self) -> None:
        """End what runs beside the pages, and close the ledger."""
        self.jobs.stop()
        self.watch.stop()
        self.store.close()
