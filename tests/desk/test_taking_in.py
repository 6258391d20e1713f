"""Take in from the desk."""

from __future__ import annotations

import gzip
import html
import json
import re
import time
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from redite import pipeline
from redite.desk import Desk
from redite.interfaces import Fetched
from redite.store import open_store
from redite.values import Judgement
from tests.desk.ledger import clock, opened

PAGE = (
    "<html lang='en'><head><title>A bridge</title></head><body><article><h1>A bridge</h1><p>"
    "The bridge at Tarsk will open on Monday, Defence Minister Goran Velesh said. "
    "“We are ready,” he added. The bridge has been closed since the winter, and shops on both "
    "sides of the river have lost most of their customers since.</p></article></body></html>"
)


@pytest.fixture(scope="module")
def open_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Desk, TestClient]]:
    """A desk open on an empty ledger."""
    location = tmp_path_factory.mktemp("desk") / "empty.db"
    open_store(str(location), create=True).close()
    with opened(location) as desk_and_client:
        yield desk_and_client


def ended(client: TestClient, address: str) -> str:
    """Return the page of a job once it has ended."""
    for _ in range(900):
        page = client.get(address).text
        if "hx-trigger" not in page.split('id="job"')[1].split(">")[0]:
            return page
        time.sleep(0.05)
    raise AssertionError(page)


def test_files_a_text_and_their_outcomes(open_desk: tuple[Desk, TestClient]) -> None:
    """Each item ends with what became of it; the statements are then in the stream."""
    desk, client = open_desk
    token = {"token": desk.token.value}
    files = [
        ("files", ("bridge.html", PAGE.encode(), "text/html")),
        ("files", ("noise.bin", bytes(range(256)) * 9, "application/octet-stream")),
        ("files", ("<b>x</b>.json", b'{"text": ""}', "application/json")),
    ]
    page = ended(client, str(client.post("/take-in", data=token, files=files).url.path))
    assert "1 taken in" in page
    assert "2 rejected" in page
    assert "&lt;b&gt;x&lt;/b&gt;.json" in page
    assert "not a text: it holds zero bytes" in page
    french = client.get("/take-in/1", headers={"accept-language": "fr"}).text
    assert "pas un texte : il contient des octets nuls" in html.unescape(french)
    assert "Goran Velesh" in client.get("/stream").text
    pasted = {
        **token,
        "text": "Spokesman Milos Tarn said the ferry would sail again on Friday.",
        "publisher": "Halden Wire",
        "published": "2031-04-05",
    }
    page = ended(client, str(client.post("/take-in", data=pasted).url.path))
    assert "1 taken in" in page
    assert "Milos Tarn" in client.get("/stream?outlet=Halden+Wire").text
    again = ended(client, str(client.post("/take-in", data=pasted).url.path))
    assert "1 already known" in again


def test_a_merge_outlives_the_next_judging(open_desk: tuple[Desk, TestClient]) -> None:
    """Merged from the desk, two speakers stay one when the ledger is judged anew."""
    desk, client = open_desk
    one, other = sorted({r.judgement.speaker.id for r in desk.now.current})[:2]
    both = len(desk.now.of_speaker(one)) + len(desk.now.of_speaker(other))
    given = {"token": desk.token.value, "into": other}
    assert client.post(f"/speakers/{one}/merge", data=given).status_code == 200
    pipeline.settle(desk.store, clock)
    desk.watch.renew()
    assert len(desk.now.of_speaker(other)) == both
    assert not desk.now.of_speaker(one)
    judged = desk.store.judgements().values()
    assert one not in {d.decision.speaker.id for d in judged if isinstance(d.decision, Judgement)}


def test_a_bomb_is_named_and_nothing_else_happens(open_desk: tuple[Desk, TestClient]) -> None:
    """What unpacks to far more than it was is rejected with the reason."""
    desk, client = open_desk
    bomb = gzip.compress(b"a" * (64 << 20))
    files = [("files", ("bomb.gz", bomb, "application/gzip"))]
    answer = client.post("/take-in", data={"token": desk.token.value}, files=files)
    page = ended(client, str(answer.url.path))
    assert "1 rejected" in page
    assert re.search(r"rejected: .*times", page)


def test_an_address_must_be_one_of_the_web(open_desk: tuple[Desk, TestClient]) -> None:
    """No path of this machine, and no address inside it, is read for a page of the desk."""
    desk, client = open_desk
    for address in ("/etc/hosts", "file:///etc/hosts", "http://127.0.0.1:1/x", "ftp://x.example/"):
        given = {"token": desk.token.value, "address": address}
        page = ended(client, str(client.post("/take-in", data=given).url.path))
        assert "1 rejected" in page, address


def test_an_address_is_fetched_and_read(
    open_desk: tuple[Desk, TestClient], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What an address serves is taken in under it; its statements are then on record."""

    class Serving:
        """Stands in for the network."""

        def fetch(
            self, url: str, *, etag: str | None = None, last_modified: str | None = None
        ) -> Fetched:
            """Return a page."""
            page = PAGE.replace("bridge", "tunnel").encode()
            return Fetched(url, page, "text/html", "utf-8", None, None)

    monkeypatch.setattr("redite.intake.fetch.HttpFetcher", Serving)
    desk, client = open_desk
    given = {"token": desk.token.value, "address": "https://halden.example/tunnel"}
    page = ended(client, str(client.post("/take-in", data=given).url.path))
    assert "1 taken in" in page
    read = [r for r in desk.now.current if r.article.url == given["address"]]
    assert read
    assert all("tunnel" in r.article.text for r in read)


def test_nothing_brought_is_said(open_desk: tuple[Desk, TestClient]) -> None:
    """An empty form says what is missing; a date that is none is named."""
    desk, client = open_desk
    assert client.post("/take-in", data={"token": desk.token.value}).status_code == 400
    odd = {"token": desk.token.value, "text": "Words.", "published": "some day"}
    page = ended(client, str(client.post("/take-in", data=odd).url.path))
    assert "some day" in page
    assert client.get("/take-in/99999").status_code == 404
    assert client.get("/take-in/x").status_code in (404, 422)


def test_programs_take_in_too(open_desk: tuple[Desk, TestClient]) -> None:
    """An article as JSON is taken in; its job tells what became of it."""
    _, client = open_desk
    given = {"text": "President Irena Dalkova said: “We will build a port.”", "title": "Port"}
    answer = client.post("/api/take-in", json=given)
    assert answer.status_code == 202
    ended(client, f"/take-in/{answer.json()['number']}")
    job = client.get(f"/api/jobs/{answer.json()['number']}").json()
    assert job["state"] == "done"
    assert job["fates"] == {"taken in": 1}
    assert json.dumps(job["items"])
    assert client.post("/api/take-in", json={}).status_code == 400
