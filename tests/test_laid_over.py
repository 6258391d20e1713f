"""A correction shows at once as it will when the ledger has been settled with it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from redite import corrections, pipeline, records
from redite.corrections import Kind
from redite.laid_over import shown
from redite.models.rules import RuleTagger
from redite.stages import corrected
from redite.store.memory import MemoryStore
from redite.values import Document, Record

START = datetime(2031, 5, 1, 9, tzinfo=UTC)
VELESH, AGAIN, KREMEN, ROSTAL, HEDRIK = range(5)
SAYINGS = (
    'Defence Minister Goran Velesh said: "Two brigades will move to the Kareth border."',
    'Goran Velesh said that "two brigades will move to the Kareth border".',
    'General Pavlo Kremen said: "Two brigades will move to the Kareth border."',
    'Prime Minister Anneke Rostal said: "The dam at Hallen will be finished in October."',
    'Jonas Hedrik said: "No train has left Quor since Sunday."',
)


def now() -> datetime:
    """Return a day after all texts."""
    return START + timedelta(days=9)


@pytest.fixture
def store() -> MemoryStore:
    """A settled ledger of these sayings; the first two are of one occasion."""
    made = MemoryStore()
    documents = [
        Document(text, str(number), id=str(number), published=START + timedelta(hours=7 * number))
        for number, text in enumerate(SAYINGS)
    ]
    list(pipeline.take_in(documents, made, RuleTagger(), now))
    pipeline.settle(made, now)
    return made


def seen(all: list[Record], kind: Kind) -> list[object]:
    """Return of each record what corrections of this kind are about.

    Of ids, which others of the records have the same, and for that the first of these.
    """
    judged = [record.judgement for record in all]
    if kind is Kind.VERDICT:
        return [each.verdict.label for each in judged]
    if kind in (Kind.MERGE_CLAIMS, Kind.SPLIT_CLAIM):
        ids = [each.claim for each in judged]
    elif kind in (Kind.MERGE_UTTERANCES, Kind.SPLIT_UTTERANCE):
        ids = [each.utterance for each in judged]
    else:
        ids = [each.speaker.id for each in judged]
        return [(each.speaker.name, ids.index(each.speaker.id)) for each in judged]
    return [ids.index(id) for id in ids]


Asked = Callable[[list[Record]], tuple[Kind, str, dict[str, str]]]


@pytest.mark.parametrize(
    "asked",
    [
        lambda all: (Kind.VERDICT, all[ROSTAL].statement.id, {"label": "echo"}),
        lambda all: (
            Kind.MERGE_SPEAKERS,
            all[KREMEN].judgement.speaker.id,
            corrected.merging(
                all[KREMEN].judgement.speaker.id, all[VELESH].judgement.speaker.id, all
            ),
        ),
        lambda all: (Kind.SPLIT_SPEAKER, all[AGAIN].statement.id, corrected.splitting(all[AGAIN])),
        lambda all: (
            Kind.ALIAS,
            all[ROSTAL].judgement.speaker.id,
            corrected.naming(all[ROSTAL].judgement.speaker.id, "Jonas Hedrik", all),
        ),
        lambda all: (
            Kind.MERGE_CLAIMS,
            all[HEDRIK].judgement.claim,
            {"into": all[ROSTAL].judgement.claim},
        ),
        lambda all: (Kind.SPLIT_CLAIM, all[KREMEN].statement.id, {}),
        lambda all: (
            Kind.MERGE_UTTERANCES,
            all[HEDRIK].judgement.utterance,
            {"into": all[ROSTAL].judgement.utterance},
        ),
        lambda all: (Kind.SPLIT_UTTERANCE, all[AGAIN].statement.id, {}),
    ],
    ids="verdict speakers speaker alias claims claim utterances utterance".split(),
)
def test_what_shows_at_once_is_what_settling_makes_of_it(store: MemoryStore, asked: Asked) -> None:
    """Who speaks, what belongs together, which verdict it is; laid over that, it adds nothing."""
    before = list(records.load(store))
    kind, subject, said = asked(before)
    store.correct(corrections.make(kind, subject, said, "Mira", now()))
    at_once = seen(list(records.load(store)), kind)
    assert at_once != seen(before, kind)
    pipeline.settle(store, now)
    settled = list(records.judged(store, all_versions=False))
    assert seen(list(shown(settled, list(store.corrections()))), kind) == at_once
    if kind is not Kind.VERDICT:  # the machine goes on saying what it thinks
        assert seen(settled, kind) == at_once
