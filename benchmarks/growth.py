"""What judging a statement costs with few and with many statements on record.

    OPENBLAS_NUM_THREADS=1 python -m benchmarks.growth [STATEMENTS…]
    python -m benchmarks.growth --ledger [STATEMENTS…]

Fills the judge's memory with generated statements (not judged, only remembered), then judges 200
more: processor time of the median, and what the memory takes up. Without numbers: 10,000 and
1,000,000; the last may cost at most 1.5 times the first. With `--ledger` a ledger on disk of that
many statements is settled, one article comes, and it is settled again: seconds, and size of the
files. Without numbers: 1,000 and 10,000.
"""

from __future__ import annotations

import json
import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zlib import crc32

import numpy as np

from redite import pipeline
from redite.compare.meanings import Meanings
from redite.compare.model import Floats, pair_model
from redite.interfaces import Comparer, Store
from redite.models import open_comparer
from redite.stages.verdicts import Bench, Case
from redite.store import judged, open_store, vectors
from redite.text.ids import statement_id
from redite.values import (
    Analysis,
    Article,
    Attribution,
    Mention,
    Outcome,
    Span,
    Speaker,
    SpeakerKind,
    Standing,
    Statement,
)

START = datetime(2024, 1, 1, tzinfo=UTC)
JUDGED = 200
MOST = 1.5
SPEAKERS = 500
WORDS = 20_000
COMMON = (
    "troops border river budget minister treaty harvest port strike election dam railway company"
    " tax prison hospital school satellite reactor inspection agreement parliament ship bank"
).split()


def cases(count: int, seed: int) -> Iterator[Case]:
    """Yield generated statements: a few common words, a few rare ones, a number."""
    rng = random.Random(seed)
    for number in range(count):
        rare = [f"w{_letters(int(rng.paretovariate(0.6)) % WORDS)}" for _ in range(5)]
        words = [*rng.sample(COMMON, 3), *rare, str(rng.randrange(2, 900))]
        rng.shuffle(words)
        yield _case(" ".join(words), number, rng.randrange(SPEAKERS))


def _letters(number: int) -> str:
    out = ""
    while number:
        number, rest = divmod(number, 20)
        out += "bcdfghjklmnpqrstvwxz"[rest] + "aeiou"[rest % 5]
    return out or "a"


def _case(text: str, number: int, who: int) -> Case:
    key, when = f"a{number // 4}", START + timedelta(minutes=number)
    article = Article(
        key=key, given_id=key, url=None, publisher="Halden Wire", published=when, dated=True,
        modified=None, language="en", title=None, text=text, items=(Span(0, len(text)),),
        relayed_from=None, taken_in=when, origin=key,
    )  # fmt: skip
    attribution = Attribution((), (), (Span(0, len(text)),))
    statement = Statement(
        id=statement_id(f"{key}-{number}", attribution.content),
        article=key,
        item=0,
        attribution=attribution,
        speaker=Mention(f"Speaker {who}", SpeakerKind.PERSON, "", ""),
    )
    speaker = Speaker(f"p-{who}", f"Speaker {who}", SpeakerKind.PERSON)
    return Case(article, Standing(key, key, Outcome.KEPT, ""), statement, speaker)


def measure(count: int) -> tuple[float, float, float]:
    """Return milliseconds to judge with `count` on record, megabytes, seconds to fill."""
    asked = list(cases(JUDGED, seed=2))
    texts = [case.article.text for case in asked]
    model = pair_model()
    bench = Bench(Meanings(model, texts, Comparer(Drawn(), open_comparer().reader)))
    before, began = _resident(), time.process_time()
    drawn = np.random.default_rng(4)
    for case in cases(count, seed=1):
        vector = drawn.standard_normal((model.projection.shape[1],), np.float32)
        unit: Floats = (vector / np.linalg.norm(vector)).astype(np.float32)
        bench.remember(case, unit)
    filled, megabytes = time.process_time() - began, _resident() - before
    spent = []
    for case in asked:
        began = time.process_time()
        bench.judge(case)
        spent.append((time.process_time() - began) * 1000)
    return statistics.median(spent), megabytes, filled


def _resident() -> float:
    """Return the megabytes of memory that this program holds now."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * resource.getpagesize() / 1e6


class Drawn:
    """An encoder for measuring: a random vector for each sentence, always the same one."""

    version = "drawn"

    def embed(self, sentences: Sequence[str]) -> Floats:
        """Return a unit vector for each sentence."""
        size = len(pair_model().centre)
        rows = [
            np.random.default_rng(crc32(each.encode())).standard_normal(size, np.float32)
            for each in sentences
        ]
        found = np.stack(rows) if rows else np.zeros((0, size), np.float32)
        unit: Floats = found / np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1e-9)
        return unit


def measure_ledger(count: int, work: Path) -> dict[str, float]:
    """Return what it costs to settle `count` statements on disk, and then one article more."""
    path = work / f"{count}.db"
    store = open_store(str(path), create=True)
    told = list(cases(count + 1, seed=1))
    for case in told[:count]:
        _put(store, case)
    first = _settled(store, path)
    again = _settled(store, path)
    _put(store, told[count])
    one_more = _settled(store, path)
    store.close()
    sizes = {
        f"{name}_mb": round(Path(f"{path}{ending}").stat().st_size / 1e6, 1)
        for name, ending in (("ledger", ""), ("judged", judged.ENDING), ("vectors", vectors.ENDING))
    }
    return {"first": first, "again": again, "one_more": one_more, **sizes}


def _put(store: Store, case: Case) -> None:
    """Add one statement as an article of its own."""
    article = replace(case.article, key=case.statement.id, given_id=None)
    statement = replace(case.statement, article=article.key)
    store.add(article, Analysis(article.key, "drawn", (statement,)))


def _settled(store: Store, path: Path) -> float:
    """Return the processor seconds that settling takes."""
    began = time.process_time()
    encoder = vectors.KeptVectors(Drawn(), Path(f"{path}{vectors.ENDING}"))
    keeper = judged.KeptDecisions(Path(f"{path}{judged.ENDING}"))
    pipeline.settle(store, lambda: START, Comparer(encoder), keeper)
    return round(time.process_time() - began, 2)


def main(arguments: list[str]) -> int:
    """Measure, print, and compare the last with the first."""
    sizes = [int(each) for each in arguments if each != "--ledger"]
    if "--ledger" in arguments:
        with tempfile.TemporaryDirectory() as work:
            for size in sizes or [1_000, 10_000]:
                print(f"{size:>9} on record:", json.dumps(measure_ledger(size, Path(work))))
        return 0
    spent = []
    for size in sizes or [10_000, 1_000_000]:
        milliseconds, megabytes, filled = measure(size)
        spent.append(milliseconds)
        print(
            f"{size:>9} on record: {milliseconds:.2f} ms a statement, {megabytes:.0f} MB, "
            f"filled in {filled:.0f} s",
            flush=True,
        )
    ratio = spent[-1] / spent[0]
    print(f"last to first: {ratio:.2f}")
    return 1 if ratio > MOST else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
