"""Rejections: who calls what another speaker said wrong disputes it, or echoes who did before."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from redite.compare.decisions import NEARNESS, Decision, confidence_at, joined, reason_of
from redite.compare.index import Entry
from redite.compare.matches import Match, match, rejects
from redite.compare.voices import namesakes
from redite.values import Evidence, Label, Verdict

DENIED = 0.20
"""What is denied has to be recognised by less: the denial itself says that it has been said."""
REJECTED = 0.36
"""Least overlap with what a statement rejects, where nothing else points to it."""
RECOGNISED = 3
"""Least words shared with a statement of another article that is rejected."""
REJECTED_LETTERS = 400
"""How far back something may stand that is rejected without being named."""
_NAMELESS = frozenset({"=falsehood", "=accuse"})
"""What a rejection says that does not tell what it rejects."""


def denial(
    entry: Entry, matches: Sequence[Match], denials: Callable[[str], Sequence[Entry]]
) -> Decision | None:
    """Return the decision on a rejection; None where `entry` rejects nothing we know of."""
    if not (rejects(entry) or entry.rejoins):
        return None
    own = [
        m
        for m in matches
        if m.same_speaker and m.earlier.denies is not None and m.strength >= DENIED
    ]
    if own:
        return _denied_again(own)
    target = _rejected(entry, matches)
    if target is None:
        return None
    claim = target.earlier.claim
    on_record = [match(entry, earlier) for earlier in denials(claim)]
    if on_record:
        return _denied_again([m for m in on_record if m.same_speaker] or on_record)
    verdict = Verdict(
        Label.DISPUTE,
        confidence=confidence_at(target.overlap - DENIED),
        unsure=target.overlap < DENIED + NEARNESS,
        against=(Evidence(target.earlier.statement, _why(target)),),
    )
    return Decision(verdict, denies=claim)


def _why(target: Match) -> str:
    shared = bool(target.likeness.keys)
    return f"rejected here; {reason_of(target)}" if shared else "said right before this answer"


def _denied_again(found: Sequence[Match]) -> Decision:
    best = found[0]
    if not best.same_speaker:
        label = Label.ECHO
    else:
        label = Label.REPEAT if best.gap is None else Label.SAME_UTTERANCE
    return joined(label, found, DENIED, "denial of the same claim")


def _rejected(entry: Entry, matches: Sequence[Match]) -> Match | None:
    """Return what another speaker said and `entry` rejects; the same article's comes first."""
    others = [
        m for m in matches if not (m.same_speaker or _same_source(entry, m) or rejects(m.earlier))
    ]
    here = [m for m in others if m.same_article]
    named = max(here, key=lambda m: (m.overlap, m.earlier.number), default=None)
    if named is not None and named.overlap >= (DENIED if entry.words.denied else REJECTED):
        return named
    found = _pointed_at(entry, here)
    if found is not None:
        return found
    # Elsewhere two shared words may only be the subject of both ("the cable").
    told = (m for m in others if m.overlap >= REJECTED and len(m.likeness.keys) >= RECOGNISED)
    return next(told, None)


def _same_source(entry: Entry, m: Match) -> bool:
    """Say whether one article calls two sources without a name the same: nobody disputes himself,
    though nothing else tells that "the official" is still the one."""
    one, other = entry.voice, m.earlier.voice
    return (
        m.same_article
        and one is not None
        and other is not None
        and (one.name == other.name != "" and namesakes(one, other))
    )


def _pointed_at(entry: Entry, here: Sequence[Match]) -> Match | None:
    """Return what stands right before `entry` in its article and is rejected without being named.

    "This is a lie" names nothing, and means the nearest. Who retorts means what he shares a word
    with, or else the nearest, too; what somebody "denied" shares at least a word with what he
    denies.
    """
    before = [m for m in here if 0 <= _letters_between(m, entry) <= REJECTED_LETTERS]
    before.sort(key=lambda m: -m.earlier.number)
    nearest = next(iter(before), None)
    recognised = next((m for m in before if m.likeness.keys), None)
    if entry.rejoins:
        return recognised or nearest
    rest = [key for key in entry.words.keys if key[0] != ":" and key not in _NAMELESS]
    if entry.words.rejecting and len(rest) <= 2:
        return nearest
    return recognised if entry.words.denied else None


def _letters_between(before: Match, entry: Entry) -> int:
    return entry.extent.start - before.earlier.extent.end
