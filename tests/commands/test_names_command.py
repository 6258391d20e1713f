"""The command `same-name`, from arguments to lines."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from redite.cli import main


def run(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str
) -> tuple[int, list[dict[str, object]], str]:
    """Write pairs, run the command on them, and return status, answers and messages."""
    path = tmp_path / "pairs.tsv"
    path.write_text(text, encoding="utf-8")
    status = main(["same-name", "--pairs", str(path)])
    out, err = capsys.readouterr()
    return status, [json.loads(line) for line in out.split("\n") if line], err


def test_every_pair_is_answered_in_order(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line a pair with the fields of the contract, names as they came."""
    status, answers, err = run(
        tmp_path, capsys, "Goran Velesh\tГоран Велеш\n\nIrena Velesh\tGoran Velesh\tmore\r\n"
    )
    assert (status, err) == (0, "")
    assert [list(a) for a in answers] == [["a", "b", "same", "score", "unsure", "reason"]] * 2
    assert [(a["a"], a["b"], a["same"]) for a in answers] == [
        ("Goran Velesh", "Горан Велеш", True),
        ("Irena Velesh", "Goran Velesh", False),
    ]


def test_a_line_with_one_name_is_named_and_answered(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Answers stay beside their lines; the bad one is named and ends in status 1."""
    status, answers, err = run(tmp_path, capsys, "Goran Velesh\na\u2028b\ta\u2028b\n")
    assert status == 1
    assert "line 1" in err
    assert [a["same"] for a in answers] == [False, True]


def test_a_file_that_is_missing_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    """No file: wrong usage, in words."""
    assert main(["same-name", "--pairs", "no-such-file.tsv"]) == 2
    assert "no-such-file.tsv" in capsys.readouterr().err
