"""Lists of feeds: OPML, as feed readers export it, or plain lines with `#` comments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from lxml import etree

from redite.errors import IntakeError
from redite.intake.feeds import declares

_COMMENT = re.compile(r"(?:\A|(?<=\s))#.*")
"""A `#` inside an address begins its fragment, and no comment."""
_SHOWN = 100
"""Characters of a bad entry that a message repeats."""


def addresses(text: str) -> list[str]:
    """Return the addresses in a list of feeds, in its order, each once.

    Raises `IntakeError`, which names the entry, where one is no address that can be fetched, and
    where the list is empty: a list is written by a person, who should hear of a slip at once.

    >>> addresses("https://halden.example/feed  # the wire")
    ['https://halden.example/feed']
    """
    listed = _outlines(text) if text.lstrip().startswith("<") else _lines(text)
    found: dict[str, None] = {}
    for where, entry in listed:
        problem = unfit(entry)
        if problem is not None:
            raise IntakeError(f"{where}: {problem}")
        found[entry] = None
    if not found:
        raise IntakeError("no address in it; write one a line, https://… each")
    return list(found)


def unfit(entry: str) -> str | None:
    """Return why `entry` is no address that a feed can be fetched from; None where it is one."""
    shown = repr(entry[:_SHOWN])
    if re.search(r"[\s\x00-\x1f\x7f]", entry):
        return f"{shown} is no address: there are blanks in it"
    try:
        parts = urlsplit(entry)
        fetched = parts.scheme in ("http", "https") and bool(parts.hostname)
        _ = parts.port  # raises where it is none
    except ValueError as error:
        return f"{shown} is no address ({error})"
    if parts.username is not None or parts.password is not None:
        return "an address with a name and a password in it, which is not fetched; leave them out"
    return None if fetched else f"{shown} is no address; it must begin with https:// or http://"


def _lines(text: str) -> Iterator[tuple[str, str]]:
    for number, line in enumerate(text.splitlines(), 1):
        entry = _COMMENT.sub("", line).strip()
        if entry:
            yield f"line {number}", entry


def _outlines(text: str) -> Iterator[tuple[str, str]]:
    """Yield the addresses of an OPML outline, however deep its folders are."""
    declared = declares(text)
    if declared is not None:
        raise IntakeError(f"XML with a {declared} declaration is refused; take that out")
    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, load_dtd=False, no_network=True
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        raise IntakeError(f"damaged XML ({error}); export the list anew") from error
    if root.tag != "opml":
        raise IntakeError(
            f"XML with the root {str(root.tag)[:_SHOWN]!r}, which is no list of feeds (OPML); "
            "a feed itself is watched by its address"
        )
    for outline in root.iter("outline"):
        for name, entry in outline.items():
            if str(name).lower() == "xmlurl":  # some readers write it so
                yield f"line {outline.sourceline}", str(entry).strip()
