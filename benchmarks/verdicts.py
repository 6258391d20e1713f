"""Verdicts on our own corpus, statement by statement, as if everything had been extracted rightly.

    python -m benchmarks.verdicts AUTHOR_OR_STORY… [--words]

All stories of these authors make one ledger. Prints accuracy, how well utterances and claims are
put together, how often what a statement is held against is among its candidates, and how often
a verdict of a given confidence is right. `--words` leaves the vectors out.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from redite.compare.meanings import Meanings
from redite.compare.model import pair_model
from redite.interfaces import Comparer
from redite.models import open_comparer
from redite.stages.verdicts import Bench, entry_of, said
from redite.store.vectors import KeptVectors
from redite.values import Judgement, Label
from training.corpus.stories import load
from training.pairs.told import Known, known

BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)
LOOKED_AT = 20
KEPT = Path(tempfile.gettempdir()) / "redite-benchmark.vectors"


def main(arguments: list[str]) -> int:
    """Judge, print."""
    chosen = [t for t in load() if {t.story.author, t.story.story} & set(arguments)]
    told = [(t.story.story, each) for t in chosen for each in known(t)]
    told.sort(key=lambda pair: (pair[1].case.article.order, pair[1].case.statement.position))
    judged, recall = _judged([each for _, each in told], _comparer("--words" in arguments))
    right = [
        j.verdict.label == each.gold.verdict for j, (_, each) in zip(judged, told, strict=True)
    ]
    print(f"{len(told)} statements: {sum(right) / len(told):.3f} right")
    print(f"candidates: {recall:.3f} of what is held against is among the {LOOKED_AT} first")
    for name in ("utterance", "claim"):
        gold = [f"{story} {getattr(each.gold, name)}" for story, each in told]
        f1 = _pair_f1(gold, [getattr(j, name) for j in judged])
        print(f"{name}s put together: F1 {f1:.3f}")
    _print_labels(judged, [each for _, each in told])
    _print_reliability(judged, right)
    return 0


def _comparer(words: bool) -> Comparer | None:
    if words:
        return None
    comparer = open_comparer()
    return replace(comparer, encoder=KeptVectors(comparer.encoder, KEPT))


def _judged(told: Sequence[Known], comparer: Comparer | None) -> tuple[list[Judgement], float]:
    meanings = None
    if comparer is not None:
        texts = [said(e.case.article.text, e.case.statement) for e in told]
        meanings = Meanings(pair_model(), texts, comparer)
    bench = Bench(meanings)
    seen: dict[str, Known] = {}
    judged, found, wanted = [], 0, 0
    for number, each in enumerate(told):
        if each.gold.against:
            wanted += 1
            story = each.case.article.key.partition("/")[0]
            names = {f"{story} {name}" for name in each.gold.against}
            utterances = {
                past.gold.utterance
                for key, past in seen.items()
                if f"{key.partition('/')[0]} {past.name}" in names
            }
            candidates = bench.candidates(entry_of(each.case, number, meanings))[:LOOKED_AT]
            found += any(
                seen[c.statement].gold.utterance in utterances
                and c.statement.startswith(f"{story}/")
                for c in candidates
            )
        judged.append(bench.judge(each.case))
        seen[each.case.statement.id] = each
    return judged, found / max(1, wanted)


def _pair_f1(gold: Sequence[str], found: Sequence[str]) -> float:
    both = sum(_pairs(zip(gold, found, strict=True)))
    return 2 * both / max(1, sum(_pairs(gold)) + sum(_pairs(found)))


def _pairs(groups: Iterable[object]) -> Iterable[int]:
    return (n * (n - 1) // 2 for n in Counter(groups).values())


def _print_labels(judged: Sequence[Judgement], told: Sequence[Known]) -> None:
    for label in Label:
        called = [e.gold.verdict == label for j, e in zip(judged, told, strict=True)
                  if j.verdict.label is label]  # fmt: skip
        there = sum(each.gold.verdict == label for each in told)
        precision = sum(called) / max(1, len(called))
        print(f"  {label:15} precision {precision:.2f}, recall {sum(called) / max(1, there):.2f}")


def _print_reliability(judged: Sequence[Judgement], right: Sequence[bool]) -> None:
    bins = defaultdict(list)
    for j, is_right in zip(judged, right, strict=True):
        least = max(limit for limit in BINS if limit <= j.verdict.confidence)
        bins[least].append((j.verdict.confidence, is_right))
    for least in sorted(bins):
        pairs = bins[least]
        said_mean = sum(c for c, _ in pairs) / len(pairs)
        share = sum(r for _, r in pairs) / len(pairs)
        print(f"  confidence {said_mean:.2f}: {share:.2f} right of {len(pairs)}")
    unsure = [r for j, r in zip(judged, right, strict=True) if j.verdict.unsure]
    print(f"  unsure: {sum(unsure) / max(1, len(unsure)):.2f} right of {len(unsure)}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
