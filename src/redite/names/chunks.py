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
from functools import lru_cache
from importlib.resources import files

SHAPES = ((1, 1), (2, 1), (1, 2), (3, 1), (4, 1), (2, 2), (3, 2), (1, 0), (0, 1))
"""Lengths of the pieces, Latin and Cyrillic."""
LONGEST = 24
"""Letters of a word that are read here."""
_UNSEEN = -6.0
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
        if letter.isascii() or f"{letter}|" in known:
            out.append(letter)
        else:
            out.append(unicodedata.normalize("NFD", letter)[0])
    return "".join(out)[:LONGEST]


@lru_cache(maxsize=1)
def table() -> dict[str, float]:
    """Return the costs by "latin|cyrillic", and what each single letter says by itself."""
    data = json.loads(files("redite.names").joinpath("chunk_costs.json").read_text("utf-8"))
    costs: dict[str, float] = data["costs"]
    return costs


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


def best_path(a: str, b: str, costs: dict[str, float]) -> float:
    """Return the sum of costs along the best way of cutting both words into pieces."""
    n, m = len(a), len(b)
    best = [[-1e9] * (m + 1) for _ in range(n + 1)]
    best[0][0] = 0.0
    get = costs.get
    for i in range(n + 1):
        row = best[i]
        for j in range(m + 1):
            here = row[j]
            if here < -1e8:
                continue
            for da, db in SHAPES:
                if i + da > n or j + db > m:
                    continue
                cost = get(f"{a[i : i + da]}|{b[j : j + db]}")
                if cost is None:
                    if da + db > 2:
                        continue
                    cost = _UNSEEN
                if here + cost > best[i + da][j + db]:
                    best[i + da][j + db] = here + cost
    return best[n][m]
