"""What a feed brought that is asked again and again: its items, and what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from redite.intake import read_bytes
from redite.intake.source import Found, Limits
from redite.interfaces import Fetched
from redite.values import Document


@dataclass(frozen=True, slots=True)
class Polled:
    """The items of a feed, in its order, and what is wrong with the feed as a whole."""

    items: tuple[Found, ...]
    problem: str = ""
    """Why the feed cannot be read, or not to its end; "" where nothing is wrong."""


def read_polled(url: str, fetched: Fetched, limits: Limits) -> Polled:
    """Return what the feed at `url` holds; its problems are no rejections, for it is asked again.

    A page is no feed: a server that is out of order, or wants to sell something first, answers
    with one, and it must not be taken for news.
    """
    items: list[Found] = []
    problem = ""
    for found in read_bytes(fetched.content, url, limits, url=fetched.url, charset=fetched.charset):
        if found.origin != url:  # items are called by their places: url#3
            items.append(_placeless(found, url))
        elif isinstance(found, Document):
            problem = "no feed but a single text; `redite ingest` takes in one of those"
        else:
            problem = found.reason
    return Polled(tuple(items), problem)


def _placeless(found: Found, url: str) -> Found:
    """Return a rejected item of which nothing is known but its place without that.

    Its place changes with every item that comes before it, and it would be another each time.
    """
    if isinstance(found, Document) or found.document is not None:
        return found
    return replace(found, origin=url)
