"""The network that reads two statements together, and its training.

    python -m training.pairs.reader --settings training/runs/pairs-second.yaml --base DIR \\
        --pairs pairs.jsonl [--start RUN.pt] --held STORY… --out RUN_DIR

A cross-encoder: one row holds both statements with what stands around them (the layout:
`redite.models.neural.pairing`), and from the first piece's state four numbers are read: how likely
the two make one claim, report one occasion, differ in a detail, stand against each other. All
pairs of one claim and all opposed ones of our stories are read in each epoch, and another part of
the rest. The weights after the last epoch are kept; stopped at any moment, the same command goes
on.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from itertools import islice
from pathlib import Path

import numpy as np
import torch
import yaml
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional as F

from redite.interfaces import Told
from redite.models.neural.pairing import AROUND, EARLIER, LATER, lay_out
from redite.models.neural.pieces import FIRST, LAST, PAD
from redite.models.neural.reading import padded
from training.encoder import Encoder, load_encoder, standardise
from training.pairs.figures import average_precision
from training.tokens import load_tokenizer
from training.train import rate_at

SAMPLED = 300
"""Every so many-th pair is enough to see which columns are large (`training.smoothing`)."""
HEADS = ("claim", "utterance", "update", "contradicts")


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that decides what a run does; `training/runs/pairs-*.yaml` name what differs."""

    seed: int = 1
    layers: int = 12
    frozen_layers: int = 4
    dropout: float = 0.1
    epochs: int = 1
    steps: int | None = None
    """Where a run ends before its last epoch does; the learning rate is not at 0 then."""
    taken: Mapping[str, Sequence[int]] = field(
        default_factory=lambda: {"story": (10_000, 7_000), "label": (3_000, 3_000),
                                 "parallel": (2_000, 2_000)}
    )  # fmt: skip
    """Pairs an epoch, by kind: of those that tell something, and of plain different ones."""
    turned: float = 0.3
    """Share shown the other way round."""
    batch_pieces: int = 3_072
    encoder_rate: float = 8.0e-5
    head_rate: float = 1.0e-3
    weight_decay: float = 0.01
    warm_up: float = 0.06
    save_every: int = 100


@dataclass(frozen=True, slots=True)
class Pair:
    """One pair in word pieces, and what is known of it: 1, 0, or -1 where nothing is."""

    ids: tuple[int, ...]
    marks: tuple[int, ...]
    known: tuple[int, ...]
    kind: str = "story"

    @property
    def telling(self) -> bool:
        """Whether the two make one claim or stand against each other."""
        return bool(self.known[0] or self.known[3])


class PairReader(nn.Module):
    """An encoder and the four numbers read from its first state."""

    def __init__(self, encoder: Encoder, dropout: float, hidden: int = 384) -> None:
        super().__init__()
        self.encoder = encoder
        self.between = nn.Linear(hidden, hidden)
        self.told = nn.Linear(hidden, len(HEADS))
        self.dropout = dropout

    def forward(self, ids: Tensor, mask: Tensor, marks: Tensor) -> Tensor:
        """Return logits [batch, heads] of rows of pieces [batch, time]."""
        return self.read(self.encoder.word(ids), mask, marks)

    def read(self, words: Tensor, mask: Tensor, marks: Tensor) -> Tensor:
        """Return the same of rows given by their word embeddings."""
        first = self.encoder.contextual(words, mask, marks)[:, 0]
        inner = F.dropout(torch.tanh(self.between(first)), self.dropout, self.training)
        out: Tensor = self.told(inner)
        return out


def read_pairs(path: Path, tokenizer: Tokenizer, every: int = 1) -> Iterator[tuple[str, Pair]]:
    """Yield each pair, or every so many-th, with its story."""
    with path.open(encoding="utf-8") as lines:
        for line in islice(lines, 0, None, every):
            told = json.loads(line)
            one, other = Told(*told["earlier"]), Told(*told["later"])
            known = tuple(-1 if told[head] is None else told[head] for head in HEADS)
            yield told["story"], Pair(*lay_out(tokenizer, one, other), known, told["kind"])


