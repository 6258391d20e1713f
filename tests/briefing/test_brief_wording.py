"""The words of briefs: every language says the same things."""

from __future__ import annotations

import re
from datetime import date

import pytest

from redite.briefing.wording import all_patterns, fields, wording, written
from redite.errors import UsageError
from redite.text.likelihood import find_estimates

FREE = {"days.first", "verdicts.reversal"}
"""Patterns that a language may have, or fill in with less."""


def test_there_are_three_languages() -> None:
    """English, French and Ukrainian; another one is refused by name."""
    assert written() == ("en", "fr", "uk")
    with pytest.raises(UsageError, match="there are en, fr, uk"):
        wording("xx")


@pytest.mark.parametrize("language", ["fr", "uk"])
def test_every_language_has_the_keys_of_english(language: str) -> None:
    """No sentence of one language is missing in another."""
    own, english = set(all_patterns(wording(language))), set(all_patterns(wording("en")))
    assert own ^ english <= FREE
    assert set(wording(language).nouns) == set(wording("en").nouns)


@pytest.mark.parametrize("language", ["fr", "uk"])
def test_no_pattern_asks_for_what_it_does_not_get(language: str) -> None:
    """A field that English does not fill in would stop a brief half-way; sources are never lost."""
    english = all_patterns(wording("en"))
    for key, pattern in all_patterns(wording(language)).items():
        if key in english:
            extra = fields(pattern) - fields(english[key])
            assert extra <= {"whom", "when"}, key
            for field in ("sources", "count", "words", "held", "quotes", "evidence", "what"):
                if field in fields(english[key]):
                    assert field in fields(pattern), f"{language} {key} lost {field}"


@pytest.mark.parametrize("language", written())
def test_confidence_and_likelihood_never_share_a_pattern(language: str) -> None:
    """ICD 203: how sure we are is told apart from how likely somebody called something."""
    say = wording(language)
    for key, pattern in say.doubts.items():
        words = re.sub(r"\{[^}]*\}", "x", pattern)
        assert not find_estimates(words, language), key
    for key, pattern in all_patterns(say).items():
        if not key.startswith("doubts."):
            assert not re.search("confidence|confiance|впевнен", pattern.lower()), key


@pytest.mark.parametrize(
    ("language", "counted"),
    [
        ("en", ["0 sayings", "1 saying", "2 sayings", "5 sayings", "21 sayings"]),
        ("fr", ["0 reprise", "1 reprise", "2 reprises", "5 reprises", "21 reprises"]),
        ("uk", ["0 висловів", "1 вислів", "2 вислови", "5 висловів", "21 вислів"]),
    ],
)
def test_nouns_agree_with_their_numbers(language: str, counted: list[str]) -> None:
    """Each language counts in its own way, twelve and twenty-two included."""
    say = wording(language)
    noun = "reprints" if language == "fr" else "sayings"
    assert [say.count(n, noun) for n in (0, 1, 2, 5, 21)] == counted
    if language == "uk":
        assert say.count(12, noun) == "12 висловів"
        assert say.count(22, noun) == "22 вислови"


def test_days_are_written_as_each_language_writes_them() -> None:
    """The first of a month is "1er" in French, and months decline in Ukrainian."""
    first = date(2031, 4, 1)
    assert wording("en").day(first, None) == "1 April 2031"
    assert wording("fr").day(first, 2031) == "1er avril"
    assert wording("uk").day(first, None) == "1 квітня 2031 року"
    assert wording("fr").number(2.5) == "2,5"


def test_words_that_hold_marks_have_others_around() -> None:
    """No mark of the same kind stands inside another: a reader sees where a quotation ends."""
    assert wording("en").quoted("a plain word") == "“a plain word”"
    assert wording("en").quoted("the “open” door") == "‘the “open” door’"
    assert wording("fr").quoted("la porte « ouverte »") == "“la porte « ouverte »”"
    assert wording("uk").quoted("«відкриті» двері") == "„«відкриті» двері“"
    assert wording("uk").quoted("the “open” door") == "«the “open” door»"
