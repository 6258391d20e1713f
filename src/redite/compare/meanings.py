"""What the models say of what was said: vectors, projected by the pair model, and readings."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from redite.compare.model import Floats, PairModel
from redite.interfaces import Comparer, Told


class Meanings:
    """Vectors by the words they were made of, and the models that compare them."""

    def __init__(self, model: PairModel, texts: Sequence[str], comparer: Comparer) -> None:
        """Embed `texts`; those alone can be asked for."""
        self.model = model
        self.dimensions = model.projection.shape[1]
        once = list(dict.fromkeys(texts))
        self._at = {text: at for at, text in enumerate(once)}
        self._vectors = comparer.encoder.embed(once)
        self._reader = comparer.reader

    def of(self, text: str, language: str | None) -> Floats:
        """Return the projected vector of a content; `KeyError` for one that was not given."""
        at = self._at[text]
        vector: Floats = self.model.project(self._vectors[at : at + 1], [language])[0]
        return vector

    def read(self, pairs: Sequence[tuple[Told, Told]]) -> NDArray[np.float64] | None:
        """Return what the pair reader says of these; None where there is no reader."""
        return self._reader.read(pairs) if self._reader is not None and pairs else None
