"""The people on record, asked for the bearer of a name."""

from __future__ import annotations

import pytest

from redite.names.known import KnownPeople

PEOPLE = [
    ("p1", "Goran Velesh"),
    ("p1", "Горан Велеш"),
    ("p2", "Irena Dalkova"),
    ("p3", "Anneke Rostal-Vinter"),
    ("p4", "Milos Tarn"),
    ("p5", "Mila Tarn"),
    ("p6", "Alexander Vorovich"),
    ("p7", "Abdulrahman Tawfiq"),
    ("p8", "Viktor Pavlovich Rudenok"),
]


@pytest.fixture(scope="module")
def known() -> KnownPeople:
    """Return a few invented people."""
    return KnownPeople(PEOPLE)


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Goran Velesh", "p1"),
        ("Gorane Velech", "p1"),
        ("VELESH, Goran", "p1"),
        ("Горана Велеша", "p1"),
        ("Goran Veelsh", "p1"),
        ("Velesh", "p1"),
        ("Г. Велеш", "p1"),
        ("Ірена Далкова", "p2"),
        ("Dalkova", "p2"),
        ("Rostal", "p3"),
        ("Anneke Rostal", "p3"),
        ("Sasha Vorovich", "p6"),
        ("Abdul Rahman Tawfiq", "p7"),
        ("Руденок В. П.", "p8"),
        ("Милош Тарн", "p4"),
    ],
)
def test_a_mention_finds_its_bearer(known: KnownPeople, name: str, id: str) -> None:
    """Scripts, schemes, orders, endings, typing errors and short forms lead to one person."""
    found = known.resolve(name)
    assert found.id == id, found
    assert found.reason


@pytest.mark.parametrize(
    "name", ["Irena Velesh", "Kremen", "Goran", "😀", "", "Zoran Velesh", "X" * 500]
)
def test_a_stranger_is_nobody_on_record(known: KnownPeople, name: str) -> None:
    """Another given name, an unknown surname, a given name alone or signs find nobody."""
    assert known.resolve(name).id is None


def test_namesakes_are_not_guessed_between(known: KnownPeople) -> None:
    """A surname that two people bear stands for neither, and the reason names both."""
    found = known.resolve("Tarn")
    assert found.id is None
    assert "Mila Tarn, Milos Tarn" in found.reason
    assert {bearer.id for bearer in known.bearers("Tarn")} == {"p4", "p5"}


def test_it_does_not_matter_in_what_order_people_were_put_on_record() -> None:
    """The same people answer the same, however they came."""
    one, other = KnownPeople(PEOPLE), KnownPeople(reversed(PEOPLE))
    for name in ("Velesh", "Tarn", "Goran Velech", "Саша Ворович"):
        assert one.resolve(name).id == other.resolve(name).id
    assert len(one) == len(PEOPLE)
