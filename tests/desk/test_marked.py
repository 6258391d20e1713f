"""Texts as pages show them: marks, damaged words, and two versions side by side."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from redite.desk.marked import paragraphs, side_by_side
from redite.desk.pages import environment
from redite.values import Damage, DamageKind, Span
from tests.desk.ledger import world

RECORDS = world().ordered


def test_damaged_words_are_marked_in_the_text() -> None:
    """Exactly the damaged words bear the mark, over those of who said what."""
    record = RECORDS[0]
    text = record.article.text
    content = record.statement.attribution.content[0]
    span = Span(content.start - 3, content.start + 5)
    found = paragraphs(text, [record], [Damage(span, DamageKind.WORD, "no such word")])
    marked = [run for each in found for run in each.runs if "damaged" in run.classes]
    assert "".join(run.text for run in marked) == span.of(text)
    assert any(len(run.classes) > 1 for run in marked)
    assert [flag.why for each in found for flag, _ in each.damage] == ["no such word"]
    clean = paragraphs(text, [record])
    assert not [run for each in clean for run in each.runs if "damaged" in run.classes]


lines = st.lists(st.text(st.sampled_from("ab -.é"), max_size=12), max_size=5).map("\n".join)


@settings(max_examples=80, deadline=None)
@given(lines, lines)
def test_side_by_side_loses_no_word(before: str, after: str) -> None:
    """Either side, put together again, is its version; what is common to both reads the same."""

    def words(text: str) -> list[str]:
        return [line.strip() for line in text.split("\n") if line.strip()]

    rows = side_by_side(before, after)
    for side, version in ((0, before), (1, after)):
        shown = [
            "".join(piece for piece, _ in (row.before, row.after)[side])
            for row in rows
            if (row.before, row.after)[side]
        ]
        assert shown == words(version)
    for row in rows:
        kept = ["".join(p for p, own in side if not own) for side in (row.before, row.after)]
        assert kept[0] == kept[1]


def test_an_edit_is_shown_word_by_word() -> None:
    """Of a changed paragraph only the changed words are marked."""
    (row,) = side_by_side("The bridge opens on Monday.", "The bridge opens on Tuesday.")
    assert row.before == (("The bridge opens on ", False), ("Monday.", True))
    assert row.after == (("The bridge opens on ", False), ("Tuesday.", True))


def test_emphasis_marks_are_set_back_and_all_of_the_text_stays() -> None:
    """The marks of a chat stand in an element of their own; markup in a text stays text."""
    shown = environment("en").filters["faded"]("**bold** <b> a_b __x__")
    assert str(shown) == (
        '<span class="mark-up">**</span>bold<span class="mark-up">**</span> &lt;b&gt; a_b '
        '<span class="mark-up">__</span>x<span class="mark-up">__</span>'
    )
