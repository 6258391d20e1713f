"""Context links on our own corpus: a link counts when its event overlaps a marked one.

    python -m benchmarks.context [--tuned] [--misses] [STORY…]

Overlap is a share of one half of the letters that either holds (Jaccard). Without stories it takes
those of authors a4 and a5, which nobody read while the words were chosen; `--tuned` takes those of
a1 to a3, which were.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator

from benchmarks.stories import chosen
from redite.lang import languages
from redite.text.context import find_context
from training.corpus.stories import Article

TUNED = ("a1", "a2", "a3")
HELD_OUT = ("a4", "a5")

Outcome = tuple[str, str, str]
"""Language, "right", "wrong" or "missed", and the words."""


def outcomes(article: Article) -> Iterator[Outcome]:
    """Yield what became of every link, found or marked, of one article."""
    text = article.marked.text
    gold = [set(range(m.start, m.end)) for m in article.marked.marks if m.kind == "v"]
    for link in find_context(text, article.language):
        event = set(range(link.event[0].start, link.event[-1].end))
        hit = next((g for g in gold if 2 * len(event & g) >= len(event | g)), None)
        if hit is not None:
            gold.remove(hit)
        kind = "wrong" if hit is None else "right"
        yield article.language, kind, text[link.marker[0].start : link.event[-1].end]
    for missed in gold:
        yield article.language, "missed", text[max(0, min(missed) - 30) : max(missed) + 1]


def line(name: str, counts: Counter[str]) -> str:
    """Return precision, recall and F1 of one language."""
    right, wrong, missed = counts["right"], counts["wrong"], counts["missed"]
    precision, recall = right / max(right + wrong, 1), right / max(right + missed, 1)
    f1 = 2 * right / max(2 * right + wrong + missed, 1)
    return f"{name:4} n={right + missed:3}  P={precision:.2f} R={recall:.2f} F1={f1:.2f}"


def main(arguments: list[str]) -> int:
    """Measure and print."""
    told = chosen(arguments, TUNED, HELD_OUT)
    found = [
        outcome
        for one in told
        for article in one.articles
        if article.language in languages()
        for outcome in outcomes(article)
    ]
    if "--misses" in arguments:
        for language, kind, words in found:
            if kind != "right":
                print(f"{language} {kind}: {' '.join(words.split())}")
    for language in sorted({language for language, _, _ in found}):
        print(line(language, Counter(kind for code, kind, _ in found if code == language)))
    print(line("all", Counter(kind for _, kind, _ in found)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
