"""End-to-end quality on the gold sets, held against the floors.

    python -m benchmarks.quality

Runs the command line as a user would: `ingest` and `export` for the ledger scores, `read` for
the attribution scores. Prints one JSON object; exit status 1 if a figure is below its floor.
The sets are small (141 and 128 statements, one annotator each): look at the misses, not at the
third digit.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.shared import DATA, ROOT, TOOLS, redite, score

EXAMPLES = ROOT / "examples"
FLOORS = Path(__file__).parent / "floors.json"
LEDGER_FIGURES = (
    "extraction_precision extraction_recall extraction_f1 speaker_accuracy speaker_pair_f1 via_f1 "
    "said_on_f1 deadline_f1 estimate_f1 utterance_pair_f1 claim_pair_f1 verdict_accuracy "
    "verdict_accuracy_lenient "
    "verdict_macro_f1 contrast_precision contrasts_called end_to_end_verdict evidence_accuracy"
).split()


def ledger_figures(articles: Path, gold: Path, work: Path) -> dict[str, Any]:
    """Return the ledger scores of one scenario: ingest, export, score."""
    ledger, exported = work / f"{gold.parent.name}.db", work / f"{gold.parent.name}.jsonl"
    redite("ingest", str(articles), "--ledger", str(ledger), "--quiet")
    redite("export", "--what", "statements", "--ledger", str(ledger), output=exported)
    figures = score("score_ledger.py", gold, exported)
    return {name: figures[name] for name in LEDGER_FIGURES}


def attribution_figures(gold: Path, work: Path) -> dict[str, Any]:
    """Return the attribution scores of one file of gold documents: read, score."""
    read = work / f"read-{gold.name}"
    redite("read", str(gold), "--quiet", output=read)
    figures = score("score_attribution.py", gold, read)
    flat = {name: figures[name]["f1"] for name in ("content_match", "relation")}
    for role in ("source", "cue", "content"):
        flat[f"{role}_exact_range"] = figures[role]["exact_range"]["f1"]
        flat[f"{role}_soft"] = figures[role]["soft"]["f1"]
    return flat


def read_figures(gold: Path, work: Path) -> dict[str, Any]:
    """Return what `score_read.py` says of one scenario."""
    read = work / f"read-{gold.name}.jsonl"
    redite("read", str(gold / "articles"), "--quiet", output=read)
    return score("score_read.py", gold / "gold.json", read)


def measure(work: Path) -> dict[str, dict[str, Any]]:
    """Return all figures by gold set."""
    return {
        **{
            name: ledger_figures(DATA / name / "articles", DATA / name / "gold.json", work)
            for name in ("scenario-dev", "telegram-gold")
        },
        "examples": ledger_figures(EXAMPLES / "world", EXAMPLES / "gold" / "world.json", work),
        "scenario-dev-read": read_figures(DATA / "scenario-dev", work),
        "polnear.dev": attribution_figures(DATA / "attribution" / "polnear.dev.jsonl", work),
        "dewiki.dev": attribution_figures(DATA / "attribution" / "dewiki.dev.jsonl", work),
    }


def below(figures: dict[str, dict[str, Any]]) -> list[str]:
    """Return the figures that lie below their floors, in words."""
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    return [
        f"{name} {figure}: {figures[name][figure]} is below {floor}"
        for name, wanted in floors.items()
        for figure, floor in wanted.items()
        if (figures[name][figure] or 0) < floor
    ]


def main() -> int:
    """Measure, print, and compare with the floors."""
    if not TOOLS.is_dir():
        print(f"skipped: no gold sets at {DATA.parent}; REDITE_SHARED may name them")
        return 0
    with tempfile.TemporaryDirectory() as work:
        figures = measure(Path(work))
    print(json.dumps(figures, indent=2))
    failed = below(figures)
    for line in failed:
        print(line, file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
