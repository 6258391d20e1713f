"""Near-duplicate candidates, with datasketch as the oracle, and the decision on them."""

from __future__ import annotations

import itertools
import random

from datasketch import MinHash
from hypothesis import given
from hypothesis import strategies as st

from redite.text.duplicates import MinHashCandidates, covered, reprints, words

VOCABULARY = [f"word{i}" for i in range(400)]


def _edited(text: list[str], rng: random.Random, share: float) -> list[str]:
    return [rng.choice(VOCABULARY) if rng.random() < share else word for word in text]


def _pairs(text: list[str]) -> set[str]:
    return {f"{a} {b}" for a, b in itertools.pairwise(text)}


def test_candidates_hold_whatever_datasketch_calls_alike() -> None:
    """No pair that a reference MinHash puts at .5 or more is missed by the candidates."""
    rng = random.Random(5)
    originals = [[rng.choice(VOCABULARY) for _ in range(120)] for _ in range(40)]
    candidates = MinHashCandidates()
    for number, original in enumerate(originals):
        candidates.add(number, " ".join(original))
    checked = 0
    for number, original in enumerate(originals):
        copy = _edited(original, rng, 0.1)
        ours, theirs = MinHash(num_perm=256), MinHash(num_perm=256)
        for pair in _pairs(original):
            ours.update(pair.encode())
        for pair in _pairs(copy):
            theirs.update(pair.encode())
        if ours.jaccard(theirs) >= 0.5:
            checked += 1
            assert number in candidates.like(" ".join(copy))
    assert checked >= 30


def test_strangers_are_rarely_candidates() -> None:
    """Texts that share nothing are not fetched."""
    rng = random.Random(6)
    candidates = MinHashCandidates()
    for number in range(100):
        candidates.add(number, " ".join(f"{rng.random():.9f}" for _ in range(80)))
    assert candidates.like(" ".join(f"{rng.random():.9f}" for _ in range(80))) == []


def test_shortest_texts_need_equal_words() -> None:
    """Under a dozen words only the same words are a reprint; marks and links do not count."""
    assert reprints("**Explosions** in Lisk", "Explosions in Lisk")
    assert not reprints("Explosions in Quor", "Explosions in Lisk")


@given(st.lists(st.sampled_from(VOCABULARY[:30]), min_size=1, max_size=60))
def test_every_text_reprints_itself(text: list[str]) -> None:
    """A text is a copy of itself and covered by itself."""
    assert reprints(" ".join(text), " ".join(text))
    if len(text) >= 3:
        assert covered(text, text) == 1.0


def test_words_leave_out_links_and_marks() -> None:
    """Chat markup is not part of what was written."""
    assert words("__Read__ [here](https://x.example/a?b=1)!") == ["Read", "here"]
