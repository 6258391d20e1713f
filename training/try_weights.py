"""Reads texts with weights that were just exported, as the installed program reads them.

    python -m training.try_weights --weights WEIGHTS --pairs PAIRS.npz --documents FILE.jsonl \\
        --out PREDICTIONS.jsonl

Writes what the tagger finds, to be scored, and fails where the sentence encoder gives no unit
vector, or the pair reader or the pair model no likelihood. Needs no torch.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np

from redite.compare.features import NAMES
from redite.compare.model import load
from redite.interfaces import Passage, Told
from redite.models import DEFAULT, THREADS
from redite.models.neural import NeuralPairReader, NeuralTagger, SentenceEncoder
from redite.values import Spans

CLAIM, AGAIN = "The bridge will reopen in May.", "Міст знову відкриють у травні."


def main() -> None:
    """Run the command that the module's docstring describes."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--weights", type=Path, required=True, help="what training.export wrote")
    parser.add_argument("--pairs", type=Path, required=True, help="what training.pairs.train wrote")
    parser.add_argument("--documents", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    tagger = NeuralTagger(DEFAULT.value, THREADS, options.weights)
    lines = options.documents.read_text(encoding="utf-8").splitlines()
    documents = [json.loads(line) for line in lines]
    tagged = tagger.tag([Passage(one["text"], one.get("lang")) for one in documents])
    with options.out.open("w", encoding="utf-8") as out:
        for document, found in zip(documents, tagged, strict=True):
            attributions = [
                {"source": ranges(a.source), "cue": ranges(a.cue), "content": ranges(a.content)}
                for a in found
            ]
            record = {"id": document["id"], "text": document["text"], "attributions": attributions}
            out.write(json.dumps(record, ensure_ascii=False) + "\n")
    vectors = SentenceEncoder(THREADS, options.weights).embed([CLAIM, AGAIN])
    told = NeuralPairReader(THREADS, options.weights).read(
        [(Told("", CLAIM, ""), Told("", AGAIN, ""))]
    )
    with options.pairs.open("rb") as file:
        model = load(file)
    one, other = model.project(vectors, ["en", "uk"])
    row = np.zeros((1, len(NAMES)))
    row[0, NAMES.index("cosine across")] = one @ other
    (claim,) = model.claims(row, told)
    lengths = (vectors**2).sum(axis=1)
    if not np.allclose(lengths, 1.0, atol=1e-3) or not (0 <= told[0] <= 1 and 0 <= claim <= 1):
        raise SystemExit(f"{options.weights} gives vectors or likelihoods that cannot be")
    print(
        f"{tagger.version}: {sum(map(len, tagged))} attributions in {len(documents)} documents; "
        f"one claim in two languages: cosine {vectors[0] @ vectors[1]:.3f}, told {told[0]:.3f}, "
        f"in all {claim:.3f}"
    )


def ranges(spans: Spans) -> list[list[int]]:
    """Return spans as scorers read them."""
    return [[span.start, span.end] for span in spans]


if __name__ == "__main__":
    main()
