"""Saved pages."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from redite.intake import Limits, html, read_bytes
from redite.values import Document
from tests.intake.made import SENTENCE, article, documents, linked_data, page, reasons

FAKE = "Goran Velesh said the Marsh Treaty is dead."
SECOND = "“We counted 42 lorries,” General Pavlo Kremen told Halden Wire."

HIDING_PLACES = [
    f"<script>document.write('<p>{FAKE}</p>')</script>",
    f"<noscript><p>{FAKE}</p></noscript>",
    f"<template><p>{FAKE}</p></template>",
    f"<style>.a:after{{content:'{FAKE}'}}</style>",
    f"<!-- <p>{FAKE}</p> -->",
    f"<div hidden><p>{FAKE}</p></div>",
    f'<div style="display: none"><p>{FAKE}</p></div>',
    f'<p style="font-size:0">{FAKE}</p>',
    f'<p style="position:absolute;left:-9999px">{FAKE}</p>',
    f'<p aria-hidden="true">{FAKE}</p>',
    f'<div class="tucked"><p>{FAKE}</p></div>',
    f'<div id="away"><p>{FAKE}</p></div>',
    f'<span class="sr-only">{FAKE}</span>',
    f"<nav><ul><li><a href=/x>{FAKE}</a></li></ul></nav>",
    f"<aside><p>{FAKE}</p></aside>",
    f"<footer><p>{FAKE}</p></footer>",
    f'<section class="comments"><div class="comment"><p>{FAKE}</p></div></section>',
    f'<section class="comments"><article class="comment"><p>{FAKE}</p></article></section>',
    f'<ol id="commentList"><li><p>{FAKE}</p></li></ol>',
    f'<section class="related"><h3>More</h3><ul><li><a href=/x>{FAKE}</a></li></ul></section>',
    f'<div class="read-more teaser"><p>{FAKE}</p></div>',
    f'<div id="cookie-banner" role="dialog"><p>{FAKE}</p></div>',
    f'<div class="ad-slot"><p>{FAKE}</p></div>',
    f'<div class="newsletter-box"><p>{FAKE}</p></div>',
    f"<form><p>{FAKE}</p><input></form>",
    f"<iframe srcdoc='<p>{FAKE}</p>'></iframe>",
    f"<svg><text>{FAKE}</text></svg>",
    f'<object data="x"><p>{FAKE}</p></object>',
    f"<select><option>{FAKE}</option></select>",
    f"<button>{FAKE}</button>",
    f"<textarea>{FAKE}</textarea>",
]
SHEET = "<style>@media print{p{display:none}} .tucked, #away{display:none} p{color:red}</style>"


@pytest.mark.parametrize("hidden", HIDING_PLACES)
def test_what_is_not_the_article_does_not_survive(hidden: str) -> None:
    """Inside the article and after it, where it is marked and where it is not."""
    told = f"<p>{SENTENCE}</p>{{}}<p>{SECOND}</p>"
    for body in (
        f"<article>{told.format(hidden)}</article>",
        f"<article>{told.format('')}</article>{hidden}",
        f"{hidden}<main>{told.format('')}</main>",
        f"<div>{told.format('')}</div>{hidden}",
    ):
        (found,) = documents(page(body, SHEET))
        assert found.text == f"{SENTENCE}\n\n{SECOND}", body


@pytest.mark.parametrize("tag", ["article", "main", "div", "section"])
def test_every_paragraph_is_kept_in_order(tag: str) -> None:
    """Short ones, repeated ones, with their quotation marks, in any script, marked or not."""
    paragraphs = [
        SENTENCE,
        "Nein.",
        "«Так», — сказав Велеш.",
        "Tarsk.",
        "Nein.",
        "“Yes,” she said. ‘No,’ he said.",
        SECOND,
    ]
    told = "".join(f"<p>{p}</p>" for p in paragraphs)
    assert documents(page(f"<{tag}>{told}</{tag}>"))[0].text == "\n\n".join(paragraphs)


def test_white_space_is_as_a_browser_shows_it() -> None:
    """Line ends in the source are spaces, and what follows a dropped element stays."""
    body = "Irena\n  Dalkova&nbsp;said <b>so</b><script>x()</script>, twice."
    assert documents(article(body, SECOND))[0].text.startswith("Irena Dalkova said so, twice.")


@pytest.mark.parametrize("name", ["has-comments", "comments-open", "cookie-consent", "with-ads"])
@pytest.mark.parametrize("inner", ["<main>{}</main>", "<article>{}</article>", "<h1>x</h1>{}"])
def test_names_of_a_wrapper_do_not_cost_the_article(name: str, inner: str) -> None:
    """A class on what surrounds everything tells of the page, not of the article."""
    body = f'<div class="{name}">' + inner.format(f"<p>{SENTENCE}</p><p>{SECOND}</p>") + "</div>"
    assert documents(page(body))[0].text == f"{SENTENCE}\n\n{SECOND}"


def test_a_page_with_entities_of_its_own_is_refused() -> None:
    """XHTML allows them; nothing honest uses them."""
    data = b'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x "Velesh said no.">]>'
    assert "refused" in reasons(data + article(SENTENCE))[0]


def test_the_lead_in_the_head_of_an_article_is_text() -> None:
    """Where the body is marked inside an article, what stands above it counts too."""
    body = (
        f"<header><p>Velesh said: Home</p></header><article><header><h1>Bridge</h1>"
        f"<p class=lead>{SENTENCE}</p></header><div itemprop=articleBody><p>{SECOND}</p>"
        "<p>Nein.</p></div></article>"
    )
    assert documents(page(body))[0].text == f"{SENTENCE}\n\n{SECOND}\n\nNein."


@pytest.mark.parametrize("tag", ["b", "strong", "em", "i", "span", "a", "abbr", "small", "mark"])
@pytest.mark.parametrize("wrap", ["<article>{}</article>", "<div>{}</div>"])
def test_a_word_in_bold_does_not_break_its_paragraph(tag: str, wrap: str) -> None:
    """Elements inside a sentence leave it whole, in long articles and in short ones."""
    told = f"<p>Irena Dalkova said <{tag}>so</{tag}>, twice.</p><p>{SECOND}</p>"
    assert documents(page(wrap.format(told)))[0].text == (
        f"Irena Dalkova said so, twice.\n\n{SECOND}"
    )


def test_marks_that_a_browser_adds_are_printed() -> None:
    """A `q` element is a quotation, whoever draws its marks."""
    assert documents(article("She said <q>it <b>is</b> open</q>.", SECOND))[0].text.startswith(
        "She said “it is open”."
    )


def test_a_list_under_a_colon_keeps_its_points() -> None:
    """Points of a list are lines of their own, with a dash."""
    body = f"<article><p>{SENTENCE} He said:</p><ul><li>One point.</li><li>Two.</li></ul></article>"
    assert documents(page(body))[0].text == f"{SENTENCE} He said:\n\n- One point.\n- Two."


def test_bylines_and_headings_are_not_the_text() -> None:
    """The title is kept apart, the line with the author is left out."""
    body = (
        f"<article><h1>Bridge open</h1><div class=byline><time datetime=x>5 March</time> · staff"
        f"</div><p>{SENTENCE}</p><p>{SECOND}</p></article>"
    )
    (found,) = documents(page(body))
    assert found.title == "Bridge open"
    assert found.text == f"{SENTENCE}\n\n{SECOND}"


def test_a_page_describes_itself() -> None:
    """JSON-LD gives title, dates, language and publisher; the canonical link the address."""
    head = (
        linked_data(
            headline="Bridge open",
            datePublished="2024-03-05T12:00:00+02:00",
            dateModified="2024-03-06",
            inLanguage="en-GB",
            publisher={"@type": "Organization", "name": "Hallen Courier"},
        )
        + '<link rel="canonical" href="https://courier.example/bridge">'
        + '<meta property="article:published_time" content="2020-01-01">'
    )
    (found,) = documents(article(SENTENCE, head=head), "a.html")
    assert found == Document(
        text=SENTENCE,
        origin="a.html",
        url="https://courier.example/bridge",
        publisher="Hallen Courier",
        language="en-GB",
        title="Bridge open",
        published=datetime(2024, 3, 5, 10, tzinfo=UTC),
        modified=datetime(2024, 3, 6, tzinfo=UTC),
    )


def test_meta_elements_stand_in_for_json_ld() -> None:
    """Open Graph and its like are asked where there is no JSON-LD, or a broken one."""
    head = (
        '<script type="application/ld+json">{"@type": "NewsArticle", </script>'
        '<meta property="og:site_name" content="Tarsk Gazette">'
        '<meta property="article:published_time" content="2024-03-05T10:00:00Z">'
        '<meta property="og:title" content="Міст відкрито"><title>x</title>'
    )
    (found,) = documents(article(SENTENCE, head=head))
    assert (found.publisher, found.title) == ("Tarsk Gazette", "Міст відкрито")
    assert found.published == datetime(2024, 3, 5, 10, tzinfo=UTC)
    assert found.language == "en"


def test_json_ld_of_a_whole_site_is_searched_for_the_article() -> None:
    """The article stands in a graph, beside the site and the breadcrumbs."""
    graph = [{"@type": "WebSite", "name": "x"}, {"@type": ["NewsArticle"], "headline": "Found"}]
    head = linked_data(**{"@type": "Thing", "@graph": graph})
    assert documents(article(SENTENCE, head=head))[0].title == "Found"


def test_a_date_is_never_guessed() -> None:
    """Dates in the text and in the address are not the page's date."""
    data = article("On 5 March 2024 Irena Dalkova said that 2023-04-04 was the day.")
    (found,) = read_bytes(data, "2024/03/05/a.html", url="https://courier.example/2024/03/05/a")
    assert isinstance(found, Document)
    assert found.published is None


