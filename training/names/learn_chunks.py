"""Learn which pieces of Latin and Cyrillic words stand for each other in names.

    python -m training.names.learn_chunks PAIRS.tsv     writes src/redite/names/chunk_costs.json

PAIRS.tsv: Latin word, Cyrillic word with its letters parted by blanks, number of times; one pair a
line. The table in the repository was learned from a list of English and Russian forms of names
(CC0). Expectation-maximisation over all ways of cutting the pairs; what is used less than
`LEAST` times is left out. No random numbers.
"""

from __future__ import annotations

import json
import math
import sys
from collections import Counter, defaultdict
from pathlib import Path

from redite.names.chunks import SHAPES, best_path, cyrillic, nested

WHERE = Path(__file__).parents[2] / "src/redite/names/chunk_costs.json"
MOST = 30_000
ROUNDS = 6
LEAST = 6.0
Pairs = dict[tuple[str, str], float]


def read(path: Path) -> Pairs:
    """Return pairs with their weights: an even sample of at most `MOST`, by place in the file."""
    found: Pairs = {}
    lines = path.read_text("utf-8").split("\n")
    for line in lines[:: max(1, len(lines) // MOST)]:
        fields = line.split("\t")
        if len(fields) != 3:
            continue
        a = "".join(c for c in fields[0].casefold() if c.isalpha())
        b = cyrillic(fields[1].replace(" ", ""))
        if 1 < len(a) < 18 and 1 < len(b) < 18:
            found[a, b] = 1 + math.log(float(fields[2]))
    return found


def learn(found: Pairs) -> tuple[dict[str, float], dict[str, float]]:
    """Return the costs and what each letter says."""
    left, right = Counter[str](), Counter[str]()
    for (a, b), share in found.items():
        for letter in a:
            left[letter] += share  # type: ignore[assignment]
        for letter in b:
            right[letter] += share  # type: ignore[assignment]
    chance = {x: left[x] / left.total() for x in left} | {
        y: right[y] / right.total() for y in right
    }
    joint: dict[str, float] = defaultdict(lambda: 1e-7)
    for (a, b), share in found.items():  # begin with letters at about the same place
        for i in range(len(a)):
            for da, db in SHAPES:
                j = round(i * len(b) / len(a))
                key = f"{a[i : i + da] if da else ''}|{b[j : j + db]}"
                joint[key] += share * 0.1 ** (da + db) * (0.05 if not da * db else 1.0)
    total = sum(joint.values())
    joint = defaultdict(float, {k: v / total for k, v in joint.items()})
    for turn in range(ROUNDS):
        counts: dict[str, float] = defaultdict(float)
        for (a, b), share in found.items():
            _expect(a, b, share, joint, counts)
        total = sum(counts.values())
        joint = defaultdict(float, {k: v / total for k, v in counts.items() if v > 0.05})
        if turn == 3:
            costs = nested(_ratios(joint, chance, 0.0))
            sizes = len(found)
            found = {p: s for p, s in found.items() if _fits(p, costs, chance)}
            print(f"{len(found)} of {sizes} pairs kept")
    counts = {k: v * total for k, v in joint.items()}
    kept = {k: joint[k] for k in joint if counts[k] >= LEAST}
    return _ratios(kept, chance, 0.0), {
        c: round(-math.log(p), 2) for c, p in sorted(chance.items())
    }


def _fits(
    pair: tuple[str, str], costs: dict[str, dict[str, float]], chance: dict[str, float]
) -> bool:
    most = -sum(math.log(chance[c]) for word in pair for c in word) / 2
    return best_path(*pair, costs) > 0.35 * most


def _ratios(joint: dict[str, float], chance: dict[str, float], floor: float) -> dict[str, float]:
    return {
        k: math.log(v + floor) - sum(math.log(chance[c]) for c in k if c != "|")
        for k, v in joint.items()
    }


def _expect(
    a: str, b: str, share: float, joint: dict[str, float], counts: dict[str, float]
) -> None:
    n, m = len(a), len(b)
    steps: list[tuple[int, int, int, int, str, float]] = []
    for i in range(n + 1):
        for j in range(m + 1):
            for da, db in SHAPES:
                if i + da <= n and j + db <= m:
                    key = f"{a[i : i + da]}|{b[j : j + db]}"
                    value = joint.get(key, 0.0)
                    if value:
                        steps.append((i, j, i + da, j + db, key, value))
    forward = [[0.0] * (m + 1) for _ in range(n + 1)]
    forward[0][0] = 1.0
    for i, j, x, y, _, value in steps:
        forward[x][y] += forward[i][j] * value
    if not forward[n][m]:
        return
    backward = [[0.0] * (m + 1) for _ in range(n + 1)]
    backward[n][m] = share / forward[n][m]
    for i, j, x, y, key, value in reversed(steps):
        back = backward[x][y] * value
        backward[i][j] += back
        counts[key] += forward[i][j] * back


def main() -> None:
    """Write the table."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    costs, rarity = learn(read(Path(sys.argv[1])))
    singles = {c for c in rarity if rarity[c] < 9}
    about = "learned by training/names/learn_chunks.py from Latin and Russian forms of names (CC0)"
    kept = {k: round(v, 2) for k, v in sorted(costs.items()) if set(k) - {"|"} <= singles}
    data = {"about": about, "rarity": {c: rarity[c] for c in sorted(singles)}, "costs": kept}
    WHERE.write_text(json.dumps(data, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    print(f"{len(kept)} pieces")


if __name__ == "__main__":
    main()
