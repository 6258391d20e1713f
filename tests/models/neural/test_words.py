"""Word embeddings in four bits."""

from pathlib import Path

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from redite.models.neural.words import load, pack, save


@given(st.integers(1, 20), st.integers(1, 4), st.integers(0, 2**32 - 1))
def test_a_table_made_of_such_blocks_loses_nothing(rows: int, blocks: int, seed: int) -> None:
    """What four bits and a scale can say is kept as it is."""
    chance = np.random.default_rng(seed)
    nibbles = chance.integers(0, 16, (rows, blocks, 32))
    nibbles[..., 0] = 0  # the largest weight of a block gives its scale
    scales = chance.uniform(0.01, 1, (rows, blocks, 1)).astype(np.float16).astype(np.float32)
    table = ((nibbles - 8) * scales).reshape(rows, -1).astype(np.float32)
    ids = chance.integers(0, rows, (3, 5))
    assert np.array_equal(pack(table).of(ids), table[ids])


def test_a_stored_table_is_read_again(tmp_path: Path) -> None:
    """What was written is what is read, zeros too."""
    table = np.zeros((4, 64), dtype=np.float32)
    table[2] = np.linspace(-1, 1, 64)
    save(pack(table), tmp_path / "words.npz")
    again = load(tmp_path / "words.npz").of(np.array([[0, 2]]))
    assert not again[0, 0].any()
    assert np.abs(again[0, 1] - table[2]).max() < 1 / 8
