"""The one way to the network.

An address is fetched for a stranger: whoever wrote a feed or a page decides where we are sent.
So connections are made to judged addresses only (`redite.intake.connecting`). Redirects are
followed by hand and take the same way. Proxies of the environment are not used: they would connect
for us, unjudged.
"""

from __future__ import annotations

import ssl
import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass

import httpcore2
import httpx2

import redite
from redite.errors import FetchError
from redite.intake.addresses import Address, is_public
from redite.intake.connecting import Backend, Refused, Transport
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
            raise Refused(f"more than {self._limits.redirects} redirects")
        except Refused as error:
            via = "" if address == url else f" (redirected to {_shown(address)})"
            message = f"cannot fetch {_shown(url)}{via}: {error}"
            raise FetchError(message, error.retry_after) from error

    def _once(self, url: httpx2.URL, headers: dict[str, str], deadline: float) -> Fetched | str:
        """Return the answer of one server, or the address it redirects to."""
        backend = Backend(self._allow, self._clock, deadline)
        timeout = httpx2.Timeout(self._limits.step_seconds)
        try:
            with (
                Transport(backend, self._context(url)) as transport,
                httpx2.Client(
                    transport=transport, timeout=timeout, trust_env=False, follow_redirects=False
                ) as client,
                client.stream("GET", url, headers=headers) as response,
            ):
                if response.status_code in _REDIRECTS:
                    return _target(url, response.headers.get("Location"))
                return self._answer(response)
        except (httpcore2.TimeoutException, httpx2.TimeoutException) as error:
            raise Refused("the server took too long") from error
        except (
            *(httpcore2.NetworkError, httpcore2.ProtocolError, httpcore2.UnsupportedProtocol),
            *(httpx2.HTTPError, httpx2.InvalidURL, ssl.SSLError, OSError, ValueError),
        ) as error:
            raise Refused(str(error) or type(error).__name__) from error

    def _answer(self, response: httpx2.Response) -> Fetched:
        status = response.status_code
        headers = response.headers
        if status != 304 and not 200 <= status < 300:
            retry_after = headers.get("Retry-After") if status in _LATER else None
            raise Refused(f"the server answered {status}", retry_after)
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
            raise Refused(f"packed with {encoding}, which was not asked for")
        unpack = zlib.decompressobj(zlib.MAX_WBITS | 16) if "gzip" in encoding else None
        body = bytearray()
        packed = 0
        for piece in response.iter_raw(_CHUNK):
            packed += len(piece)
            try:
                body += piece if unpack is None else unpack.decompress(piece, most + 1 - len(body))
            except zlib.error as error:
                raise Refused(f"damaged gzip data ({error})") from error
            if max(len(body), packed) > most or (unpack is not None and unpack.unconsumed_tail):
                raise Refused(f"longer than {most} bytes")
        if unpack is not None and not unpack.eof:
            raise Refused("the gzip data are cut off")
        return bytes(body)

    def _context(self, url: httpx2.URL) -> ssl.SSLContext | None:
        if url.scheme == "https" and self._tls is None:
            self._tls = httpx2.create_ssl_context(trust_env=False)
        return self._tls


def _checked(address: str) -> httpx2.URL:
    try:
        url = httpx2.URL(address)
    except (httpx2.InvalidURL, ValueError) as error:
        raise Refused(f"no valid address ({error})") from error
    if url.scheme not in ("http", "https"):
        raise Refused(f"{url.scheme or 'no'} scheme; only http and https are fetched")
    if url.userinfo:
        raise Refused("an address with a name and a password in it")
    if not url.host:
        raise Refused("an address without a host")
    return url


def _target(url: httpx2.URL, location: str | None) -> str:
    if not location:
        raise Refused("a redirect that leads nowhere")
    try:
        return str(url.join(location).copy_with(fragment=None))
    except (httpx2.InvalidURL, ValueError) as error:
        raise Refused(f"a redirect to no valid address ({error})") from error


def _shown(address: str) -> str:
    """Return `address` for a message, without the name and password it may hold."""
    scheme, mark, rest = address.partition("://")
    authority, slash, path = rest.partition("/")
    return scheme + mark + authority.rpartition("@")[2] + slash + path
