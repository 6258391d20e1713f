"""Writes PolNeAR's documents with the boundaries that this program draws.

    python -m training.from_polnear --documents polnear.train.jsonl [--every N] --out FILE.jsonl

PolNeAR counts the quotation marks around a content, the "that" before it and the full stop or
comma at its end as parts of it; the statements of this program do not (corpus/FORMAT.md). One
model can learn only one of the two, so these are taken away at the edges of every range.
A range of which nothing would be left stays as it was. Reports without a cue and reports inside
others, which PolNeAR does not annotate, are declared so. Needs no torch.
"""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path
from typing import Any

OPENING = re.compile(r"[\s“\"‘'«„]+")
CLOSING = re.compile(r"[\s”\"’'»“]+$")
FULL_STOP = re.compile(r"(?<![.\w]\.)(?<!\b[A-Z])(?<!\b(?:Mr|Ms|Dr|St|Jr|Sr|Co))(?<!Mrs)[.,;]+$")
THAT = re.compile(r"that,?\s+(?!is\b|was\b|would\b|will\b|has\b|'s\b|’s\b|kind\b|sort\b)", re.I)


def trimmed(text: str, start: int, end: int, *, first: bool) -> list[int]:
    """Return a content's range without what stands around it; `first` of its content's ranges."""
    low, high = start, end
    if first and (found := THAT.match(text, low, high)):
        low = found.end()
    if found := OPENING.match(text, low, high):
        low = found.end()
    for pattern in (CLOSING, FULL_STOP, CLOSING):
        if found := pattern.search(text[low:high]):
            high = low + found.start()
    return [low, high] if low < high else [start, end]


def redrawn(record: dict[str, Any]) -> dict[str, Any]:
    """Return a document of PolNeAR with every content's ranges trimmed."""
    attributions = [
        one
        | {
            "content": [
                trimmed(record["text"], start, end, first=number == 0)
                for number, (start, end) in enumerate(one["content"])
            ]
        }
        for one in record["attributions"]
    ]
    return record | {"attributions": attributions, "cueless": False, "nested": False}


def main() -> None:
    """Run the command that the module's docstring describes."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--documents", type=Path, required=True)
    parser.add_argument("--every", type=int, default=1, help="take every Nth document only")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    lines = options.documents.read_text(encoding="utf-8").split("\n")
    with options.out.open("w", encoding="utf-8") as out:
        for line in list(filter(None, lines))[:: options.every]:
            out.write(json.dumps(redrawn(json.loads(line)), ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
