"""The snapshot: it tells what the whole ledger tells, and keeps up with it."""

from __future__ import annotations

import threading
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redite import lenses
from redite import search as searching
from redite.briefing.corrected import Edits
from redite.corrections import Kind, make
from redite.desk import filters as filtering
from redite.desk import work
from redite.desk.briefing import Asked, citable, of_interest, why_now
from redite.desk.filters import Filters
from redite.desk.findings import Findings
from redite.desk.searching import admitted
from redite.desk.snapshot import Snapshot
from redite.desk.watch import Watch
from redite.errors import UsageError
from redite.stages import briefs, deadlines
from redite.stages.briefs import Beside
from redite.store import open_store
from redite.timing import why
from redite.trace import trace
from redite.values import Label, Record
from tests.desk.ledger import NOW, add, world, write
from tests.desk.letters import Counting

RECORDS = world().ordered
SNAPSHOT = Snapshot((0,), RECORDS, {r.article.key: r.standing for r in RECORDS}, ())
FINDINGS = Findings(RECORDS)
EVERYTHING = np.ones(len(RECORDS), dtype=bool)
LATER = ((NOW.date(), NOW.date()), (date(2031, 5, 20), date(2031, 5, 25)))
"""Days on which nothing was said: an article was edited, and a date draws near."""
WORDS = sorted({word for r in RECORDS for word in r.content[:300].split()} | {"Dalkova", "Tarsk"})


def test_a_history_needs_no_more_than_what_is_related() -> None:
    """Traced in what is related alone, each statement's history is that of the whole ledger."""
    for record in SNAPSHOT.current:
        told = trace(record.statement.id, SNAPSHOT.related(record))
        assert told == trace(record.statement.id, RECORDS)


def test_a_brief_needs_no_more_than_what_it_may_cite() -> None:
    """Written from what is citable alone, the brief is that of the whole ledger."""
    current = list(SNAPSHOT.current)
    announced = deadlines.follow(current, SNAPSHOT.days[-1])
    old = SNAPSHOT.superseded
    edited = {r.article.key: replace(r.article, modified=NOW) for r in current}
    latest = {key: edited[key] for r in old if (key := r.standing.superseded_by) is not None}
    beside = Beside(announced=announced, edits=Edits(old, latest))
    known = {r.statement.id: r for r in current}
    sections = set()
    for since, until in (*zip(SNAPSHOT.days, SNAPSHOT.days, strict=True), *LATER):
        whole = briefs.write(current, known, since, until, beside=beside)
        inside = [r for r in current if since <= r.article.published.date() <= until]
        near = of_interest(announced, inside, Asked(since, until))
        about = replace(beside, announced=near, sayings_of=SNAPSHOT.sayings_of)
        citing = citable(SNAPSHOT, inside, about)
        assert briefs.write(inside, citing, since, until, beside=about) == whole
        sections |= {sentence.section for sentence in whole.sentences}
    assert {"Announced dates", "Corrected since the last brief"} <= sections


def test_why_now_needs_no_more_than_who_speaks() -> None:
    """Counted for those who speak in a period, why now is what the whole ledger says."""
    current = list(SNAPSHOT.current)
    for day in SNAPSHOT.days:
        covered = why.covered_since(current, day)
        whole = why.consider(current, None, (), day, day, covered)
        assert why_now(SNAPSHOT, Asked(day, day), None, ()) == whole
    for name in lenses.shipped():
        lens = lenses.load(name)
        day = SNAPSHOT.days[-1]
        chosen = lenses.utterances(lens, current)
        whole = why.consider(chosen, lens.name, (), day, day, why.covered_since(current, day))
        utterances = frozenset(record.judgement.utterance for record in chosen)
        assert why_now(SNAPSHOT, Asked(day, day, name), utterances, ()) == whole


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=3))
def test_the_index_finds_what_search_finds(chosen: list[str]) -> None:
    """The same hits in the same order with the same marks, whatever is looked for."""
    words = " ".join(chosen)
    try:
        expected = searching.search(RECORDS, words, limit=100)
    except UsageError:
        with pytest.raises(UsageError):
            FINDINGS.find(words, EVERYTHING, 100)
        return
    found, total = FINDINGS.find(words, EVERYTHING, 100)
    assert found == expected
    assert total == len(expected)


@settings(max_examples=25, deadline=None)
@given(st.text(min_size=1, max_size=12))
def test_the_index_takes_any_text(words: str) -> None:
    """Whatever is typed, the index answers as search does."""
    try:
        expected = searching.search(RECORDS, words, limit=100)
    except UsageError:
        return
    assert FINDINGS.find(words, EVERYTHING, 100)[0] == expected


@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from(["", *Label]),
    st.sampled_from(["", "en", "uk", "ar", "xx"]),
    st.sampled_from(["", "2031-04-05"]),
    st.integers(1, 7),
)
def test_pages_hold_each_statement_once(verdict: str, language: str, since: str, size: int) -> None:
    """Going through the pages of any filter gives what fits it, newest first, each once."""
    filters = Filters(verdict=verdict, language=language, since=since)
    chosen = filtering.rows(SNAPSHOT, filters)
    expected = [
        r
        for r in reversed(SNAPSHOT.current)
        if (not verdict or r.judgement.verdict.label == verdict)
        and (not language or r.article.language == language)
        and (not since or r.article.published.date().isoformat() >= since)
    ]
    found: list[Record] = []
    before = ""
    starts = [""]
    while True:
        shown = filtering.page(SNAPSHOT, chosen, before, size)
        assert shown.total == len(expected)
        assert shown.newer == (None if len(starts) == 1 else starts[-2])
        found += shown.records
        if shown.older is None:
            break
        before = shown.older
        starts.append(before)
    assert found == expected


