"""Chat exports of Telegram Desktop: `result.json`, of one chat or of a whole account.

A message is an article of the chat it stands in, with the id `<chat id>/<message id>`. An edited
message that is exported again has the same address, and so becomes a version. Service messages
("pinned a message") are no items. Format: Telegram Desktop, export/output/export_output_json.cpp.
"""

from __future__ import annotations

from collections.abc import Iterator

from redite.intake.dates import When, at_second, when
from redite.intake.source import Found, Limits
from redite.intake.strict_json import Members, string
from redite.values import Document, Rejection

_ADDRESSED = ("public_channel", "private_channel", "public_supergroup", "private_supergroup")
"""The kinds of chat whose messages have an address; others exist on the owner's phone only."""
_MEDIA = (
    ("photo", "a photo"),
    ("poll", "a poll"),
    ("location_information", "a location"),
    ("contact_information", "a contact"),
    ("media_type", "media"),
    ("file", "a file"),
)


def is_export(value: object) -> bool:
    """Say whether a JSON value is a chat export."""
    if not isinstance(value, Members):
        return False
    if isinstance(value.get("messages"), list):
        return "text" not in value
    return any(_chats(value.get(part)) for part in ("chats", "left_chats"))


def read_value(value: object, origin: str, limits: Limits) -> Iterator[Found]:
    """Yield every message of every chat in an export, in its order."""
    if not isinstance(value, Members):
        return
    chats: list[object] = [value] if isinstance(value.get("messages"), list) else []
    for part in ("chats", "left_chats"):
        chats.extend(_chats(value.get(part)))
    for chat in chats:
        if not isinstance(chat, Members) or not isinstance(chat.get("messages"), list):
            yield Rejection(origin, "a chat without a list of messages")
            continue
        messages = chat["messages"]
        assert isinstance(messages, list)
        if not messages:
            yield Rejection(f"{origin}#{chat.get('id')}", "a chat without messages")
        for number, message in enumerate(messages, 1):
            found = _message(message, number, chat, origin, limits)
            if found is not None:
                yield found


def _chats(part: object) -> list[object]:
    found = part.get("list") if isinstance(part, Members) else None
    return found if isinstance(found, list) else []


def _message(
    message: object, number: int, chat: Members, origin: str, limits: Limits
) -> Found | None:
    if not isinstance(message, Members):
        return Rejection(f"{origin}#{number}", "a message that is no JSON object")
    if message.get("type") == "service":
        return None
    own, whole = message.get("id"), chat.get("id")
    given = None
    if isinstance(own, int | str) and isinstance(whole, int | str):
        given = f"{whole}/{own}"
    where = f"{origin}#{given or number}"
    text = _text(message.get("text"))
    if text is None:
        return Rejection(where, "the text of the message is neither a string nor a list of them")
    published, note = _time(message, "date", limits, "date")
    notes = [note] if note else []
    modified, note = _time(message, "edited", limits, "time of the last edit")
    notes += [note] if note else []
    document = Document(
        text=text,
        origin=where,
        id=given,
        url=_address(message, chat, given),
        publisher=string(chat, "name") or string(message, "from"),
        published=published,
        modified=modified,
        relayed_from=string(message, "forwarded_from"),
        notes=tuple(notes),
    )
    if not text.strip():
        held = next((words for name, words in _MEDIA if message.get(name)), None)
        reason = "no text in the message" + (f", only {held}" if held else "")
        return Rejection(where, reason, document)
    return document


def _text(value: object) -> str | None:
    """Return the words of a message: of an entity its text, not where its link leads."""
    if isinstance(value, str):
        return value
    if not isinstance(value, list):
        return None
    pieces: list[str] = []
    for piece in value:
        words = piece.get("text") if isinstance(piece, Members) else piece
        if not isinstance(words, str):
            return None
        pieces.append(words)
    return "".join(pieces)


def _time(message: Members, name: str, limits: Limits, what: str) -> When:
    """Return the exact time if the export has it; `date` alone has no zone, and counts as UTC."""
    seconds = message.get(f"{name}_unixtime")
    if isinstance(seconds, str) and seconds.isascii() and seconds.isdigit() and len(seconds) < 16:
        seconds = int(seconds)
    if isinstance(seconds, int) and not isinstance(seconds, bool):
        # Older exports write "edited": "1970-01-01T…" for a message that never was.
        return (
            (None, None) if name == "edited" and seconds == 0 else at_second(seconds, limits, what)
        )
    return when(message.get(name), limits, what)


def _address(message: Members, chat: Members, given: str | None) -> str | None:
    for name in ("link", "url"):
        link = string(message, name)
        if link and link.startswith(("https://t.me/", "http://t.me/")):
            return link
    user = string(chat, "username")
    if user and given:
        return f"https://t.me/{user.lstrip('@')}/{message.get('id')}"
    if given and chat.get("type") in _ADDRESSED:
        return f"https://t.me/c/{given}"
    return None
