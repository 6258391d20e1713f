"""The desk as a real process, which is really ended."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
import urllib.request
from pathlib import Path

import pytest


@pytest.mark.skipif(os.name == "nt", reason="signals are others there")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_desk_is_closed_when_told_to(tmp_path: Path, number: signal.Signals) -> None:
    """That is how it ends, and no mishap: it says so, with exit status 0."""
    command = [sys.executable, "-m", "redite", "serve", "--port", "0"]
    ledger = ("--ledger", str(tmp_path / "redite.db"))
    with subprocess.Popen([*command, *ledger], stderr=subprocess.PIPE, text=True) as running:
        killer = threading.Timer(120, running.kill)
        killer.start()
        assert running.stderr is not None
        assert running.stderr.readline() == "reading the ledger …\n"
        opened = re.fullmatch(
            r"the desk is open: (http://127\.0\.0\.1:\d+/) \(Ctrl-C closes it\)\n",
            running.stderr.readline(),
        )
        assert opened is not None
        with urllib.request.urlopen(opened[1] + "today") as page:
            assert page.status == 200
        running.send_signal(number)
        assert (running.stderr.read(), running.wait()) == ("the desk is closed\n", 0)
        killer.cancel()
