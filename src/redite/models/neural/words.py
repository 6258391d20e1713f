"""Word embeddings in four bits, shared by all models here.

Blocks of 32 weights with a half-precision scale each: weight = (nibble - 8) * scale. That is how
the package gave them that our encoders come from (training/checkpoint.py), so nothing is lost
by keeping them so, and 151,606 pieces take 33 MB instead of 233.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

BLOCK = 32
MIDDLE = 8
"""The nibble that stands for 0."""


@dataclass(frozen=True, slots=True)
class Words:
    """A table of embeddings."""

    nibbles: NDArray[np.uint8]
    """[pieces, size / 2]: two weights a byte, the low half first."""
    scales: NDArray[np.float16]
    """[pieces, size / 32]."""

    def of(self, ids: NDArray[np.int64]) -> NDArray[np.float32]:
        """Return the embeddings of `ids`, [..., size]."""
        flat = ids.ravel()
        packed = self.nibbles[flat]
        weights = np.empty((*packed.shape, 2), dtype=np.float32)
        weights[..., 0] = packed & 0x0F
        weights[..., 1] = packed >> 4
        blocks = weights.reshape(len(flat), -1, BLOCK) - MIDDLE
        blocks *= self.scales[flat].astype(np.float32)[:, :, None]
        return blocks.reshape(*ids.shape, -1)


def pack(table: NDArray[np.float32]) -> Words:
    """Return a table [pieces, size] in four bits; exact where it was made from such blocks."""
    blocks = table.reshape(len(table), -1, BLOCK)
    at = np.abs(blocks).argmax(axis=2, keepdims=True)
    scales = (np.take_along_axis(blocks, at, axis=2)[:, :, 0] / -MIDDLE).astype(np.float16)
    divisor = np.where(scales == 0, 1, scales).astype(np.float32)[:, :, None]
    nibbles = np.clip(np.rint(blocks / divisor) + MIDDLE, 0, 15).astype(np.uint8)
    pairs = nibbles.reshape(len(table), -1, 2)
    return Words(pairs[:, :, 0] | (pairs[:, :, 1] << 4), scales)


def save(words: Words, path: Path) -> None:
    """Write a table; `load` reads it."""
    np.savez(path, nibbles=words.nibbles, scales=words.scales)


def load(path: Path) -> Words:
    """Return the table in a file that `save` wrote."""
    with np.load(path) as stored:
        return Words(stored["nibbles"], stored["scales"])
