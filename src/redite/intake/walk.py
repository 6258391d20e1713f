"""A path to the files under it, in an order that is the same on every machine."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from redite.values import Rejection


def walk(path: Path) -> Iterator[Path | Rejection]:
    """Yield `path`, or the files of the folder that it is, sorted by name.

    Hidden files and folders are passed over; a link to a folder is named and not followed, so
    that no loop of links can catch us. What cannot be read is a `Rejection`.
    """
    try:
        mode = path.stat().st_mode
        if stat.S_ISREG(mode):
            yield path
        elif stat.S_ISDIR(mode):
            yield from _folder(path)
        else:
            yield Rejection(printable(path), "neither a file nor a folder")
    except OSError as error:
        yield Rejection(printable(path), why(error))
    except ValueError:
        yield Rejection(printable(path), "no path can be like that")


def why(error: OSError) -> str:
    """Return in words why a file could not be read."""
    if isinstance(error, FileNotFoundError):
        return "there is no such file or folder"
    if isinstance(error, PermissionError):
        return "permission to read it is missing"
    return f"cannot be read: {error.strerror or error}"


def printable(path: Path) -> str:
    """Return `path` for a message, also where its bytes are no text."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _folder(path: Path) -> Iterator[Path | Rejection]:
    waiting = [path]
    while waiting:
        folder = waiting.pop()
        try:
            names = sorted(os.listdir(folder))  # noqa: PTH208 (names, not paths)
        except OSError as error:
            yield Rejection(printable(folder), why(error))
            continue
        inside = []
        for name in names:
            if name.startswith("."):
                continue
            member = folder / name
            if not member.is_dir():
                yield from walk(member)
            elif member.is_symlink():
                yield Rejection(printable(member), "a link to a folder; not followed")
            else:
                inside.append(member)
        waiting.extend(reversed(inside))
