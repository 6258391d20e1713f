"""Announced dates as text, JSON and a calendar."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from redite.exports.due import due_calendar, due_object, due_text, escape, fold
from redite.exports.jsonl import dumps, statement_line
from redite.exports.read import read_line
from redite.stages.deadlines import Announced, Status
from redite.values import Deadline, Record, Span
from tests.exports.build import World, article

HOSTILE = "a, b; c\\ \x1b[31m\u202e“d”\u2028END:VEVENT"


def told(what: str = "The bridge will be rebuilt by 1 June", **of: str) -> tuple[Record, Record]:
    """Return an announcement and a report of what came of it."""
    world = World()
    first = article(f"{what}.", id="1", published="2031-04-04T09:00", **of)  # type: ignore[arg-type]
    last = article("The bridge is rebuilt.", id="2", published="2031-05-28T09:00")
    return world.say(first, what), world.say(last, "The bridge is rebuilt", speaker="Milos Tarn")


def announced(
    announcing: Record, status: Status = Status.OPEN, *evidence: Record, moved: date | None = None
) -> Announced:
    """Return one announced date."""
    return Announced(
        claim=announcing.judgement.claim,
        speaker="Irena Dalkova",
        what=announcing.content,
        due=date(2031, 6, 1),
        status=status,
        evidence=tuple(record.statement.id for record in evidence),
        records=(announcing,),
        moved_to=moved,
    )


def unfolded(calendar: str) -> list[str]:
    """Return the lines of a calendar as a reader of it has them."""
    assert calendar.endswith("\r\n")
    return calendar.replace("\r\n ", "").split("\r\n")[:-1]


def test_json_has_the_fields_of_the_contract() -> None:
    """Claim, speaker, what, due, status and evidence, by these names."""
    first, last = told()
    (line,) = json.loads(dumps(due_object([announced(first, Status.MET, last)])))
    assert {
        key: line[key] for key in ("claim", "speaker", "what", "due", "status", "evidence")
    } == {
        "claim": first.judgement.claim,
        "speaker": "Irena Dalkova",
        "what": "The bridge will be rebuilt by 1 June",
        "due": "2031-06-01",
        "status": "met",
        "evidence": [last.statement.id],
    }
    assert line["announced"] == [first.statement.id]
    assert due_object([]) == []


def test_text_tells_who_when_and_what_shows_it() -> None:
    """Grouped by status; a moved date names the new one, an open one the days left."""
    first, last = told()
    records = {record.statement.id: record for record in (first, last)}
    shown = due_text(
        [announced(first), announced(first, Status.MET, last)], records, date(2031, 5, 31)
    )
    assert "as they stand on 2031-05-31" in shown
    assert "2031-06-01, 1 day left  Irena Dalkova" in shown
    assert "announced: 2031-04-04, Halden Wire" in shown
    assert "met: 2031-05-28, Halden Wire" in shown
    assert "Milos Tarn: “The bridge is rebuilt”" in shown
    moved = due_text([announced(first, Status.MOVED, last, moved=date(2031, 8, 1))], records,
                     date(2031, 5, 31))  # fmt: skip
    assert "2031-06-01 → 2031-08-01" in moved


def test_text_says_that_a_day_has_come() -> None:
    """On its own day a date is open still."""
    first, _ = told()
    shown = due_text([announced(first)], {first.statement.id: first}, date(2031, 6, 1))
    assert "2031-06-01, the last day  Irena Dalkova" in shown


def test_text_says_so_where_nothing_was_announced() -> None:
    """An empty list is an answer."""
    assert due_text([], {}, date(2031, 5, 31)) == "No deadline was announced up to 2031-05-31.\n"


def test_text_drives_no_terminal() -> None:
    """What an outlet printed cannot colour, reorder or break a listing."""
    first, _ = told(HOSTILE)
    shown = due_text([announced(first)], {}, date(2031, 5, 31))
    assert not {"\x1b", "\u202e", "\u2028"} & set(shown)


def test_calendar_has_one_whole_day_for_each_date() -> None:
    """An event begins on its due day and ends, exclusively, on the next."""
    first, last = told(url="https://halden.example/1")
    moved = announced(first, Status.MOVED, last, moved=date(2031, 8, 1))
    lines = unfolded(due_calendar([announced(first), moved]))
    assert lines[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert lines[-1] == "END:VCALENDAR"
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == 2
    assert lines.count("DTSTART;VALUE=DATE:20310601") == 2
    assert lines.count("DTEND;VALUE=DATE:20310602") == 2
    assert "DTSTAMP:20310404T090000Z" in lines
    assert "SUMMARY:[open] Irena Dalkova: The bridge will be rebuilt by 1 June" in lines
    assert lines.count("STATUS:CANCELLED") == 1
    assert "URL:https://halden.example/1" in lines


def test_uids_are_stable_and_tell_dates_apart() -> None:
    """A calendar read again tomorrow updates its events, and mixes up none."""
    first, _ = told()
    one = announced(first)
    other = replace(one, due=date(2031, 8, 1))
    uids = [line for line in unfolded(due_calendar([one, other])) if line.startswith("UID:")]
    later = [line for line in unfolded(due_calendar([replace(one, status=Status.MET)]))
             if line.startswith("UID:")]  # fmt: skip
    assert len(set(uids)) == 2
    assert later == uids[:1]


def test_an_empty_calendar_is_one() -> None:
    """Head and foot, and nothing due."""
    assert unfolded(due_calendar([]))[-1] == "END:VCALENDAR"


def test_words_cannot_become_properties() -> None:
    """Separators and line ends in what was said stay inside its value."""
    first, _ = told(HOSTILE, publisher="Post\r\nATTACH:x")
    lines = unfolded(due_calendar([announced(first)]))
    assert not [line for line in lines if line.startswith("ATTACH")]
    assert lines.count("END:VEVENT") == 1
    (summary,) = [line for line in lines if line.startswith("SUMMARY:")]
    assert "a\\, b\\; c\\\\" in summary


def test_only_addresses_that_are_safe_to_follow_are_given() -> None:
    """A calendar opens what it is given."""
    first, _ = told(url="javascript:alert(1)")
    assert not [
        line for line in unfolded(due_calendar([announced(first)])) if line.startswith("URL")
    ]


@given(st.text())
def test_folding_loses_nothing(text: str) -> None:
    """No line is longer than 75 octets, no character is cut, and unfolding gives the line back."""
    line = escape(text)
    folded = fold(line)
    assert folded.replace("\r\n ", "") == line
    assert all(len(piece.encode()) <= 75 for piece in folded.split("\r\n"))


@given(st.text(alphabet=st.characters(exclude_categories=["Cc", "Cf", "Cs", "Cn"])))
def test_escaping_can_be_undone(text: str) -> None:
    """An escaped value holds no bare separator and no line end."""
    value = escape(text)
    plain, at = "", 0
    while at < len(value):
        if value[at] == "\\":
            plain, at = plain + {"n": "\n"}.get(value[at + 1], value[at + 1]), at + 2
        else:
            assert value[at] not in ",;\n\r"
            plain, at = plain + value[at], at + 1
    assert plain == text


def test_reading_and_export_tell_the_deadline_of_a_statement() -> None:
    """Its words and its day in the ledger's export, its offsets in a reading without a ledger."""
    first, _ = told()
    deadline = Deadline(Span(27, 36), date(2031, 6, 1))
    line = read_line(first.article, [], [], [deadline])
    assert line["deadlines"] == [{"start": 27, "end": 36, "due": "2031-06-01"}]
    record = replace(first, statement=replace(first.statement, deadline=deadline))
    assert statement_line(first, {}, {})["deadline"] is None
    assert statement_line(record, {}, {})["deadline"] == {
        "phrase": "by 1 June",
        "due": "2031-06-01",
    }
