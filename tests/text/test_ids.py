"""Ids from content."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from redite.text.ids import article_key, digest, same_address, statement_id
from redite.values import Document, Span

parts = st.lists(st.one_of(st.none(), st.text()), max_size=4)


@given(parts, parts)
def test_digest_tells_lists_apart(left: list[str | None], right: list[str | None]) -> None:
    """Two lists of parts have one digest only if they are equal, however they are cut."""
    assert (digest(*left) == digest(*right)) == (left == right)


def test_tracking_parameters_do_not_make_another_address() -> None:
    """An article shared in a newsletter is the same article."""
    assert same_address("https://a.example/x/?utm_source=mail") == same_address(
        "https://A.example/x"
    )


def test_query_that_names_the_article_is_kept() -> None:
    """Many sites tell their articles apart by query alone."""
    assert same_address("https://a.example/?id=1") != same_address("https://a.example/?id=2")


def test_key_follows_text_and_address() -> None:
    """The same text elsewhere, or another text here, is another key."""
    here = Document(text="Velesh spoke.", origin="x", url="https://a.example/1")
    there = Document(text="Velesh spoke.", origin="x", url="https://b.example/1")
    edited = Document(text="Velesh shouted.", origin="x", url="https://a.example/1")
    again = Document(text="Velesh spoke.", origin="other place", url="https://a.example/1/")
    assert len({article_key(d) for d in (here, there, edited)}) == 3
    assert article_key(again) == article_key(here)


def test_statement_id_follows_content_not_source() -> None:
    """A newer model that finds a better source does not make another statement."""
    assert statement_id("a-1", (Span(3, 9),)) == statement_id("a-1", (Span(3, 9),))
    assert statement_id("a-1", (Span(3, 9),)) != statement_id("a-1", (Span(3, 8),))
    assert statement_id("a-1", (Span(3, 9),)) != statement_id("a-2", (Span(3, 9),))
