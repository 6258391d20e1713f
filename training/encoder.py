"""A BERT encoder (post-norm, as in Devlin et al. 2019) in plain torch, without a pooler."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F


def attend(q: Tensor, k: Tensor, v: Tensor, mask: Tensor) -> Tensor:
    """Return what scaled dot-product attention returns; where `mask` is false nobody looks.

    Written out, because the backward pass of torch's own takes five times as long on processors
    with narrow heads such as these (32 wide).
    """
    scores = (q * q.shape[-1] ** -0.5) @ k.transpose(-2, -1)
    hidden = torch.zeros_like(mask, dtype=scores.dtype).masked_fill(~mask, -1e4)
    return torch.softmax(scores + hidden, dim=-1).to(v.dtype) @ v


Graph: TypeAlias = Any
Value: TypeAlias = Any
"""Types of the exporter, which has no public names for them."""


class Fused(torch.autograd.Function):
    """Attention as one operator of ONNX Runtime, for export: windows without padding only."""

    @staticmethod
    def forward(ctx: object, q: Tensor, k: Tensor, v: Tensor, heads: int) -> Tensor:
        """Return something of the right shape; the operator does the work when it is run."""
        return q

    @staticmethod
    def symbolic(g: Graph, q: Value, k: Value, v: Value, heads: int) -> Value:
        """Return the operator's node."""
        node = g.op("com.microsoft::MultiHeadAttention", q, k, v, num_heads_i=heads)
        return node.setType(q.type())


class Layer(nn.Module):
    """Self-attention and a feed-forward net, each added to its input and normalised."""

    def __init__(self, hidden: int, heads: int, inner: int, epsilon: float, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.dropout = dropout
        self.fused = False
        """Set for export."""
        self.qkv = nn.Linear(hidden, 3 * hidden)
        self.attended = nn.Linear(hidden, hidden)
        self.attended_norm = nn.LayerNorm(hidden, eps=epsilon)
        self.widen = nn.Linear(hidden, inner)
        self.narrow = nn.Linear(inner, hidden)
        self.narrow_norm = nn.LayerNorm(hidden, eps=epsilon)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Return [batch, time, hidden]; `mask` is [batch, 1, 1, time], true where a piece is."""
        batch, time, hidden = x.shape
        qkv = self.qkv(x)
        if self.fused:
            mixed = Fused.apply(*qkv.split(hidden, dim=-1), self.heads)  # type: ignore[no-untyped-call]
        else:
            q, k, v = qkv.view(batch, time, 3, self.heads, hidden // self.heads).permute(
                2, 0, 3, 1, 4
            )
            mixed = attend(q, k, v, mask).transpose(1, 2).reshape(batch, time, hidden)
        mixed = self.attended(mixed)
        x = self.attended_norm(x + mixed)
        inner = self.narrow(F.gelu(self.widen(x)))
        out: Tensor = self.narrow_norm(x + F.dropout(inner, self.dropout, self.training))
        return out


class Encoder(nn.Module):
    """Word, position and line-break embeddings, then the layers; word embeddings stay frozen."""

    def __init__(
        self, words: int, layers: int, heads: int, epsilon: float, dropout: float, hidden: int = 384
    ) -> None:
        super().__init__()
        self.word = nn.Embedding(words, hidden)
        self.word.weight.requires_grad_(False)
        self.position = nn.Embedding(512, hidden)
        self.line_break = nn.Embedding(3, hidden)
        nn.init.zeros_(self.line_break.weight)
        self.norm = nn.LayerNorm(hidden, eps=epsilon)
        self.layers = nn.ModuleList(
            Layer(hidden, heads, 4 * hidden, epsilon, dropout) for _ in range(layers)
        )
        self.frozen_layers = 0

    def freeze(self, layers: int) -> None:
        """Keep the embeddings and the lowest `layers` as they are; 0 trains all but the words.

        What the lowest layers know is common to all languages of the encoder; left alone, more of
        what is learned in one language holds in the others.
        """
        self.frozen_layers = layers
        if layers:
            for part in (self.position, self.norm, *self.layers[:layers]):
                part.requires_grad_(False)

    def forward(self, ids: Tensor, mask: Tensor, breaks: Tensor | None = None) -> Tensor:
        """Return the hidden states of `ids` [batch, time]; `mask` is true where a piece is."""
        return self.contextual(self.word(ids), mask, breaks)

    def contextual(self, words: Tensor, mask: Tensor, breaks: Tensor | None = None) -> Tensor:
        """Return the hidden states of pieces given by their word embeddings."""
        positions = torch.arange(words.shape[1], device=words.device)
        x = words + self.position(positions)
        if breaks is not None:
            x = x + self.line_break(breaks)
        x = self.norm(x)
        where = mask[:, None, None, :]
        for layer in self.layers:
            x = layer(x, where)
        out: Tensor = x
        return out


@torch.no_grad()
def standardise(encoder: Encoder, ids: Tensor, mask: Tensor) -> None:
    """Give every dimension of the output mean 0 and deviation 1 over these pieces.

    An encoder trained for sentence embeddings leaves its states small and all pointing one way
    (here: deviation 0.12 around means of 0.2); fresh heads learn from such states ten times more
    slowly. The change goes into the last norm, so nothing is added to the network.
    """
    states = encoder.eval()(ids, mask)[mask]
    top = encoder.layers[-1]
    assert isinstance(top, Layer)
    last = top.narrow_norm
    last.bias.sub_(states.mean(0)).div_(states.std(0))
    last.weight.div_(states.std(0))


def load_encoder(folder: Path, layers: int | None = None, dropout: float = 0.0) -> Encoder:
    """Return the encoder that `training.checkpoint` wrote; fewer `layers` keeps evenly spaced ones.

    The last layer is always kept.
    """
    facts = json.loads((folder / "encoder.json").read_text(encoding="utf-8"))
    with np.load(folder / "encoder.npz") as stored:
        tensors = {name: torch.from_numpy(stored[name]) for name in stored.files}
    deep = 1 + max(int(name[1:].split(".")[0]) for name in tensors if name.startswith("l"))
    kept = layers or deep
    chosen = [round((i + 1) * deep / kept) - 1 for i in range(kept)]
    encoder = Encoder(len(tensors["emb.word"]), kept, facts["heads"], facts["epsilon"], dropout)
    state = {
        "word.weight": tensors["emb.word"],
        # There is one segment only, so its type can be part of the position.
        "position.weight": tensors["emb.pos"] + tensors["emb.type"][0],
        "line_break.weight": torch.zeros_like(encoder.line_break.weight),
        "norm.weight": tensors["emb.ln.w"],
        "norm.bias": tensors["emb.ln.b"],
    }
    names = {"ao": "attended", "aln": "attended_norm", "fi": "widen", "fo": "narrow"}
    names["oln"] = "narrow_norm"
    for at, source in enumerate(chosen):
        for theirs, ours in names.items():
            state[f"layers.{at}.{ours}.weight"] = tensors[f"l{source}.{theirs}.w"]
            state[f"layers.{at}.{ours}.bias"] = tensors[f"l{source}.{theirs}.b"]
        for kind, long in (("w", "weight"), ("b", "bias")):
            parts = [tensors[f"l{source}.{part}.{kind}"] for part in "qkv"]
            state[f"layers.{at}.qkv.{long}"] = torch.cat(parts)
    encoder.load_state_dict(state)
    return encoder
