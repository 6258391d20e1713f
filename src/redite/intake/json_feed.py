"""JSON Feed, versions 1 and 1.1 (jsonfeed.org)."""

from __future__ import annotations

from collections.abc import Iterator

from redite.errors import IntakeError
from redite.intake.dates import when
from redite.intake.prose import fragment_text
from redite.intake.source import Found, Limits
from redite.intake.strict_json import Members, string
from redite.values import Document, Rejection


def is_feed(value: object) -> bool:
    """Say whether a JSON value is a feed."""
    if not isinstance(value, Members) or not isinstance(value.get("items"), list):
        return False
    return "jsonfeed.org/version/" in str(value.get("version"))


def read_value(value: object, origin: str, limits: Limits) -> Iterator[Found]:
    """Yield every item of a feed, in its order."""
    items = value.get("items") if isinstance(value, Members) else None
    if not isinstance(value, Members) or not isinstance(items, list):
        return
    if not items:
        yield Rejection(origin, "a feed without items")
    for number, item in enumerate(items, 1):
        where = f"{origin}#{number}"
        if not isinstance(item, Members):
            yield Rejection(where, "an item that is no JSON object")
            continue
        published, note = when(item.get("date_published"), limits)
        notes = [note] if note else []
        modified, note = when(item.get("date_modified"), limits, "time of the last edit")
        notes += [note] if note else []
        given = item.get("id")
        try:
            text = _text(item)
        except IntakeError as error:
            yield Rejection(where, str(error))
            continue
        document = Document(
            text=text,
            origin=where,
            id=str(given) if isinstance(given, str | int) and given != "" else None,
            url=string(item, "url"),
            publisher=string(value, "title"),
            language=string(item, "language") or string(value, "language"),
            title=string(item, "title"),
            published=published,
            modified=modified,
            notes=tuple(notes),
        )
        yield document if text else Rejection(where, "no text in the item", document)


def _text(item: Members) -> str:
    markup = string(item, "content_html")
    if markup:
        return fragment_text(markup)
    plain = string(item, "content_text")
    return plain if plain else fragment_text(string(item, "summary") or "")