def test_an_impossible_date_is_unknown_and_said() -> None:
    """A page dated 30 February is kept without a date."""
    head = linked_data(datePublished="2023-02-30")
    (found,) = documents(article(SENTENCE, head=head))
    assert found.published is None
    assert "2023-02-30" in found.notes[0]


def test_a_page_cannot_claim_to_be_another_sites() -> None:
    """Its text would become a version of somebody else's article."""
    head = '<link rel="canonical" href="https://gazette.example/scoop">'
    (found,) = read_bytes(article(SENTENCE, head=head), "x", url="https://bad.example/1")
    assert isinstance(found, Document)
    assert found.url == "https://bad.example/1"
    assert "gazette.example" in found.notes[0]


def test_a_canonical_link_to_the_front_page_is_no_address() -> None:
    """It would make all articles of the outlet versions of one."""
    head = '<link rel="canonical" href="https://courier.example/">'
    assert documents(article(SENTENCE, head=head))[0].url is None


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "utf-16", "utf-8"])
def test_the_encoding_of_a_page_is_found(encoding: str) -> None:
    """By what it declares, or by its bytes."""
    text = "Президент Велморы Ирена Далкова заявила, что мост снова открыт."
    markup = article(text).decode().replace("<head>", f'<head><meta charset="{encoding}">')
    assert documents(markup.encode(encoding))[0].text == text


