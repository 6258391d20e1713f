"""The network gives every window what it would have given it alone."""

import pytest

pytest.importorskip("torch", reason="torch comes with the training set-up, not with the program")

import torch

from training.encoder import Encoder
from training.model import BUCKETS, AttributionModel, distances
from training.smoothing import Smoothed, smooth
from training.train import rate_at


def small_model() -> AttributionModel:
    """Return a tiny model with fixed weights."""
    torch.manual_seed(3)
    encoder = Encoder(words=60, layers=2, heads=4, epsilon=1e-12, dropout=0.0, hidden=32)
    model: AttributionModel = AttributionModel(encoder, 32, 16, 2, 0.0)
    model.eval().requires_grad_(False)
    return model


def test_neighbours_in_a_batch_change_nothing() -> None:
    """A window padded beside a longer one has the scores that it has alone."""
    model = small_model()
    ids = torch.randint(4, 60, (2, 20))
    mask = torch.ones(2, 20, dtype=torch.bool)
    ids[1, 12:], mask[1, 12:] = 1, False
    breaks = torch.zeros_like(ids)
    states, cues, starts = model.read(ids, mask, breaks)
    alone, own_cues, own_starts = model.read(ids[1:, :12], mask[1:, :12], breaks[1:, :12])
    assert torch.allclose(cues[1, :12], own_cues[0], atol=1e-5)
    assert torch.allclose(starts[1, :12], own_starts[0], atol=1e-5)
    anchor = [torch.tensor([value]) for value in (3, 4, 0)]
    both = model.reader(states, mask, torch.tensor([1]), *anchor)
    single = model.reader(alone, mask[1:, :12], torch.tensor([0]), *anchor)
    assert torch.allclose(both[0, :12], single[0], atol=1e-5)


def test_distances_tell_before_inside_and_after() -> None:
    """Near pieces have a bucket each, the two sides differ, and far ones share the last."""
    (row,) = distances(torch.tensor([10]), torch.tensor([11]), 700).tolist()
    assert row[10:12] == [0, 0]
    assert row[12:15] == [1, 2, 3]
    assert row[9] == BUCKETS + 2
    assert row[12:] == sorted(row[12:])
    assert max(row[12:]) == BUCKETS


def test_the_learning_rate_rises_and_falls_to_nothing() -> None:
    """Highest at the end of the warm-up, zero at the end."""
    rates = [rate_at(step, 100, 0.1) for step in range(101)]
    assert rates.index(max(rates)) in (9, 10)
    assert rates[100] == 0.0
    assert rates[:10] == sorted(rates[:10])
    assert rates[10:] == sorted(rates[10:], reverse=True)


def test_smoothing_changes_no_product_and_evens_out_the_columns() -> None:
    """The states stay what they were; no column given to a map stands out as it did before."""
    model = small_model()
    encoder = model.encoder
    ids = torch.randint(4, 60, (1, 20))
    mask, breaks = torch.ones(1, 20, dtype=torch.bool), torch.zeros_like(ids)
    encoder.norm.weight[5] = 100.0  # one column a hundred times larger than the others
    before = encoder(ids, mask, breaks)
    given = encoder.norm(encoder.word(ids) + encoder.position(torch.arange(20)))
    smooth(encoder, [(ids, breaks)])
    assert torch.allclose(encoder(ids, mask, breaks), before, atol=1e-4)
    first = encoder.layers[0].qkv
    assert isinstance(first, Smoothed)
    columns, evened = (x.abs().amax(dim=(0, 1)) for x in (given, given * first.shrink))
    assert evened.max() / evened.median() < columns.max() / columns.median() / 5
