"""Texts with their spans marked."""

from __future__ import annotations

import re
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from redite.exports.read import Reading
from redite.exports.read_html import read_page
from redite.text.context import ContextLink
from redite.text.dates import find_dates
from redite.values import Attribution, Damage, DamageKind, Span
from tests.exports.build import article, spans


def shown(page: str) -> str:
    """Return the first text as a reader sees it, without the numbers."""
    tree: Any = html.fromstring(page)
    for number in tree.xpath("//div[@class='text']//sup"):
        number.drop_tree()
    return str(tree.xpath("//div[@class='text']")[0].text_content())


def words(page: str, mark: str) -> list[str]:
    """Return the words under the marks of one role and colour, e.g. "content c0"."""
    tree: Any = html.fromstring(page)
    for number in tree.xpath("//sup"):
        number.drop_tree()
    found = tree.xpath(f"//div[@class='text']//span[starts-with(@class, '{mark}')]")
    return [element.text_content() for element in found]


def test_every_role_is_marked_and_pieces_share_number_and_colour() -> None:
    """A content in two pieces bears one number twice."""
    text = "“We go,” she said, “now.”"
    attribution = Attribution(
        spans(text, "she"), spans(text, "said"), spans(text, "“We go,”", "“now.”")
    )
    page = read_page([Reading(article(text), [attribution])])
    assert words(page, "source c0") == ["she"]
    assert words(page, "cue c0") == ["said"]
    assert words(page, "content c0") == ["“We go,”", "“now.”"]
    assert len(re.findall(r'<sup class="no c0">1</sup>[“]', page)) == 2


def test_a_saying_inside_another_has_marks_of_its_own() -> None:
    """Inner words stand under both contents, the outer line below the inner one."""
    text = "She said that he claimed the road is open."
    outer = Attribution(
        spans(text, "She"), spans(text, "said"), spans(text, "that he claimed the road is open")
    )
    inner = Attribution(spans(text, "he"), spans(text, "claimed"), spans(text, "the road is open"))
    inner = Attribution((Span(14, 16),), inner.cue, inner.content)
    page = read_page([Reading(article(text), [outer, inner])])
    assert "".join(words(page, "content c0")) == "that he claimed the road is open"
    assert words(page, "content c1") == ["the road is open"]
    assert '<span class="content c0 l1"><span class="content c1 l0">' in page


def test_hostile_text_stays_text() -> None:
    """Markup in an article, its title or publisher is printed, not obeyed; no script, no link."""
    evil = '<script>alert(1)</script><img src=x onerror="alert(2)">'
    page = read_page([Reading(article(evil, title=evil, publisher=evil), [])])
    tree: Any = html.fromstring(page)
    assert not tree.xpath("//script | //img | //@onerror | //*[@src] | //a")
    assert shown(page) == evil
    assert "default-src" in page


def test_text_from_right_to_left_says_so() -> None:
    """Hebrew stands in an element of its own direction; an unknown language finds its own."""
    assert 'lang="he" dir="rtl"' in read_page([Reading(article("שלום", language="he"), [])])
    assert 'dir="auto"' in read_page([Reading(article("…", language=None), [])])


def test_a_text_without_sayings_says_so() -> None:
    """A miss is seen: nothing found is told in words."""
    assert "No saying was found" in read_page([Reading(article("Nothing."), [])])


pieces = st.lists(
    st.tuples(st.integers(0, 39), st.integers(1, 12)).map(lambda p: Span(p[0], min(40, sum(p)))),
    min_size=1,
    max_size=6,
)


@given(st.text("ab <&\"'", min_size=40, max_size=40), pieces)
def test_marks_never_change_the_text(text: str, found: list[Span]) -> None:
    """However spans overlap, the page shows the text unchanged."""
    attributions = [Attribution((), (), (span,)) for span in found]
    assert shown(read_page([Reading(article(text), attributions)])) == text


def test_a_date_in_doubt_is_marked_with_its_reason() -> None:
    """What a date was read as stands below the text, from what it was counted, and the doubt."""
    text = "Tarsk, 4 April. She spoke on Sunday 6 April 2032, and on 1 May 2032."
    dates = find_dates(text, "en", None)
    tree: Any = html.fromstring(read_page([Reading(article(text), [], dates)]))
    rows = [
        (row.get("class"), [cell.text_content() for cell in row.xpath("./td")])
        for row in tree.xpath("//table[@class='found']//tr")
    ]
    doubtful = {cells[0]: cells[2] for mark, cells in rows if mark == "doubt"}
    assert doubtful["Sunday 6 April 2032"] == "2032-04-06 is a Tuesday"
    assert ("1 May 2032", "2032-05-01", "") in {tuple(cells) for _, cells in rows}
    assert "1 May 2032" not in doubtful


def test_damage_and_context_links_stand_below_the_text() -> None:
    """Flagged words with their reason, and events with their markers, as they are printed."""
    text = "It came amid protests, said Velesha."
    flag = Damage(Span(28, 35), DamageKind.NAME, "others name “Velesh”")
    link = ContextLink((Span(8, 12),), (Span(13, 21),))
    page = read_page([Reading(article(text), [], (), (), (), [link], [flag])])
    tree: Any = html.fromstring(page)
    rows = {
        tuple(cell.text_content() for cell in row.xpath("./td"))
        for row in tree.xpath("//table[@class='found']//tr")
    }
    assert rows == {("amid", "protests"), ("name", "Velesha", "others name “Velesh”")}
