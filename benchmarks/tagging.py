"""Speed and memory of the taggers alone: words a second, time to load, peak resident memory.

    python -m benchmarks.tagging [FILE.jsonl] [--models large rules] [--threads 1 2]

Reads documents with `{"text", "lang"?}` a line; without a file PolNeAR's dev documents. Every
measurement is a process of its own. Tokens are words and marks, as PolNeAR counts them; pieces are
what the network reads. On a busy machine look at tokens a second of processor time.
"""

from __future__ import annotations

import argparse
import json
import re
import resource
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.shared import DATA
from redite.interfaces import Passage, Tagger

TOKEN = re.compile(r"\w+(?:[’'-]\w+)*|[^\w\s]")


def measure(model: str, threads: int, path: Path) -> dict[str, float | str | int]:
    """Return the figures of one tagger in this very process."""
    began = time.perf_counter()
    tagger = _tagger(model, threads)
    tagger.tag([Passage("Irena Dalkova said on Monday that the bridge would reopen.", "en")])
    load = time.perf_counter() - began
    documents = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    passages = [Passage(d["text"], d.get("lang")) for d in documents]
    began, worked = time.perf_counter(), time.process_time()
    found = sum(map(len, tagger.tag(passages)))
    seconds, spent = time.perf_counter() - began, time.process_time() - worked
    tokens = sum(len(TOKEN.findall(passage.text)) for passage in passages)
    return {
        "model": model,
        "threads": threads,
        "documents": len(documents),
        "tokens": tokens,
        "attributions": found,
        "load_seconds": round(load, 2),
        "tokens_a_second": round(tokens / seconds),
        "tokens_a_processor_second": round(tokens / spent),
        "articles_a_second": round(len(documents) / seconds, 2),
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


def _tagger(model: str, threads: int) -> Tagger:
    from redite.models import Model, open_tagger

    return open_tagger(Model(model), threads)


def main() -> int:
    """Measure each combination in a process of its own, and print a line each."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else None)
    parser.add_argument(
        "file", nargs="?", type=Path, default=DATA / "attribution" / "polnear.dev.jsonl"
    )
    parser.add_argument("--models", nargs="+", default=["large", "rules"])
    parser.add_argument("--threads", nargs="+", type=int, default=[1, 2])
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if not options.file.exists():
        print(f"skipped: no documents at {options.file}")
        return 0
    if options.here:
        print(json.dumps(measure(options.models[0], options.threads[0], options.file)))
        return 0
    for model in options.models:
        for threads in options.threads if model != "rules" else [1]:
            again = [sys.executable, "-m", "benchmarks.tagging", str(options.file), "--here"]
            again += ["--models", model, "--threads", str(threads)]
            subprocess.run(again, check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
