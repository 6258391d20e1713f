"""What becomes of announced dates: open, met, moved, missed, unknown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redite.stages.deadlines import Announced, Status, follow
from redite.stages.tellings import Readings
from redite.text.dates import find_dates
from redite.text.deadlines import deadline_of
from redite.values import Label, Record
from tests.exports.build import World, article, day

OPEN, MET, MOVED, MISSED, UNKNOWN = Status


class Press(World):
    """A world whose statements have the deadlines that their words set."""

    def print(
        self,
        published: str,
        content: str,
        language: str = "en",
        *,
        before: str = "",
        **said: object,
    ) -> Record:
        """Print one saying in an article of its own, on that day."""
        text = f"{before} {content}.".strip()
        number = f"{len(self.records):02}"
        where = article(text, id=number, language=language, published=f"{published}T09:00")
        record = self.say(where, content, **said)  # type: ignore[arg-type]
        pieces, said_on = record.statement.attribution.content, record.statement.said_on
        dates = find_dates(text, language, day(published))
        deadline = deadline_of(text, pieces, language, said_on, day(published), dates)
        self.records[-1] = replace(record, statement=replace(record.statement, deadline=deadline))
        return self.records[-1]


def statuses(records: Sequence[Record], on: str) -> list[tuple[str, Status]]:
    """Return due day and status of every date, in order of due day."""
    return [(one.due.isoformat(), one.status) for one in follow(records, day(on))]


def only(records: Sequence[Record], on: str) -> Announced:
    """Return the one date that was announced."""
    (one,) = follow(records, day(on))
    return one


BRIDGE = "The bridge at Lisk will be rebuilt by 1 June"


def test_a_deadline_is_open_to_the_end_of_its_day() -> None:
    """The day itself counts in; the day after, nobody knows."""
    press = Press()
    record = press.print("2031-04-04", BRIDGE)
    assert statuses(press.records, "2031-06-01") == [("2031-06-01", OPEN)]
    assert statuses(press.records, "2031-06-02") == [("2031-06-01", UNKNOWN)]
    one = only(press.records, "2031-06-01")
    assert (one.speaker, one.what, one.evidence) == ("Irena Dalkova", BRIDGE, ())
    assert one.records == (record,)


def test_another_thing_that_was_done_meets_nothing() -> None:
    """Even where the judge took the two for one claim: a ferry that came is no bridge rebuilt."""
    press = Press()
    press.print("2031-04-04", BRIDGE, claim="c-lisk")
    press.print("2031-05-28", "The ferry from Quor was repaired and painted", claim="c-lisk")
    assert statuses(press.records, "2031-05-30") == [("2031-06-01", OPEN)]
    assert statuses(press.records, "2031-06-30") == [("2031-06-01", UNKNOWN)]


def test_one_word_in_common_with_another_speaker_meets_nothing() -> None:
    """He has ended a strike, she expected the end of a drought; a ship's name would tell."""
    press = Press()
    press.print("2031-04-04", "The record drought will end by 1 June", speaker="Irena Dalkova")
    press.print("2031-05-28", "A record harvest has ended our strike", speaker="Milos Tarn")
    assert statuses(press.records, "2031-05-30") == [("2031-06-01", OPEN)]
    press.print("2031-04-05", "The tanker Halmera will arrive by 2 June", speaker="Irena Dalkova")
    press.print("2031-05-29", "The Halmera has arrived with a tug", speaker="Milos Tarn")
    assert ("2031-06-02", MET) in statuses(press.records, "2031-05-30")


def test_what_was_done_before_it_was_announced_is_another_event() -> None:
    """A date of long ago meets no announcement, the day of the work itself does."""
    for day_done, status in (("12 March", OPEN), ("27 April", MET)):
        press = Press()
        press.print("2031-04-04", BRIDGE, claim="c-bridge")
        told = f"The bridge at Lisk was rebuilt on {day_done}"
        press.print("2031-05-28", told, claim="c-bridge")
        assert statuses(press.records, "2031-05-30") == [("2031-06-01", status)]


def test_a_report_that_it_is_done_meets_it() -> None:
    """Whoever says so, in whatever language, where the judge joined the two."""
    press = Press()
    press.print("2031-04-04", BRIDGE, claim="c-bridge")
    done = press.print(
        "2031-05-28", "Le pont de Lisk est rétabli", "fr", speaker="Goran Velesh", claim="c-bridge"
    )
    one = only(press.records, "2031-05-30")
    assert (one.status, one.evidence) == (MET, (done.statement.id,))


