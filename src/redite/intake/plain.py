"""Plain text: the whole file is one article, code point for code point."""

from __future__ import annotations

from redite.intake.decode import Decoded
from redite.intake.source import Found, Source
from redite.values import Document


def read_text(decoded: Decoded, source: Source) -> Found:
    """Return the article that a text is. Only a byte order mark is not part of it."""
    return Document(decoded.text, source.origin, url=source.url, notes=decoded.notes)
