"""The brief: one sentence an utterance, every sentence with the words it rests on."""

from __future__ import annotations

from itertools import permutations

import pytest

from redite.stages.briefs import last_day, write
from redite.values import Change, Label, Record, Sentence
from tests.exports.build import OFFICE, ORGANISATION, UNNAMED, World, article, day
from tests.exports.story import story

TEXT = "“We will close it by June,” Irena Dalkova said."
WORDS = "We will close it by June"
LATER = "2031-04-05T09:12"


def sentences(world: World, section: str | None = None) -> list[Sentence]:
    """Return the sentences of a brief over all of a world."""
    found = write(world.ordered, world.by_id, day("2031-04-01"), day("2031-05-01")).sentences
    return [sentence for sentence in found if section in (None, sentence.section)]


def only(world: World) -> str:
    """Return the text of the one sentence there is."""
    (sentence,) = sentences(world)
    return sentence.text


def test_a_new_saying_tells_who_when_via_whom_and_where() -> None:
    """The sentence holds speaker, day, chain, the printed words and the outlet."""
    world = World()
    world.say(
        article(TEXT), WORDS, said_on="2031-04-04", via=["Institute for Border Studies", "Tarsk TV"]
    )
    assert only(world) == (
        "Irena Dalkova said on 4 April, according to the Institute for Border Studies citing "
        "Tarsk TV: “We will close it by June” (Halden Wire)."
    )


def test_the_year_is_told_unless_the_period_tells_it() -> None:
    """A day without year stands only in a brief of days of that one year."""
    world = World()
    world.say(article(TEXT), WORDS, said_on="2031-04-04")
    for since, until in ((None, None), (day("2030-04-01"), day("2031-05-01"))):
        (sentence,) = write(world.ordered, world.by_id, since, until).sentences
        assert "said on 4 April 2031:" in sentence.text
    assert "said on 4 April:" in only(world)


@pytest.mark.parametrize(
    ("said_on", "told"),
    [
        (("2031-04-01", "2031-04-03"), "said between 1 and 3 April:"),
        (("2031-04-01", None), "said on or after 1 April:"),
        ((None, "2031-04-01"), "said on or before 1 April:"),
        (("2030-12-31", "2030-12-31"), "said on 31 December 2030:"),
        (None, "said:"),
    ],
)
def test_a_day_is_told_as_far_as_it_is_known(
    said_on: tuple[str | None, str | None] | None, told: str
) -> None:
    """Open and wide intervals say so; no day is invented; another year is named."""
    world = World()
    world.say(article(TEXT), WORDS, said_on=said_on)
    assert f"Irena Dalkova {told}" in only(world)


def test_words_of_an_outlet_are_not_put_into_the_speakers_mouth() -> None:
    """Indirect speech is quoted as the outlet's words."""
    world = World()
    told = "that the border will be closed"
    world.say(article(f"Dalkova said {told}."), told)
    assert only(world) == f"Irena Dalkova said, in paraphrase: “{told}” (Halden Wire)."


def test_indirect_speech_is_quoted_with_its_own_verb() -> None:
    """The verb of the report says best whether something was said, denied or asked for."""
    world = World()
    world.say(
        article("Irena Dalkova urged both sides in Tarsk to publish the lists.", published=LATER),
        "both sides in Tarsk to publish the lists",
        source="Irena Dalkova",
        cue="urged",
        said_on="2031-04-04",
    )
    (sentence,) = sentences(world)
    assert sentence.text == (
        "Irena Dalkova “urged both sides in Tarsk to publish the lists” on 4 April (Halden Wire)."
    )
    (cite,) = sentence.cites
    assert cite.span.of(world.records[0].article.text) == sentence.text.split("“")[1].split("”")[0]


@pytest.mark.parametrize(
    ("speaker", "kind", "language", "told"),
    [
        (None, UNNAMED, "en", "An unnamed source said"),
        ("a senior official", UNNAMED, "en", "An unnamed source (“a senior official”) said"),
        ("somebody not printed", UNNAMED, "en", "An unnamed source said"),
        ("defence minister of Kareth", OFFICE, "en", "The defence minister of Kareth said"),
        ("his spokesman", OFFICE, "en", "His spokesman said"),
        ("міністр оборони", OFFICE, "uk", "The holder of an office (“міністр оборони”) said"),
        ("Northern Pact", ORGANISATION, "en", "The Northern Pact said"),
        ("Tarsk-Inform", ORGANISATION, "en", "Tarsk-Inform said"),
        ("Kareth's Ministry of Defence", ORGANISATION, "en", "Kareth's Ministry of Defence said"),
    ],
)
def test_nobody_gets_a_name_that_is_not_known(
    speaker: str | None, kind: object, language: str, told: str
) -> None:
    """Offices are their role words, unnamed sources unnamed, organisations read naturally."""
    world = World()
    where = article("“It is so,” a senior official said.", language=language)
    world.say(where, "It is so", speaker=speaker, kind=kind)  # type: ignore[arg-type]
    assert only(world).startswith(told)


