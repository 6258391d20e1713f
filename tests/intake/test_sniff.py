"""What kind of input something is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redite.intake.sniff import Kind, binary, kind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<!DOCTYPE html><html>", Kind.HTML),
        ("\n <!-- saved from url=(0014)x -->\n<!doctype HTML>\n<title>x", Kind.HTML),
        ('<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML"><html>', Kind.HTML),
        ("<p>Irena Dalkova said so.</p>", Kind.HTML),
        ("<HTML><BODY>", Kind.HTML),
        ('<?xml version="1.0"?>\n<rss version="2.0">', Kind.FEED),
        ("<feed xmlns='http://www.w3.org/2005/Atom'>", Kind.FEED),
        ("<rdf:RDF xmlns:rdf='x'>", Kind.FEED),
        ("<!DOCTYPE rss [<!ENTITY a 'b'>]><rss>", Kind.FEED),
        ('<?xml version="1.0"?><note>x</note>', Kind.OTHER_XML),
        ("<note>x</note>", Kind.OTHER_XML),
        ('{"text": "x"}', Kind.JSON),
        ('[\n {"text": "x"}]', Kind.JSON),
        ('{"a": 1}\n{"a": 2}\n', Kind.JSON_LINES),
        ('oops\n{"a": 1}\n{"a": 2}\n', Kind.JSON_LINES),
        ("{\n}", Kind.JSON),
        ("Irena Dalkova said so.", Kind.PLAIN),
        ("[Update] Irena Dalkova said so.", Kind.PLAIN),
        ("{Editor's note} Велеш сказав так.", Kind.PLAIN),
        ("<Irena> so war es", Kind.PLAIN),
        ("< 5 per cent, said Velesh", Kind.PLAIN),
        ("Im Text steht <b>fett</b> und <html>.", Kind.PLAIN),
    ],
)
def test_the_kind_is_found_by_content(text: str, expected: Kind) -> None:
    """Prologs and comments are looked past, and a text may begin with any sign."""
    assert kind(text) is expected


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"%PDF-1.7", "a PDF"),
        (b"\x89PNG\r\n\x1a\n", "a PNG image"),
        (b"PK\x03\x04", "a ZIP archive or an office document"),
        (b"\0\0\0\x18ftypmp42", "a video or image file"),
        (b"RIFF\0\0\0\0WEBP", "an image, audio or video file"),
        (b"Irena", None),
    ],
)
def test_what_is_plainly_no_text_has_a_name(data: bytes, name: str | None) -> None:
    """So that the reason helps whoever put it there."""
    assert binary(data) == name


@given(st.text(alphabet="<!?->[]{}\"'/ \nahtml", max_size=200))
def test_every_text_has_a_kind(text: str) -> None:
    """Whatever signs it begins with."""
    assert isinstance(kind(text), Kind)


@pytest.mark.parametrize("piece", ["<!--", "<?xml ", "<!a ", "<![", "<", "{", '{"', "[", " \n"])
def test_repeated_beginnings_end(piece: str) -> None:
    """A text made to slow the search down is told like any other."""
    assert isinstance(kind(piece * 50_000), Kind)
