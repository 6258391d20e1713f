"""Words of names in one alphabet of sounds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redite.names.letters import evidence, likeness, weight
from redite.names.sounds import LONGEST, SOUNDS, consonants, sounds


@pytest.mark.parametrize(
    "forms",
    [
        ["Велеш", "Velesh", "Welesz", "Welesch", "Veleš", "Veleş"],
        ["Zhurenko", "Журенко", "Žurenko"],
        ["Джокин", "Dzhokin", "Đokin", "Dschokin"],
        ["Panagoulidis", "Παναγουλίδης"],
        ["Grzegorz", "Гжегож"],
        ["Щербит", "Shcherbit", "Schtscherbit", "Szczerbit"],
    ],
)
def test_spellings_of_one_sound_fall_together(forms: list[str]) -> None:
    """Schemes of several languages give one spelling by sounds."""
    assert len({sounds(form) for form in forms}) == 1, {f: sounds(f) for f in forms}


@given(st.text(min_size=1, max_size=600))
def test_any_word_is_brought_to_the_alphabet(word: str) -> None:
    """Whatever comes in, sounds come out, and no more than are read."""
    spelled = sounds(word)
    assert set(spelled) <= set(SOUNDS)
    assert len(spelled) <= 12 * LONGEST
    assert len(consonants(spelled)) <= max(1, len(spelled))


@given(st.text(SOUNDS, min_size=1, max_size=12), st.text(SOUNDS, min_size=1, max_size=12))
def test_nothing_speaks_more_for_a_word_than_itself(a: str, b: str) -> None:
    """Likeness is 1 for a word with itself, never more with another, and the same both ways."""
    assert likeness(a, a) == pytest.approx(1.0)
    assert likeness(a, b) <= 1.0 + 1e-9
    assert evidence(a, b) == pytest.approx(evidence(b, a))
    assert evidence(a, a) == pytest.approx(weight(a))


def test_a_vowel_costs_less_than_a_consonant() -> None:
    """The learned costs know what transliteration changes: a vowel sooner than a consonant."""
    assert likeness("veleS", "velaS") > likeness("veleS", "vemeS")
    assert likeness("lavrov", "lauruv") > likeness("lavrov", "latrop")
