"""The model of pairs as it comes with the package."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from redite.compare.features import NAMES
from redite.compare.model import pair_model
from redite.compare.neighbours import Neighbours


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 1000))
def test_projected_vectors_are_of_one_length(seed: int) -> None:
    """Every vector that says anything has length 1; one of zeros stays zeros."""
    model = pair_model()
    vectors = np.random.default_rng(seed).normal(size=(3, len(model.centre))).astype(np.float32)
    vectors[1] = 0
    lengths = np.linalg.norm(model.project(vectors, ["uk", None, "xx"]), axis=1)
    assert np.allclose(lengths, [1, 0, 1], atol=1e-4)


def test_likelier_claims_have_nearer_vectors() -> None:
    """Nearness speaks for one claim, in one language and across two."""
    model = pair_model()
    rows = np.zeros((4, len(NAMES)))
    rows[0, NAMES.index("cosine within")] = 0.8
    rows[1, NAMES.index("cosine across")] = 0.8
    rows[1, NAMES.index("across")] = rows[3, NAMES.index("across")] = 1
    claim = [outlook.claim for outlook in model.judge(rows)]
    assert claim[0] > claim[2]
    assert claim[1] > claim[3]


def test_a_language_is_measured_from_its_own_middle() -> None:
    """What all that is said in a language has in common makes no two statements alike."""
    model = pair_model()
    middle = model.centres["uk"]
    (vector,) = model.project(middle[None, :], ["uk"])
    assert not vector.any()


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 1000), st.integers(1, 60))
def test_neighbours_are_the_nearest(seed: int, count: int) -> None:
    """What comes back is what sorting all of them gives, earlier ones first where equal."""
    rng = np.random.default_rng(seed)
    kept = rng.integers(-2, 3, size=(count, 4)).astype(np.float32)
    near = Neighbours(4)
    for vector in kept:
        near.add(vector)
    wanted = kept[0]
    scores = kept @ wanted
    order = sorted(range(count), key=lambda n: (-scores[n], n))[:5]
    assert [scores[n] for n in near.nearest(wanted, 5)] == [scores[n] for n in order]
    assert near.nearest(None) == []


def test_only_the_latest_are_searched() -> None:
    """Numbers stay those of the order of adding when old places are filled again."""
    near = Neighbours(2, latest=3)
    for value in range(7):
        near.add(np.array([1.0, value], np.float32))
    assert near.nearest(np.array([0.0, 1.0], np.float32)) == [6, 5, 4]
    assert near.nearest(np.array([1.0, 0.0], np.float32)) == [4, 5, 6]
    assert len(near) == 7
