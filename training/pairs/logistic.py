"""Logistic regression by Newton's method, in numpy: no seed, no step size, one answer."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
STEPS = 50
NEAR = 1e-8


def fit(
    rows: NDArray[np.float64], right: NDArray[np.float64], penalty: float
) -> NDArray[np.float64]:
    """Return the weight of each column, and the constant last.

    Args:
        rows: [pairs, columns].
        right: 1 or 0 for each pair.
        penalty: on the squares of the weights, with columns brought to one spread.
    """
    mean, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-3
    x = np.hstack([(rows - mean) / spread, np.ones((len(rows), 1))])
    ridge = np.diag([penalty] * rows.shape[1] + [1e-6])
    weights = np.zeros(x.shape[1])
    for _ in range(STEPS):
        expected = 1 / (1 + np.exp(-np.clip(x @ weights, -30, 30)))
        slope = x.T @ (expected - right) + ridge @ weights
        curve = (x * (expected * (1 - expected))[:, None]).T @ x + ridge
        step = np.linalg.solve(curve, slope)
        weights -= step
        if np.abs(step).max() < NEAR:
            break
    plain = weights[:-1] / spread
    return np.append(plain, weights[-1] - mean @ plain)
