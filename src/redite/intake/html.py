"""Saved pages: the main text, with what the page says about itself.

`markup` cuts out what no reader sees as the article, trafilatura finds the main text in the rest,
and a page whose article is marked is then checked: no paragraph of it may be missing.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import replace

import trafilatura
from lxml import etree

from redite.errors import IntakeError
from redite.intake.decode import decode, mojibake
from redite.intake.markup import Element, drop, parse, prune, words
from redite.intake.metadata import describe
from redite.intake.prose import even, paragraphs
from redite.intake.source import Found, Limits, Source
from redite.values import Document, Rejection

_DECLARES = re.compile(r"<!DOCTYPE[^<>\[]{0,500}\[|<!ENTITY", re.IGNORECASE)
_PROLOG = 4096
_SEARCHED = 20_000
"""Elements of a page that trafilatura is asked about; its time grows faster than the page does."""
_INLINE = tuple("b strong em i u span font abbr mark small cite q dfn kbd var bdi bdo".split())
_PROPER = frozenset("p li blockquote pre h2 h3 h4 h5 h6 td th dt dd".split())

# Its warnings about odd pages would reach the user, where nothing has set up logging.
logging.getLogger("trafilatura").addHandler(logging.NullHandler())


def read(source: Source, limits: Limits) -> Iterator[Found]:
    """Yield the article of a page; a page without one is rejected.

    Text is what the page shows, paragraphs separated by an empty line, without the heading.
    """
    document = Document(text="", origin=source.origin, url=source.url)
    try:
        decoded = decode(source.data, source.charset)
        notes = decoded.notes
        if _DECLARES.search(decoded.text[:_PROLOG]):
            raise IntakeError("a page with a document type of its own making is refused")
        markup = decoded.text
        repaired = mojibake(markup)
        if repaired is not None:
            markup = repaired
            notes = (*notes, "UTF-8 that had been read as another encoding was repaired")
        tree = parse(markup)
        document = describe(tree, Document("", source.origin, url=source.url, notes=notes), limits)
        text = _main_text(tree, document.title)
    except IntakeError as error:
        yield Rejection(source.origin, str(error))
        return
    if not text:
        yield Rejection(source.origin, "no article found in the page", document)
        return
    yield replace(document, text=text)


def _main_text(tree: Element, title: str | None) -> str:
    headings = {even(words(h)) for h in tree.iter("h1")}
    # One heading is the article's; of several, only what repeats the title is.
    headings = headings | {title or ""} if len(headings) < 2 else {title or ""}
    core = prune(tree)
    drop(tree, lambda e: e.tag == "h1" and even(words(e)) in headings)
    if sum(1 for _ in tree.iter()) > _SEARCHED:
        own = _own(core if core is not None else tree)
        return "\n\n".join(own or [p.text for p in paragraphs(tree)])
    holder = core if core is not None else _holder(tree)
    own = [] if holder is None else _own(holder)
    _unwrap(tree)
    found = trafilatura.extract(
        tree,
        fast=core is not None,
        include_comments=False,
        include_tables=True,
        deduplicate=False,
        with_metadata=False,
    )
    lines = [line for line in map(even, (found or "").split("\n")) if line]
    if lines and lines[0] in headings:
        del lines[0]
    return _joined(lines) if _adds(lines, own) else "\n\n".join(own)


def _holder(tree: Element) -> Element | None:
    """Return the element whose direct paragraphs are more than half of all, where no mark helps."""
    held: dict[Element, int] = {}
    for p in tree.iter("p"):
        parent = p.getparent()
        if parent is not None and parent.tag not in ("body", "html"):
            held[parent] = held.get(parent, 0) + len(words(p))
    best = max(held, key=lambda e: held[e], default=None)
    return best if best is not None and held[best] * 2 > sum(held.values()) else None


def _unwrap(tree: Element) -> None:
    """Take away what only dresses words, or only places them.

    In short articles trafilatura breaks paragraphs at a word in bold, and also at links; those
    stay in paragraphs that have no other words. A table of paragraphs is layout, of an old page.
    """
    for table in tree.iter("table"):
        if table.find(".//p") is not None or table.find(".//div") is not None:
            for part in list(table.iter("table", "tbody", "thead", "tfoot", "tr", "td", "th")):
                part.tag = "div"
    for p in tree.iter("p"):
        links = list(p.iter("a"))
        if sum(len(words(a)) for a in links) * 2 < len(words(p)):
            for link in links:
                link.tag = "span"
    etree.strip_tags(tree, *_INLINE)


def _own(core: Element) -> list[str]:
    """Return the proper paragraphs of the marked article; bylines and the like have none."""
    found = [p for p in paragraphs(core) if not p.is_call]
    return [p.text for p in found if p.tag in _PROPER]


def _adds(lines: list[str], own: list[str]) -> bool:
    """Say whether `lines` have all paragraphs in `own`, unbroken and in order, and others too."""
    known = [line for text in own for line in text.split("\n")]
    rest = iter(lines)
    return len(lines) > len(known) and all(line in rest for line in known)


def _joined(lines: list[str]) -> str:
    """Join lines by an empty line, the items of a list by a line end."""
    pieces: list[str] = []
    for before, line in zip(["", *lines], lines, strict=False):
        listed = before.startswith("- ") and line.startswith("- ")
        pieces += ["\n" if listed else "\n\n", line]
    return "".join(pieces[1:])
