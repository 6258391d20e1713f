"""Which reports are held against each other, and what that shows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

import numpy as np
import pytest
from numpy.typing import NDArray

from redite import without_ledger
from redite.exports.read import Reading
from redite.interfaces import Comparer
from redite.models.rules import RuleTagger
from redite.values import Document

SUBJECTS = ("bridge|pont|міст|Brücke", "ferry|bac|пором|Fähre", "ships|navires|суден|Schiffe")
"""What the texts below are about; the encoder knows nothing else."""


class Subjects:
    """An encoder that reads of a text only which of `SUBJECTS` it is about."""

    version = "subjects"

    def embed(self, sentences: Sequence[str]) -> NDArray[np.float32]:
        """See `redite.interfaces.Encoder`."""
        out = np.zeros((len(sentences), 384), dtype=np.float32)
        for row, sentence in enumerate(sentences):
            for at, words in enumerate(SUBJECTS):
                out[row, 7 * at : 7 * at + 7] = any(word in sentence for word in words.split("|"))
        return out


def flips(*texts: tuple[str, str]) -> list[list[tuple[str, str]]]:
    """Return what is flagged in each of some texts of one day, with the reasons."""
    documents = (
        Document(
            text,
            f"{number}.txt",
            publisher=f"Outlet {number}",
            language=language,
            published=datetime(2024, 4, 5, number, tzinfo=UTC),
        )
        for number, (language, text) in enumerate(texts)
    )
    now = datetime(2024, 5, 1, tzinfo=UTC)
    read = without_ledger.read(documents, RuleTagger(), lambda: now, lambda: Comparer(Subjects()))
    return [
        [(flag.span.of(one.article.text), flag.why) for flag in one.damage]
        for one in read
        if isinstance(one, Reading)
    ]


CLEAN = (
    ("en", "On 4 April Goran Velesh said that the bridge would not be opened. It rained."),
    ("de", "Am 4. April sagte Goran Velesh, dass die Brücke nicht geöffnet wird."),
)


def test_what_two_reports_of_a_saying_deny_is_a_flip_in_any_text() -> None:
    """Whatever its language, and though nothing else calls it a translation."""
    *clean, (flag,) = flips(*CLEAN, ("fr", "Goran Velesh a déclaré que le pont sera ouvert."))
    assert flag[0] == "le pont sera ouvert"
    assert "denied in Outlet" in flag[1]
    assert clean == [[], []]


def test_one_report_does_not_outvote_another() -> None:
    """Of two clean texts nobody can tell which one is wrong."""
    assert flips(CLEAN[0], ("fr", "Goran Velesh a déclaré que le pont sera ouvert.")) == [[], []]


def test_reports_in_its_own_language_are_no_witnesses_against_a_text() -> None:
    """Nothing was translated between them: what looks contrary there was read wrongly."""
    own = ("de", "Nach dem Regen in Tarsk sagte Goran Velesh, dass die Brücke nicht geöffnet wird.")
    said = ("de", "Goran Velesh sagte, dass die Brücke geöffnet wird.")
    assert flips(CLEAN[1], own, said) == [[], [], []]


def test_another_speaker_may_say_the_contrary() -> None:
    """That is a dispute, and no damage."""
    other = ("fr", "Irena Dalkova a déclaré que le pont sera ouvert.")
    assert flips(*CLEAN, other) == [[], [], []]


def test_a_speaker_may_say_the_contrary_on_another_day() -> None:
    """That is a change of mind, and no damage."""
    other = ("fr", "Le 1 avril, Goran Velesh a déclaré que le pont sera ouvert.")
    assert flips(*CLEAN, other) == [[], [], []]


def test_a_word_that_no_list_knows_agrees_by_half() -> None:
    """Two reports that say the contrary outweigh one of which nobody can tell what it says."""
    clean = (
        ("en", "On 4 April Goran Velesh said that the bridge was open. It rained."),
        ("de", "Am 4. April sagte Goran Velesh, dass die Brücke geöffnet ist."),
        ("uk", "4 квітня Горан Велеш заявив, що міст функціонує."),
    )
    flagged = flips(*clean, ("fr", "Goran Velesh a déclaré que le pont est fermé."))
    assert [words for words, _ in flagged[3]] == ["fermé"]
    agreeing = ("uk", "4 квітня Горан Велеш заявив, що міст закритий.")
    assert (
        flips(*clean[:2], agreeing, ("fr", "Goran Velesh a déclaré que le pont est fermé."))[3]
        == []
    )


def test_each_clause_is_held_against_its_like() -> None:
    """What is said of the ferry is no contradiction of what is said of the bridge."""
    both = "Goran Velesh a déclaré que le pont ne sera pas ouvert, que le bac sera ouvert demain."
    assert flips(*CLEAN, ("fr", both)) == [[], [], []]


@pytest.mark.parametrize(("count", "flagged"), [("46", []), ("64", ["64 navires"])])
def test_a_number_that_two_reports_have_otherwise_is_a_flip(count: str, flagged: list[str]) -> None:
    """Whatever the ships are called."""
    clean = (
        ("en", "On 4 April Goran Velesh said that 46 ships had left the port."),
        ("uk", "4 квітня Горан Велеш заявив, що 46 суден вийшли з порту."),
    )
    *_, last = flips(
        *clean,
        ("fr", f"Le 4 avril, Goran Velesh a déclaré que {count} navires ont quitté le port."),
    )
    assert [words for words, _ in last] == flagged
