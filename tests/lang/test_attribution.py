"""The `attribution:` sections: that they load, and that their entries keep the rules."""

from __future__ import annotations

import pytest

from redite.lang import begun, languages, words
from redite.lang.attribution import Attribution, expand

_GROUPS = ("say", "tell", "think", "object", "direct", "relay", "quote", "according", "citing")


@pytest.mark.parametrize("language", languages() + begun())
def test_section_is_whole(language: str) -> None:
    """Every language has cues of speech, of belief and of accusation, and its small words."""
    section = words(language, "attribution", Attribution)
    for group in ("say", "think", "object", "according", "that", "pronouns", "titles", "time"):
        assert getattr(section, group), group


@pytest.mark.parametrize("language", languages() + begun())
def test_cues_are_lower_case(language: str) -> None:
    """Cues are looked up in lower case; an entry with a capital would never be found."""
    section = words(language, "attribution", Attribution)
    for group in _GROUPS:
        for pattern in getattr(section, group):
            for phrase in expand(pattern):
                assert phrase == phrase.lower()
                assert phrase.strip()


@pytest.mark.parametrize("language", languages() + begun())
@pytest.mark.parametrize(
    ("narrow", "wide"),
    [
        ("weak", "according"),
        ("weak_before_reports", "weak"),
        ("weak_set_off", "weak"),
        ("questions", "that"),
        ("vague_relatives", "relatives"),
        ("subject_determiners", "determiners"),
        ("coordinating", "conjunctions"),
    ],
)
def test_exceptions_are_listed_where_they_belong(language: str, narrow: str, wide: str) -> None:
    """A word that is an exception to a list is in that list: elsewhere it would do nothing."""
    section = words(language, "attribution", Attribution)
    listed = {phrase for pattern in getattr(section, wide) for phrase in expand(pattern)}
    assert set(getattr(section, narrow)) <= listed


def test_begun_language_is_not_whole() -> None:
    """A language with some sections alone is not among those that every stage may count on."""
    assert set(begun()).isdisjoint(languages())


def test_braces_make_forms() -> None:
    """A pattern stands for the product of its braces; an empty choice makes an ending optional."""
    assert expand("сказа{л,ла}") == ("сказал", "сказала")
    assert expand("{has,had} said{,s}") == ("has said", "has saids", "had said", "had saids")


def test_an_open_brace_is_named() -> None:
    """A brace that is not closed is refused, with the pattern it stands in."""
    with pytest.raises(ValueError, match="сказа"):
        expand("сказа{л,ла")
