"""Build `examples/world/archive/world.warc.gz` from the pages in `examples/world-src`.

    python examples/build_warc.py

The same pages give the same archive, byte for byte under one zlib: ids come from content, every
time stands in `CAPTURES`, and the gzip members carry none. One member a record, as WARC 1.1
(ISO 28500:2017, annex D) recommends, so that a reader may jump to any of them.
"""

from __future__ import annotations

import gzip
from base64 import b32encode
from hashlib import sha1
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

HERE = Path(__file__).parent
PAGES = HERE / "world-src"
ARCHIVE = HERE / "world" / "archive" / "world.warc.gz"

CAPTURES = (
    # page, address, time of capture
    (
        "grenzbote.html",
        "https://grenzbote.example/politik/kremen-dementi",
        "2024-03-09T04:11:02Z",
    ),
    (
        "ibs-counting.html",
        "https://borderstudies.example/notes/counting-the-batteries",
        "2024-03-09T04:11:05Z",
    ),
    (
        "pivnich-digest.html",
        "https://pivnich.example/digest/2024-03-08",
        "2024-03-09T04:11:09Z",
    ),
)
_MADE = "2024-03-09T04:11:00Z"
_ABOUT = b"software: redite examples/build_warc.py\r\nformat: WARC File Format 1.1\r\n"


def archive() -> bytes:
    """Return the whole archive, unpacked: a description, then request and response of each page."""
    return b"".join(records())


def records() -> list[bytes]:
    """Return the archive's records, in order."""
    about = _record("warcinfo", None, _MADE, "application/warc-fields", _ABOUT)
    made = [about]
    for name, address, captured in CAPTURES:
        host, path = address.removeprefix("https://").split("/", 1)
        request = f"GET /{path} HTTP/1.1\r\nHost: {host}\r\nUser-Agent: redite-examples\r\n\r\n"
        body = (PAGES / name).read_bytes()
        head = (
            "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
            f"Content-Length: {len(body)}\r\n\r\n"
        )
        kind = "application/http; msgtype="
        made.append(_record("request", address, captured, kind + "request", request.encode()))
        made.append(
            _record("response", address, captured, kind + "response", head.encode() + body, body)
        )
    return made


def _record(
    kind: str,
    address: str | None,
    time: str,
    type_: str,
    block: bytes,
    payload: bytes | None = None,
) -> bytes:
    name = uuid5(NAMESPACE_URL, f"{kind} {address} {time} {sha1(block).hexdigest()}")
    fields = [
        "WARC/1.1",
        f"WARC-Type: {kind}",
        f"WARC-Record-ID: <urn:uuid:{name}>",
        f"WARC-Date: {time}",
        f"Content-Type: {type_}",
        f"WARC-Block-Digest: {_digest(block)}",
    ]
    if address is not None:
        fields.append(f"WARC-Target-URI: {address}")
    if payload is not None:
        fields.append(f"WARC-Payload-Digest: {_digest(payload)}")
    fields.append(f"Content-Length: {len(block)}")
    return "\r\n".join(fields).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


def _digest(data: bytes) -> str:
    return "sha1:" + b32encode(sha1(data).digest()).decode()


def main() -> None:
    """Write the archive."""
    ARCHIVE.parent.mkdir(parents=True, exist_ok=True)
    ARCHIVE.write_bytes(b"".join(gzip.compress(record, 9, mtime=0) for record in records()))


if __name__ == "__main__":
    main()
