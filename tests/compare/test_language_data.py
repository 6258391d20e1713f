"""The `comparison:` sections of the five language files."""

from __future__ import annotations

import pytest

from redite.lang import languages
from redite.lang.comparison import Lexicon, comparison


def test_same_keys_everywhere() -> None:
    """Concepts and places have the same keys in every language: a missing one joins nothing."""
    sections = [comparison(language) for language in languages()]
    assert {frozenset(section.concepts) for section in sections} == {
        frozenset(sections[0].concepts)
    }
    assert {frozenset(section.places) for section in sections} == {frozenset(sections[0].places)}


@pytest.mark.parametrize("language", languages())
def test_months_days_and_numbers_are_complete(language: str) -> None:
    """Every language names twelve months, seven days, three statuses and the small numbers."""
    section = comparison(language)
    assert sorted(section.months) == list(range(1, 13))
    assert {"monday", "tuesday", "wednesday", "thursday", "friday"} <= set(section.times)
    assert {"saturday", "sunday"} <= set(section.times)
    assert set(section.statuses) == {"planned", "under-way", "done"}
    assert set(range(1, 13)) <= set(section.numbers.values)


@pytest.mark.parametrize("language", languages())
def test_no_word_under_two_concepts(language: str) -> None:
    """A word listed under two concepts would silently count for the first alone."""
    seen: dict[str, str] = {}
    for key, line in comparison(language).concepts.items():
        for word in line.split():
            assert seen.setdefault(word, key) == key, f"{word} is under {seen[word]} and {key}"


@pytest.mark.parametrize("language", languages())
def test_words_are_lower_case_and_prefixes_long_enough(language: str) -> None:
    """Words are looked up in lower case, and a prefix of one or two letters is none."""
    section = comparison(language)
    for line in [*section.concepts.values(), *section.places.values(), section.stop_words]:
        for word in line.split():
            assert word == word.lower()
            assert not word.endswith("*") or len(word) > 3, word


def test_longest_prefix_wins() -> None:
    """An exact word beats every prefix, and a longer prefix a shorter one."""
    found = Lexicon({"a": "port*", "b": "portal*", "c": "ports"})
    assert [found.find(word) for word in ("portly", "portals", "ports", "por")] == [
        "a",
        "b",
        "c",
        None,
    ]
