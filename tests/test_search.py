"""Search by words, in any script."""

from __future__ import annotations

import pytest

from redite.errors import UsageError
from redite.exports.search import search_object, search_text
from redite.models import open_encoder
from redite.search import MEANING, has_meaning, search
from redite.values import Label, Record
from tests.exports.build import World, article, day
from tests.exports.story import story


def said(world: World, content: str, **more: object) -> Record:
    """Add a saying whose article holds nothing else."""
    where = {k: more.pop(k) for k in ("published", "title", "language") if k in more}
    return world.say(article(f"“{content}”", **where), content, **more)  # type: ignore[arg-type]


def contents(world: World, words: str, **filters: object) -> list[str]:
    """Return what was said in each hit."""
    return [hit.record.content for hit in search(world.ordered, words, **filters)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("La frontière est fermée", "FRONTIERE fermee"),
        ("Північний пропускний пункт", "північний ПУНКТ"),
        ("Ёлка у границы", "елка"),
        ("ЁЛКА", "ёлка"),
        ("Łódź", "lodz"),
        ("Die Straße", "strasse"),
        ("Ankara’da İzmir", "izmir"),
        ("边境将于六月关闭", "六月"),
        ("شُكْرًا جزيلا", "شكرا"),
        ("e\u0301tat", "état"),
        ("सीमा बंद है", "सीमा"),
    ],
)
def test_case_and_accents_do_not_count(content: str, words: str) -> None:
    """Words are found without case and accents, in every script."""
    world = World()
    said(world, content)
    assert contents(world, words) == [content]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("the crossings are closed", "crossing"),
        ("закриття границы", "границу"),
        ("die Grenzen", "grenz"),
    ],
)
def test_inflections_and_beginnings_are_found(content: str, words: str) -> None:
    """A word finds those that begin with it and those that differ in the ending."""
    world = World()
    said(world, content)
    assert contents(world, words) == [content]


def test_every_word_must_be_found_and_numbers_exactly() -> None:
    """One word missing is no hit; "1" does not find "1000"."""
    world = World()
    said(world, "1000 guards have left")
    assert contents(world, "guards stayed") == []
    assert contents(world, "1 guards") == []
    assert contents(world, "1000 guards") == ["1000 guards have left"]


def test_words_may_stand_in_speaker_and_title() -> None:
    """The speaker's name, in Latin letters too, and the title count as well as the words."""
    world = World()
    said(world, "We go", speaker="Ірена Далкова", title="A day in Hallen")
    assert contents(world, "dalkova go hallen") == ["We go"]


def test_a_phrase_comes_before_words_before_inflections_then_the_newest() -> None:
    """Rank first, date second."""
    world = World()
    said(world, "crossings closed again", published="2031-04-09T00:00")
    said(world, "closed: the old crossing", published="2031-04-08T00:00")
    said(world, "the crossing closed", published="2031-04-01T00:00")
    said(world, "a crossing closed", published="2031-04-02T00:00")
    assert contents(world, "crossing closed") == [
        "a crossing closed",
        "the crossing closed",
        "closed: the old crossing",
        "crossings closed again",
    ]
    assert len(contents(world, "crossing", limit=2)) == 2


def test_filters_narrow_and_may_stand_alone() -> None:
    """Speaker in any script, days inclusive, verdict by its label."""
    world = story()
    assert {
        hit.record.judgement.speaker.name for hit in search(world.ordered, "", speaker="КРЕМЕНЬ")
    } == {"Pavlo Kremen"}
    only = search(world.ordered, "", since=day("2031-04-04"), until=day("2031-04-04"))
    assert [hit.record.standing.id for hit in only] == ["hw-101"]
    labels = [h.record.judgement.verdict.label for h in search(world.ordered, "", verdict="echo")]
    assert labels == [Label.ECHO]


def test_a_senseless_request_says_the_way_out() -> None:
    """No words and no filter, or an unknown verdict, is a usage error that names what there is."""
    with pytest.raises(UsageError, match="give words"):
        search([], "  …  ")
    with pytest.raises(UsageError, match="same-utterance"):
        search([], "a", verdict="newest")


def test_the_text_shows_the_words_found_and_the_id() -> None:
    """A long saying is cut around the first word found; colour only when told to."""
    world = World()
    record = said(world, "word " * 200 + "crossing " + "word " * 200 + "end")
    hits = search(world.ordered, "crossing")
    text = search_text(hits)
    assert "\x1b" not in text
    assert "… word" in text
    assert "crossing" in text
    assert record.statement.id in text
    assert max(map(len, text.splitlines())) < 260
    assert "\x1b[1;33mcrossing\x1b[0m" in search_text(hits, colour=True)
    assert search_text([]) == "Nothing found.\n"


def test_articles_cannot_drive_the_terminal() -> None:
    """Escape sequences and direction overrides of an article never reach the screen."""
    world = World()
    said(world, "red \x1b[31m alert \u202e reversed", speaker="\x1b]0;title\x07")
    text = search_text(search(world.ordered, "alert"))
    assert not set(text) & set("\x1b\x07\u202e")


def test_marks_in_json_are_the_words_found() -> None:
    """Marks count code points of the content."""
    (hit,) = search_object(search(story().ordered, "пропускний липня"))
    assert [hit["content"][start:end] for start, end in hit["marks"]] == ["пропускний", "липня"]


@pytest.mark.parametrize(
    ("said", "words", "found"),
    [
        ("уходит", "bridge", False),
        ("о новом мосте", "bridge", False),
        ("мост откроют в мае", "bridge", True),
        ("о мосте", "bridge reopens", True),
        ("мост", "bridge reopens", False),
    ],
)
def test_a_word_is_found_by_meaning_in_whole_statements_only(
    said: str, words: str, found: bool
) -> None:
    """Any two single words have vectors that are much alike."""
    assert has_meaning(said, words) is found


def test_statements_near_in_meaning_follow_those_with_the_words() -> None:
    """In any language, the nearest first, each once, and only what stands out from the rest."""
    world = World()
    said(world, "the bridge at Tarsk will reopen in May")
    said(world, "Der Fluss steigt seit Tagen")
    said(world, "міст у Тарську знову відкриють у травні")
    for number in range(12):
        said(world, f"taxes rise by {number + 3} per cent")
    hits = search(world.ordered, "bridge Tarsk", encoder=open_encoder())
    assert [hit.record.content for hit in hits] == [
        "the bridge at Tarsk will reopen in May",
        "міст у Тарську знову відкриють у травні",
    ]
    assert [hit.rank == MEANING for hit in hits] == [False, True]
    assert "near in meaning" in search_text(hits)
    assert search_object(hits)[-1]["by_meaning"]
