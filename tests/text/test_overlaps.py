"""What is near is found, and nothing that overlaps is missed."""

from hypothesis import given
from hypothesis import strategies as st

from redite.text.overlaps import CELL, Overlaps
from redite.values import Span

SPAN = st.builds(lambda start, length: Span(start, start + length),
                 st.integers(0, 20 * CELL), st.integers(1, 3 * CELL))  # fmt: skip
SPANS = st.lists(SPAN, max_size=3).map(tuple)


@given(st.lists(SPANS, max_size=12), SPANS)
def test_all_that_overlaps_is_near_in_the_order_given(
    things: list[tuple[Span, ...]], asked: tuple[Span, ...]
) -> None:
    """Each once; what lies nowhere is near nothing."""
    near = Overlaps((spans, number) for number, spans in enumerate(things)).near(asked)
    assert near == sorted(set(near))
    overlapping = {
        number
        for number, spans in enumerate(things)
        if any(one.overlaps(other) for one in spans for other in asked)
    }
    assert overlapping <= set(near)
    assert all(things[number] for number in near)


def test_what_is_far_away_is_not_looked_at() -> None:
    """A place has the things of its own cell and of no other."""
    things = Overlaps(((Span(at * CELL, at * CELL + 5),), at) for at in range(1000))
    assert things.near((Span(500 * CELL + 9, 500 * CELL + 12),)) == [500]
