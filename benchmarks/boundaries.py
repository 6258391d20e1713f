"""Exact ranges on PolNeAR, as its annotators drew them and as redite's contract does.

    python -m benchmarks.boundaries

PolNeAR's contents hold their quotation marks, the "that" before them and the stop after them, and
its sources a comma after them; redite's do not. Counted as printed, the two can never be equal
there. The second figure leaves these out at the edges of gold and of what was found alike. The
third also leaves out what redite finds inside the content of another report, where PolNeAR
annotates nothing. The last is what would be reached were, besides, every content that was found
drawn as in gold: what it lacks are reports that were missed, or that nobody annotated.
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
MARKS, THAT, AFTER = map(re.compile, (r"[\W_]*", r"[\W_]*(?:that\b[\W_]*)?", r"[\W_]*$"))

ALIKE = 0.5
"""As the scorer pairs contents."""

Range = list[int]


def bare(text: str, start: int, end: int, before: re.Pattern[str]) -> Range:
    """Return a range without `before` at its beginning and without marks at its end."""
    first, last = before.match(text, start, end), AFTER.search(text, start, end)
    return (
        [first.end(), last.start()]
        if first and last and first.end() < last.start()
        else [start, end]
    )


def bared(documents: Iterable[dict[str, Any]], texts: dict[str, str]) -> str:
    """Return documents, one a line, whose sources and contents have bare ranges."""
    lines = []
    for document in documents:
        text = texts[document["id"]]
        for each in document["attributions"]:
            for role, before in (("source", MARKS), ("content", THAT)):
                each[role] = [bare(text, start, end, before) for start, end in each[role]]
        lines.append(json.dumps(document))
    return "\n".join(lines) + "\n"


def outermost(documents: Iterable[dict[str, Any]]) -> str:
    """Return documents, one a line, without the reports that lie in the content of another."""
    lines = []
    for document in documents:
        contents = [tuple(piece) for one in document["attributions"] for piece in one["content"]]
        document["attributions"] = [
            one
            for one in document["attributions"]
            if not any(
                start <= low and high <= end and [start, end] not in one["content"]
                for low, high in [_extent(one)]
                for start, end in contents
            )
        ]
        lines.append(json.dumps(document))
    return "\n".join(lines) + "\n"


def _extent(one: dict[str, Any]) -> tuple[int, int]:
    """Return where cue and content of a report begin and end."""
    edges = [edge for piece in (*one["cue"], *one["content"]) for edge in piece]
    return min(edges), max(edges)


def redrawn(found: Iterable[dict[str, Any]], gold: Iterable[dict[str, Any]]) -> str:
    """Return documents, one a line, whose contents are gold's where they share half with one."""
    by_id = {document["id"]: document["attributions"] for document in gold}
    lines = []
    for document in found:
        open_ones = list(by_id[document["id"]])
        for each in document["attributions"]:
            best = max(open_ones, key=lambda one: _alike(one, each), default=None)
            if best is not None and _alike(best, each) >= ALIKE:
                open_ones.remove(best)
                each["content"] = best["content"]
        lines.append(json.dumps(document))
    return "\n".join(lines) + "\n"


def _alike(one: dict[str, Any], other: dict[str, Any]) -> float:
    """Return the Jaccard similarity of the characters of two contents."""
    a, b = (
        {i for start, end in each["content"] for i in range(start, end)} for each in (one, other)
    )
    return len(a & b) / len(a | b) if a or b else 0.0


def main() -> int:
    """Read, score, print."""
    if not TOOLS.is_dir():
        print(f"skipped: no gold sets at {DATA.parent}; REDITE_SHARED may name them")
        return 0
    with tempfile.TemporaryDirectory() as work:
        read = Path(work) / "read"
        redite("read", str(GOLD), "--quiet", output=read)
        report(read, Path(work))
    return 0


def report(read: Path, work: Path) -> None:
    """Print the four figures of what was read."""
    gold, found, outer, ideal = (work / name for name in ("gold", "found", "outer", "ideal"))
    documents = _lines(GOLD)
    texts = {document["id"]: document["text"] for document in documents}
    gold.write_text(bared(documents, texts), encoding="utf-8")
    found.write_text(bared(_lines(read), texts), encoding="utf-8")
    outer.write_text(outermost(_lines(found)), encoding="utf-8")
    ideal.write_text(redrawn(_lines(outer), _lines(gold)), encoding="utf-8")
    for name, wanted, got in (
        ("as printed", GOLD, read),
        ("by redite's boundaries", gold, found),
        ("without reports inside others", gold, outer),
        ("were every edge right", gold, ideal),
    ):
        figures = score("score_attribution.py", wanted, got)
        told = {role: figures[role]["exact_range"] for role in ("source", "cue", "content")}
        print(name, json.dumps(told))


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


if __name__ == "__main__":
    sys.exit(main())
