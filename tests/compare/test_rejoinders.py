"""Answers that turn against what was said right before them."""

from __future__ import annotations

import pytest

from redite.compare.rejoinders import rejoins


@pytest.mark.parametrize(
    ("language", "before", "cue"),
    [
        ("en", "The ship never called. Not so, according to Hedrik: ", "according to"),
        ("en", "The ship never called. “", "retorted"),
        ("fr", "Velesh nie. Hedrik n’en démord pas : ", "a-t-il fait valoir"),
        ("de", "Das Schiff war nie da. „", "konterte"),
        ("ru", "Судна не было. «", "возразил"),
        ("uk", "Судна не було. «", "парирував"),
    ],
)
def test_an_answer(language: str, before: str, cue: str) -> None:
    """The verb says it, or the head of the sentence that the content stands in."""
    assert rejoins(before, cue, language)


@pytest.mark.parametrize(
    ("language", "before", "cue"),
    [
        ("en", "Hedrik disagreed. ", "said"),
        ("en", "The ship never called. Hedrik ", "added"),
        ("fr", "Velesh nie. Hedrik ", "a répondu"),
        ("ru", "Судна не было. «", "ответил"),
    ],
)
def test_no_answer(language: str, before: str, cue: str) -> None:
    """A retort ends with its sentence, and who only replies may agree."""
    assert not rejoins(before, cue, language)
