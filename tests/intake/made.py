"""Inputs that the tests of intake share, all invented."""

from __future__ import annotations

import json
from collections.abc import Iterable

from redite.intake import Limits, read_bytes
from redite.values import Document, Rejection

SENTENCE = "President Irena Dalkova said on Monday that the bridge at Tarsk is open again."
SMALL = Limits(
    archive_bytes=1 << 22,
    file_bytes=1 << 21,
    document_bytes=1 << 20,
    text_length=10_000,
    ratio=50,
    ratio_from=1 << 16,
)
"""Limits that a test can reach without megabytes."""


def documents(data: bytes, origin: str = "x", limits: Limits | None = None) -> list[Document]:
    """Return the documents in `data`, and fail if anything was rejected."""
    found = list(read_bytes(data, origin, limits or Limits()))
    assert not [f for f in found if isinstance(f, Rejection)], found
    return [f for f in found if isinstance(f, Document)]


def reasons(data: bytes, origin: str = "x", limits: Limits | None = None) -> list[str]:
    """Return the reasons for which items of `data` were rejected."""
    found = read_bytes(data, origin, limits or Limits())
    return [f.reason for f in found if isinstance(f, Rejection)]


def page(body: str, head: str = "", lang: str = "en") -> bytes:
    """Return a page with `body` as its body."""
    return (
        f"<!DOCTYPE html><html lang={lang}><head>{head}</head><body>{body}</body></html>".encode()
    )


def article(*paragraphs: str, head: str = "") -> bytes:
    """Return a page whose article has these paragraphs."""
    inside = "".join(f"<p>{p}</p>" for p in paragraphs)
    return page(f"<article><h1>A heading</h1>{inside}</article>", head)


def linked_data(**fields: object) -> str:
    """Return the script element with which a page describes its article."""
    data = {"@context": "https://schema.org", "@type": "NewsArticle", **fields}
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def rss(items: Iterable[str], channel: str = "") -> bytes:
    """Return an RSS feed with these items."""
    inside = "".join(f"<item>{item}</item>" for item in items)
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>'
        f"<title>Hallen Courier</title>{channel}{inside}</channel></rss>"
    ).encode()


def capture(
    url: str, body: bytes, *, status: str = "200 OK", headers: str = "Content-Type: text/html"
) -> bytes:
    """Return the WARC record of one answer of a server."""
    answer = f"HTTP/1.1 {status}\r\n{headers}\r\n\r\n".encode() + body
    return record("response", url, answer)


def record(kind: str, url: str, block: bytes) -> bytes:
    """Return a WARC record."""
    return (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\n"
        "WARC-Date: 2024-06-01T00:00:00Z\r\n"
        "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    ).encode() + (block + b"\r\n\r\n")
