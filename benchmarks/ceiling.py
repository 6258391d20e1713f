"""What the German Wikinews set can grant a tagger that follows our guidelines.

    python -m benchmarks.ceiling

That set marks reports by guidelines of its own. Some of its documents were annotated by ours, by
reading and without a look at their gold (`benchmarks/ceiling/dewiki.jsonl`: offsets only, the
texts are not ours to publish). Prints how that annotation scores against the gold, which is the
ceiling; how the default tagger scores against either; and where the two annotations part: entries
with the same content and another source (and for how many of these we name none), entries that
share words but are cut otherwise, and entries that only one side counts as reports.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections import Counter
from pathlib import Path
from runpy import run_path
from typing import Any

from benchmarks.shared import DATA, TOOLS, redite, score

OURS = Path(__file__).parent / "ceiling" / "dewiki.jsonl"
THEIRS = DATA / "attribution" / "dewiki.dev.jsonl"
SCORER = "score_attribution.py"

Document = dict[str, Any]
Filler = dict[str, frozenset[int]]


def annotated_twice() -> tuple[list[Document], list[Document]]:
    """Return the documents annotated twice: with the set's attributions, and with ours."""
    gold = {document["id"]: document for document in _lines(THEIRS)}
    ours = [gold[each["id"]] | each for each in _lines(OURS)]
    return [gold[document["id"]] for document in ours], ours


def differences(theirs: list[Document], ours: list[Document]) -> Counter[str]:
    """Return how many entries of the two annotations agree, and how many differ in which way."""
    scorer = run_path(str(TOOLS / SCORER))  # what it pairs is what we count
    counts: Counter[str] = Counter()
    for some, others in zip(theirs, ours, strict=True):
        gold, found = _fillers(some, scorer), _fillers(others, scorer)
        pairs = scorer["match"](gold, found)
        for i, k in pairs:
            same = scorer["same_source"](gold[i], found[k])
            counts["the same" if same else "another source"] += 1
            counts["another source: we name none"] += not same and not found[k]["source"]
        for side, entries, opposite, paired in (
            ("theirs", gold, found, {i for i, _ in pairs}),
            ("ours", found, gold, {k for _, k in pairs}),
        ):
            for at, entry in enumerate(entries):
                if at not in paired:
                    shared = any(entry["content"] & other["content"] for other in opposite)
                    counts[f"{'cut otherwise' if shared else 'a report only to one'}: {side}"] += 1
    return counts


def _fillers(document: Document, scorer: dict[str, Any]) -> list[Filler]:
    return [
        {role: scorer["chars"](each[role], document["text"]) for role in scorer["ROLES"]}
        for each in document["attributions"]
    ]


def _lines(path: Path) -> list[Document]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def main() -> int:
    """Score each against each, and print."""
    if not (THEIRS.is_file() and TOOLS.is_dir()):
        print(f"skipped: no gold at {THEIRS}; REDITE_SHARED may name another place")
        return 0
    theirs, ours = annotated_twice()
    with tempfile.TemporaryDirectory() as work:
        gold, by_hand, read = (Path(work, name) for name in ("theirs.jsonl", "ours.jsonl", "read"))
        for path, documents in ((gold, theirs), (by_hand, ours)):
            path.write_text("".join(json.dumps(each) + "\n" for each in documents), "utf-8")
        redite("read", str(gold), "--quiet", output=read)
        for name, wanted, found in (
            ("our annotation on their gold", gold, by_hand),
            ("the tagger on their gold", gold, read),
            ("the tagger on our annotation", by_hand, read),
        ):
            figures = score(SCORER, wanted, found)
            shown = {figure: figures[figure]["f1"] for figure in ("content_match", "relation")}
            shown |= {"gold": figures["gold_attributions"], "found": figures["pred_attributions"]}
            print(f"{name}, {figures['docs']} documents: {json.dumps(shown)}")
    for kind, count in sorted(differences(theirs, ours).items()):
        print(f"{kind}: {count}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
