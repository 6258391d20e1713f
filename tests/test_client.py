"""The client: what the desk answers, as Python."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from redite.client import Client
from redite.desk import Desk
from redite.errors import UsageError
from tests.desk.ledger import opened


@pytest.fixture
def asked(tmp_path: Path) -> Iterator[tuple[Desk, Client]]:
    """A desk open on the story, and a client that asks it."""
    with opened(tmp_path / "story.db") as (desk, transport):
        yield desk, Client(transport=transport)


def test_it_goes_through_all_pages(asked: tuple[Desk, Client]) -> None:
    """However small a page, every statement comes, once."""
    desk, client = asked
    found = [each["id"] for each in client.statements(limit="4")]
    assert found == [record.statement.id for record in reversed(desk.now.current)]
    assert [each["id"] for each in client.statements(verdict="dispute")]


def test_it_asks_for_one_thing(asked: tuple[Desk, Client]) -> None:
    """Statement, history, article, claim, speaker, brief and lens come as the exports have them."""
    desk, client = asked
    record = desk.now.current[0]
    assert client.statement(record.statement.id)["claim"] == record.judgement.claim
    assert client.trace(record.statement.id)["statement"]["id"] == record.statement.id
    assert client.article(record.standing.id)["text"] == record.article.text
    assert client.claim(record.judgement.claim)["statements"]
    assert client.speaker(record.judgement.speaker.id)["name"] == record.judgement.speaker.name
    assert client.brief()["sentences"]
    assert client.lens("nuclear")["name"] == "nuclear"
    assert "deadlines" in client.deadlines()
    assert [each["statement"] for each in client.search("crossing")]
    assert {each["id"] for each in client.speakers()} >= {record.judgement.speaker.id}


def test_it_corrects_and_takes_back(asked: tuple[Desk, Client]) -> None:
    """A correction is written down with its name, and goes as it came."""
    desk, client = asked
    statement = desk.now.current[0].statement.id
    made = client.correct("verdict", statement, "Mira", {"label": "echo"})
    assert client.statement(statement)["verdict"]["by"] == "Mira"
    client.correct("undo", made["id"], "Mira")
    assert client.statement(statement)["verdict"]["by"] == "machine"
    assert len(list(client.corrections())) == 2


def test_what_is_refused_is_said(asked: tuple[Desk, Client]) -> None:
    """An error carries the words of the desk."""
    _, client = asked
    with pytest.raises(UsageError, match=r"404.*s-0"):
        client.statement("s-0")
    with pytest.raises(UsageError, match="text or an address"):
        client.take_in()
