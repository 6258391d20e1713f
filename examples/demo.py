"""Run redite's main job on the bundled examples: an invented world, offline.

    make demo

Takes in `examples/world` (saved pages, feeds, a web archive, a chat export, JSON, plain text),
then shows the brief of one day, a search across languages, one statement's history, and proves
that every span still matches its text. Everything it makes lies in `out/`.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
WORLD = HERE / "world"
OUT = HERE.parent / "out"
LEDGER = OUT / "demo.db"
DAY = "2024-03-04"


def redite(*arguments: str, save: str | None = None) -> str:
    """Run one command as a user would, show it, and return what it printed."""
    shown = " ".join(arguments).replace(str(HERE.parent) + "/", "")
    print(f"\n$ redite {shown}" + (f" > out/{save}" if save else ""), flush=True)
    command = [sys.executable, "-m", "redite", *arguments]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, encoding="utf-8", check=False)
    if done.returncode > 1:  # 1 says that an input was rejected: the wordless photo of the chat
        raise SystemExit(done.returncode)
    if save:
        (OUT / save).write_text(done.stdout, encoding="utf-8")
    else:
        print(done.stdout, end="")
    return done.stdout


def most_reported(lines: str) -> str:
    """Return the id of a statement whose claim was put forward most often."""
    statements = [json.loads(line) for line in lines.splitlines()]
    claims = [statement["claim"] for statement in statements]
    best = max(statements, key=lambda statement: claims.count(statement["claim"]))
    return str(best["id"])


def main() -> None:
    """Show what redite does today."""
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir()
    ledger = ("--ledger", str(LEDGER))
    redite("ingest", str(WORLD), *ledger)
    exported = redite("export", "--what", "statements", *ledger, save="statements.jsonl")
    redite("brief", "--since", DAY, "--until", DAY, *ledger)
    redite("brief", "--since", DAY, "--until", DAY, "--format", "html", *ledger, save="brief.html")
    redite("search", "depot", *ledger)
    redite("trace", most_reported(exported), *ledger)
    marked = ("read", str(WORLD / "articles"), "--format", "html")
    redite(*marked, save="marked.html")
    redite("verify", *ledger)
    print("\nOpen out/brief.html and out/marked.html in a browser.")


if __name__ == "__main__":
    main()
