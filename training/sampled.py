"""Writes every so many-th line of a file, so that what reads it can be rehearsed.

python -m training.sampled --lines FILE.jsonl --every N --out FEWER.jsonl
"""

from __future__ import annotations

import argparse
from itertools import islice
from pathlib import Path


def main() -> None:
    """Run the command that the module's docstring describes."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--lines", type=Path, required=True)
    parser.add_argument("--every", type=int, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    with options.lines.open(encoding="utf-8") as lines:
        taken = "".join(islice(lines, 0, None, options.every))
    options.out.write_text(taken, encoding="utf-8")


if __name__ == "__main__":
    main()
