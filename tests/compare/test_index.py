"""Earlier statements, found again."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from redite.compare.index import BEST, NEAR, Entry, Index
from redite.compare.words import read_words
from redite.values import Span


def entry(number: int, text: str, speaker: str = "p-1", article: str = "") -> Entry:
    """Return an entry with nothing but words, speaker and article."""
    return Entry(
        number=number,
        statement=f"s-{number}",
        article=article or f"a-{number}",
        speaker=speaker,
        extent=Span(0, len(text)),
        quoted=False,
        said_on=None,
        published=datetime(2031, 5, 1, tzinfo=UTC),
        words=read_words(text, "en"),
    )


def test_best_first() -> None:
    """The statement that shares most comes first; one that shares nothing does not come."""
    index = Index()
    for number, text in enumerate(
        ["the bridge fell", "the bridge at Hallen fell in October", "taxes rise"]
    ):
        index.add(entry(number, text, f"p-{number}"))
    found = index.candidates(entry(3, "the Hallen bridge will be repaired", "p-9"))
    assert [e.number for e in found] == [1, 0]


def test_few_candidates_among_many_alike() -> None:
    """Among thousands of like statements few are returned, the first of all among them."""
    index = Index()
    for number in range(3_000):
        index.add(entry(number, "the bridge fell"))
    found = index.candidates(entry(3_000, "the bridge fell"))
    assert found[0].number == 0
    assert len(found) <= BEST + 2 * NEAR


def test_a_rare_word_is_found_behind_common_ones() -> None:
    """What only one speaker of many has said is found among common words."""
    index = Index()
    for number in range(2_000):
        rare = number == 1_000
        text = "the bridge at Hallen fell" if rare else "the bridge fell"
        index.add(entry(number, text, f"p-{number}"))
    found = index.candidates(entry(2_000, "the Hallen bridge fell", "p-x"))
    assert found[0].number == 1_000


def test_last_of_the_article_and_of_the_speaker() -> None:
    """What stands right before in the article, or was said last by the speaker, is returned."""
    index = Index()
    index.add(entry(0, "taxes rise", "p-1", "a-x"))
    index.add(entry(1, "gas is dear", "p-2", "a-y"))
    found = index.candidates(entry(2, "the bridge fell", "p-2", "a-x"))
    assert {e.number for e in found} == {0, 1}


def test_named_articles_are_always_searched() -> None:
    """A reprint finds its original behind any number of like statements of others."""
    index = Index()
    index.add(entry(0, "the bridge fell", "p-0"))
    for number in range(1, 500):
        article = "a-original" if number == 250 else ""
        index.add(entry(number, "the bridge fell", f"p-{number}", article))
    query = entry(500, "the bridge fell", "p-x")
    assert 250 not in {e.number for e in index.candidates(query)}
    assert 250 in {e.number for e in index.candidates(query, ["a-original"])}


@pytest.mark.parametrize("said", [19, 20, 21, 60])
def test_one_speaker_s_first_and_latest_with_a_word_stay(said: int) -> None:
    """However much a speaker says, and others after: the first of all, and the speaker's latest."""
    index = Index()
    for number in range(said):
        index.add(entry(number, "the dam", "p-0", f"a-{number}"))
    for number in range(said, said + 200):
        index.add(entry(number, "the dam at Hallen", f"p-{number}", f"a-{number}"))
    asked = index.candidates(entry(said + 200, "dam", "p-0", "a-late"))
    own = [each.number for each in asked if each.speaker == "p-0"]
    kept = {*range(16), *range(max(8, said - 12), said)}
    assert own[:4] == sorted(kept)[:4]
    assert set(own) <= kept
    assert {said - 1, said - 2, said - 3, said - 4} <= set(own)
