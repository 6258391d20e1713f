"""What a language file says about words of office: the `offices:` section.

A key names what its words say: roles, departments, and places of the lists in `redite.offices`, one
or several. Entries are lower case, without dots and hyphens; `*` ends the beginning of a word.
"""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, field_validator

Words = tuple[str, ...]

FACTS = frozenset(
    "head leader minister secretary secretary_of_state chair deputy president vice_president "
    "head_of_state prime_minister monarch crown_prince supreme_leader pope mayor spokesperson "
    "secretary_general director_general high_commissioner prosecutor security_adviser commander "
    "speaker state government defence foreign foreign_minister security_council "
    "presidential_office general_staff military_intelligence foreign_intelligence "
    "domestic_intelligence parliament ministry adviser national_security interior finance justice "
    "health energy economy trade emergencies transport education agriculture culture environment "
    "other filler".split()
)
"""Roles and departments; `other` means somebody else than the holder, `filler` nothing."""


class OfficeWords(BaseModel):
    """The words that tell an office, by what they say."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    says: dict[str, Words]
    adjectives: Words = ()
    """Endings of adjectives of countries; without one a country's name must have a capital."""

    @field_validator("says")
    @classmethod
    def _known(cls, says: dict[str, Words]) -> dict[str, Words]:
        for key in says:
            for fact in key.split():
                if fact not in FACTS and not fact.isupper():
                    raise ValueError(f"{fact!r} is neither a role, a department nor a place")
        return says
