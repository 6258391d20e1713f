"""Our own texts with every date marked: each a regression case, and a floor per language."""

from __future__ import annotations

import pytest

from benchmarks.dates import AUTHORED, Text, authored, tally

LANGUAGES = sorted(path.stem for path in AUTHORED.glob("*.yaml"))
CASES = [text for code in LANGUAGES for text in authored(AUTHORED / f"{code}.yaml")]
MISSES = [
    text for code in LANGUAGES for text in authored(AUTHORED / f"{code}.yaml", "known_misses")
]
STRICT_FLOOR = 0.92
LEAST = {"en": 60, "fr": 145, "uk": 150, "ru": 150, "de": 150}


@pytest.mark.parametrize("text", CASES, ids=lambda text: f"{text.language}: {text.text[:40]}")
def test_every_date_is_found_with_its_value_and_nothing_else(text: Text) -> None:
    """Each marked expression is found with its value, and nothing more than those."""
    assert tally([text]).misses == []


@pytest.mark.parametrize("text", MISSES, ids=lambda text: f"{text.language}: {text.text[:40]}")
def test_a_known_miss_that_was_mended_is_moved_up(text: Text) -> None:
    """What stands under known_misses is still misread; once it is not, it belongs to the cases."""
    assert tally([text]).misses != []


@pytest.mark.parametrize("language", LANGUAGES)
def test_spans_are_exact_in_each_language(language: str) -> None:
    """Spans of our own sets are exact but for articles and prepositions here and there."""
    counts = tally(text for text in CASES if text.language == language)
    assert counts.figures()["strict"] >= STRICT_FLOOR


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sets_are_large_enough_to_mean_something(language: str) -> None:
    """Each language keeps its number of expressions, those missed included."""
    wanted = sum(len(text.gold) for text in (*CASES, *MISSES) if text.language == language)
    assert wanted >= LEAST[language]
