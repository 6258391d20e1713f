"""Reports that may tell of one speaker under two names."""

from __future__ import annotations

import pytest

from redite.compare.voices import (
    ALIKE,
    VERBATIM,
    Voice,
    namesakes,
    overlap_needed,
    perhaps_one,
    voice,
)
from redite.values import Speaker, SpeakerKind

PERSON, BODY = SpeakerKind.PERSON, SpeakerKind.ORGANISATION
OFFICE, UNNAMED = SpeakerKind.OFFICE, SpeakerKind.UNNAMED
HALDEN, INFORM = frozenset({"o-halden"}), frozenset({"o-inform"})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Voice("p-1", PERSON), Voice("p-1", PERSON, "irena dalkova")),
        (Voice("u-1", UNNAMED, "a diplomat", HALDEN), Voice("u-2", UNNAMED, "sources", HALDEN)),
        (Voice("o-halden", BODY, "halden wire"), Voice("u-2", UNNAMED, "sources", HALDEN)),
        (Voice("u-1", UNNAMED, "media", outlet="A"), Voice("u-2", UNNAMED, "media", outlet="A")),
    ],
)
def test_one_voice(one: Voice, other: Voice) -> None:
    """An unnamed source is whoever its agency quotes, whichever of the two comes first."""
    assert overlap_needed(one, other) == overlap_needed(other, one) == 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Voice("u-1", UNNAMED, "a diplomat", HALDEN), Voice("u-2", UNNAMED, "a diplomat", INFORM)),
        (Voice("u-1", UNNAMED, "media", outlet="A"), Voice("u-2", UNNAMED, "media", outlet="B")),
        (Voice("u-1", UNNAMED, "", outlet="A"), Voice("u-2", UNNAMED, "", outlet="A")),
        (Voice("p-1", PERSON, "milos tarn", HALDEN), Voice("p-2", PERSON, "goran velesh", HALDEN)),
        (Voice("p-1", PERSON, "milos tarn"), Voice("o-1", BODY, "northern pact")),
    ],
)
def test_two_voices(one: Voice, other: Voice) -> None:
    """Sources of two agencies are two, whatever they are called, and so are two that are named."""
    assert overlap_needed(one, other) == overlap_needed(other, one) != 0


def test_who_may_have_said_the_very_same_words() -> None:
    """A spokesman may be the body he speaks for, and a body its longer name; a man no other man."""
    tarn = Voice("p-1", PERSON, "milos tarn")
    ministry = Voice("o-1", BODY, "defence ministry")
    full = Voice("o-2", BODY, "defence ministry of velmora")
    assert overlap_needed(tarn, ministry) == ALIKE
    assert overlap_needed(ministry, full) == ALIKE
    assert overlap_needed(tarn, Voice("u-1", UNNAMED, "a source")) == VERBATIM
    assert overlap_needed(full, Voice("o-3", BODY, "northern pact")) is None
    assert overlap_needed(tarn, Voice("p-2", PERSON, "goran velesh")) is None


def test_a_name_is_compared_by_its_letters() -> None:
    """Marks and capitals make no other name, and what relays is known by its identity."""
    agency = Speaker("o-halden", "Halden Wire", BODY)
    found = voice(Speaker("u-1", "**Sources**", UNNAMED), (agency,), "Tarsk-Inform", "en")
    assert found == Voice("u-1", UNNAMED, "sources", HALDEN, "Tarsk-Inform")


def test_a_pronoun_is_no_name() -> None:
    """Of "she", whom nobody was found for, nothing is known; "drivers" are somebody."""
    she = voice(Speaker("u-1", "She", UNNAMED), (), "Halden Wire", "en")
    drivers = voice(Speaker("u-2", "Drivers", UNNAMED), (), "Halden Wire", "en")
    assert (she.name, drivers.name) == ("", "drivers")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Voice("u-1", UNNAMED, ""), Voice("p-1", PERSON, "milos tarn")),
        (Voice("u-1", UNNAMED, ""), Voice("u-2", UNNAMED, "residents", HALDEN)),
        (
            Voice("u-1", UNNAMED, "drivers", outlet="A"),
            Voice("u-2", UNNAMED, "drivers", outlet="B"),
        ),
        (Voice("u-1", UNNAMED, "a diplomat", HALDEN), Voice("o-1", BODY, "the pact", HALDEN)),
        (Voice("u-1", UNNAMED, "local media"), Voice("o-halden", BODY, "halden wire")),
        (Voice("o-1", OFFICE, "the governor"), Voice("p-1", PERSON, "milos tarn")),
        (Voice("o-1", BODY, "velmora"), Voice("o-2", BODY, "ministry of defence")),
    ],
)
def test_who_may_be_the_other(one: Voice, other: Voice) -> None:
    """Only what was said can tell whether somebody without a name, the holder of an office or a
    body of some country is who else said it."""
    assert [perhaps_one(one, other), perhaps_one(other, one)] == [True, True]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Voice("p-1", PERSON, "milos tarn"), Voice("o-1", BODY, "the pact")),
        (Voice("u-1", UNNAMED, "drivers"), Voice("u-2", UNNAMED, "residents")),
        (Voice("u-1", UNNAMED, "a diplomat", HALDEN), Voice("o-1", BODY, "the pact")),
        (Voice("u-1", UNNAMED, "sources", HALDEN), Voice("u-2", UNNAMED, "sources", INFORM)),
        (Voice("p-1", PERSON, "milos tarn"), Voice("p-2", PERSON, "goran velesh")),
        (Voice("o-1", OFFICE, "the governor"), Voice("o-2", OFFICE, "the mayor")),
    ],
)
def test_who_is_somebody_else(one: Voice, other: Voice) -> None:
    """Two that are told apart, by what they are called or by who asked them, are two."""
    assert [perhaps_one(one, other), perhaps_one(other, one)] == [False, False]


def test_namesakes_are_called_the_same_by_agencies_that_may_be_one() -> None:
    """Drivers are drivers on the next day too, but not where another agency asked them."""
    drivers = Voice("u-1", UNNAMED, "drivers", HALDEN)
    assert namesakes(drivers, Voice("u-2", UNNAMED, "drivers"))
    assert not namesakes(drivers, Voice("u-3", UNNAMED, "drivers", INFORM))
    assert not namesakes(drivers, Voice("u-4", UNNAMED, "residents", HALDEN))
    assert not namesakes(Voice("o-1", BODY, "the pact"), Voice("o-2", BODY, "the pact"))
