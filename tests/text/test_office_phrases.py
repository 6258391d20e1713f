"""Which office a phrase names, language by language."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from redite.text.office_phrases import read_office

CASES = [
    (path.stem, phrase, key)
    for path in sorted((Path(__file__).parent / "offices").glob("*.yaml"))
    for phrase, key in yaml.safe_load(path.read_text(encoding="utf-8")).items()
]


@pytest.mark.parametrize(("language", "phrase", "key"), CASES)
def test_a_phrase_names_the_office_or_none(language: str, phrase: str, key: str | None) -> None:
    """Every word must be understood: what is left over makes it another office."""
    post = read_office(phrase, language)
    assert (post.key if post else None) == key


def test_nothing_is_read_in_a_language_without_words() -> None:
    """A language that has no file says nothing."""
    assert read_office("the Russian defence minister", "xx") is None
    assert read_office("the Russian defence minister", None) is None


def test_a_long_phrase_is_no_office() -> None:
    """What is longer than any title is not looked at."""
    assert read_office("the president of " * 5000, "en") is None
