"""Speed and memory of a whole ingest: articles and words a second, peak resident memory.

    python -m benchmarks.speed [PATH…] [--threads 1 2]

Without a path: PolNeAR's dev documents beside the checkout, else a generated web archive. Every
measurement is an `ingest` into a new ledger, as a user would run it, held to so many processors;
what is said a second counts from its start to its end, with loading and judging. Words are counted
in the texts as they came to stand in the ledger.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.make_warc import build
from benchmarks.shared import DATA, redite

DOCUMENTS = DATA / "attribution" / "polnear.dev.jsonl"
PAGES = 300
"""Of the generated web archive."""
WORD = re.compile(r"\w+(?:[’'-]\w+)*")


def measure(paths: Sequence[str], processors: int, work: Path) -> dict[str, float]:
    """Return the figures of one ingest into a new ledger."""
    ledger = work / f"speed-{processors}.db"
    command = [sys.executable, "-m", "redite", "ingest", *paths, "--ledger", str(ledger), "--quiet"]
    began = time.perf_counter()
    with tempfile.TemporaryFile("w+") as said:
        child = subprocess.Popen(command, stderr=said)
        hold(child.pid, processors)
        _, status, used = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - began
        child.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        if child.returncode not in (0, 1):  # 1: something was rejected
            raise SystemExit(said.read())
    texts = stored(ledger, work / "articles.jsonl")
    words = sum(len(WORD.findall(text)) for text in texts)
    return {
        "threads": processors,
        "articles": len(texts),
        "words": words,
        "seconds": round(seconds, 1),
        "processor_seconds": round(used.ru_utime + used.ru_stime, 1),
        "articles_a_second": round(len(texts) / seconds, 2),
        "words_a_second": round(words / seconds),
        "peak_mb": round(used.ru_maxrss / 1024),
        "ledger_mb": round(ledger.stat().st_size / 1e6, 1),
    }


def hold(process: int, processors: int) -> None:
    """Let a process that has just begun run on so many processors and no more."""
    if not hasattr(os, "sched_setaffinity"):
        print("this system holds no process to a processor: all of them are used", file=sys.stderr)
        return
    mine = sorted(os.sched_getaffinity(0))
    if processors > len(mine):
        print(f"there are only {len(mine)} processors here, not {processors}", file=sys.stderr)
    os.sched_setaffinity(process, mine[:processors])


def stored(ledger: Path, out: Path) -> list[str]:
    """Return the texts that stand in a ledger; none where nothing was kept."""
    redite("export", "--what", "articles", "--ledger", str(ledger), output=out)
    read = (json.loads(line) for line in out.read_text(encoding="utf-8").splitlines())
    return [article["text"] for article in read if article["outcome"] != "rejected"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print a line each; exit status 1 where nothing was kept."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else None)
    parser.add_argument("paths", nargs="*", metavar="PATH", help="files and folders to take in")
    parser.add_argument("--threads", nargs="+", type=int, default=[1, 2])
    options = parser.parse_args(arguments)
    kept = 0.0
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        paths = options.paths
        if not paths and DOCUMENTS.exists():
            paths = [str(DOCUMENTS)]
        elif not paths:
            paths = [str(work / "pages.warc.gz")]
            build(Path(paths[0]), pages=PAGES, seed=1)
        for threads in options.threads:
            figures = measure(paths, threads, work)
            print(json.dumps(figures), flush=True)
            kept = figures["articles"]
    if not kept:
        print("nothing was kept of what was given", file=sys.stderr)
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