def test_three_reports_that_agree_are_evidence_enough() -> None:
    """The first three that tell the status; a crowd of echoes adds nothing."""
    press = Press()
    press.print("2031-04-04", BRIDGE, claim="c-bridge")
    done = [
        press.print(f"2031-05-2{n}", "The bridge at Lisk was rebuilt", claim="c-bridge").statement
        for n in range(5)
    ]
    one = only(press.records, "2031-05-30")
    assert (one.status, one.evidence) == (MET, tuple(each.id for each in done[:3]))


def test_a_report_that_it_is_done_is_found_by_what_was_done() -> None:
    """The judge need not have joined them: the same act, done, is enough."""
    press = Press()
    press.print("2031-04-04", "Die Übung Nordwind beginnt am Montag", "de")
    press.print("2031-04-08", "The exercise Nordwind has begun", "en", speaker="Anneke Rostal")
    assert only(press.records, "2031-04-10").status is MET


def test_another_date_moves_it_and_both_stay() -> None:
    """Moved is not missed, even where the first day has passed in the meantime."""
    press = Press()
    press.print("2031-04-04", BRIDGE, claim="c-bridge")
    later = press.print(
        "2031-05-20", "The bridge at Lisk will be rebuilt by 1 August", claim="c-bridge"
    )
    found = follow(press.records, day("2031-07-01"))
    assert [(one.due.isoformat(), one.status) for one in found] == [
        ("2031-06-01", MOVED),
        ("2031-08-01", OPEN),
    ]
    assert found[0].evidence == (later.statement.id,)
    assert found[0].moved_to == date(2031, 8, 1)
    assert found[1].moved_to is None


def test_a_date_may_move_nearer() -> None:
    """Sooner is another date too."""
    press = Press()
    press.print("2031-04-04", BRIDGE, claim="c-bridge")
    press.print("2031-04-20", "The bridge will be rebuilt by 10 May", claim="c-bridge")
    assert statuses(press.records, "2031-04-21") == [("2031-05-10", OPEN), ("2031-06-01", MOVED)]


def test_what_is_not_done_after_its_day_is_missed() -> None:
    """Somebody must say so: silence is "unknown"."""
    press = Press()
    press.print("2031-04-04", BRIDGE, claim="c-bridge")
    contest = press.print(
        "2031-06-03", "The bridge has not been rebuilt", speaker="Jonas Hedrik", claim="c-bridge"
    )
    one = only(press.records, "2031-06-10")
    assert (one.status, one.evidence) == (MISSED, (contest.statement.id,))


def test_what_was_done_late_is_missed() -> None:
    """A statement that dates the act to after the day, or calls it late."""
    for late in ("The bridge was reopened on 9 June", "The bridge is rebuilt, a week late"):
        press = Press()
        press.print("2031-04-04", BRIDGE, claim="c-bridge")
        press.print("2031-06-10", late, claim="c-bridge", label=Label.UPDATE)
        assert only(press.records, "2031-06-10").status is MISSED


@pytest.mark.parametrize(
    ("language", "announced", "told"),
    [
        ("en", "The bridge at Lisk will reopen by 1 June", "The bridge at Lisk had not reopened in time"),
        ("fr", "Le pont de Lisk rouvrira d'ici le 1er juin", "Le pont de Lisk n'avait pas rouvert à temps"),
        ("de", "Die Brücke in Lisk wird bis 1. Juni eröffnet", "Die Brücke in Lisk sei nicht eröffnet worden"),
        ("uk", "Міст у Ліску відкриють до 1 червня", "Міст у Ліску не відкрили"),
        ("ru", "Мост в Лиске откроют до 1 июня", "Мост в Лиске не открыли"),
    ],
)  # fmt: skip
def test_what_was_not_done_is_missed_in_every_language(
    language: str, announced: str, told: str
) -> None:
    """Once the day has passed, a negated act is one that was not done, in any tense."""
    press = Press()
    press.print("2031-04-04", announced, language, claim="c-one")
    press.print("2031-06-10", told, language, claim="c-other")
    assert only(press.records, "2031-06-10").status is MISSED


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("The bridge at Lisk was completed in May", MET),
        ("The bridge at Lisk is completed at a cost of about 300 crowns", MET),
        ("The bridge at Lisk may have been completed", OPEN),
        ("The bridge at Lisk is about to be completed", OPEN),
    ],
)
def test_a_month_or_a_count_is_no_possibility(told: str, status: Status) -> None:
    """ "May" and "about" leave an act undone only where they say so."""
    press = Press()
    press.print("2031-04-04", BRIDGE, claim="c-one")
    press.print("2031-05-30", told, claim="c-other")
    assert only(press.records, "2031-05-30").status is status


