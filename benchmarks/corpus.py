"""Attributions on our own corpus, by language: what the tagger finds of what is marked there.

    python -m benchmarks.corpus [STORY…] [--model large|rules]

The corpus is ours, so this needs only the shared scorer. Prints one line a language, then how many
of the reports of each kind were found (contents with Jaccard >= 0.5, and the source right as
well): direct (quoted), mixed (with a quotation inside), indirect, cueless, nested.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.shared import TOOLS, score
from redite.interfaces import Passage, Tagger
from redite.models import DEFAULT, Model, open_tagger
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


def predicted(document: dict[str, Any], tagger: Tagger) -> dict[str, Any]:
    """Return the scorer's document with what the tagger finds."""
    (found,) = tagger.tag([Passage(document["text"], document["lang"])])
    return {"id": document["id"], "attributions": [_spans(each) for each in found]}


Role = list[list[int]]


def kinds(documents: list[dict[str, Any]], tagger: Tagger) -> dict[str, tuple[int, int, int]]:
    """Return for each kind of report how many were found, found with their source, and there."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for document in documents:
        found = predicted(document, tagger)["attributions"]
        every = document["attributions"]
        for one in every:
            same = [f for f in found if _alike(one["content"], f["content"])]
            right = any(
                (not one["source"] and not f["source"]) or _alike(one["source"], f["source"])
                for f in same
            )
            for kind in _kinds(one, every, document["text"]):
                for at, met in enumerate((bool(same), right, True)):
                    counts[kind][at] += met
    return {kind: (right, sourced, count) for kind, (right, sourced, count) in counts.items()}


def _kinds(one: dict[str, Role], every: list[dict[str, Role]], text: str) -> Iterator[str]:
    content = one["content"]
    (start, _), (_, end) = content[0], content[-1]
    if text[:start].rstrip()[-1:] in OPENING and text[start - 1 : start] in OPENING:
        yield "direct"
    elif any(mark in text[a:b] for a, b in content for mark in "“”«»„"):
        yield "mixed"
    else:
        yield "indirect"
    if not one["cue"]:
        yield "cueless"
    if any(a <= start and end <= b for o in every if o is not one for a, b in o["content"]):
        yield "nested"


OPENING = tuple('“«„"')


def _alike(some: Role, others: Role) -> bool:
    a, b = ({i for start, end in role for i in range(start, end)} for role in (some, others))
    return bool(a and b) and 2 * len(a & b) >= len(a | b)


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


def main() -> int:
    """Score and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else None)
    parser.add_argument("stories", nargs="*")
    parser.add_argument("--model", type=Model, choices=list(Model), default=DEFAULT)
    options = parser.parse_args()
    stories = options.stories
    tagger = open_tagger(options.model)
    if not TOOLS.is_dir():
        print(f"skipped: no scorer at {TOOLS}; REDITE_SHARED may name another place")
        return 0
    documents: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for told in load() if not stories else (load_story(ROOT / story) for story in stories):
        for document in gold(told):
            documents[document["lang"]].append(document)
    with tempfile.TemporaryDirectory() as work:
        every = {"all": [each for found in documents.values() for each in found]}
        for language, found in sorted((documents | every).items()):
            figures = _scored(found, tagger, Path(work))
            print(language, len(found), "articles", json.dumps(figures))
        for kind, (right, sourced, count) in sorted(kinds(every["all"], tagger).items()):
            print(
                f"{kind}: {right / count:.3f} found, {sourced / count:.3f} with source, of {count}"
            )
    return 0


def _scored(documents: list[dict[str, Any]], tagger: Tagger, work: Path) -> dict[str, Any]:
    paths = work / "gold.jsonl", work / "found.jsonl"
    read = [predicted(document, tagger) for document in documents]
    for path, lines in zip(paths, (documents, read), strict=True):
        path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    figures = score("score_attribution.py", *paths)
    wanted = {name: figures[name]["f1"] for name in ("content_match", "relation")}
    return {**wanted, "gold": figures["gold_attributions"], "found": figures["pred_attributions"]}


if __name__ == "__main__":
    sys.exit(main())
