"""Saved pages: the main text, with what the page says about itself.

`markup` cuts out what no reader sees as the article, trafilatura finds the main text in the rest,
and a page whose article is marked is then checked: no paragraph of it may be missing.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import replace

import trafilatura

from redite.errors import IntakeError
from redite.intake.decode import decode, mojibake
from redite.intake.markup import Element, drop, parse, prune, words
from redite.intake.metadata import describe
from redite.intake.prose import even, paragraphs
from redite.intake.source import Found, Limits, Source
from redite.values import Document, Rejection

_SEARCHED = 20_000
"""Elements of a page that trafilatura is asked about; its time grows faster than the page does."""
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
        own = _own(tree if core is None else core)
        return "\n\n".join(own or [p.text for p in paragraphs(tree)])
    own = [] if core is None else _own(core)
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
    return "\n\n".join(own) if _misses(own, lines) else _joined(lines)


def _own(core: Element) -> list[str]:
    """Return the proper paragraphs of the marked article; bylines and the like have none."""
    found = [p for p in paragraphs(core) if not p.is_call]
    return [p.text for p in found if p.tag in _PROPER]


def _misses(own: list[str], lines: list[str]) -> bool:
    """Say whether a paragraph of the marked article is not among the lines found, in order."""
    have = "".join("".join(lines).split())
    place = 0
    for piece in (line.removeprefix("- ") for text in own for line in text.split("\n")):
        letters = "".join(piece.split())
        place = have.find(letters, place)
        if place < 0:
            return True
        place += len(letters)
    return False


def _joined(lines: list[str]) -> str:
    """Join lines by an empty line, the items of a list by a line end."""
    pieces: list[str] = []
    for before, line in zip(["", *lines], lines, strict=False):
        listed = before.startswith("- ") and line.startswith("- ")
        pieces += ["\n" if listed else "\n\n", line]
    return "".join(pieces[1:])
