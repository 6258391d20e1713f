"""Which way clauses point."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from redite import pipeline
from redite.models.rules import RuleTagger
from redite.stages import articles
from redite.translation.clauses import clauses
from redite.translation.polarity import Bearing, bearing, turned
from redite.values import Document, Record, Rejection

NOW = datetime(2024, 5, 1, tzinfo=UTC)


def record(language: str, text: str) -> Record:
    """Return the one statement of a text, as a ledger with nothing else would have it."""
    article = articles.admit(Document(text, "one.txt", language=language, published=NOW), NOW)
    assert not isinstance(article, Rejection)
    (analysis,) = pipeline.analyse([article], RuleTagger())
    (statement,) = analysis.statements
    (standing,), (judgement,) = pipeline.decide([article], [statement])
    return Record(article, standing, statement, judgement, "machine", "")


def points(language: str, text: str) -> Bearing:
    """Return which way the one clause of a text points."""
    (clause,) = clauses(record(language, text))
    found = bearing(clause)
    assert found is not None
    return found


OPEN = {
    "en": "Goran Velesh said that the bridge in Tarsk would be opened.",
    "fr": "Goran Velesh a déclaré que le pont de Tarsk sera ouvert.",
    "uk": "Горан Велеш заявив, що міст у Тарську відкриють.",
    "ru": "Горан Велеш заявил, что мост в Тарске откроют.",
    "de": "Goran Velesh sagte, dass die Brücke in Tarsk geöffnet wird.",
}
NOT_OPEN = {
    "en": "Goran Velesh said that the bridge in Tarsk would not be opened.",
    "fr": "Goran Velesh a déclaré que le pont de Tarsk ne sera pas ouvert.",
    "uk": "Горан Велеш заявив, що міст у Тарську не відкриють.",
    "ru": "Горан Велеш заявил, что мост в Тарске не откроют.",
    "de": "Goran Velesh sagte, dass die Brücke in Tarsk nicht geöffnet wird.",
}
CLOSED = {
    "en": "Goran Velesh said that the bridge in Tarsk would be closed.",
    "fr": "Goran Velesh a déclaré que le pont de Tarsk sera fermé.",
    "uk": "Горан Велеш заявив, що міст у Тарську закриють.",
    "ru": "Горан Велеш заявил, что мост в Тарске закроют.",
    "de": "Goran Velesh sagte, dass die Brücke in Tarsk geschlossen wird.",
}
LANGUAGES = sorted(OPEN)


@pytest.mark.parametrize(("one", "other"), list(itertools.product(LANGUAGES, LANGUAGES)))
def test_a_negation_or_an_opposite_turns_it_and_both_turn_it_back(one: str, other: str) -> None:
    """In any two languages, and whichever of the two is asked about first."""
    opened, shut = points(one, OPEN[one]), points(one, CLOSED[one])
    denied, agreeing = points(other, NOT_OPEN[other]), points(other, OPEN[other])
    assert turned(opened, denied) is turned(denied, opened) is True
    assert turned(shut, agreeing) is turned(agreeing, shut) is True
    assert turned(shut, denied) is turned(denied, shut) is False
    assert turned(opened, agreeing) is False


@pytest.mark.parametrize(
    ("one", "other", "contrary"),
    [
        # A verb that denies turns what it governs; denied again, it does not.
        (
            "Goran Velesh said that he had ruled out a halt.",
            "Goran Velesh said that he expected a halt.",
            True,
        ),
        (
            "Goran Velesh said that he had not ruled out a halt.",
            "Goran Velesh said that he expected a halt.",
            False,
        ),
        # An estimate and a negation turn it together once each.
        (
            "Goran Velesh said that the boat is very likely not from Kareth.",
            "Goran Velesh said that the boat is likely from Kareth.",
            True,
        ),
        (
            "Goran Velesh said that the boat is unlikely to be from Kareth.",
            "Goran Velesh said that the boat is likely not from Kareth.",
            False,
        ),
        # What is likely in one and sure in the other is not the contrary of it.
        (
            "Goran Velesh said that a war is unlikely.",
            "Goran Velesh said that a war is under way.",
            None,
        ),
        # What hangs on a condition denies nothing.
        (
            "Goran Velesh said that the bridge would not stay without guards if it rained.",
            "Goran Velesh said that the bridge would stay.",
            None,
        ),
        # A word of the lower side may say what a negation says.
        (
            "Goran Velesh said that the plant in Tarsk is closed.",
            "Goran Velesh said that the plant in Tarsk does not work.",
            None,
        ),
    ],
)
def test_turns_are_counted(one: str, other: str, contrary: bool | None) -> None:
    """An odd number between two is a contradiction; where words do not tell, nothing is said."""
    assert turned(points("en", one), points("en", other)) is contrary


def test_nothing_is_said_of_a_language_without_words() -> None:
    """A text in Basque points nowhere."""
    english = record("en", OPEN["en"])
    basque = replace(english, article=replace(english.article, language="eu"))
    (clause,) = clauses(basque)
    assert bearing(clause) is None


def test_clauses_are_parted_where_each_says_something() -> None:
    """A negation belongs to its own clause; a scrap goes with its neighbour."""
    text = (
        "Goran Velesh said that the bridge in Tarsk stays open, and no ferry leaves the port, yes."
    )
    found = clauses(record("en", text))
    assert [one.text.split(",")[0] for one in found] == [
        "the bridge in Tarsk stays open",
        "and no ferry leaves the port",
    ]
    negated = [bearing(one) for one in found]
    assert [one.turned for one in negated if one is not None] == [False, True]


def test_a_likelihood_between_commas_parts_no_clause() -> None:
    """The negation behind it belongs to the words before it."""
    text = (
        "Goran Velesh said that the flood in the port was, most likely, not caused by the bridge."
    )
    (found,) = clauses(record("en", text))
    assert found.text.startswith("the flood")
    assert "not caused" in found.text
