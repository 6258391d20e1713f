"""Makes a model lose less when its matrices are put into eight bits.

Activations are quantised by the largest of a whole window, and a few of their columns are a hundred
times larger than the rest, which then has few of the 256 levels left. So each column is divided
by a factor before the product, and the matrix's row multiplied by it: the same product, with the
spread shared between the two (SmoothQuant, Xiao et al. 2023).
"""

from __future__ import annotations

from collections.abc import Iterable

import torch
from torch import Tensor, nn

from training.encoder import Encoder

SHARE = 0.8
"""How much of the spread moves from the activations to the matrix.

Of 0.4, 0.5 … 1.0 the one that left the states nearest to those in full precision."""


class Smoothed(nn.Module):
    """A linear map that divides its input by factors, with a matrix that makes up for it."""

    shrink: Tensor

    def __init__(self, linear: nn.Linear, factors: Tensor) -> None:
        super().__init__()
        self.register_buffer("shrink", 1.0 / factors)
        self.linear = nn.Linear(linear.in_features, linear.out_features)
        with torch.no_grad():
            self.linear.weight.copy_(linear.weight * factors)
            self.linear.bias.copy_(linear.bias)

    def forward(self, x: Tensor) -> Tensor:
        """Return what the map that it stands for returns."""
        out: Tensor = self.linear(x * self.shrink)
        return out


@torch.no_grad()
def smooth(encoder: Encoder, windows: Iterable[tuple[Tensor, Tensor]]) -> None:
    """Smooth every linear map of an encoder by what it is given on these windows.

    Each is the pieces and the line breaks of one text, both [1, time].
    """
    maps = [
        (layer, name) for layer in encoder.layers for name in ("qkv", "attended", "widen", "narrow")
    ]
    largest: list[Tensor | None] = [None] * len(maps)

    def watch(number: int, given: Tensor) -> None:
        seen = given.abs().amax(dim=(0, 1))
        had = largest[number]
        largest[number] = seen if had is None else torch.maximum(had, seen)

    hooks = [
        getattr(layer, name).register_forward_pre_hook(
            lambda _, given, number=number: watch(number, given[0])
        )
        for number, (layer, name) in enumerate(maps)
    ]
    for ids, breaks in windows:
        encoder(ids, torch.ones_like(ids, dtype=torch.bool), breaks)
    for hook in hooks:
        hook.remove()
    for (layer, name), seen in zip(maps, largest, strict=True):
        if seen is None:
            raise ValueError("smoothing needs texts to see what the maps are given")
        linear = getattr(layer, name)
        rows = linear.weight.abs().amax(dim=0)
        factors = seen.clamp(min=1e-3) ** SHARE / rows.clamp(min=1e-3) ** (1 - SHARE)
        setattr(layer, name, Smoothed(linear, factors))
