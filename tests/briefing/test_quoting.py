"""How the words of a report are quoted."""

from __future__ import annotations

import pytest

from redite.briefing.quoting import How, Quote, quote
from tests.exports.build import ORGANISATION, World, article


@pytest.mark.parametrize(
    ("language", "words", "how"),
    [
        ("en", "We have closed the crossing", How.DIRECT),
        ("fr", "J’ai fermé le passage", How.DIRECT),
        ("ru", "Хочу поблагодарить моряков Тарска", How.DIRECT),
        ("uk", "Закриємо мост у березні", How.DIRECT),
        ("ru", "Моряки заявили «мы закроем мост»", How.PUT),
        ("en", "The crossing is closed", How.PUT),
    ],
)
def test_only_the_speaker_says_i(language: str, words: str, how: How) -> None:
    """What stands in the first person without quotation marks is no paraphrase."""
    where = article(f"Goran Velesh:\n\n— {words};", language=language)
    record = World().say(where, words, source="Goran Velesh", speaker="Goran Velesh")
    assert quote(record).how is how


def test_every_piece_ends_in_the_mark_that_it_opens() -> None:
    """A saying in pieces does not leave a quotation open in its middle."""
    text = "Велмора отправила судно «Северянка», заявил Велеш, в Тарск."
    pieces = ("Велмора отправила судно «Северянка", "в Тарск")
    where = article(text, language="ru")
    record = World().say(where, pieces, source="Велеш", cue="заявил", speaker="Goran Velesh")
    assert quote(record).text == "Велмора отправила судно «Северянка» … в Тарск"


def test_a_piece_begins_with_the_mark_that_it_closes() -> None:
    """Words that begin inside a quotation and go on behind it are printed with its beginning."""
    where = article("Velesh juge « peu probable » un accord avant l’été.", language="fr")
    record = World().say(where, "peu probable » un accord avant l’été", speaker="Goran Velesh")
    assert quote(record).text == "« peu probable » un accord avant l’été"


def test_a_verb_of_several_is_not_told_of_one_body() -> None:
    """What they say "at the ministry" is the ministry's, in the outlet's words."""

    def told(source: str, cue: str) -> Quote:
        where = article(f"В {source} {cue} о двух мостах.", language="ru")
        return quote(World().say(where, "о двух мостах", source=source, cue=cue, kind=ORGANISATION))

    of_several = told("мэрии Тарска", "сообщили")
    assert (of_several.how, of_several.text) == (How.PUT, "сообщили о двух мостах")
    assert told("мэрии Тарска", "сообщила").how is How.TOLD
