"""The vectors of what was said, projected by the pair model."""

from __future__ import annotations

from collections.abc import Sequence

from redite.compare.model import Floats, PairModel


class Meanings:
    """Vectors by the words they were made of, with the model that projects and compares them."""

    def __init__(self, model: PairModel, texts: Sequence[str], vectors: Floats) -> None:
        """Keep `vectors`, the encoder's, one for each of `texts`."""
        self.model = model
        self.dimensions = model.projection.shape[1]
        self._at = {text: at for at, text in enumerate(texts)}
        self._vectors = vectors

    def of(self, text: str, language: str | None) -> Floats:
        """Return the projected vector of a content; `KeyError` for one that was not given."""
        at = self._at[text]
        vector: Floats = self.model.project(self._vectors[at : at + 1], [language])[0]
        return vector