def test_a_denial_before_the_day_misses_nothing() -> None:
    """An opponent who says that it will not be done has seen no more than anybody."""
    press = Press()
    first = press.print("2031-04-04", BRIDGE, claim="c-bridge")
    press.print(
        "2031-05-01",
        "The bridge has not been touched",
        speaker="Jonas Hedrik",
        claim="c-other",
        label=Label.DISPUTE,
        against=[first],
    )
    assert only(press.records, "2031-05-02").status is OPEN


def test_a_plan_told_again_meets_nothing() -> None:
    """ "Will be completed" has the word, but nothing is done."""
    press = Press()
    press.print("2031-04-04", BRIDGE, claim="c-bridge")
    press.print("2031-05-01", "The bridge will be completed", claim="c-bridge")
    press.print("2031-05-02", "The bridge is almost completed", claim="c-bridge")
    assert only(press.records, "2031-05-03").status is OPEN


def test_a_beginning_meets_no_end() -> None:
    """What is to be over by a day has not ended because it began; a beginning has."""
    press = Press()
    press.print("2031-04-04", "The inspection will be completed by 1 June", claim="c-1")
    press.print("2031-04-20", "The inspection has started", claim="c-1")
    assert only(press.records, "2031-05-01").status is OPEN
    press = Press()
    press.print("2031-04-04", "The inspection will start by 1 June", claim="c-1")
    press.print("2031-04-20", "The inspection has started", claim="c-1")
    assert only(press.records, "2031-05-01").status is MET


def test_the_end_of_an_act_does_not_move_its_beginning() -> None:
    """Two dates of one inspection, one for either end, are two deadlines."""
    press = Press()
    press.print("2031-04-04", "The inspection will begin by 10 April", claim="c-1")
    press.print("2031-04-05", "The inspection will be completed by 30 April", claim="c-1")
    assert statuses(press.records, "2031-04-06") == [("2031-04-10", OPEN), ("2031-04-30", OPEN)]


def test_a_reprint_counts_no_days_of_its_own() -> None:
    """ "Tomorrow" in a further report of one utterance is the first report's tomorrow."""
    press = Press()
    press.print("2031-04-04", "The envoys will meet tomorrow", utterance="u-1", claim="c-1")
    press.print(
        "2031-04-06",
        "The envoys will meet tomorrow",
        utterance="u-1",
        claim="c-1",
        label=Label.SAME_UTTERANCE,
    )
    assert statuses(press.records, "2031-04-05") == [("2031-04-05", OPEN)]
    assert statuses(press.records, "2031-04-06") == [("2031-04-05", UNKNOWN)]
    assert len(only(press.records, "2031-04-06").records) == 2


def test_the_same_date_from_another_speaker_is_one_entry() -> None:
    """An echo announces nothing new; whoever was first stands for it."""
    press = Press()
    press.print("2031-04-04", BRIDGE, claim="c-bridge")
    press.print("2031-04-05", BRIDGE, claim="c-bridge", speaker="Goran Velesh", label=Label.ECHO)
    one = only(press.records, "2031-04-10")
    assert one.speaker == "Irena Dalkova"
    assert len(one.records) == 2


def test_acts_that_share_names_only_are_two() -> None:
    """Whatever is done in Lisk is not what was announced for Lisk."""
    press = Press()
    press.print("2031-04-04", BRIDGE)
    press.print("2031-05-01", "Two hundred prisoners have arrived in Lisk")
    assert only(press.records, "2031-05-02").status is OPEN


def test_two_announcements_about_two_things_stay_apart() -> None:
    """Equal days make no equal acts, nor do unequal days of unequal acts move one another."""
    press = Press()
    press.print("2031-04-04", BRIDGE)
    press.print("2031-04-05", "The court will publish its verdict by 1 June")
    press.print("2031-04-06", "Grain ships will leave the port by 10 June")
    assert [status for _, status in statuses(press.records, "2031-05-01")] == [OPEN] * 3


def test_a_far_time_without_a_number_joins_no_strangers_by_their_words() -> None:
    """Anything may be announced for next year; one speaker may say the same of it twice."""
    press = Press()
    press.print("2031-04-04", "The rent of flats in Tarsk will rise by a fifth next year")
    said = "The rent of garages and the price of flats in Tarsk will rise next year"
    press.print("2031-04-05", said, speaker="Goran Velesh")
    assert len(follow(press.records, day("2031-05-01"))) == 2
    press.print("2031-04-06", "The rent of flats in Tarsk will rise next year")
    assert len(follow(press.records, day("2031-05-01"))) == 2


