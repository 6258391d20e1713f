"""What one input gives: a document, or a rejection; and the article it is stored as."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from redite.values.spans import Spans


@dataclass(frozen=True, slots=True)
class Document:
    """One article as it was found, before anything has been decided about it.

    `origin` says where, for messages to people: a path, `feed.xml#3`, an address.
    `id`, `url` are verbatim what the input brought. Times are aware and in UTC.
    """

    text: str
    origin: str
    id: str | None = None
    url: str | None = None
    publisher: str | None = None
    language: str | None = None
    """As declared by the input (BCP 47); the text may turn out to be in another."""
    title: str | None = None
    published: datetime | None = None
    modified: datetime | None = None
    """When the outlet last edited it, where it says so."""
    relayed_from: str | None = None
    """The outlet or channel it says it was forwarded or syndicated from."""
    notes: tuple[str, ...] = ()
    """What intake had to leave out or repair, in words ("date in the year 2203 not believed")."""


@dataclass(frozen=True, slots=True)
class Rejection:
    """One item that was not kept, and why. `document` holds whatever could be read of it."""

    origin: str
    reason: str
    document: Document | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One published text of one outlet, as stored. An edited text is another `Article`.

    `key` identifies this text under this address (see `redite.text.ids.article_key`).
    """

    key: str
    given_id: str | None
    url: str | None
    publisher: str | None
    published: datetime
    dated: bool
    """False where the input gave no date and `published` is the time it was taken in."""
    modified: datetime | None
    language: str | None
    """ISO 639-1, or None where no language was recognised with confidence."""
    title: str | None
    text: str
    items: Spans
    """The items of a digest, in text order; one span over the whole text otherwise."""
    relayed_from: str | None
    taken_in: datetime
    origin: str
    notes: tuple[str, ...] = ()

    @property
    def order(self) -> tuple[datetime, str, str]:
        """Sort key of the ledger: publication time, then article id, then key."""
        return (self.published, self.given_id or self.key, self.key)
