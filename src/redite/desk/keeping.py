"""Answers that are kept until the ledger changes: many readers look at few pages.

Making a page takes ten to a hundred milliseconds of the processor that an ingest beside the desk
needs, too. An answer is made of its address, who asks in which language, and what is on record; so
the same question before anything has changed has the same answer.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from redite.desk.pages import author
from redite.desk.words import language_of

KEPT_BYTES = 32 << 20
"""Bytes of answers that are kept; of more, those go that were not asked for longest."""
LARGEST = 1 << 20
_ALIVE = ("/take-in", "/api/jobs", "/static", "/export")
"""Beginnings of addresses whose answers change by themselves, or are large, or are files."""

State = tuple[object, ...]
Key = tuple[str, bytes, str, str, bool]


@dataclass(frozen=True, slots=True)
class Answer:
    """What was sent, and for which state of the ledger it holds."""

    state: State
    headers: tuple[tuple[bytes, bytes], ...]
    body: bytes
    tag: bytes


class Keeping:
    """Sends again what was sent before, as long as `state` says the same."""

    def __init__(self, app: ASGIApp, state: Callable[[], State]) -> None:
        self.app = app
        self.state = state
        self._kept: OrderedDict[Key, Answer] = OrderedDict()
        self._size = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        kept = scope["type"] == "http" and scope["method"] == "GET"
        if not kept or scope["path"].startswith(_ALIVE) or b"told=" in scope["query_string"]:
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        part = "hx-request" in request.headers
        asked = (scope["path"], scope["query_string"], language_of(request), author(request), part)
        state = self.state()  # before the answer is made: it holds for this state at least
        known = self._kept.get(asked)
        if known is None or known.state != state:
            await self.app(scope, receive, self._noting(asked, state, send))
            return
        self._kept.move_to_end(asked)
        wanted = request.headers.get("if-none-match", "").encode("latin-1", "replace").split(b",")
        same = known.tag in [each.strip().removeprefix(b"W/") for each in wanted]
        headers = [(b"etag", known.tag)] if same else list(known.headers)
        start = {"type": "http.response.start", "status": 304 if same else 200, "headers": headers}
        await send(start)
        await send({"type": "http.response.body", "body": b"" if same else known.body})

    def _noting(self, asked: Key, state: State, send: Send) -> Send:
        """Return `send`, which also keeps a whole answer that bears a tag."""
        headers: tuple[tuple[bytes, bytes], ...] = ()
        tag = b""

        async def noting(message: Message) -> None:
            nonlocal headers, tag
            if message["type"] == "http.response.start" and message["status"] == 200:
                headers = tuple(message["headers"])
                tag = dict(headers).get(b"etag", b"")
            elif message["type"] == "http.response.body" and tag and not message.get("more_body"):
                self._keep(asked, Answer(state, headers, message.get("body", b""), tag))
            await send(message)

        return noting

    def _keep(self, asked: Key, answer: Answer) -> None:
        if len(answer.body) > LARGEST:
            return
        old = self._kept.pop(asked, None)
        self._size += len(answer.body) - (len(old.body) if old else 0)
        self._kept[asked] = answer
        while self._size > KEPT_BYTES:
            _, gone = self._kept.popitem(last=False)
            self._size -= len(gone.body)
