"""Ledgers that no newsroom would bring, judged all the same."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import permutations

import pytest

from redite import pipeline, records
from redite.models.rules import RuleTagger
from redite.store.memory import MemoryStore
from redite.values import Document, Label, Outcome, Record

START = datetime(2031, 5, 1, 9, tzinfo=UTC)
DAM = 'Prime Minister Anneke Rostal said: "The dam at Hallen will be finished in October."'


def told(text: str, origin: str, day: float = 0, publisher: str = "Halden Wire") -> Document:
    """Return an article of one outlet."""
    published = START + timedelta(days=day)
    return Document(text=text, origin=origin, id=origin, publisher=publisher, published=published)


def judged(documents: Sequence[Document], *, one_by_one: bool = False) -> list[Record]:
    """Return what a ledger of these documents holds."""
    store = MemoryStore()
    for part in [[each] for each in documents] if one_by_one else [documents]:
        list(pipeline.take_in(part, store, RuleTagger(), lambda: START + timedelta(days=30)))
        pipeline.settle(store, lambda: START + timedelta(days=30))
    return list(records.load(store))


def test_one_text_claimed_by_two_outlets_at_one_second() -> None:
    """One of them is the reprint, the same one whichever came first; both report one saying."""
    text = f"{DAM} The work began seven years ago, and it has cost more than anybody foresaw."
    one, other = told(text, "hw-1"), told(text, "ti-1", publisher="Tarsk-Inform")
    first, second = judged([one, other]), judged([other, one])
    assert first == second
    assert [r.standing.outcome for r in first] == [Outcome.KEPT, Outcome.DUPLICATE]
    assert [r.judgement.verdict.label for r in first] == [Label.NEW, Label.SAME_UTTERANCE]
    assert len({r.judgement.utterance for r in first}) == 1


def test_a_date_in_the_future_changes_nothing_for_what_stands_before_it() -> None:
    """An article dated years ahead comes last in the ledger, and is evidence for nobody else."""
    now, ahead = told(DAM, "1"), told(DAM, "2", day=4000)
    alone, both = judged([now]), judged([ahead, now])
    assert both[0].judgement == alone[0].judgement
    assert [r.standing.id for r in both] == ["1", "2"]
    assert both[1].judgement.verdict.label is not Label.NEW


@pytest.mark.parametrize(
    "words",
    [
        "The bridge is open and the bridge is not open.",
        "We will sign the treaty. We will not sign the treaty.",
        "All the grain has been sold, none of the grain has been sold.",
    ],
)
def test_who_contradicts_himself_in_one_breath_accuses_nobody(words: str) -> None:
    """It is new once, no reversal of itself, and said again it is no dispute."""
    again = f"General Pavlo Kremen said: “{words}”"
    found = judged([told(f"Milos Tarn said: “{words}”", "1"), told(again, "2", day=3)])
    labels = {r.judgement.verdict.label for r in found}
    assert found[0].judgement.verdict.label is Label.NEW
    assert not labels & {Label.REVERSAL, Label.DISPUTE}


def test_articles_in_reverse_order_one_by_one() -> None:
    """Every order ends in what the right one gives, though on the way all was judged again."""
    moved = DAM.replace("October", "December")
    documents = [
        told(DAM, "1"),
        told(moved, "2", day=5),
        told(f"{moved} “It was never to be October,” Rostal said.", "3", day=9),
    ]
    wanted = judged(documents)
    for order in permutations(documents):
        assert judged(order, one_by_one=True) == wanted


@pytest.mark.parametrize("word", ["Never", "Никогда"])
def test_statements_of_one_word(word: str) -> None:
    """They are judged, and make no claim of strangers one."""
    found = judged(
        [
            told(f"Goran Velesh said: “{word}”", "1"),
            told(f"Milos Tarn said: “{word}”", "2", day=20),
        ]
    )
    assert len(found) == 2
    assert found[1].judgement.verdict.label is Label.NEW or found[1].judgement.verdict.unsure
