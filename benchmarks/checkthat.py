"""Finding the checked claim behind a tweet (CheckThat! 2020, task 2): MAP@5.

    OPENBLAS_NUM_THREADS=1 python -m benchmarks.checkthat [--words]

On the shared test set: BM25, our words, our vectors, and words and vectors taken in turn as the
judge takes its candidates. The best published system has .929; like the others at the top it was
trained on this task's tweets, ours never saw one. Every claim is encoded (10,375 sentences:
some minutes, then kept); `--words` leaves the vectors out.
"""

from __future__ import annotations

import csv
import json
import math
import re
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import chain, zip_longest
from pathlib import Path

import numpy as np

from benchmarks.shared import DATA
from redite.compare.likeness import compare
from redite.compare.words import read_words
from redite.models import open_encoder
from redite.store.vectors import KeptVectors

TASK = DATA / "claims" / "checkthat2020"
LOOKED_AT = 5
POOL = 100
"""Claims ordered by our words: those that BM25 puts first."""
K1, B = 1.2, 0.75
_LINK = re.compile(r"https?://\S+|pic\.twitter\.com/\S+")
_CREDIT = re.compile(r"\s—\s[^—]*\(@\w+\)[^—]*$")
_WORD = re.compile(r"\w+")

Ranking = Sequence[int]


class Bm25:
    """Okapi BM25 over whole words, with its usual constants."""

    def __init__(self, texts: Sequence[str]) -> None:
        counted = [Counter(_words(text)) for text in texts]
        self._lengths = [counts.total() for counts in counted]
        self._mean = sum(self._lengths) / len(texts)
        self._postings: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for number, counts in enumerate(counted):
            for word, count in counts.items():
                self._postings[word].append((number, count))

    def ranked(self, query: str) -> Ranking:
        """Return the best texts for a query, best first."""
        scores: dict[int, float] = defaultdict(float)
        total = len(self._lengths)
        for word in dict.fromkeys(_words(query)):
            found = self._postings.get(word, [])
            rarity = math.log(1 + (total - len(found) + 0.5) / (len(found) + 0.5))
            for number, count in found:
                norm = K1 * (1 - B + B * self._lengths[number] / self._mean)
                scores[number] += rarity * count * (K1 + 1) / (count + norm)
        return sorted(scores, key=lambda number: (-scores[number], number))[:POOL]


def main() -> int:
    """Print MAP@5 of each way."""
    if not TASK.is_dir():
        print(f"skipped: no {TASK}")
        return 0
    claims = _rows(TASK / "verified_claims.docs.tsv")
    ids, texts = list(claims), [f"{row['vclaim']} {row['title']}" for row in claims.values()]
    tweets = {
        id: _plain(row["tweet_content"])
        for id, row in _rows(TASK / "test" / "tweets.queries.tsv").items()
    }
    wanted: dict[str, set[str]] = defaultdict(set)
    for line in (TASK / "test" / "tweet-vclaim-pairs.qrels").read_text("utf-8").splitlines():
        tweet, _, claim, _ = line.split("\t")
        wanted[tweet].add(claim)
    bm25 = Bm25(texts)
    ways: dict[str, dict[str, Ranking]] = {
        "bm25": {id: bm25.ranked(tweet) for id, tweet in tweets.items()}
    }
    read = {n: read_words(texts[n], "en") for n in {*chain(*ways["bm25"].values())}}
    ways["words"] = {}
    for id, tweet in tweets.items():
        words = read_words(tweet, "en")
        score = {n: compare(words, read[n]).shared for n in ways["bm25"][id]}
        ways["words"][id] = sorted(score, key=lambda n: (-score[n], n))
    if "--words" not in sys.argv:
        ways["vectors"] = _by_vectors(tweets, [row["vclaim"] for row in claims.values()])
        ways["bm25 and vectors"] = {
            id: _in_turn(ways["vectors"][id], ways["bm25"][id]) for id in tweets
        }
    figures = {way: round(_map(found, wanted, ids), 4) for way, found in ways.items()}
    print(json.dumps({"tweets": len(tweets), "claims": len(ids), "map@5": figures}, indent=2))
    return 0


def _by_vectors(tweets: Mapping[str, str], texts: Sequence[str]) -> dict[str, Ranking]:
    kept = Path(tempfile.gettempdir()) / "redite-benchmark.vectors"
    encoder = KeptVectors(open_encoder(), kept)
    claims, asked = encoder.embed(texts), encoder.embed(list(tweets.values()))
    likeness = np.round(asked @ claims.T, 4)
    return {
        id: [int(n) for n in np.argsort(-row, kind="stable")[:POOL]]
        for id, row in zip(tweets, likeness, strict=True)
    }


def _in_turn(one: Ranking, other: Ranking) -> Ranking:
    pairs = zip_longest(one, other)
    return list(dict.fromkeys(n for pair in pairs for n in pair if n is not None))


def _map(found: Mapping[str, Ranking], wanted: Mapping[str, set[str]], ids: Sequence[str]) -> float:
    """Return the mean average precision among the first five."""
    total = 0.0
    for tweet, claims in wanted.items():
        hits = 0
        for place, number in enumerate(found[tweet][:LOOKED_AT], start=1):
            if ids[number] in claims:
                hits += 1
                total += hits / place / min(len(claims), LOOKED_AT)
    return total / len(wanted)


def _plain(tweet: str) -> str:
    """Return the words of a tweet, without addresses and its author's name and day."""
    return _CREDIT.sub("", _LINK.sub("", tweet)).strip()


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _rows(path: Path) -> dict[str, dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t")
        first = (rows.fieldnames or [""])[0]
        return {row[first]: row for row in rows}


if __name__ == "__main__":
    sys.exit(main())
