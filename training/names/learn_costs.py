"""Learn what sounds stand for each other in spellings of one name.

    python -m training.names.learn_costs          writes src/redite/names/letter_costs.json

The spellings are those of cities and countries in CLDR, as Babel carries it (Unicode licence):
one place, written by the habits of forty languages. Names of one place that are no spellings of
each other ("Vienna", "Wien") are left out by a first comparison of their consonants, and later by
the costs themselves. Expectation-maximisation after Ristad and Yianilos (1998), made symmetric.
No random numbers: the same Babel gives the same table.
"""

from __future__ import annotations

import json
import math
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from pathlib import Path

from babel import Locale, __version__

from redite.names.letters import GAP, best_path
from redite.names.sounds import SOUNDS, consonants, sounds

LOCALES = (
    "az be bg bs ca cs da de el en es et fi fr hr hu hy it ka kk ky lt lv mk mn nb nl pl pt ro ru "
    "sk sl sq sr sv tr uk uz vi"
).split()
ROUNDS = 8
WHERE = Path(__file__).parents[2] / "src/redite/names/letter_costs.json"
FLOOR = 1e-6
"""Least probability of a pair: what was never seen is rare, not impossible."""


def spellings() -> Iterator[Counter[str]]:
    """Yield, for each place, how many languages spell it how."""
    places: dict[str, Counter[str]] = defaultdict(Counter)
    for code in LOCALES:
        locale = Locale(code)
        for zone, names in sorted(locale.time_zones.items()):
            city = names.get("city")
            if city:
                places[zone].update(_words(city))
        for territory, name in sorted(locale.territories.items()):
            places[territory].update(_words(name))
    yield from (places[key] for key in sorted(places))


def _words(name: str) -> Iterable[str]:
    """Return the spelling of a name of one word, with and without its marks."""
    if len(name.split()) != 1 or "-" in name:
        return set()
    bare = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    # Marks that tell letters of other scripts apart are no accents.
    forms = {name, bare} if bare.isascii() else {name}
    return {spelled for form in forms if len(spelled := sounds(form)) > 2}


def pairs() -> dict[tuple[str, str], float]:
    """Return pairs of spellings of one place, each with its weight; both orders."""
    out: dict[tuple[str, str], float] = {}
    for place in spellings():
        if not place:
            continue
        total = sum(place.values())
        for a in place:
            for b in place:
                alike = SequenceMatcher(None, consonants(a), consonants(b), autojunk=False).ratio()
                if alike >= 0.6:
                    out[a, b] = out.get((a, b), 0.0) + place[a] * place[b] / total
    return out


def learn(found: dict[tuple[str, str], float]) -> dict[str, float]:
    """Return the costs: for each pair of sounds, log of how much likelier than by chance."""
    chance = _marginal(found)
    joint = _first(chance)
    for _ in range(ROUNDS):
        counts: dict[str, float] = defaultdict(float)
        for (a, b), share in found.items():
            _expect(a, b, share, joint, counts)
        total = sum(counts.values())
        keys = [x + y for x in SOUNDS + GAP for y in SOUNDS + GAP if x + y != GAP * 2]
        joint = {k: (counts[k] + counts[k[::-1]]) / 2 / total + FLOOR for k in keys}
        table = _ratios(joint, chance)
        kept = {
            pair: share
            for pair, share in found.items()
            if best_path(*pair, table) > 0.3 * max(best_path(w, w, table) for w in pair)
        }
        print(f"{len(kept)} of {len(found)} pairs kept")
        found = kept
    return _ratios(joint, chance)


def _marginal(found: dict[tuple[str, str], float]) -> dict[str, float]:
    counts: Counter[str] = Counter()
    for (a, _), share in found.items():
        for sound in a:
            counts[sound] += share  # type: ignore[assignment]
    total = sum(counts.values())
    return {sound: max(counts[sound] / total, 1e-4) for sound in SOUNDS}


def _first(chance: dict[str, float]) -> dict[str, float]:
    joint = {}
    for x in SOUNDS:
        joint[x + GAP] = joint[GAP + x] = 0.05 * chance[x]
        for y in SOUNDS:
            joint[x + y] = 0.8 * chance[x] if x == y else 0.1 * chance[x] * chance[y]
    return joint


def _ratios(joint: dict[str, float], chance: dict[str, float]) -> dict[str, float]:
    return {k: math.log(joint[k] / (chance.get(k[0], 1.0) * chance.get(k[1], 1.0))) for k in joint}


def _expect(
    a: str, b: str, share: float, joint: dict[str, float], counts: dict[str, float]
) -> None:
    """Add the expected number of times that each pair is used in aligning two words."""
    n, m = len(a), len(b)
    forward = [[0.0] * (m + 1) for _ in range(n + 1)]
    backward = [[0.0] * (m + 1) for _ in range(n + 1)]
    forward[0][0] = backward[n][m] = 1.0
    for i in range(n + 1):
        for j in range(m + 1):
            if i:
                forward[i][j] += forward[i - 1][j] * joint[a[i - 1] + GAP]
            if j:
                forward[i][j] += forward[i][j - 1] * joint[GAP + b[j - 1]]
            if i and j:
                forward[i][j] += forward[i - 1][j - 1] * joint[a[i - 1] + b[j - 1]]
    for i in range(n, -1, -1):
        for j in range(m, -1, -1):
            if i < n:
                backward[i][j] += joint[a[i] + GAP] * backward[i + 1][j]
            if j < m:
                backward[i][j] += joint[GAP + b[j]] * backward[i][j + 1]
            if i < n and j < m:
                backward[i][j] += joint[a[i] + b[j]] * backward[i + 1][j + 1]
    scale = share / forward[n][m]
    for i in range(n + 1):
        for j in range(m + 1):
            here = forward[i][j] * scale
            if i < n:
                key = a[i] + GAP
                counts[key] += here * joint[key] * backward[i + 1][j]
            if j < m:
                key = GAP + b[j]
                counts[key] += here * joint[key] * backward[i][j + 1]
            if i < n and j < m:
                key = a[i] + b[j]
                counts[key] += here * joint[key] * backward[i + 1][j + 1]


def main() -> None:
    """Write the table."""
    found = pairs()
    table = learn(found)
    kept = {k: round(v, 2) for k, v in sorted(table.items()) if k[1] == GAP or k[0] <= k[1] != GAP}
    kept = {k: v for k, v in kept.items() if k[0] != GAP}
    about = f"learned by training/names/learn_costs.py from CLDR place names (Babel {__version__})"
    text = json.dumps({"about": about, "costs": kept}, ensure_ascii=False, indent=0)
    WHERE.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
