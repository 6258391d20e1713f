"""Tag the documents of JSON-lines files and write predictions for a scorer.

    python benchmarks/attribution.py DATA [DATA …] --out FOLDER

DATA is a file or a folder of `*.jsonl` with `{"id","lang","text"}` a line. Each `NAME.jsonl` gives
`FOLDER/NAME.jsonl` with `{"id","text","attributions":[{"source","cue","content"}]}`, offsets in
code points, end exclusive.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from redite.interfaces import Passage
from redite.models.rules import RuleTagger
from redite.values import Attribution, Spans


def files(paths: list[Path]) -> Iterator[Path]:
    for path in paths:
        yield from sorted(path.glob("*.jsonl")) if path.is_dir() else [path]


def pieces(spans: Spans) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def record(found: Attribution) -> dict[str, list[list[int]]]:
    return {
        "source": pieces(found.source),
        "cue": pieces(found.cue),
        "content": pieces(found.content),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("data", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    tagger = RuleTagger()
    for path in files(options.data):
        lines = [line for line in path.read_text(encoding="utf-8").split("\n") if line]
        documents = [json.loads(line) for line in lines]
        documents = [d for d in documents if isinstance(d.get("text"), str)]
        began = perf_counter()
        tagged = tagger.tag([Passage(d["text"], d.get("lang")) for d in documents])
        seconds = perf_counter() - began
        with (options.out / path.name).open("w", encoding="utf-8") as out:
            for document, found in zip(documents, tagged, strict=True):
                row = {
                    "id": document["id"],
                    "text": document["text"],
                    "attributions": [record(attribution) for attribution in found],
                }
                out.write(json.dumps(row, ensure_ascii=False) + "\n")
        size = sum(len(d["text"]) for d in documents)
        count = sum(map(len, tagged))
        print(
            f"{path.name}: {len(documents)} texts, {count} attributions, "
            f"{size / max(seconds, 1e-9) / 1e6:.2f} million characters a second"
        )


if __name__ == "__main__":
    main()
