"""Answers that are kept: the same for the same question, and never older than the ledger."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.responses import HTMLResponse, Response
from starlette.testclient import TestClient
from starlette.types import Receive, Scope, Send

from redite.desk import Desk
from redite.desk.keeping import Keeping
from redite.desk.pages import tagged
from tests.desk.ledger import opened


class Counting:
    """An application that counts how often it is asked."""

    def __init__(self) -> None:
        self.asked = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with how often."""
        from starlette.requests import Request

        self.asked += 1
        answer: Response = HTMLResponse(f"<p>{self.asked}")
        await tagged(Request(scope), answer)(scope, receive, send)


@pytest.fixture
def state() -> list[int]:
    """What the kept answers hold for; a test changes it."""
    return [0]


@pytest.fixture
def counting() -> Counting:
    """What makes the answers."""
    return Counting()


@pytest.fixture
def client(counting: Counting, state: list[int]) -> TestClient:
    """A client that asks through the keeper."""
    return TestClient(Keeping(counting, lambda: tuple(state)))


def test_the_same_question_is_answered_once(
    client: TestClient, counting: Counting, state: list[int]
) -> None:
    """Nothing is made anew until the state changes; then it is."""
    first = client.get("/stream?verdict=new")
    again = client.get("/stream?verdict=new")
    assert again.content == first.content
    assert again.headers["etag"] == first.headers["etag"]
    assert counting.asked == 1
    state[0] = 1
    assert client.get("/stream?verdict=new").content != first.content


def test_who_has_it_is_told_so(client: TestClient, counting: Counting) -> None:
    """A reader who has the kept answer gets 304 and no body."""
    tag = client.get("/stream").headers["etag"]
    again = client.get("/stream", headers={"if-none-match": f'"other", W/{tag}'})
    assert (again.status_code, again.content, counting.asked) == (304, b"", 1)


@pytest.mark.parametrize(
    "headers",
    [{"cookie": "who=Mira"}, {"cookie": "lang=uk"}, {"accept-language": "fr"}, {"hx-request": "1"}],
)
def test_other_readers_get_their_own(
    client: TestClient, counting: Counting, headers: dict[str, str]
) -> None:
    """Another name, another language, a part of a page: each is another question."""
    client.get("/stream", headers={"accept-language": "en"})
    client.get("/stream", headers={"accept-language": "en"} | headers)
    assert counting.asked == 2


@pytest.mark.parametrize(
    "address", ["/take-in/1", "/api/jobs/1", "/stream?told=Recorded", "/static/desk.css"]
)
def test_what_changes_by_itself_is_not_kept(
    client: TestClient, counting: Counting, address: str
) -> None:
    """Jobs, words of what was just done, and files are asked for each time."""
    client.get(address)
    client.get(address)
    assert counting.asked == 2


def test_changes_are_never_kept(client: TestClient, counting: Counting) -> None:
    """What is sent to the desk reaches it each time."""
    client.post("/stream")
    client.post("/stream")
    assert counting.asked == 2


def test_little_is_kept_for_long(counting: Counting, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of more than may be kept, those go that were not asked for longest."""
    monkeypatch.setattr("redite.desk.keeping.KEPT_BYTES", 12)
    client = TestClient(Keeping(counting, lambda: ()))
    for address in ("/a", "/b", "/c", "/d", "/d"):
        client.get(address)
    assert counting.asked == 4
    client.get("/a")
    assert counting.asked == 5


def test_a_socket_is_let_through(counting: Counting) -> None:
    """What is no request of the web is none of its business."""

    async def nothing() -> dict[str, str]:
        return {"type": "lifespan.startup"}

    seen = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        seen.append(scope["type"])

    async def sent(_: object) -> None:
        raise AssertionError

    asyncio.run(Keeping(app, tuple)({"type": "lifespan"}, nothing, sent))
    assert seen == ["lifespan"]


@pytest.fixture
def open_desk(tmp_path: Path) -> Iterator[tuple[Desk, TestClient]]:
    """A desk open on the story."""
    with opened(tmp_path / "story.db") as desk_and_client:
        yield desk_and_client


def test_a_correction_of_another_program_shows(open_desk: tuple[Desk, TestClient]) -> None:
    """What was kept before a correction is not shown after it, whoever made it."""
    desk, client = open_desk
    statement = desk.now.current[0].statement.id
    before = client.get(f"/statements/{statement}").text
    assert client.get(f"/statements/{statement}").text == before
    given = {"kind": "note", "subject": statement, "payload": {"text": "a buoy"}, "who": "Mira"}
    assert client.post("/api/corrections", json=given).status_code == 201
    assert "a buoy" in client.get(f"/statements/{statement}").text
