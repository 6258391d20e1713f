"""The one module that opens a network connection.

An address is fetched for a stranger: whoever wrote a feed or a page decides where we are sent.
So every host is resolved here, all its addresses are judged, the connection is made to one of the
judged addresses, and what the socket is really connected to is judged once more before a byte is
sent. There is no second look-up that could answer differently. Redirects are followed by hand and
take the same way. Proxies of the environment are not used: they would connect for us, unjudged.
"""

from __future__ import annotations

import socket
import ssl
import time
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import httpcore2
import httpx2

import redite
from redite.errors import FetchError
from redite.intake.addresses import Address, is_public, parsed
from redite.interfaces import Fetched

_REDIRECTS = (301, 302, 303, 307, 308)
_LATER = (429, 503)
"""Too many requests, and not now: with these a server says when it wants to be asked again."""
_ACCEPT = (
    "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, "
    "application/feed+json, application/xml;q=0.9, application/json;q=0.9, */*;q=0.5"
)
_CHUNK = 1 << 16


@dataclass(frozen=True, slots=True)
class FetchLimits:
    """How long, how far and how much. Times are seconds, sizes bytes."""

    step_seconds: float = 10.0
    """For one step: to connect, to receive the next piece."""
    whole_seconds: float = 60.0
    """For the whole way, redirects included: a server may not drip for ever."""
    max_bytes: int = 64 << 20
    """Of the body, packed and unpacked."""
    redirects: int = 5


