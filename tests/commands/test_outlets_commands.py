"""The commands about outlets: list, rate, credit, undo."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from redite.cli import main

ARTICLE = {
    "id": "1",
    "publisher": "Halden Wire",
    "url": "https://halden.example/1",
    "published": "2024-03-04",
    "text": "Velmora will move two brigades, Defence Minister Goran Velesh said on Monday.",
}


@pytest.fixture
def ledger(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """A ledger with one article."""
    path = tmp_path / "a.json"
    path.write_text(json.dumps(ARTICLE), encoding="utf-8")
    ledger = str(tmp_path / "redite.db")
    assert main(["ingest", str(path), "--model", "rules", "--ledger", ledger, "--quiet"]) == 0
    capsys.readouterr()
    return ledger


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Return exit status, standard output and standard error."""
    status = main(list(arguments))
    out, err = capsys.readouterr()
    return status, out, err


def test_a_rating_shows_in_the_list_and_the_export_until_it_is_undone(
    ledger: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who gave it stands beside it; the machine gives none by itself."""
    at = ("--ledger", ledger)
    _, out, _ = run(capsys, "outlets", "list", *at)
    assert "Halden Wire" in out
    assert "not rated" in out
    status, _, err = run(capsys, "outlets", "rate", "Halden Wire", "b", "--who", "Mira", *at)
    assert status == 0
    correction = err.split(":")[0]
    _, out, _ = run(capsys, "outlets", "list", "--format", "json", *at)
    (listed,) = json.loads(out)
    assert listed["reliability"]["grade"] == "B"
    assert listed["reliability"]["by"] == "Mira"
    _, out, _ = run(capsys, "export", "--what", "statements", *at)
    line = json.loads(out.splitlines()[0])
    assert line["article"]["reliability"]["grade"] == "B"
    assert line["credibility"] is None
    assert line["origins"] == ["Halden Wire"]
    assert run(capsys, "outlets", "undo", correction, "--who", "Mira", *at)[0] == 0
    _, out, _ = run(capsys, "outlets", "list", *at)
    assert "not rated" in out


def test_a_statement_is_credited_apart_from_its_source(
    ledger: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its grade is its own, and a beginning of its id will do."""
    at = ("--ledger", ledger)
    _, out, _ = run(capsys, "export", "--what", "statements", *at)
    statement = json.loads(out.splitlines()[0])["id"]
    assert run(capsys, "outlets", "credit", statement[:9], "2", "--who", "Mira", *at)[0] == 0
    _, out, _ = run(capsys, "export", "--what", "statements", *at)
    line = json.loads(out.splitlines()[0])
    assert line["credibility"] == {"grade": "2", "words": "probably true", "by": "Mira"}
    assert line["article"]["reliability"] is None


@pytest.mark.parametrize(
    "arguments",
    [
        ("rate", "Halden Wire", "Z"),
        ("rate", " ", "A"),
        ("credit", "s-nothing", "1"),
        ("undo", "k-nothing"),
    ],
)
def test_what_makes_no_sense_is_refused(
    ledger: str, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    """A wrong grade, an unknown id: wrong usage, said in a line."""
    status, _, err = run(capsys, "outlets", *arguments, "--who", "Mira", "--ledger", ledger)
    assert status == 2
    assert err.strip()


def test_own_profiles_show_in_the_list(
    ledger: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """What a user knows of an outlet stands beside its name."""
    own = tmp_path / "own.yaml"
    own.write_text("outlets: [{name: Halden Wire, country: XX, owner: state}]", encoding="utf-8")
    _, out, _ = run(
        capsys, "outlets", "list", "--format", "json", "--profiles", str(own), "--ledger", ledger
    )
    (listed,) = json.loads(out)
    assert (listed["country"], listed["state_owned"]) == ("XX", True)
