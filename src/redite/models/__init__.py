"""Taggers and encoders: inference only, nothing here trains.

`neural` reads with trained networks, `rules` with cues and patterns from the language files;
`joint` completes the one by the other.
"""

from __future__ import annotations

import os
from enum import StrEnum

from redite.interfaces import Comparer, Encoder, PairReader, Tagger

# Official builds of ONNX Runtime report to their maker what is run, and keep a device id in the
# home folder, unless this is set before they are loaded. redite tells nobody anything.
os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")

THREADS = 2
"""Processors a model uses at once."""


class Model(StrEnum):
    """What finds attributions."""

    LARGE = "large"
    RULES = "rules"


DEFAULT = Model.LARGE


def open_tagger(model: Model = DEFAULT, threads: int = THREADS) -> Tagger:
    """Return the tagger of that name; raises `WeightsError` where its weights are missing."""
    from redite.models.rules import RuleTagger

    if model is Model.RULES:
        return RuleTagger()
    from redite.models.joint import JointTagger
    from redite.models.neural import NeuralTagger

    return JointTagger(NeuralTagger(model.value, threads), RuleTagger())


def open_comparer(threads: int = THREADS) -> Comparer:
    """Return what statements are compared by; raises `WeightsError` where weights are missing."""
    return Comparer(open_encoder(threads), open_pair_reader(threads))


def open_pair_reader(threads: int = THREADS) -> PairReader:
    """Return what reads two statements as one; raises `WeightsError` where weights are missing."""
    from redite.models.neural import NeuralPairReader

    return NeuralPairReader(threads)


def open_encoder(threads: int = THREADS) -> Encoder:
    """Return the sentence encoder; raises `WeightsError` where its weights are missing."""
    from redite.models.neural import SentenceEncoder

    return SentenceEncoder(threads)
