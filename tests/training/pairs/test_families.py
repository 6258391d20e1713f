"""Claim families: what their lines say of each two reports, and that all that are kept are in form."""

from __future__ import annotations

from pathlib import Path

import pytest

from redite.interfaces import Told
from training.pairs.families import APART, Family, Relation, load, read, relation

TEXT = """\
== a grain terminal
= a The terminal at Tarsk reopens in May
a1 en | Harbour master Ilo Venn said [[ships would come on 3 May]], ending a strike.
a1 uk | За словами Венна, [[перше судно прийме термінал третього травня]].
a2+ de | Am Freitag hieß es, [[es werde der 17. Mai]].
a1! fr | Venn a dit, que [[bateaux ne viendront pas le 3 mai]].
= b The terminal stays shut < a
b1 ru | «[[Никто не откроется]]», — сказал Силт.
= c Insurers stay away
c1 en | [[No ship is covered]], insurers wrote.
"""


@pytest.fixture
def family(tmp_path: Path) -> Family:
    """Return the family above."""
    path = tmp_path / "docks.txt"
    path.write_text(TEXT, encoding="utf-8")
    families, faults = read(path)
    assert not faults
    return families[0]


def test_a_family_holds_its_claims_and_reports_with_what_stands_around_them(
    family: Family,
) -> None:
    """A report is read with its context, and its family is named by its file."""
    assert (family.author, family.topic) == ("docks", "a grain terminal")
    assert set(family.labels) == {"a", "b", "c"}
    assert family.reports[0].told == Told(
        "Harbour master Ilo Venn said", "ships would come on 3 May", ", ending a strike."
    )


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        pytest.param(0, 1, Relation(True, True, False, False), id="one-occasion"),
        pytest.param(1, 2, Relation(True, False, True, False), id="a-changed-detail"),
        pytest.param(2, 1, Relation(True, False, None, False), id="the-detail-before"),
        pytest.param(0, 3, Relation(None, True, None, True), id="a-meaning-turned-round"),
        pytest.param(2, 3, Relation(None, False, None, True), id="turned-on-another-occasion"),
        pytest.param(0, 4, Relation(False, False, None, True), id="opposed"),
        pytest.param(3, 4, Relation(None, False, None, False), id="opposed-and-turned"),
        pytest.param(0, 5, APART, id="another-claim"),
        pytest.param(3, 5, APART, id="another-claim-and-turned"),
    ],
)
def test_two_reports_stand_to_each_other_as_their_lines_say(
    family: Family, earlier: int, later: int, expected: Relation
) -> None:
    """One claim, one occasion, a changed detail and a contradiction follow from the marks."""
    assert relation(family, family.reports[earlier], family.reports[later]) == expected


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("a1 en | no brackets", "not in form"),
        ("a1 xx | said [[so]]", "language xx"),
        ("b1 en | said [[so]]", "a report of b under claim a"),
        ("= a again", "claim twice"),
        ("= b turned < z", "against a claim not yet told"),
        ("== an empty one", "fewer than two claims"),
    ],
)
def test_a_line_that_is_not_in_form_is_named(tmp_path: Path, line: str, complaint: str) -> None:
    """The checker tells what is wrong, and `load` refuses the folder."""
    path = tmp_path / "docks.txt"
    path.write_text(f"== t\n= a One claim\na1 en | said [[so]]\n{line}\n", encoding="utf-8")
    assert any(complaint in fault for fault in read(path)[1])
    with pytest.raises(ValueError, match=r"docks\.txt"):
        load(tmp_path)


def test_all_families_that_are_kept_are_in_form() -> None:
    """Every line of ours is read."""
    assert all(family.reports for family in load())
