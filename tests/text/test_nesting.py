"""Which spans lie in which, and which pieces are one stretch."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from redite.text.nesting import CLOSE, stretches
from redite.values import Span

SPANS = st.lists(
    st.tuples(st.integers(0, 200), st.integers(1, 30)).map(lambda p: Span(p[0], p[0] + p[1]))
)


def test_pieces_with_a_word_between_are_one_stretch() -> None:
    """A "that" does not part them, a clause or a word that must stay out does."""
    near = [Span(0, 10), Span(16, 30)]
    assert stretches(near) == [Span(0, 30)]
    assert stretches(near, apart=[Span(11, 15)]) == near
    assert stretches([Span(0, 10), Span(11 + CLOSE, 40)]) == [Span(0, 10), Span(11 + CLOSE, 40)]


@given(SPANS)
def test_stretches_hold_every_piece_and_lie_apart(pieces: list[Span]) -> None:
    """Joined again they are the same."""
    once = stretches(pieces)
    assert all(any(whole.contains(piece) for whole in once) for piece in pieces)
    assert all(b.start - a.end > CLOSE for a, b in pairwise(once))
    assert stretches(once) == once
