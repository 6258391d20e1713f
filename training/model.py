"""The attribution model: one encoder pass, anchors, and a role mask for each anchor.

1. The encoder reads a window once.
2. Two small heads say for every piece whether it begins or continues a cue, and whether a
   content without cue begins there. These are the anchors: one for each attribution.
3. For each anchor the `RoleReader` reads the window's states again, together with the anchor's and
   with the signed distance to it, through two narrow attention layers, and gives every piece
   its role in this one attribution: none, source, content or cue, each beginning or continuing.

So what belongs to whom is not guessed afterwards from loose spans, and attributions may nest,
overlap and be discontinuous: each has a mask of its own. A wrong anchor can still be refused,
by a mask without content; the reader is trained on wrong anchors too.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from redite.models.neural.reading import Role
from training.encoder import Encoder, Fused, attend

ROLES = len(Role)
EXACT = 8
BUCKETS = 16
"""Distances 0 to 8 have a bucket each, up to 512 the buckets widen; one set for each side."""


def distances(first: Tensor, last: Tensor, time: int) -> Tensor:
    """Return the bucketed signed distance of every piece from each anchor, [anchors, time]."""
    at = torch.arange(time, device=first.device)
    before = (first[:, None] - at).clamp(min=0)
    after = (at - last[:, None]).clamp(min=0)
    away = before + after
    wide = torch.log2(away.clamp(min=EXACT).float() / EXACT) / 6.0 * (BUCKETS - EXACT)
    bucket = torch.where(away <= EXACT, away, (EXACT + wide.long()).clamp(max=BUCKETS))
    return bucket + (before > 0) * (BUCKETS + 1)


class ReaderLayer(nn.Module):
    """A pre-norm attention layer of the role reader."""

    def __init__(self, size: int, heads: int, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.dropout = dropout
        self.fused = False
        """Set for export."""
        self.norm_in = nn.LayerNorm(size)
        self.qkv = nn.Linear(size, 3 * size)
        self.attended = nn.Linear(size, size)
        self.norm_mid = nn.LayerNorm(size)
        self.widen = nn.Linear(size, 2 * size)
        self.narrow = nn.Linear(2 * size, size)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Return [anchors, time, size]; `mask` is [anchors, 1, 1, time]."""
        count, time, size = x.shape
        qkv = self.qkv(self.norm_in(x))
        if self.fused:
            mixed = Fused.apply(*qkv.split(size, dim=-1), self.heads)  # type: ignore[no-untyped-call]
        else:
            q, k, v = qkv.view(count, time, 3, self.heads, size // self.heads).permute(
                2, 0, 3, 1, 4
            )
            mixed = attend(q, k, v, mask).transpose(1, 2).reshape(count, time, size)
        mixed = self.attended(mixed)
        x = x + F.dropout(mixed, self.dropout, self.training)
        inner = self.narrow(F.gelu(self.widen(self.norm_mid(x))))
        return x + F.dropout(inner, self.dropout, self.training)


class RoleReader(nn.Module):
    """Gives every piece of a window its role towards one anchor."""

    def __init__(self, hidden: int, size: int, layers: int, dropout: float) -> None:
        super().__init__()
        self.piece = nn.Linear(hidden, size)
        self.piece_gate = nn.Linear(hidden, size)
        self.anchor = nn.Sequential(nn.Linear(3 * hidden, size), nn.GELU(), nn.Linear(size, size))
        self.anchor_gate = nn.Linear(3 * hidden, size)
        self.kind = nn.Embedding(2, size)
        self.distance = nn.Embedding(2 * (BUCKETS + 1), size)
        self.layers = nn.ModuleList(ReaderLayer(size, 4, dropout) for _ in range(layers))
        self.norm = nn.LayerNorm(size)
        self.out = nn.Linear(size, ROLES)

    def forward(
        self,
        states: Tensor,
        mask: Tensor,
        window: Tensor,
        first: Tensor,
        last: Tensor,
        kind: Tensor,
    ) -> Tensor:
        """Return role scores [anchors, time, roles].

        Args:
            states: the encoder's, [windows, time, hidden].
            mask: true where a piece is, [windows, time].
            window: which window each anchor lies in; the next three, too, are [anchors].
            first: its first piece.
            last: its last piece, inclusive.
            kind: `training.data.Kind`.
        """
        time = states.shape[1]
        own = states[window]
        at = torch.arange(time, device=states.device)
        inside = ((at >= first[:, None]) & (at <= last[:, None])).to(states.dtype)
        mean = (inside[:, None] @ own)[:, 0] / inside.sum(1, keepdim=True)
        pick = torch.arange(window.shape[0], device=states.device)
        anchor = torch.cat((own[pick, first], own[pick, last], mean), dim=-1)
        x = self.piece(states)[window] + (self.anchor(anchor) + self.kind(kind))[:, None]
        x = x + self.piece_gate(states)[window] * self.anchor_gate(anchor)[:, None]
        x = x + self.distance(distances(first, last, time))
        where = mask[window][:, None, None, :]
        for layer in self.layers:
            x = layer(x, where)
        out: Tensor = self.out(self.norm(x))
        return out


class AttributionModel(nn.Module):
    """The encoder with its heads."""

    def __init__(
        self, encoder: Encoder, hidden: int, reader_size: int, reader_layers: int, dropout: float
    ) -> None:
        super().__init__()
        self.encoder = encoder
        self.dropout = dropout
        self.cue = nn.Linear(hidden, 3)
        self.start = nn.Linear(hidden, 1)
        self.plain = nn.Linear(hidden, 2)
        self.reader = RoleReader(hidden, reader_size, reader_layers, dropout)

    def read(self, ids: Tensor, mask: Tensor, breaks: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Return states, cue scores [windows, time, 3] and start scores [windows, time]."""
        return self.read_words(self.encoder.word(ids), mask, breaks)

    def read_words(
        self, words: Tensor, mask: Tensor, breaks: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Return the same for word embeddings looked up before, [windows, time, hidden]."""
        states = self.encoder.contextual(words, mask, breaks)
        states = F.dropout(states, self.dropout, self.training)
        return states, self.cue(states), self.start(states)[..., 0]
