"""What people are called in the language of a brief."""

from __future__ import annotations

from dataclasses import replace

import pytest

from redite.briefing.called import called
from redite.briefing.wording import wording
from redite.values import SpeakerKind
from tests.exports.build import ORGANISATION, PERSON, UNNAMED, World, article


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
    assert list(called(world(2).ordered, wording("fr")).values()) == ["Goran Velèche"]
    assert called(world(1).ordered, wording("fr")) == {}
    assert called(world(2).ordered, wording("en")) == {}


@pytest.mark.parametrize(
    ("name", "kind", "language", "shown"),
    [
        ("Petro Poroshenko", PERSON, "uk", "Петро Порошенко"),
        ("Petro Poroshenko", PERSON, "fr", "Petro Porochenko"),
        ("Петро Порошенко", PERSON, "en", "Petro Poroshenko"),
        ("Petro Porochenko", PERSON, "en", "Petro Poroshenko"),
        ("Petro Porochenko", PERSON, "uk", "Петро Порошенко"),
        ("Егор Быхов", PERSON, "en", "Yegor Bykhov"),
        ("Егор Быхов", PERSON, "fr", "Egor Bykhov"),
        ("Егор Быхов", PERSON, "uk", None),
        ("Бюро Маяков", ORGANISATION, "en", None),
        ("Goran Velesh", PERSON, "uk", None),
        ("White House", ORGANISATION, "fr", "la Maison-Blanche"),
        ("Tallinn", ORGANISATION, "uk", "Таллінн"),
        ("Estonia", ORGANISATION, "fr", "l’Estonie"),
        ("Uzbekistan", ORGANISATION, "fr", "l’Ouzbékistan"),
        ("Kenya", ORGANISATION, "fr", "le Kenya"),
        ("Hungary", ORGANISATION, "fr", "la Hongrie"),
        ("North Korea", ORGANISATION, "fr", "la Corée du Nord"),
        ("United Kingdom", ORGANISATION, "fr", "le Royaume-Uni"),
        ("United States", ORGANISATION, "fr", "les États-Unis"),
        ("United States", ORGANISATION, "en", "the United States"),
        ("Mexico", ORGANISATION, "fr", "le Mexique"),
        ("Israel", ORGANISATION, "fr", "Israël"),
        ("Kenya", ORGANISATION, "uk", "Кенія"),
        ("Estonian Lighthouse Board", ORGANISATION, "fr", None),
        ("Petro Poroshenko", UNNAMED, "uk", None),
    ],
)
def test_whom_our_lists_name_is_called_so(
    name: str, kind: SpeakerKind, language: str, shown: str | None
) -> None:
    """Holders of office, countries, capitals and a few bodies; others keep the name on record."""
    found = World()
    found.say(article("We go on", id="en"), "We go on", speaker=name, kind=kind)
    names = called(found.ordered, wording(language))
    assert list(names.values()) == ([] if shown is None else [shown])


@pytest.mark.parametrize(
    ("name", "language", "shown"),
    [
        ("Министерство обороны Эстонии", "en", "the Defence Ministry (Estonia)"),
        ("Министерство обороны Эстонии", "fr", "le ministère de la Défense (Estonie)"),
        ("Министерство маяков Эстонии", "en", None),
    ],
)
def test_a_ministry_is_called_by_what_it_is_for(
    name: str, language: str, shown: str | None
) -> None:
    """Its country stands with it; one that no list knows keeps the name on record."""
    found = World()
    where = article("Мост откроют", id="ru", language="ru")
    found.say(where, "Мост откроют", speaker=name, kind=ORGANISATION)
    names = called(found.ordered, wording(language))
    assert list(names.values()) == ([] if shown is None else [shown])


def test_a_name_of_ours_is_not_read_in_the_language_of_the_article() -> None:
    """The Ukrainian word for defence is a verb in Russian."""
    found = World()
    where = article("Мост откроют", id="ru", language="ru")
    name = "Министерство обороны Эстонии"
    record = found.say(where, "Мост откроют", speaker=name, kind=ORGANISATION)
    say = wording("uk")
    say = say.model_copy(update={"names": called(found.ordered, say)})
    assert say.speaker(record) == "Міністерство оборони (Естонія)"
