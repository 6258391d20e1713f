"""Asking a command to end."""

from __future__ import annotations

import signal
from datetime import UTC, datetime, timedelta

import pytest

from redite.commands.stopping import Stop

NOW = datetime(2024, 3, 5, 10, tzinfo=UTC)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_first_request_is_noted_and_ends_all_waiting(number: signal.Signals) -> None:
    """However long it would still be; handlers are put back afterwards."""
    before = signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM)
    stop = Stop(lambda: NOW)
    assert not stop.wait(NOW)
    with stop.listening():
        signal.raise_signal(number)
        assert stop.asked
        assert stop.wait(NOW + timedelta(days=1))
    assert (signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM)) == before


def test_the_second_ctrl_c_ends_at_once() -> None:
    """As it would without this."""
    with Stop(lambda: NOW).listening():
        signal.raise_signal(signal.SIGINT)
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)


def test_a_clock_that_jumps_ahead_ends_the_waiting() -> None:
    """The machine may have slept."""
    times = iter([NOW, NOW + timedelta(days=2)])
    assert not Stop(lambda: next(times)).wait(NOW + timedelta(days=1))
