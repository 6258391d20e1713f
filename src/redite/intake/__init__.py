"""Intake, one file a format: from paths and addresses to documents.

1. `walk` finds the files, `fetch` gets an address (with `connecting`, the only way to the network);
2. `gunzip` unpacks, `sniff` tells the kind by content, `decode` turns bytes into text;
3. one module a format yields documents and rejections: `html`, `feeds`, `json_feed`, `warc`,
   `telegram`, `json_articles`, `plain`;
4. `admit` has the last look at each.

Where feeds are asked again and again (`redite.watching`), `feed_lists` reads which ones, and
`polled` parts what one brought from what is wrong with it.

Another format is another module with such a function, and a line in `_texts` or `_open` here.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path

from redite.errors import IntakeError, unreadable
from redite.intake import feeds, html, json_articles, json_feed, sniff, telegram, warc
from redite.intake.admit import admit
from redite.intake.decode import decode
from redite.intake.gunzip import MAGIC, Gunzip
from redite.intake.plain import read_text
from redite.intake.sniff import Kind
from redite.intake.source import Found, Limits, Source, Stream
from redite.intake.strict_json import loads
from redite.intake.walk import printable, walk
from redite.interfaces import Fetcher
from redite.values import Rejection

__all__ = ["Found", "Limits", "read", "read_bytes"]

_BLOCK = 1 << 20
_LIMITS = Limits()


def read(
    path_or_url: str,
    fetcher: Fetcher | None = None,
    limits: Limits = _LIMITS,
    ours: Callable[[Path], bool] = lambda path: False,
) -> Iterator[Found]:
    """Yield every document that a file, a folder or an http(s) address holds.

    Never raises for what it meets: an item that is not kept, a file that is none of ours, a path
    that does not exist or an address that must not be visited is a `Rejection` with the reason.
    Every file yields at least one of the two, but those in a folder that are `ours`. Without a
    `fetcher` addresses are fetched with `redite.intake.fetch.HttpFetcher`.
    """
    if not path_or_url:  # as a path it would be the working directory
        yield Rejection("''", "no path and no address")
        return
    if path_or_url.lower().startswith(("http://", "https://")):
        yield from _fetched(path_or_url, fetcher, limits)
        return
    for found in walk(Path(path_or_url), ours):
        if isinstance(found, Rejection):
            yield found
            continue
        origin = printable(found)
        try:
            with found.open("rb") as stream:
                yield from _open(stream, Source(b"", origin), limits)
        except OSError as error:
            yield Rejection(origin, unreadable(error))


def read_bytes(
    data: bytes,
    origin: str,
    limits: Limits = _LIMITS,
    *,
    url: str | None = None,
    charset: str | None = None,
) -> Iterator[Found]:
    """Yield every document in `data`, as `read` does for a file with these bytes."""
    with io.BufferedReader(io.BytesIO(data), _BLOCK) as stream:
        yield from _open(stream, Source(b"", origin, url, charset), limits)


def _fetched(url: str, fetcher: Fetcher | None, limits: Limits) -> Iterator[Found]:
    if fetcher is None:
        from redite.intake.fetch import HttpFetcher  # loads TLS, which files do not need

        fetcher = HttpFetcher()
    try:
        got = fetcher.fetch(url)
    except IntakeError as error:
        yield Rejection(url, str(error))
        return
    yield from read_bytes(got.content, url, limits, url=got.url, charset=got.charset)


def _open(stream: Stream, about: Source, limits: Limits) -> Iterator[Found]:
    """Unpack `stream` and yield what it holds."""
    layers = 0
    try:
        opened = stream
        while opened.peek(3).startswith(MAGIC):
            layers += 1
            if layers > limits.layers:
                raise IntakeError(f"gzip inside gzip more than {limits.layers} times")
            opened = io.BufferedReader(Gunzip(opened, limits, limits.archive_bytes), _BLOCK)
        if sniff.is_warc(opened.peek(128)):
            for found in warc.read(opened, about.origin, limits):
                yield admit(found, limits)
            return
        data = opened.read(limits.file_bytes + 1)
        if len(data) > limits.file_bytes:
            raise IntakeError(f"longer than the {limits.file_bytes} bytes that are read")
    except IntakeError as error:
        yield Rejection(about.origin, str(error))
        return
    for found in _texts(Source(data, about.origin, about.url, about.charset), limits):
        yield admit(found, limits)


def _texts(source: Source, limits: Limits) -> Iterator[Found]:
    """Yield what a file holds that is neither packed nor an archive."""
    origin = source.origin
    if not source.data.strip():
        yield Rejection(origin, "empty")
        return
    binary = sniff.binary(source.data)
    if binary is not None:
        yield Rejection(origin, f"not a text but {binary}")
        return
    try:
        decoded = decode(source.data, source.charset)
    except IntakeError as error:
        yield Rejection(origin, str(error))
        return
    kind = sniff.kind(decoded.text)
    if kind not in (Kind.JSON, Kind.JSON_LINES) and len(source.data) > limits.document_bytes:
        yield Rejection(
            origin,
            f"{len(source.data)} bytes of {kind.value}, "
            f"more than the {limits.document_bytes} of one document that are read",
        )
    elif kind is Kind.HTML:
        yield from html.read(source, limits)
    elif kind is Kind.FEED:
        yield from feeds.read_text(decoded, source, limits)
    elif kind is Kind.JSON_LINES:
        yield from json_articles.read_lines(decoded.text, origin, limits)
    elif kind is Kind.JSON:
        yield from _json(decoded.text, origin, limits)
    elif kind is Kind.OTHER_XML:
        declared = feeds.declares(decoded.text)
        refused = f"XML with a {declared} declaration is refused"
        yield Rejection(origin, refused if declared else "XML, but neither a feed nor a page")
    else:
        yield read_text(decoded, source)


def _json(text: str, origin: str, limits: Limits) -> Iterator[Found]:
    try:
        value = loads(text)
    except IntakeError as error:
        yield Rejection(origin, str(error))
        return
    if telegram.is_export(value):
        yield from telegram.read_value(value, origin, limits)
    elif json_feed.is_feed(value):
        yield from json_feed.read_value(value, origin, limits)
    else:
        yield from json_articles.read_value(value, origin, limits)
