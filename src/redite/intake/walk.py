"""A path to the files under it, in an order that is the same on every machine."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

from redite.errors import unreadable
from redite.values import Rejection

Found = Path | Rejection


def walk(path: Path, ours: Callable[[Path], bool] = lambda path: False) -> Iterator[Found]:
    """Yield `path`, or the files of the folder that it is, sorted by name.

    Hidden files and folders are passed over, and so is what is `ours`: a ledger may lie in the
    folder that is taken into it. A link to a folder is named and not followed, so that no loop of
    links can catch us. What cannot be read is a `Rejection`.
    """
    try:
        mode = path.stat().st_mode
        if stat.S_ISREG(mode):
            yield path
        elif stat.S_ISDIR(mode):
            yield from _folder(path, ours)
        else:
            yield Rejection(printable(path), "neither a file nor a folder")
    except OSError as error:
        yield Rejection(printable(path), unreadable(error))
    except ValueError as error:
        yield Rejection(printable(path), unreadable(error))


def printable(path: Path) -> str:
    """Return `path` for a message, also where its bytes are no text."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _folder(path: Path, ours: Callable[[Path], bool]) -> Iterator[Found]:
    waiting = [path]
    while waiting:
        folder = waiting.pop()
        try:
            names = sorted(os.listdir(folder))  # noqa: PTH208 (names, not paths)
        except OSError as error:
            yield Rejection(printable(folder), unreadable(error))
            continue
        inside = []
        for name in names:
            member = folder / name
            if name.startswith(".") or ours(member):
                continue
            if not member.is_dir():
                yield from walk(member)
            elif member.is_symlink():
                yield Rejection(printable(member), "a link to a folder; not followed")
            else:
                inside.append(member)
        waiting.extend(reversed(inside))
