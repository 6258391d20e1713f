"""Advertisements by their labels."""

from __future__ import annotations

from dataclasses import replace

import pytest

from redite.text.advertising import is_advertised
from redite.values import Span
from tests.exports.build import article


@pytest.mark.parametrize(
    ("text", "advertised"),
    [
        ("The bank said that boats are cheap.\n\nSponsored content", True),
        ("Банк сообщил о скидках.\nРеклама. ООО «Лодка»", True),
        ("Банк сообщил о скидках: https://lodka.example/?erid=2Vabc123", True),
        ("La banque annonce des barques.\n\nPubli-rédactionnel", True),
        ("Advertisement\n\nThe bank said that boats are cheap.", False),
        ("Реклама лодок запрещена, заявил Велеш.", False),
        ("The sponsored content of the bank was banned, Velesh said.", False),
    ],
)
def test_an_advertisement_bears_its_label(text: str, advertised: bool) -> None:
    """The label on a line of its own, or with who pays; news of advertising is news."""
    assert is_advertised(article(text), 0) is advertised


def test_an_item_of_a_round_up_bears_its_own_label() -> None:
    """The other items stay news."""
    text = "Velesh closed the bridge.\nPaid content: cheap boats."
    round_up = replace(article(text), items=(Span(0, 25), Span(26, len(text))))
    assert not is_advertised(round_up, 0)
    assert is_advertised(round_up, 30)
