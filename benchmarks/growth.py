"""What judging a statement costs with few and with many statements on record.

    python -m benchmarks.growth [STATEMENTS…]

Fills the judge's memory with generated statements (not judged, only remembered), then judges 200
more, and prints milliseconds a statement and megabytes. Without numbers: 10,000 and 100,000.
"""

from __future__ import annotations

import random
import resource
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import numpy as np

from redite.compare.meanings import Meanings
from redite.compare.model import pair_model
from redite.stages.verdicts import Bench, Case
from redite.text.ids import statement_id
from redite.values import (
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


def measure(count: int) -> tuple[float, float]:
    """Return milliseconds a statement with `count` on record, and the most megabytes used."""
    asked = list(cases(JUDGED, seed=2))
    texts = [case.article.text for case in asked]
    model = pair_model()
    rng = np.random.default_rng(3)
    vectors = rng.normal(size=(len(texts), len(model.centre))).astype(np.float32)
    bench = Bench(Meanings(model, texts, vectors))
    random_vector = np.random.default_rng(4)
    for case in cases(count, seed=1):
        vector = random_vector.normal(size=(1, model.projection.shape[1])).astype(np.float32)
        bench.remember(case, vector[0] / np.linalg.norm(vector))
    began = time.process_time()
    for case in asked:
        bench.judge(case)
    spent = (time.process_time() - began) / JUDGED * 1000
    return spent, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(arguments: list[str]) -> int:
    """Measure, print, and compare the last with the first."""
    sizes = [int(each) for each in arguments] or [10_000, 100_000]
    spent = []
    for size in sizes:
        milliseconds, megabytes = measure(size)
        spent.append(milliseconds)
        print(f"{size:>9} on record: {milliseconds:.1f} ms a statement, {megabytes:.0f} MB")
    print(f"last to first: {spent[-1] / spent[0]:.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
