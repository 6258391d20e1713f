"""Quantities in five languages, in one normal form."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redite.text.numbers import find_numbers, first_number

LANGUAGES = ["en", "fr", "uk", "ru", "de"]


def values(text: str, language: str) -> list[tuple[str, str | None]]:
    """Return the values and units found in `text`."""
    return [(str(q.value), q.unit) for q in find_numbers(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "value", "unit"),
    [
        ("en", "1,234 lorries", "1234", "lorries"),
        ("en", "1.5 million dollars", "1500000", "USD"),
        ("en", "$20 million", "20000000", "USD"),
        ("en", "two hundred and fifty-three houses", "253", "houses"),
        ("en", "twenty per cent", "20", "%"),
        ("fr", "20 pour cent", "20", "%"),
        ("en", "20 percent", "20", "%"),
        ("fr", "1 234 soldats", "1234", "soldats"),
        ("fr", "1\u202f234\u202f567 soldats", "1234567", "soldats"),
        ("fr", "quatre-vingt-dix-sept ponts", "97", "ponts"),
        ("fr", "quatre-vingts ponts", "80", "ponts"),
        ("fr", "vingt et un ponts", "21", "ponts"),
        ("fr", "soixante-douze ponts", "72", "ponts"),
        ("fr", "2,5 milliards de couronnes", "2500000000", "couronnes"),
        ("ru", "300 тысяч резервистов", "300000", "резервистов"),
        ("ru", "двухсот пятидесяти мостов", "250", "мостов"),
        ("ru", "1,5 млн рублей", "1500000", "RUB"),
        ("ru", "20 процентов", "20", "%"),
        ("ru", "шестеро жителей", "6", "жителей"),
        ("ru", "двоих водителей", "2", "водителей"),
        ("uk", "п'ятеро дітей", "5", "дітей"),
        ("uk", "вісімдесят дві тисячі осіб", "82000", "осіб"),
        ("uk", "п’ять мостів", "5", "мостів"),
        ("uk", "12 відсотків", "12", "%"),
        ("de", "zweihundertdreiundzwanzigtausend Leute", "223000", "leute"),
        ("de", "1.234 Brücken", "1234", "brücken"),
        ("de", "1,5 Mio. Euro", "1500000", "EUR"),
    ],
)
def test_one_number(language: str, text: str, value: str, unit: str | None) -> None:
    """A number has one value however it is written, and the unit that follows it."""
    assert values(text, language) == [(value, unit)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "on 4 April"),
        ("en", "by October 31"),
        ("en", "in 2031 and 2032."),
        ("en", "from 12:30 on 2031-05-04"),
        ("en", "a K-17 lorry and a P46 form"),
        ("en", "K-17/19 lorries"),
        ("ru", "ракеты Ж-17/19 с кораблей"),
        ("en", "thousands of people and a man"),
        ("fr", "le 3 juillet 2031"),
        ("ru", "20 октября 2031 года"),
        ("ru", "тысячи человек"),
        ("uk", "7 листопада"),
        ("de", "am 4. April 2031 eine Brücke"),
    ],
)
def test_no_quantity(language: str, text: str) -> None:
    """Days, years, clock times, designations and articles are no quantities."""
    assert values(text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "about 300 lorries"),
        ("en", "more than 300 lorries"),
        ("fr", "environ 300 camions"),
        ("ru", "около 300 машин"),
        ("uk", "понад 300 машин"),
        ("de", "rund 300 Wagen"),
    ],
)
def test_approximate(language: str, text: str) -> None:
    """A word before the number makes it an estimate or a bound; without it the number is exact."""
    exact = text[text.index("300") :]
    assert [q.approximate for q in find_numbers(text, language)] == [True]
    assert [q.approximate for q in find_numbers(exact, language)] == [False]


def test_two_numbers_side_by_side() -> None:
    """A number word that does not continue the number begins the next one."""
    assert values("twenty thirty houses", "en") == [("20", "thirty"), ("30", "houses")]


def test_digits_without_end() -> None:
    """A line of digits only is read in pieces, and quickly."""
    assert find_numbers("7" * 200_000, "en")


@given(st.integers(min_value=1, max_value=999_999_999), st.sampled_from(LANGUAGES))
def test_digits_are_read_as_written(number: int, language: str) -> None:
    """Any whole number grouped by narrow spaces comes back, in every language."""
    printed = f"{number:,}".replace(",", "\u202f")
    assert [q.value for q in find_numbers(f"({printed}) x", language)] in (
        [Decimal(number)],
        [] if 1900 <= number <= 2099 else [Decimal(number)],
    )


@given(st.text(max_size=200), st.sampled_from([*LANGUAGES, None, "xx"]))
def test_any_text(text: str, language: str | None) -> None:
    """Any text can be read; spans lie in it, in order, without overlap."""
    found = find_numbers(text, language)
    assert all(q.span.end <= len(text) for q in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


@given(
    st.text(alphabet="ab 12 two deux п’ять dreißig-.%,", max_size=40), st.sampled_from(LANGUAGES)
)
def test_no_quantity_begins_before_the_first_number(text: str, language: str) -> None:
    """Before the first word that may begin a number there is no part of any."""
    first = first_number(text, language)
    assert 0 <= first <= len(text)
    assert all(quantity.span.start >= first for quantity in find_numbers(text, language))
