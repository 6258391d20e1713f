"""Sayings a day, drawn."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from redite.exports.plot import blocks, svg
from redite.values import Chart

FIRST = date(2031, 4, 1)


def chart(*counts: int, name: str = "boats", event: str = "vote") -> Chart:
    """Return a chart with a burst and an event on its second day."""
    second = FIRST + timedelta(days=1)
    return Chart(name, FIRST, counts, counts, ((second, second),), ((second, event),))


def drawn(of: Chart) -> etree._Element:
    """Return the drawing as a tree; it must be well-formed."""
    return etree.fromstring(str(svg(of, FIRST, FIRST, "sayings a day", "this brief")))


def test_a_bar_a_day_with_its_number() -> None:
    """Days without a saying have none; higher counts are higher bars."""
    tree: Any = drawn(chart(1, 0, 4))
    bars = tree.xpath("//rect[@class='bar']")
    assert [bar.xpath("title")[0].text for bar in bars] == [
        "2031-04-01: 1 / 1",
        "2031-04-03: 4 / 4",
    ]
    assert float(bars[1].get("height")) == 4 * float(bars[0].get("height"))
    assert len(tree.xpath("//line[@class='event']")) == 1
    assert len(tree.xpath("//rect[@class='period']")) == 1


@given(st.text(max_size=30), st.lists(st.integers(0, 9), max_size=40))
def test_names_from_outside_make_no_markup(name: str, counts: list[int]) -> None:
    """Whatever a lens or an event is called, the drawing is one well-formed picture."""
    tree: Any = drawn(chart(*counts, name=f"<script>{name}", event=f"</svg><b>{name}"))
    assert not tree.xpath("//script | //b | //@style")


def test_a_line_of_blocks_for_plain_text() -> None:
    """The busiest day is a full block, silent days are blank."""
    assert blocks(chart(1, 0, 8)) == "2031-04-01 ▁ █ 2031-04-03 (max 8)"
    assert blocks(chart(0, 0)) == ""
