"""Everything that decides what a training run does, as one frozen value, read from a YAML file."""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path

import yaml


@dataclass(frozen=True, slots=True)
class Settings:
    """One run. `training/runs/*.yaml` name each field that differs from these."""

    seed: int = 1
    layers: int = 12
    frozen_layers: int = 3
    dropout: float = 0.1
    reader_size: int = 128
    reader_layers: int = 2
    epochs: int = 4
    batch_pieces: int = 2048
    shortest_window: int = 192
    longest_window: int = 384
    encoder_rate: float = 1.5e-4
    head_rate: float = 5e-4
    weight_decay: float = 0.01
    warm_up: float = 0.06
    """Share of all steps over which the learning rate rises; then it falls to 0 in a line."""
    clip: float = 1.0
    cue_weight: float = 1.0
    start_weight: float = 0.5
    role_weight: float = 2.0
    plain_weight: float = 0.2
    jitter: float = 0.15
    """How often a gold anchor is shown to the reader one piece too long or too short, as the
    anchors it will see in use often are."""
    false_anchors: int = 2
    """Wrong anchors a window at most that the reader is taught to refuse."""
    restyled: float = 0.4
    """Share of documents shown with another language's quotation marks in each epoch."""
    taught: float = 0.0
    """Share of the loss that asks for the teacher's answers instead of the annotation's."""
    bfloat16: bool = True
    save_every: int = 100
    evaluate_every: int = 1
    """In epochs."""


def read_settings(path: Path) -> Settings:
    """Return the settings in a YAML file; raises `ValueError` on a name that is not one."""
    given = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    known = {field.name for field in fields(Settings)}
    if unknown := sorted(set(given) - known):
        raise ValueError(f"{path}: no such setting: {', '.join(unknown)}")
    return Settings(**given)
