"""Writes what `redite.models.neural` runs.

    python -m training.export tagger --run RUN_DIR --base DIR --texts FILE.jsonl --name large \\
        --out WEIGHTS
    python -m training.export pairs --run RUN_DIR --base DIR --texts pairs.jsonl --out WEIGHTS
    python -m training.export sentences --base DIR --out WEIGHTS
    python -m training.export shared --base DIR --out WEIGHTS

A tagger is two graphs, because how many anchors there are is known only after the first has run:
`encoder.onnx` (word embeddings to states and anchor scores) and `roles.onnx` (states and anchors to
role scores). `sentences` is the encoder as it was before training, with the mean of its states
as a unit vector. `shared` are the word embeddings in four bits and the tokenizer. Matrices are in 8
bits, each row with a scale of its own, activations quantised as they come; `--fp32` leaves them. A
tagger is smoothed before (`training.smoothing`), by texts such as `training.train` reads.
"""

# mypy: disable-error-code="import-untyped"
from __future__ import annotations

import argparse
import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from redite.models.neural.pieces import FIRST, LAST, cut
from redite.models.neural.words import pack, save
from training.data import read_documents
from training.encoder import Encoder, Layer, load_encoder
from training.model import AttributionModel, ReaderLayer
from training.network import load_model
from training.pairs.reader import PairReader, load_reader
from training.smoothing import smooth
from training.tokens import load_tokenizer

OPSET = 18
TEXT_STEP = 12
"""Every twelfth text is enough to see which columns are large."""
LONGEST = 222
"""Pieces of a text that smoothing looks at: a window's."""
Net = TypeVar("Net", bound=nn.Module)


class _Reading(nn.Module):
    """The part of the model that reads a window once."""

    def __init__(self, model: AttributionModel) -> None:
        super().__init__()
        self.model = model

    def forward(self, words: Tensor, breaks: Tensor) -> tuple[Tensor, ...]:
        mask = torch.ones(words.shape[:2], dtype=torch.bool)
        return self.model.read_words(words, mask, breaks)


class _Roles(nn.Module):
    """The part that gives the pieces of one window their roles towards each anchor in it."""

    def __init__(self, model: AttributionModel) -> None:
        super().__init__()
        self.reader = model.reader

    def forward(self, states: Tensor, first: Tensor, last: Tensor, kind: Tensor) -> Tensor:
        mask = torch.ones(states.shape[:2], dtype=torch.bool)
        out: Tensor = self.reader(states, mask, torch.zeros_like(first), first, last, kind)
        return out


class _Sentence(nn.Module):
    """The mean of an encoder's states, one window a row, as unit vectors."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, words: Tensor) -> Tensor:
        mask = torch.ones(words.shape[:2], dtype=torch.bool)
        return nn.functional.normalize(self.encoder.contextual(words, mask).mean(1), dim=-1)


class _Pair(nn.Module):
    """The reader of two statements, one pair a run."""

    def __init__(self, reader: PairReader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, words: Tensor, marks: Tensor) -> Tensor:
        mask = torch.ones(words.shape[:2], dtype=torch.bool)
        out: Tensor = self.reader.read(words, mask, marks)
        return out


def export_tagger(model: AttributionModel, out: Path, fp32: bool) -> None:
    """Write both graphs of a tagger into `out`."""
    out.mkdir(parents=True, exist_ok=True)
    _fuse(model.eval())
    words = torch.randn(1, 24, 384)
    breaks = torch.zeros(1, 24, dtype=torch.long)
    anchors = torch.tensor([[3, 7, 2], [4, 7, 2], [0, 1, 0]])
    page = {1: "time"}
    _write(
        _Reading(model),
        (words, breaks),
        ["words", "breaks"],
        ["states", "cues", "starts"],
        dict.fromkeys(("words", "breaks", "states", "cues", "starts"), page),
        out / "encoder.onnx",
        fp32,
    )
    names = ["first", "last", "kind"]
    _write(
        _Roles(model),
        (torch.randn(1, 24, 384), *anchors),
        ["states", *names],
        ["roles"],
        {"states": page, "roles": {0: "anchors", 1: "time"}}
        | {name: {0: "anchors"} for name in names},
        out / "roles.onnx",
        fp32,
    )


def export_sentences(encoder: Encoder, out: Path, fp32: bool) -> None:
    """Write the sentence encoder's graph into `out`."""
    out.mkdir(parents=True, exist_ok=True)
    page = {0: "sentences", 1: "time"}
    axes = {"words": page, "vectors": {0: "sentences"}}
    # Attention is written out here: so it was in the vectors that the pair model learned from.
    graph = _Sentence(encoder.eval())
    example = (torch.randn(2, 24, 384),)
    _write(graph, example, ["words"], ["vectors"], axes, out / "encoder.onnx", fp32)


