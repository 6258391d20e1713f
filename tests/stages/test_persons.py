"""Which printed names are one person's, across all articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from redite.stages.persons import FOREMOST, Grouped, people_groups


def groups(**counts: int) -> list[set[str]]:
    """Return the names that belong together; names are given with "_" for blanks."""
    named = {name.replace("_", " "): met(n) for name, n in counts.items()}
    return sorted((set(one.reasons) for one in people_groups(named)), key=min)


def met(times: int, language: str | None = "en") -> Counter[str | None]:
    """Return how often a name is met."""
    return Counter({language: times})


def test_a_name_that_fits_two_people_joins_neither() -> None:
    """Thomas Holloway may be J. or R.: three people stay three."""
    found = groups(Thomas_Holloway=1, Thomas_J_Holloway=2, Thomas_R_Holloway=2)
    assert len(found) == 3


def test_a_name_that_fits_two_people_joins_the_one_named_far_more_often() -> None:
    """One quotation of a namesake does not part a president from his initial."""
    found = groups(Thomas_Holloway=5, Thomas_J_Holloway=5 * FOREMOST, Thomas_R_Holloway=1)
    assert {"Thomas Holloway", "Thomas J Holloway"} in found
    assert {"Thomas R Holloway"} in found


def test_people_who_are_surely_two_are_not_chained() -> None:
    """Other given names are never in one group, whatever lies between them."""
    for one in groups(Anna_Dalkova=3, Inna_Dalkova=3, A_Dalkova=3, Dalkova=3, Анна_Далкова=1):
        assert not {"Anna Dalkova", "Inna Dalkova"} <= one


def test_a_compound_surname_alone_joins_its_bearer() -> None:
    """A name that a hyphen joins is a surname, as a single word is."""
    assert groups(**{"Anneke_Rostal-Vinter": 2, "Rostal-Vinter": 1}) == [
        {"Anneke Rostal-Vinter", "Rostal-Vinter"}
    ]


def test_every_name_says_why_it_is_his() -> None:
    """The reason names what agreed, and with which name."""
    (one,) = people_groups({"Goran Velesh": met(3), "Велеш": met(1, "ru")})
    assert one.reasons == {
        "Goran Velesh": "the name on record",
        "Велеш": "same surname after transliteration; without a given name as Goran Velesh, "
        "the only one on record",
    }


@given(
    st.lists(
        st.sampled_from(
            "Goran Velesh;Горан Велеш;Gorane Velech;Velesh;G. Velesh;Irena Velesh;Велеша;😀;"
            "Irena Dalkova;Dalkova;Thomas J. Holloway;Thomas Holloway;Thomas R. Holloway".split(";")
        ),
        unique=True,
    ),
)
def test_names_are_grouped_once_in_any_order(names: list[str]) -> None:
    """Every name is in one group, and the order in which names come does not matter."""

    def sorted_groups(found: Iterable[Grouped]) -> list[list[str]]:
        return sorted(sorted(one.reasons) for one in found)

    one = people_groups({name: met(1) for name in names})
    other = people_groups({name: met(1) for name in reversed(names)})
    assert sorted(n for group in one for n in group.reasons) == sorted(names)
    assert sorted_groups(one) == sorted_groups(other)
