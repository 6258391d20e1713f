"""Who may ask, and what a page may do: checked before any page is made.

The desk serves one person at one machine. It answers the loopback interface alone, under its own
name alone (a page elsewhere could point its own name at this machine), and takes no change from a
page that is not its own. What it sends may run its own scripts and styles and nothing else.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Callable
from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from redite.desk.words import language_of, translations

UPLOAD_BYTES = 64 << 20
"""Longest body that a take-in may have; everything else has `FORM_BYTES`."""
FORM_BYTES = 1 << 20
ADDRESS_BYTES = 8 << 10
"""Longest path and query."""

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
}
_READING = frozenset({"GET", "HEAD", "OPTIONS"})


class TooLong(Exception):
    """A body is longer than it may be."""


class Token:
    """The secret that a page of this desk carries into every form; new with every start."""

    def __init__(self) -> None:
        self.value = secrets.token_urlsafe(32)

    def is_given(self, given: str | None) -> bool:
        """Say whether `given` is this token, in time that tells nothing of it."""
        return given is not None and hmac.compare_digest(given.encode(), self.value.encode())


class Guard:
    """Lets through what may be asked of the desk, and marks what goes out."""

    def __init__(self, app: ASGIApp, names: frozenset[str]) -> None:
        """Guard `app`, which is known under `names`: values of the Host header."""
        self.app = app
        self.names = names

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        limit = UPLOAD_BYTES if scope["path"].endswith("/take-in") else FORM_BYTES
        refusal = self._refusal(scope, limit)
        marked = _marking(scope, send)
        if refusal is not None:
            await refusal(scope, receive, marked)
            return
        try:
            await self.app(scope, _limited(receive, limit), marked)
        except TooLong:
            say = _words(scope)
            await PlainTextResponse(say("too long"), 413)(scope, receive, marked)

    def _refusal(self, scope: Scope, limit: int) -> PlainTextResponse | None:
        headers, say = Headers(scope=scope), _words(scope)
        client = scope.get("client")
        if client is not None and not _is_loopback(client[0]):
            return PlainTextResponse(say("this desk answers this machine only"), 403)
        if headers.get("host", "").lower() not in self.names:
            return PlainTextResponse(say("this desk is not known under this name"), 421)
        if len(scope.get("raw_path") or b"") + len(scope["query_string"]) > ADDRESS_BYTES:
            return PlainTextResponse(say("the address is too long"), 414)
        if scope["method"] not in _READING and not self._is_own(headers):
            return PlainTextResponse(say("refused: this request came from another site"), 403)
        length = headers.get("content-length", "0")
        if not length.isascii() or not length.isdigit() or int(length[:20]) > limit:
            told = say("more than the %(most)s bytes that are taken") % {"most": limit}
            return PlainTextResponse(told, 413)
        return None

    def _is_own(self, headers: Headers) -> bool:
        """Say whether a change is asked for by a page of this desk, or by no page at all."""
        if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
            return False
        origin = headers.get("origin")
        if origin is None:
            return True
        parts = urlsplit(origin)
        return parts.scheme == "http" and parts.netloc.lower() in self.names


def own_names(port: int) -> frozenset[str]:
    """Return the Host headers that a desk on `port` answers to."""
    return frozenset(f"{host}:{port}" for host in ("127.0.0.1", "localhost", "[::1]"))


def came_by_form(request: Request) -> bool:
    """Say whether a request can have been sent by a plain form, which any page may hold."""
    kind = request.headers.get("content-type", "").split(";")[0].strip().lower()
    return kind != "application/json"


def _words(scope: Scope) -> Callable[[str], str]:
    """Return what says a refusal in the language that its reader reads."""
    return translations(language_of(Request(scope))).gettext


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "testclient"


def _limited(receive: Receive, limit: int) -> Receive:
    taken = 0

    async def counted() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > limit:
            raise TooLong
        return message

    return counted


def _marking(scope: Scope, send: Send) -> Send:
    async def marked(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers[name] = value
            if "cache-control" not in headers:
                headers["cache-control"] = "no-cache, private"
        await send(message)

    return marked