class HttpFetcher:
    """Fetches http and https addresses of the open internet; a `redite.interfaces.Fetcher`.

    Holds no connection and no cookie between two calls, and may be shared by threads.
    """

    def __init__(
        self,
        limits: FetchLimits | None = None,
        *,
        allow: Callable[[Address], bool] = is_public,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Say with `allow` which addresses may be connected to; tests allow their own server."""
        self._limits = limits or FetchLimits()
        self._allow = allow
        self._clock = clock
        self._tls: ssl.SSLContext | None = None

    def fetch(
        self, url: str, *, etag: str | None = None, last_modified: str | None = None
    ) -> Fetched:
        """Return what `url` serves; raises `FetchError`, which names the address and the reason.

        `etag` and `last_modified` are what the last answer brought: if nothing has changed since,
        `not_modified` is set and there is no content.
        """
        headers = {
            "User-Agent": f"redite/{redite.__version__}",
            "Accept": _ACCEPT,
            "Accept-Encoding": "gzip",
        }
        headers |= {"If-None-Match": etag} if etag else {}
        headers |= {"If-Modified-Since": last_modified} if last_modified else {}
        deadline = self._clock() + self._limits.whole_seconds
        address = url
        try:
            for _ in range(self._limits.redirects + 1):
                answer = self._once(_checked(address), headers, deadline)
                if isinstance(answer, Fetched):
                    return answer
                address = answer
            raise _Refused(f"more than {self._limits.redirects} redirects")
        except _Refused as error:
            via = "" if address == url else f" (redirected to {_shown(address)})"
            message = f"cannot fetch {_shown(url)}{via}: {error}"
            raise FetchError(message, error.retry_after) from error

    def _once(self, url: httpx2.URL, headers: dict[str, str], deadline: float) -> Fetched | str:
        """Return the answer of one server, or the address it redirects to."""
        backend = _Backend(self._allow, self._clock, deadline)
        timeout = httpx2.Timeout(self._limits.step_seconds)
        try:
            with (
                _Transport(backend, self._context(url)) as transport,
                httpx2.Client(
                    transport=transport, timeout=timeout, trust_env=False, follow_redirects=False
                ) as client,
                client.stream("GET", url, headers=headers) as response,
            ):
                if response.status_code in _REDIRECTS:
                    return _target(url, response.headers.get("Location"))
                return self._answer(response)
        except (httpcore2.TimeoutException, httpx2.TimeoutException) as error:
            raise _Refused("the server took too long") from error
        except (
            *(httpcore2.NetworkError, httpcore2.ProtocolError, httpcore2.UnsupportedProtocol),
            *(httpx2.HTTPError, httpx2.InvalidURL, ssl.SSLError, OSError, ValueError),
        ) as error:
            raise _Refused(str(error) or type(error).__name__) from error

    def _answer(self, response: httpx2.Response) -> Fetched:
        status = response.status_code
        headers = response.headers
        if status != 304 and not 200 <= status < 300:
            retry_after = headers.get("Retry-After") if status in _LATER else None
            raise _Refused(f"the server answered {status}", retry_after)
        return Fetched(
            url=str(response.url),
            content=b"" if status == 304 else self._body(response),
            content_type=headers.get("Content-Type"),
            charset=response.charset_encoding,
            etag=headers.get("ETag"),
            last_modified=headers.get("Last-Modified"),
            not_modified=status == 304,
        )

    def _body(self, response: httpx2.Response) -> bytes:
        most = self._limits.max_bytes
        encoding = response.headers.get("Content-Encoding", "identity").strip().lower()
        if encoding not in ("identity", "", "gzip", "x-gzip"):
            raise _Refused(f"packed with {encoding}, which was not asked for")
        unpack = zlib.decompressobj(zlib.MAX_WBITS | 16) if "gzip" in encoding else None
        body = bytearray()
        packed = 0
        for piece in response.iter_raw(_CHUNK):
            packed += len(piece)
            try:
                body += piece if unpack is None else unpack.decompress(piece, most + 1 - len(body))
            except zlib.error as error:
                raise _Refused(f"damaged gzip data ({error})") from error
            if max(len(body), packed) > most or (unpack is not None and unpack.unconsumed_tail):
                raise _Refused(f"longer than {most} bytes")
        if unpack is not None and not unpack.eof:
            raise _Refused("the gzip data are cut off")
        return bytes(body)

    def _context(self, url: httpx2.URL) -> ssl.SSLContext | None:
        if url.scheme == "https" and self._tls is None:
            self._tls = httpx2.create_ssl_context(trust_env=False)
        return self._tls


class _Refused(Exception):
    """Why one address was not fetched; becomes a `FetchError` that also names it."""

    def __init__(self, reason: str, retry_after: str | None = None) -> None:
        super().__init__(reason)
        self.retry_after = retry_after


def _checked(address: str) -> httpx2.URL:
    try:
        url = httpx2.URL(address)
    except (httpx2.InvalidURL, ValueError) as error:
        raise _Refused(f"no valid address ({error})") from error
    if url.scheme not in ("http", "https"):
        raise _Refused(f"{url.scheme or 'no'} scheme; only http and https are fetched")
    if url.userinfo:
        raise _Refused("an address with a name and a password in it")
    if not url.host:
        raise _Refused("an address without a host")
    return url


def _target(url: httpx2.URL, location: str | None) -> str:
    if not location:
        raise _Refused("a redirect that leads nowhere")
    try:
        return str(url.join(location).copy_with(fragment=None))
    except (httpx2.InvalidURL, ValueError) as error:
        raise _Refused(f"a redirect to no valid address ({error})") from error


def _shown(address: str) -> str:
    """Return `address` for a message, without the name and password it may hold."""
    scheme, mark, rest = address.partition("://")
    authority, slash, path = rest.partition("/")
    return scheme + mark + authority.rpartition("@")[2] + slash + path


class _Transport(httpx2.BaseTransport):
    """Carries requests over connections that `backend` makes, each used once."""

    def __init__(self, backend: _Backend, context: ssl.SSLContext | None) -> None:
        self._pool = httpcore2.ConnectionPool(
            ssl_context=context,
            max_connections=1,
            max_keepalive_connections=0,
            network_backend=backend,
        )

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        assert isinstance(request.stream, Iterable)
        answer = self._pool.handle_request(
            httpcore2.Request(
                method=request.method,
                url=httpcore2.URL(
                    scheme=request.url.raw_scheme,
                    host=request.url.raw_host,
                    port=request.url.port,
                    target=request.url.raw_path,
                ),
                headers=request.headers.raw,
                content=request.stream,
                extensions=request.extensions,
            )
        )
        assert isinstance(answer.stream, Iterable)
        return httpx2.Response(
            status_code=answer.status, headers=answer.headers, stream=_Body(answer.stream)
        )

    def close(self) -> None:
        self._pool.close()


class _Body(httpx2.SyncByteStream):
    def __init__(self, stream: Iterable[bytes]) -> None:
        self._stream = stream

    def __iter__(self) -> Any:  # noqa: ANN401
        return iter(self._stream)

    def close(self) -> None:
        if hasattr(self._stream, "close"):
            self._stream.close()


class _Backend(httpcore2.NetworkBackend):
    """Connects to judged addresses only, and no longer than until `deadline`."""

    def __init__(
        self, allow: Callable[[Address], bool], clock: Callable[[], float], deadline: float
    ) -> None:
        self._allow = allow
        self._clock = clock
        self._deadline = deadline
        self._sockets = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        """Return a connection to the first address of `host` that answers."""
        problem: Exception = _Refused(f"{host} has no address")
        for address in self._judged(host, port):
            try:
                stream = self._sockets.connect_tcp(
                    str(address), port, self.left(timeout), local_address, socket_options
                )
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                problem = error
                continue
            peer = parsed(stream.get_extra_info("server_addr")[0])
            if not self._allow(peer):
                stream.close()
                raise _Refused(f"{host} is at {peer}, which is not on the open internet")
            return _Stream(stream, self.left)
        raise problem

    def left(self, timeout: float | None) -> float:
        """Return how long the next step may take; raises when the whole time is over."""
        left = self._deadline - self._clock()
        if left <= 0:
            raise httpcore2.ReadTimeout("the whole time is over")
        return left if timeout is None else min(timeout, left)

    def _judged(self, host: str, port: int) -> list[Address]:
        """Return the addresses of `host`; one that must not be visited refuses the whole host."""
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise _Refused(f"{host} cannot be found ({error})") from error
        addresses = [parsed(str(entry[4][0])) for entry in found]
        for address in addresses:
            if not self._allow(address):
                raise _Refused(f"{host} is at {address}, which is not on the open internet")
        return list(dict.fromkeys(addresses))


class _Stream(httpcore2.NetworkStream):
    """A connection whose every step ends before the deadline."""

    def __init__(
        self, stream: httpcore2.NetworkStream, left: Callable[[float | None], float]
    ) -> None:
        self._stream = stream
        self._left = left

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore2.NetworkStream:
        stream = self._stream.start_tls(ssl_context, server_hostname, self._left(timeout))
        return _Stream(stream, self._left)

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401
        return self._stream.get_extra_info(info)
