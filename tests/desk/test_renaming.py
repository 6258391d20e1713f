"""Who is who, corrected from the desk; and what came of what was called likely."""

from __future__ import annotations

import html
import json
import re
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from redite import pipeline
from redite.corrections import Kind
from redite.desk import Desk
from redite.stages import corrected
from redite.values import Record
from tests.desk.ledger import clock, opened


@pytest.fixture
def open_desk(tmp_path: Path) -> Iterator[tuple[Desk, TestClient]]:
    """A desk open on the story."""
    with opened(tmp_path / "story.db") as desk_and_client:
        yield desk_and_client


def post(desk: Desk, client: TestClient, address: str, **fields: str | list[str]) -> str:
    """Send a form as the desk's own page does; returns the page it leads to."""
    answer = client.post(address, data={"token": desk.token.value, **fields})
    assert answer.status_code in (200, 400, 409), answer.text
    return html.unescape(answer.text)


def whole(client: TestClient, address: str) -> str:
    """Return a page once everything on it has been worked out."""
    for _ in range(600):
        page = html.unescape(client.get(address).text)
        if "being worked out" not in page:
            return page
        threading.Event().wait(0.05)
    raise AssertionError(address)


def named(desk: Desk, name: str) -> Record:
    """Return a statement of the speaker with this name."""
    return next(r for r in desk.now.current if r.judgement.speaker.name == name)


def taken_in(desk: Desk, client: TestClient) -> None:
    """Take in a text in which a surname stands for somebody, and somebody else has one, too."""
    texts = (
        "Defence Minister Goran Velesh said the bridge was closed. “It stays closed,” Velesh said.",
        "Spokesman Milos Tarn said the harbour was open. “It stays open,” Tarn said.",
    )
    for text in texts:
        job = client.post("/api/take-in", json={"text": text, "published": "2031-04-08"}).json()
        for _ in range(600):
            if client.get(f"/api/jobs/{job['number']}").json()["state"] in ("done", "failed"):
                break
            threading.Event().wait(0.05)
    desk.watch.renew()


def test_a_name_given_to_a_speaker_shows_at_once(open_desk: tuple[Desk, TestClient]) -> None:
    """All statements under the name are then the speaker's, as settling will have them."""
    desk, client = open_desk
    taken_in(desk, client)
    one, other = named(desk, "Goran Velesh"), named(desk, "Milos Tarn")
    speaker = one.judgement.speaker.id
    page = post(
        desk,
        client,
        f"/speakers/{speaker}/alias",
        name=other.statement.speaker.name,
        back=f"/speakers/{speaker}",
    )
    assert "gave a speaker another name" in page
    shown = desk.now.by_id[other.statement.id].judgement.speaker
    assert shown == one.judgement.speaker
    pipeline.settle(desk.store, clock)
    assert desk.watch.renew().by_id[other.statement.id].judgement.speaker.id == speaker
    post(desk, client, "/corrections/undo-last")
    pipeline.settle(desk.store, clock)
    undone = desk.watch.renew().by_id[other.statement.id].judgement.speaker
    assert undone.id == other.judgement.speaker.id


def test_a_name_taken_from_a_speaker_shows_at_once(open_desk: tuple[Desk, TestClient]) -> None:
    """The statements under it are somebody else's, as settling will have them; undo gives back."""
    desk, client = open_desk
    taken_in(desk, client)
    one, other = named(desk, "Goran Velesh"), named(desk, "Milos Tarn")
    speaker = one.judgement.speaker.id
    post(desk, client, f"/speakers/{speaker}/alias", name=other.statement.speaker.name)
    page = post(desk, client, f"/speakers/{speaker}/part", name=other.statement.speaker.name)
    assert page
    shown = desk.now.by_id[other.statement.id].judgement.speaker
    assert shown.id not in (speaker, other.judgement.speaker.id)
    assert shown.name == other.statement.speaker.name
    assert client.get(f"/speakers/{shown.id}").status_code == 200
    pipeline.settle(desk.store, clock)
    assert desk.watch.renew().by_id[other.statement.id].judgement.speaker.id == shown.id
    post(desk, client, "/corrections/undo-last")
    assert len([c for c in desk.now.corrections if c.undone_by is None]) == 2


def test_a_speaker_keeps_a_name(open_desk: tuple[Desk, TestClient]) -> None:
    """To take all names, or none, or to give an empty one, is refused in words."""
    desk, client = open_desk
    record = named(desk, "Milos Tarn")
    speaker = record.judgement.speaker.id
    names = corrected.names_of(speaker, desk.now.of_speaker(speaker))
    assert "nobody would be left" in post(desk, client, f"/speakers/{speaker}/part", name=names)
    assert "Choose which names" in post(desk, client, f"/speakers/{speaker}/part", name="Nobody")
    assert "needs words" in post(desk, client, f"/speakers/{speaker}/alias", name=" ")
    assert not desk.now.corrections


