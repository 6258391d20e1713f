"""What a feed that is asked again and again brought."""

from __future__ import annotations

import json

import pytest

from redite.intake import Limits
from redite.intake.polled import Polled, read_polled
from redite.interfaces import Fetched
from redite.values import Document, Rejection
from tests.intake.made import SENTENCE, article, rss

URL = "https://halden.example/feed"


def polled(data: bytes) -> Polled:
    """Read what a server answered."""
    return read_polled(URL, Fetched(URL, data, None, None, None, None), Limits())


def test_items_of_a_feed_come_in_its_order() -> None:
    """Kept ones and rejected ones, and nothing is wrong with the feed."""
    found = polled(rss([f"<description>{SENTENCE}</description>", "<title>T</title>"]))
    assert [type(item) for item in found.items] == [Document, Rejection]
    assert found.problem == ""


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (article(SENTENCE), "no feed but a single text"),
        (SENTENCE.encode(), "no feed but a single text"),
        (b"", "empty"),
        (rss([]), "a feed without items"),
        (b"<html><body></body></html>", "no article"),
        (b"<!DOCTYPE rss SYSTEM 'file:///etc/passwd'><rss/>", "refused"),
    ],
)
def test_what_is_no_feed_brings_nothing(data: bytes, problem: str) -> None:
    """It is said once of the feed, and is neither an article nor a rejection."""
    found = polled(data)
    assert found.items == ()
    assert problem in found.problem


def test_a_feed_that_breaks_off_brings_what_could_be_read() -> None:
    """And what is wrong with it is said beside."""
    found = polled(rss([f"<description>{SENTENCE} {n}</description>" for n in range(3)])[:-80])
    assert len(found.items) >= 2
    assert "damaged" in found.problem


def test_a_bad_item_is_the_same_wherever_it_stands() -> None:
    """An item of which nothing is known but its place is called by the feed alone."""

    def feed(*items: object) -> bytes:
        return json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": items}).encode()

    good = {"id": "1", "content_text": SENTENCE}
    assert polled(feed(7)).items[0] == polled(feed(good, 7)).items[1]