def test_the_words_of_two_deadlines_join_no_acts() -> None:
    """Whatever happens "in the course of" a year moves nothing that was to last some hours."""
    press = Press()
    press.print("2031-04-04", "акция продолжится в течение 24 часов", "ru")
    press.print("2031-04-05", "это случится в течение 2032 года", "ru")
    first, second = follow(press.records, day("2031-05-01"))
    assert (first.status, first.evidence) == (UNKNOWN, ())
    assert second.status is OPEN


def test_nothing_published_later_counts() -> None:
    """The status is that of the day asked about."""
    press = Press()
    press.print("2031-04-04", BRIDGE, claim="c-bridge")
    press.print("2031-05-28", "The bridge is rebuilt", claim="c-bridge")
    assert statuses(press.records, "2031-04-03") == []
    assert statuses(press.records, "2031-05-27") == [("2031-06-01", OPEN)]
    assert statuses(press.records, "2031-05-28") == [("2031-06-01", MET)]


def test_nothing_told_long_after_counts() -> None:
    """A bridge finished a year later is hardly news of that deadline."""
    press = Press()
    press.print("2031-04-04", BRIDGE, claim="c-bridge")
    press.print("2032-04-04", "The bridge is rebuilt", claim="c-bridge")
    assert only(press.records, "2032-04-05").status is UNKNOWN


def test_the_first_that_tells_decides() -> None:
    """A later denial does not undo a report that it was done."""
    press = Press()
    press.print("2031-04-04", BRIDGE, claim="c-bridge")
    press.print("2031-05-28", "The bridge is rebuilt", claim="c-bridge")
    press.print("2031-06-05", "The bridge has not been rebuilt", claim="c-bridge")
    assert only(press.records, "2031-06-10").status is MET


def test_a_ledger_without_deadlines_has_none() -> None:
    """No record, and no deadline on record, give nothing."""
    press = Press()
    assert follow([], day("2031-01-01")) == ()
    press.print("2031-04-04", "The bridge is closed")
    assert follow(press.records, day("2031-05-01")) == ()


SAYINGS = (
    "The bridge at Lisk will be rebuilt by 1 June",
    "The bridge at Lisk will be rebuilt by 1 July",
    "The bridge at Lisk is rebuilt",
    "The bridge at Lisk has not been rebuilt",
    "The inspection of the dam will start on Monday",
    "The inspection of the dam has started",
)


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(SAYINGS), st.integers(1, 28)), max_size=8),
    st.randoms(use_true_random=False),
    st.integers(1, 12),
)
def test_the_order_of_arrival_does_not_matter(
    said: list[tuple[str, int]], random: object, month: int
) -> None:
    """The same records in any order have the same life, and each date one status."""
    press = Press()
    for content, on in said:
        press.print(f"2031-05-{on:02}", content, claim=f"c-{SAYINGS.index(content) // 4}")
    shuffled = list(press.records)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    asked = date(2031, month, 28)
    found = follow(press.records, asked)
    assert follow(shuffled, asked) == found
    for one in found:
        assert (one.moved_to is None) or one.status is MOVED
        assert (one.evidence == ()) == (one.status in (OPEN, UNKNOWN))
        assert (one.status is OPEN) <= (one.due >= asked)


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(SAYINGS), st.integers(1, 28)), min_size=1, max_size=8),
    st.lists(st.sampled_from(Label), min_size=8, max_size=8),
    st.sampled_from(("en", "de", None)),
)
def test_what_was_read_before_changes_nothing(
    said: list[tuple[str, int]], labels: list[Label], language: str | None
) -> None:
    """With the readings of an earlier look, verdicts, claims and languages that are others show."""
    press = Press()
    for content, on in said:
        press.print(f"2031-05-{on:02}", content, claim=f"c-{SAYINGS.index(content) // 4}")
    readings, asked = Readings(), date(2031, 7, 28)
    assert follow(press.records, asked, readings) == follow(press.records, asked)
    later = [_judged(each, label) for each, label in zip(press.records, labels, strict=False)]
    assert follow(later, asked, readings) == follow(later, asked)
    renewed = [replace(r, article=replace(r.article, language=language)) for r in later[1:]]
    assert follow(renewed, asked, readings) == follow(renewed, asked)


def _judged(record: Record, label: Label) -> Record:
    verdict = replace(record.judgement.verdict, label=label)
    return replace(record, judgement=replace(record.judgement, verdict=verdict, claim="c-1"))


def test_words_are_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A statement that comes again as it was is not read again."""
    press = Press()
    press.print("2031-05-02", SAYINGS[0])
    press.print("2031-05-20", SAYINGS[2])
    readings, asked = Readings(), date(2031, 7, 28)
    found = follow(press.records, asked, readings)
    monkeypatch.setattr("redite.stages.tellings._telling", lambda _: pytest.fail("read again"))
    assert follow([replace(record) for record in press.records], asked, readings) == found
