"""How well scores tell right pairs from wrong ones."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]


def average_precision(scores: Numbers, right: Numbers) -> float:
    """Return the mean precision at each right one, best scores first."""
    hits = right[np.argsort(-scores, kind="stable")] > 0
    ranks = np.arange(1, len(hits) + 1)
    return round(float((np.cumsum(hits) / ranks)[hits].mean()), 4) if hits.any() else 0.0
