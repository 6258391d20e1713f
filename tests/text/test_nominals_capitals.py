"""Capitals that are no names: those of German nouns, and those of whole headlines."""

from redite.text.nominals import Sort, read


def test_a_determiner_parts_a_german_noun_from_the_name_behind_it() -> None:
    """All German nouns have capitals, but no name has an article before it."""
    assert read("der Gutachter Velesh", "de").name == "Velesh"
    assert read("die Hafenmeisterin Anneke Rostal", "de").name == "Anneke Rostal"
    assert read("Anneke Rostal", "de").name == "Anneke Rostal"


def test_a_headline_in_capitals_names_whom_it_names_otherwise() -> None:
    """Capitals throughout are no acronyms; short words may be."""
    assert read("MINISTER HEDRIK", "en").name == "Hedrik"
    assert read("MINISTER HEDRIK", "en").sort is Sort.PERSON
    assert read("KARETH FOREIGN MINISTRY", "en").name == "Kareth Foreign Ministry"
    assert read("NATO", "en").name == "NATO"
