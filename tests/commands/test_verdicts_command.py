"""`redite verdicts`: people say what the machine had wrong, and may take it back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from redite.cli import main

TEXTS = (
    "Velmora will move two brigades to the border, Defence Minister Goran Velesh said.",
    "Velmora will move two brigades to the border, General Pavlo Kremen said.",
)


def test_a_correction_shows_and_can_be_taken_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Set, exported as a pair, split, undone: each shows in the next export."""
    ledger = str(tmp_path / "redite.db")
    lines = [
        json.dumps({"id": str(n), "published": f"2024-03-0{4 + n}", "text": text})
        for n, text in enumerate(TEXTS)
    ]
    articles = tmp_path / "articles.jsonl"
    articles.write_text("\n".join(lines), encoding="utf-8")

    def run(*arguments: str) -> tuple[int, str, str]:
        capsys.readouterr()
        status = main([*arguments, "--ledger", ledger])
        return status, *capsys.readouterr()

    def exported() -> list[dict[str, object]]:
        out = run("export", "--what", "statements")[1]
        return [json.loads(line) for line in out.splitlines()]

    assert run("ingest", str(articles), "--model", "rules")[0] == 0
    first, second = exported()
    assert second["verdict"]["label"] == "echo"  # type: ignore[index]
    assert second["claim"] == first["claim"]
    status, _, err = run("verdicts", "set", str(second["id"]), "dispute", "--who", "Mira")
    assert status == 0
    assert exported()[1]["verdict"]["label"] == "dispute"  # type: ignore[index]
    assert exported()[1]["verdict"]["machine_label"] == "echo"  # type: ignore[index]
    (pair,) = map(json.loads, run("verdicts", "pairs")[1].splitlines())
    assert (pair["label"], pair["who"]) == ("contradicts", "Mira")
    assert pair["earlier"]["text"] == pair["later"]["text"]
    assert run("verdicts", "undo", err.split(":")[0], "--who", "Mira")[0] == 0
    assert exported()[1]["verdict"]["label"] == "echo"  # type: ignore[index]
    assert run("verdicts", "split", str(second["id"]), "--who", "Mira")[0] == 0
    assert exported()[1]["claim"] != first["claim"]
    assert run("verdicts", "merge", str(second["id"]), str(first["id"]), "--who", "Mira")[0] == 0
    assert exported()[1]["claim"] == first["claim"]
    assert run("verdicts", "merge", "s-none", str(first["id"]), "--who", "Mira")[0] == 2
    assert run("verdicts", "undo", "k-none", "--who", "Mira")[0] == 2
