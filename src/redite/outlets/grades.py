"""How reliable people call a source, and how credible an item: the two axes of the Admiralty code.

Both are only ever set by people, through corrections of the ledger; nothing here computes one. They
are kept apart because a reliable source can be wrong, and a poor one right.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from redite.corrections import Kind, payload, standing
from redite.interfaces import Correction
from redite.outlets import outlet_key

RELIABILITY = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}
"""Of a source; the words are NATO's (AJP-2.1)."""
CREDIBILITY = {
    "1": "confirmed by other sources",
    "2": "probably true",
    "3": "possibly true",
    "4": "doubtful",
    "5": "improbable",
    "6": "truth cannot be judged",
}
"""Of an item of information: here, of one statement."""


@dataclass(frozen=True, slots=True)
class Grade:
    """A grade that somebody gave."""

    grade: str
    who: str
    when: datetime
    correction: str
    """Id of the entry in the ledger, by which it can be taken back."""

    @property
    def words(self) -> str:
        """Return what the grade means."""
        return RELIABILITY.get(self.grade) or CREDIBILITY.get(self.grade) or self.grade


@dataclass(frozen=True, slots=True)
class Grades:
    """The grades in force: of outlets by `outlet_key`, of statements by id."""

    outlets: dict[str, Grade] = field(default_factory=dict)
    statements: dict[str, Grade] = field(default_factory=dict)

    def of_outlet(self, name: str | None) -> Grade | None:
        """Return the grade of an outlet by any of its names."""
        return self.outlets.get(outlet_key(name)) if name else None


def grades(corrections: Iterable[Correction]) -> Grades:
    """Return the grades that stand; of several for one subject the last counts.

    Args:
        corrections: oldest first.
    """
    found = Grades()
    for one in standing(corrections):
        grade = payload(one).get("grade", "")
        given = Grade(grade, one.who, one.when, one.id)
        if one.kind == Kind.RELIABILITY and grade in RELIABILITY:
            found.outlets[one.subject] = given
        elif one.kind == Kind.CREDIBILITY and grade in CREDIBILITY:
            found.statements[one.subject] = given
    return found
