"""Whole inputs as the world has them, beside what intake makes of them.

    python -m tests.intake.test_golden

writes the expected output anew; look at the difference before you commit it.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

import pytest

from redite.intake import read_bytes

DATA = Path(__file__).parent / "data"
INPUTS = sorted(p for p in DATA.iterdir() if not p.name.endswith(".expected.json"))


@pytest.mark.parametrize("path", INPUTS, ids=lambda p: p.name)
def test_an_input_gives_what_stands_beside_it(path: Path) -> None:
    """Every field of every document and rejection, text included."""
    assert outcome(path) == expected(path).read_text(encoding="utf-8")


def outcome(path: Path) -> str:
    """Return all that intake finds in a file, as JSON for people to read."""
    found = [
        {"kind": type(f).__name__, **asdict(f)} for f in read_bytes(path.read_bytes(), path.name)
    ]
    return json.dumps(found, ensure_ascii=False, indent=1, default=_time) + "\n"


def expected(path: Path) -> Path:
    """Return where the expected output of `path` is kept."""
    return path.with_name(path.name + ".expected.json")


def _time(value: object) -> str:
    assert isinstance(value, datetime)
    return value.isoformat()


if __name__ == "__main__":
    for path in INPUTS:
        expected(path).write_text(outcome(path), encoding="utf-8")
