"""What people are called in the language of a brief."""

from __future__ import annotations

from dataclasses import replace

from redite.briefing.called import called
from tests.exports.build import World, article


def world(french: int) -> World:
    """Return a world in which so many French papers and one English one name a minister."""
    found = World()
    found.say(article("The bridge is safe", id="en"), "The bridge is safe", speaker="Goran Velesh")
    for number in range(french):
        where = article("Le pont est sûr", id=f"fr{number}", language="fr")
        record = found.say(where, "Le pont est sûr", speaker="Goran Velesh")
        mention = replace(record.statement.speaker, name="Goran Velèche")
        found.records[-1] = replace(record, statement=replace(record.statement, speaker=mention))
    return found


def test_a_french_brief_spells_as_french_papers_do() -> None:
    """Two of them show how it is spelt; one may be a poor translation."""
    assert list(called(world(2).ordered, "fr").values()) == ["Goran Velèche"]
    assert called(world(1).ordered, "fr") == {}
    assert called(world(2).ordered, "en") == {}


def test_a_ukrainian_brief_prints_known_names_in_cyrillic() -> None:
    """The list of offices knows how those who held them are spelt."""
    found = World()
    found.say(article("We go on", id="en"), "We go on", speaker="Petro Poroshenko")
    assert list(called(found.ordered, "uk").values()) == ["Петро Порошенко"]
    assert called(found.ordered, "fr") == {}
