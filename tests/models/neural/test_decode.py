"""From hand-made scores to attributions."""

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from redite.models.neural.decode import (
    Found,
    Scores,
    attributions,
    best_roles,
    distinct,
    find_cues,
    runs_of,
    sure_inside,
)


def scores_of(roles: str, sure: float = 4.0) -> Scores:
    """Scores that favour one role a piece: `.` none, `Ss` source, `Cc` content, `Qq` cue."""
    out = np.zeros((len(roles), 7), dtype=np.float32)
    for at, role in enumerate(roles):
        out[at, ".SsCcQq".index(role)] = sure
    return out


def apart(count: int) -> NDArray[np.bool_]:
    """Every piece is a word."""
    return np.zeros(count, dtype=np.bool_)


def attribution(scores: Scores, anchor: tuple[int, int] | None, certainty: float) -> Found | None:
    """Read one anchor's scores."""
    (found,) = attributions(scores[None], apart(len(scores))[None], [anchor], [certainty])
    return found


def cue_scores(cues: str) -> Scores:
    """Scores that favour outside `.`, begins `B` or continues `I`."""
    out = np.zeros((len(cues), 3), dtype=np.float32)
    for at, cue in enumerate(cues):
        out[at, ".BI".index(cue)] = 4.0
    return out


def test_one_anchor_gives_source_cue_and_a_discontinuous_content() -> None:
    """A quotation split around its cue comes out as two pieces of one content."""
    found = attribution(scores_of("CccQSs.Ccc"), (3, 3), 1.0)
    assert found is not None
    assert found.source == ((4, 5),)
    assert found.cue == ((3, 3),)
    assert found.content == ((0, 2), (7, 9))


def test_an_anchor_without_content_is_refused() -> None:
    """The mask has the last word about a cue that says nothing."""
    assert attribution(scores_of("Ss.Q..."), (3, 3), 1.0) is None


def test_a_content_without_cue_has_none() -> None:
    """An anchor at the start of a content adds no cue."""
    found = attribution(scores_of("Cccc.Ss"), None, 0.5)
    assert found is not None
    assert found.cue == ()


def test_a_range_never_begins_with_a_continuation() -> None:
    """Scores that favour I without B are read as the nearest legal sequence."""
    assert runs_of(best_roles(scores_of("..ccc..")[None], apart(7)[None])[0], 3) == ((2, 4),)
    assert runs_of(best_roles(scores_of("Ssccc")[None], apart(5)[None])[0], 3) == ((2, 4),)


@given(
    st.lists(st.lists(st.floats(-9, 9, width=32), min_size=7, max_size=7), min_size=1, max_size=30)
)
def test_any_scores_give_a_legal_sequence(rows: list[list[float]]) -> None:
    """Whatever the scores, I-X comes only after B-X or I-X."""
    path = best_roles(np.array([rows], dtype=np.float32), apart(len(rows))[None])[0].tolist()
    for before, role in zip([0, *path], path, strict=False):
        if role in (2, 4, 6):
            assert before in (role - 1, role)


def test_no_range_begins_or_ends_inside_a_word() -> None:
    """A word of several pieces is taken whole or left whole."""
    glued = np.array([False, True, True, False, False, True])
    path = best_roles(scores_of(".Cc..C")[None], glued[None])[0]
    for role in (1, 3, 5):
        for first, last in runs_of(path, role):
            assert not glued[first]
            assert last + 1 == len(glued) or not glued[last + 1]
    assert find_cues(cue_scores("..B..."), glued.tolist(), 0.5)[0][:2] == (0, 2)


def test_cues_are_found_with_their_continuations() -> None:
    """Two cues side by side stay two."""
    found = [
        (first, last) for first, last, _ in find_cues(cue_scores(".BII.BB.I"), [False] * 9, 0.5)
    ]
    assert found == [(1, 3), (5, 5), (6, 6)]


def test_two_readings_of_one_attribution_leave_the_surer() -> None:
    """Readings from two windows with overlapping cues are one attribution."""
    weak = Found((), ((4, 5),), ((6, 9),), 0.4)
    strong = Found((), ((5, 5),), ((6, 12),), 0.9)
    other = Found((), ((20, 20),), ((6, 12),), 0.3)
    assert distinct([weak, other, strong]) == [strong, other]
    assert distinct([strong, weak, other]) == [strong, other]


def test_a_doubtful_report_inside_another_is_dropped() -> None:
    """The same doubtful report stays where nothing is around it, and a sure one stays inside."""
    outer = Found(source=((0, 1),), cue=((2, 2),), content=((3, 12),), score=0.9)
    inner = Found(source=((4, 4),), cue=((5, 5),), content=((6, 12),), score=0.5)
    assert sure_inside([outer, inner], 0.55) == [outer]
    assert sure_inside([inner], 0.55) == [inner]
    assert sure_inside([outer, replace(inner, score=0.6)], 0.55)[1:]
