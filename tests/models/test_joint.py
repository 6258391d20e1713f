"""The rules complete what the network reads."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from redite.interfaces import Passage
from redite.models.joint import JointTagger, joined
from redite.values import Attribution, Span


def said(content: tuple[int, int], source: tuple[int, int] | None = None) -> Attribution:
    """Return an attribution with these spans and no cue."""
    return Attribution((Span(*source),) if source else (), (), (Span(*content),))


class Fixed:
    """A tagger that finds the same in every passage."""

    version = "fixed.v1"

    def __init__(self, *found: Attribution) -> None:
        self.found = found

    def tag(self, passages: Sequence[Passage]) -> list[tuple[Attribution, ...]]:
        """Return what it was made with."""
        return [self.found for _ in passages]


def test_what_only_the_second_finds_is_added() -> None:
    """A report in words the first passed over joins the others, in text order."""
    assert joined([said((20, 30))], [said((0, 10))], all_cues=True) == (
        said((0, 10)),
        said((20, 30)),
    )


def test_an_english_article_takes_from_the_second_only_what_needs_no_cue() -> None:
    """In long texts a cue that the network passed over is more often none."""
    cued = Attribution((), (Span(11, 14),), (Span(0, 10),))
    assert joined([], [cued, said((20, 30))], all_cues=False) == (said((20, 30)),)
    assert joined([], [cued], all_cues=True) == (cued,)


def test_a_cue_that_both_read_is_one_report() -> None:
    """The first says of what; the second is heard where it finds several points of a list."""
    one = Attribution((Span(0, 5),), (Span(6, 10),), (Span(11, 60),))
    other = Attribution((Span(62, 70),), (Span(7, 10),), (Span(72, 90),))
    point = Attribution((Span(62, 70),), (Span(7, 10),), (Span(92, 99),))
    assert joined([one], [other], all_cues=True) == (one,)
    assert joined([one], [other, point], all_cues=True) == (one, other, point)


def test_a_report_within_another_is_added() -> None:
    """Somebody who is reported to report: both are there; a second reading of one is not."""
    outer = Attribution((Span(0, 5),), (Span(6, 10),), (Span(11, 60),))
    inner = Attribution((Span(11, 17),), (Span(18, 22),), (Span(28, 50),))
    again = Attribution((Span(0, 5),), (Span(6, 10),), (Span(23, 60),))
    assert joined([outer], [inner], all_cues=False) == (outer, inner)
    assert joined([outer, inner], [inner], all_cues=False) == (outer, inner)
    assert joined([outer], [again], all_cues=False) == (outer,)


def test_a_report_within_another_ends_with_it() -> None:
    """The second reading may run on into the words by which the first passes it on."""
    outer = Attribution((Span(70, 75),), (Span(62, 69),), (Span(11, 60),))
    inner = Attribution((Span(11, 17),), (Span(18, 22),), (Span(28, 75),))
    assert joined([outer], [inner], all_cues=False)[1].content == (Span(28, 60),)


def test_a_report_within_another_may_stand_in_two_pieces_of_it() -> None:
    """The first leaves a "that" out of what it marks; a pause as long as a clause parts them."""
    inner = Attribution((Span(11, 17),), (Span(18, 22),), (Span(28, 50),))
    near = Attribution((Span(0, 5),), (Span(6, 10),), (Span(11, 22), Span(28, 50)))
    assert joined([near], [inner], all_cues=False) == (near, inner)
    far = Attribution((Span(0, 5),), (Span(6, 10),), (Span(11, 20), Span(40, 50)))
    apart = Attribution((Span(11, 17),), (Span(40, 44),), (Span(45, 50),))
    assert joined([far], [apart], all_cues=False) == (far,)


def test_a_report_read_twice_is_one() -> None:
    """The reading that says whose words they are stays."""
    named = said((0, 20), (25, 30))
    assert joined([said((0, 18)), named], [], all_cues=True) == (named,)


def test_what_both_find_stays_as_the_first_read_it() -> None:
    """A second reading of the same words adds nothing."""
    assert joined([said((0, 10), (12, 15))], [said((2, 9), (16, 19))], all_cues=True) == (
        said((0, 10), (12, 15)),
    )


def test_a_missing_source_is_taken_over() -> None:
    """Who spoke is taken from the other reading of the same words, not from another report's."""
    assert joined([said((0, 10))], [said((1, 10), (12, 15))], all_cues=True) == (
        said((0, 10), (12, 15)),
    )
    assert joined([said((0, 30))], [said((0, 5), (32, 35))], all_cues=True) == (said((0, 30)),)


SPANS = st.tuples(st.integers(0, 40), st.integers(1, 9)).map(lambda p: (p[0], p[0] + p[1]))


@given(st.lists(SPANS), st.lists(SPANS))
def test_nothing_of_the_first_is_lost(
    first: list[tuple[int, int]], second: list[tuple[int, int]]
) -> None:
    """Every content of the first reading is there, and joining again changes nothing."""
    mine, theirs = [said(span) for span in first], [said(span) for span in second]
    once = joined(mine, theirs, all_cues=True)
    assert set(mine) <= set(once) <= set(mine) | set(theirs)
    assert joined(once, theirs, all_cues=True) == once


def test_both_versions_are_on_record() -> None:
    """A statement says which two readers found it."""
    joint = JointTagger(Fixed(said((0, 4))), Fixed(said((5, 9))))
    assert joint.version == "fixed.v1+fixed.v1"
    assert joint.tag([Passage("some text", "en")]) == [(said((0, 4)), said((5, 9)))]
