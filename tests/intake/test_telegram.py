"""Chat exports of Telegram Desktop."""

from __future__ import annotations

import json
from datetime import UTC, datetime

from redite.intake import read_bytes
from redite.values import Document, Rejection
from tests.intake.made import SENTENCE, documents

MESSAGE = {
    "id": 41,
    "type": "message",
    "date": "2024-03-05T12:00:00",
    "date_unixtime": "1709632800",
    "from": "Tarsk Now",
    "from_id": "channel17",
    "text": SENTENCE,
    "text_entities": [{"type": "plain", "text": SENTENCE}],
}
CHAT = {"name": "Tarsk Now", "type": "public_channel", "id": 1700}


def export(*messages: dict[str, object], **chat: object) -> bytes:
    """Return the export of one chat with these messages."""
    return json.dumps({**CHAT, **chat, "messages": list(messages)}).encode()


def test_a_message_is_an_article_of_its_chat() -> None:
    """Id, address, publisher and time come from the export; `date` has no zone and yields."""
    assert documents(export(MESSAGE), "result.json") == [
        Document(
            text=SENTENCE,
            origin="result.json#1700/41",
            id="1700/41",
            url="https://t.me/c/1700/41",
            publisher="Tarsk Now",
            published=datetime(2024, 3, 5, 10, tzinfo=UTC),
        )
    ]


def test_text_in_pieces_is_joined_without_its_links() -> None:
    """An entity gives its words; where its link leads is no part of the text."""
    pieces = [
        "Irena Dalkova: ",
        {"type": "bold", "text": "«Так»"},
        {"type": "text_link", "text": ", — so the source", "href": "https://t.me/hidden"},
        ".",
    ]
    assert documents(export(MESSAGE | {"text": pieces}))[0].text == (
        "Irena Dalkova: «Так», — so the source."
    )


def test_markdown_left_in_a_text_stays() -> None:
    """Exports of other tools keep ** and [](); the text is what they give."""
    text = "**Велеш** [заявил](https://t.me/x/1), что «да»\n\n🎯[ Подписаться](https://t.me/x)"
    assert documents(export(MESSAGE | {"text": text}))[0].text == text


def test_forwards_and_edits_are_kept() -> None:
    """The chat it came from is `relayed_from`, the time of the edit `modified`."""
    message = MESSAGE | {
        "forwarded_from": "Halden Wire",
        "edited": "2024-03-05T12:30:00",
        "edited_unixtime": "1709634600",
    }
    (found,) = documents(export(message))
    assert found.relayed_from == "Halden Wire"
    assert found.modified == datetime(2024, 3, 5, 10, 30, tzinfo=UTC)


def test_without_seconds_the_date_counts_as_utc() -> None:
    """Old exports have only `date`."""
    message = {k: v for k, v in MESSAGE.items() if k != "date_unixtime"}
    assert documents(export(message))[0].published == datetime(2024, 3, 5, 12, tzinfo=UTC)


def test_service_messages_are_no_items() -> None:
    """That somebody pinned a message is not an article, and no rejection either."""
    service = {"id": 40, "type": "service", "action": "pin_message", "text": ""}
    assert len(documents(export(service, MESSAGE))) == 1


def test_a_photo_without_words_is_rejected_as_such() -> None:
    """The rejection names the message and what it holds."""
    data = export(MESSAGE | {"text": "", "photo": "photos/1.jpg"})
    (found,) = read_bytes(data, "x")
    assert isinstance(found, Rejection)
    assert found.reason == "no text in the message, only a photo"
    assert found.document is not None
    assert found.document.id == "1700/41"


def test_a_whole_account_gives_every_chat() -> None:
    """Chats that were left count too; private ones have no address."""
    data = {
        "about": "…",
        "chats": {"list": [{**CHAT, "messages": [MESSAGE]}]},
        "left_chats": {
            "list": [{"name": "Jonas", "type": "personal_chat", "id": 5, "messages": [MESSAGE]}]
        },
    }
    found = documents(json.dumps(data).encode())
    assert [(d.id, d.url) for d in found] == [
        ("1700/41", "https://t.me/c/1700/41"),
        ("5/41", None),
    ]


def test_a_public_address_in_the_export_is_taken() -> None:
    """Where the export knows the public link, that is the address."""
    link = "https://t.me/tarsk_now/41"
    assert documents(export(MESSAGE | {"link": link}))[0].url == link
    assert documents(export(MESSAGE, username="tarsk_now"))[0].url == link


def test_a_damaged_message_costs_itself_only() -> None:
    """Whatever stands in the list of messages, the others survive."""
    odd = [5, MESSAGE | {"text": 7}, MESSAGE | {"date_unixtime": "9" * 15}, MESSAGE]
    data = json.dumps({**CHAT, "messages": odd}).encode()
    found = list(read_bytes(data, "x"))
    assert [type(f) for f in found] == [Rejection, Rejection, Document, Document]
    assert isinstance(found[2], Document)
    assert found[2].published is None
    assert found[2].notes
