"""The trained models: a tagger and a sentence encoder, run without torch.

    texts -> pieces (tokenizer) -> words (four-bit embeddings) -> graphs (ONNX) -> decode -> spans

`training/` makes the weights; docs/model-card.md says from what, and how well they do.
"""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from redite.errors import WeightsError
from redite.interfaces import Passage, Told
from redite.models.neural.graphs import PairGraph, SentenceGraph, TaggerGraphs
from redite.models.neural.pairing import lay_out
from redite.models.neural.pieces import FIRST, LAST, cut
from redite.models.neural.reading import Reading, tag
from redite.models.neural.spans import attributions_in
from redite.models.neural.words import Words, load
from redite.values import Attribution

WEIGHTS = Path(__file__).parent.parent / "weights"
LONGEST_SENTENCE = 254
"""Pieces of a sentence that its vector is made of; more than any statement has."""
PREFIX = "query: "
"""What the encoder was trained to see before a sentence that is compared with others like it."""


class NeuralTagger:
    """Finds attributions with the trained network of that name, "large"."""

    def __init__(self, name: str, threads: int, weights: Path = WEIGHTS) -> None:
        folder = weights / name
        if not folder.is_dir():
            raise WeightsError(f"there is no model {name!r} in this installation of redite")
        self._version = (folder / "version").read_text(encoding="utf-8").strip()
        self._tokenizer = _tokenizer(weights)
        self._network = TaggerGraphs(folder, _words(weights))
        self._threads = threads

    @property
    def version(self) -> str:
        """See `redite.interfaces.Tagger`."""
        return self._version

    def tag(self, passages: Sequence[Passage]) -> list[tuple[Attribution, ...]]:
        """See `redite.interfaces.Tagger`."""
        with ThreadPoolExecutor(self._threads) as pool:
            return list(pool.map(self._tag, passages))

    def _tag(self, passage: Passage) -> tuple[Attribution, ...]:
        pieces = cut(self._tokenizer, passage.text)
        (found,) = tag(self._network, [pieces], Reading(), budget=1)
        return attributions_in(passage.text, pieces, found)


class SentenceEncoder:
    """Turns sentences into vectors (see `redite.interfaces.Encoder`): multilingual-e5-small."""

    def __init__(self, threads: int, weights: Path = WEIGHTS) -> None:
        self._tokenizer = _tokenizer(weights)
        self._graph = SentenceGraph(weights / "sentences" / "encoder.onnx", _words(weights))
        self._threads = threads

    @property
    def version(self) -> str:
        """See `redite.interfaces.Encoder`."""
        return "e5-small.int8.v1"

    def embed(self, sentences: Sequence[str]) -> NDArray[np.float32]:
        """See `redite.interfaces.Encoder`; of a sentence, 254 pieces are read."""
        out = np.zeros((len(sentences), 384), dtype=np.float32)
        with ThreadPoolExecutor(self._threads) as pool:
            for row, vector in enumerate(pool.map(self._vector, sentences)):
                out[row] = vector
        return out

    def _vector(self, sentence: str) -> NDArray[np.float32]:
        if not any(char.isalnum() for char in sentence):
            return np.zeros(384, dtype=np.float32)
        ids = cut(self._tokenizer, PREFIX + sentence).ids[: LONGEST_SENTENCE + 4]
        return self._graph.vector(np.array([(FIRST, *ids, LAST)], dtype=np.int64))


class NeuralPairReader:
    """Reads two statements together (see `redite.interfaces.PairReader`)."""

    def __init__(self, threads: int, weights: Path = WEIGHTS) -> None:
        folder = weights / "pairs"
        self._version = _required(folder / "version").read_text(encoding="utf-8").strip()
        self._tokenizer = _tokenizer(weights)
        self._graph = PairGraph(folder / "encoder.onnx", _words(weights))
        self._pool = ThreadPoolExecutor(threads)

    @property
    def version(self) -> str:
        """See `redite.interfaces.PairReader`."""
        return self._version

    def read(self, pairs: Sequence[tuple[Told, Told]]) -> NDArray[np.float64]:
        """See `redite.interfaces.PairReader`."""
        # What else it was taught (one occasion, a change, a contradiction) words tell better.
        return np.array([told[0] for told in self._pool.map(self._read, pairs)], np.float64)

    def _read(self, pair: tuple[Told, Told]) -> NDArray[np.float64]:
        ids, marks = lay_out(self._tokenizer, *pair)
        logits = self._graph.told(np.array([ids], np.int64), np.array([marks], np.int64))
        # Rounded, so that the last bits of a processor decide nothing.
        told: NDArray[np.float64] = np.round(1 / (1 + np.exp(-logits.astype(np.float64))), 4)
        return told


@cache
def _tokenizer(weights: Path) -> Tokenizer:
    packed = _required(weights / "tokenizer.json.gz")
    return Tokenizer.from_str(gzip.decompress(packed.read_bytes()).decode("utf-8"))


@cache
def _words(weights: Path) -> Words:
    return load(_required(weights / "words.npz"))


def _required(path: Path) -> Path:
    if not path.exists():
        raise WeightsError(f"the model file {path.name} is missing; install redite again")
    return path
