"""Corrections: what they say, what they do at once, and how they go."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from redite.corrections import Kind, dismissed, make, payload, standing
from redite.desk import Desk, meanwhile
from redite.errors import UsageError
from redite.interfaces import Correction
from redite.laid_over import shown
from redite.store.sealing import with_undoings
from redite.values import Label, Record
from tests.desk.ledger import opened, world

NOON = datetime(2031, 4, 9, 12, tzinfo=UTC)
RECORDS = world().ordered


def corrections(*asked: tuple[Kind, str, dict[str, str]]) -> list[Correction]:
    """Return these corrections, made a minute apart by Mira."""
    return with_undoings(
        [
            make(kind, subject, said, "Mira", NOON + timedelta(minutes=at))
            for at, (kind, subject, said) in enumerate(asked)
        ]
    )


def after(*asked: tuple[Kind, str, dict[str, str]]) -> dict[str, Record]:
    """Return the records as they show after these corrections, by statement id."""
    return {r.statement.id: r for r in shown(RECORDS, corrections(*asked))}


def test_without_corrections_all_is_as_it_was() -> None:
    """Nothing is laid over what the machine decided."""
    assert list(shown(RECORDS, [])) == RECORDS


def test_a_changed_verdict_names_who_and_keeps_the_machines() -> None:
    """The person's label is shown as sure, with the person and what the machine had said."""
    record = RECORDS[0]
    now = after((Kind.VERDICT, record.statement.id, {"label": "echo"}))[record.statement.id]
    assert now.judgement.verdict.label is Label.ECHO
    assert (now.by, now.machine_label) == ("Mira", record.judgement.verdict.label)
    assert not now.judgement.verdict.unsure


def test_a_confirmation_holds_as_long_as_the_machine_says_so() -> None:
    """What was confirmed is sure; where the machine has come to say otherwise, nothing is."""
    record = RECORDS[0]
    label = record.judgement.verdict.label.value
    subject = record.statement.id
    assert after((Kind.CONFIRM, subject, {"label": label}))[subject].by == "Mira"
    other = "echo" if label != "echo" else "new"
    assert after((Kind.CONFIRM, subject, {"label": other}))[subject] == record


def test_merged_speakers_are_one() -> None:
    """All statements of the one bear the id and the name of the other, also through a chain."""
    a, b, c = sorted({r.judgement.speaker.id for r in RECORDS})[:3]
    now = after(
        (Kind.MERGE_SPEAKERS, a, {"into": b}), (Kind.MERGE_SPEAKERS, b, {"into": c})
    ).values()
    ids = {r.judgement.speaker.id for r in now}
    assert a not in ids
    assert b not in ids
    assert len({r.judgement.speaker.name for r in now if r.judgement.speaker.id == c}) == 1


def test_what_is_set_apart_stands_alone() -> None:
    """A statement taken from its speaker, saying or claim shares it with none."""
    record = RECORDS[1]
    now = after(
        (Kind.SPLIT_SPEAKER, record.statement.id, {}),
        (Kind.SPLIT_UTTERANCE, record.statement.id, {}),
        (Kind.SPLIT_CLAIM, record.statement.id, {}),
    )
    own = now.pop(record.statement.id).judgement
    for other in now.values():
        assert other.judgement.speaker.id != own.speaker.id
        assert other.judgement.utterance != own.utterance
        assert other.judgement.claim != own.claim


def test_an_undone_correction_does_nothing() -> None:
    """Undo gives back what was; undoing the undo takes it away again."""
    record = RECORDS[0]
    first = make(Kind.DISMISS, record.statement.id, {}, "Mira", NOON)
    undo = make(Kind.UNDO, first.id, {}, "Mira", NOON + timedelta(minutes=1))
    redo = make(Kind.UNDO, undo.id, {}, "Mira", NOON + timedelta(minutes=2))
    assert dismissed(with_undoings([first, undo])) == frozenset()
    assert dismissed(with_undoings([first, undo, redo])) == {record.statement.id}


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from([Kind.MERGE_CLAIMS, Kind.MERGE_SPEAKERS, Kind.MERGE_UTTERANCES]),
            st.sampled_from("abcde"),
            st.sampled_from("abcde"),
        ).filter(lambda each: each[1] != each[2]),
        max_size=8,
    )
)
def test_merges_end_however_they_turn(asked: list[tuple[Kind, str, str]]) -> None:
    """Circles of merges neither hang nor lose a statement; applying them twice changes nothing."""
    made = corrections(*((kind, a, {"into": b}) for kind, a, b in asked))
    once = list(shown(RECORDS, made))
    assert [r.statement for r in once] == [r.statement for r in RECORDS]
    assert list(shown(once, made)) == once


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (Kind.VERDICT, {"label": "sung"}),
        (Kind.NOTE, {"text": "  "}),
        (Kind.NOTE, {"text": "x" * 5000}),
        (Kind.MERGE_CLAIMS, {}),
        (Kind.MERGE_CLAIMS, {"into": "s-1"}),
    ],
)
def test_what_makes_no_sense_is_refused(kind: Kind, said: dict[str, str]) -> None:
    """A verdict that is none, an empty note, a merge with itself."""
    with pytest.raises(UsageError):
        make(kind, "s-1", said, "Mira", NOON)


