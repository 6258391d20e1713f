"""Web archives: every captured page that answered well is an article.

The time of capture is not the time of publication, and is not used as if it were. Requests,
metadata and the archive's own description are no items. A file that breaks off gives what could
be read, and one rejection that says where it broke.
"""

from __future__ import annotations

import io
from collections.abc import Iterator

from fastwarc import ArchiveIterator, WarcRecord, WarcRecordType

from redite.errors import IntakeError
from redite.intake import html
from redite.intake.decode import decode
from redite.intake.gunzip import MAGIC, gunzip
from redite.intake.plain import read_text
from redite.intake.source import Found, Limits, Source, Stream
from redite.values import Document, Rejection

_ITEMS = (
    WarcRecordType.response
    | WarcRecordType.resource
    | WarcRecordType.revisit
    | WarcRecordType.conversion
    | WarcRecordType.continuation
)
_PAGES = ("text/html", "application/xhtml+xml")


def read(stream: Stream, origin: str, limits: Limits) -> Iterator[Found]:
    """Yield the article or the rejection of every capture, in the order of the archive."""
    forgiving = _Forgiving(stream)
    number = 0
    try:
        records = ArchiveIterator(
            forgiving, record_types=_ITEMS, parse_http=True, auto_decode="transfer"
        )
        for record in records:
            number += 1
            yield from _capture(record, f"{origin}#{number}", limits)
    except (OSError, ValueError, EOFError, UnicodeError) as error:
        forgiving.error = forgiving.error or IntakeError(str(error))
    if forgiving.error is not None:
        yield Rejection(
            origin,
            f"the archive breaks off after {number} captures, at byte {forgiving.place}: "
            f"{forgiving.error}",
        )
    elif number == 0:
        yield Rejection(origin, "a web archive without captures")


def _capture(record: WarcRecord, origin: str, limits: Limits) -> Iterator[Found]:
    address = record.headers.get("WARC-Target-URI")
    address = None if address is None else address.strip("<> ")
    found = Document("", origin, url=address)
    reason, content_type, charset = None, record.headers.get("Content-Type") or "", None
    if record.record_type not in (WarcRecordType.response, WarcRecordType.resource):
        reason = f"a {record.record_type!s} record, without the page itself"
    elif record.record_type == WarcRecordType.response:
        headers = record.http_headers
        status = None if headers is None else headers.status_code
        if headers is None or status is None:
            reason = "a capture without an answer of the server, or a damaged one"
        elif not 200 <= status < 300:
            reason = f"the server answered {status}"
        else:
            content_type, charset = headers.get("Content-Type") or "", record.http_charset
    kind = content_type.partition(";")[0].strip().lower()
    if reason is None and kind not in (*_PAGES, "text/plain"):
        reason = f"no page but {kind or 'of no declared type'}"
    if reason is not None:
        yield Rejection(origin, reason, found)
        return
    try:
        source = Source(_body(record, limits), origin, url=address, charset=charset)
    except IntakeError as error:
        yield Rejection(origin, str(error), found)
        return
    if kind in _PAGES:
        yield from html.read(source, limits)
        return
    try:
        yield read_text(decode(source.data, charset), source)
    except IntakeError as error:
        yield Rejection(origin, str(error), found)


def _body(record: WarcRecord, limits: Limits) -> bytes:
    most = limits.document_bytes
    length = record.content_length
    data = record.reader.read(most + 1)
    if len(data) > most:
        raise IntakeError(f"the page is longer than {most} bytes")
    headers = record.http_headers
    encoding = ((headers and headers.get("Content-Encoding")) or "").strip().lower()
    is_chunked = headers is not None and "chunked" in (headers.get("Transfer-Encoding") or "")
    if not is_chunked and len(data) < length:
        raise IntakeError(f"the page breaks off after {len(data)} of {length} bytes")
    if data.startswith(MAGIC):
        return gunzip(data, limits, most)
    if encoding not in ("", "identity", "gzip", "x-gzip"):
        raise IntakeError(f"the page is packed with {encoding}, which is not read")
    return data


class _Forgiving(io.RawIOBase):
    """A stream that ends where the one under it breaks, and remembers why.

    An exception inside the reader of the archive would end the program.
    """

    def __init__(self, stream: Stream) -> None:
        # One step at a time: a larger read would lose what came before a break.
        self._read = stream.read1
        self.place = 0
        self.error: IntakeError | None = None

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return False

    def tell(self) -> int:
        return self.place

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        return self.place  # asked for where we are; the archive is only read forward

    def read(self, size: int = -1) -> bytes:
        if self.error is not None:
            return b""
        try:
            piece = self._read(size)
        except (IntakeError, OSError) as error:
            self.error = IntakeError(str(error))
            return b""
        self.place += len(piece)
        return piece
