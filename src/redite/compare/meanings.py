"""The vectors of what was said, projected by the pair model."""

from __future__ import annotations

from collections.abc import Sequence

from redite.compare.model import Floats, PairModel


class Meanings:
    """Projected vectors by the words they were made of, with the model that compares them."""

    def __init__(self, model: PairModel, texts: Sequence[str], vectors: Floats) -> None:
        """Project `vectors`, the encoder's, one for each of `texts`."""
        self.model = model
        self.dimensions = model.projection.shape[1]
        self._at = {text: at for at, text in enumerate(texts)}
        self._projected = model.project(vectors) if texts else vectors

    def of(self, text: str) -> Floats:
        """Return the vector of a content; raises `KeyError` for one that was not given."""
        vector: Floats = self._projected[self._at[text]]
        return vector