def test_who_corrects_has_a_name() -> None:
    """A correction without a name is refused."""
    with pytest.raises(UsageError, match="name"):
        make(Kind.DISMISS, "s-1", {}, " ", NOON)


# --- from the desk --------------------------------------------------------------------------------


@pytest.fixture
def open_desk(tmp_path: Path) -> Iterator[tuple[Desk, TestClient]]:
    """A desk open on the story."""
    with opened(tmp_path / "story.db") as desk_and_client:
        yield desk_and_client


def post(desk: Desk, client: TestClient, address: str, **fields: str) -> str:
    """Send a form as the desk's own page does; returns the page it leads to."""
    answer = client.post(address, data={"token": desk.token.value, **fields})
    assert answer.status_code in (200, 409), answer.text
    return answer.text


def test_a_correction_shows_at_once_and_goes_with_undo(
    open_desk: tuple[Desk, TestClient],
) -> None:
    """Changed verdict: in the stream at once, on the audit page with who and when; then undone."""
    desk, client = open_desk
    record = next(r for r in desk.now.current if r.judgement.verdict.label is Label.NEW)
    statement = record.statement.id
    client.cookies.set("who", "Mira%20K.")
    back = f"/statements/{statement}"
    page = post(desk, client, f"{back}/verdict", label="repeat", back=back)
    assert "Recorded" in page
    assert "Mira K." in page
    assert f'id="{statement}"' in client.get("/stream?verdict=repeat").text
    assert f'id="{statement}"' not in client.get("/stream?verdict=new").text
    audit = client.get("/corrections").text
    assert re.search(r"Mira K\..*changed the verdict", audit, re.S)
    page = post(desk, client, "/corrections/undo-last", back="/stream?verdict=new")
    assert "Taken back" in page
    assert f'id="{statement}"' in page
    assert "taken back" in client.get("/corrections").text


def test_a_dismissed_extraction_counts_nowhere(open_desk: tuple[Desk, TestClient]) -> None:
    """It goes from stream, brief and search; its own page says so and can restore it."""
    desk, client = open_desk
    statement = desk.now.current[0].statement.id
    post(desk, client, f"/statements/{statement}/dismiss")
    assert statement not in client.get("/export.csv").text
    assert "dismissed this extraction" in client.get(f"/statements/{statement}").text
    assert client.get("/api/brief?since=2031-01-01").text.find(statement) < 0
    undo = next(iter(standing(desk.now.corrections))).id
    post(desk, client, f"/corrections/{undo}/undo")
    assert statement in client.get("/export.csv").text


def test_merging_speakers_from_the_desk(open_desk: tuple[Desk, TestClient]) -> None:
    """The address of the other may be pasted; the statements of both are then on one page."""
    desk, client = open_desk
    one, other = sorted({r.judgement.speaker.id for r in desk.now.current})[:2]
    both = len(desk.now.of_speaker(one)) + len(desk.now.of_speaker(other))
    page = post(desk, client, f"/speakers/{one}/merge", into=f"http://testserver/speakers/{other}")
    assert other in page
    assert len(desk.now.of_speaker(other)) == both
    assert client.get(f"/speakers/{one}").status_code == 404


def test_an_old_correction_can_still_be_taken_back(tmp_path: Path) -> None:
    """What was corrected before the desk was opened goes with undo as well."""
    location = tmp_path / "story.db"
    with opened(location) as (desk, client):
        statement = desk.now.current[0].statement.id
        before = desk.now.by_id[statement]
        post(desk, client, f"/statements/{statement}/verdict", label="echo")
    with opened(location) as (desk, client):
        assert desk.now.by_id[statement].judgement.verdict.label is Label.ECHO
        post(desk, client, f"/corrections/{desk.now.corrections[0].id}/undo")
        assert desk.now.by_id[statement] == before


