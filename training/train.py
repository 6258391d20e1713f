"""Trains the attribution model; stopped at any moment, the same command goes on from there.

    python -m training.train --settings training/runs/polnear-12.yaml --base DIR \\
        --train DIR_OR_FILE.jsonl… --dev FILE.jsonl --scorer SCORE.py --out RUN_DIR

`--train` takes any jsonl files or folders of them (`training.data` says what a line holds), and
one named several times is read as often, cut into other windows each time;
documents that are also in `--dev` are refused. RUN_DIR receives `log.jsonl`, `last.pt` (replaced
as a whole every few hundred steps), `best.pt` and the predictions on the dev documents after every
epoch, scored by running `SCORE.py GOLD PREDICTIONS`, which prints JSON with `relation` in it.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
import yaml
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional as F

from redite.models.neural.pieces import FIRST, LAST, PAD, cut
from redite.models.neural.reading import Reading, Role, padded
from redite.models.neural.views import Kind
from training.data import (
    IGNORED,
    Document,
    Labelled,
    Window,
    batches,
    label,
    read_documents,
    restyled,
    training_windows,
)
from training.model import AttributionModel
from training.network import TorchNetwork, build_model, load_model, trained_state
from training.predict import records, write_records
from training.settings import Settings, read_settings
from training.tokens import load_tokenizer


def jsonl_files(paths: Sequence[Path]) -> list[Path]:
    """Return the files among `paths` and the jsonl files in the folders among them, sorted."""
    out: list[Path] = []
    for path in paths:
        out.extend(sorted(path.rglob("*.jsonl")) if path.is_dir() else [path])
    return out


def losses(
    model: AttributionModel,
    batch: Sequence[Window],
    settings: Settings,
    chance: random.Random,
    teacher: AttributionModel | None = None,
) -> dict[str, Tensor]:
    """Return the parts of the loss on one batch, each weighted as the settings say.

    With a teacher, part of each asks for the distribution that the teacher gives (Hinton et al.
    2015), which tells how sure one can be, and of what else one might think.
    """
    ids = torch.from_numpy(padded([(FIRST, *w.ids, LAST) for w in batch], PAD))
    breaks = torch.from_numpy(padded([(0, *w.breaks, 0) for w in batch], 0))
    lengths = torch.tensor([len(w.ids) + 2 for w in batch])
    mask = torch.arange(ids.shape[1]) < lengths[:, None]
    edge = (IGNORED,)
    cues = torch.from_numpy(padded([(*edge, *w.cues, *edge) for w in batch], IGNORED))
    starts = torch.from_numpy(padded([(*edge, *w.starts, *edge) for w in batch], IGNORED))
    plain = torch.stack(
        [
            torch.from_numpy(
                padded([(*edge, *(p[kind] for p in w.plain), *edge) for w in batch], IGNORED)
            )
            for kind in range(2)
        ],
        dim=-1,
    )
    states, cue_scores, start_scores = model.read(ids, mask, breaks)
    parts = {
        "cue": settings.cue_weight
        * F.cross_entropy(cue_scores.float().transpose(1, 2), cues, ignore_index=IGNORED),
        "start": settings.start_weight * _binary(start_scores, starts),
        "plain": settings.plain_weight * _binary(model.plain(states), plain),
    }
    taught = settings.taught if teacher is not None else 0.0
    if teacher is not None:
        with torch.no_grad():
            their_states, their_cues, their_starts = teacher.read(ids, mask, breaks)
            their_plain = teacher.plain(their_states)
        known = cues != IGNORED
        parts["cue"] = (1 - taught) * parts["cue"] + taught * settings.cue_weight * _as_taught(
            cue_scores[known], their_cues[known]
        )
        parts["start"] = (1 - taught) * parts["start"] + taught * settings.start_weight * _binary(
            start_scores, torch.where(known, their_starts.float().sigmoid(), IGNORED)
        )
        parts["plain"] = (1 - taught) * parts["plain"] + taught * settings.plain_weight * _binary(
            model.plain(states),
            torch.where(known[..., None], their_plain.float().sigmoid(), IGNORED),
        )
    anchors, roles = _anchors(batch, cue_scores.detach().float(), cues, settings, chance)
    if anchors:
        window, first, last, kind = torch.tensor(anchors).T
        scores = model.reader(states, mask, window, first, last, kind)
        wanted = torch.from_numpy(padded(roles, IGNORED))
        wanted = F.pad(wanted, (0, scores.shape[1] - wanted.shape[1]), value=IGNORED)
        parts["roles"] = settings.role_weight * F.cross_entropy(
            scores.float().transpose(1, 2), wanted, ignore_index=IGNORED
        )
        if teacher is not None:
            with torch.no_grad():
                theirs = teacher.reader(their_states, mask, window, first, last, kind)
            known = wanted != IGNORED
            parts["roles"] = (1 - taught) * parts[
                "roles"
            ] + taught * settings.role_weight * _as_taught(scores[known], theirs[known])
    return parts


def _as_taught(scores: Tensor, theirs: Tensor) -> Tensor:
    """Return the mean cross-entropy of scores [pieces, labels] against the teacher's."""
    return F.cross_entropy(scores.float(), theirs.float().softmax(-1))