def turned(pair: Pair) -> Pair:
    """Return a pair the other way round: one claim stays one; what updates what is not known."""
    middle = pair.ids.index(LAST, 1) + 1
    ids = (FIRST, *pair.ids[middle:], *pair.ids[1:middle])
    marks = (AROUND, *pair.marks[middle:], *pair.marks[1:middle])
    other = {EARLIER: LATER, LATER: EARLIER, AROUND: AROUND}
    known = tuple(-1 if head == "update" else k for head, k in zip(HEADS, pair.known, strict=True))
    return Pair(ids, tuple(other[mark] for mark in marks), known, pair.kind)


def epoch_of(pairs: Sequence[Pair], settings: Settings, epoch: int) -> list[list[Pair]]:
    """Return the batches of one epoch; the same for the same settings."""
    chance = random.Random(f"{settings.seed} {epoch}")
    chosen = list[Pair]()
    for kind, numbers in settings.taken.items():
        for telling, number in zip((True, False), numbers, strict=True):
            some = [pair for pair in pairs if pair.kind == kind and pair.telling is telling]
            chosen += chance.sample(some, min(len(some), number))
    chosen = [turned(pair) if chance.random() < settings.turned else pair for pair in chosen]
    chosen.sort(key=lambda pair: len(pair.ids) + chance.random() * 12)
    found, batch = [], list[Pair]()
    for pair in chosen:
        if batch and (len(batch) + 1) * len(pair.ids) > settings.batch_pieces:
            found.append(batch)
            batch = []
        batch.append(pair)
    found.append(batch)
    chance.shuffle(found)
    return found


