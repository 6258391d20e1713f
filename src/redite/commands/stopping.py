"""Ending a command that runs for ever: after what it is doing, or at once when asked twice."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from types import FrameType

_STEP_SECONDS = 0.5


class Stop:
    """Whether this program was asked to end, by Ctrl-C or by SIGTERM."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self.asked = False
        self._clock = clock

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Note the first request to end; a second one ends the program as it would without this."""
        before = {
            number: signal.signal(number, self._note) for number in (signal.SIGINT, signal.SIGTERM)
        }
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    def wait(self, until: datetime) -> bool:
        """Wait until that moment or until asked to end; says whether asked.

        In small steps: a clock that was put right, or that ran on while the machine slept, counts
        at once, and a signal is only noted, which needs no lock that the waiting might hold.
        """
        while not self.asked and (left := (until - self._clock()).total_seconds()) > 0:
            time.sleep(min(left, _STEP_SECONDS))
        return self.asked

    def _note(self, number: int, frame: FrameType | None) -> None:
        self.asked = True
        signal.signal(signal.SIGINT, signal.default_int_handler)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
