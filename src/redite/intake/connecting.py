"""Connections to judged addresses only.

Every host is resolved here, all its addresses are judged, the connection is made to one of the
judged addresses, and what the socket is really connected to is judged once more before a byte is
sent. There is no second look-up that could answer differently.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Iterable
from typing import Any

import httpcore2
import httpx2

from redite.intake.addresses import Address, parsed


class Refused(Exception):
    """Why one address was not fetched; becomes a `FetchError` that also names it."""

    def __init__(self, reason: str, retry_after: str | None = None) -> None:
        super().__init__(reason)
        self.retry_after = retry_after


class Transport(httpx2.BaseTransport):
    """Carries requests over connections that `backend` makes, each used once."""

    def __init__(self, backend: Backend, context: ssl.SSLContext | None) -> None:
        self._pool = httpcore2.ConnectionPool(
            ssl_context=context,
            max_connections=1,
            max_keepalive_connections=0,
            network_backend=backend,
        )

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send a request and return the answer, whose body is still to be read."""
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
        """Close the connection."""
        self._pool.close()


class _Body(httpx2.SyncByteStream):
    def __init__(self, stream: Iterable[bytes]) -> None:
        self._stream = stream

    def __iter__(self) -> Any:  # noqa: ANN401
        return iter(self._stream)

    def close(self) -> None:
        if hasattr(self._stream, "close"):
            self._stream.close()


class Backend(httpcore2.NetworkBackend):
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
        problem: Exception = Refused(f"{host} has no address")
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
                raise Refused(f"{host} is at {peer}, which is not on the open internet")
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
            raise Refused(f"{host} cannot be found ({error})") from error
        addresses = [parsed(str(entry[4][0])) for entry in found]
        for address in addresses:
            if not self._allow(address):
                raise Refused(f"{host} is at {address}, which is not on the open internet")
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
