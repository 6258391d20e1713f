"""Lenses: what belongs to a subject, and what an analyst is told about his own."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redite.errors import UsageError
from redite.exports.lens import lens_check, lens_list, lens_object
from redite.lang import languages
from redite.lenses import Lens, load, look, normal, shipped, take_in, utterances, words_in
from redite.lenses.near import Nearly, check
from redite.values import Record
from tests.exports.build import World, article

LENS = """
name: ferries
description: Ferries across the strait.
words:
  en: [ferr*, "car deck"]
  fr: [ferry*, traversier*]
except:
  en: [ferry tale*]
speakers: []
acts: []
"""


def lens(tmp_path: Path, text: str = LENS) -> Lens:
    """Return the lens of a file with this text."""
    path = tmp_path / "lens.yaml"
    path.write_text(text, encoding="utf-8")
    return load(str(path))


def said(content: str, *, before: str = "", speaker: str = "Milos Tarn", **more: str) -> Record:
    """Return one record whose content is `content`."""
    where = article(f"{before} “{content}” ", **more)  # type: ignore[arg-type]
    return World().say(where, content, speaker=speaker)


@pytest.mark.parametrize(
    ("content", "taken"),
    [
        ("The FERRIES will not sail", True),
        ("The car-deck is full", True),
        ("The car deck is full", True),
        ("The car is full", False),
        ("A conferred honour", False),
        ("That is a ferry tale", False),
        ("That is a ferry tale, but the ferry sails", True),
    ],
)
def test_words_phrases_and_exceptions(tmp_path: Path, content: str, *, taken: bool) -> None:
    """A star takes in endings, blank and hyphen are one, an exception does not count."""
    assert look(lens(tmp_path), said(content)).taken is taken


def test_each_language_has_its_own_words(tmp_path: Path) -> None:
    """A French word counts in French texts, and in those whose language has no list."""
    one = lens(tmp_path)
    for language, taken in (("fr", True), ("en", False), (None, True), ("cs", True)):
        assert look(one, said("Le traversier part", language=language)).taken is taken  # type: ignore[arg-type]


def test_the_words_that_report_it_count_too(tmp_path: Path) -> None:
    """What is said of "the ferry company" in the source belongs to the subject."""
    where = article("The ferry company said that it was closing.")
    record = World().say(
        where, "it was closing", source="The ferry company", cue="said", speaker="Sund Line"
    )
    assert look(lens(tmp_path), record).taken


def test_only_the_speakers_and_acts_that_are_asked_for(tmp_path: Path) -> None:
    """A lens on one man takes in nobody else, in whatever script he is printed."""
    one = lens(tmp_path, LENS.replace("speakers: []", "speakers: [Мілош Тарн]"))
    tarn, other = said("A ferry sails"), said("A ferry sails", speaker="Irena Dalkova")
    assert take_in(one, [tarn, other]) == [tarn]
    asking = lens(tmp_path, LENS.replace("acts: []", "acts: [threaten]"))
    assert not look(asking, tarn).taken


def test_a_brief_takes_in_whole_sayings(tmp_path: Path) -> None:
    """One paper names the ferry, another says "it": both report the same saying."""
    world = World()
    world.say(
        article("“The ferry sails at noon”", id="1"), "The ferry sails at noon", utterance="u"
    )
    world.say(article("“It sails at noon”", id="2"), "It sails at noon", utterance="u")
    world.say(article("“It rains”", id="3"), "It rains")
    one = lens(tmp_path)
    assert len(take_in(one, world.ordered)) == 1
    assert utterances(one, world.ordered) == world.ordered[:2]


@pytest.mark.parametrize("name", shipped())
def test_every_shipped_lens_knows_every_language(name: str) -> None:
    """A lens that is blind in one language would call silence what it cannot see."""
    found = load(name)
    assert found.name == name
    assert set(found.words) == set(languages())
    assert len(shipped()) >= 3


@pytest.mark.parametrize(
    ("language", "sentence", "taken"),
    [
        ("en", "We keep our nuclear forces on alert", True),
        ("en", "Two ballistic missiles hit the harbour of Tarsk", False),
        ("en", "They fired an intercontinental ballistic missile", True),
        ("en", "The nuclear power plant was switched off", False),
        ("fr", "Des têtes nucléaires seront déployées", True),
        ("fr", "La centrale nucléaire est à l’arrêt", False),
        ("uk", "Носії ядерної зброї вже на позиціях", True),
        ("ru", "Применение ядерного оружия возможно", True),
        ("de", "Atomwaffen würden verlegt", True),
        ("de", "Kein Atomkraftwerk ist am Netz", False),
    ],
)
def test_nuclear_rhetoric_in_every_language(language: str, sentence: str, *, taken: bool) -> None:
    """The bundled lens means weapons, not power stations."""
    assert bool(words_in(load("nuclear"), sentence, language)) is taken


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("words: {en: [ferry]}", "name"),
        ("name: a\ndescription: b", "needs words or speakers"),
        ("name: a\ndescription: b\nwords: {en: ['*']}", "is no word"),
        ("name: a\ndescription: b\nwords: {en: ['f*y']}", "may only end one"),
        ("name: a\ndescription: b\nwords: {en: [x]}\nacts: [sing]", "acts.0"),
        ("name: a\ndescription: b\nwords: {en: [x]}\nword: 1", "word"),
        ("- a", "it must hold name"),
        ("a: [", "is no YAML in line"),
    ],
)
def test_a_broken_lens_is_refused_by_its_key(tmp_path: Path, text: str, told: str) -> None:
    """Whoever writes a lens is told what is wrong with it, and where."""
    with pytest.raises(UsageError, match=told):
        lens(tmp_path, text)


def test_an_unknown_lens_names_those_there_are() -> None:
    """A misspelt name is no traceback."""
    with pytest.raises(UsageError, match="there are military-aid, negotiations, nuclear"):
        load("nuclaer")


def test_a_check_shows_what_is_just_missed_and_why(tmp_path: Path) -> None:
    """Exceptions, a claim taken in elsewhere, alike beginnings, and headlines, each by name."""
    world = World()
    world.say(article("“The ferry sails at noon”"), "The ferry sails at noon", claim="c")
    world.say(article("“Nothing sails before noon”"), "Nothing sails before noon", claim="c")
    world.say(article("“A ferry tale it is”"), "A ferry tale it is")
    world.say(article("“Prices rise”", title="Ferry prices"), "Prices rise")
    world.say(article("“Es regnet”", language="de", title=None), "Es regnet")
    world.say(article("“The traversing takes long”", language="fr"), "The traversing takes long")
    text = LENS.replace("fr: [ferry*, traversier*]", "fr: [navette*, traversier*]")
    one = lens(tmp_path, text)
    found = check(one, world.ordered)
    assert [how.hits for _, how in found.taken] == [("ferry",)]
    assert [miss.why for miss in found.missed] == [
        Nearly.EXCEPTED,
        Nearly.CLAIM,
        Nearly.WORD,
        Nearly.BESIDE,
    ]
    assert found.idle == (("en", ("car deck",)), ("fr", ("navette*", "traversier*")))
    assert found.unlisted == (("de", 1),)
    shown = lens_check(one, found)
    for words in ("Taken in: 1", "Just missed: 4", "excepted phrase: 1", "No words for de"):
        assert words in shown
    assert len(lens_object(one, found)["missed"]) == 4


def test_the_list_names_every_lens_with_its_languages() -> None:
    """An analyst sees what there is before writing another."""
    shown = lens_list([load(name) for name in shipped()])
    for name in shipped():
        assert f"{name}  (de en fr ru uk)" in shown


@given(st.text(max_size=200))
def test_normal_text_is_normal_already(text: str) -> None:
    """What has been made comparable once stays as it is."""
    assert normal(normal(text)) == normal(text)
