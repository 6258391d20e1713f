"""A brief as Markdown, as one HTML file and as JSON."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from markdown_it import MarkdownIt
from markdown_it.token import Token

from redite.exports.brief_html import brief_html
from redite.exports.brief_json import brief_object
from redite.exports.brief_markdown import brief_markdown, escape
from redite.exports.jsonl import dumps
from redite.stages.briefs import write
from redite.values import Label
from tests.exports.build import World, article, day
from tests.exports.story import story

GOLDEN = Path(__file__).parent / "golden"
LANGUAGES = ("en", "fr", "uk")
EVIL = (
    "<script>alert(1)</script> [click](https://bad.example) ![x](https://bad.example/x.png) "
    "**bold** `code` https://bad.example www.bad.example <https://bad.example> a@bad.example"
)


def hostile() -> World:
    """Return a world whose every free text is an attack."""
    world = World()
    where = article(
        f"“{EVIL}”", id=EVIL, publisher=EVIL, title=EVIL, url="javascript:alert(1)", language="en"
    )
    world.say(where, EVIL, speaker=EVIL, label=Label.NEW, by=EVIL)
    return world


def tokens(text: str) -> list[Token]:
    """Return every token that a CommonMark reader sees."""
    return [
        inner
        for token in MarkdownIt("commonmark").parse(text)
        for inner in (token, *(token.children or ()))
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_story_reads_as_it_did(language: str) -> None:
    """The Markdown of the invented week is the golden file; refresh it with
    `python -m tests.exports.test_brief_formats`.
    """
    golden = (GOLDEN / f"story.{language}.md").read_text(encoding="utf-8")
    assert _story_markdown(language) == golden


def test_markdown_numbers_one_note_a_statement() -> None:
    """Every number used has exactly one note, and every note is used."""
    text = _story_markdown()
    body, notes = text.split("\n---\n")
    used = set(re.findall(r"\[\^(\d+)\]", body))
    noted = re.findall(r"^\[\^(\d+)\]: ", notes, flags=re.MULTILINE)
    assert sorted(used, key=int) == noted
    assert noted == [str(number) for number in range(1, len(noted) + 1)]


def test_hostile_words_make_no_markup_in_markdown() -> None:
    """No link, image, code or HTML comes from the words of an article."""
    world = hostile()
    text = brief_markdown(write(world.ordered, world.by_id), world.by_id)
    found = tokens(text)
    assert not [token for token in found if token.type in ("link_open", "image", "html_block")]
    assert not [t for t in found if t.type == "html_inline" and t.content != "<!-- -->"]
    assert {t.content for t in found if t.type == "code_inline"} == set(world.by_id)


@given(st.text(st.sampled_from("ab1 .:/#<>[]()*_`~|\\&@!-+=\n\"'^$"), max_size=40))
def test_escaped_text_reads_back_as_it_was(text: str) -> None:
    """A CommonMark reader shows escaped text as it stands, in a list item, as plain words."""
    found = tokens(f"- {escape(text)}")
    kinds = {token.type for token in found}
    assert kinds <= {
        *("bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close"),
        *("paragraph_open", "paragraph_close", "inline", "text", "text_special", "html_inline"),
    }
    shown = "".join(t.content for t in found if t.type in ("text", "text_special"))
    assert shown == " ".join(text.split())


def test_only_web_addresses_become_links() -> None:
    """`javascript:` and its like are printed as text, in Markdown and in HTML."""
    world = story()
    brief = write(world.ordered, world.by_id)
    page = brief_html(brief, world.by_id)
    tree: Any = html.fromstring(page)
    links = [link for link in tree.xpath("//a/@href") if link[0] != "#"]
    assert links
    assert all(link.startswith("https://") for link in links)
    assert "javascript:alert(1)" in page
    assert "<javascript:" not in brief_markdown(brief, world.by_id)


def test_links_tell_nobody_where_they_were_followed() -> None:
    """Every link to a source is noopener noreferrer."""
    world = story()
    tree: Any = html.fromstring(brief_html(write(world.ordered, world.by_id), world.by_id))
    outside = tree.xpath("//a[starts-with(@href, 'http')]")
    assert {link.get("rel") for link in outside} == {"noopener noreferrer"}


@pytest.mark.parametrize("world", [story(), hostile(), World()])
def test_the_page_needs_nothing_from_outside(world: World) -> None:
    """No script, no image, no external style, no handler; the policy forbids them all."""
    page = brief_html(write(world.ordered, world.by_id), world.by_id)
    tree: Any = html.fromstring(page)
    assert not tree.xpath("//script | //img | //link | //iframe | //form | //*[@src] | //@style")
    assert not [name for name in tree.xpath("//@*") if getattr(name, "attrname", "")[:2] == "on"]
    (policy,) = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'; style-src 'sha256-")


def test_foreign_words_carry_their_language_and_direction() -> None:
    """Quotations in a sentence and passages of the evidence say which language they are in."""
    world = story()
    page = brief_html(write(world.ordered, world.by_id), world.by_id)
    tree: Any = html.fromstring(page)
    quoted = tree.xpath("//span[@class='q'][@lang='uk']")
    assert quoted[0].text_content() == "“Ми закриємо північний пропускний пункт до 1 липня”"
    assert tree.xpath("//blockquote[@lang='he'][@dir='rtl']/mark")


def test_evidence_shows_the_quoted_span_marked_in_its_context() -> None:
    """The marked words of a passage are the cited ones, with the words around them."""
    world = World()
    text = "Before it rained. “We go,” she said, “and we stay.” " + "Then it snowed. " * 40
    world.say(article(text), ("We go", "and we stay"))
    tree: Any = html.fromstring(brief_html(write(world.ordered, world.by_id), world.by_id))
    assert [mark.text for mark in tree.xpath("//mark")] == ["We go", "and we stay"]
    (passage,) = tree.xpath("//blockquote")
    assert passage.text_content().startswith("Before it rained. “We go,” she said, “and we stay.”")
    assert passage.text_content().endswith(" …")
    assert len(passage.text_content()) < 300


def test_an_empty_brief_says_so_in_every_format() -> None:
    """Nothing published: no sentences, and the reason in words."""
    brief = write([], {}, day("2031-04-09"), day("2031-04-09"))
    assert brief_object(brief)["sentences"] == []
    assert "nothing to report" in brief_markdown(brief, {})
    assert "nothing to report" in brief_html(brief, {})


def test_json_is_the_contracts_object() -> None:
    """Every sentence cites; cites hold article, statement and offsets of the quoted words."""
    world = story()
    brief = write(world.ordered, world.by_id, day("2031-04-04"), day("2031-04-09"))
    loaded = json.loads(dumps(brief_object(brief)))
    assert list(loaded)[:6] == ["since", "until", "lens", "sentences", "method", "counts"]
    assert (loaded["since"], loaded["until"]) == ("2031-04-04", "2031-04-09")
    texts = {record.standing.id: record.article.text for record in world.records}
    told = [s for s in loaded["sentences"] if s["section"] in ("New", "Changed", "Disputed")]
    assert told
    for sentence in told:
        first = sentence["cites"][0]
        words = texts[first["article"]][first["start"] : first["end"]]
        assert f"“{words}”" in sentence["text"]


def test_a_page_with_lone_surrogates_can_be_written() -> None:
    """What UTF-8 cannot hold is replaced, so that a file can be written at all."""
    world = World()
    where = article("“broken \ud83d text \x1b[31m”", title="\udc00", publisher="\udfff")
    world.say(where, "broken \ud83d text \x1b[31m")
    brief = write(world.ordered, world.by_id)
    for text in (brief_html(brief, world.by_id), brief_markdown(brief, world.by_id)):
        text.encode("utf-8")
        assert "\x1b" not in text


def _story_markdown(language: str = "en") -> str:
    world = story()
    since, until = day("2031-04-04"), day("2031-04-09")
    brief = write(world.ordered, world.by_id, since, until, language=language)
    return brief_markdown(brief, world.by_id)


if __name__ == "__main__":
    for language in LANGUAGES:
        path = GOLDEN / f"story.{language}.md"
        path.write_text(_story_markdown(language), encoding="utf-8")
