"""Verdicts that rest on vectors do not hang on the order of arrival either."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from redite import pipeline, records
from redite.interfaces import Comparer
from redite.models.rules import RuleTagger
from redite.store.memory import MemoryStore
from redite.values import Document

START = datetime(2024, 3, 1, 9, tzinfo=UTC)
TEXTS = (
    "Velmora will move two brigades to the border, Defence Minister Goran Velesh said on Monday.",
    "Міністр оборони Горан Велеш заявив, що Велмора перекине дві бригади до кордону.",
    "La Velmora enverra trois brigades à la frontière, a déclaré le ministre Goran Velesh.",
    "Prime Minister Anneke Rostal said that Ostlind would not be threatened.",
    "„Ostlind wird sich nicht drohen lassen“, sagte Ministerpräsidentin Anneke Rostal.",
    "General Pavlo Kremen denied that brigades had been moved to the border.",
)


class Hashing:
    """An encoder for tests: words alike in their first letters lie near each other."""

    version = "hashing"

    def embed(self, sentences: Sequence[str]) -> NDArray[np.float32]:
        """Return a unit vector for each sentence."""
        out = np.zeros((len(sentences), 384), np.float32)
        for row, sentence in enumerate(sentences):
            for word in sentence.lower().split():
                place = blake2b(word[:5].encode(), digest_size=2).digest()
                out[row, int.from_bytes(place) % 384] += 1
        lengths = np.linalg.norm(out, axis=1, keepdims=True)
        unit: NDArray[np.float32] = out / np.maximum(lengths, 1)
        return unit


def now() -> datetime:
    """Return a day after all texts."""
    return START + timedelta(days=9)


def settled(order: Sequence[int], late: int) -> list[object]:
    """Return all judgements after the texts came in this order, judged at `late` and at the end."""
    store = MemoryStore()
    for part in (order[:late], order[late:]):
        found = [
            Document(
                text=TEXTS[n], origin=str(n), id=str(n), published=START + timedelta(hours=5 * n)
            )
            for n in part
        ]
        list(pipeline.take_in(found, store, RuleTagger(), now))
        pipeline.settle(store, now, Comparer(Hashing()))
    return [(r.statement.id, r.judgement) for r in records.load(store)]


def test_twenty_orders_of_arrival_give_one_ledger() -> None:
    """Utterances, claims, verdicts and evidence are the same whatever came first."""
    wanted = settled(range(len(TEXTS)), len(TEXTS))
    for seed in range(20):
        order = random.Random(seed).sample(range(len(TEXTS)), len(TEXTS))
        assert settled(order, 1 + seed % 5) == wanted


def test_settling_again_changes_nothing() -> None:
    """The second time nothing is decided anew; another encoder is another version."""
    store = MemoryStore()
    found = [Document(text=text, origin=text[:5], published=START) for text in TEXTS]
    list(pipeline.take_in(found, store, RuleTagger(), now))
    assert pipeline.settle(store, now, Comparer(Hashing()))
    assert pipeline.settle(store, now, Comparer(Hashing())) == 0