def test_quoted_words_equal_the_cited_span() -> None:
    """In the invented week every first cite is the quotation, blanks aside."""
    world = story()
    texts = {record.standing.id: record.article.text for record in world.records}
    for sentence in sentences(world):
        if sentence.section in ("New", "Changed", "Disputed", "Repeated"):
            cite = sentence.cites[0]
            assert f"“{cite.span.of(texts[cite.article])}”" in sentence.text


def test_long_words_are_cut_after_a_word_and_still_cited_whole() -> None:
    """The quotation ends in an ellipsis; the cite covers all of it."""
    long = " ".join(f"word{number}" for number in range(100))
    world = World()
    record = world.say(article(f"“{long}”"), long)
    (sentence,) = sentences(world)
    quoted = sentence.text.split("“")[1].split("”")[0]
    assert quoted.endswith(" …")
    assert long.startswith(quoted.removesuffix(" …") + " ")
    assert sentence.cites[0].span == record.statement.attribution.content[0]


def test_blanks_and_line_ends_are_folded() -> None:
    """A quotation over several lines becomes one line; a sentence never breaks a line."""
    world = World()
    world.say(article("“We go\n\n   now”"), "We go\n\n   now")
    assert "“We go now”" in only(world)


def test_many_reports_of_one_speech_make_one_sentence() -> None:
    """500 papers make one sentence that counts outlets; reprints and second reports add none."""
    world = World()
    where = article(TEXT, id="hw-0", published="2031-04-05T01:00")
    first = world.say(where, WORDS, utterance="u-1")
    for number in range(499):
        paper = article(
            TEXT, id=f"p-{number}", publisher=f"Paper {number}", published="2031-04-05T02:00"
        )
        world.say(paper, WORDS, utterance="u-1", label=Label.SAME_UTTERANCE, against=[first])
    again = article(TEXT, id="hw-2", published="2031-04-05T03:00")
    world.say(again, WORDS, utterance="u-1", label=Label.SAME_UTTERANCE, against=[first])
    copy = article(TEXT, id="c-1", publisher="Copyist", published="2031-04-05T04:00")
    world.say(
        copy,
        WORDS,
        utterance="u-1",
        label=Label.SAME_UTTERANCE,
        against=[first],
        duplicate_of=where,
    )
    assert only(world) == (
        f"Irena Dalkova said: “{WORDS}” (Halden Wire and 499 others, 501 reports, 1 reprint)."
    )
    brief = write(world.ordered, world.by_id)
    counts = dict(brief.counts)
    assert (counts["utterances"], counts["new"], counts["duplicates"]) == (1, 1, 1)
    assert counts["statements"] == 502


def test_the_most_reported_comes_first_then_ledger_order() -> None:
    """Within a section sentences go by the number of outlets, ties by first report."""
    world = World()
    for number, outlets in enumerate([1, 3, 1, 2]):
        for outlet in range(outlets):
            where = article(
                f"“We said {number}”",
                publisher=f"Paper {outlet}",
                published=f"2031-04-05T0{number}:00",
            )
            world.say(where, f"We said {number}", utterance=f"u-{number}")
    found = [sentence.text.split("“")[1][:9] for sentence in sentences(world)]
    assert found == ["We said 1", "We said 3", "We said 0", "We said 2"]


def pair(label: Label, *, speaker: str = "Irena Dalkova", unsure: bool = False) -> World:
    """Return a saying of 4 April and a later one that is held against it."""
    world = World()
    first = world.say(
        article(TEXT, id="1", published="2031-04-04T10:00"), WORDS, said_on="2031-04-04", claim="c"
    )
    world.say(
        article("“It will be closed by July,” the paper printed.", id="2", publisher="Tarsk TV"),
        "It will be closed by July",
        speaker=speaker,
        claim="c" if label is not Label.DISPUTE else "d",
        label=label,
        unsure=unsure,
        against=[first],
        changes=[Change("date", "June", "July")] if label is Label.UPDATE else [],
    )
    return world