def _binary(scores: Tensor, wanted: Tensor) -> Tensor:
    known = wanted >= 0
    if not bool(known.any()):
        return scores.float().sum() * 0.0
    return F.binary_cross_entropy_with_logits(scores.float()[known], wanted[known].float())


def _anchors(
    batch: Sequence[Window],
    cue_scores: Tensor,
    cues: Tensor,
    settings: Settings,
    chance: random.Random,
) -> tuple[list[tuple[int, int, int, int]], list[tuple[int, ...]]]:
    """Return the anchors to read from, as (window, first, last, kind), and the roles they give.

    Gold ones, some a piece off, and the wrong ones the model most believes in, which have no role
    to give. Positions count the special piece in front.
    """
    anchors, roles = [], []
    for row, window in enumerate(batch):
        for one in window.anchors:
            first, last = one.first, one.last
            if one.kind is Kind.CUE and chance.random() < settings.jitter:
                first = max(0, min(last, first + chance.choice((-1, 0, 1))))
                last = max(first, min(len(window.ids) - 1, last + chance.choice((-1, 0, 1))))
            anchors.append((row, first + 1, last + 1, int(one.kind)))
            roles.append((IGNORED, *one.roles))
    believed = cue_scores.softmax(-1)[..., 1] * (cues == 0)
    top = believed.topk(min(settings.false_anchors, believed.shape[1]), dim=1)
    for row, window in enumerate(batch):
        for sure, at in zip(top.values[row].tolist(), top.indices[row].tolist(), strict=True):
            if sure > 0.05:
                anchors.append((row, at, at, int(Kind.CUE)))
                roles.append((IGNORED, *([int(Role.NONE)] * len(window.ids))))
    return anchors, roles


def fewer_layers(state: dict[str, Tensor], kept: int) -> dict[str, Tensor]:
    """Return a model's weights with `kept` of its layers, evenly spaced, the last one among them.

    The same ones that `training.encoder.load_encoder` keeps.
    """
    layer = "encoder.layers."
    deep = 1 + max(int(n.removeprefix(layer).split(".")[0]) for n in state if n.startswith(layer))
    chosen = {round((i + 1) * deep / kept) - 1: i for i in range(kept)}
    out = {}
    for name, weights in state.items():
        if name.startswith(layer):
            number, rest = name.removeprefix(layer).split(".", 1)
            if int(number) in chosen:
                out[f"{layer}{chosen[int(number)]}.{rest}"] = weights
        else:
            out[name] = weights
    return out


def rate_at(step: int, steps: int, warm_up: float) -> float:
    """Return the share of the full learning rate at one step: up in a line, then down to 0."""
    rise = max(1, int(steps * warm_up))
    return min((step + 1) / rise, max(0.0, (steps - step) / max(1, steps - rise)))


