"""The snapshot that pages are made from, kept up to date with the ledger.

Another program may write to the ledger at any time. A thread asks the ledger every second whether
anything was decided, and takes a new snapshot where it was, beside the one in use: readers never
wait. What takes longer than a page may (deadlines, likelihoods) is worked out beside it too: where
a ledger is small, a page shows it as it is now or says that it is being worked out.
"""

from __future__ import annotations

import gc
import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Lock, Thread, current_thread
from typing import Any, Generic, TypeVar

from redite import records as reading
from redite.desk import snapshot as snapshots
from redite.desk.snapshot import Mark, Snapshot
from redite.errors import LedgerError
from redite.interfaces import Store

_LOG = logging.getLogger("redite.desk")
LOOK_SECONDS = 1.0
REST = 4.0
"""A new snapshot is taken at the earliest after this many times what the last one took: what
keeps the desk up to date never takes more than a fifth of a core from an ingest beside it."""

SMALL = 10_000
"""Statements up to which a page waits for what is worked out from the ledger as it is now; of a
larger one it is shown what was worked out last."""
MOST = 64
"""Things worked out that are kept; of more, those go that were not asked for longest."""

Found = TypeVar("Found")


@contextmanager
def _unswept() -> Iterator[None]:
    """Look for no garbage while a ledger is read: none is made, and looking takes long."""
    looked = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looked:
            gc.enable()


class Derived(Generic[Found]):
    """Something worked out from a snapshot that takes too long for a page to wait for."""

    def __init__(self, work: Callable[[Snapshot], Found], *, always: bool) -> None:
        self.work = work
        self.always = always
        """Whether it is worked out for every snapshot, wanted or not."""
        self.wanted = False
        """Whether somebody waits for it."""
        self.found: Found | None = None
        self.of: Snapshot | None = None
        self.asked = time.monotonic()
        """When it was last asked for."""
        self.due = 0.0
        """Before this moment it is not worked out again, where the ledger is large."""

    def holds(self, now: Snapshot) -> bool:
        """Say whether what was found may be shown: of a large ledger also what is a little old."""
        return self.of is now or (self.of is not None and len(now.all) > SMALL)

    def renew(self, snapshot: Snapshot) -> None:
        """Work it out; what failed is tried again with the next snapshot."""
        begun = time.monotonic()
        self.wanted = False
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
        with _unswept():
            self._read = tuple(reading.judged(store, all_versions=True))
            self.snapshot = snapshots.take(store, self._read, mark)
        self._derived: dict[str, Derived[Any]] = {}
        self._worked = 0
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
                with _unswept():
                    # Only the last number counts corrections: then what was read stays as it is.
                    if mark[:-1] != self.snapshot.mark[:-1]:
                        self._read = tuple(reading.judged(self.store, all_versions=True))
                    taken = snapshots.take(self.store, self._read, mark)
                taken.keep(self.snapshot)
                self.snapshot = taken
                self._wanted.set()
            return self.snapshot

    @property
    def state(self) -> tuple[object, ...]:
        """What changes whenever a page might: the ledger, and what was worked out from it."""
        return self.snapshot.mark, self._worked

    def derived(
        self, name: str, work: Callable[[Snapshot], Found], *, always: bool = False
    ) -> Found | None:
        """Return what `work` gave if it may be shown; None where it is being worked out.

        It is worked out again for a later snapshot when it is asked for, or `always`.
        """
        one = self._named(name, work, always=always)
        return one.found if one.holds(self.snapshot) else None

    def wait(self, name: str, work: Callable[[Snapshot], Found], seconds: float) -> Found | None:
        """Return the same, after waiting for it for up to so many `seconds`.

        Work that asks for what other work gives does not wait: it works that out first.
        """
        if current_thread() is self._threads[1]:
            one, now = self._named(name, work), self.snapshot
            if one.of is not now:
                one.renew(now)
            return one.found
        until = time.monotonic() + seconds
        while True:  # the ledger may change meanwhile: then its last state is waited for
            one = self._named(name, work)
            if one.of is not self.snapshot and not one.wanted:
                one.wanted = True
                self._wanted.set()
            if one.holds(self.snapshot):
                return one.found
            if time.monotonic() >= until or not self._threads[1].is_alive():
                return None
            time.sleep(0.01)

    def basis(self, *names: str) -> tuple[Mark | None, ...]:
        """Return of which state each of these would be shown now; None for what would not be."""
        known = [self._derived.get(name) for name in names]
        return tuple(
            one.of.mark if one is not None and one.of and one.holds(self.snapshot) else None
            for one in known
        )

    def _named(
        self, name: str, work: Callable[[Snapshot], Found], *, always: bool = False
    ) -> Derived[Found]:
        one = self._derived.get(name)
        if one is None:
            one = self._derived.setdefault(name, Derived(work, always=always))
            self._forget()
            self._wanted.set()
        one.asked = time.monotonic()
        return one

    def _forget(self) -> None:
        known = sorted(self._derived.items(), key=lambda each: (each[1].always, each[1].asked))
        for name, _ in known[: max(0, len(known) - MOST)]:
            self._derived.pop(name, None)

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
            waiting = [
                one
                for one in list(self._derived.values())
                if one.of is not self.snapshot and (one.wanted or one.always or one.of is None)
            ]
            now = time.monotonic()
            small = len(self.snapshot.all) <= SMALL
            ready = [one for one in waiting if small or one.due <= now]
            if ready:  # first what somebody waits for
                min(ready, key=lambda one: not one.wanted).renew(self.snapshot)
                self._worked += 1
                continue
            soonest = min((one.due for one in waiting), default=None)
            pause = None if soonest is None else max(0.05, soonest - now)
            self._wanted.wait(pause)
            self._wanted.clear()