@pytest.mark.parametrize(
    ("label", "speaker", "section", "told"),
    [
        (
            Label.UPDATE,
            "Irena Dalkova",
            "Changed",
            "; the date was “June” and is now “July”, compared with what the same speaker said "
            "on 4 April (Halden Wire).",
        ),
        (
            Label.REPEAT,
            "Irena Dalkova",
            "Repeated",
            "; the same speaker already said so on 4 April (Halden Wire).",
        ),
        (
            Label.ECHO,
            "Milos Tarn",
            "Repeated",
            "; Irena Dalkova already said so on 4 April (Halden Wire).",
        ),
        (
            Label.DISPUTE,
            "Milos Tarn",
            "Disputed",
            "; this contradicts what Irena Dalkova said on 4 April: "
            "“We will close it by June” (Halden Wire).",
        ),
        (
            Label.REVERSAL,
            "Irena Dalkova",
            "Disputed",
            "; the same speaker had said otherwise on 4 April: "
            "“We will close it by June” (Halden Wire).",
        ),
    ],
)
def test_a_verdict_is_told_with_its_evidence(
    label: Label, speaker: str, section: str, told: str
) -> None:
    """The section follows the verdict; what it is held against is dated, attributed and cited."""
    world = pair(label, speaker=speaker)
    brief = write(world.ordered, world.by_id, day("2031-04-05"), day("2031-05-01"))
    (sentence,) = brief.sentences
    assert sentence.section == section
    assert sentence.text.endswith(told)
    first, last = world.ordered
    assert [cite.statement for cite in sentence.cites] == [first.statement.id, last.statement.id][
        ::-1
    ]


def test_deleting_a_cited_statement_deletes_its_sentence() -> None:
    """Without its evidence a verdict is not told; the brief counts what it left out."""
    world = pair(Label.UPDATE)
    first, last = world.ordered
    brief = write([last], {last.statement.id: last})
    assert brief.sentences == ()
    assert dict(brief.counts)["left_out"] == 1
    assert "1 sentence was left out" in brief.method
    brief = write([first], {first.statement.id: first})
    assert [sentence.section for sentence in brief.sentences] == ["New"]


def test_no_sentence_cites_what_is_not_on_record() -> None:
    """Whichever statement of the week is deleted, no cite names it, and cites match texts."""
    world = story()
    for gone in world.records:
        kept = [record for record in world.ordered if record is not gone]
        brief = write(kept, {record.statement.id: record for record in kept})
        for sentence in brief.sentences:
            assert sentence.cites
            assert gone.statement.id not in {cite.statement for cite in sentence.cites}


def test_a_repeat_names_the_first_time_it_was_said() -> None:
    """Since when: the earliest of the claim by the same speaker, not the nearest."""
    world = World()
    made: list[Record] = []
    for number in (1, 3, 5):
        where = article(TEXT, id=str(number), published=f"2031-04-0{number}T10:00")
        made.append(
            world.say(
                where,
                WORDS,
                claim="c",
                said_on=f"2031-04-0{number}",
                label=Label.REPEAT if made else Label.NEW,
                against=made[-1:],
            )
        )
    brief = write(world.ordered, world.by_id, day("2031-04-05"), day("2031-04-05"))
    (sentence,) = brief.sentences
    assert "already said so on 1 April" in sentence.text
    cited = {cite.statement for cite in sentence.cites}
    assert cited == {made[0].statement.id, made[2].statement.id}


def test_words_reported_once_more_are_no_news() -> None:
    """A further report of an older saying stands under Repeated, with its first report."""
    world = World()
    first = world.say(article(TEXT, id="1", published="2031-04-01T10:00"), WORDS, utterance="u")
    late = article(TEXT, id="2", publisher="Tarsk TV")
    world.say(late, WORDS, utterance="u", label=Label.SAME_UTTERANCE, against=[first])
    brief = write(world.ordered, world.by_id, day("2031-04-05"), day("2031-04-05"))
    (sentence,) = brief.sentences
    assert sentence.section == "Repeated"
    assert sentence.text.endswith("(Tarsk TV); already reported on 1 April (Halden Wire).")


