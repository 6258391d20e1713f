"""Why the machine thinks so, in the reader's language."""

from __future__ import annotations

import pytest

from redite.desk.reasons import LONGEST, reason


@pytest.mark.parametrize(
    ("why", "french"),
    [
        (
            "changed since; 1 of 3 content words",
            "changé depuis; 1 des 3 mots pleins",
        ),
        (
            "another speaker before; 4 of 6 content words, meaning 87% alike",
            "une autre personne l’a dit avant; 4 des 6 mots pleins, sens proche à 87%",
        ),
        (
            "“Velesh”: same surname; without a given name as Goran Velesh in the article",
            "« Velesh » : même nom de famille; sans prénom : Goran Velesh dans l’article",
        ),
        (
            "same surname after transliteration as Горан Велеш, the only one on record",
            "même nom de famille après translittération : Горан Велеш, seul connu",
        ),
        ("not a text but a PDF", "pas un texte, mais un PDF"),
        (
            "line 3: the article has a list for a text",
            "ligne 3 : l’article a pour texte une liste",
        ),
        (
            "cannot fetch https://ft.example/: the server answered 404",
            "https://ft.example/ ne peut être lu : le serveur a répondu 404",
        ),
        (
            "the feed is damaged (not well-formed); 2 items were read",
            "le flux est endommagé (not well-formed); 2 articles ont été lus",
        ),
        ("a reason of tomorrow; same name", "a reason of tomorrow; même nom"),
    ],
)
def test_a_reason_is_told_in_the_readers_language(why: str, french: str) -> None:
    """Whom and what it is about stays as it is, and so does what is not known here."""
    assert reason(why, "fr") == french
    assert reason(why, "en") == why


def test_a_reason_of_any_length_is_shown() -> None:
    """What is too long to have been written by a stage is not taken apart."""
    why = "“" * LONGEST + "x"
    assert reason(why, "uk") == why