def test_addresses_and_filters_are_one() -> None:
    """What an address says is read back as it was written."""
    filters = Filters(verdict="new", speaker="Łódź & Co", since="2031-04-05")
    address = filters.address("/stream", before="s-1")
    query = dict(pair.split("=") for pair in address.split("?")[1].split("&"))
    assert query["before"] == "s-1"
    from urllib.parse import unquote_plus

    assert Filters.of({k: unquote_plus(v) for k, v in query.items()}) == filters


def test_what_another_program_writes_shows(tmp_path: Path) -> None:
    """A desk that is open shows what an ingest beside it has decided, without being asked."""
    location = tmp_path / "ledger.db"
    write(RECORDS[:3], location).close()
    store = open_store(str(location), create=False)
    watch = Watch(store)
    watch.start()
    try:
        before = watch.snapshot
        other = open_store(str(location), create=False)
        add(RECORDS[3:], other)
        other.close()
        for _ in range(600):
            if watch.snapshot is not before:
                break
            time.sleep(0.05)
        assert {r.statement.id for r in watch.snapshot.all} == {r.statement.id for r in RECORDS}
    finally:
        watch.stop()
        store.close()


def test_what_is_near_is_what_search_adds() -> None:
    """By meaning the desk finds what search adds with the same encoder, in the same order."""
    meaning = work.meaning(Counting)(SNAPSHOT)
    everything = {record.statement.id for record in RECORDS}
    for words in ("the northern crossing closes", "пропускний пункт закриють"):
        expected = searching.near(RECORDS, words, Counting())
        assert meaning.near(words, everything) == [hit.record for hit in expected]


def test_what_takes_long_is_worked_out_once(tmp_path: Path) -> None:
    """However often it is asked for, a snapshot's work is done once; a failure is no end."""
    store = write(RECORDS[:3], tmp_path / "ledger.db")
    watch = Watch(store)
    done: list[Snapshot] = []

    def work(snapshot: Snapshot) -> int:
        done.append(snapshot)
        return len(snapshot.all)

    def failing(snapshot: Snapshot) -> int:
        raise ValueError("on purpose")

    watch.start()
    try:
        assert watch.wait("failing", failing, 30) is None
        assert watch.wait("size", work, 30) == 3
        assert watch.wait("size", work, 30) == 3
        assert len(done) == 1
        watch.snapshot = Snapshot((-1,), RECORDS[:2], {}, ())
        assert watch.wait("size", work, 30) == 2
    finally:
        watch.stop()
        store.close()


def test_nothing_old_is_shown_of_a_small_ledger(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was worked out earlier is not shown for now; of a large ledger it is."""
    store = write(RECORDS[:3], tmp_path / "ledger.db")
    watch = Watch(store)
    watch.start()
    gate = threading.Event()
    gate.set()

    def work(snapshot: Snapshot) -> int:
        gate.wait(30)
        return len(snapshot.all)

    try:
        assert watch.wait("size", work, 30) == 3
        gate.clear()
        watch.snapshot = Snapshot((-1,), RECORDS[:2], {}, ())
        assert watch.wait("size", work, 0.05) is None
        assert watch.basis("size") == (None,)
        monkeypatch.setattr("redite.desk.watch.SMALL", 1)
        assert watch.wait("size", work, 30) == 3
        assert watch.basis("size") != (None,)
    finally:
        gate.set()
        watch.stop()
        store.close()


def test_what_a_note_leaves_alone_is_not_worked_out_again(tmp_path: Path) -> None:
    """Deadlines are followed anew after another verdict or a dismissal, not after a note."""
    store = write(RECORDS, tmp_path / "ledger.db")
    watch = Watch(store)
    subject = RECORDS[0].statement.id
    first = work.due(watch.snapshot)
    store.correct(make(Kind.NOTE, subject, {"text": "ask the ministry"}, "vera", NOW))
    noted = watch.renew()
    assert noted.corrections
    assert work.due(noted) is first
    for kind, said in ((Kind.VERDICT, {"label": "echo"}), (Kind.DISMISS, {})):
        store.correct(make(kind, subject, said, "vera", NOW))
        assert work.due(watch.renew()) is not first
        first = work.due(watch.snapshot)
    store.close()


def test_work_that_needs_other_work_does_not_wait(tmp_path: Path) -> None:
    """One thread works all out, so what it asks for itself it works out on the spot."""
    store = write(RECORDS[:3], tmp_path / "ledger.db")
    watch = Watch(store)
    watch.start()
    try:
        inner = lambda snapshot: len(snapshot.all)  # noqa: E731
        outer = lambda _: watch.wait("inner", inner, 60)  # noqa: E731
        assert watch.wait("outer", outer, 30) == 3
    finally:
        watch.stop()
        store.close()


def test_an_older_index_finds_nothing_dismissed_since() -> None:
    """What counts is what is on record now, however old the index."""
    gone = RECORDS[-1]
    dismissal = make(Kind.DISMISS, gone.statement.id, {}, "Mira", NOW)
    for now in (
        Snapshot((1, 1), RECORDS, {}, (dismissal,)),
        Snapshot((2, 1), RECORDS[1:], {}, (dismissal,)),
    ):
        left = admitted(Snapshot((1, 0), RECORDS, {}, ()), now, Filters())
        found = {record.statement.id for record, yes in zip(RECORDS, left, strict=True) if yes}
        assert found == {record.statement.id for record in now.current}
        assert gone.statement.id not in found
