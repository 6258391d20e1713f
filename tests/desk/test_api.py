"""The API: pages, errors and its own description."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.core.result import Ok
from starlette.testclient import TestClient

from redite.desk import Desk
from redite.search import near as near_in
from tests.desk.ledger import opened
from tests.desk.letters import Counting


@pytest.fixture(scope="module")
def open_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Desk, TestClient]]:
    """A desk open on the story."""
    location: Path = tmp_path_factory.mktemp("desk") / "story.db"
    with opened(location) as desk_and_client:
        yield desk_and_client


@pytest.fixture
def fuzzed(tmp_path: Path) -> Iterator[TestClient]:
    """A desk of its own for questions that take in and correct whatever comes to mind."""
    with opened(tmp_path / "fuzzed.db") as (_, client):
        yield client


def operations(client: TestClient) -> list[Any]:
    """Return everything that the API says can be asked of it."""
    described = schemathesis.openapi.from_dict(client.get("/api/openapi.json").json())
    return [each.ok() for each in described.get_all_operations() if isinstance(each, Ok)]


def test_nothing_that_fits_the_description_breaks_it(fuzzed: TestClient) -> None:
    """Whatever is asked, the answer is none of the server's errors, and JSON."""
    client = fuzzed
    known = operations(client)
    assert len(known) > 15
    for operation in known:

        @settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
        @given(case=operation.as_strategy())
        def ask(case: schemathesis.Case[Any]) -> None:
            sent = case.as_transport_kwargs(base_url="http://testserver")
            answer = client.request(
                sent["method"],
                sent["url"],
                params=sent.get("params"),
                json=sent.get("json"),
                headers={"accept": "application/json"},
            )
            assert answer.status_code < 500, answer.text
            assert answer.headers["content-type"].startswith(("application/json", "text/plain"))

        ask()


def test_lists_go_on_to_their_end(open_desk: tuple[Desk, TestClient]) -> None:
    """Following `next` gives every statement once, and ends."""
    desk, client = open_desk
    address: str | None = "/api/statements?limit=3"
    found = []
    while address is not None:
        answer = client.get(address).json()
        found += [item["id"] for item in answer["items"]]
        address = answer["next"]
    assert found == [r.statement.id for r in reversed(desk.now.current)]


def test_search_goes_on_with_what_means_much_the_same(tmp_path: Path) -> None:
    """After what holds the words comes what is near in meaning, paged as one list, nothing twice."""
    words = "the bridge opens"
    with opened(tmp_path / "story.db", encoder=Counting) as (desk, client):
        address: str | None = f"/api/search?q={words}&limit=2"
        totals, found = set(), []
        while address is not None:
            answer = client.get(address).json()
            assert len(answer["items"]) <= 2
            totals.add(answer["total"])
            found += answer["items"]
            address = answer["next"]
        current = {record.statement.id for record in desk.now.current}
        near = [hit.record.statement.id for hit in near_in(desk.now.all, words, Counting())]
    holding = [item["statement"] for item in found if not item["by_meaning"]]
    meant = [item["statement"] for item in found if item["by_meaning"]]
    assert holding
    assert meant == [id for id in near if id in current and id not in holding]
    assert len(meant) > 2, "more than a page of them"
    assert totals == {len(found)}


def test_one_thing_at_a_time(open_desk: tuple[Desk, TestClient]) -> None:
    """Statement, history, article, claim and speaker are there under their ids."""
    desk, client = open_desk
    record = desk.now.current[0]
    judgement = record.judgement
    for address, key, value in (
        (f"statements/{record.statement.id}", "claim", judgement.claim),
        (f"statements/{record.statement.id}/trace", "versions", None),
        (f"articles/{record.standing.id}", "text", record.article.text),
        (f"articles/{record.article.key}", "id", record.standing.id),
        (f"claims/{judgement.claim}", "claim", judgement.claim),
        (f"speakers/{judgement.speaker.id}", "name", judgement.speaker.name),
    ):
        found = client.get(f"/api/{address}").json()
        assert key in found, address
        assert value is None or found[key] == value
        assert client.get(f"/api/{address}x").status_code == 404


def test_errors_say_what_was_wrong(open_desk: tuple[Desk, TestClient]) -> None:
    """An unknown filter value, day or page is named, with a status of the client's errors."""
    _, client = open_desk
    for query in ("verdict=x", "since=x", "before=s-0", "limit=0", "lens=x", "limit=100000"):
        answer = client.get(f"/api/statements?{query}")
        assert answer.status_code in (400, 422), query
        assert answer.json()["detail"]
