"""Vectors are kept beside the ledger, and never needed there."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from redite.store.vectors import KeptVectors


class Counting:
    """An encoder that remembers what it was asked."""

    def __init__(self, version: str = "v1") -> None:
        self.version = version
        self.asked: list[str] = []

    def embed(self, sentences: Sequence[str]) -> NDArray[np.float32]:
        """Return a vector made of the sentence's length."""
        self.asked.extend(sentences)
        rows = [[float(len(s)), 1.0] for s in sentences]
        return np.array(rows, np.float32).reshape(len(sentences), 2)


def test_a_sentence_is_encoded_once(tmp_path: Path) -> None:
    """What another run has kept is not made again, and comes back as it was, in order."""
    first, second = Counting(), Counting()
    made = KeptVectors(first, tmp_path / "kept").embed(["one", "three", "one"])
    again = KeptVectors(second, tmp_path / "kept").embed(["three", "seven!"])
    assert first.asked == ["one", "three"]
    assert second.asked == ["seven!"]
    assert made.tolist() == [[3.0, 1.0], [5.0, 1.0], [3.0, 1.0]]
    assert again.tolist() == [[5.0, 1.0], [6.0, 1.0]]


def test_another_encoder_is_asked_anew(tmp_path: Path) -> None:
    """Vectors of another version are not taken for one's own."""
    other = Counting("v2")
    KeptVectors(Counting(), tmp_path / "kept").embed(["one"])
    KeptVectors(other, tmp_path / "kept").embed(["one"])
    assert other.asked == ["one"]


def test_a_damaged_file_costs_time_only(tmp_path: Path) -> None:
    """A file that is no database is passed over."""
    (tmp_path / "kept").write_bytes(b"no database, " * 1000)
    assert KeptVectors(Counting(), tmp_path / "kept").embed(["one"]).tolist() == [[3.0, 1.0]]


@pytest.mark.skipif(os.name == "nt", reason="folders are told apart otherwise there")
def test_a_place_that_cannot_hold_it_costs_time_only(tmp_path: Path) -> None:
    """Where no file can be, vectors are made and not kept."""
    kept = KeptVectors(Counting(), tmp_path / "no such folder" / "kept")
    assert kept.embed(["one"]).tolist() == [[3.0, 1.0]]


def test_no_sentences() -> None:
    """Nothing asked, nothing made."""
    assert len(KeptVectors(Counting(), None).embed([])) == 0
