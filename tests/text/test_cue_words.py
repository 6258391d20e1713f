"""Words of saying in cues."""

from __future__ import annotations

import pytest

from redite.text.cue_words import means_saying


@pytest.mark.parametrize(
    ("cue", "language"),
    [
        ("had been claiming", "en"),
        ("according to", "en"),
        ("a laissé entendre", "fr"),
        ("selon", "fr"),
        ("kündigte an", "de"),
        ("zufolge", "de"),
        ("не прогнозировала", "ru"),
        ("по", "ru"),
        ("стремится", "ru"),
        ("повторил", "ru"),
        ("наголошували", "uk"),
        ("anything", "xx"),
    ],
)
def test_a_word_of_saying_is_known_in_any_form(cue: str, language: str) -> None:
    """Forms that no list spells out count by their dictionary form or their stem."""
    assert means_saying(cue, language)


@pytest.mark.parametrize(
    ("cue", "language"),
    [
        ("wounded", "en"),
        ("has been arrested", "en"),
        ("a arrêté", "fr"),
        ("verhaftete", "de"),
        ("пострадала", "ru"),
        ("назван", "ru"),
        ("затримали", "uk"),
    ],
)
def test_other_verbs_mean_no_saying(cue: str, language: str) -> None:
    """Deeds, and what is done to somebody, are none."""
    assert not means_saying(cue, language)
