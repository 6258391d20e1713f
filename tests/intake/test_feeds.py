"""RSS, Atom and JSON Feed."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from redite.intake import read_bytes
from redite.values import Document, Rejection
from tests.intake.made import SENTENCE, documents, reasons, rss

ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="uk">
<title>Вісник Тарська</title><entry xml:lang="ru"><id>urn:x:1</id>
<title type="html">Мост &lt;b&gt;открыт&lt;/b&gt;</title><link href="https://v.example/1"/>
<published>2024-03-05T10:00:00Z</published><updated>2024-03-06T10:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Раз.</p><p>Два.</p></div>
</content><source><title>Halden Wire</title></source></entry></feed>"""


def test_an_item_is_an_article_of_the_source_it_names() -> None:
    """Content comes before the summary, and markup becomes paragraphs."""
    item = (
        "<title>Bridge &amp;amp; ferry</title><link>https://courier.example/1</link>"
        '<guid isPermaLink="false">c-1</guid><pubDate>Tue, 05 Mar 2024 12:00:00 +0200</pubDate>'
        "<dc:language>en</dc:language><description>Short.</description>"
        f"<content:encoded><![CDATA[<p>{SENTENCE}</p><p>“Yes.”<script>x('said')</script></p>"
        '<img src="x.gif"/>]]></content:encoded>'
        '<source url="https://halden.example/rss">Halden Wire</source>'
    )
    assert documents(rss([item], "<language>de</language>"), "feed.xml") == [
        Document(
            text=f"{SENTENCE}\n\n“Yes.”",
            origin="feed.xml#1",
            id="c-1",
            url="https://courier.example/1",
            publisher="Halden Wire",
            language="en",
            title="Bridge & ferry",
            published=datetime(2024, 3, 5, 10, tzinfo=UTC),
        )
    ]


def test_the_language_of_the_feed_stands_in() -> None:
    """Where the item has none."""
    data = rss([f"<description>{SENTENCE}</description>"], "<language>en-gb</language>")
    assert documents(data)[0].language == "en-gb"


def test_atom_gives_both_times_and_its_source() -> None:
    """`updated` is the time of the last edit, `source` where it came from."""
    (found,) = documents(ATOM.encode())
    assert found.text == "Раз.\n\nДва."
    assert found.published == datetime(2024, 3, 5, 10, tzinfo=UTC)
    assert found.modified == datetime(2024, 3, 6, 10, tzinfo=UTC)
    assert (found.relayed_from, found.language, found.title) == (None, "ru", "Мост открыт")
    assert (found.id, found.url, found.publisher) == (
        "urn:x:1",
        "https://v.example/1",
        "Halden Wire",
    )


def test_two_items_of_one_moment_both_survive() -> None:
    """Neither the time nor the title makes items the same."""
    same = "<title>T</title><pubDate>Tue, 05 Mar 2024 12:00:00 GMT</pubDate>"
    items = [f"{same}<description>{SENTENCE} {n}</description>" for n in (1, 2)]
    assert len(documents(rss(items))) == 2


def test_an_item_without_words_is_rejected_alone() -> None:
    """The rejection keeps what else the item has."""
    items = ["<title>T</title><guid>g</guid>", f"<description>{SENTENCE}</description>"]
    rejected, kept = read_bytes(rss(items), "f")
    assert isinstance(rejected, Rejection)
    assert rejected.document is not None
    assert (rejected.reason, rejected.document.id) == ("no text in the item", "g")
    assert isinstance(kept, Document)


def test_an_impossible_date_costs_the_date_only() -> None:
    """30 February is said and left out."""
    item = f"<pubDate>Fri, 30 Feb 2023 1:00:00 GMT</pubDate><description>{SENTENCE}</description>"
    (found,) = documents(rss([item]))
    assert found.published is None
    assert found.notes