def tensors(batch: Sequence[Pair]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Return pieces, mask, marks and what is known of a batch."""
    ids = torch.from_numpy(padded([pair.ids for pair in batch], PAD))
    marks = torch.from_numpy(padded([pair.marks for pair in batch], 0))
    lengths = torch.tensor([len(pair.ids) for pair in batch])
    mask = torch.arange(ids.shape[1]) < lengths[:, None]
    return ids, mask, marks, torch.tensor([pair.known for pair in batch])


def build(settings: Settings, base: Path, samples: Sequence[Pair]) -> PairReader:
    """Return the untrained reader."""
    torch.manual_seed(settings.seed)
    encoder = load_encoder(base, settings.layers, settings.dropout)
    ids, mask, _, _ = tensors(samples)
    standardise(encoder, ids, mask)
    encoder.freeze(settings.frozen_layers)
    return PairReader(encoder, settings.dropout)


def load_reader(
    run: Path, base: Path, pairs: Path
) -> tuple[PairReader, Iterator[tuple[Tensor, Tensor]]]:
    """Return the reader that a run has reached, and the rows of some pairs, each [1, time]."""
    stored = torch.load(run / "last.pt", weights_only=True)
    settings = Settings(**stored["settings"])
    reader = PairReader(load_encoder(base, settings.layers), settings.dropout)
    reader.load_state_dict(stored["model"], strict=False)
    some = read_pairs(pairs, load_tokenizer(base), SAMPLED)
    return reader.eval(), ((torch.tensor([p.ids]), torch.tensor([p.marks])) for _, p in some)


def loss_of(model: PairReader, batch: Sequence[Pair]) -> Tensor:
    """Return the mean cross-entropy over what is known of a batch."""
    ids, mask, marks, known = tensors(batch)
    scores = model(ids, mask, marks).float()
    where = known >= 0
    return F.binary_cross_entropy_with_logits(scores[where], known[where].float())


@torch.inference_mode()
def predict(model: PairReader, pairs: Sequence[Pair]) -> np.ndarray:
    """Return probabilities [pairs, heads]."""
    model.eval()
    order = sorted(range(len(pairs)), key=lambda at: len(pairs[at].ids))
    out = np.zeros((len(pairs), len(HEADS)))
    for first in range(0, len(order), 32):
        chosen = order[first : first + 32]
        ids, mask, marks, _ = tensors([pairs[at] for at in chosen])
        with torch.autocast("cpu", torch.bfloat16):
            out[chosen] = model(ids, mask, marks).float().sigmoid().numpy()
    return out


def report(model: PairReader, held: Sequence[Pair]) -> dict[str, float]:
    """Return the average precision of each head on held-out pairs."""
    seen = predict(model, held)
    known = np.array([pair.known for pair in held])
    return {
        head: average_precision(seen[known[:, at] >= 0, at], known[known[:, at] >= 0, at])
        for at, head in enumerate(HEADS)
    }


def train(
    model: PairReader, pairs: Sequence[Pair], held: Sequence[Pair], settings: Settings, out: Path
) -> None:
    """Train, and write `last.pt` and `log.jsonl` into `out` as it goes."""
    encoder = [p for p in model.encoder.parameters() if p.requires_grad]
    heads = [p for n, p in model.named_parameters() if not n.startswith("encoder.")]
    optimiser = torch.optim.AdamW(
        [
            {"params": encoder, "lr": 0.0, "full": settings.encoder_rate},
            {"params": heads, "lr": 0.0, "full": settings.head_rate},
        ],
        weight_decay=settings.weight_decay,
        betas=(0.9, 0.98),
    )
    plan = [(e, b) for e in range(settings.epochs) for b in epoch_of(pairs, settings, e)]
    last, step = out / "last.pt", 0
    if last.exists():
        stored = torch.load(last, weights_only=True)
        if stored["settings"] != asdict(settings):
            raise SystemExit(f"{out} holds a run with other settings; take another folder")
        model.load_state_dict(stored["model"], strict=False)
        optimiser.load_state_dict(stored["optimiser"])
        step = stored["step"]
    recent, since, begun = list[float](), time.monotonic(), step
    for at, (epoch, batch) in enumerate(plan[: settings.steps]):
        if at < step:
            continue
        model.train()
        torch.manual_seed(settings.seed * 1_000_003 + step)
        for group in optimiser.param_groups:
            group["lr"] = group["full"] * rate_at(step, len(plan), settings.warm_up)
        with torch.autocast("cpu", torch.bfloat16):
            loss = loss_of(model, batch)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        step += 1
        recent.append(float(loss.detach()))
        ended = at + 1 in (len(plan), settings.steps) or plan[at + 1][0] != epoch
        if step % 20 == 0:
            spent = time.monotonic() - since
            left = round((len(plan) - step) * spent / (step - begun) / 60)
            _log(out, step=step, steps=len(plan), loss=round(float(np.mean(recent)), 4), left=left)
            recent = []
        if ended or step % settings.save_every == 0:
            kept = {k: v for k, v in model.state_dict().items() if k != "encoder.word.weight"}
            state = {"settings": asdict(settings), "model": kept, "step": step}
            torch.save(state | {"optimiser": optimiser.state_dict()}, out / "partial")
            (out / "partial").replace(last)
        if ended and held:
            _log(out, epoch=epoch + 1, held=report(model, held))
    _log(out, event="end")


def _log(out: Path, **facts: object) -> None:
    line = json.dumps(facts)
    with (out / "log.jsonl").open("a", encoding="utf-8") as log:
        log.write(line + "\n")
    print(line, flush=True)


def main() -> None:
    """Run the command that the module's docstring describes."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--settings", type=Path, required=True)
    parser.add_argument("--pairs", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True, help="what training.checkpoint wrote")
    parser.add_argument("--held", nargs="*", default=[], help="stories to report on, not to read")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--start", type=Path, help="weights of an earlier run (a .pt file)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    told = yaml.safe_load(options.settings.read_text(encoding="utf-8"))
    settings = replace(Settings(**told), seed=options.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    known = list(read_pairs(options.pairs, load_tokenizer(options.base)))
    seen = [pair for story, pair in known if story not in options.held]
    held = [pair for story, pair in known if story in options.held and pair.kind == "story"]
    model = build(settings, options.base, seen[:64])
    if options.start is not None:
        stored = torch.load(options.start, weights_only=True)
        model.load_state_dict(stored["model"], strict=False)
    train(model, seen, held, settings, options.out)


if __name__ == "__main__":
    main()
