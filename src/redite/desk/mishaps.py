"""What nobody foresaw: a page that says so and what to do, and a line in the log by its number."""

from __future__ import annotations

import logging
import secrets

from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from redite.desk.pages import page
from redite.desk.safety import TooLong
from redite.desk.words import FAULT

_LOG = logging.getLogger("redite.desk")


def noted(doing: str) -> str:
    """Write the exception being handled to the log, and return the number that it has there."""
    number = secrets.token_hex(4)
    _LOG.exception("fault %s: %s", number, doing)
    return number


class Mishaps:
    """Answers for whatever lies within it and raises what nobody foresaw."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        begun = False

        async def noting(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self.app(scope, receive, noting)
        except (TooLong, ClientDisconnect):
            raise  # the guard foresees the one, and nobody reads an answer to the other
        except Exception:
            # An address is quoted, so that none can write a line of its own into the log.
            number = noted(f"{scope['method']} {scope['path']!r} could not be answered")
            if begun:  # half an answer must not look like a whole one
                raise
            await _answer(Request(scope), number)(scope, receive, send)


def _answer(request: Request, number: str) -> Response:
    changing = request.method not in ("GET", "HEAD")
    if request.url.path.startswith("/api"):
        problem = {
            "type": "about:blank",
            "title": "Internal Server Error",
            "status": 500,
            "detail": FAULT % {"number": number},
            "id": number,
        }
        return JSONResponse(problem, 500, media_type="application/problem+json")
    whole = "hx-request" not in request.headers
    try:
        return page(request, "mishap.html.j2", 500, number=number, changing=changing, whole=whole)
    except Exception:  # then the pages themselves are at fault
        noted(f"the page that tells of fault {number} could not be made")
        return PlainTextResponse(FAULT % {"number": number}, 500)
