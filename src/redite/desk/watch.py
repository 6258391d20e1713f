"""The snapshot that pages are made from, kept up to date with the ledger.

Another program may write to the ledger at any time. A thread asks the ledger every second whether
anything was decided, and takes a new snapshot where it was, beside the one in use: readers never
wait. What takes longer than a page may (deadlines, likelihoods) is worked out beside it too.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from threading import Event, Lock, Thread
from typing import Any, Generic, TypeVar

from redite import records as reading
from redite.desk import snapshot as snapshots
from redite.desk.snapshot import Snapshot
from redite.errors import LedgerError
from redite.interfaces import Store

_LOG = logging.getLogger("redite.desk")
LOOK_SECONDS = 1.0
REST = 4.0
"""A new snapshot is taken at the earliest after this many times what the last one took: what
keeps the desk up to date never takes more than a fifth of a core from an ingest beside it."""

Found = TypeVar("Found")


class Derived(Generic[Found]):
    """Something worked out from a snapshot that takes too long for a page to wait for."""

    def __init__(self, work: Callable[[Snapshot], Found]) -> None:
        self.work = work
        self.found: Found | None = None
        self.of: Snapshot | None = None


class Watch:
    """Holds the latest snapshot; `start` keeps it up to date until `stop`."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._lock = Lock()
        mark = store.mark()
        self._read = tuple(reading.load(store, all_versions=True))
        self.snapshot = snapshots.take(store, self._read, mark)
        self._derived: dict[str, Derived[Any]] = {}
        self._wanted = Event()
        self._ended = Event()
        self._threads = [
            Thread(target=run, name=f"redite-{run.__name__}", daemon=True)
            for run in (self._look, self._derive)
        ]

    def start(self) -> None:
        """Begin to look."""
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """End looking; what is being worked out is left as it is."""
        self._ended.set()
        self._wanted.set()
        for thread in self._threads:
            if thread.is_alive():
                thread.join(timeout=5)

    def renew(self) -> Snapshot:
        """Return a snapshot that holds everything decided so far."""
        with self._lock:
            mark = self.store.mark()
            if mark != self.snapshot.mark:
                # Only the last number counts corrections: then what was read stays as it is.
                if mark[:-1] != self.snapshot.mark[:-1]:
                    self._read = tuple(reading.load(self.store, all_versions=True))
                self.snapshot = snapshots.take(self.store, self._read, mark)
                self._wanted.set()
            return self.snapshot

    def derived(self, name: str, work: Callable[[Snapshot], Found]) -> tuple[Found | None, bool]:
        """Return what `work` gives for the snapshot, and whether it is of this very snapshot.

        None where it has never been worked out: that has begun, ask again soon.
        """
        one = self._derived.setdefault(name, Derived(work))
        if one.of is not self.snapshot:
            self._wanted.set()
        return one.found, one.of is self.snapshot

    def wait(self, name: str, work: Callable[[Snapshot], Found], seconds: float) -> Found | None:
        """Return what `work` gives, waiting for it up to `seconds`."""
        until = time.monotonic() + seconds
        while True:
            found, fresh = self.derived(name, work)
            if fresh or time.monotonic() > until or not self._threads[1].is_alive():
                return found
            time.sleep(0.01)

    def _look(self) -> None:
        pause = LOOK_SECONDS
        while not self._ended.wait(pause):
            begun = time.monotonic()
            try:
                self.renew()
            except LedgerError as error:  # an editor of another program; it may come back
                _LOG.warning("%s", error)
            pause = max(LOOK_SECONDS, REST * (time.monotonic() - begun))

    def _derive(self) -> None:
        while not self._ended.is_set():
            self._wanted.wait()
            self._wanted.clear()
            for one in list(self._derived.values()):
                snapshot = self.snapshot
                if one.of is snapshot or self._ended.is_set():
                    continue
                try:
                    one.found = one.work(snapshot)
                except Exception:
                    _LOG.exception("something could not be worked out")
                one.of = snapshot
