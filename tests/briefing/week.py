"""The invented week with all that a brief can tell: dates, likelihoods, bursts, edits, damage."""

from __future__ import annotations

from dataclasses import replace

from redite.briefing.corrected import Edits
from redite.stages import deadlines
from redite.stages.briefs import Beside, write
from redite.timing import why
from redite.timing.events import Event
from redite.values import (
    Act,
    Brief,
    Damage,
    DamageKind,
    Deadline,
    Estimate,
    Label,
    Record,
    Span,
    Term,
)
from tests.exports.build import ORGANISATION, World, article, day
from tests.exports.story import story

SINCE, UNTIL = day("2031-04-04"), day("2031-04-09")


def place(record: Record, words: str) -> Span:
    """Return where `words` stand in the article of a record."""
    at = record.article.text.index(words)
    return Span(at, at + len(words))


def week() -> tuple[World, Beside]:
    """Return the records of the story and more, with what stands beside them."""
    world = story()
    _dates(world)
    _likelihoods(world)
    _repeats(world)
    edits = _edits(world)
    damaged = world.say(
        article(
            "Selon Goran Velesh, les ulcères nucléaires resteront au port.",
            id="cf-40",
            publisher="Courrier de Hallen",
            language="fr",
            published="2031-04-08T10:00",
        ),
        "les ulcères nucléaires resteront au port",
        speaker="Goran Velesh",
    )
    flag = Damage(place(damaged, "ulcères"), DamageKind.WORD, "a medical word in news of weapons")
    vote = Event("vote on the crossing", (day("2031-04-08"),))
    records = world.ordered
    return world, Beside(
        announced=deadlines.follow(records, UNTIL),
        why=why.consider(records, "crossing", [vote], SINCE, UNTIL),
        edits=edits,
        flags={damaged.article.key: (flag,)},
        lens="crossing",
    )


def brief(language: str) -> tuple[Brief, World]:
    """Return the brief of the week, and what it may cite."""
    world, beside = week()
    made = write(world.ordered, world.by_id, SINCE, UNTIL, language=language, beside=beside)
    for old in beside.edits.reported:
        world.records.append(old)
    return made, world


def _dates(world: World) -> None:
    text = "“We will publish the list of guards by 15 April,” Irena Dalkova said in Tarsk."
    where = article(text, id="hw-90", published="2031-03-20T09:00")
    record = world.say(where, "We will publish the list of guards by 15 April")
    deadline = Deadline(place(record, "by 15 April"), day("2031-04-15"))
    statement = replace(record.statement, deadline=deadline, act=Act.ANNOUNCE)
    world.records[-1] = replace(record, statement=statement)


def _likelihoods(world: World) -> None:
    for published, words, term in (
        ("2031-03-10T09:00", "unlikely", Term.UNLIKELY),
        ("2031-04-08T09:00", "very likely", Term.VERY_LIKELY),
    ):
        text = f"The Institute for Border Studies says a long closure is {words}."
        where = article(text, id=f"ibs-{published}", published=published)
        record = world.say(
            where,
            f"a long closure is {words}",
            speaker="Institute for Border Studies",
            kind=ORGANISATION,
            source="The Institute for Border Studies",
            cue="says",
            claim="c-long",
            label=Label.NEW if term is Term.UNLIKELY else Label.UPDATE,
            against=world.records[-1:] if term is Term.VERY_LIKELY else [],
        )
        low, high = (0.2, 0.45) if term is Term.UNLIKELY else (0.8, 0.95)
        estimate = Estimate(place(record, words), term, "ICD 203", low, high)
        statement = replace(record.statement, estimate=estimate)
        world.records[-1] = replace(record, statement=statement)


def _repeats(world: World) -> None:
    """A minister says three old things again on one evening, which no paper can call new."""
    for number, words in enumerate(
        ("The crossing is safe", "Nobody was turned back", "We ask for patience")
    ):
        where = article(
            f"“{words},” Jonas Hedrik said.", id=f"o-{number}", published="2031-02-03T09:00"
        )
        first = world.say(where, words, speaker="Jonas Hedrik", claim=f"c-old-{number}")
        again = article(
            f"“{words},” Jonas Hedrik said in Hallen.",
            id=f"n-{number}",
            publisher="Hallen Courier",
            published="2031-04-07T19:00",
        )
        world.say(
            again,
            words,
            speaker="Hedda Lunde",
            claim=f"c-old-{number}",
            label=Label.ECHO,
            against=[first],
        )


def _edits(world: World) -> Edits:
    old = article(
        "“We counted eight lorries,” Milos Tarn said.", id="hw-80", published="2031-04-01T09:00"
    )
    new = replace(
        article(
            "“We counted nine lorries,” Milos Tarn said.", id="hw-80", published="2031-04-01T09:00"
        ),
        modified=article("x", published="2031-04-06T09:00").published,
    )
    world.say(new, "We counted nine lorries", speaker="Milos Tarn", version_of=old)
    before = World().say(old, "We counted eight lorries", speaker="Milos Tarn", superseded_by=new)
    return Edits((before,), {new.key: new})
