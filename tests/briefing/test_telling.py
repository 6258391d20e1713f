"""What leans on words that are not shown, and what is only wanted."""

from __future__ import annotations

import pytest

from redite.briefing.telling import leans, only_wanted
from redite.stages.briefs import write
from tests.exports.build import World, article


@pytest.mark.parametrize(
    ("language", "cue", "content", "wanted"),
    [
        ("ru", "решил", "закрыть мост", True),
        ("ru", "заявил, что решил", "закрыть мост", True),
        ("ru", "обещал", "закрыть мост", False),
        ("uk", "має намір", "закрити міст", True),
        ("uk", "сказав", "закрити міст", False),
        ("en", "wants", "to close the bridge", True),
        ("en", "vowed", "to close the bridge", False),
        ("fr", "a décidé", "de fermer le pont", True),
        ("fr", "a dit", "de fermer le pont", False),
        ("de", "plant", "die Brücke zu schließen", True),
        ("de", "sagte", "die Brücke zu schließen", False),
        ("xx", "wants", "to close the bridge", False),
    ],
)
def test_what_somebody_wants_need_not_have_been_said(
    language: str, cue: str, content: str, wanted: bool
) -> None:
    """A promise was made in words; a wish may be the outlet's guess."""
    where = article(f"Velesh {cue} {content}.", language=language)
    record = World().say(where, content, source="Velesh", cue=cue, speaker="Goran Velesh")
    assert only_wanted(record) is wanted


@pytest.mark.parametrize(
    ("language", "content", "leaning"),
    [
        ("ru", "этот вывод основан на снимках моста", True),
        ("ru", "Последние из них летели к мосту", True),
        ("ru", "после этого мост закрыли", True),
        ("ru", "Хочу проинформировать моряков Тарска", True),
        ("ru", "После шторма мост закрыли", False),
        ("ru", "Хочу закрыть мост", False),
        ("ru", "Последние паромы ушли", False),
        ("uk", "ці кораблі стоять у Тарску", True),
        ("uk", "Кораблі стоять у Тарску", False),
        ("en", "“This conclusion rests on photographs", True),
        ("en", "Some of them went north", True),
        ("en", "Some ferries went north", False),
        ("en", "that the crossing would stay open", False),
        ("fr", "Cette décision ferme le pont", True),
        ("fr", "C’est une erreur", True),
        ("fr", "La décision ferme le pont", False),
        ("de", "Diese Brücke ist geschlossen", True),
        ("de", "Die Brücke ist geschlossen", False),
    ],
)
def test_words_may_point_at_what_is_not_shown(language: str, content: str, leaning: bool) -> None:
    """Who reads "this conclusion" alone does not learn which."""
    where = article(f"Velesh: {content}.", language=language)
    assert leans(World().say(where, content, speaker="Goran Velesh")) is leaning


def test_a_wish_is_told_in_the_words_of_the_report() -> None:
    """An outlet that says what somebody has decided is not taken for that somebody."""
    world, where = World(), article("Велеш решил наказать моряков Тарска.", language="ru")
    world.say(where, "наказать моряков Тарска", source="Велеш", cue="решил", speaker="Goran Velesh")
    found = [one.text for one in write(world.ordered, world.by_id).sentences]
    told = (
        "Goran Velesh, in the words of the report, “решил наказать моряков Тарска” (Halden Wire)."
    )
    assert told in found


def test_what_leans_on_other_words_stands_behind_what_does_not_and_is_no_key_point() -> None:
    """The key points must be understood by themselves."""
    world = World()
    others = [f"The bridge {number} rests on piers of stone" for number in range(6)]
    for number, content in enumerate(("This conclusion rests on photographs", *others)):
        where = article(f"“{content},” Dalkova said.", id=str(number))
        world.say(where, content, speaker=f"Irena Dalkova {number}")
    found = write(world.ordered, world.by_id).sentences
    key = [one.text for one in found if one.section == "Key points"]
    new = [one.text for one in found if one.section == "New"]
    assert key
    assert not any("photographs" in text for text in key)
    assert "photographs" in new[-1]
