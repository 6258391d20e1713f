"""What eight bits cost: the shipped network beside the same with its products in full precision.

    python -m benchmarks.quantised [STORY…] [--draws 3]

The checkpoints are not shipped, so the matrices of full precision cannot be had from here; what
eight bits lose has two parts, and both are measured. *Activations*: each product of the shipped
graphs is replaced by one of 32-bit floats, with the shipped matrix put back on its scales; what it
is given is no longer rounded. *Matrices*: rounding them once moved each weight by up to half a step
of its row's scale, evenly spread; the same is done to them again, once a draw, in full
precision. Scored as shipped (with the rules) on PolNeAR's dev documents and on held-out stories of
our corpus. Needs onnx beside what redite needs (training/README.md), and says so.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np

from benchmarks.corpus import gold, predicted
from benchmarks.shared import DATA, TOOLS, score
from redite.interfaces import Tagger
from redite.models.joint import JointTagger
from redite.models.neural import WEIGHTS, NeuralTagger
from redite.models.rules import RuleTagger
from training.corpus.stories import ROOT, load_story

NAME = "large"
HELD_OUT = ("lithium-mine", "currency-peg", "valmont-summit")
SHARED = ("words.npz", "tokenizer.json.gz")
Model: TypeAlias = Any
Node: TypeAlias = Any
"""Types of onnx, which is not there where the rest is checked."""


def dequantised(model: Model, noise: np.random.Generator | None) -> Model:
    """Return a graph whose products of integers are products of floats.

    Its matrices are moved by up to half a step where there is `noise`.
    """
    from onnx import helper, numpy_helper

    graph = model.graph
    stored = {each.name: each for each in graph.initializer}
    made_by = {output: node for node in graph.node for output in node.output}
    used_by = {given: node for node in graph.node for given in node.input}
    replaced: dict[str, Node] = {}
    matrices = []
    for node in graph.node:
        if node.op_type != "MatMulInteger":
            continue
        given, matrix, _, zero = node.input
        rescaled = used_by[used_by[node.output[0]].output[0]]
        (scales,) = (
            made_by[each] for each in rescaled.input if each != used_by[node.output[0]].output[0]
        )
        (scale,) = (each for each in scales.input if each in stored)
        steps, moved, per_row = (
            numpy_helper.to_array(stored[each]).astype(np.float32) for each in (matrix, zero, scale)
        )
        if noise is not None:
            steps = steps + noise.uniform(-0.5, 0.5, steps.shape).astype(np.float32)
        name = f"{matrix}_float"
        matrices.append(numpy_helper.from_array((steps - moved) * per_row, name))
        replaced[rescaled.output[0]] = helper.make_node(
            "MatMul", [made_by[given].input[0], name], [rescaled.output[0]]
        )
    nodes = [replaced.get(node.output[0], node) for node in graph.node]
    del graph.node[:]
    graph.node.extend(_needed(nodes, [each.name for each in graph.output]))
    graph.initializer.extend(matrices)
    return model


def _needed(nodes: Sequence[Node], outputs: Sequence[str]) -> list[Node]:
    """Return the nodes, in order, that some output rests on."""
    wanted, kept = set(outputs), []
    for node in reversed(nodes):
        if wanted.intersection(node.output):
            wanted.update(node.input)
            kept.append(node)
    return kept[::-1]


def weights(folder: Path, noise: np.random.Generator | None) -> Path:
    """Write the shipped network in full precision into a folder, and return it."""
    import onnx

    (folder / NAME).mkdir(parents=True)
    for shared in SHARED:
        (folder / shared).symlink_to(WEIGHTS / shared)
    shutil.copy(WEIGHTS / NAME / "version", folder / NAME)
    for graph in ("encoder.onnx", "roles.onnx"):
        onnx.save(dequantised(onnx.load(WEIGHTS / NAME / graph), noise), folder / NAME / graph)
    return folder


def sets(stories: Sequence[str]) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Yield the gold documents by the name of their set."""
    lines = (DATA / "attribution" / "polnear.dev.jsonl").read_text(encoding="utf-8").splitlines()
    yield "polnear.dev", [{"lang": "en", **json.loads(line)} for line in lines]
    yield "held-out stories", [one for name in stories for one in gold(load_story(ROOT / name))]


def figures(documents: Sequence[dict[str, Any]], tagger: Tagger, work: Path) -> dict[str, float]:
    """Return the scores of one set."""
    paths = work / "gold.jsonl", work / "found.jsonl"
    read = [predicted(document, tagger) for document in documents]
    for path, lines in zip(paths, (documents, read), strict=True):
        path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    told = score("score_attribution.py", *paths)
    exact = {f"{role}_exact_range": told[role]["exact_range"]["f1"] for role in ("source", "cue")}
    content = {"content_exact_range": told["content"]["exact_range"]["f1"]}
    return {name: told[name]["f1"] for name in ("content_match", "relation")} | exact | content


def main() -> int:
    """Score and print a line for each network and set."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else None)
    parser.add_argument("stories", nargs="*", default=HELD_OUT)
    parser.add_argument("--draws", type=int, default=3, help="of noise on the matrices")
    options = parser.parse_args()
    if not TOOLS.is_dir():
        print(f"skipped: no scorer at {TOOLS}; REDITE_SHARED may name another place")
        return 0
    try:
        import onnx  # noqa: F401
    except ImportError:
        print("skipped: needs onnx (pip install onnx==1.23.2)")
        return 0
    kinds: dict[str, np.random.Generator | None] = {"activations in floats": None}
    for draw in range(options.draws):
        kinds[f"and matrices rounded again, draw {draw + 1}"] = np.random.default_rng(draw)
    with tempfile.TemporaryDirectory() as work:
        _report("as shipped", WEIGHTS, options.stories, Path(work))
        for number, (kind, noise) in enumerate(kinds.items()):
            _report(kind, weights(Path(work) / str(number), noise), options.stories, Path(work))
    return 0


def _report(kind: str, folder: Path, stories: Sequence[str], work: Path) -> None:
    tagger = JointTagger(NeuralTagger(NAME, 2, folder), RuleTagger())
    for name, documents in sets(stories):
        print(f"{kind}: {name}:", json.dumps(figures(documents, tagger, work)), flush=True)


if __name__ == "__main__":
    sys.exit(main())