def test_a_merge_takes_a_name(open_desk: tuple[Desk, TestClient]) -> None:
    """The other speaker may be named, or chosen from the list; a name of several is asked about."""
    desk, client = open_desk
    one, other = named(desk, "Milos Tarn"), named(desk, "Pavlo Kremen")
    listed = client.get("/pick/speakers?into=kremen").text
    assert other.judgement.speaker.id in listed
    assert (
        "may be" in post(desk, client, f"/speakers/{one.judgement.speaker.id}/merge", into="a")
        or not desk.now.corrections
    )
    page = post(desk, client, f"/speakers/{one.judgement.speaker.id}/merge", into="pavlo kremen")
    assert "merged two speakers" in page
    assert desk.now.by_id[one.statement.id].judgement.speaker.name == "Pavlo Kremen"


def test_a_statement_is_found_by_its_words(open_desk: tuple[Desk, TestClient]) -> None:
    """The list to choose from holds what the words find, without the statement itself."""
    desk, client = open_desk
    record = named(desk, "Pavlo Kremen")
    word = max(re.findall(r"\w+", record.content), key=len)
    found = client.get("/pick/statements", params={"other": word}).text
    assert record.statement.id in found
    itself = {"other": record.statement.id, "without": record.statement.id}
    assert record.statement.id not in client.get("/pick/statements", params=itself).text
    assert "Nothing on record fits" in client.get("/pick/statements?other=zzzz").text
    other = next(r for r in desk.now.current if r.judgement.claim != record.judgement.claim)
    address = f"/statements/{other.statement.id}/merge"
    post(desk, client, address, what="claim", other=word, picked=record.statement.id)
    assert desk.now.by_id[other.statement.id].judgement.claim == record.judgement.claim


def test_what_came_about_scores_its_source(open_desk: tuple[Desk, TestClient]) -> None:
    """Said on the statement's page, it stands on the speaker's with the score, and can go."""
    desk, client = open_desk
    record = next(r for r in desk.now.current if r.statement.estimate is not None)
    statement, speaker = record.statement.id, record.judgement.speaker.id
    assert "Did it come about?" in client.get(f"/statements/{statement}").text
    back = f"/speakers/{speaker}"
    page = post(
        desk, client, f"/statements/{statement}/came-about", answer="no", on="2031-05-01", back=back
    )
    assert "said whether it came about" in page
    page = whole(client, back)
    assert "did not come about" in page
    assert "Brier score" in page
    forecasts = client.get("/api/forecasts").json()
    outcomes = [s["outcome"] for s in forecasts["series"] if s["outcome"]]
    assert [(o["came_about"], o["on"]) for o in outcomes] == [(False, "2031-05-01")]
    assert "no, 2031-05-01" in re.sub(r"\s+", " ", client.get("/corrections").text)
    post(desk, client, "/corrections/undo-last", back=back)
    assert "Brier score" not in whole(client, back)
    assert (
        client.post(
            f"/statements/{statement}/came-about", data={"token": desk.token.value, "answer": "x"}
        ).status_code
        == 400
    )


def test_programs_say_what_came_about(open_desk: tuple[Desk, TestClient]) -> None:
    """The API takes the same; a statement that calls nothing likely is refused in words."""
    desk, client = open_desk
    record = next(r for r in desk.now.current if r.statement.estimate is not None)
    other = next(r for r in desk.now.current if r.statement.estimate is None)
    given = {"came_about": True, "who": "a program"}
    address = "/api/statements/{}/came-about"
    assert client.post(address.format(record.statement.id), json=given).status_code == 201
    refused = client.post(address.format(other.statement.id), json=given)
    assert refused.status_code == 400
    assert "no likelihood" in refused.json()["detail"]


def test_of_two_at_the_same_moment_one_is_asked_again(open_desk: tuple[Desk, TestClient]) -> None:
    """However close they come, one is written down and the others see it."""
    desk, client = open_desk
    statement = desk.now.current[0].statement.id
    given = {"token": desk.token.value, "label": "echo", "seen": "-"}
    gate = threading.Barrier(4)
    codes: list[int] = []

    def send() -> None:
        gate.wait()
        codes.append(client.post(f"/statements/{statement}/verdict", data=given).status_code)

    threads = [threading.Thread(target=send) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(codes) == [200, 409, 409, 409]
    assert [c.kind for c in desk.now.corrections] == [Kind.VERDICT]
    assert json.loads(desk.now.corrections[0].payload)["label"] == "echo"
