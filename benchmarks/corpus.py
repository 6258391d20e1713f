"""Attributions on our own corpus, by language: what the tagger finds of what is marked there.

    python -m benchmarks.corpus [STORY…]

The corpus is ours, so this needs only the shared scorer. Prints one line a language.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.shared import TOOLS, score
from redite.interfaces import Passage
from redite.models.rules import RuleTagger
from redite.values import Attribution, Spans
from training.corpus.markup import Mark
from training.corpus.stories import ROOT, Told, load, load_story


def gold(told: Told) -> Iterator[dict[str, Any]]:
    """Yield the scorer's gold document for every article of a story."""
    for article in told.articles:
        yield {
            "id": f"{told.story.story}/{article.number}",
            "lang": article.language,
            "text": article.marked.text,
            "attributions": [
                {"source": _marks(s.source), "cue": _marks(s.cue), "content": _marks(s.content)}
                for s in article.statements
            ],
        }


def predicted(document: dict[str, Any]) -> dict[str, Any]:
    """Return the scorer's document with what the tagger finds."""
    (found,) = RuleTagger().tag([Passage(document["text"], document["lang"])])
    return {"id": document["id"], "attributions": [_spans(each) for each in found]}


def _marks(marks: tuple[Mark, ...]) -> list[list[int]]:
    return [[mark.start, mark.end] for mark in marks]


def _spans(attribution: Attribution) -> dict[str, list[list[int]]]:
    def pieces(spans: Spans) -> list[list[int]]:
        return [[span.start, span.end] for span in spans]

    return {
        "source": pieces(attribution.source),
        "cue": pieces(attribution.cue),
        "content": pieces(attribution.content),
    }


def main(stories: list[str]) -> int:
    """Score and print."""
    if not TOOLS.is_dir():
        print(f"skipped: no scorer at {TOOLS}; REDITE_SHARED may name another place")
        return 0
    documents: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for told in load() if not stories else (load_story(ROOT / story) for story in stories):
        for document in gold(told):
            documents[document["lang"]].append(document)
    with tempfile.TemporaryDirectory() as work:
        for language, found in sorted(documents.items()):
            figures = _scored(found, Path(work))
            print(language, len(found), "articles", json.dumps(figures))
    return 0


def _scored(documents: list[dict[str, Any]], work: Path) -> dict[str, Any]:
    paths = work / "gold.jsonl", work / "found.jsonl"
    for path, lines in zip(paths, (documents, map(predicted, documents)), strict=True):
        path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    figures = score("score_attribution.py", *paths)
    wanted = {name: figures[name]["f1"] for name in ("content_match", "relation")}
    return {**wanted, "gold": figures["gold_attributions"], "found": figures["pred_attributions"]}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
