"""What people merged or split holds for whatever comes later, and can be taken back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import count

from redite import pipeline, records
from redite.corrections import Kind, make
from redite.interfaces import Correction, Store
from redite.models.rules import RuleTagger
from redite.store.memory import MemoryStore
from redite.values import Document, Label, Record

START = datetime(2024, 3, 1, 9, tzinfo=UTC)
BRIGADES = "Velmora will move two brigades to the border, Defence Minister Goran Velesh said."
HARVEST = "The harvest in the south has failed, Prime Minister Anneke Rostal said."
AGAIN = "Velmora will move two brigades to the border, General Pavlo Kremen said."
_SECONDS = count()


def now() -> datetime:
    """Return a moment a second after the last one."""
    return START + timedelta(days=30, seconds=next(_SECONDS))


def take(store: Store, text: str, day: int) -> Record:
    """Take in one text, settle, and return its one statement."""
    found = Document(text=text, origin=text[:9], published=START + timedelta(days=day))
    list(pipeline.take_in([found], store, RuleTagger(), now))
    pipeline.settle(store, now)
    return of(store, text)


def of(store: Store, text: str) -> Record:
    """Return the statement of one text as it stands now."""
    (record,) = (r for r in records.load(store) if r.article.text == text)
    return record


def correct(store: Store, kind: Kind, subject: str, **payload: str) -> Correction:
    """Write a correction down and settle."""
    made = make(kind, subject, payload, "Mira", now())
    store.correct(made)
    pipeline.settle(store, now)
    return made


def test_what_joins_a_merged_claim_joins_the_other() -> None:
    """A later report of a claim that was merged is put where that claim went."""
    store = MemoryStore()
    first, other = take(store, BRIGADES, 0), take(store, HARVEST, 1)
    correct(store, Kind.MERGE_CLAIMS, first.judgement.claim, into=other.judgement.claim)
    later = take(store, AGAIN, 9)
    assert later.judgement.claim == other.judgement.claim
    assert later.judgement.verdict.label is Label.ECHO


def test_a_split_claim_stays_split_until_it_is_taken_back() -> None:
    """A statement that was split off keeps a claim of its own; undoing puts it back."""
    store = MemoryStore()
    first, later = take(store, BRIGADES, 0), take(store, AGAIN, 9)
    assert later.judgement.claim == first.judgement.claim
    made = correct(store, Kind.SPLIT_CLAIM, later.statement.id)
    assert of(store, AGAIN).judgement.claim != first.judgement.claim
    take(store, HARVEST, 10)
    assert of(store, AGAIN).judgement.claim != first.judgement.claim
    correct(store, Kind.UNDO, made.id)
    assert of(store, AGAIN).judgement.claim == first.judgement.claim


def test_a_persons_verdict_stands_beside_the_machines() -> None:
    """The verdict in force is the person's; what the machine had said is kept, and comes back."""
    store = MemoryStore()
    first = take(store, BRIGADES, 0)
    made = correct(store, Kind.VERDICT, first.statement.id, label="repeat")
    seen = of(store, BRIGADES)
    assert (seen.judgement.verdict.label, seen.by) == (Label.REPEAT, "Mira")
    assert seen.machine_label is Label.NEW
    correct(store, Kind.UNDO, made.id)
    assert (of(store, BRIGADES).judgement.verdict.label, of(store, BRIGADES).by) == (
        Label.NEW,
        "machine",
    )
