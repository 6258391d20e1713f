"""Where the gold sets and scorers lie: beside the checkout, never in it.

They are not ours to publish. REDITE_SHARED names another place; without them a benchmark says so
and is skipped.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
SHARED = Path(os.environ.get("REDITE_SHARED", ROOT.parent / "shared"))
DATA = SHARED / "data"
TOOLS = SHARED / "tools"


def redite(*arguments: str, output: Path | None = None) -> None:
    """Run one command of the installed program; `output` takes its standard output."""
    command = [sys.executable, "-m", "redite", *arguments]
    if output is None:
        done = subprocess.run(command, check=False, stdout=subprocess.DEVNULL)
    else:
        with output.open("w", encoding="utf-8") as out:
            done = subprocess.run(command, check=False, stdout=out)
    if done.returncode > 1:  # 1: an input was rejected, as one of the examples is meant to be
        raise SystemExit(done.returncode)


def score(tool: str, *arguments: Path | str) -> dict[str, Any]:
    """Return the figures that one of the shared scorers prints."""
    command = [sys.executable, str(TOOLS / tool), *map(str, arguments)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures
