"""Countries and capitals in a text, by any word for them, in one normal form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redite.lang import languages
from redite.lang.places import capital_zones, place_words
from redite.text.places import PlaceKind, find_places


def _read(text: str, language: str) -> list[tuple[str, str, str]]:
    return [(p.span.of(text), p.code, p.kind.value) for p in find_places(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Velmora buys wheat from South Korea", ["KR"]),
        ("en", "the U.S. and the UK told us", ["US", "GB"]),
        ("en", "Bosnia and Herzegovina or Côte d’Ivoire", ["BA", "CI"]),
        ("fr", "l'Islande, les États-Unis et le Bélarus", ["IS", "US", "BY"]),
        ("de", "Frankreichs Hafen, in den Vereinigten Staaten", ["FR", "US"]),
        ("ru", "в Соединённых Штатах, из Кот-д’Ивуара и с Исландией", ["US", "CI", "IS"]),
        ("uk", "у Південній Кореї, з Великою Британією, до М’янми", ["KR", "GB", "MM"]),
    ],
)
def test_countries_are_found_in_any_form(language: str, text: str, expected: list[str]) -> None:
    """A country is found by its usual names, declined, elided, abbreviated or of several words."""
    assert [place.code for place in find_places(text, language)] == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Norwegian ships"),
        ("fr", "les navires norvégiens"),
        ("de", "norwegische Schiffe"),
        ("ru", "норвежскими судами"),
        ("uk", "норвезьких суден"),
    ],
)
def test_adjectives_name_the_country(language: str, text: str) -> None:
    """An adjective gives the code of the country, in any of its forms."""
    (place,) = find_places(text, language)
    assert (place.code, place.kind) == ("NO", PlaceKind.PEOPLE)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "in Lisbon"),
        ("fr", "à Lisbonne"),
        ("de", "Lissabons Hafen"),
        ("ru", "в Лиссабоне"),
        ("uk", "з Лісабоном"),
    ],
)
def test_capitals_are_one_place_in_every_language(language: str, text: str) -> None:
    """A capital is of the same country in every language, and is no country."""
    (place,) = find_places(text, language)
    assert (place.code, place.kind) == ("PT", PlaceKind.CAPITAL)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "they polish it for us, and turkey is served in china"),
        ("fr", "il a mis la table"),
        ("ru", "Того же дня в Тарске"),
        ("uk", "Мали місце затримки"),
        (None, "France"),
    ],
)
def test_other_words_are_no_places(language: str | None, text: str) -> None:
    """What only looks like a country is none, nor is anything in an unknown language."""
    assert find_places(text, language) == ()


def test_the_longest_name_counts() -> None:
    """Of names that overlap the longest is read, whatever stands inside it."""
    assert _read("North Korean ships", "en") == [("North Korean", "KP", "people")]
    assert _read("Papua New Guinea", "en") == [("Papua New Guinea", "PG", "country")]


def test_every_language_names_the_same_people() -> None:
    """What people one language file knows is known in the others but for a few."""
    known = {language: set(place_words(language).people) for language in languages()}
    for language, codes in known.items():
        assert len(set.union(*known.values()) - codes) <= 5, language
    assert len(capital_zones()) > 100


@given(st.text(alphabet="USA.u s’'-России Корея\n", max_size=60), st.sampled_from(languages()))
def test_places_stand_in_order_apart_and_inside_the_text(text: str, language: str) -> None:
    """Spans are in order, do not overlap, and lie in the text, whatever it is."""
    found = find_places(text, language)
    ends = [0, *(place.span.end for place in found)]
    assert all(p.span.start >= end for p, end in zip(found, ends, strict=False))
    assert ends[-1] <= len(text)
