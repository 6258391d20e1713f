"""Reports of one utterance: which words to quote, who carried it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redite.reports import (
    cut,
    independent,
    is_verbatim,
    occasions,
    of_its_own,
    origins,
    outlet,
    printed,
    stance,
    utterance_origins,
    words,
)
from tests.exports.build import World, article


@pytest.mark.parametrize(
    ("text", "content", "bare", "verbatim"),
    [
        ("“We go.”", "“We go.”", "We go", True),
        ("“We go,” she said.", "“We go,”", "We go", True),
        ("« On y va », dit-elle", "« On y va »", "On y va", True),
        ("« On y va », dit-elle", "On y va", "On y va", True),
        ("„Ми йдемо“, — сказала", "„Ми йдемо“", "Ми йдемо", True),
        ("»Wir gehen«, sagte sie", "»Wir gehen«", "Wir gehen", True),
        ('"We go"', '"We go"', "We go", True),
        ("“A” and “B”", "“A” and “B”", "“A” and “B”", False),
        ("that they go.", "that they go.", "that they go", False),
        ("“We left the U.S.”", "We left the U.S.", "We left the U.S.", True),
        ("We wait...", "We wait...", "We wait...", False),
        ("We met Ivo O.", "We met Ivo O.", "We met Ivo O.", False),
        ("We met Bo.", "We met Bo.", "We met Bo", False),
        ("said “no”", "no", "no", True),
        (",,,,,", ",,,,,", ",,,,,", False),
    ],
)
def test_quoted_words_lose_their_marks_only(
    text: str, content: str, bare: str, verbatim: bool
) -> None:
    """Marks and stops around the words go, in every tradition; words stay."""
    record = World().say(article(text), content)
    assert [span.of(text) for span in words(record)] == [bare]
    assert is_verbatim(record) is verbatim


def test_words_inside_somebody_elses_quotation_are_not_the_speakers_own() -> None:
    """What a quoted person says that another said is no quotation of that other."""
    text = "“She told me that it is closed, and we went,” he said."
    record = World().say(article(text), "that it is closed", source="She", cue="told")
    assert not is_verbatim(record)
    assert is_verbatim(World().say(article(text), "and we went", cue="he said"))


@pytest.mark.parametrize(
    ("text", "content", "source", "cue"),
    [
        ("«Мы ушли, — сказала Далкова. — И вернёмся».", "И вернёмся", "Далкова", "сказала"),
        ("«Ми пішли, – також сказала Далкова. – І все».", "І все", "Далкова", "сказала"),
        ("« On part, a dit Mme Dalkova, et vite »", "et vite", "Mme Dalkova", "a dit"),
    ],
)
def test_words_of_the_article_may_interrupt_a_quotation(
    text: str, content: str, source: str, cue: str
) -> None:
    """Who spoke, set off inside the marks by dashes or commas, leaves the rest verbatim."""
    assert is_verbatim(World().say(article(text), content, source=source, cue=cue))


@given(st.text("“”„«»\"', .;ab\n", min_size=1, max_size=30))
def test_quoted_words_always_lie_inside_the_content(text: str) -> None:
    """Whatever the content, its quoted words are a piece of it, and never empty."""
    record = World().say(article(text), text)
    (bare,) = words(record)
    assert record.statement.attribution.content[0].contains(bare)
    assert printed(record).strip("…") in " ".join(text.split())


@given(st.text("ab …,é", max_size=60), st.integers(1, 40))
def test_cut_text_is_a_beginning(text: str, limit: int) -> None:
    """A cut text begins as the whole does and is hardly longer than the limit."""
    short = cut(text, limit)
    assert len(short) <= max(len(text) if len(text) <= limit else 0, limit + 3)
    assert text.startswith(short.removesuffix("…").rstrip()) or short == text


def test_an_outlet_is_its_publisher_else_its_host() -> None:
    """Blanks are folded; an address that is none names nobody."""
    assert outlet(article("a", publisher=" Halden \n Wire ")) == "Halden Wire"
    assert outlet(article("a", publisher=None, url="https://halden.example/a")) == "halden.example"
    assert outlet(article("a", publisher=" ", url="http://[")) is None


def test_reprints_and_second_reports_add_no_outlet() -> None:
    """One report an outlet counts, the first."""
    world = World()
    where = article("“We go”", id="1")
    first = world.say(where, "We go")
    world.say(article("“We go” again", id="2"), "We go")
    world.say(article("“We go”", id="3", publisher="Copyist"), "We go", duplicate_of=where)
    other = world.say(article("“We go”", id="4", publisher="Tarsk TV"), "We go")
    assert independent(world.records) == [first, other]


def test_what_comes_from_one_place_has_one_origin() -> None:
    """Two outlets citing one institute have one origin; a relayed post has that of its source."""
    world = World()
    for name in ("A", "B"):
        world.say(article("“We go”", publisher=name), "We go", via=["Institute"])
    world.say(article("“We go”", publisher="C", relayed_from="D"), "We go")
    world.say(article("“We go” now", publisher="D"), "We go")
    assert origins(world.records) == ["Institute", "D"]


def test_a_wire_has_one_origin_under_all_its_names() -> None:
    """Ten papers that cite it, the wire itself, and a reprint of it: one origin."""
    world = World()
    where = article("“We go”", publisher="ТАСС", id="1")
    world.say(where, "We go")
    for number in range(10):
        world.say(article(f"“We go” {number}", publisher=f"Paper {number}"), "We go", via=["TASS"])
    world.say(article("“We go”", publisher="Copyist"), "We go", duplicate_of=where)
    assert origins(world.records) == ["ТАСС"]
    told = utterance_origins(world.records)
    assert set(told) == {record.judgement.utterance for record in world.records}


@pytest.mark.parametrize(
    ("text", "cue", "language", "expected"),
    [
        ("Tarn said the pact was dead", "said", "en", "affirmed"),
        ("Tarn denied the pact was dead", "denied", "en", "rejected"),
        ("Тарн заперечив, що the pact was dead", "заперечив", "uk", "rejected"),
        ("Tarn glaubt nicht, dass the pact was dead", "glaubt nicht", "de", "negated"),
        ("Tarn did not deny the pact was dead", "did not deny", "en", "not_rejected"),
        ("Tarn zei niet dat the pact was dead", "zei niet", "nl", "affirmed"),
        ("Tarn denied the pact was dead", "denied", None, "affirmed"),
    ],
)
def test_a_cue_that_turns_the_words_round_is_known(
    text: str, cue: str, language: str | None, expected: str
) -> None:
    """Who denied that the pact was dead did not say that it was."""
    record = World().say(article(text, language=language), "the pact was dead", cue=cue)
    assert stance(record) == expected


def test_an_outlet_that_tells_what_it_says_itself_is_known() -> None:
    """By its name, or a part of it; of nobody, or in nobody's paper, nothing is told so."""
    where = article("The bridge is closed.", publisher="The Lisk Courier")

    def own(speaker: str | None, publisher: str | None = "The Lisk Courier") -> bool:
        there = article(where.text, publisher=publisher)
        return of_its_own(World().say(there, "The bridge is closed", speaker=speaker))

    assert own("Lisk courier")
    assert not own("Irena Dalkova")
    assert not own(None)
    assert not own("Lisk Courier", publisher=None)


def test_an_occasion_names_its_languages_once() -> None:
    """Sorted; an article in none that is known adds none."""
    world = World()
    for number, language in enumerate(["uk", "en", None, "uk"]):
        there = article("We go.", id=str(number), publisher=f"P{number}", language=language)
        world.say(there, "We go", utterance="u-1")
    (occasion,) = occasions(world.records)
    assert occasion.languages == ("en", "uk")
    assert len(occasion.reports) == 4
