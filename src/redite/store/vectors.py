"""Keeps the vectors an encoder made, in a file beside the ledger: each sentence is read once.

Vectors are kept as the encoder gave them, by its version and the sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import blake2b
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from redite.interfaces import Encoder
from redite.store.beside import BATCH, Beside

ENDING = ".vectors"


class KeptVectors:
    """An encoder that asks `encoder` only for what `path` does not hold."""

    def __init__(self, encoder: Encoder, path: Path | None) -> None:
        """Keep vectors in `path`; None keeps them as long as this object."""
        self._encoder = encoder
        self._kept = Beside(path, "vector")
        self._known: dict[str, NDArray[np.float32]] = {}

    @property
    def version(self) -> str:
        """See `redite.interfaces.Encoder`."""
        return self._encoder.version

    def embed(self, sentences: Sequence[str]) -> NDArray[np.float32]:
        """See `redite.interfaces.Encoder`."""
        for part in _parts([s for s in dict.fromkeys(sentences) if s not in self._known]):
            self._fill(part)
        if not sentences:
            return np.zeros((0, 0), np.float32)
        return np.stack([self._known[s] for s in sentences])

    def _fill(self, part: Sequence[str]) -> None:
        keys = {s: self._key(s) for s in part}
        found = self._kept.read(list(keys.values()))
        for sentence, key in keys.items():
            if len(value := found.get(key, b"")) % 4 == 0 and value:
                self._known[sentence] = np.frombuffer(value, np.float32)
        missing = [s for s in part if s not in self._known]
        if missing:
            made = dict(zip(missing, self._encoder.embed(missing), strict=True))
            self._known |= made
            self._kept.write({keys[s]: _bytes(vector) for s, vector in made.items()})

    def _key(self, sentence: str) -> bytes:
        text = f"{self._encoder.version}\0{sentence}"
        return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _bytes(vector: NDArray[np.float32]) -> bytes:
    return vector.astype(np.float32).tobytes()


def _parts(wanted: Sequence[str]) -> Iterator[list[str]]:
    left = iter(wanted)
    while part := list(islice(left, BATCH)):
        yield part
