"""What one statement adds to the few earlier ones it is compared with: the rules, in their order.

1. a reprint says what its original said;
2. a rejection of what another speaker said is a dispute, unless that rejection is on record;
3. one speaker, one occasion, one claim: the same utterance;
4. otherwise equal words with and without "not": a contradiction, and always unsure;
5. a claim on record: an update if a slot changed, a repeat of the speaker's own, else an echo;
6. else it is new.

A `strength` says how sure we are that two statements make one claim. What must be reached depends
on who speaks and how far apart the two are: the less else they have in common, the more words.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from redite.compare.index import Entry
from redite.compare.likeness import Likeness, compare
from redite.compare.occasions import occasion_gap
from redite.compare.slots import OPPOSITE_ACTS, OPPOSITE_COURSES, changes, opposite
from redite.values import Change, Evidence, Label, Verdict

# Least strength by what two statements have in common. Set together by trying each value beside
# its neighbours on two annotated scenarios (en, fr, uk, ru, de; 269 statements), where results
# hardly move within 0.04 of them. They move as a set.
NEXT_LINE = 0.06
"""Same speaker, same article, one right after the other, a report and then its quotation."""
SAME_ARTICLE = 0.33
"""Same speaker, same article otherwise: an article seldom says a thing twice in passing."""
SAME_OCCASION = 0.26
OTHER_OCCASION = 0.32
OTHER_SPEAKER = 0.36
MOST = 0.55
NOT_TOO_MUCH_ELSE = 0.3
SUBSTANCE = 0.6
"""Least containment, overlap, and weight of shared words that are no names, of one claim on two
occasions, beside its strength."""
REPRINT = 0.30
DENIED = 0.20
"""What is denied has to be recognised by less: the denial itself says that it has been said."""
CONTRADICTION = 0.75
NEARNESS = 0.06
"""A verdict this close to a limit is unsure."""
NEGATION_MISMATCH = 0.5
REJECTION_MISMATCH = 0.6
OPPOSITE = 0.6
NEXT_LINE_LETTERS = 200
REJECTED_LETTERS = 400
"""How far back something may stand that is rejected without being named."""
MAX_EVIDENCE = 3
_NAMELESS = frozenset({"=falsehood", "=accuse"})
"""What a rejection says that does not tell what it rejects."""


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
    same_article: bool
    gap: float | None
    """From 0, one occasion, to 1; None where it cannot be one."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A verdict, and the groups it puts the statement into; None where it starts its own."""

    verdict: Verdict
    utterance: str | None = None
    claim: str | None = None
    denies: str | None = None


def decide(
    entry: Entry,
    candidates: Sequence[Entry],
    denials: Callable[[str], Sequence[Entry]],
    original: str | None = None,
) -> Decision:
    """Say what `entry` adds to `candidates`, all of which came before it.

    Args:
        entry: the statement to judge.
        candidates: earlier ones, from the index.
        denials: returns earlier statements that deny a claim, first ones first.
        original: key of the article that this one reprints.
    """
    matches = sorted(
        (match(entry, earlier) for earlier in candidates if not _nested(entry, earlier)),
        key=lambda m: (-m.strength, m.earlier.number),
    )
    return (
        _reprint(matches, original)
        or _denial(entry, matches, denials)
        or _same_utterance(entry, matches)
        or _contradiction(entry, matches)
        or _claim_on_record(entry, matches)
        or _new(matches)
    )


def match(entry: Entry, earlier: Entry) -> Match:
    """Return how `entry` stands to one earlier statement."""
    likeness = compare(entry.words, earlier.words)
    strength = overlap = likeness.score * likeness.shared / (likeness.shared + 0.7)
    if entry.words.negated != earlier.words.negated:
        strength *= NEGATION_MISMATCH
    if _rejects(entry) != _rejects(earlier):
        strength *= REJECTION_MISMATCH
    if opposite(earlier.words, entry.words, (*OPPOSITE_ACTS, *OPPOSITE_COURSES)):
        strength *= OPPOSITE
    same_article = entry.article == earlier.article
    gap = occasion_gap(entry.said_on, entry.published, earlier.said_on, earlier.published)
    same_speaker = entry.speaker == earlier.speaker
    return Match(earlier, likeness, strength, overlap, same_speaker, same_article, gap)


