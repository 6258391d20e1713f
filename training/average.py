"""Averages the weights of runs that differ in nothing but their seed.

    python -m training.average RUN… --out RUN_DIR

Runs that went on from the same weights end in one valley, and the middle of it does better on texts
unlike those of the training than any of them (model soups, Wortsman et al. 2022). RUN_DIR
can be read and gone on from like any run's folder.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch


def average(states: list[dict[str, torch.Tensor]]) -> dict[str, torch.Tensor]:
    """Return the mean of each weight; raises `ValueError` where they are not of one shape."""
    first = states[0]
    for state in states[1:]:
        if {n: w.shape for n, w in state.items()} != {n: w.shape for n, w in first.items()}:
            raise ValueError("the runs are of different models")
    return {name: torch.stack([s[name].float() for s in states]).mean(0) for name in first}


def main() -> None:
    """Run the command that the module's docstring describes."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("runs", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    states = [torch.load(run / "best.pt", weights_only=True)["model"] for run in options.runs]
    torch.save({"model": average(states)}, options.out / "best.pt")
    settings = (options.runs[0] / "settings.yaml").read_text(encoding="utf-8")
    (options.out / "settings.yaml").write_text(settings, encoding="utf-8")


if __name__ == "__main__":
    main()
