"""The client, against a desk that is really served: what the desk answers, as Python."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from redite.client import Client
from redite.desk import Desk
from redite.errors import RediteError, UsageError
from redite.lenses import shipped
from redite.values import Label, Record
from tests.desk.serving import served


@pytest.fixture(scope="module")
def desk_and_client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Desk, Client]]:
    """A desk served on the story, and a client that asks it."""
    with (
        served(tmp_path_factory.mktemp("desk") / "story.db") as (desk, address),
        Client(address) as client,
    ):
        yield desk, client


@pytest.fixture
def desk(desk_and_client: tuple[Desk, Client]) -> Desk:
    """The desk alone."""
    return desk_and_client[0]


@pytest.fixture
def client(desk_and_client: tuple[Desk, Client]) -> Client:
    """The client alone."""
    return desk_and_client[1]


def ended(client: Client, job: dict[str, Any]) -> dict[str, Any]:
    """Return a job once nothing more happens to it."""
    for _ in range(600):
        job = client.job(job["number"])
        if job["state"] in ("done", "failed"):
            return job
        time.sleep(0.05)
    raise AssertionError(job)


def expected(desk: Desk, label: Label | None = None) -> list[Record]:
    """Return the statements that count, the newest first."""
    return [
        record
        for record in reversed(desk.now.current)
        if label is None or record.judgement.verdict.label is label
    ]


def test_it_goes_through_all_pages(desk: Desk, client: Client) -> None:
    """However small a page, every statement comes, once; filters hold on every page."""
    found = [each["id"] for each in client.statements(limit="4")]
    assert found == [record.statement.id for record in expected(desk)]
    updates = [each["id"] for each in client.statements(verdict="update", limit="1")]
    assert updates == [record.statement.id for record in expected(desk, Label.UPDATE)]


def test_it_searches(desk: Desk, client: Client) -> None:
    """Each hit has the words in its text, and the filters hold."""
    hits = list(client.search("crossing", limit="2"))
    assert len(hits) > 2
    known = desk.now.by_id
    assert all("crossing" in str(hit).lower() for hit in hits)
    assert len({hit["statement"] for hit in hits}) == len(hits)
    english = [hit["statement"] for hit in client.search("crossing", language="en")]
    assert english
    assert all(known[id].article.language == "en" for id in english)


def test_it_asks_for_one_thing(desk: Desk, client: Client) -> None:
    """Statement, history, article, claim and speaker come under their ids, hostile ones too."""
    for record in (desk.now.current[0], desk.now.current[-1]):
        judgement = record.judgement
        assert client.statement(record.statement.id)["claim"] == judgement.claim
        assert client.trace(record.statement.id)["statement"]["id"] == record.statement.id
        assert client.article(record.article.key)["text"] == record.article.text
        assert client.article(record.standing.id)["key"] == record.article.key
        reports = [each["id"] for each in client.claim(judgement.claim)["statements"]]
        assert record.statement.id in reports
        assert client.speaker(judgement.speaker.id)["name"] == judgement.speaker.name


def test_it_asks_for_the_whole(desk: Desk, client: Client) -> None:
    """Brief, deadlines, forecasts, lenses and speakers come as the exports have them."""
    brief = client.brief(date(2031, 4, 4), date(2031, 4, 6), language="fr")
    assert (brief["since"], brief["until"]) == ("2031-04-04", "2031-04-06")
    assert all(sentence["cites"] for sentence in brief["sentences"])
    assert brief["sentences"] != client.brief(date(2031, 4, 4), date(2031, 4, 6))["sentences"]
    assert client.brief()["since"] == str(desk.now.last_day)
    assert client.deadlines()["deadlines"]
    assert client.forecasts()["series"]
    assert [lens["name"] for lens in client.lenses()] == list(shipped())
    assert client.lens("nuclear")["name"] == "nuclear"
    named = {speaker["id"]: speaker["name"] for speaker in client.speakers()}
    assert named == {r.judgement.speaker.id: r.judgement.speaker.name for r in expected(desk)}
    assert [each["name"] for each in client.speakers("kremen")] == ["Pavlo Kremen"]


def test_it_corrects_and_takes_back(desk: Desk, client: Client) -> None:
    """A correction is written down with its name, shows at once, and goes as it came."""
    statement = desk.now.current[0].statement.id
    made = client.correct("verdict", statement, "Mira", {"label": "echo"})
    assert client.statement(statement)["verdict"]["by"] == "Mira"
    client.correct("undo", made["id"], "Mira")
    assert client.statement(statement)["verdict"]["by"] == "machine"
    undone = next(each for each in client.corrections() if each["id"] == made["id"])
    assert undone["undone_by"]


def test_of_two_programs_the_slower_is_told(desk: Desk, client: Client) -> None:
    """Who says what was known writes nothing where somebody was faster, and can look at it."""
    statement = desk.now.current[1].statement.id
    first = client.correct("verdict", statement, "Mira", {"label": "echo"}, seen="-")
    with pytest.raises(UsageError, match=f"409.*{first['id']}"):
        client.correct("verdict", statement, "Oleh", {"label": "dispute"}, seen="-")
    assert [each["who"] for each in client.corrections(statement)] == ["Mira"]
    client.correct("verdict", statement, "Oleh", {"label": "dispute"}, seen=first["id"])
    assert [each["who"] for each in client.corrections(statement)] == ["Oleh", "Mira"]
    assert client.statement(statement)["verdict"]["by"] == "Oleh"


def test_it_says_what_came_about(desk: Desk, client: Client) -> None:
    """What came of something called likely stands with the forecasts, with the day."""
    record = next(r for r in desk.now.current if r.statement.estimate is not None)
    client.came_about(record.statement.id, False, "Mira", date(2031, 5, 1))
    told = [one["outcome"] for one in client.forecasts()["series"] if one["outcome"]]
    assert (False, "2031-05-01") in [(one["came_about"], one["on"]) for one in told]


def test_it_takes_in(client: Client) -> None:
    """An article brought is read; its job tells its key, under which the text is there."""
    text = "Minister Goran Velesh said the ferry to Quor would sail on Friday."
    job = ended(client, client.take_in(text=text, title="The ferry", published="2031-04-08"))
    assert (job["state"], job["fates"]) == ("done", {"taken in": 1})
    key = job["items"][0]["key"]
    assert client.article(key)["text"] == text
    again = ended(client, client.take_in(text=text, title="The ferry", published="2031-04-08"))
    assert again["fates"] == {"already known": 1}
    numbers = [each["number"] for each in client.jobs()]
    assert numbers[:2] == [again["number"], job["number"]]


def test_what_is_refused_is_said(client: Client) -> None:
    """An error carries the words of the desk, and names what was wrong."""
    with pytest.raises(UsageError, match=r"404.*s-0"):
        client.statement("s-0")
    with pytest.raises(UsageError, match="text or an address"):
        client.take_in()
    with pytest.raises(UsageError, match="verdict"):
        list(client.statements(verdict="nwe"))
    with pytest.raises(UsageError, match="404"):
        client.correct("verdict", "s-0", "Mira", {"label": "echo"})


def test_where_no_desk_is_this_is_said() -> None:
    """A desk that is closed is an error in words, with the address that was asked."""
    with Client("http://127.0.0.1:9") as client, pytest.raises(RediteError, match=r"127\.0\.0\.1"):
        client.statement("s-0")