def test_two_people_at_once_lose_nothing(open_desk: tuple[Desk, TestClient]) -> None:
    """The slower one is shown the faster one's decision, and writes down only what is then sent."""
    desk, client = open_desk
    statement = desk.now.current[0].statement.id
    address = f"/statements/{statement}/verdict"
    form = client.get(f"/statements/{statement}").text
    seen = re.search(r'name="seen" value="([^"]+)"', form)
    assert seen is not None
    client.cookies.set("who", "Mira")
    post(desk, client, address, label="repeat", seen=seen[1])
    client.cookies.set("who", "Oleh")
    page = post(desk, client, address, label="echo", seen=seen[1])
    assert "Somebody was faster" in page
    assert "Mira" in page
    assert len(desk.now.corrections) == 1
    again = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page))
    post(desk, client, address, label=again["label"], seen=again["seen"])
    assert [c.who for c in desk.now.corrections] == ["Mira", "Oleh"]
    assert desk.now.by_id[statement].judgement.verdict.label is Label.ECHO


def test_only_what_one_corrects_oneself_can_be_overtaken(
    open_desk: tuple[Desk, TestClient],
) -> None:
    """A verdict changed, a note, another's correction elsewhere: none stands in a merge's way."""
    desk, client = open_desk
    claims = {r.judgement.claim: r for r in desk.now.current}
    one, other, third = list(claims.values())[:3]
    before = meanwhile.latest(desk.now)
    address = f"/statements/{one.statement.id}"
    post(desk, client, f"{address}/verdict", label="repeat")
    post(desk, client, f"/statements/{third.statement.id}/confirm")
    post(desk, client, f"{address}/note", text="Seen.")
    merge = {"what": "claim", "other": other.statement.id, "seen": before}
    assert "Somebody was faster" not in post(desk, client, f"{address}/merge", **merge)
    assert desk.now.by_id[one.statement.id].judgement.claim == other.judgement.claim
    split = {"what": "claim", "seen": before}
    assert "Somebody was faster" in post(desk, client, f"{address}/split", **split)
    into = f"/statements/{other.statement.id}/merge"
    merge = {"what": "claim", "other": third.statement.id, "seen": before}
    assert "Somebody was faster" in post(desk, client, into, **merge)


@pytest.mark.parametrize("what", ["speaker", "utterance", "claim"])
def test_apart_and_together_from_the_desk(open_desk: tuple[Desk, TestClient], what: str) -> None:
    """What a statement shares with others can be taken from it, given it, and taken back."""
    desk, client = open_desk

    def id_of(record: Record) -> str:
        judgement = record.judgement
        return judgement.speaker.id if what == "speaker" else str(getattr(judgement, what))

    record = desk.now.current[0]
    other = next(r for r in desk.now.current if id_of(r) != id_of(record))
    address = f"/statements/{record.statement.id}"

    def shown() -> str:
        return id_of(desk.now.by_id[record.statement.id])

    post(desk, client, f"{address}/merge", what=what, other=other.statement.id)
    assert shown() == id_of(other)
    post(desk, client, "/corrections/undo-last")
    assert shown() == id_of(record)
    post(desk, client, f"{address}/split", what=what)
    assert shown() not in (id_of(record), id_of(other))
    assert [r.statement.id for r in desk.now.all if id_of(r) == shown()] == [record.statement.id]
    post(desk, client, "/corrections/undo-last")
    assert shown() == id_of(record)


def test_a_note_of_hostile_words_is_shown_as_words(open_desk: tuple[Desk, TestClient]) -> None:
    """What people write is escaped like everything else."""
    desk, client = open_desk
    statement = desk.now.current[0].statement.id
    page = post(
        desk,
        client,
        f"/statements/{statement}/note",
        text="<script>alert(1)</script> \u202eevil",
        back=f"/statements/{statement}",
    )
    assert "&lt;script&gt;alert(1)" in page
    assert "\u202e" not in page


def test_programs_correct_too(open_desk: tuple[Desk, TestClient]) -> None:
    """The API takes the same corrections, refuses unknown subjects, and tells them back."""
    desk, client = open_desk
    statement = desk.now.current[0].statement.id
    given = {"kind": "note", "subject": statement, "payload": {"text": "see"}, "who": "a program"}
    made = client.post("/api/corrections", json=given)
    assert made.status_code == 201
    listed = client.get("/api/corrections").json()["items"]
    assert listed[0]["payload"] == {"text": "see"}
    unknown = client.post("/api/corrections", json=given | {"subject": "s-0"})
    assert unknown.status_code == 404
    undone = {"kind": "undo", "subject": made.json()["id"], "who": "a program"}
    assert client.post("/api/corrections", json=undone).status_code == 201
    assert client.get("/api/corrections").json()["items"][1]["undone_by"]


def test_a_payload_of_another_program_does_no_harm() -> None:
    """A correction whose payload is no object of words says nothing, and stops nothing."""
    for body in ("", "true", "[1]", "{", json.dumps({"label": ["echo"]})):
        odd = Correction("k-1", Kind.VERDICT, RECORDS[0].statement.id, body, "Mira", NOON)
        assert isinstance(payload(odd), dict)
        assert len(list(shown(RECORDS, [odd]))) == len(RECORDS)
