"""Two reports may tell of one speaker and name two: "sources of Reuters", then "Reuters" itself.

That matters only to whether both tell of one occasion. Who somebody is stays as the speakers stage
says; nobody is held to a word that only his agency may have said.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from redite.text.nominals.words import pronouns
from redite.values import Speaker, SpeakerKind


@dataclass(frozen=True, slots=True)
class Voice:
    """Who is said to speak, and through whom."""

    speaker: str
    kind: SpeakerKind
    name: str = ""
    """As compared: case folded, letters and digits alone; empty where nothing is said of him."""
    through: frozenset[str] = frozenset()
    """Identities of those who relay it."""
    outlet: str = ""
    """Where it was published."""


def voice(speaker: Speaker, via: Sequence[Speaker], outlet: str, language: str | None) -> Voice:
    """Return the voice of one report; a pronoun that nobody is found for names nobody."""
    name = "".join(c if c.isalnum() else " " for c in (speaker.name or "").casefold()).split()
    if speaker.kind is SpeakerKind.UNNAMED and name and name[0] in pronouns(language):
        name = []
    through = frozenset(each.id for each in via)
    return Voice(speaker.id, speaker.kind, " ".join(name), through, outlet)


BEGINNING = 5
"""Letters of a word that its endings leave as they are."""
ALIKE, VERBATIM = 0.5, 0.85
"""Share of all words that two reports must have in common to be of one voice: where a body may
have spoken through a person or stands there with half its name; and where one has no name."""


def overlap_needed(one: Voice, other: Voice) -> float | None:
    """Return how much of their words two reports must share to be of one voice.

    0 where it is one whatever they say; None where it never is: two people, two bodies.
    """
    if one.speaker == other.speaker or _one_source(one, other):
        return 0.0
    kinds = {one.kind, other.kind}
    if kinds in ({SpeakerKind.PERSON}, {SpeakerKind.ORGANISATION}):
        return ALIKE if one_within_other(one, other) else None
    return ALIKE if kinds == {SpeakerKind.PERSON, SpeakerKind.ORGANISATION} else VERBATIM


def _one_source(one: Voice, other: Voice) -> bool:
    """Say whether an unnamed source is the other: one agency relays both, or is the other; or one
    outlet calls both the same."""
    if SpeakerKind.UNNAMED not in (one.kind, other.kind):
        return False
    if one.kind is not other.kind:
        return one.speaker in other.through or other.speaker in one.through
    if one.through or other.through:
        return bool(one.through & other.through)
    return one.outlet == other.outlet != "" and one.name == other.name != ""


def perhaps_one(one: Voice, other: Voice) -> bool:
    """Say whether two who are told apart by name may still be one, so that only what was said can
    tell: one has no name, or an office may be held by the person, or both are bodies, which are
    called by what they belong to as often as by their own name.
    """
    kinds = {one.kind, other.kind}
    return (
        namesakes(one, other)
        or one_within_other(one, other)
        or any(_nobody_else(*pair) for pair in ((one, other), (other, one)))
        or kinds in ({SpeakerKind.ORGANISATION}, {SpeakerKind.OFFICE, SpeakerKind.PERSON})
    )


def one_within_other(one: Voice, other: Voice) -> bool:
    """Say whether two of a kind are called alike, one by less of the name than the other."""
    ours, theirs = set(one.name.split()), set(other.name.split())
    if one.kind is not other.kind or not ours or not theirs:
        return False
    named = one.kind in (SpeakerKind.PERSON, SpeakerKind.ORGANISATION)
    return named and (ours <= theirs or theirs <= ours)


def namesakes(one: Voice, other: Voice) -> bool:
    """Say whether two without a name are called the same, and not through different agencies."""
    return one.kind is other.kind is SpeakerKind.UNNAMED and (
        one.name == other.name and _one_agency(one, other)
    )


def called_alike(one: Voice, other: Voice) -> bool:
    """Say whether the two, of whom neither is a person, share a word of their names, whatever its
    ending, and are not quoted by different agencies."""
    if SpeakerKind.PERSON in (one.kind, other.kind) or not _one_agency(one, other):
        return False
    return not _beginnings(one.name).isdisjoint(_beginnings(other.name))


def _beginnings(name: str) -> set[str]:
    return {word[:BEGINNING] for word in name.split() if len(word) >= BEGINNING}


def _one_agency(one: Voice, other: Voice) -> bool:
    return not (one.through and other.through) or bool(one.through & other.through)


def _nobody_else(one: Voice, other: Voice) -> bool:
    """Say whether the first, who has no name, is not called something else than the other is, and
    is relayed by nobody who does not relay him."""
    return (
        one.kind is SpeakerKind.UNNAMED
        and one.through <= other.through | {other.speaker}
        and not (one.name and other.kind is SpeakerKind.UNNAMED)
    )
