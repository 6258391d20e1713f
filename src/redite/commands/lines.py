"""Files of one question a line, as some commands take them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from redite.errors import UsageError, unreadable


def numbered_lines(path: str) -> Iterator[tuple[int, str]]:
    """Yield the lines that are not blank, with their numbers; only a newline ends one."""
    try:
        data = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
        text = data.decode("utf-8-sig")
    except (OSError, ValueError) as error:
        raise UsageError(f"{path} cannot be read: {unreadable(error)}") from error
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield number, line.removesuffix("\r")
