"""Reports that may tell of one speaker under two names."""

from __future__ import annotations

import pytest

from redite.compare.voices import ALIKE, VERBATIM, Voice, overlap_needed, voice
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
    found = voice(Speaker("u-1", "**Sources**", UNNAMED), (agency,), "Tarsk-Inform")
    assert found == Voice("u-1", UNNAMED, "sources", HALDEN, "Tarsk-Inform")
