"""Calendars of events."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from redite.errors import UsageError
from redite.intake.calendars import read_calendar
from redite.timing.events import Event

CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//somebody//EN
BEGIN:VEVENT
UID:1
DTSTART;VALUE=DATE:20310405
SUMMARY:Vote on joining\\, second
  reading
END:VEVENT
BEGIN:VEVENT
UID:2
DTSTART;TZID=Europe/Paris:20310101T233000
RRULE:FREQ=MONTHLY;COUNT=3
SUMMARY:Border council
END:VEVENT
BEGIN:VEVENT
UID:3
DTSTART:20310406T100000Z
STATUS:CANCELLED
SUMMARY:Parade
END:VEVENT
END:VCALENDAR
"""


def read(tmp_path: Path, text: str) -> tuple[Event, ...]:
    """Return the events of a file with this text."""
    path = tmp_path / "calendar"
    path.write_text(text, encoding="utf-8")
    return read_calendar(str(path))


def test_icalendar_gives_names_days_and_repetitions(tmp_path: Path) -> None:
    """Folded and escaped summaries are whole, cancelled events are none, a day is as written."""
    council, vote = read(tmp_path, CALENDAR.replace("\n", "\r\n"))
    assert vote == Event("Vote on joining, second reading", (date(2031, 4, 5),))
    assert council.days == (date(2031, 1, 1), date(2031, 2, 1), date(2031, 3, 1))


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_csv_puts_events_of_one_name_together(tmp_path: Path, mark: str) -> None:
    """Any usual delimiter; headings in any case; empty lines do not count."""
    lines = (
        ["Date", "Event"],
        ["2031-04-05", "aid package"],
        ["", ""],
        ["2031-02-01", "aid package"],
    )
    text = "\ufeff" + "\n".join(mark.join(line) for line in lines)
    assert read(tmp_path, text) == (Event("aid package", (date(2031, 2, 1), date(2031, 4, 5))),)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("date,event\n5 April,vote\n", "line 2: '5 April' is not a date"),
        ("when,what\n2031-04-05,vote\n", "neither iCalendar nor CSV"),
        ("", "neither iCalendar nor CSV"),
        ("date,event\n,\n", "holds no event"),
        ("BEGIN:VCALENDAR\nEND:VCALENDAR\n", "holds no event"),
        ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:nonsense\n", "rules of iCalendar|holds no event"),
    ],
)
def test_what_is_no_calendar_is_refused_with_a_reason(tmp_path: Path, text: str, told: str) -> None:
    """No traceback, whatever the file holds."""
    with pytest.raises(UsageError, match=told):
        read(tmp_path, text)


def test_an_endless_rule_ends(tmp_path: Path) -> None:
    """A rule without an end is followed for a while; one by the second is not followed at all."""
    endless = CALENDAR.replace("MONTHLY;COUNT=3", "DAILY")
    assert len(read(tmp_path, endless)[0].days) == 1000
    assert len(read(tmp_path, CALENDAR.replace("MONTHLY;COUNT=3", "SECONDLY"))[0].days) == 1


def test_a_broken_rule_leaves_the_first_day(tmp_path: Path) -> None:
    """What repeats by a rule that is none came about once."""
    broken = CALENDAR.replace("FREQ=MONTHLY", "FREQ=MONTHLY;BYMONTH=x")
    assert read(tmp_path, broken)[0].days == (date(2031, 1, 1),)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """The message says which file it was."""
    with pytest.raises(UsageError, match=r"none\.ics"):
        read_calendar(str(tmp_path / "none.ics"))
