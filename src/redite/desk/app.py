"""The application: its routes, what guards them, and how it is served."""

from __future__ import annotations

import gc
import os
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.resources import files
from pathlib import Path

from fastapi import FastAPI, Request
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.staticfiles import StaticFiles

from redite import __version__
from redite.desk import (
    api,
    dates,
    deciding,
    people,
    reading,
    renaming,
    searching,
    sheets,
    subjects,
    taking,
    today,
)
from redite.desk.desk import Desk
from redite.desk.keeping import Keeping
from redite.desk.mishaps import Mishaps
from redite.desk.pages import page
from redite.desk.safety import Guard, own_names
from redite.errors import LedgerError, RediteError, UsageError

PORT = 8713
YIELDS = 5
"""Steps by which the desk's priority lies below that of other programs, where there are any."""


def application(desk: Desk, names: frozenset[str]) -> FastAPI:
    """Return the desk as an ASGI application, known to browsers under `names` only."""

    @asynccontextmanager
    async def open_and_close(_: FastAPI) -> AsyncIterator[None]:
        desk.watch.start()
        desk.warm()
        desk.jobs.start()
        yield
        desk.close()

    app = FastAPI(
        title="redite",
        version=__version__,
        description="Who said what, when, via whom, and what it adds.",
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/openapi.json",
        lifespan=open_and_close,
    )
    app.state.desk = desk
    for part in (today, reading, people, dates, subjects, searching, taking, sheets):
        app.include_router(part.routes)
    for part in (renaming, deciding, api):
        app.include_router(part.routes)
    static = Path(str(files("redite.desk").joinpath("static")))
    app.mount("/static", StaticFiles(directory=static), name="static")
    app.add_api_route("/", lambda: RedirectResponse("/today"), include_in_schema=False)
    app.add_exception_handler(RediteError, _refused)
    app.add_exception_handler(HTTPException, _not_there)
    app.add_middleware(Mishaps)
    app.add_middleware(Keeping, state=lambda: desk.state)
    app.add_middleware(Guard, names=names)
    return app


def _refused(request: Request, error: Exception) -> Response:
    if isinstance(error, UsageError):
        return _problem(request, 400, str(error))
    status = 503 if isinstance(error, LedgerError) else 500
    return _problem(request, status, str(error))


def _not_there(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return _problem(request, error.status_code, str(error.detail))


def _problem(request: Request, status: int, message: str) -> Response:
    if request.url.path.startswith("/api"):
        return JSONResponse({"detail": message}, status)
    return page(request, "problem.html.j2", status, code=status, message=message)


def listen(port: int) -> socket.socket:
    """Return a socket that listens on loopback; raises `UsageError` where the port is taken."""
    # The protocol is named, since only then does the server send small answers without delay.
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind(("127.0.0.1", port))
        made.listen()  # who comes before the server is ready waits, and is not turned away
    except OSError as error:
        made.close()
        raise UsageError(
            f"port {port} cannot be used: {error.strerror or error}; give another with --port"
        ) from None
    return made


def serve(desk: Desk, listening: socket.socket) -> None:
    """Serve the desk on a listening socket until it is interrupted.

    It gives way to whatever else the machine does: an ingest beside fifty readers goes on.
    """
    import uvicorn

    if hasattr(os, "nice"):
        os.nice(YIELDS)
    # What is on record stays: going through all of it for garbage would hold every reader up.
    gc.freeze()
    port = listening.getsockname()[1]
    config = uvicorn.Config(
        application(desk, own_names(port)),
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=3,
        timeout_keep_alive=60,
        h11_max_incomplete_event_size=64 << 10,
    )
    uvicorn.Server(config).run(sockets=[listening])
