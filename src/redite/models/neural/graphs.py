"""Runs the exported networks with ONNX Runtime.

One window a run: eight-bit graphs scale their activations by the largest of a whole run, so windows
read together would change each other's results a little, and what an article says must not
depend on its neighbours. One thread a run, for the same bits on every machine; several texts are
read at once instead, which is also twice as fast on two cores.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from redite.errors import WeightsError
from redite.models.neural.decode import Scores
from redite.models.neural.reading import Bools, Ints, States
from redite.models.neural.words import Words

SLOWER = frozenset({"SkipLayerNormFusion"})
"""What ONNX Runtime puts together and runs slower for it: an addition with the normalisation after
it, on processors (1.32: a window takes 8 % longer)."""


def session(path: Path, without: frozenset[str] = frozenset()) -> onnxruntime.InferenceSession:
    """Return a graph ready to run; raises `WeightsError` where the file is missing or damaged.

    `without` names optimisations of the runtime that are left out.
    """
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    try:
        return onnxruntime.InferenceSession(
            str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=set(without)
        )
    except Exception as error:  # onnxruntime raises many kinds, all its own
        raise WeightsError(
            f"the model file {path.name} cannot be read ({error}); install redite again"
        ) from error


class TaggerGraphs:
    """The two graphs of a tagger (see `redite.models.neural.reading.Network`)."""

    def __init__(self, folder: Path, words: Words) -> None:
        self.words = words
        self.encoder = session(folder / "encoder.onnx", SLOWER)
        self.reader = session(folder / "roles.onnx")

    def read(self, ids: Ints, mask: Bools, breaks: Ints) -> tuple[States, Scores, Scores]:
        """See `redite.models.neural.reading.Network`."""
        given = {"words": self.words.of(ids), "breaks": breaks}
        states, cues, starts = self.encoder.run(None, given)
        return states, cues, starts

    def roles(
        self, states: States, mask: Bools, window: Ints, first: Ints, last: Ints, kind: Ints
    ) -> Scores:
        """See `redite.models.neural.reading.Network`."""
        given = {"states": states, "first": first, "last": last, "kind": kind}
        (scores,) = self.reader.run(None, given)
        out: Scores = np.asarray(scores, dtype=np.float32)
        return out


class SentenceGraph:
    """The graph that makes one vector of one sentence."""

    def __init__(self, path: Path, words: Words) -> None:
        self.words = words
        self.graph = session(path)

    def vector(self, ids: Ints) -> NDArray[np.float32]:
        """Return the unit vector of pieces [1, time]."""
        (out,) = self.graph.run(None, {"words": self.words.of(ids)})
        vector: NDArray[np.float32] = np.asarray(out, dtype=np.float32)[0]
        return vector


class PairGraph:
    """The graph that reads two statements together (`redite.models.neural.pairing`)."""

    def __init__(self, path: Path, words: Words) -> None:
        self.words = words
        self.graph = session(path)

    def told(self, ids: Ints, marks: Ints) -> NDArray[np.float32]:
        """Return the four logits of one pair: its pieces and their marks, both [1, time]."""
        (out,) = self.graph.run(None, {"words": self.words.of(ids), "marks": marks})
        logits: NDArray[np.float32] = np.asarray(out, dtype=np.float32)[0]
        return logits
