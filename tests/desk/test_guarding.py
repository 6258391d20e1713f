"""Who may ask, and what a page may do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from redite.desk import Desk, application, listen
from redite.errors import UsageError
from tests.desk.ledger import opened


@pytest.fixture
def open_desk(tmp_path: Path) -> Iterator[tuple[Desk, TestClient]]:
    """A desk open on the story."""
    with opened(tmp_path / "story.db") as desk_and_client:
        yield desk_and_client


def test_another_name_is_refused(open_desk: tuple[Desk, TestClient]) -> None:
    """A page elsewhere that points its name at this machine gets nothing (DNS rebinding)."""
    _, client = open_desk
    for host in ("evil.example", "testserver.evil.example", "testserver:81", ""):
        assert client.get("/stream", headers={"host": host}).status_code == 421
        assert client.get("/api/statements", headers={"host": host}).status_code == 421


def test_another_machine_is_refused(open_desk: tuple[Desk, TestClient]) -> None:
    """Who does not speak from the loopback interface gets nothing."""
    desk, _ = open_desk
    client = TestClient(application(desk, frozenset({"testserver"})), client=("192.0.2.7", 40000))
    assert client.get("/stream").status_code == 403


def test_it_listens_on_loopback_alone() -> None:
    """The socket is bound to 127.0.0.1; a port in use is named."""
    listening = listen(0)
    host, port = listening.getsockname()
    listening.listen()
    assert host == "127.0.0.1"
    with pytest.raises(UsageError, match=str(port)):
        listen(port)
    listening.close()


def test_every_answer_bears_the_policy(open_desk: tuple[Desk, TestClient]) -> None:
    """Pages, files, errors and refusals alike forbid inline scripts, frames and other sources."""
    _, client = open_desk
    for address in ("/stream", "/static/desk.css", "/nowhere", "/api/statements"):
        headers = client.get(address).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert headers["x-content-type-options"] == "nosniff"


def test_no_page_needs_what_the_policy_forbids(open_desk: tuple[Desk, TestClient]) -> None:
    """No inline script, no style attribute, no handler, and nothing from another place."""
    desk, client = open_desk
    record = desk.now.current[0]
    for address in (
        "/today",
        "/stream",
        "/take-in",
        "/corrections",
        f"/statements/{record.statement.id}",
        f"/claims/{record.judgement.claim}",
        f"/speakers/{record.judgement.speaker.id}",
    ):
        page = client.get(address).text
        assert not re.search(r"<script(?![^>]*src=\"/static/)", page)
        assert not re.search(r"<[^>]+ (style|on[a-z]+)=", page)
        assert "<style" not in page
        fetched = re.findall(r'<(?:script|img|link|iframe|source)[^>]+(?:src|href)="([^"]+)"', page)
        assert all(each.startswith("/static/") for each in fetched)


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_a_form_of_another_site_changes_nothing(
    open_desk: tuple[Desk, TestClient], headers: dict[str, str]
) -> None:
    """Even with the right token, a request that says it comes from elsewhere is refused."""
    desk, client = open_desk
    statement = desk.now.current[0].statement.id
    given = {"token": desk.token.value, "label": "echo"}
    answer = client.post(f"/statements/{statement}/verdict", data=given, headers=headers)
    assert answer.status_code == 403
    assert not desk.watch.renew().corrections


def test_a_form_without_the_token_changes_nothing(open_desk: tuple[Desk, TestClient]) -> None:
    """Every address that changes something asks for the token of this start of the desk."""
    desk, client = open_desk
    statement = desk.now.current[0].statement.id
    speaker = desk.now.current[0].judgement.speaker.id
    for address in (
        f"/statements/{statement}/verdict",
        f"/statements/{statement}/dismiss",
        f"/speakers/{speaker}/merge",
        f"/speakers/{speaker}/note",
        "/corrections/undo-last",
        "/corrections/k-1/undo",
        "/take-in",
        "/settings",
    ):
        for data in ({}, {"token": "guessed", "label": "echo", "text": "x"}):
            assert client.post(address, data=data).status_code == 403, address
    assert not desk.watch.renew().corrections
    assert not desk.jobs.jobs


def test_the_api_takes_no_plain_form(open_desk: tuple[Desk, TestClient]) -> None:
    """What a form can send without asking the browser, the API does not take."""
    desk, client = open_desk
    body = '{"kind":"dismiss","subject":"s-1","who":"Mira"}'
    for kind in ("text/plain", "application/x-www-form-urlencoded"):
        answer = client.post("/api/corrections", content=body, headers={"content-type": kind})
        assert answer.status_code in (415, 422)
    assert not desk.watch.renew().corrections


def test_too_much_is_refused(open_desk: tuple[Desk, TestClient]) -> None:
    """A body longer than may be is refused, announced or not; so is an endless address."""
    desk, client = open_desk
    statement = desk.now.current[0].statement.id
    long = {"token": desk.token.value, "text": "x" * (2 << 20)}
    assert client.post(f"/statements/{statement}/note", data=long).status_code == 413

    def unannounced() -> Iterator[bytes]:
        for _ in range(40):
            yield b"x" * (64 << 10)

    kind = {"content-type": "application/x-www-form-urlencoded"}
    answer = client.post(f"/statements/{statement}/note", content=unannounced(), headers=kind)
    assert answer.status_code == 413
    assert client.get("/stream?speaker=" + "x" * 9000).status_code == 414


def test_where_a_form_leads_back_is_a_page_of_the_desk(
    open_desk: tuple[Desk, TestClient],
) -> None:
    """No form can be made to lead to another site."""
    desk, client = open_desk
    for back in ("https://evil.example/", "//evil.example/x", "\\\\evil.example", "javascript:1"):
        given = {"token": desk.token.value, "who": "Mira", "lang": "en", "back": back}
        answer = client.post("/settings", data=given, follow_redirects=False)
        assert answer.status_code == 303
        assert re.match(r"/(?![/\\])", answer.headers["location"])
