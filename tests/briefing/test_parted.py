"""What the reports of one utterance tell."""

from __future__ import annotations

from redite.briefing.matter import Matter, gather
from redite.briefing.parted import parted
from redite.briefing.wording import wording
from redite.values import Label, Record
from tests.exports.build import World, article

SPEECH = (
    "Our ships left the harbour of Tarsk at dawn",
    "At dawn our ships left the harbour",
    "Kareth must pay for the lost cargo of grain",
    "Kareth must pay for the cargo of grain",
)


def speech() -> World:
    """Return a world in which the judge took four reports of a speech for one utterance."""
    world = World()
    for number, words in enumerate(SPEECH):
        where = article(f"“{words},” said Irena Dalkova.", id=f"a{number}")
        first = world.records[:1]
        label = Label.SAME_UTTERANCE if first else Label.NEW
        world.say(where, words, utterance="u", label=label, against=first)
    return world


def brief_of(records: list[Record]) -> Matter:
    """Return what a brief on these records is made from."""
    known = {record.statement.id: record for record in records}
    return gather(records, known, None, None, wording("en"), {})


def test_what_shares_no_words_is_told_apart() -> None:
    """Whoever reads how many carried some words learns of those only who carried them."""
    world = speech()
    assert [len(group) for group in parted(world.ordered)] == [2, 2]
    matter = brief_of(world.ordered)
    assert [one.lead.content for one in matter.sayings] == [SPEECH[0], SPEECH[2]]
    assert [len(one.reports) for one in matter.sayings] == [2, 2]


def test_what_was_joined_without_words_is_new_with_little_confidence() -> None:
    """The judge found nothing else that it adds to, and its words do not show that."""
    first, second = brief_of(speech().ordered).sayings
    assert (first.verdict.label, first.verdict.unsure) == (Label.NEW, False)
    assert (second.verdict.label, second.verdict.unsure) == (Label.NEW, True)


def test_words_tell_nothing_across_languages() -> None:
    """A report in a language of its own stays with the leading one."""
    world = speech()
    where = article("Le Kareth doit payer", id="fr", language="fr")
    first, label = world.records[:1], Label.SAME_UTTERANCE
    world.say(where, "Le Kareth doit payer", utterance="u", label=label, against=first)
    assert [len(group) for group in parted(world.ordered)] == [3, 2]


def test_a_piece_of_a_longer_saying_is_not_told_beside_it() -> None:
    """One saying in pieces would look like several; somebody else's words are no piece of it."""
    world, where = World(), article("We checked the boats, and whether the boats were ours.")
    world.say(where, ("We checked the boats", "whether the boats were ours"))
    world.say(where, "whether the boats were ours")
    world.say(where, "We checked the boats", speaker="Goran Velesh")
    matter = brief_of(world.ordered)
    told = {(one.lead.judgement.speaker.name, one.lead.content) for one in matter.sayings}
    whole = "We checked the boats … whether the boats were ours"
    assert told == {("Irena Dalkova", whole), ("Goran Velesh", "We checked the boats")}
    assert matter.scraps == 1
