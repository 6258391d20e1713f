"""The shape that every format shares: bytes from somewhere in, documents and rejections out.

A format is one file with one function

    def read(source: Source, limits: Limits) -> Iterator[Found]

that yields what it found in the order of the input and never raises for bad content: what cannot
be read is a `Rejection` with a reason that a person can act on. (`warc.read` takes a stream
instead of bytes, because archives are larger than memory.)
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeAlias

from redite.values import Document, Rejection

Found = Document | Rejection
Stream: TypeAlias = "io.BufferedReader[Any]"
"""What files and unpacked data are read from."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of a stranger's input we are willing to handle. Sizes are bytes after unpacking."""

    archive_bytes: int = 8 << 30
    """Of a WARC, which is read as a stream."""
    file_bytes: int = 512 << 20
    """Of any other file: chat exports and article collections are held in memory."""
    document_bytes: int = 64 << 20
    """Of one page, feed or plain text."""
    text_length: int = 2_000_000
    """Code points of one article."""
    ratio: int = 200
    """Of unpacked to packed; judged once `ratio_from` bytes are out. Text seldom passes 30."""
    ratio_from: int = 16 << 20
    layers: int = 2
    """Of gzip around gzip."""
    earliest: datetime = datetime(1900, 1, 2, tzinfo=UTC)
    """Dates before it are not believed: 1 January 1900 is what many programs print for none."""
    latest: datetime = datetime(2100, 1, 1, tzinfo=UTC)
    """Dates after it are not believed. A caller with a clock sets it to two days from now."""


@dataclass(frozen=True, slots=True)
class Source:
    """One input, whole: its bytes, and what is known about them from outside."""

    data: bytes
    origin: str
    """Where it was found, for messages to people."""
    url: str | None = None
    """The address it was fetched from."""
    charset: str | None = None
    """As declared by whoever served it."""
