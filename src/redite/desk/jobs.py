"""Work that no page waits for: taking in what a reader brought, one piece after another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from queue import Queue
from threading import Thread
from typing import TYPE_CHECKING

from redite.desk.mishaps import noted
from redite.desk.words import FAULT
from redite.errors import RediteError
from redite.interfaces import Store, Tagger
from redite.values import Document, Rejection

if TYPE_CHECKING:
    from redite.pipeline import Taken

KEPT = 50
"""Jobs whose outcomes stay to be looked at until the desk is closed."""
SETTLING = "judging"
"""Name of the job that takes nothing in."""
LISTED = 2000
"""Outcomes listed of one job; more are counted."""


@dataclass
class Job:
    """One thing brought, and what became of it so far. Written by one thread only."""

    number: int
    name: str
    state: str = "waiting"
    """waiting, reading, judging, done or failed."""
    taken: list[Taken] = field(default_factory=list)
    fates: Counter[str] = field(default_factory=Counter)
    statements: int = 0
    problem: str = ""

    @property
    def ended(self) -> bool:
        """Whether nothing more will happen to it."""
        return self.state in ("done", "failed")


class Jobs:
    """A queue of things to take in, and one thread that works through it."""

    def __init__(
        self,
        store: Store,
        tagger: Callable[[], Tagger],
        clock: Callable[[], datetime],
        settle: Callable[[], object],
        settled: Callable[[], object],
    ) -> None:
        """Take into `store`, and `settle` it; `settled` is called when something was decided."""
        self._store, self._tagger, self._clock = store, tagger, clock
        self._settle, self._settled = settle, settled
        self._numbers = count(1)
        self._queue: Queue[tuple[Job, Iterable[Document | Rejection]] | None] = Queue()
        self._settling: Job | None = None
        self._thread = Thread(target=self._work, name="redite-jobs", daemon=True)
        self.jobs: dict[int, Job] = {}
        self.corrected = False
        """Whether somebody corrected something that judging depends on."""

    @property
    def busy(self) -> int:
        """How many jobs have not ended."""
        return sum(not job.ended for job in list(self.jobs.values()))

    @property
    def brought(self) -> list[Job]:
        """What readers brought, oldest first."""
        return [job for job in list(self.jobs.values()) if job.name != SETTLING]

    def start(self) -> None:
        """Begin to work."""
        self._thread.start()

    def stop(self) -> None:
        """End after the job under way; it stops between two articles."""
        self._queue.put(None)
        if self._thread.is_alive():
            self._thread.join(timeout=5)

    def add(self, name: str, found: Iterable[Document | Rejection]) -> Job:
        """Put something in the queue; `found` is gone through when its turn comes."""
        job = Job(next(self._numbers), name)
        self.jobs[job.number] = job
        for number in [n for n, old in self.jobs.items() if old.ended][:-KEPT]:
            del self.jobs[number]
        self._queue.put((job, found))
        return job

    def settle(self) -> Job:
        """Judge what has not been judged: a run was killed, or somebody corrected something.

        Asked again before it has begun, it is done once.
        """
        if self._settling is None or self._settling.state != "waiting":
            self._settling = self.add(SETTLING, ())
        return self._settling

    def _work(self) -> None:
        while (next_one := self._queue.get()) is not None:
            job, found = next_one
            try:
                self._run(job, found)
                job.state = "done"
            except RediteError as error:
                job.problem, job.state = str(error), "failed"
            except Exception:
                number = noted(f"job {job.number} failed")
                job.problem, job.state = FAULT % {"number": number}, "failed"

    def _run(self, job: Job, found: Iterable[Document | Rejection]) -> None:
        from redite import pipeline

        if job.name == SETTLING and not pipeline.unsettled(self._store) and not self.corrected:
            return
        self.corrected = False
        job.state = "reading"
        for taken in pipeline.take_in(found, self._store, self._tagger(), self._clock):
            job.fates[taken.fate.value] += 1
            job.statements += taken.statements
            if len(job.taken) < LISTED:
                job.taken.append(taken)
        job.state = "judging"
        self._settle()
        self._settled()