class Run:
    """A training run in a folder: model, optimiser, and where it is."""

    def __init__(self, settings: Settings, base: Path, out: Path, start: Path | None) -> None:
        self.settings = settings
        self.out = out
        torch.manual_seed(settings.seed)
        self.model = build_model(settings, base)
        if start is not None:
            stored = torch.load(start, weights_only=True)
            self.model.load_state_dict(fewer_layers(stored["model"], settings.layers), strict=False)
        encoder = [p for p in self.model.encoder.parameters() if p.requires_grad]
        heads = [p for n, p in self.model.named_parameters() if not n.startswith("encoder.")]
        self.optimiser = torch.optim.AdamW(
            [
                {"params": encoder, "lr": settings.encoder_rate, "full": settings.encoder_rate},
                {"params": heads, "lr": settings.head_rate, "full": settings.head_rate},
            ],
            weight_decay=settings.weight_decay,
            betas=(0.9, 0.98),
        )
        self.step = 0
        self.best = -1.0
        out.mkdir(parents=True, exist_ok=True)
        (out / "settings.yaml").write_text(yaml.safe_dump(asdict(settings)), encoding="utf-8")
        if (out / "last.pt").exists():
            self._resume()

    def _resume(self) -> None:
        stored = torch.load(self.out / "last.pt", weights_only=True)
        if stored["settings"] != asdict(self.settings):
            raise SystemExit(f"{self.out} holds a run with other settings; take another folder")
        self.model.load_state_dict(stored["model"], strict=False)
        self.optimiser.load_state_dict(stored["optimiser"])
        self.step, self.best = stored["step"], stored["best"]
        self.log(event="resumed", step=self.step)

    def save(self) -> None:
        """Replace `last.pt` as a whole."""
        state = {
            "settings": asdict(self.settings),
            "model": trained_state(self.model),
            "optimiser": self.optimiser.state_dict(),
            "step": self.step,
            "best": self.best,
        }
        _write(state, self.out / "last.pt")

    def keep_if_best(self, relation: float) -> None:
        """Write `best.pt` where no earlier epoch scored as much."""
        if relation > self.best:
            self.best = relation
            state = {"model": trained_state(self.model), "step": self.step, "relation": relation}
            _write(state, self.out / "best.pt")

    def log(self, **facts: object) -> None:
        """Append a line to the log, and print it."""
        line = json.dumps({"at": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()), **facts})
        with (self.out / "log.jsonl").open("a", encoding="utf-8") as log:
            log.write(line + "\n")
        print(line, flush=True)


def _write(state: dict[str, Any], path: Path) -> None:
    partial = path.with_suffix(".partial")
    torch.save(state, partial)
    partial.replace(path)


def plan_epoch(
    settings: Settings, epoch: int, documents: Sequence[Document], tokenizer: Tokenizer
) -> list[list[Window]]:
    """Return the batches of one epoch, in order; the same for the same settings and documents."""
    labelled = []
    for number, document in enumerate(documents):
        chance = random.Random(f"{settings.seed} {epoch} {number} {document.id}")
        if chance.random() < settings.restyled:
            document = restyled(document, chance)
        labelled.append(label(document, cut(tokenizer, document.text)))
    windows = training_windows(
        labelled, settings.seed, epoch, settings.shortest_window, settings.longest_window
    )
    return batches(windows, settings.batch_pieces, f"{settings.seed} {epoch}")


