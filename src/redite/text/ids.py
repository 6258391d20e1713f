"""Ids computed from content: the same input gives the same ids on every machine, in any order."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from redite.values import Document, Spans

_TRACKING = ("utm_", "fbclid", "gclid", "yclid", "mc_cid", "mc_eid")


def digest(*parts: str | None) -> str:
    """Return 16 hex digits for `parts`; None and "" differ, and so do ("ab", "c"), ("a", "bc")."""
    hashed = blake2b(digest_size=8)
    for part in parts:
        data = b"" if part is None else part.encode("utf-8", "surrogatepass")
        hashed.update(f"{-1 if part is None else len(data)}:".encode())
        hashed.update(data)
    return hashed.hexdigest()


def same_address(url: str) -> str:
    """Return `url` without what does not change which article it names.

    >>> same_address("https://Example.org/a/?utm_source=x&id=3#top")
    'https://example.org/a?id=3'
    """
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return url.strip()
    query = [
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if not name.lower().startswith(_TRACKING)
    ]
    return urlunsplit(
        (
            parts.scheme.lower(),
            parts.netloc.lower(),
            parts.path.rstrip("/"),
            urlencode(query),
            "",
        )
    )


def identity(document: Document) -> str:
    """Return what makes two texts versions of one article: address, else id, else nothing.

    Without either, an article is its text: it can have no versions.
    """
    if document.url:
        return f"url {same_address(document.url)}"
    if document.id:
        return f"id {document.publisher or ''} {document.id}"
    return f"text {digest(document.publisher, document.text)}"


def article_key(document: Document) -> str:
    """Return the key of this text under this identity."""
    return "a-" + digest(identity(document), document.text)


def rejection_key(origin: str, reason: str, document: Document | None) -> str:
    """Return the key of a rejected item, so that meeting it twice counts once."""
    if document is None:
        return "r-" + digest(origin, reason)
    return "r-" + digest(reason, identity(document), document.text)


def statement_id(article: str, content: Spans) -> str:
    """Return the id of the statement with this content in the article with this key.

    Source and cue are left out: a newer model may find them better, and the id must stay.
    """
    return "s-" + digest(article, *(f"{span.start}-{span.end}" for span in content))


def group_id(prefix: str, members: Iterable[str]) -> str:
    """Return the id of a group by its first member, e.g. an utterance by its first statement."""
    return f"{prefix}-" + digest(prefix, next(iter(members)))
