"""Finds attributions in texts with a trained network, whatever runs it.

    python -m training.predict --run DIR --base DIR --documents FILE.jsonl --out PREDICTIONS.jsonl

`--onnx DIR` reads with the graphs that `training.export` wrote there, and not a run's weights.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from redite.models.neural.pieces import cut
from redite.models.neural.reading import Network, PiecesLike, Reading, ranges, tag


def records(
    network: Network,
    documents: Sequence[tuple[str, str, PiecesLike]],
    reading: Reading,
    budget: int = 8192,
) -> Iterator[dict[str, Any]]:
    """Yield a prediction a document (id, text, pieces), in the format that scorers read."""
    tagged = tag(network, [pieces for _, _, pieces in documents], reading, budget)
    for (name, text, pieces), found in zip(documents, tagged, strict=True):
        attributions = [
            {
                "source": ranges(one.source, pieces),
                "cue": ranges(one.cue, pieces),
                "content": content,
                "score": round(one.score, 4),
            }
            for one in found
            if (content := ranges(one.content, pieces))
        ]
        yield {"id": name, "text": text, "attributions": attributions}


def write_records(path: Path, found: Iterator[dict[str, Any]]) -> None:
    """Write predictions as JSON lines."""
    with path.open("w", encoding="utf-8") as out:
        for record in found:
            out.write(json.dumps(record, ensure_ascii=False) + "\n")


def main() -> None:
    """Run the command that the module's docstring describes."""
    from training.data import read_documents
    from training.tokens import load_tokenizer

    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--base", type=Path, required=True, help="what training.checkpoint wrote")
    parser.add_argument("--run", type=Path, help="folder of a training run")
    parser.add_argument("--onnx", type=Path, help="folder that training.export wrote")
    parser.add_argument("--documents", type=Path, nargs="+", required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--cue", type=float, default=Reading().cue)
    parser.add_argument("--least", type=float, default=Reading().least)
    parser.add_argument("--longest", type=int, default=Reading().longest)
    options = parser.parse_args()
    network: Network
    if options.onnx:
        from redite.models.neural.graphs import TaggerGraphs
        from redite.models.neural.words import load

        network = TaggerGraphs(options.onnx, load(options.onnx.parent / "words.npz"))
    elif options.run:
        from training.network import load_network

        network = load_network(options.run, options.base)
    else:
        parser.error("one of --run and --onnx is needed")
    tokenizer = load_tokenizer(options.base)
    documents = [(d.id, d.text, cut(tokenizer, d.text)) for d in read_documents(options.documents)]
    reading = Reading(cue=options.cue, least=options.least, longest=options.longest)
    write_records(
        options.out, records(network, documents, reading, budget=1 if options.onnx else 8192)
    )


if __name__ == "__main__":
    main()
