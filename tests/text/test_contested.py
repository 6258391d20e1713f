"""Words that two reports lay claim to."""

from __future__ import annotations

from redite.text.contested import decided
from redite.values import Attribution, Span

TEXT = (
    "The institute recalled that crews had been trained in Quor. "
    '"It is all for show. Nobody will fire," the report says.'
)


def span(words: str) -> Span:
    """Return where words stand in the text."""
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


TRAINED = span("crews had been trained in Quor")
RECALL = Attribution(
    (span("The institute"),), (span("recalled"),), (TRAINED, span("It is all for show"))
)


def test_a_sentence_with_a_cue_of_its_own_is_taken_from_another() -> None:
    """What the report says is not what was recalled, and the report says all of it."""
    report = Attribution(
        (span("the report"),), (span("says"),), (span("is all for show. Nobody will fire"),)
    )
    first, second = decided([RECALL, report], TEXT)
    assert first.content == (TRAINED,)
    assert second.content == (span("It is all for show. Nobody will fire"),)


def test_what_nobody_else_claims_stays() -> None:
    """A second sentence without a cue of its own goes on from the first."""
    assert decided([RECALL], TEXT) == [RECALL]


def test_a_report_inside_another_takes_nothing_from_it() -> None:
    """Where the outer words hold the inner cue, both say them."""
    outer = Attribution(
        (span("The institute"),),
        (span("recalled"),),
        (TRAINED, Span(span("It is all").start, len(TEXT) - 1)),
    )
    inner = Attribution(
        (span("the report"),), (span("says"),), (span("It is all for show. Nobody will fire"),)
    )
    assert decided([outer, inner], TEXT) == [outer, inner]
