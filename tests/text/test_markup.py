"""Texts without what chats and feeds leave in them."""

from __future__ import annotations

import pytest

from redite.text.markup import readable, without_markup


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[Tarsk](https://x.example/1) is calm", "Tarsk is calm"),
        ("[Tarsk](https://x.example/a_(b)) is calm", "Tarsk is calm"),
        ("**Storm** over #Tarsk, says @halden", "Storm over , says"),
        ("see https://x.example/1 for more", "see for more"),
    ],
)
def test_only_words_are_left(text: str, words: str) -> None:
    """Links, their targets, tags and emphasis marks are no words of a text."""
    assert without_markup(text).replace("(", "").split() == words.split()


@pytest.mark.parametrize("piece", ["](", "[x](", "[", "@", "http://", "](a://b"])
def test_a_megabyte_of_markup_is_read_in_linear_time(piece: str) -> None:
    """Marks that never close cost no more than those that do; in quadratic time this hangs."""
    text = piece * (1_000_000 // len(piece))
    assert len(without_markup(text)) <= len(text)
    assert len(readable(text)) <= len(text)
