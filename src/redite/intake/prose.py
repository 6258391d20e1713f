"""A tree of HTML elements to paragraphs, separated by an empty line.

Words are kept as printed: only white space is made even, as a browser does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from redite.errors import IntakeError
from redite.intake.markup import Element, parse, prune, words

_BLOCKS = frozenset(
    "p div section article main header h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre table "
    "thead tbody tfoot tr figure figcaption address hr form details summary body html center "
    "caption fieldset".split()
)
_SKIPPED = frozenset("head script style noscript template figcaption".split())
_SPACE = re.compile(r"[ \t\n\r\f\v\xa0]+")
_MARKUP = re.compile(r"<(?:/?[a-zA-Z][^<>]{0,2000}|!--)>?|&(?:#\d{1,7}|#x[0-9a-f]{1,6}|\w{2,30});")
_CALL = re.compile(r"subscri|newsletter|sign-?up|donat|abonn|podpis", re.IGNORECASE)
_LONGEST_CALL = 120


def fragment_text(markup: str) -> str:
    """Return the text of a piece of HTML, as feeds carry it; raises `IntakeError`.

    >>> fragment_text('<p>One.</p><p>Two<script>x()</script>, still two.</p>')
    'One.\\n\\nTwo, still two.'
    """
    if not _MARKUP.search(markup):
        return "\n\n".join(joined for p in re.split(r"\n\s*\n", markup) if (joined := even(p)))
    try:
        tree = parse(f"<html><body><div>{markup}</div></body></html>")
    except IntakeError as error:
        if str(error) == "the page is empty":
            return ""
        raise
    prune(tree)
    return "\n\n".join(p.text for p in paragraphs(tree) if not p.is_call)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, or a whole list: a line for each item, with a dash before it."""

    text: str
    tag: str
    """The element it stood in."""
    is_call: bool
    """It only calls upon the reader to subscribe."""


def paragraphs(tree: Element) -> list[Paragraph]:
    """Return the paragraphs under `tree` in the order of the page."""
    found: list[Paragraph] = []
    run: list[str] = []
    links: list[str] = []
    linked = 0

    def close(tag: str) -> None:
        nonlocal linked
        text = "\n".join(line for piece in "".join(run).split("\0") if (line := even(piece)))
        if text:
            call = len(text) < _LONGEST_CALL and linked > 0 and any(map(_CALL.search, links))
            if tag == "li":
                text = "- " + text
            found.append(Paragraph(text, tag, call))
        run.clear()
        links.clear()
        linked = 0

    # An explicit stack, because strangers decide how deep a page is.
    stack: list[tuple[Element, bool]] = [(tree, False)]
    while stack:
        element, done = stack.pop()
        tag = element.tag if isinstance(element.tag, str) else ""
        if done:
            if tag in _BLOCKS:
                close(tag)
            run.append(element.tail or "" if element is not tree else "")
            continue
        if tag in _BLOCKS:
            close(_around(element))
        stack.append((element, True))
        if not tag or tag in _SKIPPED:
            continue
        if tag == "br":
            run.append("\0")
        if tag == "a":
            links.append(element.get("href") or "")
            linked += len(words(element))
        run.append(element.text or "")
        stack.extend((child, False) for child in reversed(element))
    close("")
    return list(_lists_joined(found))


def _lists_joined(found: list[Paragraph]) -> Iterator[Paragraph]:
    for tag, together in groupby(found, key=lambda p: p.tag):
        if tag == "li":
            kept = "\n".join(p.text for p in together if not p.is_call)
            yield Paragraph(kept, tag, is_call=not kept)
        else:
            yield from together


def even(text: str) -> str:
    """Return `text` with every run of white space as one space, and none at the ends."""
    return _SPACE.sub(" ", text).strip(" ")


def _around(element: Element) -> str:
    """Return the tag of the block that the words before `element` belong to."""
    parent = element.getparent()
    while parent is not None and parent.tag not in _BLOCKS:
        parent = parent.getparent()
    return "" if parent is None else str(parent.tag)
