"""Items of a digest, and lists that are none."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from redite.text.digests import find_items

DIGEST = """**❗️Главное к вечеру среды**

🔻Велеш заявил, что бригады вернутся.

🔻В Хальне закрыли мост.

🔻По словам Ростал, переговоры продолжатся.
"""


def test_round_up_of_the_day_is_split_into_its_items() -> None:
    """Each bullet is an item; the heading goes with the first."""
    items = [span.of(DIGEST) for span in find_items(DIGEST, "ru")]
    assert len(items) == 3
    assert items[0].startswith("**❗️Главное")
    assert items[2].strip().startswith("🔻По словам Ростал")


def test_list_of_one_speaker_is_not_split() -> None:
    """Under "X said:" every point is X's."""
    text = "Velesh told the chamber:\n\n- the brigades stay\n\n- the bridge opens\n\n- no talks"
    assert len(find_items(text, "en")) == 1


def test_digest_in_an_unknown_language_is_still_split() -> None:
    """Without a language every language's headings are tried."""
    assert len(find_items(DIGEST, None)) == 3


@given(st.text(alphabet="ab \n•—1.", max_size=200).map(lambda tail: "The day in brief\n" + tail))
def test_items_cover_the_text_without_gap(text: str) -> None:
    """Items follow each other from the first code point to the last."""
    items = find_items(text, "en")
    assert items[0].start == 0
    assert items[-1].end == len(text)
    assert all(a.end == b.start for a, b in itertools.pairwise(items))
