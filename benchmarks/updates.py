"""Blurbs of one event as they were revised, held against each other: updates, or different?

    python -m benchmarks.updates

Successive blurbs of one event in one language, where the later one counts differently, should be
updates with the numbers before and after; blurbs of two events should be different. Uses the
shared data (see benchmarks.shared); what counts as changed is read by `find_numbers`.
"""

from __future__ import annotations

import json
import random
import sys
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from benchmarks.shared import DATA
from redite.compare.pairs import Relation, Side, compare_pairs
from redite.compare.slots import same_number
from redite.lang import languages
from redite.models import open_comparer
from redite.text.numbers import Quantity, find_numbers

OTHERS = 400
SEED = 6


def main() -> int:
    """Print both shares, for the languages with a file."""
    path = DATA / "updates" / "itn.dev.jsonl"
    if not path.exists():
        print(f"skipped: no {path}")
        return 0
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    lines = [line for line in lines if line["language"] in languages()]
    revised = list(_revised(lines))
    others = _others(lines)
    found = compare_pairs([_sides(*pair) for pair in [*revised, *others]], open_comparer())
    updates, different = found[: len(revised)], found[len(revised) :]
    labelled = sum(each.label is Relation.UPDATE for each in updates)
    numbered = sum(
        any(c.slot == "number" and c.before and c.after for c in each.changes) for each in updates
    )
    apart = sum(each.label is Relation.DIFFERENT for each in different)
    print(f"{len(revised)} revised counts: {labelled / len(revised):.3f} called updates,")
    print(f"  {numbered / len(revised):.3f} with a number before and after")
    print(f"{len(others)} pairs of two events: {apart / len(others):.3f} called different")
    for pair, each in zip(revised, updates, strict=True):
        if each.label is not Relation.UPDATE and "--list" in sys.argv:
            print(each.label, "|", pair[0]["text"], "|", pair[1]["text"])
    return 0


def _revised(lines: Sequence[dict[str, Any]]) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    by_event = defaultdict(list)
    for line in sorted(lines, key=lambda line: str(line["time"])):
        by_event[line["event"], line["language"]].append(line)
    return [
        (one, other)
        for blurbs in by_event.values()
        for one, other in pairwise(blurbs)
        if _counts_differently(*(find_numbers(b["text"], b["language"]) for b in (one, other)))
    ]


def _counts_differently(one: Sequence[Quantity], other: Sequence[Quantity]) -> bool:
    """Say whether one thing is counted in both, and not the same: equal units, another number."""
    return any(
        q.unit == r.unit
        and q.unit is not None
        and not any(same_number(q, s) for s in other)
        and not any(same_number(r, s) for s in one)
        for q in one
        for r in other
    )


def _others(lines: Sequence[dict[str, Any]]) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    rng = random.Random(SEED)
    found: list[tuple[dict[str, Any], dict[str, Any]]] = []
    while len(found) < OTHERS:
        one, other = rng.sample(list(lines), 2)
        if one["event"] != other["event"] and one["language"] == other["language"]:
            found.append((one, other))
    return found


def _sides(one: dict[str, Any], other: dict[str, Any]) -> tuple[Side, Side]:
    return Side(one["text"], language=one["language"]), Side(
        other["text"], language=other["language"]
    )


if __name__ == "__main__":
    sys.exit(main())
