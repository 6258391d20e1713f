"""Whether two names are one person's: on our authored pairs, and on people of the shared list.

    python -m benchmarks.names [--misses]

Our pairs (tests/names/pairs.tsv) are of invented people and hard on purpose; those marked
"unsolved" count here and are kept out of the tests. From the shared list,
which lies beside the checkout, three draws of 600 people are scored by the shared tool. Prints one
JSON object; exit status 1 if a figure is below its floor.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.shared import DATA, ROOT, TOOLS, redite, score
from redite.names.matching import same_name

SEEDS = (7, 11, 23)
FLOORS = {"precision": 0.97, "f1": 0.92}
"""What every draw, and our own pairs, must reach."""
PEOPLE = DATA / "names" / "politicians.dev.jsonl"


def authored(*, misses: bool) -> dict[str, Any]:
    """Return precision, recall and F1 on our own pairs."""
    right = {True: 0, False: 0}
    wrong = {True: 0, False: 0}
    for line in (ROOT / "tests/names/pairs.tsv").read_text("utf-8").splitlines():
        a, b, same, kind = line.split("\t")
        found = same_name(a, b)
        (right if found.same is (same == "1") else wrong)[found.same] += 1
        if misses and found.same is not (same == "1"):
            print(f"{kind}: {a} | {b} | {found.score} {found.reason}", file=sys.stderr)
    return _figures(right[True], wrong[True], wrong[False])


def _figures(hits: int, false: int, missed: int) -> dict[str, Any]:
    return {
        "pairs": hits + false + missed,
        "precision": round(hits / (hits + false), 4),
        "recall": round(hits / (hits + missed), 4),
        "f1": round(2 * hits / (2 * hits + false + missed), 4),
    }


def drawn(seed: int, work: Path) -> dict[str, Any]:
    """Return what the shared tool says of one draw."""
    pairs, blind, answers = (work / f"{seed}.{end}" for end in ("tsv", "blind.tsv", "jsonl"))
    score_tool(PEOPLE, pairs, "--seed", str(seed))
    lines = pairs.read_text("utf-8").split("\n")
    blind.write_text("\n".join(line.rpartition("\t")[0] for line in lines), "utf-8")
    redite("same-name", "--pairs", str(blind), output=answers)
    return score("name_pairs.py", "--score", pairs, answers)


def score_tool(*arguments: Path | str) -> None:
    """Run the shared tool where it prints nothing."""
    subprocess.run([sys.executable, str(TOOLS / "name_pairs.py"), *map(str, arguments)], check=True)


def main(arguments: list[str]) -> int:
    """Measure, print, and compare with the floors."""
    figures = {"names.authored": authored(misses="--misses" in arguments)}
    if PEOPLE.is_file():
        with tempfile.TemporaryDirectory() as work:
            for seed in SEEDS:
                figures[f"names.people.{seed}"] = drawn(seed, Path(work))
    else:
        print(f"skipped: no list of people at {PEOPLE}", file=sys.stderr)
    print(json.dumps(figures, indent=2))
    below = [
        f"{name} {figure}: {found[figure]} is below {floor}"
        for name, found in figures.items()
        for figure, floor in FLOORS.items()
        if found[figure] < floor
    ]
    for line in below:
        print(line, file=sys.stderr)
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