def test_a_doubly_encoded_page_is_repaired_and_says_so() -> None:
    """UTF-8 read as windows-1252 and saved again comes out readable."""
    markup = article("Сергей Велеш заявил, что мост открыт.").decode("latin-1").encode()
    (found,) = documents(markup)
    assert found.text == "Сергей Велеш заявил, что мост открыт."
    assert any("repaired" in note for note in found.notes)


def test_nesting_beyond_reason_is_rejected() -> None:
    """A hundred thousand nested elements neither crash nor hang, and nothing is lost unsaid."""
    data = page("<div>" * 100_000 + f"<p>{SENTENCE}</p>")
    assert "nested" in reasons(data)[0]


def test_a_page_longer_than_the_parser_reads_is_rejected() -> None:
    """libxml2 would drop its text and not say so."""
    assert "bytes of HTML" in reasons(page("<p>" + "Irena said so. " * 700_000))[0]


def test_deep_but_real_pages_are_read() -> None:
    """A hundred elements inside each other do occur."""
    data = page("<div>" * 100 + f"<p>{SENTENCE}</p><p>{SECOND}</p>" + "</div>" * 100)
    assert SENTENCE in documents(data)[0].text


@pytest.mark.parametrize(
    "piece",
    [
        "<p>Irena Dalkova said so.",
        "<p>Irena said so.</p><script></script>so ",
        "<div class=comment>Irena said so.</div>",
        "<li>Irena said so.",
        "<a href=x>Irena said so.</a> ",
        "<br>so",
        "<b",
        "&amp",
        "<!--",
        "<style>a{",
    ],
)
def test_a_page_of_one_thing_many_times_ends(piece: str) -> None:
    """Whatever is repeated, there is one outcome."""
    data = page(f"<article><p>{SENTENCE}</p>" + piece * 4_000)
    assert len(list(read_bytes(data, "x", Limits()))) == 1


def test_a_page_of_very_many_elements_is_complete(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond what trafilatura is asked about, the marked article is taken as it stands."""
    monkeypatch.setattr(html, "_SEARCHED", 50)
    paragraphs = [f"Sentence number {n} was said by Irena Dalkova." for n in range(60)]
    assert documents(article(*paragraphs))[0].text == "\n\n".join(paragraphs)


@pytest.mark.parametrize("data", [page(""), page("<nav><a href=/>Home</a></nav>")])
def test_a_page_without_an_article_is_rejected(data: bytes) -> None:
    """With that reason."""
    assert reasons(data) == ["no article found in the page"]
