"""RSS and Atom. XML that declares a document type or entities is refused before it is parsed."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from typing import Any

import feedparser

from redite.errors import IntakeError
from redite.intake.dates import when
from redite.intake.decode import Decoded, mojibake
from redite.intake.prose import fragment_text
from redite.intake.source import Found, Limits, Source
from redite.values import Document, Rejection

_QUOTED = re.compile(r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)", re.DOTALL)
_DECLARES = re.compile(r"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)
_ENCODING = re.compile(r"\A\s*<\?xml[^>]{0,300}\?>")


def declares(text: str) -> str | None:
    """Return what kind of declaration XML makes that a stranger's must not, or None.

    One declaration of a few hundred bytes can unfold to gigabytes, or name a file of ours.
    """
    found = _DECLARES.search(_QUOTED.sub("", text))
    return None if found is None else found[1].upper()


def read_text(decoded: Decoded, source: Source, limits: Limits) -> Iterator[Found]:
    """Yield every item of a feed, in its order.

    Text is the full content where the feed has it, the summary otherwise. The publisher is what
    the feed names as the `source` of an item, else the feed itself.
    """
    declared = declares(decoded.text)
    if declared is not None:
        yield Rejection(source.origin, f"XML with a {declared} declaration is refused")
        return
    text, notes = decoded.text, decoded.notes
    repaired = mojibake(text)
    if repaired is not None:
        text = repaired
        notes = (*notes, "UTF-8 that had been read as another encoding was repaired")
    parsed = feedparser.parse(
        io.BytesIO(_ENCODING.sub("", text, count=1).encode("utf-8", "replace")),
        response_headers={"content-type": "application/xml; charset=utf-8"},
        sanitize_html=False,
        resolve_relative_uris=False,
    )
    feed = dict(parsed.feed)
    for number, entry in enumerate(parsed.entries, 1):
        yield _item(dict(entry), feed, f"{source.origin}#{number}", notes, limits)
    if parsed.bozo:
        problem = str(parsed.bozo_exception).removeprefix("<unknown>:")
        read = len(parsed.entries)
        yield Rejection(source.origin, f"the feed is damaged ({problem}); {read} items were read")
    elif not parsed.entries:
        yield Rejection(source.origin, "a feed without items")


def _item(
    entry: Mapping[str, Any],
    feed: Mapping[str, Any],
    origin: str,
    notes: tuple[str, ...],
    limits: Limits,
) -> Found:
    published, note = when(entry.get("published"), limits)
    notes = (*notes, note) if note else notes
    modified, note = when(entry.get("updated"), limits, "time of the last edit")
    notes = (*notes, note) if note else notes
    link = entry.get("link")
    body = _body(entry)
    try:
        text = "" if body is None else _words(body)
        title = _words(entry.get("title_detail") or {"value": entry.get("title")})
    except IntakeError as error:
        return Rejection(origin, str(error))
    document = Document(
        text=text,
        origin=origin,
        id=entry.get("id") or None,
        url=link if isinstance(link, str) and link.startswith(("http://", "https://")) else None,
        publisher=_publisher(entry, feed),
        language=entry.get("language") or (body or {}).get("language") or feed.get("language"),
        title=title.replace("\n\n", " ") or None,
        published=published or (None if "published" in entry else modified),
        modified=modified,
        notes=notes,
    )
    return document if text else Rejection(origin, "no text in the item", document)


def _publisher(entry: Mapping[str, Any], feed: Mapping[str, Any]) -> str | None:
    """Return who published an item: the source it names, else the feed.

    A feed that names its items' sources collects what others publish: the article is theirs, and
    the feed is no link in the chain of what is said in it.
    """
    source = entry.get("source")
    named = source.get("title") if isinstance(source, Mapping) else source
    return named or feed.get("title") or None


def _body(entry: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """Return the longest of the full contents, or the summary."""
    bodies: list[Mapping[str, Any]] = [c for c in entry.get("content", ()) if c.get("value")]
    if not bodies and "summary_detail" in entry:
        bodies = [entry["summary_detail"]]
    return max(bodies, key=lambda body: len(body["value"]), default=None)


def _words(body: Mapping[str, Any]) -> str:
    value = body.get("value") or ""
    return value.strip() if body.get("type") == "text/plain" else fragment_text(value)
