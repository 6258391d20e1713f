"""The desk for programs: what `redite serve` answers under `/api`, as Python.

    with Client("http://127.0.0.1:8713") as desk:
        for statement in desk.statements(verdict="update", language="uk"):
            print(statement["speaker"]["name"], statement["verdict"]["changes"])

Objects have the form of the exports. What the desk refuses is a `UsageError` with its words; where
no desk answers, or it is still working something out, a `RediteError`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Self
from urllib.parse import quote

import httpx2

from redite.errors import RediteError, UsageError

Answer = dict[str, Any]


class Client:
    """Asks one desk. `transport` is for tests."""

    def __init__(
        self, base: str = "http://127.0.0.1:8713", transport: httpx2.Client | None = None
    ) -> None:
        self._http = transport or httpx2.Client(base_url=base, timeout=60)

    def __enter__(self) -> Self:
        """Return the client itself; it is closed at the end of the block."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the connection."""
        self.close()

    def close(self) -> None:
        """Close the connection; nothing can be asked afterwards."""
        self._http.close()

    def statements(self, **filters: str) -> Iterator[Answer]:
        """Yield statements, the newest first; filters are those of the stream's address."""
        return self._pages("/api/statements", filters)

    def search(self, words: str, **filters: str) -> Iterator[Answer]:
        """Yield statements that hold all of `words`, the best first; then what means much the same.

        The latter are marked `by_meaning`.
        """
        return self._pages("/api/search", {"q": words, **filters})

    def speakers(self, name: str = "") -> Iterator[Answer]:
        """Yield who is on record, or who bears these words in a name; the busiest first."""
        return self._pages("/api/speakers", {"q": name} if name else {})

    def corrections(self, subject: str = "") -> Iterator[Answer]:
        """Yield what people decided, all of it or about one subject; the latest first."""
        return self._pages("/api/corrections", {"subject": subject} if subject else {})

    def statement(self, id: str) -> Answer:
        """Return one statement."""
        return self._get(f"/api/statements/{_part(id)}")

    def trace(self, id: str) -> Answer:
        """Return one statement's whole history."""
        return self._get(f"/api/statements/{_part(id)}/trace")

    def article(self, id: str) -> Answer:
        """Return one article with its text and statements."""
        return self._get(f"/api/articles/{_part(id)}")

    def claim(self, id: str) -> Answer:
        """Return every report of one claim."""
        return self._get(f"/api/claims/{_part(id)}")

    def speaker(self, id: str) -> Answer:
        """Return one speaker: names with reasons, what is said again, deadlines, forecasts."""
        return self._get(f"/api/speakers/{_part(id)}")

    def brief(
        self,
        since: date | None = None,
        until: date | None = None,
        lens: str = "",
        language: str = "en",
    ) -> Answer:
        """Return the brief of a period, or of one subject in it; without days, of the last day."""
        days = {"since": since, "until": until}
        query = {k: v.isoformat() for k, v in days.items() if v}
        return self._get("/api/brief", query | {"lens": lens, "language": language})

    def deadlines(self) -> Answer:
        """Return every announced date, as it stands on the last day on record."""
        return self._get("/api/deadlines")

    def forecasts(self) -> Answer:
        """Return what was called how likely, what came of it, and how well each source judged."""
        return self._get("/api/forecasts")

    def lenses(self) -> list[Answer]:
        """Return the lenses that come with redite."""
        found: list[Answer] = self._get("/api/lenses")["lenses"]
        return found

    def lens(self, name: str) -> Answer:
        """Return how much was said of one subject when, its bursts and coincidences."""
        return self._get(f"/api/lenses/{_part(name)}")

    def correct(
        self,
        kind: str,
        subject: str,
        who: str,
        payload: Mapping[str, str] | None = None,
        seen: str | None = None,
    ) -> Answer:
        """Write a correction down (see `redite.corrections`); the kind "undo" takes one back.

        With `seen`, the id of the latest correction that is known here ("-" for none), it is
        refused where somebody was faster.
        """
        body = {"kind": kind, "subject": subject, "who": who, "payload": dict(payload or {})}
        return self._send("/api/corrections", body | ({"seen": seen} if seen is not None else {}))

    def came_about(self, statement: str, answer: bool, who: str, on: date | None = None) -> Answer:
        """Write down whether what a statement called likely came about, and when it was known."""
        body = {"came_about": answer, "who": who, "on": on.isoformat() if on else None}
        return self._send(f"/api/statements/{_part(statement)}/came-about", body)

    def take_in(self, **article: str) -> Answer:
        """Bring an article (`text`, `title`, …) or an `address`; returns the job."""
        return self._send("/api/take-in", article)

    def jobs(self) -> list[Answer]:
        """Return what was brought since the desk was opened, the latest first."""
        found: list[Answer] = self._get("/api/jobs")["jobs"]
        return found

    def job(self, number: int) -> Answer:
        """Return how far a job is, and what became of each item."""
        return self._get(f"/api/jobs/{number}")

    def _pages(self, address: str, query: Mapping[str, str]) -> Iterator[Answer]:
        found = self._get(address, query)
        while True:
            yield from found["items"]
            if found["next"] is None:
                return
            found = self._get(found["next"])

    def _get(self, address: str, query: Mapping[str, str] | None = None) -> Answer:
        return self._ask("GET", address, params=dict(query) if query else None)

    def _send(self, address: str, body: Mapping[str, object]) -> Answer:
        return self._ask("POST", address, json=body)

    def _ask(self, method: str, address: str, **given: Any) -> Answer:  # noqa: ANN401
        try:
            response = self._http.request(method, address, **given)
        except httpx2.TransportError as error:
            raise RediteError(f"no desk answers at {self._http.base_url}: {error}") from None
        if response.status_code >= 400:
            try:
                said = str(response.json()["detail"])
            except (ValueError, KeyError, TypeError):
                said = response.text[:200]
            refused = UsageError if response.status_code < 500 else RediteError
            raise refused(f"the desk said {response.status_code}: {said}")
        answer: Answer = response.json()
        return answer


def _part(id: str) -> str:
    return quote(id, safe="")
