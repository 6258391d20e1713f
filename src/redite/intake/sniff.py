"""What kind of input something is, by its content. Names and declared types decide nothing."""

from __future__ import annotations

import re
from enum import Enum


class Kind(Enum):
    """A kind of text that intake can read, or knows that it cannot."""

    HTML = "HTML"
    FEED = "feed"
    JSON = "JSON"
    JSON_LINES = "JSON lines"
    PLAIN = "plain text"
    OTHER_XML = "XML"


_BINARY = (
    (b"%PDF-", "a PDF"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"BZh", "bzip2 data"),
    (b"\xfd7zXZ\x00", "xz data"),
    (b"\x28\xb5\x2f\xfd", "zstd data"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"ID3", "an audio file"),
    (b"OggS", "an audio or video file"),
    (b"\x1aE\xdf\xa3", "a video file"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
)
_WARC = re.compile(rb"\s{0,64}WARC/\d")
_PROLOG = re.compile(r"\s*(?:<\?.*?\?>|<!--.*?-->|<!(?![-\[])[^<>\[]*(?:\[.*?\]\s*)?>)", re.DOTALL)
_ROOT = re.compile(r"\s*<([A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)[\s/>]")
_HTML_DOCTYPE = re.compile(r"<!doctype\s+html\b", re.IGNORECASE)
_FEEDS = frozenset({"rss", "feed", "RDF"})
_PAGE = frozenset(
    "html head body title meta link article main section div p h1 h2 table center font span "
    "header base script style".split()
)
_HEAD = 1 << 16


def is_warc(head: bytes) -> bool:
    """Say whether what begins with `head` is a WARC."""
    return _WARC.match(head) is not None


def binary(data: bytes) -> str | None:
    """Return what `data` is if it is plainly no text ("a PDF"), else None."""
    if data[4:8] == b"ftyp":
        return "a video or image file"
    if data[:4] == b"RIFF" and data[8:12] in (b"WEBP", b"WAVE", b"AVI "):
        return "an image, audio or video file"
    return next((name for magic, name in _BINARY if data.startswith(magic)), None)


def kind(text: str) -> Kind:
    """Return the kind of a text.

    >>> kind('{"text": "…"}').value
    'JSON'
    """
    head = text[:_HEAD].lstrip()
    if head.startswith("<"):
        return _markup(head)
    if _mostly_objects(head):
        return Kind.JSON_LINES
    if head.startswith(("{", "[")) and re.match(r"""[{\[]\s*(?:["{}\]\[]|\Z)""", head):
        return Kind.JSON
    return Kind.PLAIN


def _markup(head: str) -> Kind:
    is_xml = head.startswith("<?xml")
    place = 0
    while (prolog := _PROLOG.match(head, place)) is not None:
        if _HTML_DOCTYPE.match(prolog[0].lstrip()):
            return Kind.HTML
        place = prolog.end()
    root = _ROOT.match(head, place)
    if root is None:
        return Kind.OTHER_XML if is_xml else Kind.PLAIN
    if root[2] in _FEEDS:
        return Kind.FEED
    if root[2].lower() in _PAGE and root[1] is None:
        return Kind.HTML
    # "<Irena> said" is a text; a root element with a name space or a prolog is not.
    is_closed = f"</{root[1] or ''}{root[2]}>" in head or "xmlns" in head[: place + 500]
    return Kind.OTHER_XML if is_xml or is_closed else Kind.PLAIN


def _mostly_objects(head: str) -> bool:
    """Say whether most lines look like an object each; the first may be damaged."""
    lines = [line.strip() for line in head.split("\n")[:100]]
    lines = [line for line in lines if line]
    if len(lines) == 1:
        return False
    whole = sum(line.startswith('{"') and line.endswith("}") for line in lines)
    return whole * 2 > len(lines) or (
        whole == 1 and lines[0].startswith('{"') and lines[0].endswith("}")
    )
