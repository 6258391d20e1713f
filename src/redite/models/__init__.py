"""Taggers and encoders: inference only, nothing here trains.

`rules` reads with cues and patterns from the language files, `neural` with trained networks.
"""

from __future__ import annotations

from enum import StrEnum

from redite.interfaces import Encoder, Tagger


class Model(StrEnum):
    """What finds attributions."""

    DEFAULT = "default"
    LARGE = "large"
    RULES = "rules"


def open_tagger(model: Model) -> Tagger:
    """Return the tagger of that name; raises `WeightsError` where its weights are missing."""
    if model is Model.RULES:
        from redite.models.rules import RuleTagger

        return RuleTagger()
    from redite.models.neural import NeuralTagger

    return NeuralTagger(model.value)


def open_encoder() -> Encoder:
    """Return the sentence encoder; raises `WeightsError` where its weights are missing."""
    from redite.models.neural import SentenceEncoder

    return SentenceEncoder()
