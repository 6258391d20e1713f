"""Lists of feeds: what is read from them, and what is refused by name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redite.errors import IntakeError
from redite.intake.feed_lists import addresses, unfit

OPML = """<?xml version="1.0" encoding="windows-1251"?>
<opml version="2.0"><head><title>Стрічки</title></head><body>
<outline text="Wires"><outline text="Halden" type="rss" xmlUrl="https://halden.example/rss?a=1&amp;b=2"
 htmlUrl="https://halden.example/"/>
<outline text="Tarsk" xmlurl=" http://tarsk.example/feed "/></outline>
<outline text="Halden again" xmlUrl="https://halden.example/rss?a=1&amp;b=2"/>
<outline text="a note"/></body></opml>"""


def test_an_outline_gives_its_feeds_in_order_and_once() -> None:
    """Folders may be nested, pages are no feeds, and the declared encoding is past."""
    assert addresses(OPML) == ["https://halden.example/rss?a=1&b=2", "http://tarsk.example/feed"]


def test_lines_give_an_address_each() -> None:
    """Comments and empty lines are passed over; a fragment is no comment."""
    text = "# wires\n\nhttps://halden.example/feed  # daily\r\n  http://x.example/#part\n#end"
    assert addresses(text) == ["https://halden.example/feed", "http://x.example/#part"]


@given(st.lists(st.from_regex(r"https://[a-z]{1,3}\.example/[a-z#]{0,3}", fullmatch=True)))
def test_what_is_listed_is_found(listed: list[str]) -> None:
    """Whatever the number and order: each once, where it first stands."""
    if listed:
        assert addresses("\n".join(listed)) == list(dict.fromkeys(listed))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "no address in it"),
        ("# https://halden.example/\n", "no address in it"),
        ("<opml><body/></opml>", "no address in it"),
        ("https://a.example/\nhalden.example/feed", "line 2: 'halden.example/feed' is no address"),
        ("https://a.example/ https://b.example/", "line 1: .*blanks"),
        ("ftp://a.example/", "https:// or http://"),
        ("https://", "https:// or http://"),
        ("http://a.example:port/", "no address"),
        ("http://[::1/", "no address"),
        ("http://irena:secret@a.example/", "a name and a password"),
        ("<opml><outline\nxmlUrl='file:///etc/passwd'/></opml>", "line 2: 'file:///etc/passwd'"),
        ("<opml><outline></opml>", "damaged XML"),
        ("<rss><channel/></rss>", "no list of feeds.*watched by its address"),
        ("<!DOCTYPE html><html></html>", "DOCTYPE declaration is refused"),
        ('<!DOCTYPE o SYSTEM "file:///etc/passwd"><opml/>', "DOCTYPE declaration is refused"),
        ('<!-- c --><!ENTITY a "aaaa"><opml/>', "ENTITY declaration is refused"),
    ],
)
def test_what_is_no_list_is_refused_by_name(text: str, reason: str) -> None:
    """The message names the entry and the way out, and never a password."""
    with pytest.raises(IntakeError, match=reason) as error:
        addresses(text)
    assert "secret" not in str(error.value)


@given(st.text())
def test_any_text_is_a_list_or_refused(text: str) -> None:
    """What comes out can be fetched from, and nothing else is raised."""
    try:
        found = addresses(text)
    except IntakeError:
        return
    assert all(unfit(address) is None for address in found)
