"""Reports that may tell of one speaker under two names."""

from __future__ import annotations

import pytest

from redite.compare.voices import Voice, may_be_one, one_voice, voice
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
    assert one_voice(one, other)
    assert one_voice(other, one)
    assert may_be_one(one, other)


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
    """Sources of two agencies are two, and so are two that are named."""
    assert not one_voice(one, other)
    assert not one_voice(other, one)


def test_who_may_have_said_the_very_same_words() -> None:
    """A spokesman may be the body he speaks for, and a body its longer name; a man no other man."""
    tarn = Voice("p-1", PERSON, "milos tarn")
    ministry = Voice("o-1", BODY, "defence ministry")
    full = Voice("o-2", BODY, "defence ministry of velmora")
    assert may_be_one(tarn, ministry)
    assert may_be_one(ministry, full)
    assert not may_be_one(full, Voice("o-3", BODY, "northern pact"))
    assert not may_be_one(tarn, Voice("p-2", PERSON, "goran velesh"))


def test_a_name_is_compared_by_its_letters() -> None:
    """Marks and capitals make no other name, and what relays is known by its identity."""
    agency = Speaker("o-halden", "Halden Wire", BODY)
    found = voice(Speaker("u-1", "**Sources**", UNNAMED), (agency,), "Tarsk-Inform")
    assert found == Voice("u-1", UNNAMED, "sources", HALDEN, "Tarsk-Inform")