def test_a_lone_reprint_is_called_one() -> None:
    """Where only a reprint falls into the period, the sentence says so."""
    world = World()
    where = article(TEXT, id="1", published="2031-04-01T10:00")
    first = world.say(where, WORDS, utterance="u")
    copy = article(TEXT, id="2", publisher="Tarsk TV")
    world.say(
        copy, WORDS, utterance="u", label=Label.SAME_UTTERANCE, against=[first], duplicate_of=where
    )
    brief = write(world.ordered, world.by_id, day("2031-04-05"))
    assert "(a reprint in Tarsk TV)" in brief.sentences[0].text


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (Change("number", None, "300"), "the number 300 is added"),
        (Change("place", "Tarsk", None), "the place Tarsk is no longer given"),
        (Change("weather", "rain", "snow"), "the weather was rain and is now snow"),
        (None, "it goes beyond “We will close it by June”"),
    ],
)
def test_what_changed_is_told_slot_by_slot(change: Change | None, told: str) -> None:
    """Values that are not printed in the cited words stand without quotation marks."""
    world = World()
    first = world.say(article(TEXT, id="1"), WORDS, claim="c")
    world.say(
        article("“We close it in May”", id="2"),
        "We close it in May",
        label=Label.UPDATE,
        against=[first],
        changes=[change] if change else [],
    )
    assert told in sentences(world, "Changed")[0].text


def test_both_days_of_the_period_count() -> None:
    """`since` and `until` are inclusive, by day of publication in UTC."""
    world = World()
    for number in (3, 4, 5, 6):
        where = article(f"“On day {number}”", published=f"2031-04-0{number}T23:59")
        world.say(where, f"On day {number}")
    brief = write(world.ordered, world.by_id, day("2031-04-04"), day("2031-04-05"))
    assert dict(brief.counts)["statements"] == 2
    assert (brief.since, brief.until) == (day("2031-04-04"), day("2031-04-05"))


def test_an_empty_period_has_no_sentences_and_says_why() -> None:
    """Counts are zero; the method tells which period was empty."""
    brief = write([], {}, day("2031-04-09"), day("2031-04-09"))
    assert brief.sentences == ()
    assert {number for _, number in brief.counts} == {0}
    assert brief.method.startswith("No statement on record was published on 9 April 2031")


def test_the_method_names_the_version_and_the_people_who_decided() -> None:
    """Who made the verdicts is part of every brief."""
    world = pair(Label.REPEAT)
    world.say(article("“Another”", id="3"), "Another", by="Ada")
    method = write(world.ordered, world.by_id).method
    assert "rules.v1" in method
    assert "Decided by a person: 1" in method


def test_the_last_day_on_record_is_that_of_dated_articles() -> None:
    """An undated article bears the day it was taken in, which is no day of the story."""
    world = World()
    assert last_day(world.records) is None
    world.say(article("“a b c”", published="2031-05-01T00:00", dated=False), "a b c")
    assert last_day(world.records) == day("2031-05-01")
    world.say(article("“d e f”", published="2031-04-02T00:00"), "d e f")
    assert last_day(world.records) == day("2031-04-02")


def test_the_order_of_the_records_does_not_matter() -> None:
    """Any order of the same records gives the same brief."""
    world = pair(Label.UPDATE)
    world.say(article("“Another”", id="3"), "Another")
    briefs = {write(order, world.by_id) for order in permutations(world.records)}
    assert len(briefs) == 1


def test_counts_add_up_to_the_utterances() -> None:
    """Every utterance is counted under exactly one verdict or as left out."""
    world = story()
    counts = dict(write(world.ordered, world.by_id).counts)
    verdicts = ("new", "updates", "repeats", "echoes", "disputes", "reversals", "reported_again")
    assert (
        sum(counts[name] for name in verdicts) + counts["left_out"] + counts["scraps"]
        == (counts["utterances"])
    )


def test_words_in_braces_are_only_words() -> None:
    """What looks like a pattern in an article is printed as it stands."""
    world = World()
    world.say(article("“{who} left {0} and {}”"), "{who} left {0} and {}")
    assert "“{who} left {0} and {}”" in only(world)


def test_denied_words_are_never_told_as_said() -> None:
    """A brief that said "Tarn said: the pact was dead" would turn his denial into its opposite."""
    world = World()
    world.say(
        article("Milos Tarn denied on Monday that the pact was dead."),
        "the pact was dead",
        speaker="Milos Tarn",
        cue="denied",
    )
    (sentence,) = sentences(world)
    assert sentence.text.startswith("Milos Tarn rejected this (“denied”)")
