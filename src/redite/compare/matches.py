"""An earlier statement held against the one to be judged."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from redite.compare.index import Entry
from redite.compare.likeness import Likeness, compare, other_names, shared_names
from redite.compare.occasions import DAYS_UNDATED, occasion_gap
from redite.compare.scenes import one_scene
from redite.compare.slots import OPPOSITE_ACTS, OPPOSITE_COURSES, opposite
from redite.compare.voices import called_alike, namesakes, overlap_needed, perhaps_one
from redite.compare.words import Words, figures

NEGATION_MISMATCH = 0.5
REJECTION_MISMATCH = 0.6
OPPOSITE = 0.6
"""Factors on the strength of a match whose two sides differ in this."""
INCIDENTS = frozenset(
    "=arrest =attack =damage =down =evacuate =explosion =fire =hospital =injured =killed =launch"
    " =natural-disaster =strike".split()
)
"""What happens in many places, night after night: said of another town it is said of another
thing. A threat or a plan is the same whatever stands around it (`_incident`)."""
PLANNED = "planned"
"""The status of what is only planned or threatened (`redite.compare.words`)."""
SAME_NEWS = timedelta(days=DAYS_UNDATED)
"""Within which an incident told again needs no day to be the same one."""
LITTLE = 0.7
"""Shared weight at which a match has half the strength of its score: one word in common is
little, even where it is all there is."""
ENOUGH_ALIKE = 8
"""Least words of the shorter one, where the words have to show that two names are one speaker."""
ALERT = 3
"""Content words under which an incident is told so briefly that the next night's reads the same."""
VERBATIM = 0.95
"""Share of all words in common of what an outlet has copied from itself."""
ON_FILE = timedelta(days=30)
"""For how long it does."""
RETOLD = 0.34
"""Gap within which such words are still one saying passed on: a day, where no date is given."""


@dataclass(frozen=True, slots=True)
class Match:
    """An earlier statement held against the one to be judged."""

    earlier: Entry
    likeness: Likeness
    strength: float
    """From 0 to 1: how sure it is that the two make one claim."""
    overlap: float
    """The same before "not" and the like were taken into account."""
    same_speaker: bool
    one_voice: bool
    """Whether one speaker may have said both at once, under whatever names
    (`redite.compare.voices`)."""
    same_article: bool
    gap: float | None
    """From 0, one occasion, to 1; None where it cannot be one."""
    perhaps_one: bool = False
    """Whether two who are told apart may be one, so that only what was said can tell
    (`redite.compare.voices`)."""
    called_alike: bool = False
    """Whether the two speakers, neither of them a person, share a word of their names."""
    one_language: bool = True
    one_event: bool = True
    """False where two tell of incidents of different days, or what they name and count shows that
    they tell of two things."""
    scenes_meet: bool = True
    """False where both are in one language and name people or places, they or the passages around
    them, but none in common (`redite.compare.scenes`)."""


def match(entry: Entry, earlier: Entry) -> Match:
    """Return how `entry` stands to one earlier statement."""
    likeness = compare(entry.words, earlier.words)
    strength = overlap = likeness.score * likeness.shared / (likeness.shared + LITTLE)
    if entry.words.negated != earlier.words.negated:
        strength *= NEGATION_MISMATCH
    if rejects(entry) != rejects(earlier):
        strength *= REJECTION_MISMATCH
    if opposite(earlier.words, entry.words, (*OPPOSITE_ACTS, *OPPOSITE_COURSES)):
        strength *= OPPOSITE
    same_article = entry.article == earlier.article
    gap = _gap(entry, earlier)
    if _alert(likeness) and not in_one_day(gap):
        gap = None
    elif gap is None and _background(entry, earlier, likeness):
        gap = 1.0
    same_speaker = entry.speaker == earlier.speaker
    one_language = entry.words.language == earlier.words.language
    scenes_meet = (
        not one_language
        or shared_names(entry.words, earlier.words)
        or one_scene(entry.scene, earlier.scene)
    )
    one_event = _one_event(entry, earlier, likeness, gap, scenes_meet)
    voice = _one_voice(entry, earlier, likeness, gap)
    return Match(
        earlier, likeness, strength, overlap, same_speaker, voice, same_article, gap,
        _perhaps_one(entry, earlier, gap), _called_alike(entry, earlier),
        one_language, one_event, scenes_meet,
    )  # fmt: skip


