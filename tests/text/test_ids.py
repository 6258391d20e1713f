"""Ids from content."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redite.text.ids import (
    article_key,
    digest,
    group_id,
    identity,
    rejection_key,
    same_address,
    statement_id,
)
from redite.values import Document, Span

VELESH = Document(
    text="Velesh spoke.",
    origin="x",
    id="7",
    url="https://a.example/1",
    publisher="Halden Wire",
)

parts = st.lists(st.one_of(st.none(), st.text()), max_size=4)


@given(parts, parts)
def test_digest_tells_lists_apart(left: list[str | None], right: list[str | None]) -> None:
    """Two lists of parts have one digest only if they are equal, however they are cut."""
    assert (digest(*left) == digest(*right)) == (left == right)


def test_ids_are_what_they_were() -> None:
    """They stand in ledgers: others for the same content would part it from all that is there."""
    assert digest() == "e4a6a0577479b2b4"
    assert digest(None, "я") == "0ea85b81fefb50d5"
    assert article_key(VELESH) == "a-e77510f49bb2149c"
    assert rejection_key("a.json#1", "no text", None) == "r-543cc2152807c1e0"
    assert rejection_key("a.json#1", "no text", VELESH) == "r-682293e18fa6ac28"
    assert statement_id("a-1", (Span(3, 9), Span(12, 20))) == "s-0726e19d7678ee9e"
    assert group_id("u", ["s-1", "s-2"]) == group_id("u", ["s-1"]) == "u-cb398d0084c26f69"


@pytest.mark.parametrize(
    ("url", "same"),
    [
        (" HTTPS://A.example:8080/X/?b=2&a=1#top ", "https://a.example:8080/X?b=2&a=1"),
        ("https://a.example/x?q=&FBCLID=1&utm_medium=m", "https://a.example/x?q="),
        ("https://a.example/x?q=a+b%20c", "https://a.example/x?q=a+b+c"),
        (" http://[bad ", "http://[bad"),
    ],
)
def test_an_address_keeps_what_names_the_article(url: str, same: str) -> None:
    """Path, empty answers and order of the query included; one that is none stays as it is."""
    assert same_address(url) == same


def test_versions_are_known_by_address_else_id_else_nothing() -> None:
    """An id is its publisher's own; without one, other words are another article."""
    edited = replace(VELESH, text="Velesh shouted.", publisher="Halden Wire")
    assert identity(edited) == identity(VELESH) == identity(replace(VELESH, id="8"))
    by_id = replace(VELESH, url=None)
    assert identity(by_id) == identity(replace(edited, url=None))
    assert identity(by_id) != identity(replace(by_id, publisher="Lisk Courier"))
    assert identity(by_id) != identity(replace(by_id, publisher=None))
    bare = replace(by_id, id=None)
    assert identity(bare) != identity(replace(bare, text="Velesh shouted."))
    assert identity(bare) == identity(replace(bare, title="Another"))


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
