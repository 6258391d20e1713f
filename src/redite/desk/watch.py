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
        self.asked = time.monotonic()
        """When it was first wanted since it was last there."""
        self.due = 0.0
        """Before this moment it is not worked out again."""

    def renew(self, snapshot: Snapshot) -> None:
        """Work it out; what failed is tried again with the next snapshot."""
        begun = time.monotonic()
        try:
            self.found = self.work(snapshot)
        except Exception:
            _LOG.exception("something could not be worked out")
        self.of = snapshot
        self.due = time.monotonic() + REST * (time.monotonic() - begun)


class Watch:
    """Holds the latest snapshot; `start` keeps it up to date until `stop`."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._lock = Lock()
        mark = store.mark()
        self._read = tuple(reading.judged(store, all_versions=True))
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
                    self._read = tuple(reading.judged(self.store, all_versions=True))
                self.snapshot = snapshots.take(self.store, self._read, mark)
                self._wanted.set()
            return self.snapshot

    def derived(self, name: str, work: Callable[[Snapshot], Found]) -> Found | None:
        """Return what `work` last gave; None where it is being worked out for the first time."""
        one = self._derived.get(name)
        if one is None:
            one = self._derived.setdefault(name, Derived(work))
        if one.of is not self.snapshot:
            self._wanted.set()
        return one.found

    def ready(self, *names: str) -> tuple[bool, ...]:
        """Return which of these have been worked out, if for an earlier snapshot."""
        return tuple(name in self._derived and self._derived[name].of is not None for name in names)

    def wait(self, name: str, work: Callable[[Snapshot], Found], seconds: float) -> Found | None:
        """Return what `work` gives; what is new is waited for up to `seconds` after it was asked.

        So the first page on a small ledger has all, and no page waits twice on a large one.
        """
        found = self.derived(name, work)
        one = self._derived[name]
        while (
            found is None
            and one.of is None
            and time.monotonic() < one.asked + seconds
            and self._threads[1].is_alive()
        ):
            time.sleep(0.01)
            found = one.found
        return found

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
            waiting = [one for one in list(self._derived.values()) if one.of is not self.snapshot]
            ready = [one for one in waiting if one.due <= time.monotonic()]
            if ready:
                ready[0].renew(self.snapshot)
                continue
            soonest = min((one.due for one in waiting), default=None)
            pause = None if soonest is None else max(0.05, soonest - time.monotonic())
            self._wanted.wait(pause)
            self._wanted.clear()
