"""What nobody foresaw: the page that says so, and the line in the log that bears its number."""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest
from starlette.testclient import TestClient

from redite.desk import Desk
from redite.desk.jobs import Job
from redite.desk.reasons import reason
from redite.values import Rejection
from tests.desk.ledger import opened


@pytest.fixture
def open_desk(tmp_path: Path) -> Iterator[tuple[Desk, TestClient]]:
    """A desk open on the story."""
    with opened(tmp_path / "story.db") as desk_and_client:
        yield desk_and_client


@pytest.fixture
def broken(
    open_desk: tuple[Desk, TestClient], monkeypatch: pytest.MonkeyPatch
) -> tuple[Desk, TestClient]:
    """The same, of which nothing on record can be looked at, for a reason that nobody foresaw."""

    def fail(_: Desk) -> NoReturn:
        raise ZeroDivisionError("<b>secret</b> cause")

    monkeypatch.setattr(Desk, "now", property(fail))
    return open_desk


@pytest.mark.parametrize(
    ("language", "title"),
    [("en", "A fault of the program"), ("fr", "Une erreur du programme"), ("uk", "Збій програми")],
)
def test_a_page_tells_what_to_do(
    broken: tuple[Desk, TestClient],
    caplog: pytest.LogCaptureFixture,
    language: str,
    title: str,
) -> None:
    """In the reader's language, with a number under which the log has the cause, and not the page."""
    _, client = broken
    with caplog.at_level(logging.ERROR, "redite.desk"):
        answer = client.get("/stream?verdict=echo", headers={"accept-language": language})
    assert answer.status_code == 500
    assert f"<h1>{title}</h1>" in answer.text
    assert 'href="/stream?verdict=echo"' in answer.text
    assert "secret" not in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    number = re.search(r"<code>([0-9a-f]{8})</code>", answer.text)
    assert number is not None
    logged = [record for record in caplog.records if number.group(1) in record.getMessage()]
    assert logged
    assert logged[0].exc_info is not None
    assert "'/stream'" in logged[0].getMessage()


def test_the_next_page_is_there_again(
    open_desk: tuple[Desk, TestClient], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The fault is not kept as the answer to the address: once it is gone, so is its page."""
    _, client = open_desk
    with monkeypatch.context() as patch:
        patch.setattr("redite.desk.pages.author", lambda _: 1 // 0)
        told = client.get("/stream")
    assert told.status_code == 500
    assert told.headers["content-type"].startswith("text/plain")  # the pages were at fault
    assert "whose cause stands in the log under" in told.text
    assert client.get("/stream").status_code == 200


def test_a_part_of_a_page_stays_a_part(broken: tuple[Desk, TestClient]) -> None:
    """What a page fetches into itself comes without another header and footer."""
    _, client = broken
    part = client.get("/today/evidence?sentence=x", headers={"hx-request": "true"})
    assert part.status_code == 500
    assert "<h1>" in part.text
    assert "<html" not in part.text


def test_a_change_is_not_said_to_be_undone(broken: tuple[Desk, TestClient]) -> None:
    """Who sent something is told to look before sending it again, and is offered no repetition."""
    desk, client = broken
    given = {"token": desk.token.value, "label": "echo"}
    told = client.post("/statements/s-1/verdict", data=given)
    assert told.status_code == 500
    assert "before you send it again" in told.text
    assert "Try again" not in told.text


def test_a_program_gets_a_problem_in_json(broken: tuple[Desk, TestClient]) -> None:
    """Of the form that RFC 9457 gives problems, with the number."""
    _, client = broken
    answer = client.get("/api/statements")
    assert answer.status_code == 500
    assert answer.headers["content-type"] == "application/problem+json"
    told = answer.json()
    assert told["status"] == 500
    assert re.fullmatch("[0-9a-f]{8}", told["id"])
    assert told["id"] in told["detail"]
    assert "secret" not in answer.text


def test_a_job_that_meets_a_fault_says_so(
    open_desk: tuple[Desk, TestClient], caplog: pytest.LogCaptureFixture
) -> None:
    """Its page has the number under which the log has the cause; the next job is done."""
    desk, client = open_desk

    def failing() -> Iterator[Rejection]:
        yield Rejection("a.txt", "empty")
        raise ZeroDivisionError("secret cause")

    def ended(job: Job) -> Job:
        while not job.ended:
            time.sleep(0.01)
        return job

    failed = ended(desk.jobs.add("a.txt", failing()))
    assert failed.state == "failed"
    number = failed.problem.rpartition(" ")[2]
    assert any(number in record.getMessage() for record in caplog.records)
    page = client.get(f"/take-in/{failed.number}", headers={"accept-language": "fr"}).text
    assert f"numéro {number}" in page
    assert "secret" not in page
    assert ended(desk.jobs.add("b.txt", [Rejection("b.txt", "empty")])).state == "done"


@pytest.mark.parametrize(
    "why",
    [
        "cannot fetch https://a.example/x (redirected to https://b.example/y): packed with br, "
        "which was not asked for",
        "the archive breaks off after 3 captures, at byte 12: short read",
        "no page but of no declared type",
        "70000000 bytes of plain text, more than the 64000000 of one document that are read",
        "declared encoding 'x-klingon' is unknown; the bytes are UTF-8",
        "the text of the message is neither a string nor a list of them",
    ],
)
@pytest.mark.parametrize("language", ["fr", "uk"])
def test_refusals_are_told_in_the_language_of_the_reader(why: str, language: str) -> None:
    """Every part of them: no English words are left."""
    told = reason(why, language)
    english = {"the", "is", "of", "which", "was", "not", "after", "more", "redirected", "bytes"}
    assert english.isdisjoint(told.split())
