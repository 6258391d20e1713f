"""How much a Latin and a Cyrillic word speak for being one name, by how names are in fact written.

English and French spellings do not follow letters: Wexler is Уэкслер, Reid Рид, Bordeaux Бордо. The
table holds pieces of up to four Latin letters and two Cyrillic ones that stand for each other,
each with the logarithm of how much oftener they do than by chance (a joint-sequence model;
Jiampojamarn and others, Applying many-to-many alignments, 2007). It was learned from pairs of
spellings of names: `python -m training.names.learn_chunks PAIRS.tsv`.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

SHAPES = ((1, 1), (2, 1), (1, 2), (3, 1), (4, 1), (2, 2), (3, 2), (1, 0), (0, 1))
"""Lengths of the pieces, Latin and Cyrillic."""
LONGEST = 24
"""Letters of a word that are read here."""
_UNSEEN = -6.0
_NO_WAY = -1e9
_BAND = 5
_LETTERS = {
    **{"і": "и", "ї": "и", "є": "е", "ґ": "г", "ў": "у", "ј": "й", "ә": "а", "ө": "о", "ұ": "у"},
    **{"ү": "у", "қ": "к", "ғ": "г", "ң": "н", "ҳ": "х", "ҷ": "дж", "ӯ": "у", "ӣ": "и", "ћ": "ч"},
    **{"ђ": "дж", "џ": "дж", "љ": "ль", "њ": "нь", "ѓ": "г", "ќ": "к", "һ": "х", "ѕ": "з"},
}


def cyrillic(word: str) -> str:
    """Return a Cyrillic word in the letters of Russian, small, without marks and apostrophes."""
    plain = word[:LONGEST].casefold().replace("\u0301", "")
    if "ъ" in plain:
        plain = "".join(
            "а" if c == "ъ" and plain[at + 1 : at + 2] not in tuple("еёюя") else c
            for at, c in enumerate(plain)
        )
    mapped = "".join(_LETTERS.get(c, c) for c in plain)
    return "".join(c for c in mapped if "а" <= c <= "я" or c == "ё")[:LONGEST]


def latin(word: str) -> str:
    """Return a Latin word in small letters; marks stay where the table knows them."""
    known = table()
    out = []
    for letter in unicodedata.normalize("NFC", word[:LONGEST]).casefold():
        if not letter.isalpha():
            continue
        if letter.isascii() or letter in known:
            out.append(letter)
        else:
            out.append(unicodedata.normalize("NFD", letter)[0])
    return "".join(out)[:LONGEST]


@lru_cache(maxsize=1)
def table() -> dict[str, dict[str, float]]:
    """Return the costs of Cyrillic pieces, by the Latin piece that they stand for."""
    data = json.loads(files("redite.names").joinpath("chunk_costs.json").read_text("utf-8"))
    return nested(data["costs"])


def nested(costs: Mapping[str, float]) -> dict[str, dict[str, float]]:
    """Return costs by "latin|cyrillic" as `best_path` asks for them."""
    out: dict[str, dict[str, float]] = {}
    for key, cost in costs.items():
        left, _, right = key.partition("|")
        out.setdefault(left, {})[right] = cost
    return out


@lru_cache(maxsize=1)
def rarity() -> dict[str, float]:
    """Return how much each letter says: minus the logarithm of its share."""
    data = json.loads(files("redite.names").joinpath("chunk_costs.json").read_text("utf-8"))
    shares: dict[str, float] = data["rarity"]
    return shares


@lru_cache(maxsize=1 << 16)
def chunk_likeness(latin_word: str, cyrillic_word: str) -> float:
    """Return how alike two words are, prepared by `latin` and `cyrillic`: about 1 for one name."""
    if not latin_word or not cyrillic_word:
        return 0.0
    said = rarity()
    most = sum(said.get(c, 6.0) for c in latin_word) + sum(said.get(c, 6.0) for c in cyrillic_word)
    return 2 * best_path(latin_word, cyrillic_word, table()) / most


def best_path(a: str, b: str, pieces: dict[str, dict[str, float]]) -> float:
    """Return the sum of costs along the best way of cutting both words into pieces.

    Ways that leave the diagonal by more than `_BAND` letters are not looked at.
    """
    n, m = len(a), len(b)
    best = [[_NO_WAY] * (m + 4) for _ in range(n + 5)]
    best[0][0] = 0.0
    inserted = pieces.get("", {})
    for i in range(n + 1):
        row = best[i]
        cuts = [
            (best[i + length], found)
            for length in (1, 2, 3, 4)
            if i + length <= n and (found := pieces.get(a[i : i + length])) is not None
        ]
        after = best[i + 1]
        middle = i * m // n
        for j in range(max(0, middle - _BAND), min(m, middle + _BAND) + 1):
            here = row[j]
            if here <= _NO_WAY:
                continue
            one, two = b[j : j + 1], b[j : j + 2]
            if j < m:
                row[j + 1] = max(row[j + 1], here + inserted.get(one, _UNSEEN))
            after[j] = max(after[j], here + _UNSEEN)
            for target, found in cuts:
                for piece, at in (("", j), (one, j + 1), (two, j + 2)):
                    cost = found.get(piece)
                    if cost is not None and here + cost > target[at]:
                        target[at] = here + cost
            if j < m and after[j + 1] < here + _UNSEEN:
                after[j + 1] = here + _UNSEEN
    return best[n][m]
