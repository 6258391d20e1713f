"""The trained model of pairs: how likely two statements make one claim, are one saying, differ.

Three logistic regressions over the numbers of `features`, and a projection of the encoder's
vectors; a fourth weighs what the pair reader says beside them. They were trained on stories of our
own corpus; training/pairs holds the script and the model card.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import IO

import numpy as np
from numpy.typing import NDArray

from redite.compare.features import NAMES

Floats = NDArray[np.float32]
WEIGHTS = "pairs.npz"
CERTAIN = 0.001
"""Nearer to 0 or 1 than this, what the pair reader says counts no more."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """What the model expects of one pair; probabilities."""

    claim: float
    """That both put forward one proposition, whatever its numbers and dates."""
    utterance: float
    """That both report one occasion, if one speaker may have spoken once."""
    update: float
    """That the later one changes or adds a detail, if both make one claim."""


@dataclass(frozen=True)
class PairModel:
    """The weights. `project` vectors once, `judge` rows of `features`."""

    version: str
    centre: Floats
    """The mean of what is said in news, for a language that no story was told in."""
    centres: Mapping[str, Floats]
    """The same of each language that there were stories in."""
    projection: Floats
    """[dimensions of the encoder, dimensions kept]."""
    weights: NDArray[np.float64]
    """[features and a constant, claim/utterance/update]."""
    reading: NDArray[np.float64]
    """[features, what the pair reader says, a constant]: of one claim, where it was asked."""

    def project(self, vectors: Floats, languages: Sequence[str | None]) -> Floats:
        """Return unit vectors of fewer dimensions, which tell one proposition from another.

        What all news in a language has in common is taken out, and so is what reports of one
        claim differ in (within-class covariance normalisation, Hatch and others 2006): wording,
        and what else the encoder knows of a language. Zeros stay zeros.
        """
        if not len(vectors):
            return np.zeros((0, self.projection.shape[1]), np.float32)
        present = np.any(vectors, axis=1, keepdims=True)
        centres = np.stack([self.centres.get(each or "", self.centre) for each in languages])
        reduced = np.where(present, (vectors - centres) @ self.projection, 0.0)
        lengths = np.linalg.norm(reduced, axis=1, keepdims=True)
        unit: Floats = (reduced / np.maximum(lengths, 1e-9)).astype(np.float32)
        return unit

    def judge(self, rows: NDArray[np.float64]) -> list[Outlook]:
        """Return what to expect of each pair, given its row of `features`."""
        table = _probability(rows @ self.weights[:-1] + self.weights[-1])
        return [Outlook(*map(float, row)) for row in table]

    def claims(self, rows: NDArray[np.float64], read: NDArray[np.float64]) -> list[float]:
        """Return how likely each pair makes one claim, given what the pair reader says of it."""
        logits = np.column_stack([rows, log_odds(read)]) @ self.reading[:-1] + self.reading[-1]
        return [float(each) for each in _probability(logits)]


def log_odds(probability: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the logarithm of the odds, of what is not quite certain."""
    kept = np.clip(probability, CERTAIN, 1 - CERTAIN)
    odds: NDArray[np.float64] = np.log(kept / (1 - kept))
    return odds


def _probability(logits: NDArray[np.float64]) -> NDArray[np.float64]:
    # Rounded, so that the last bits of a processor decide nothing.
    found: NDArray[np.float64] = np.round(1 / (1 + np.exp(-np.clip(logits, -30, 30))), 4)
    return found


@cache
def pair_model() -> PairModel:
    """Return the model that comes with the package."""
    with (files("redite.compare") / WEIGHTS).open("rb") as file:
        return load(file)


def load(file: IO[bytes]) -> PairModel:
    """Return the model in a file; raises `ValueError` where it was made for other features."""
    with np.load(file) as stored:
        if str(stored["names"]) != "\n".join(NAMES):
            raise ValueError(f"{WEIGHTS} was trained on other features: run training.pairs.train")
        return PairModel(
            str(stored["version"]),
            stored["centre"].astype(np.float32),
            dict(
                zip(
                    str(stored["languages"]).split(),
                    stored["centres"].astype(np.float32),
                    strict=True,
                )
            ),
            stored["projection"].astype(np.float32),
            stored["weights"].astype(np.float64),
            stored["reading"].astype(np.float64),
        )