def _rejects(entry: Entry) -> bool:
    return entry.words.rejecting or entry.words.denied


def _nested(entry: Entry, earlier: Entry) -> bool:
    """Say whether one is said inside the other: the words are the same ones, not said again."""
    return entry.article == earlier.article and entry.extent.overlaps(earlier.extent)


# --- the rules --------------------------------------------------------------------------------


def _reprint(matches: Sequence[Match], original: str | None) -> Decision | None:
    found = [m for m in matches if m.earlier.article == original and m.strength >= REPRINT]
    if not found:
        return None
    found.sort(key=lambda m: (not m.same_speaker, -m.strength, m.earlier.number))
    return _joined(Label.SAME_UTTERANCE, found, REPRINT, "reprint of the same article")


def _denial(
    entry: Entry, matches: Sequence[Match], denials: Callable[[str], Sequence[Entry]]
) -> Decision | None:
    if not _rejects(entry):
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
        confidence=_confidence(target.overlap - DENIED),
        unsure=target.overlap < DENIED + NEARNESS,
        against=(Evidence(target.earlier.statement, f"rejected here; {_reason(target)}"),),
    )
    return Decision(verdict, denies=claim)


def _denied_again(found: Sequence[Match]) -> Decision:
    best = found[0]
    if not best.same_speaker:
        label = Label.ECHO
    else:
        label = Label.REPEAT if best.gap is None else Label.SAME_UTTERANCE
    return _joined(label, found, DENIED, "denial of the same claim")


def _rejected(entry: Entry, matches: Sequence[Match]) -> Match | None:
    """Return what another speaker said and `entry` rejects; the same article's comes first."""
    others = [m for m in matches if not m.same_speaker and not _rejects(m.earlier)]
    here = [m for m in others if m.same_article]
    named = max(here, key=lambda m: (m.overlap, m.earlier.number), default=None)
    if named is not None and named.overlap >= (DENIED if entry.words.denied else OTHER_SPEAKER):
        return named
    for place, before in enumerate(sorted(here, key=lambda m: -m.earlier.number)):
        if _points_back(entry, before, is_nearest=place == 0):
            return before
    return next((m for m in others if m.overlap >= OTHER_SPEAKER), None)


def _points_back(entry: Entry, before: Match, *, is_nearest: bool) -> bool:
    """Say whether `entry` rejects what stands right before it without naming it.

    "This is a lie" names nothing, and means the nearest; what somebody "objected" shares at
    least a word with what he objects to.
    """
    if not 0 <= entry.extent.start - before.earlier.extent.end <= REJECTED_LETTERS:
        return False
    rest = [key for key in entry.words.keys if key[0] != ":" and key not in _NAMELESS]
    if is_nearest and entry.words.rejecting and len(rest) <= 2:
        return True
    return entry.words.denied and bool(before.likeness.keys)


def _same_utterance(entry: Entry, matches: Sequence[Match]) -> Decision | None:
    own = [m for m in matches if m.same_speaker and m.gap is not None]
    found = [
        m
        for m in own
        if m.strength >= _least_for_one_occasion(entry, m) and not _other_number(entry, m)
    ]
    if not found:
        return None
    least = _least_for_one_occasion(entry, found[0])
    return _joined(Label.SAME_UTTERANCE, found, least, "same speaker, same occasion")


def _least_for_one_occasion(entry: Entry, m: Match) -> float:
    assert m.gap is not None
    distance = entry.extent.start - m.earlier.extent.end
    if (
        m.same_article
        and entry.quoted
        and not m.earlier.quoted
        and 0 <= distance <= NEXT_LINE_LETTERS
    ):
        return NEXT_LINE
    if m.same_article:
        return SAME_ARTICLE
    return SAME_OCCASION + 0.06 * m.gap


def _other_number(entry: Entry, m: Match) -> bool:
    return any(
        change.slot == "number" and change.before is not None
        for change in changes(m.earlier.words, entry.words)
    )


