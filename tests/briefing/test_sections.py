"""The sections of a brief beside the sayings: dates, likelihoods, bursts, edits, long days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from redite.briefing.corrected import Edits
from redite.stages import briefs, deadlines
from redite.stages.briefs import Beside, write
from redite.timing import why
from redite.timing.events import Event
from redite.values import (
    Brief,
    Damage,
    DamageKind,
    Deadline,
    Estimate,
    Label,
    Record,
    Sentence,
    Span,
    Term,
)
from tests.exports.build import ORGANISATION, UNNAMED, World, article, day

SINCE, UNTIL = day("2031-04-05"), day("2031-04-05")


def brief(world: World, beside: Beside | None = None, **more: object) -> Brief:
    """Return the brief of 5 April on all of a world."""
    return write(world.ordered, world.by_id, SINCE, UNTIL, beside=beside, **more)  # type: ignore[arg-type]


def section(found: Brief, heading: str) -> list[Sentence]:
    """Return the sentences under one heading."""
    return [sentence for sentence in found.sentences if sentence.section == heading]


def busy_day(sayings: int, *, speakers: int = 1, label: Label = Label.NEW) -> World:
    """Return a day of so many sayings, and where they only repeat, the days before."""
    world = World()
    for number in range(sayings):
        words = f"We have counted {number} boats in the harbour of Tarsk"
        who = f"Milos Tarn {number % speakers}"
        before: list[Record] = []
        if label is not Label.NEW:
            where = article(f"“{words}”", id=f"e{number}", published="2031-04-01T08:00")
            before = [world.say(where, words, speaker=who, claim=f"c{number}")]
        where = article(f"“{words}.”", id=f"n{number}", publisher=f"Paper {number}")
        world.say(where, words, speaker=who, claim=f"c{number}", label=label, against=before)
    return world


def test_two_hundred_statements_stay_readable() -> None:
    """The weightiest in full, the others by speaker; every statement is cited by some sentence."""
    world = busy_day(200, speakers=20)
    found = brief(world)
    assert len(found.sentences) <= 60
    assert len(section(found, "New")) < 45
    cited = {cite.statement for sentence in found.sentences for cite in sentence.cites}
    assert cited == set(world.by_id)
    assert dict(found.counts)["folded"] == 200 - 24
    assert "Without a sentence of their own: 176 sayings" in found.method
    assert sum(len(s.text) for s in found.sentences) < 25_000


def test_an_advertisement_is_counted_and_not_told() -> None:
    """What somebody paid for is no news; the account of the method says how much there was."""
    world = busy_day(3)
    where = article("“Boats are cheap.”\n\nPaid content: the boatyard.", id="ad")
    world.say(where, "Boats are cheap", speaker="Hedda Lunde")
    found = brief(world)
    assert not any("Lunde" in sentence.text for sentence in found.sentences)
    assert "Not told either: 1 saying in advertisements." in found.method


def test_a_list_tells_who_passed_words_on_and_what_was_made_of_them() -> None:
    """Short as it is, it makes nobody say what he denied, or what another says that he said."""
    world, who = busy_day(30), "Hedda Lunde"
    for number, words in enumerate(("The dam is lost", "The dam has burst", "The dam may burst")):
        where = article(f"Hedda Lunde denied that {words}.", id=f"d{number}")
        via = ("Jonas Hedrik",) if number else ()
        world.say(where, words, speaker=who, source=who, cue="denied", via=via)
    (folded,) = (s for s in section(brief(world), "New") if "Hedda Lunde" in s.text)
    assert "“denied that The dam is lost”; " in folded.text
    assert "“denied that The dam has burst”, according to Jonas Hedrik; " in folded.text


def test_a_full_brief_folds_nothing() -> None:
    """`--full`: one sentence for each of two hundred."""
    found = brief(busy_day(200, speakers=20), full=True)
    assert len(section(found, "New")) == 200
    assert dict(found.counts)["folded"] == 0


def test_key_points_come_first_and_are_few() -> None:
    """How much was said stands in the account of the method; a short brief has no key points."""
    found = brief(busy_day(30, speakers=10))
    points = section(found, "Key points")
    assert found.sentences[: len(points)] == tuple(points)
    assert points[0].text.startswith("Milos Tarn 0: “We have counted")
    assert 2 <= len(points) <= 6
    assert "The brief tells 30 sayings: 30 new." in found.method
    assert not section(brief(busy_day(3)), "Key points")


def test_a_day_of_one_thing_fills_its_key_points() -> None:
    """Where little else happened, one section gives more of them, of no speaker more than two."""
    points = section(brief(busy_day(30, speakers=3)), "Key points")
    assert len(points) == 6


def test_a_body_named_in_full_and_in_short_is_one() -> None:
    """Nobody is told to have said "likewise" what it said itself."""
    world = World()
    bodies = ("Ministry of Fisheries of Velmora", "Ministry of Fisheries", "Port Authority")
    for number, name in enumerate(bodies):
        where = article("Two boats sank in Tarsk, they said.", id=f"b{number}")
        label, first = (Label.ECHO, world.records[:1]) if number else (Label.NEW, [])
        world.say(
            where,
            "Two boats sank in Tarsk",
            speaker=name,
            kind=ORGANISATION,
            claim="c",
            label=label,
            against=first,
        )
    (told_once,) = section(brief(world), "New")
    assert "; likewise, 2 times, Port Authority (" in told_once.text


def test_a_speaker_with_nothing_new_is_named_with_the_earlier_sayings() -> None:
    """The facts of repetition: how often, and where it was said first; no accusation."""
    found = brief(busy_day(4, label=Label.REPEAT))
    first = section(found, "Repeated")[0]
    assert first.text.startswith(
        "Nothing new from Milos Tarn 0: 4 sayings (188 characters), and all of it was on record; "
        "“We have counted 0 boats in the harbour of Tarsk” was said, as reported on 1 April "
        "(Halden Wire); "
    )
    assert len({cite.statement for cite in first.cites}) == 7
    whole = brief(busy_day(4, speakers=4, label=Label.REPEAT), Beside(lens="boats"))
    assert section(whole, "Repeated")[0].text.startswith("Nothing new on this subject: 4 sayings")


def test_one_new_saying_ends_the_pattern() -> None:
    """A speaker who also says something new is no speaker of whom nothing is new."""
    world = busy_day(4, label=Label.REPEAT)
    world.say(article("“Boats burn”", id="x"), "Boats burn", speaker="Milos Tarn 0")
    assert "Nothing new" not in " ".join(sentence.text for sentence in brief(world).sentences)


def test_an_undecided_contradiction_is_told_apart_from_its_confidence() -> None:
    """The words in one sentence, our low confidence in the next, nothing under Disputed."""
    world = World()
    first = world.say(
        article("“It will rain”", id="1", published="2031-04-01T08:00"), "It will rain"
    )
    world.say(
        article("“It will hardly rain”", id="2"),
        "It will hardly rain",
        speaker="Milos Tarn",
        label=Label.DISPUTE,
        unsure=True,
        against=[first],
    )
    found = brief(world)
    assert not section(found, "Disputed")
    told = [sentence.text for sentence in section(found, "Damaged or unsure")]
    assert told == [
        "Milos Tarn said: “It will hardly rain” (Halden Wire).",
        "Low confidence that these words (Halden Wire) contradict what Irena Dalkova said, as "
        "reported on 1 April (Halden Wire).",
    ]


def estimated(record: Record, words: str, term: Term) -> Record:
    """Return a record whose statement holds an estimate."""
    at = record.article.text.index(words)
    estimate = Estimate(Span(at, at + len(words)), term, "ICD 203", 0.0, 1.0)
    return replace(record, statement=replace(record.statement, estimate=estimate))


def test_a_likelihood_that_moved_is_told_with_both_words() -> None:
    """Earlier and later word, each with its degree, day and outlet; one that stays is no news."""
    world = World()
    for number, words in enumerate(["unlikely", "very likely"]):
        published = f"2031-04-0{1 + 4 * number}T08:00"
        where = article(f"“A strike is {words}”", id=str(number), published=published)
        world.say(where, f"A strike is {words}", claim="c")
    first, second = world.ordered
    world.records = [
        estimated(first, "unlikely", Term.UNLIKELY),
        estimated(second, "very likely", Term.VERY_LIKELY),
    ]
    (told,) = section(brief(world), "Likelihoods that moved")
    assert told.text == (
        "Irena Dalkova called it “unlikely”, as reported on 1 April (Halden Wire) and “very "
        "likely”, as reported on 5 April (Halden Wire): “A strike is very likely”."
    )
    world.records = [estimated(r, "likely", Term.LIKELY) for r in (first, second)]
    assert not section(brief(world), "Likelihoods that moved")


def test_two_degrees_in_one_text_have_not_moved() -> None:
    """They speak of two things, or of one from two sides."""
    world = World()
    where = article(
        "“A strike is unlikely”. “A strike is very likely”", published="2031-04-05T08:00"
    )
    for words, term in (("unlikely", Term.UNLIKELY), ("very likely", Term.VERY_LIKELY)):
        record = world.say(where, f"A strike is {words}", claim="c")
        world.records[-1] = estimated(record, words, term)
    assert not section(brief(world), "Likelihoods that moved")


def test_a_date_that_falls_due_soon_is_told() -> None:
    """Within two weeks of the brief, and no date of last year or next."""
    world = World()
    acts = [("close the northern crossing", "2031-04-10"), ("publish a budget", "2031-06-10")]
    for number, (act, due) in enumerate(acts):
        text = f"“We will {act} by {due}”"
        where = article(text, id=str(number), published="2031-03-01T08:00")
        record = world.say(where, f"We will {act} by {due}", claim=f"c{number}")
        deadline = Deadline(Span(text.index(due), text.index(due) + len(due)), day(due))
        statement = replace(record.statement, deadline=deadline)
        world.records[-1] = replace(record, statement=statement)
    announced = deadlines.follow(world.ordered, UNTIL)
    (told,) = section(brief(world, Beside(announced=announced)), "Announced dates")
    assert told.text.startswith("Due 10 April: Irena Dalkova said: “We will close the northern")


def spread(days: dict[int, int]) -> World:
    """Return a world with so many sayings on each day of a hundred that end on 5 April."""
    world = World()
    for ago, count in days.items():
        for number in range(count):
            published = (UNTIL - timedelta(days=ago)).isoformat() + "T08:00"
            words = f"Boat {ago}-{number} has left"
            world.say(article(f"“{words}”", id=words, published=published), words)
    return world


def considered(world: World, *events: Event) -> Beside:
    """Return what counting tells of a world that is all on one subject."""
    return Beside(why=why.consider(world.ordered, "boats", events, SINCE, UNTIL), lens="boats")


def test_a_burst_that_coincides_is_told_with_its_p_value() -> None:
    """What was counted, what is usual, the event, p after correction; the plot has it marked."""
    world = spread({**{ago: 1 for ago in range(0, 100, 9)}, 3: 6, 2: 7, 1: 6})
    vote = Event("vote on joining", (UNTIL - timedelta(days=2),))
    beside = considered(world, vote)
    found = brief(world, beside)
    burst, coincidence = section(found, "Why now")
    assert burst.text.startswith("“boats”: 20 sayings (340 characters) from 2 to 5 April, from 1 ")
    assert "within 3 days of “vote on joining” (3 April)" in coincidence.text
    assert "p = 0.0" in coincidence.text
    assert "Coincidences in time were tested for 1 pair" in found.method
    assert found.charts[0].events == ((date(2031, 4, 3), "vote on joining"),)


def test_an_event_in_a_quiet_week_is_no_coincidence() -> None:
    """Nothing is told of it, and the method says what was tried."""
    world = spread({ago: 1 for ago in range(0, 100, 5)})
    found = brief(world, considered(world, Event("parade", (UNTIL - timedelta(days=50),))))
    assert not section(found, "Why now")
    assert "none is more than chance" in found.method


def test_announcing_an_event_does_not_coincide_with_it() -> None:
    """Statements that date an event are left out where it is tried."""
    world = spread({**{ago: 1 for ago in range(9, 100, 9)}, 3: 6, 2: 7, 1: 6})
    records = tuple(r for r in world.ordered if r.article.published.date() >= date(2031, 4, 2))
    announced = Event("vote", (UNTIL - timedelta(days=2),), records)
    (tried,) = considered(world, announced).why.tried  # type: ignore[union-attr]
    assert not tried.found


def test_what_the_texts_put_it_beside_is_told() -> None:
    """An explicit context link beside a saying of the subject is quoted with its outlet."""
    text = "Amid protests in Tarsk, Irena Dalkova said: “We stay”."
    world = World()
    world.say(article(text), "We stay")
    (told,) = section(brief(world, considered(world)), "Why now")
    assert told.text == (
        "Halden Wire sets the words of Irena Dalkova beside an event: “Amid protests in Tarsk”."
    )


@pytest.mark.parametrize(
    ("now", "told"),
    [
        (
            "“We have nine boats in port,” she said.",
            "of Irena Dalkova it had “We have eight boats in port”, and now has “We have nine",
        ),
        ("The paper regrets an error.", "has withdrawn what its article of 1 April reported"),
    ],
)
def test_an_article_that_was_changed_since_is_listed(now: str, told: str) -> None:
    """What an earlier brief may have quoted, and the article no longer says."""
    old = article("“We have eight boats in port,” she said.", id="1", published="2031-04-01T08:00")
    new = replace(
        article(now, id="1", published="2031-04-01T08:00"),
        modified=article("x", published="2031-04-05T08:00").published,
    )
    world = World()
    before = world.say(old, "We have eight boats in port", superseded_by=new)
    world.records.clear()
    if "nine" in now:
        world.say(new, "We have nine boats in port", version_of=old)
    edits = Edits((before,), {new.key: new})
    (listed,) = section(brief(world, Beside(edits=edits)), "Corrected since the last brief")
    assert told in listed.text
    assert before.statement.id in {cite.statement for cite in listed.cites}
    later = write(world.ordered, world.by_id, day("2031-04-06"), beside=Beside(edits=edits))
    assert not section(later, "Corrected since the last brief")


def test_undated_articles_are_named_as_such() -> None:
    """They count for a day that is none of theirs, and the reader is told."""
    world = World()
    where = article("“We go”", dated=False, published="2031-04-05T00:00")
    world.say(where, "We go", speaker="a fisherman", kind=UNNAMED)
    (told,) = section(brief(world), "Damaged or unsure")
    assert told.text.startswith(
        "In undated articles, and counted for the day they were taken in: 1 "
    )


def test_last_day_is_where_it_was() -> None:
    """The stage still tells which day a brief without dates is on."""
    assert briefs.last_day(busy_day(2).records) == UNTIL


@pytest.mark.parametrize(
    ("text", "content", "told"),
    [
        (
            "Milos Tarn said the hall was «full to the roof».",
            "the hall was «full to the roof",
            "“said the hall was «full to the roof»”",
        ),
        (
            'Milos Tarn called it "four boats for a strait".',
            'it "four boats',
            'said, in paraphrase: “it "four boats”',
        ),
    ],
)
def test_marks_that_open_inside_a_quotation_are_closed(text: str, content: str, told: str) -> None:
    """A mark that the span left out is taken along; where there is none, no verb is quoted."""
    world = World()
    cue = text.split()[2]
    world.say(article(text), content, speaker="Milos Tarn", source="Milos Tarn", cue=cue)
    (sentence,) = section(brief(world), "New")
    assert told in sentence.text


def test_sentences_that_read_alike_are_one() -> None:
    """A name that is damaged three times in a text is told once, with all three places."""
    text = "Velesha said: “Velesha and Velesha are one”."
    world = World()
    record = world.say(article(text), "Velesha and Velesha are one", speaker="Goran Velesh")
    places = [0, text.index("“") + 1, text.rindex("Velesha")]
    flags = tuple(Damage(Span(at, at + 7), DamageKind.NAME, "a stray ending") for at in places)
    found = brief(world, Beside(flags={record.article.key: flags}))
    (told,) = section(found, "Damaged or unsure")
    assert told.text == (
        "Damaged in translation, in Halden Wire: “Velesha”, a stray ending (3 times)."
    )
    assert [cite.span.start for cite in told.cites] == places
