"""The command `compare`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Annotated

import typer

from redite.commands.app import app
from redite.commands.ledgers import comparer_for
from redite.commands.options import Quiet
from redite.commands.output import out, say
from redite.compare.pairs import Compared, Side, compare_pairs
from redite.errors import IntakeError, UsageError
from redite.exports.jsonl import dumps
from redite.intake.strict_json import Members, loads, string
from redite.text.languages import find_language
from redite.values import DateInterval

_CYRILLIC = re.compile("[\u0400-\u04ff]")
_UKRAINIAN = re.compile("[іїєґІЇЄҐ]")
BATCH = 256
"""Pairs compared in one go."""


@app.command(epilog="Example: redite compare --pairs pairs.jsonl")
def compare(
    pairs: Annotated[
        Path,
        typer.Option(
            "--pairs",
            metavar="FILE",
            help='One pair a line: {"id", "earlier": {"text", "speaker"?, "said_on"?, "language"?},'
            ' "later": {…}}.',
        ),
    ],
    quiet: Quiet = False,
) -> None:
    """Judge pairs of texts: does the later one say the same, change it, contradict it, or else?"""
    rejected = False
    comparer = comparer_for(":memory:")
    for batch in _batches(_lines(pairs)):
        read: list[tuple[object, Side, Side]] = []
        for number, line in batch:
            try:
                value = loads(line)
                if not isinstance(value, Members):
                    raise IntakeError("a pair is a JSON object")
                read.append((value.get("id"), _side(value, "earlier"), _side(value, "later")))
            except IntakeError as error:
                say(f"redite: {pairs}, line {number}: {error}")
                rejected = True
        found = compare_pairs([(earlier, later) for _, earlier, later in read], comparer)
        for (id, _, _), compared in zip(read, found, strict=True):
            out(dumps(_line(id, compared)))
    if rejected:
        raise typer.Exit(1)


def _line(id: object, compared: Compared) -> dict[str, object]:
    return {
        "id": id,
        "label": compared.label.value,
        "confidence": compared.confidence,
        "unsure": compared.unsure,
        "changes": [
            {"slot": change.slot, "before": change.before, "after": change.after}
            for change in compared.changes
        ],
    }


def _batches(lines: Iterator[tuple[int, str]]) -> Iterator[list[tuple[int, str]]]:
    while batch := list(islice(lines, BATCH)):
        yield batch


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        raise UsageError(f"{path} cannot be read: {reason}") from error
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield number, line


def _side(pair: Members, name: str) -> Side:
    value = pair.get(name)
    if not isinstance(value, Members) or not isinstance(value.get("text"), str):
        raise IntakeError(f'"{name}" must be an object with a "text"')
    text = str(value["text"])
    language = string(value, "language") or find_language(text) or _by_letters(text)
    return Side(text, string(value, "speaker"), _day(string(value, "said_on")), language)


def _by_letters(text: str) -> str | None:
    """Return the likelier language of a few Cyrillic words: their numerals are told in both."""
    if not _CYRILLIC.search(text):
        return None
    return "uk" if _UKRAINIAN.search(text) else "ru"


def _day(text: str | None) -> DateInterval | None:
    """Return the day, or None where the text is no day: a comparison does without."""
    try:
        day = date.fromisoformat((text or "")[:10])
    except ValueError:
        return None
    return DateInterval(day, day, text or "")