def _gap(entry: Entry, earlier: Entry) -> float | None:
    """Return how far the two are apart, if an earlier report did not open the occasion too long
    before: what somebody says day after day is not one saying because each day is near the next."""
    gap = occasion_gap(entry.said_on, entry.published, earlier.said_on, earlier.published)
    if gap is None or earlier.opened is None:
        return gap
    return None if occasion_gap(entry.said_on, entry.published, *earlier.opened) is None else gap


def _alert(likeness: Likeness) -> bool:
    """Say whether the two have no more in common than that something happened ("blasts heard")."""
    return likeness.of < ALERT and not INCIDENTS.isdisjoint(likeness.keys)


def _incident(one: Words, other: Words, likeness: Likeness) -> bool:
    """Say whether both tell of something of the kind that happened, and is not only planned."""
    planned = PLANNED in (one.status, other.status)
    return not planned and not INCIDENTS.isdisjoint(likeness.keys)


def _background(entry: Entry, earlier: Entry, likeness: Likeness) -> bool:
    """Say whether an outlet prints its own words again, as it does with what a story rests on."""
    if entry.voice is None or earlier.voice is None or (entry.said_on and earlier.said_on):
        return False
    return (
        entry.voice.outlet == earlier.voice.outlet != ""
        and likeness.of >= ENOUGH_ALIKE
        and likeness.jaccard >= VERBATIM
        and entry.published - earlier.published <= ON_FILE
    )


def _one_event(
    entry: Entry, earlier: Entry, likeness: Likeness, gap: float | None, scenes_meet: bool
) -> bool:
    apart = _names_apart(entry.words, earlier.words)
    if apart and _counts_apart(entry.words, earlier.words):
        return False  # one firm's profit fell by 64 %, another's by 91 %
    here = scenes_meet or entry.speaker == earlier.speaker
    if _incident(entry.words, earlier.words, likeness):
        return here and not (gap is None and (_alert(likeness) or _another_day(entry, earlier)))
    return in_one_day(gap) or (here and not apart)


def _names_apart(one: Words, other: Words) -> bool:
    """Say whether each names somebody or some place, and they have none in common."""
    return other_names(one, other) and not shared_names(one, other)


def _counts_apart(one: Words, other: Words) -> bool:
    """Say whether each counts something, and no number is the same."""
    ours, theirs = figures(one), figures(other)
    return bool(ours) and bool(theirs) and ours.isdisjoint(theirs)


def in_one_day(gap: float | None) -> bool:
    """Say whether two that lie so far apart (`Match.gap`) may be one saying, just passed on."""
    return gap is not None and gap <= RETOLD


def _another_day(entry: Entry, earlier: Entry) -> bool:
    """Say whether an incident told on two occasions happened twice: nobody counts the wounded of
    last week again without saying of which day, or how many they were."""
    if abs(entry.published - earlier.published) <= SAME_NEWS:
        return False
    return figures(entry.words).isdisjoint(figures(earlier.words))


def _one_voice(entry: Entry, earlier: Entry, likeness: Likeness, gap: float | None) -> bool:
    if entry.voice is None or earlier.voice is None:
        return entry.speaker == earlier.speaker
    needed = overlap_needed(entry.voice, earlier.voice)
    if needed is None or gap is None:
        return False
    in_time = in_one_day(gap) and likeness.of >= ENOUGH_ALIKE
    return needed == 0 or (in_time and likeness.jaccard >= needed)


def _perhaps_one(entry: Entry, earlier: Entry, gap: float | None) -> bool:
    if gap is None or entry.voice is None or earlier.voice is None:
        return False
    may_be_one = perhaps_one if in_one_day(gap) else namesakes
    return may_be_one(entry.voice, earlier.voice)


def _called_alike(entry: Entry, earlier: Entry) -> bool:
    if entry.voice is None or earlier.voice is None:
        return False
    return called_alike(entry.voice, earlier.voice)


def rejects(entry: Entry) -> bool:
    """Say whether a statement calls something wrong, in its own words or in its cue."""
    return entry.words.rejecting or entry.words.denied


def nested(entry: Entry, earlier: Entry) -> bool:
    """Say whether one is said inside the other: the words are the same ones, not said again."""
    return entry.article == earlier.article and entry.extent.overlaps(earlier.extent)
