"""The command `compare`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from redite.commands.shared import Quiet, app, out, say
from redite.compare.pairs import Side, compare_sides
from redite.errors import IntakeError, UsageError
from redite.exports.jsonl import dumps
from redite.intake.strict_json import Members, loads, string
from redite.text.languages import find_language
from redite.values import DateInterval


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
    status = 0
    for number, line in _lines(pairs):
        try:
            value = loads(line)
            if not isinstance(value, Members):
                raise IntakeError("a pair is a JSON object")
            earlier, later = _side(value, "earlier"), _side(value, "later")
        except IntakeError as error:
            say(f"redite: {pairs}, line {number}: {error}")
            status = 1
            continue
        found = compare_sides(earlier, later)
        changes = [{"slot": c.slot, "before": c.before, "after": c.after} for c in found.changes]
        out(
            dumps(
                {
                    "id": value.get("id"),
                    "label": found.label.value,
                    "confidence": found.confidence,
                    "unsure": found.unsure,
                    "changes": changes,
                }
            )
        )
    if status:
        raise typer.Exit(status)


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
    language = string(value, "language") or find_language(text)
    return Side(text, string(value, "speaker"), _day(string(value, "said_on")), language)


def _day(text: str | None) -> DateInterval | None:
    """Return the day, or None where the text is no day: a comparison does without."""
    try:
        day = date.fromisoformat((text or "")[:10])
    except ValueError:
        return None
    return DateInterval(day, day, text or "")
