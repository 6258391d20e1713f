"""Writes a trained model as ONNX, in fp32 and quantised to int8.

    python -m training.export --run RUN_DIR --base DIR --out DIR

Two graphs, because how many anchors there are is known only after the first has run:
`encoder.onnx` (pieces to states and anchor scores) and `roles.onnx` (states and anchors to role
scores), each with an `.int8` sibling: matrices and word embeddings in 8 bits, each row with a
scale of its own, activations quantised as they come. `tokenizer.json` goes beside them.

    python -m training.predict --base DIR --onnx DIR [--int8] --documents … --out …

then reads with them; score both files to see what the quantisation costs.
"""

# mypy: disable-error-code="import-untyped"
from __future__ import annotations

import argparse
import shutil
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.decode import Scores
from training.model import AttributionModel
from training.network import load_model
from training.predict import Bools, Ints

OPSET = 18


class _Reading(nn.Module):
    """The part of the model that reads a window once."""

    def __init__(self, model: AttributionModel) -> None:
        super().__init__()
        self.model = model

    def forward(self, ids: Tensor, mask: Tensor, breaks: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        return self.model.read(ids, mask, breaks)


def export(model: AttributionModel, out: Path) -> None:
    """Write both graphs, in fp32 and int8, into `out`."""
    out.mkdir(parents=True, exist_ok=True)
    model.eval()
    ids = torch.randint(4, 1000, (2, 24))
    mask = torch.ones(2, 24, dtype=torch.bool)
    mask[1, 20:] = False
    breaks = torch.zeros(2, 24, dtype=torch.long)
    states, _, _ = model.read(ids, mask, breaks)
    anchors = torch.tensor([[0, 0, 1], [3, 7, 2], [4, 7, 2], [0, 1, 0]])
    page = {0: "windows", 1: "time"}
    _write(
        _Reading(model),
        (ids, mask, breaks),
        ["ids", "mask", "breaks"],
        ["states", "cues", "starts"],
        dict.fromkeys(("ids", "mask", "breaks", "states", "cues", "starts"), page),
        out / "encoder.onnx",
    )
    names = ["window", "first", "last", "kind"]
    _write(
        model.reader,
        (states.detach(), mask, *anchors),
        ["states", "mask", *names],
        ["roles"],
        {"states": page, "mask": page, "roles": {0: "anchors", 1: "time"}}
        | {name: {0: "anchors"} for name in names},
        out / "roles.onnx",
    )
    for name in ("encoder", "roles"):
        quantize_dynamic(
            out / f"{name}.onnx",
            out / f"{name}.int8.onnx",
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=False,
        )


def _write(
    module: nn.Module,
    example: tuple[Tensor, ...],
    inputs: list[str],
    outputs: list[str],
    axes: dict[str, dict[int, str]],
    path: Path,
) -> None:
    torch.onnx.export(
        module,
        example,
        str(path),
        input_names=inputs,
        output_names=outputs,
        dynamic_axes=axes,
        opset_version=OPSET,
        dynamo=False,
    )


class OnnxNetwork:
    """Runs exported graphs for `training.predict`."""

    def __init__(self, folder: Path, int8: bool, threads: int = 2) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        suffix = ".int8.onnx" if int8 else ".onnx"
        self.encoder, self.reader = (
            onnxruntime.InferenceSession(
                str(folder / f"{name}{suffix}"), options, providers=["CPUExecutionProvider"]
            )
            for name in ("encoder", "roles")
        )

    def read(self, ids: Ints, mask: Bools, breaks: Ints) -> tuple[object, Scores, Scores]:
        """See `training.predict.Network`."""
        states, cues, starts = self.encoder.run(None, {"ids": ids, "mask": mask, "breaks": breaks})
        return states, cues, starts

    def roles(
        self, states: object, mask: Bools, window: Ints, first: Ints, last: Ints, kind: Ints
    ) -> Scores:
        """See `training.predict.Network`."""
        given = {"states": states, "mask": mask}
        given |= {"window": window, "first": first, "last": last, "kind": kind}
        (scores,) = self.reader.run(None, given)
        out: Scores = np.asarray(scores, dtype=np.float32)
        return out


def main() -> None:
    """Run the command that the module's docstring describes."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    export(load_model(options.run, options.base), options.out)
    shutil.copyfile(options.base / "tokenizer.json", options.out / "tokenizer.json")
    for path in sorted(options.out.iterdir()):
        print(f"{path.stat().st_size / 1e6:8.1f} MB  {path.name}")


if __name__ == "__main__":
    main()
