"""Speakers of a ledger, for people and for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from redite.corrections import Kind, payload
from redite.exports.shown import counted, harmless, iso, one_line
from redite.interfaces import Correction
from redite.reports import cut, outlet, printed, published_on
from redite.speakers_on_record import Met

_OTHER_NAMES = 4
"""Names that a listing shows beside the first."""
_LAST = 5
"""Statements that are shown of one speaker."""


def speakers_text(found: Sequence[Met]) -> str:
    """Return a listing: id, name, sort, how often met, and some other names."""
    if not found:
        return "No speakers on record.\n"
    lines = []
    for one in found:
        name = one_line(one.speaker.name or "not named")
        others = [n for n, _ in one.names.most_common() if n != one.speaker.name]
        also = ", ".join(one_line(n) for n in others[:_OTHER_NAMES])
        more = ", …" if len(others) > _OTHER_NAMES else ""
        lines.append(
            f"{one.speaker.id}  {name} ({one.speaker.kind.value}, {_counted(one)})"
            + (f", also {also}{more}" if also else "")
        )
    return harmless("\n".join(lines) + "\n")


def speaker_text(one: Met, corrections: Sequence[Correction]) -> str:
    """Return all that is known of one speaker: names with reasons, corrections, last words."""
    return harmless("\n".join(_lines(one, corrections)) + "\n")


def _lines(one: Met, corrections: Sequence[Correction]) -> Iterator[str]:
    yield f"{one_line(one.speaker.name or 'not named')} ({one.speaker.kind.value})"
    yield f"  {one.speaker.id}, {_counted(one)}"
    if one.names:
        yield "Names"
    for name, count in one.names.most_common():
        why = one.reasons.get(name)
        yield f"  {one_line(name)}, {count} times" + (f": {one_line(why)}" if why else "")
    if corrections:
        yield "Corrections"
    for correction in corrections:
        taken_back = ", taken back" if correction.undone_by else ""
        day = correction.when.date().isoformat()
        yield (
            f"  {correction.id}, {_told(correction)}, by {one_line(correction.who)} "
            f"on {day}{taken_back}"
        )
    if one.records:
        yield "Last words"
    for record in one.records[-_LAST:]:
        day = published_on(record).isoformat() if record.article.dated else "undated"
        where = one_line(outlet(record.article) or "an outlet not named")
        yield f"  {day}, {where}, {record.statement.id}: “{cut(printed(record), 160)}”"


def _told(correction: Correction) -> str:
    said = payload(correction)
    if correction.kind == Kind.MERGE_SPEAKERS:
        return f"{correction.subject} merged into {one_line(said.get('into', ''))}"
    if correction.kind == Kind.PART_NAMES:
        return f"names told apart from {correction.subject}: {one_line(said.get('names', ''))}"
    if correction.kind == Kind.ALIAS:
        return f"also known as {one_line(said.get('name', ''))}"
    if correction.kind == Kind.SPLIT_SPEAKER:
        return f"{correction.subject} is somebody else's"
    return correction.kind


def _counted(one: Met) -> str:
    words = counted(len(one.records), "statement")
    return f"{words}, {one.passed_on} passed on" if one.passed_on else words


def speakers_object(found: Sequence[Met]) -> list[dict[str, Any]]:
    """Return a listing for programs."""
    return [_object(one) for one in found]


def speaker_object(one: Met, corrections: Sequence[Correction]) -> dict[str, Any]:
    """Return one speaker for programs; `corrections` oldest first."""
    return {
        **_object(one),
        "corrections": [
            {
                "id": correction.id,
                "kind": correction.kind,
                "subject": correction.subject,
                "payload": payload(correction),
                "who": correction.who,
                "when": iso(correction.when),
                "undone_by": correction.undone_by,
            }
            for correction in corrections
        ],
        "last": [record.statement.id for record in one.records[-_LAST:]],
    }


def _object(one: Met) -> dict[str, Any]:
    return {
        "id": one.speaker.id,
        "name": one.speaker.name,
        "kind": one.speaker.kind.value,
        "statements": len(one.records),
        "passed_on": one.passed_on,
        "names": [
            {"name": name, "times": count, "reason": one.reasons.get(name, "")}
            for name, count in one.names.most_common()
        ],
    }
