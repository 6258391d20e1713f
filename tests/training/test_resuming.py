"""A training run that is killed goes on from its checkpoint as if nothing had happened."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

pytest.importorskip("torch", reason="torch comes with the training set-up, not with the program")

import numpy as np
import torch
from torch import Tensor

from training import train
from training.checkpoint import Checkpoint, save

HIDDEN = 384
SETTINGS = """
layers: 1
frozen_layers: 0
reader_size: 16
reader_layers: 1
epochs: 2
batch_pieces: 60
shortest_window: 30
longest_window: 40
bfloat16: false
save_every: 3
"""
SAID = "Irena Dalkova said the bridge was open."
SCORER = """
import json
no = {"f1": 0.0}
roles = {role: {"exact_range": no} for role in ("source", "cue", "content")}
print(json.dumps({"pred_attributions": 0, "relation": no, "content_match": no,
                  "speaker_accuracy": None, **roles}))
"""


Run = Callable[[str], Path]
"""Trains into a folder of that name."""


class KilledError(Exception):
    """Stands for a signal that leaves no time for anything."""


def tiny_checkpoint() -> Checkpoint:
    """Return an encoder of one layer that knows the letters of `SAID` and the word space."""
    chance = np.random.default_rng(5)
    letters = sorted({"▁", *SAID.replace(" ", "")})
    pieces = tuple((piece, -2.0) for piece in ("<s>", "<pad>", "</s>", "<unk>", *letters))
    shapes: dict[str, tuple[int, ...]]
    shapes = {name: (HIDDEN, HIDDEN) for name in ("l0.q", "l0.k", "l0.v", "l0.ao")}
    shapes |= {"l0.fi": (4 * HIDDEN, HIDDEN), "l0.fo": (HIDDEN, 4 * HIDDEN)}
    shapes |= {"emb.ln": (HIDDEN,), "l0.aln": (HIDDEN,), "l0.oln": (HIDDEN,)}
    rows = {"emb.word": len(pieces), "emb.pos": 512, "emb.type": 2}
    tensors = {name: chance.normal(size=(count, HIDDEN)) for name, count in rows.items()}
    for name, shape in shapes.items():
        tensors[f"{name}.w"] = chance.normal(size=shape) * 0.05
        tensors[f"{name}.b"] = np.zeros(shape[0])
    singles = {name: tensor.astype(np.float32) for name, tensor in tensors.items()}
    return Checkpoint(12, 1e-12, pieces, singles)


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return what trains into a folder of that name: two epochs of fourteen steps."""
    save(tiny_checkpoint(), tmp_path / "base")
    (tmp_path / "scorer.py").write_text(SCORER, encoding="utf-8")
    (tmp_path / "settings.yaml").write_text(SETTINGS, encoding="utf-8")
    one = {"source": [[0, 13]], "cue": [[14, 18]], "content": [[19, 38]]}
    for name, count in (("train", 12), ("dev", 1)):
        records = [{"id": f"{name}{n}", "text": SAID, "attributions": [one]} for n in range(count)]
        lines = "".join(json.dumps(record) + "\n" for record in records)
        (tmp_path / f"{name}.jsonl").write_text(lines, encoding="utf-8")

    def into(name: str) -> Path:
        given = {"settings": "settings.yaml", "base": "base", "train": "train.jsonl",
                 "dev": "dev.jsonl", "scorer": "scorer.py", "out": name}  # fmt: skip
        words = [word for key, value in given.items() for word in (f"--{key}", tmp_path / value)]
        monkeypatch.setattr(sys, "argv", ["train", *map(str, words), "--threads", "1"])
        train.main()
        return tmp_path / name

    return into


def test_a_killed_run_ends_with_the_weights_of_one_that_was_not(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed two steps after a checkpoint, it does these again, and no bit of the end differs."""
    whole = run("whole")
    seen, losses = [0], train.losses

    def killing(*given: object) -> dict[str, Tensor]:
        seen[0] += 1
        if seen[0] == 6:
            raise KilledError
        parts: dict[str, Tensor] = losses(*given)
        return parts

    monkeypatch.setattr(train, "losses", killing)
    with pytest.raises(KilledError):
        run("killed")
    killed = tmp_path / "killed"
    assert torch.load(killed / "last.pt", weights_only=True)["step"] == 3
    monkeypatch.setattr(train, "losses", losses)
    assert run("killed") == killed
    ends = [torch.load(folder / "last.pt", weights_only=True) for folder in (whole, killed)]
    assert ends[0]["step"] == ends[1]["step"] > 6
    assert all(torch.equal(ends[1]["model"][name], w) for name, w in ends[0]["model"].items())
    log = (killed / "log.jsonl").read_text(encoding="utf-8").splitlines()
    events = [json.loads(line).get("event") for line in log]
    assert events.count("resumed") == 1
    assert events[-1] == "end"


def test_a_run_goes_on_with_its_own_settings_alone(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Other settings on the same folder are refused: the weights would be of neither run."""
    run("one")
    (tmp_path / "settings.yaml").write_text(SETTINGS + "seed: 2\n", encoding="utf-8")
    with pytest.raises(SystemExit, match="other settings"):
        run("one")
