"""Quotations: marks of five languages, nesting, paragraphs, and what is no quotation."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redite.text.quotes import LONGEST, quotations


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ('He said "yes" and left.', ["yes"]),
        ("He said “yes, of course” twice.", ["yes, of course"]),
        ("Er sagte „ja“ und ging.", ["ja"]),
        ("Er sagte »ja« und ging.", ["ja"]),
        ("Il a dit « oui » hier.", ["oui"]),
        ("Он сказал «да» вчера.", ["да"]),
        ("He said 'yes' and left.", ["yes"]),
        ("He said ‘yes’ and left.", ["yes"]),
        ("Er sagte ‚ja‘ und ging.", ["ja"]),
        ("„Так”, — відповів він.", ["Так"]),
        ('"One," he said, "two."', ["One,", "two."]),
    ],
)
def test_marks_of_each_language(text: str, inner: list[str]) -> None:
    """Each language's marks are paired, whatever marks the others use for what."""
    assert [q.inner.of(text) for q in quotations(text)] == inner


@pytest.mark.parametrize(
    "text",
    ["It isn't Dalkova's.", "п'ять м’ячів", "l'heure d’été", "the soldiers' homes", '6" of snow'],
)
def test_apostrophes_and_inches_are_no_quotations(text: str) -> None:
    """An apostrophe opens nothing, nor does a mark that nothing closes."""
    assert quotations(text) == ()


def test_nested_quotations_know_their_depth() -> None:
    """An inner quotation has depth 1 and lies in the outer one."""
    text = "«Мы читали „Вестник“ утром», — сказал он."
    outer, inner = quotations(text)
    assert (outer.depth, inner.depth) == (0, 1)
    assert inner.inner.of(text) == "Вестник"
    assert outer.inner.contains(inner.outer)


def test_paragraphs_that_repeat_the_opening_mark() -> None:
    """A quotation of two paragraphs gives two, the first of which says that it goes on."""
    text = "“First paragraph.\n\n“Second paragraph.”"
    first, second = quotations(text)
    assert first.continues
    assert not second.continues
    assert first.inner.of(text) == "First paragraph."
    assert second.inner.of(text) == "Second paragraph."


def test_a_mark_never_closed_is_dropped() -> None:
    """An opening mark without its partner does not swallow the text."""
    text = "«Slip of the pen. " + "Words and words. " * (LONGEST // 10) + "He said “yes”."
    assert [q.inner.of(text) for q in quotations(text)] == ["yes"]


@given(st.text(alphabet="ab «»„“”\"‘’‚'.,\n—", max_size=80))
def test_quotations_nest_or_follow(text: str) -> None:
    """Whatever the marks: spans lie in the text, inner in outer, and none cross."""
    found = quotations(text)
    for quotation in found:
        assert quotation.outer.contains(quotation.inner)
        assert quotation.outer.end <= len(text)
    for left, right in pairwise(found):
        crossing = left.outer.overlaps(right.outer) and not left.outer.contains(right.outer)
        assert not crossing
