"""Two reports may tell of one speaker and name two: "sources of Reuters", then "Reuters" itself.

That matters only to whether both tell of one occasion. Who somebody is stays as the speakers stage
says; nobody is held to a word that only his agency may have said.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from redite.values import Speaker, SpeakerKind


@dataclass(frozen=True, slots=True)
class Voice:
    """Who is said to speak, and through whom."""

    speaker: str
    kind: SpeakerKind
    name: str = ""
    """As compared: case folded, letters and digits alone."""
    through: frozenset[str] = frozenset()
    """Identities of those who relay it."""
    outlet: str = ""
    """Where it was published."""


def voice(speaker: Speaker, via: Sequence[Speaker], outlet: str) -> Voice:
    """Return the voice of one report."""
    name = "".join(c if c.isalnum() else " " for c in (speaker.name or "").casefold())
    through = frozenset(each.id for each in via)
    return Voice(speaker.id, speaker.kind, " ".join(name.split()), through, outlet)


def one_voice(one: Voice, other: Voice) -> bool:
    """Say whether both may be one speaker: an unnamed source is whoever its agency quotes.

    Two unnamed ones are, where one agency relays both, or where one outlet calls both the same;
    a named body is, where it relays the unnamed one.
    """
    if one.speaker == other.speaker:
        return True
    if SpeakerKind.UNNAMED not in (one.kind, other.kind):
        return False
    if one.kind is not other.kind:
        return one.speaker in other.through or other.speaker in one.through
    if one.through or other.through:
        return bool(one.through & other.through)
    return one.outlet == other.outlet != "" and one.name == other.name != ""


def may_be_one(one: Voice, other: Voice) -> bool:
    """Say whether two that are named apart may yet be one, who then said the very same words.

    A person and the body he speaks for may, and bodies of which one name holds the other; two
    people may not.
    """
    if one_voice(one, other):
        return True
    if one.kind is other.kind is SpeakerKind.PERSON:
        return False
    if one.kind is other.kind is SpeakerKind.ORGANISATION:
        ours, theirs = set(one.name.split()), set(other.name.split())
        return bool(ours) and bool(theirs) and (ours <= theirs or theirs <= ours)
    return True
