"""Exact ranges on PolNeAR, as its annotators drew them and as redite's contract does.

    python -m benchmarks.boundaries

PolNeAR's contents hold their quotation marks, the "that" before them and the stop after them;
redite's do not (`content` is what was said). Counted as printed, the two can never be equal there.
The second figure leaves these out at the edges of gold and of what was found alike; nothing else is
changed.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from benchmarks.shared import DATA, TOOLS, redite, score

GOLD = DATA / "attribution" / "polnear.dev.jsonl"
BEFORE, AFTER = re.compile(r"[\W_]*(?:that\b[\W_]*)?"), re.compile(r"[\W_]*$")

Range = list[int]


def bare(text: str, start: int, end: int) -> Range:
    """Return a range without marks at its edges and without the "that" at its beginning."""
    first, last = BEFORE.match(text, start, end), AFTER.search(text, start, end)
    return (
        [first.end(), last.start()]
        if first and last and first.end() < last.start()
        else [start, end]
    )


def bared(documents: Iterable[dict[str, Any]], texts: dict[str, str]) -> str:
    """Return documents, one a line, whose contents have bare ranges."""
    lines = []
    for document in documents:
        text = texts[document["id"]]
        for each in document["attributions"]:
            each["content"] = [bare(text, start, end) for start, end in each["content"]]
        lines.append(json.dumps(document))
    return "\n".join(lines) + "\n"


def main() -> int:
    """Read, score twice, print."""
    if not TOOLS.is_dir():
        print(f"skipped: no gold sets at {DATA.parent}; REDITE_SHARED may name them")
        return 0
    with tempfile.TemporaryDirectory() as work:
        read, gold, found = (Path(work) / name for name in ("read", "gold.jsonl", "found.jsonl"))
        redite("read", str(GOLD), "--quiet", output=read)
        documents = _lines(GOLD)
        texts = {document["id"]: document["text"] for document in documents}
        gold.write_text(bared(documents, texts), encoding="utf-8")
        found.write_text(bared(_lines(read), texts), encoding="utf-8")
        for name, figures in (
            ("as printed", score("score_attribution.py", GOLD, read)),
            ("by redite's boundaries", score("score_attribution.py", gold, found)),
        ):
            told = {role: figures[role]["exact_range"] for role in ("source", "cue", "content")}
            print(name, json.dumps(told))
    return 0


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


if __name__ == "__main__":
    sys.exit(main())
