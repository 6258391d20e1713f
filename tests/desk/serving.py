"""A desk that is really served, on a port of its own, for tests that speak to it as users do."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn

from redite import pipeline
from redite.desk import Desk, application, listen
from redite.desk.safety import own_names
from redite.models.rules import RuleTagger
from redite.store import open_store
from tests.desk.ledger import clock, world, write


@contextmanager
def served(location: Path) -> Iterator[tuple[Desk, str]]:
    """Serve the story while the block runs; gives the desk and its address."""
    write(world().ordered, location).close()
    store = open_store(str(location), create=False)
    desk = Desk(store, RuleTagger, clock, lambda: pipeline.settle(store, clock), settled=0)
    listening = listen(0)
    port = listening.getsockname()[1]
    config = uvicorn.Config(application(desk, own_names(port)), log_level="error")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    for _ in range(600):
        if server.started:
            break
        time.sleep(0.05)
    yield desk, f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(timeout=20)
    listening.close()
