"""Contradictions called on authored pairs of five languages, half of them traps.

    python -m benchmarks.contradictions

The pairs are ours (benchmarks/pairs). Prints precision and recall by language, and what was wrong.
"""

from __future__ import annotations

import sys
from pathlib import Path

import yaml

from redite.compare.pairs import Relation, Side, compare_pairs
from redite.models import open_comparer

PAIRS = Path(__file__).parent / "pairs"
PRECISION = 0.9


def main() -> int:
    """Compare every pair, print; exit status 1 where too much is called wrongly."""
    comparer = open_comparer()
    called = right = wanted = total = 0
    for path in sorted(PAIRS.glob("contradictions.*.yaml")):
        for language, kinds in yaml.safe_load(path.read_text(encoding="utf-8")).items():
            seen = [0, 0, 0]
            for kind, pairs in kinds.items():
                for name, earlier, later in pairs:
                    sides = Side(earlier, language=language), Side(later, language=language)
                    (found,) = compare_pairs([sides], comparer)
                    is_called = found.label is Relation.CONTRADICTS
                    is_right = kind == "contradicts"
                    total += 1
                    seen[0] += is_called
                    seen[1] += is_called and is_right
                    seen[2] += is_right
                    if is_called != is_right:
                        word = "wrongly called" if is_called else "missed"
                        print(f"{language} {name}: {word}: {earlier} / {later}")
            print(f"{language}: {seen[0]} called, {seen[1]} of them right, of {seen[2]}")
            called, right, wanted = called + seen[0], right + seen[1], wanted + seen[2]
    print(f"{total} pairs: precision {right / max(1, called):.3f}, recall {right / wanted:.3f}")
    return 0 if right >= PRECISION * called else 1


if __name__ == "__main__":
    sys.exit(main())
