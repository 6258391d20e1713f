"""Sentences: abbreviations, initials, numbers, quotations, line breaks."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redite.text.quotes import quotations
from redite.text.sentences import sentences

ABBREVIATIONS = frozenset({"gen.", "mr.", "г.", "т.е.", "z.b.", "u.n."})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two.", ["One.", "Two."]),
        ("Who? Me! Yes…", ["Who?", "Me!", "Yes…"]),
        ("Gen. Kremen left. Mr. Tarn stayed.", ["Gen. Kremen left.", "Mr. Tarn stayed."]),
        ("P. Kremen left at 5.30 p.m. yesterday.", ["P. Kremen left at 5.30 p.m. yesterday."]),
        ("Prices rose 4.5 per cent.", ["Prices rose 4.5 per cent."]),
        ("В 2022 г. порт закрыт. Дорога тоже.", ["В 2022 г. порт закрыт.", "Дорога тоже."]),
        ("One line\nAnother line", ["One line", "Another line"]),
        ("“It is over.” He left.", ["“It is over.”", "He left."]),
        ("« Non », a-t-il dit. Il est parti.", ["« Non », a-t-il dit.", "Il est parti."]),
        ("Порт закрыт. «Надолго», — сказал он.", ["Порт закрыт.", "«Надолго», — сказал он."]),
    ],
)
def test_where_sentences_end(text: str, expected: list[str]) -> None:
    """A sentence ends at its mark, not after an abbreviation, an initial or inside a number."""
    closed = [q.outer for q in quotations(text) if q.depth == 0]
    found = sentences(text, closed=closed, abbreviations=ABBREVIATIONS)
    assert [span.of(text) for span in found] == expected


def test_a_quotation_is_not_broken() -> None:
    """A quotation of two sentences stays within the sentence that reports it."""
    text = "“It is over. Go home,” he said. Nobody went."
    closed = [q.outer for q in quotations(text)]
    found = [span.of(text) for span in sentences(text, closed=closed)]
    assert found == ["“It is over. Go home,” he said.", "Nobody went."]


def test_a_wrapped_line_goes_on() -> None:
    """A line break in the middle of a long line of running text ends nothing."""
    text = "The commission that looked into the closing of the northern port\nfound no fault."
    assert len(sentences(text)) == 1


def test_a_part_of_the_text() -> None:
    """Bounds limit what is read; offsets still count in the whole text."""
    text = "One. Two. Three."
    assert [span.of(text) for span in sentences(text, start=5, end=9)] == ["Two."]


@given(st.text(alphabet='Ab .!?…\n«»"—,1', max_size=80))
def test_sentences_cover_all_but_space(text: str) -> None:
    """Sentences are in order, do not overlap, and leave out nothing but white space."""
    found = sentences(text, closed=[q.outer for q in quotations(text) if q.depth == 0])
    assert all(left.end <= right.start for left, right in pairwise(found))
    covered = {i for span in found for i in range(span.start, span.end)}
    assert all(char.isspace() for i, char in enumerate(text) if i not in covered)
