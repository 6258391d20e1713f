"""How values look to people and to parsers, whatever the format: times, links, hostile text."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from urllib.parse import urlsplit

INFERRED = {
    "published": "counted from the day of publication",
    "dateline": "counted from the dateline",
    "scene": "counted from a date named before",
}
"""What is said of a date whose words alone do not give it, by its `redite.text.dates.Basis`."""

_RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})

# Control characters would drive a terminal, bidirectional overrides would reorder what stands
# around them, and a lone surrogate cannot be written to a file at all.
_CONTROLS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff"
    "\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]"
)
_INVISIBLE = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
_BLANKS = re.compile(r"\s+")


def iso(moment: datetime) -> str:
    """Return `moment` in UTC as the contract writes times: `2031-04-05T09:12:00+00:00`."""
    return moment.astimezone(UTC).isoformat()


def harmless(text: str) -> str:
    """Return `text` without what could drive a terminal or reorder its surroundings.

    Controls become U+FFFD, direction marks go; newlines and tabs stay.
    """
    return _CONTROLS.sub("\ufffd", _INVISIBLE.sub("", text))


def one_line(text: str) -> str:
    """Return `text` harmless and on one line, blanks folded."""
    return harmless(_BLANKS.sub(" ", text)).strip()


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: "1 item", "0 items"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def link(url: str | None) -> str | None:
    """Return `url` if a reader can safely follow it, None for anything but http and https."""
    if not url:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not parts.netloc:
        return None
    return None if re.search(r"[\s\x00-\x1f\x7f\ud800-\udfff]", url) else url


def direction(language: str | None) -> str:
    """Return the `dir` attribute of a text in `language`; `auto` where it is not known."""
    if language is None:
        return "auto"
    return "rtl" if language in _RIGHT_TO_LEFT else "ltr"
