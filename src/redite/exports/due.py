"""Announced dates and what became of them: to read, for programs, and for calendars.

The calendar is written here and not by a library: of RFC 5545 it needs all-day events only, which
come to four rules (escaping, folding, CRLF, a stable UID), and whatever else an outlet printed
must not become a property of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, timedelta
from typing import Any

from redite.exports.search import who
from redite.exports.shown import harmless, link, one_line
from redite.reports import cut, outlet, printed, published_on
from redite.stages.deadlines import Announced, Status
from redite.text.ids import digest
from redite.values import Record

_TITLES = {
    Status.OPEN: "Open",
    Status.MISSED: "Missed",
    Status.UNKNOWN: "Passed, not heard of again",
    Status.MOVED: "Moved",
    Status.MET: "Met",
}
_OCTETS = 75
"""Longest line of a calendar, without its end (RFC 5545, 3.1)."""


def due_object(found: Sequence[Announced]) -> list[dict[str, Any]]:
    """Return the contract's list: one object for each date announced."""
    return [
        {
            "claim": one.claim,
            "speaker": one.speaker,
            "what": one.what,
            "due": one.due.isoformat(),
            "status": one.status.value,
            "evidence": list(one.evidence),
            "announced": [record.statement.id for record in one.records],
            "moved_to": one.moved_to.isoformat() if one.moved_to else None,
        }
        for one in found
    ]


def due_text(found: Sequence[Announced], records: Mapping[str, Record], on: date) -> str:
    """Return the dates to read, by status, each with who announced it and what shows the status.

    Args:
        found: what `redite.stages.deadlines.follow` returned.
        records: every record by statement id: where the evidence is looked up.
        on: the day the statuses hold for.
    """
    if not found:
        return f"No deadline was announced up to {on.isoformat()}.\n"
    blocks = [f"Announced dates as they stand on {on.isoformat()}"]
    for status, title in _TITLES.items():
        chosen = [one for one in found if one.status is status]
        if chosen:
            lines = [line for one in chosen for line in _lines(one, records, on)]
            blocks.append("\n".join([f"{title} ({len(chosen)})", *lines]))
    return harmless("\n\n".join(blocks) + "\n")


def _lines(one: Announced, records: Mapping[str, Record], on: date) -> Iterator[str]:
    first = one.records[0]
    moved = f" → {one.moved_to.isoformat()}" if one.moved_to else ""
    days = (one.due - on).days
    open_for = f", {_days(days)} left" if days else ", the last day"
    left = open_for if one.status is Status.OPEN else ""
    yield f"  {one.due.isoformat()}{moved}{left}  {one_line(who(first))}"
    yield f"    “{one_line(printed(first, 200))}”"
    count = len(one.records)
    reports = f", {count} reports" if count > 1 else ""
    yield f"    announced: {_where(first)}{reports}, {first.statement.id}"
    for statement in one.evidence:
        record = records.get(statement)
        if record is not None:
            yield f"    {one.status.value}: {_where(record)}, {statement}"
            yield f"      {one_line(who(record))}: “{one_line(cut(printed(record), 160))}”"


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count} days"


def _where(record: Record) -> str:
    day = published_on(record).isoformat() if record.article.dated else "undated"
    return f"{day}, {one_line(outlet(record.article) or 'an outlet not named')}"


def due_calendar(found: Sequence[Announced]) -> str:
    """Return an iCalendar file (RFC 5545) with one all-day event for each date announced.

    A date that was moved stays, as cancelled, beside the new one. The same ledger gives the same
    bytes: an event's stamp is the publication of what announced it.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//redite//announced dates//EN"]
    for one in found:
        lines += _event(one)
    lines.append("END:VCALENDAR")
    return "".join(fold(line) + "\r\n" for line in lines)


def _event(one: Announced) -> list[str]:
    first = one.records[0]
    stamp = first.article.published.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    name = one_line(who(first))
    what = one_line(printed(first, 200))
    address = link(first.article.url)
    told = f"Announced by {name}, {_where(first)}.\nStatus: {one.status.value}"
    told += f", now {one.moved_to.isoformat()}." if one.moved_to else "."
    event = [
        "BEGIN:VEVENT",
        f"UID:{digest(first.statement.id, one.due.isoformat())}@redite",
        f"DTSTAMP:{stamp}",
        f"DTSTART;VALUE=DATE:{_day(one.due)}",
        f"DTEND;VALUE=DATE:{_day(one.due + timedelta(days=1))}",
        f"SUMMARY:{escape(f'[{one.status.value}] {name}: {what}')}",
        f"DESCRIPTION:{escape(told)}",
        f"STATUS:{'CANCELLED' if one.status is Status.MOVED else 'CONFIRMED'}",
        "TRANSP:TRANSPARENT",
    ]
    if address is not None:
        event.append(f"URL:{address}")
    return [*event, "END:VEVENT"]


def _day(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def escape(text: str) -> str:
    r"""Return `text` as a TEXT value.

    >>> escape("a, b; c\n")
    'a\\, b\\; c\\n'
    """
    safe = harmless(text).replace("\r\n", "\n").replace("\r", "\n")
    for mark in "\\;,":
        safe = safe.replace(mark, "\\" + mark)
    return safe.replace("\n", "\\n")


def fold(line: str) -> str:
    """Return `line` in pieces of at most 75 octets; no character is cut in two."""
    pieces, size = [""], 0
    for character in line:
        octets = len(character.encode())
        if size + octets > _OCTETS:
            pieces.append("")
            size = 1  # the blank that begins a continued line
        pieces[-1] += character
        size += octets
    return "\r\n ".join(pieces)