def train_epoch(
    run: Run,
    plan: list[list[Window]],
    done: int,
    steps: int,
    teacher: AttributionModel | None = None,
) -> None:
    """Train on the batches of one epoch's plan after the first `done`."""
    settings = run.settings
    run.model.train()
    recent: dict[str, list[float]] = {}
    pieces, trained, since = 0, 0, time.monotonic()
    for batch in plan[done:]:
        # Everything random in a step follows from its number, so that a resumed run is the same.
        torch.manual_seed(settings.seed * 1_000_003 + run.step)
        chance = random.Random(f"{settings.seed} {run.step}")
        share = rate_at(run.step, steps, settings.warm_up)
        for group in run.optimiser.param_groups:
            group["lr"] = group["full"] * share
        with torch.autocast("cpu", torch.bfloat16, enabled=settings.bfloat16):
            parts = losses(run.model, batch, settings, chance, teacher)
        total = torch.stack(list(parts.values())).sum()
        if not bool(torch.isfinite(total)):
            raise SystemExit(f"the loss is {float(total)} at step {run.step}")
        run.optimiser.zero_grad(set_to_none=True)
        total.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(run.model.parameters(), settings.clip)
        run.optimiser.step()
        run.step += 1
        trained += 1
        pieces += sum(len(w.ids) for w in batch)
        for name, value in parts.items():
            recent.setdefault(name, []).append(float(value.detach()))
        if run.step % 20 == 0:
            spent = time.monotonic() - since
            means = {name: round(float(np.mean(values)), 4) for name, values in recent.items()}
            left = round((steps - run.step) * spent / trained / 60)
            run.log(step=run.step, steps=steps, pieces_per_second=round(pieces / spent),
                    minutes_left=left, **means)  # fmt: skip
            recent, pieces, trained, since = {}, 0, 0, time.monotonic()
        if run.step % settings.save_every == 0:
            run.save()


def evaluate(
    run: Run,
    documents: Sequence[Document],
    labelled: Sequence[Labelled],
    gold: Path,
    scorer: Path,
    name: str,
) -> float:
    """Predict the dev documents, score them, log the figures; returns relation F1."""
    run.model.eval()
    network = TorchNetwork(run.model, run.settings.bfloat16)
    triples = [(d.id, d.text, e.pieces) for d, e in zip(documents, labelled, strict=True)]
    path = run.out / f"dev.{name}.jsonl"
    reading = Reading(longest=run.settings.longest_window)
    write_records(path, records(network, triples, reading))
    command = [sys.executable, str(scorer), str(gold), str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    figures = json.loads(done.stdout)
    run.log(
        event="dev",
        name=name,
        step=run.step,
        predicted=figures["pred_attributions"],
        relation=figures["relation"],
        content_match=figures["content_match"],
        speaker_accuracy=figures["speaker_accuracy"],
        exact_range={r: figures[r]["exact_range"]["f1"] for r in ("source", "cue", "content")},
    )
    return float(figures["relation"]["f1"])


def main() -> None:
    """Run the command that the module's docstring describes."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--settings", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True, help="what training.checkpoint wrote")
    parser.add_argument("--train", type=Path, nargs="+", required=True)
    parser.add_argument("--dev", type=Path, required=True)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--start", type=Path, help="weights of an earlier run (a .pt file)")
    parser.add_argument("--teacher", type=Path, help="folder of the run to learn from as well")
    parser.add_argument("--seed", type=int, help="instead of the settings' own")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--first", type=int, help="train on this many documents only, as a trial")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    settings = read_settings(options.settings)
    if options.seed is not None:
        settings = replace(settings, seed=options.seed)
    teacher = load_model(options.teacher, options.base) if options.teacher else None
    run = Run(settings, options.base, options.out, options.start)
    tokenizer = load_tokenizer(options.base)
    dev = list(read_documents([options.dev]))
    train = list(read_documents(jsonl_files(options.train)))[: options.first]
    if options.first is None and (both := {d.id for d in dev} & {d.id for d in train}):
        raise SystemExit(f"{len(both)} dev documents are in the training set, e.g. {min(both)}")
    prepared_dev = [label(d, cut(tokenizer, d.text)) for d in dev]
    plans = [plan_epoch(settings, epoch, train, tokenizer) for epoch in range(settings.epochs)]
    steps = sum(map(len, plans))
    trained = sum(p.numel() for p in run.model.parameters() if p.requires_grad)
    run.log(event="begin", documents=len(train), steps=steps, trained_weights=trained)
    done = 0
    for epoch, plan in enumerate(plans, 1):
        if run.step < done + len(plan):
            train_epoch(run, plan, run.step - done, steps, teacher)
        if run.step == done + len(plan) and epoch % settings.evaluate_every == 0:
            found = evaluate(run, dev, prepared_dev, options.dev, options.scorer, f"epoch{epoch}")
            run.keep_if_best(found)
            run.save()
        done += len(plan)
    run.log(event="end", best_relation=run.best)


if __name__ == "__main__":
    main()