def export_pairs(reader: PairReader, out: Path, fp32: bool) -> None:
    """Write the pair reader's graph into `out`."""
    out.mkdir(parents=True, exist_ok=True)
    page = {1: "time"}
    example = (torch.randn(1, 24, 384), torch.zeros(1, 24, dtype=torch.long))
    inputs, outputs = ["words", "marks"], ["told"]
    axes = dict.fromkeys(inputs, page)
    _write(_Pair(_fuse(reader.eval())), example, inputs, outputs, axes, out / "encoder.onnx", fp32)


def _fuse(model: Net) -> Net:
    """Let every attention in `model` be exported as one operator; it can only be exported then."""
    for part in model.modules():
        if isinstance(part, (Layer, ReaderLayer)):
            part.fused = True
    return model


def _write(
    module: nn.Module,
    example: tuple[Tensor, ...],
    inputs: list[str],
    outputs: list[str],
    axes: dict[str, dict[int, str]],
    path: Path,
    fp32: bool,
) -> None:
    whole = path.with_suffix(".fp32.onnx")
    torch.onnx.export(
        module,
        example,
        str(whole),
        input_names=inputs,
        output_names=outputs,
        dynamic_axes=axes,
        opset_version=OPSET,
        custom_opsets={"com.microsoft": 1},
        dynamo=False,
    )
    if fp32:
        whole.replace(path)
        return
    quantize_dynamic(
        whole,
        path,
        weight_type=QuantType.QInt8,
        per_channel=True,
        extra_options={"DefaultTensorType": 1},  # float, after operators it does not know
    )
    whole.unlink()


def windows(texts: Path, base: Path) -> Iterator[tuple[Tensor, Tensor]]:
    """Yield the pieces and line breaks of the beginnings of some texts, each [1, time]."""
    tokenizer = load_tokenizer(base)
    for document in list(read_documents([texts]))[::TEXT_STEP]:
        pieces = cut(tokenizer, document.text)
        ids = (FIRST, *pieces.ids[:LONGEST], LAST)
        yield torch.tensor([ids]), torch.tensor([(0, *pieces.breaks[:LONGEST], 0)])


def export_shared(base: Path, out: Path) -> None:
    """Write the word embeddings and the tokenizer into `out`; the same bytes each time."""
    out.mkdir(parents=True, exist_ok=True)
    with np.load(base / "encoder.npz") as stored:
        save(pack(stored["emb.word"]), out / "words.npz")
    tokenizer = (base / "tokenizer.json").read_bytes()
    (out / "tokenizer.json.gz").write_bytes(gzip.compress(tokenizer, mtime=0))


def main() -> None:
    """Run the command that the module's docstring describes."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("what", choices=("tagger", "pairs", "sentences", "shared"))
    parser.add_argument("--run", type=Path, help="folder of a training run (tagger)")
    parser.add_argument("--name", default="large", help="large or small (tagger)")
    parser.add_argument("--version", help="as recorded with every statement (tagger)")
    parser.add_argument("--texts", type=Path, help="what a tagger is smoothed by (jsonl)")
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--fp32", action="store_true")
    options = parser.parse_args()
    if options.what == "shared":
        export_shared(options.base, options.out)
    elif options.what == "sentences":
        export_sentences(load_encoder(options.base), options.out / "sentences", options.fp32)
    elif None in (options.run, options.version, options.texts):
        parser.error(f"{options.what}: --run, --version and --texts are needed")
    elif options.what == "pairs":
        folder = options.out / "pairs"
        reader, samples = load_reader(options.run, options.base, options.texts)
        if not options.fp32:
            smooth(reader.encoder, samples)
        export_pairs(reader, folder, options.fp32)
        (folder / "version").write_text(options.version + "\n", encoding="utf-8")
    else:
        folder = options.out / options.name
        model = load_model(options.run, options.base)
        if not options.fp32:
            smooth(model.encoder, windows(options.texts, options.base))
        export_tagger(model, folder, options.fp32)
        (folder / "version").write_text(options.version + "\n", encoding="utf-8")
    for path in sorted(options.out.rglob("*.*")):
        print(f"{path.stat().st_size / 1e6:8.1f} MB  {path.relative_to(options.out)}")


if __name__ == "__main__":
    main()
