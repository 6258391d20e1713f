"""What counts as a contradiction, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redite.compare.contradiction import contradict

SIGNED = "Velmora has signed the border treaty"


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", SIGNED, "Velmora has not signed the border treaty"),
        (
            "en",
            "The port of Quor is open to grain ships",
            "The port of Quor is closed to grain ships",
        ),
        ("fr", "La Velmora a signé le traité", "La Velmora n’a jamais signé le traité"),
        ("uk", "Вода в Тарську безпечна для дітей", "Вода в Тарську небезпечна для дітей"),
        ("ru", "Банк предупредили об убытках", "Банк не предупредили об убытках"),
        ("de", "Die Dokumente über Velesh sind echt", "Die Dokumente über Velesh sind gefälscht"),
    ],
)
def test_the_same_words_turned_round(language: str, one: str, other: str) -> None:
    """One negation, or one word and its opposite, contradicts, whichever comes first."""
    assert contradict(one, other, language)
    assert contradict(other, one, language)


@pytest.mark.parametrize(
    "other",
    [
        "Velmora has not signed the border treaty yet",
        "Velmora has not signed the border treaty, if the minister is right",
        "Has Velmora not signed the border treaty?",
        "Perhaps Velmora has not signed the border treaty",
        "Velmora has not signed the fishing agreement",
        "Velmora has signed the border treaty",
        "",
    ],
)
def test_what_can_be_reconciled_is_no_contradiction(other: str) -> None:
    """Time, conditions, doubt, a question, another object: nobody is accused."""
    assert not contradict(SIGNED, other, "en")


def test_two_turns_cancel_out() -> None:
    """Not open is closed."""
    assert not contradict(
        "The port of Quor is not open to ships", "The port of Quor is closed to ships", "en"
    )


def test_a_language_without_lists_says_nothing() -> None:
    """Where nothing is known of a language, nothing is called."""
    assert not contradict("Smlouva je platná", "Smlouva není platná", "cs")
    assert not contradict(SIGNED, "Velmora has not signed the border treaty", None)


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=80))
def test_no_text_contradicts_itself(text: str) -> None:
    """Whatever a text says, saying it again is no contradiction."""
    assert not contradict(text, text, "en")
