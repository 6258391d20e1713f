"""Speed and memory of a whole ingest: articles a second, peak resident memory.

    python -m benchmarks.speed [PATH…]

Without a path: the chat corpus beside the checkout, else a generated web archive of 1,000 pages.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.make_warc import build
from benchmarks.shared import DATA


def measure(paths: list[str], work: Path) -> dict[str, float]:
    """Return seconds, articles a second and peak megabytes of one ingest into a new ledger."""
    ledger = work / "speed.db"
    command = [sys.executable, "-m", "redite", "ingest", *paths, "--ledger", str(ledger)]
    start = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    seconds = time.perf_counter() - start
    if done.returncode > 1:
        raise SystemExit(done.stderr)
    summary = next(line for line in done.stderr.splitlines() if line.startswith("on record: "))
    articles = int(summary.removeprefix("on record: ").split()[0])
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return {
        "articles": articles,
        "seconds": round(seconds, 1),
        "articles_a_second": round(articles / seconds, 1),
        "peak_mb": round(peak, 1),
        "ledger_mb": round(ledger.stat().st_size / 1e6, 1),
    }


def main(paths: list[str]) -> int:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as work:
        if not paths and (DATA / "telegram").is_dir():
            paths = [str(DATA / "telegram")]
        elif not paths:
            archive = Path(work) / "thousand.warc.gz"
            build(archive, pages=1000, seed=1)
            paths = [str(archive)]
        print(json.dumps(measure(paths, Path(work)), indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
