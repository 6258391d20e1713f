"""JSON articles: one object a file, a list of them, or one a line.

`{"id"?, "url"?, "publisher"?, "language"?, "published"?, "title"?, "text"}`. Text, ids and
addresses are kept code point for code point. Whatever is wrong with another field costs that
field and leaves a note; only a text that is not there costs the article.
"""

from __future__ import annotations

from collections.abc import Iterator

from redite.errors import IntakeError
from redite.intake.dates import when
from redite.intake.source import Found, Limits
from redite.intake.strict_json import Members, loads
from redite.values import Document, Rejection


def read_value(value: object, origin: str, limits: Limits) -> Iterator[Found]:
    """Yield the article that `value` is, or the articles in it if it is a list."""
    if not isinstance(value, list):
        yield _article(value, origin, limits)
        return
    if not value:
        yield Rejection(origin, "an empty list: no articles in it")
    for number, member in enumerate(value, 1):
        yield _article(member, f"{origin}#{number}", limits)


def read_lines(text: str, origin: str, limits: Limits) -> Iterator[Found]:
    """Yield the article of every line; a bad line costs itself only.

    Lines end at U+000A alone: texts may hold U+2028 and its like.
    """
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        where = f"{origin}#{number}"
        try:
            value = loads(line)
        except IntakeError as error:
            yield Rejection(where, f"line {number}: {error}")
            continue
        yield _article(value, where, limits)


def _article(value: object, origin: str, limits: Limits) -> Found:
    if not isinstance(value, Members):
        return Rejection(origin, f"an article is a JSON object, not {_kind(value)}")
    if value.doubled:
        return Rejection(origin, f"the name {value.doubled[0]!r} stands twice in one object")
    text = value.get("text")
    if not isinstance(text, str):
        missing = "has no text" if "text" not in value else f"has {_kind(text)} for a text"
        return Rejection(origin, f"the article {missing}")
    notes: list[str] = []
    published, note = when(value.get("published"), limits)
    notes += [note] if note else []
    modified, note = when(value.get("modified"), limits, "time of the last edit")
    notes += [note] if note else []
    return Document(
        text=text,
        origin=origin,
        id=_field(value, "id", notes),
        url=_field(value, "url", notes),
        publisher=_field(value, "publisher", notes),
        language=_field(value, "language", notes),
        title=_field(value, "title", notes),
        published=published,
        modified=modified,
        notes=tuple(notes),
    )


def _field(value: Members, name: str, notes: list[str]) -> str | None:
    found = value.get(name)
    if name == "id" and isinstance(found, int) and not isinstance(found, bool):
        return str(found)
    if found is None or found == "":
        return None
    if not isinstance(found, str):
        notes.append(f"{name} is {_kind(found)} and was left out")
        return None
    if any("\ud800" <= c <= "\udfff" for c in found):
        notes.append(f"{name} holds half a character (a lone surrogate) and was left out")
        return None
    return found


def _kind(value: object) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, int | float):
        return "a number"
    if isinstance(value, str):
        return "a string"
    return "a list" if isinstance(value, list) else "an object"
