"""`redite compare`: judges pairs of texts, one line each."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from redite.cli import main

BRIGADES = "Velmora will move two brigades to the border"


def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], *lines: str) -> tuple[int, str, str]:
    """Return exit status, output and errors of comparing these lines."""
    path = tmp_path / "pairs.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    status = main(["compare", "--pairs", str(path)])
    out, err = capsys.readouterr()
    return status, out, err


def pair(name: str, earlier: str, later: str) -> str:
    """Return one line of input."""
    return json.dumps({"id": name, "earlier": {"text": earlier}, "later": {"text": later}})


def test_each_pair_gets_one_line_in_order(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every pair is answered on a line of its own, in the order given."""
    status, out, _ = run(
        tmp_path,
        capsys,
        pair("a", BRIGADES, BRIGADES.replace("two", "three")),
        pair("b", BRIGADES, "The harvest failed in the south of Kareth"),
        pair("c", BRIGADES, BRIGADES),
    )
    lines = [json.loads(line) for line in out.splitlines()]
    assert status == 0
    assert [(line["id"], line["label"]) for line in lines] == [
        ("a", "update"),
        ("b", "different"),
        ("c", "same"),
    ]
    assert lines[0]["changes"] == [
        {"slot": "number", "before": "two brigades", "after": "three brigades"}
    ]


def test_a_line_that_is_no_pair_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A bad line is named on standard error, costs itself only, and makes the status 1."""
    status, out, err = run(
        tmp_path, capsys, '{"id": "a", "earlier": {}}', "nonsense", pair("c", BRIGADES, BRIGADES)
    )
    assert status == 1
    assert [json.loads(line)["id"] for line in out.splitlines()] == ["c"]
    assert "line 1" in err
    assert "line 2" in err


def test_a_file_that_is_not_there_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    """A missing file is told in words."""
    assert main(["compare", "--pairs", "nowhere.jsonl"]) == 2
    assert "nowhere.jsonl" in capsys.readouterr().err


@pytest.mark.parametrize("text", ["", "yes", "ha " * 50_000, "\u202e\u0000 7"])
def test_odd_texts_are_compared(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    """No text, one word, very many words and control characters are all judged."""
    status, out, _ = run(tmp_path, capsys, pair("a", text, BRIGADES), pair("b", text, text))
    assert status == 0
    assert next(json.loads(line)["label"] for line in out.splitlines()) == "different"