def _contradiction(entry: Entry, matches: Sequence[Match]) -> Decision | None:
    """Equal words but for a negation, or an act taken back: never sure, since a false
    accusation is worse than a missed one."""
    for m in matches:
        acts = opposite(m.earlier.words, entry.words, OPPOSITE_ACTS)
        if acts and m.same_speaker and m.overlap >= OTHER_OCCASION and m.gap != 0:
            against = (Evidence(m.earlier.statement, f"{acts[0]} became {acts[1]}; {_reason(m)}"),)
            change = (Change("status", acts[0], acts[1]),)
            verdict = Verdict(Label.REVERSAL, 0.5, True, against, change)
            return Decision(verdict, denies=m.earlier.claim)
        if (
            entry.words.negated != m.earlier.words.negated
            and not _rejects(entry)
            and not _rejects(m.earlier)
            and m.likeness.jaccard >= CONTRADICTION
            and m.likeness.shared >= 2
            and not changes(m.earlier.words, entry.words)
            and not changes(entry.words, m.earlier.words)
        ):
            label = Label.REVERSAL if m.same_speaker else Label.DISPUTE
            reason = "the same words but for a negation; " + _reason(m)
            against = (Evidence(m.earlier.statement, reason),)
            return Decision(Verdict(label, 0.5, True, against), denies=m.earlier.claim)
    return None


def _claim_on_record(entry: Entry, matches: Sequence[Match]) -> Decision | None:
    found = [m for m in matches if m.strength >= _least_for_one_claim(m) and _is_enough(m)]
    if not found:
        return None
    best = found[0]
    claim = [m for m in found if m.earlier.claim == best.earlier.claim]
    changed = changes(best.earlier.words, entry.words)
    if changed and not any(not changes(m.earlier.words, entry.words) for m in claim):
        decision = _joined(Label.UPDATE, claim, _least_for_one_claim(best), "changed since")
        return Decision(
            Verdict(
                decision.verdict.label,
                decision.verdict.confidence,
                decision.verdict.unsure,
                decision.verdict.against,
                changed,
            ),
            claim=decision.claim,
        )
    own = [m for m in claim if m.same_speaker]
    if own:
        return _joined(Label.REPEAT, own, _least_for_one_claim(own[0]), "same speaker before")
    return _joined(Label.ECHO, claim, _least_for_one_claim(best), "another speaker before")


def _is_enough(m: Match) -> bool:
    """Say whether most of the shorter one is there, and not too much else, and not names alone:
    a passing mention is all there in a long statement, and any two about one person share him."""
    return (
        m.likeness.containment >= MOST
        and m.likeness.jaccard >= NOT_TOO_MUCH_ELSE
        and m.likeness.substance >= SUBSTANCE
    )


def _least_for_one_claim(m: Match) -> float:
    return OTHER_OCCASION if m.same_speaker else OTHER_SPEAKER


def _new(matches: Sequence[Match]) -> Decision:
    margin = max((m.strength - _least_for_one_claim(m) for m in matches), default=-1.0)
    return Decision(Verdict(Label.NEW, _confidence(-margin), -margin < NEARNESS))


# --- how a decision is put --------------------------------------------------------------------


def _joined(label: Label, found: Sequence[Match], least: float, why: str) -> Decision:
    best = found[0]
    margin = best.strength - least
    verdict = Verdict(
        label,
        confidence=_confidence(margin),
        unsure=margin < NEARNESS,
        against=tuple(
            Evidence(m.earlier.statement, f"{why}; {_reason(m)}") for m in found[:MAX_EVIDENCE]
        ),
    )
    utterance = best.earlier.utterance if label is Label.SAME_UTTERANCE else None
    return Decision(verdict, utterance, best.earlier.claim, best.earlier.denies)


def _reason(m: Match) -> str:
    return f"{len(m.likeness.keys)} of {m.likeness.of} content words"


def _confidence(margin: float) -> float:
    """Turn the distance from a limit into a number from 0.5 up, two decimals."""
    return round(min(0.99, max(0.5, 1 / (1 + math.exp(-9 * margin)))), 2)
