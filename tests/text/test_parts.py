"""When one content becomes several statements."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from redite.text.parts import parts
from redite.values import Span

SPEECH = (
    "The depot will open in May. Nobody is threatened by it. Yes. "
    "We have told the Northern Pact of every train."
)


def cut(text: str, *content: Span) -> list[list[str]]:
    """Return the words of each part."""
    return [[span.of(text) for span in part] for part in parts(text, content)]


def test_long_quotation_makes_one_statement_a_sentence() -> None:
    """Three sentences are three sayings; a word by itself goes with the one before."""
    assert cut(SPEECH, Span(0, len(SPEECH))) == [
        ["The depot will open in May"],
        ["Nobody is threatened by it. Yes"],
        ["We have told the Northern Pact of every train"],
    ]


def test_short_quotation_stays_whole() -> None:
    """Two sentences are one saying, pieces and full stops untouched."""
    text = "The depot will open in May. Nobody is threatened by it."
    assert cut(text, Span(0, len(text))) == [[text]]


def test_quotation_around_its_cue_stays_whole() -> None:
    """Two pieces of one short quotation are one content."""
    text = "“We stay,” said Velesh, “until summer.”"
    assert cut(text, Span(1, 8), Span(25, 37)) == [["We stay", "until summer"]]


def test_pieces_of_one_sentence_stay_together() -> None:
    """When something was, and that it was, are one saying: neither says anything alone."""
    text = "In May 2022, crews were trained in Quor. The depot stands. Nobody is threatened by it."
    found = cut(text, Span(0, 11), Span(13, 39), Span(41, len(text)))
    assert found[0] == ["In May 2022", "crews were trained in Quor"]
    assert len(found) == 3


@given(st.text(alphabet="Ab .!\n»", min_size=1, max_size=80))
def test_parts_lie_inside_the_content_and_apart(text: str) -> None:
    """However a text is cut, parts are inside it, in order, and share nothing."""
    whole = Span(0, len(text))
    spans = [span for part in parts(text, (whole,)) for span in part]
    assert all(whole.contains(span) for span in spans)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
