"""Validate every file of the corpus and count what it holds.

    python -m training.corpus.check [STORY…]

Names every broken rule, one a story, on standard error; exit status 1 if there is any.
"""

from __future__ import annotations

import sys
from collections import Counter

from training.corpus.stories import ROOT, CorpusError, load_story


def main(names: list[str]) -> int:
    """Check the stories named, or all."""
    folders = [ROOT / name for name in names] or sorted(p.parent for p in ROOT.glob("*/story.yaml"))
    counts: Counter[str] = Counter()
    broken = 0
    for folder in folders:
        try:
            told = load_story(folder)
        except CorpusError as error:
            broken += 1
            print(error, file=sys.stderr)
            continue
        counts["stories"] += 1
        for article in told.articles:
            counts[f"articles {article.language}"] += 1
            counts["statements"] += len(article.statements)
            for statement in article.statements:
                counts[f"verdict {statement.gold.verdict}"] += 1
            for mark in article.marked.marks:
                counts[f"marks {mark.kind}"] += 1
    for name in sorted(counts):
        print(f"{counts[name]:6} {name}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
