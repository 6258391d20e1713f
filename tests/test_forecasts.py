"""Forecasts on the command line: listed, resolved by a person, scored, taken back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from redite.cli import main

FIRST = (
    "The closure of the northern crossing is unlikely, the Institute for Border Studies said on "
    "3 March 2024."
)
AGAIN = (
    "The closure of the northern crossing is very unlikely, the Institute for Border Studies said "
    "on 3 May 2024."
)


class Shell:
    """Runs commands on one ledger and keeps what they printed."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self._ledger, self._capsys = str(folder / "redite.db"), capsys
        lines = (
            json.dumps({"id": f"a{n}", "published": day, "publisher": "Halden Wire", "text": text})
            for n, (day, text) in enumerate((("2024-03-03", FIRST), ("2024-05-03", AGAIN)))
        )
        path = folder / "articles.jsonl"
        path.write_text("\n".join(lines), encoding="utf-8")
        assert self.run("ingest", str(path))[0] == 0

    def run(self, *arguments: str) -> tuple[int, str, str]:
        """Return exit status, standard output and standard error."""
        self._capsys.readouterr()
        status = main([*arguments, "--ledger", self._ledger])
        out, err = self._capsys.readouterr()
        return status, out, err

    def forecasts(self) -> dict[str, Any]:
        """Return what `redite forecasts` says."""
        found: dict[str, Any] = json.loads(self.run("forecasts", "--format", "json")[1])
        return found

    @property
    def statement(self) -> str:
        """The first statement that gives a likelihood."""
        return str(self.forecasts()["series"][0]["estimates"][0]["statement"])


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    """A ledger with one assessment, made twice."""
    return Shell(tmp_path, capsys)


def test_forecasts_are_open_until_somebody_resolves_them(shell: Shell) -> None:
    """What is not known to have come about has no outcome and no score."""
    found = shell.forecasts()
    assert {one["outcome"] for one in found["series"]} == {None}
    assert found["scores"] == []
    assert "Open\n  Institute for Border Studies: unlikely" in shell.run("forecasts")[1]


def test_a_persons_word_resolves_a_forecast_and_scores_its_source(shell: Shell) -> None:
    """Once it is said what came of it, the series has an outcome and its source a score."""
    status, out, err = shell.run("resolve", shell.statement, "--no", "--who", "Mira")
    assert (status, out) == (0, "")
    assert "says Mira" in err
    found = shell.forecasts()
    assert found["series"][0]["outcome"]["came_about"] is False
    assert found["series"][0]["outcome"]["by"] == "Mira"
    assert found["scores"][0]["brier"] == found["series"][0]["brier"] < 0.25
    assert "did not come about, says Mira; scores 0." in shell.run("forecasts")[1]


def test_what_was_said_after_it_was_known_is_not_scored(shell: Shell) -> None:
    """With a day, only estimates up to that day count."""
    shell.run("resolve", shell.statement, "--yes", "--who", "Mira", "--on", "2024-04-01")
    assert [score["estimates"] for score in shell.forecasts()["scores"]] == [1]


def test_a_resolution_can_be_taken_back(shell: Shell) -> None:
    """After --undo the forecast is open again, and can be undone no further."""
    shell.run("resolve", shell.statement, "--yes", "--who", "Mira")
    assert shell.run("resolve", shell.statement, "--undo", "--who", "Mira")[0] == 0
    assert shell.forecasts()["series"][0]["outcome"] is None
    status, _, err = shell.run("resolve", shell.statement, "--undo", "--who", "Mira")
    assert (status, "nobody has said what came of" in err) == (2, True)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--who", "Mira"], "say one of --yes, --no and --undo"),
        (["--yes", "--undo", "--who", "Mira"], "say one of --yes, --no and --undo"),
        (["--yes", "--who", " "], "needs the name"),
        (["--yes", "--who", "Mira", "--on", "1 April"], "is not a date"),
    ],
)
def test_a_resolution_must_make_sense(shell: Shell, options: list[str], message: str) -> None:
    """What says nothing, or names nobody, is refused with the way out, and changes nothing."""
    status, _, err = shell.run("resolve", shell.statement, *options)
    assert (status, message in err) == (2, True)
    assert shell.forecasts()["scores"] == []


def test_an_empty_ledger_has_no_forecasts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where nobody estimated anything, that is said."""
    path = tmp_path / "a.txt"
    path.write_text("It rained in Tarsk.", encoding="utf-8")
    main(["ingest", str(path), "--ledger", str(tmp_path / "e.db")])
    capsys.readouterr()
    assert main(["forecasts", "--ledger", str(tmp_path / "e.db")]) == 0
    assert "Nothing on record says how likely" in capsys.readouterr().out
