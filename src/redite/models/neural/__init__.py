"""The trained models: a tagger and a sentence encoder, run without torch.

    texts -> pieces (tokenizer) -> words (four-bit embeddings) -> graphs (ONNX) -> decode -> spans

`training/` makes the weights; docs/model-card.md says from what, and how well they do. Which
version they are is known at once; they are loaded when the first text is to be read, because much
that is asked of redite needs none: taking in what is known, judging what was judged before.
"""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache, cached_property
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
READING = 3
"""Raised when the same weights are read in another way."""
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
        self._version = f"{_version(folder)}.{READING}"
        self._folder, self._weights, self._threads = folder, weights, threads

    @property
    def version(self) -> str:
        """See `redite.interfaces.Tagger`."""
        return self._version

    @cached_property
    def _loaded(self) -> tuple[Tokenizer, TaggerGraphs]:
        # Side by side: each takes a third of a second.
        with ThreadPoolExecutor(1) as beside:
            graphs = beside.submit(lambda: TaggerGraphs(self._folder, _words(self._weights)))
            return _tokenizer(self._weights), graphs.result()

    def tag(self, passages: Sequence[Passage]) -> list[tuple[Attribution, ...]]:
        """See `redite.interfaces.Tagger`."""
        if not passages:
            return []
        tokenizer, network = self._loaded
        pieces = [cut(tokenizer, passage.text) for passage in passages]
        # By windows and not by texts, so that one long text, too, is read by several threads.
        with ThreadPoolExecutor(self._threads) as pool:
            found = tag(network, pieces, Reading(), budget=1, each=pool.map)
        return [
            attributions_in(passage.text, own, runs)
            for passage, own, runs in zip(passages, pieces, found, strict=True)
        ]


class SentenceEncoder:
    """Turns sentences into vectors (see `redite.interfaces.Encoder`): multilingual-e5-small."""

    def __init__(self, threads: int, weights: Path = WEIGHTS) -> None:
        self._graph_file = _required(weights / "sentences" / "encoder.onnx")
        self._weights, self._threads = weights, threads

    @property
    def version(self) -> str:
        """See `redite.interfaces.Encoder`."""
        return "e5-small.int8.v1"

    @cached_property
    def _loaded(self) -> tuple[Tokenizer, SentenceGraph]:
        return _tokenizer(self._weights), SentenceGraph(self._graph_file, _words(self._weights))

    def embed(self, sentences: Sequence[str]) -> NDArray[np.float32]:
        """See `redite.interfaces.Encoder`; of a sentence, 254 pieces are read."""
        out = np.zeros((len(sentences), 384), dtype=np.float32)
        said = [row for row, sentence in enumerate(sentences) if any(map(str.isalnum, sentence))]
        if not said:
            return out
        tokenizer, graph = self._loaded

        def vector(row: int) -> NDArray[np.float32]:
            ids = cut(tokenizer, PREFIX + sentences[row]).ids[: LONGEST_SENTENCE + 4]
            return graph.vector(np.array([(FIRST, *ids, LAST)], dtype=np.int64))

        with ThreadPoolExecutor(self._threads) as pool:
            for row, found in zip(said, pool.map(vector, said), strict=True):
                out[row] = found
        return out


class NeuralPairReader:
    """Reads two statements together (see `redite.interfaces.PairReader`)."""

    def __init__(self, threads: int, weights: Path = WEIGHTS) -> None:
        folder = weights / "pairs"
        self._version = _version(folder)
        self._graph_file = _required(folder / "encoder.onnx")
        self._weights = weights
        self._pool = ThreadPoolExecutor(threads)

    @property
    def version(self) -> str:
        """See `redite.interfaces.PairReader`."""
        return self._version

    @cached_property
    def _loaded(self) -> tuple[Tokenizer, PairGraph]:
        return _tokenizer(self._weights), PairGraph(self._graph_file, _words(self._weights))

    def read(self, pairs: Sequence[tuple[Told, Told]]) -> NDArray[np.float64]:
        """See `redite.interfaces.PairReader`."""
        if not pairs:
            return np.zeros(0, np.float64)
        tokenizer, graph = self._loaded

        def read(pair: tuple[Told, Told]) -> float:
            ids, marks = lay_out(tokenizer, *pair)
            logits = graph.told(np.array([ids], np.int64), np.array([marks], np.int64))
            # Of what it was taught (one occasion, a change, a contradiction) words tell all but
            # the first better. Rounded, so that the last bits of a processor decide nothing.
            told: NDArray[np.float64] = np.round(1 / (1 + np.exp(-logits.astype(np.float64))), 4)
            return float(told[0])

        return np.array(list(self._pool.map(read, pairs)), np.float64)


def _version(folder: Path) -> str:
    return _required(folder / "version").read_text(encoding="utf-8").strip()


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
