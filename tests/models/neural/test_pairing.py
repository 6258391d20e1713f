"""Two statements laid out as one row, and what the reader says of them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redite.interfaces import PairReader, Told
from redite.models import open_comparer
from redite.models.neural import WEIGHTS, _tokenizer
from redite.models.neural.pairing import (
    AFTER,
    AROUND,
    BEFORE,
    EARLIER,
    LATER,
    MOST,
    lay_out,
)
from redite.models.neural.pieces import FIRST, LAST

BORDER = Told("Dalkova said: ", "The border with Ostlind will be closed in June", ".")
GRENZE = Told("", "Die Grenze zu Ostlind werde im Juni geschlossen", ", sagte Dalkova.")
HARVEST = Told("", "The harvest in Kareth was the worst for ten years", "")


@pytest.fixture(scope="module")
def reader() -> PairReader:
    """Return the reader that comes with the package."""
    found = open_comparer().reader
    assert found is not None
    return found


@settings(max_examples=60, deadline=None)
@given(*[st.builds(Told, st.text(max_size=90), st.text(max_size=900), st.text(max_size=90))] * 2)
def test_a_row_holds_both_statements_apart(one: Told, other: Told) -> None:
    """Every piece has a mark, three specials frame the two, and nothing grows without bounds."""
    ids, marks = lay_out(_tokenizer(WEIGHTS), one, other)
    assert len(ids) == len(marks) <= 3 + 2 * (MOST + BEFORE + AFTER)
    assert ids[0] == FIRST
    assert ids.count(LAST) == 2
    middle = ids.index(LAST)
    assert set(marks[: middle + 1]) <= {AROUND, EARLIER}
    assert set(marks[middle + 1 :]) <= {AROUND, LATER}


def test_a_translation_is_likelier_one_claim_than_another_topic(reader: PairReader) -> None:
    """What says the same in another language stands above what only is news as well."""
    same, other = reader.read([(BORDER, GRENZE), (BORDER, HARVEST)])
    assert same > other


def test_a_pair_is_read_alike_whatever_is_read_beside_it(reader: PairReader) -> None:
    """Neighbours and order change nothing; no pairs are no readings."""
    pairs = [(BORDER, GRENZE), (BORDER, HARVEST), (HARVEST, GRENZE)]
    together = reader.read(pairs)
    assert np.array_equal(together[::-1], reader.read(pairs[::-1]))
    assert np.array_equal(together, np.concatenate([reader.read([pair]) for pair in pairs]))
    assert reader.read([]).shape == (0,)