def test_fakes_in_an_item_do_not_survive() -> None:
    """The markup of a feed is cleaned like that of a page."""
    markup = (
        f"<p>{SENTENCE}</p><div style='display:none'>Velesh said no.</div>"
        "<div class='related'><p>Kremen said no.</p></div><!-- Rostal said no. -->"
        "<p><a href='https://c.example/subscribe'>Subscribe</a> to our briefing.</p>"
    )
    data = rss([f"<content:encoded><![CDATA[{markup}]]></content:encoded>"])
    assert documents(data)[0].text == SENTENCE


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1251"])
@pytest.mark.parametrize(
    "declaration",
    [
        '<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>',
        '<!DOCTYPE rss SYSTEM "file:///etc/passwd">',
        '<!doctype rss PUBLIC "-//x//y" "http://x.example/rss.dtd">',
        '<!-- c --><!ENTITY a "a">',
    ],
)
def test_declarations_are_refused_before_parsing(declaration: str, encoding: str) -> None:
    """Entity bombs and files named in a DTD never reach a parser, in no encoding."""
    text = f'<?xml version="1.0" encoding="{encoding}"?>{declaration}<rss><channel><item>'
    text += f"<description>{SENTENCE}&a;</description></item></channel></rss>"
    (reason,) = reasons(text.encode(encoding))
    assert "refused" in reason


def test_a_declaration_quoted_in_an_item_is_no_declaration() -> None:
    """An article may be about XML."""
    item = f"<description><![CDATA[{SENTENCE} &lt;!ENTITY x&gt; <!DOCTYPE y>]]></description>"
    assert SENTENCE in documents(rss([item]))[0].text


def test_a_feed_that_breaks_off_gives_what_could_be_read() -> None:
    """And one rejection that says so."""
    items = [f"<description>{SENTENCE} {n}</description>" for n in range(3)]
    data = rss(items)[:-80]
    found = list(read_bytes(data, "f"))
    assert sum(isinstance(f, Document) for f in found) >= 2
    assert isinstance(found[-1], Rejection)
    assert "damaged" in found[-1].reason


def test_a_damaged_title_costs_nothing_else() -> None:
    """Tags that do not fit together leave the parser with half a title."""
    whole = rss([f"<title>T</title><description>{SENTENCE}</description>"])
    for cut in range(len("<title>T</title>")):
        at = whole.rindex(b"<title>") + cut
        assert list(read_bytes(whole[:at] + whole[at + 1 :], "f"))


def test_a_feed_without_items_is_said() -> None:
    """It does not end without an outcome."""
    assert reasons(rss([])) == ["a feed without items"]


def test_json_feed_is_read_like_the_others() -> None:
    """HTML comes before plain text, and plain text is kept verbatim."""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Quor Observer",
        "language": "fr",
        "items": [
            {
                "id": "1",
                "url": "https://quor.example/1",
                "title": "Un pont",
                "content_html": "<p>Un.</p><p>Deux.</p>",
                "content_text": "no",
                "date_published": "2024-03-05T10:00:00Z",
                "date_modified": "2024-03-06T10:00:00Z",
            },
            {"id": 2, "content_text": " Trois.\nQuatre. ", "language": "de"},
            {"id": "3"},
            7,
        ],
    }
    found = list(read_bytes(json.dumps(feed).encode(), "f"))
    assert found[0] == Document(
        text="Un.\n\nDeux.",
        origin="f#1",
        id="1",
        url="https://quor.example/1",
        publisher="Quor Observer",
        language="fr",
        title="Un pont",
        published=datetime(2024, 3, 5, 10, tzinfo=UTC),
        modified=datetime(2024, 3, 6, 10, tzinfo=UTC),
    )
    assert isinstance(found[1], Document)
    assert (found[1].text, found[1].id, found[1].language) == (" Trois.\nQuatre. ", "2", "de")
    assert [f.reason for f in found if isinstance(f, Rejection)] == [
        "no text in the item",
        "an item that is no JSON object",
    ]
