"""The model run by torch, from a training run's folder."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch

from redite.models.neural.decode import Scores
from redite.models.neural.pieces import FIRST, LAST, PAD, cut
from redite.models.neural.reading import Bools, Ints, States, padded
from training.check_checkpoint import SENTENCES
from training.encoder import load_encoder, standardise
from training.model import AttributionModel
from training.settings import Settings, read_settings
from training.tokens import load_tokenizer


def build_model(settings: Settings, base: Path) -> AttributionModel:
    """Return the untrained model: the encoder from `base`, fresh heads."""
    encoder = load_encoder(base, settings.layers, settings.dropout)
    tokenizer = load_tokenizer(base)
    ids = torch.from_numpy(
        padded([(FIRST, *cut(tokenizer, sentence).ids, LAST) for sentence in SENTENCES], PAD)
    )
    standardise(encoder, ids, ids != PAD)
    encoder.freeze(settings.frozen_layers)
    return AttributionModel(
        encoder, 384, settings.reader_size, settings.reader_layers, settings.dropout
    )


def trained_state(model: AttributionModel) -> dict[str, torch.Tensor]:
    """Return the weights that training changes; the word embeddings are in the base."""
    return {k: v for k, v in model.state_dict().items() if k != "encoder.word.weight"}


class TorchNetwork:
    """Runs a model for `training.predict`."""

    def __init__(self, model: AttributionModel, bfloat16: bool) -> None:
        self.model = model
        self.bfloat16 = bfloat16

    def read(self, ids: Ints, mask: Bools, breaks: Ints) -> tuple[States, Scores, Scores]:
        """See `training.predict.Network`."""
        with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16, enabled=self.bfloat16):
            states, cues, starts = self.model.read(
                torch.from_numpy(ids), torch.from_numpy(mask), torch.from_numpy(breaks)
            )
        return states, cues.float().numpy(), starts.float().numpy()

    def roles(
        self, states: States, mask: Bools, window: Ints, first: Ints, last: Ints, kind: Ints
    ) -> Scores:
        """See `training.predict.Network`."""
        assert isinstance(states, torch.Tensor)
        with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16, enabled=self.bfloat16):
            scores = self.model.reader(
                states,
                torch.from_numpy(mask),
                *(torch.from_numpy(values) for values in (window, first, last, kind)),
            )
        out: Scores = scores.float().numpy().astype(np.float32)
        return out


def load_model(run: Path, base: Path) -> AttributionModel:
    """Return the model that a run has reached: its best weights, or its last."""
    model = build_model(read_settings(run / "settings.yaml"), base)
    best = run / "best.pt"
    stored = torch.load(best if best.exists() else run / "last.pt", weights_only=True)
    model.load_state_dict(stored["model"], strict=False)
    return model.eval()


def load_network(run: Path, base: Path) -> TorchNetwork:
    """Return a run's model, ready to read; in fp32."""
    return TorchNetwork(load_model(run, base), bfloat16=False)
