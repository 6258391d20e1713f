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
from redite.compare.slots import changes
from redite.values import Evidence, Label, Verdict

# Least strength by what two statements have in common. Tuned together on texts of our own making
# and two annotated scenarios; they move as a set.
NEXT_LINE = 0.10
"""Same speaker, same article, one right after the other, a report and then its quotation."""
SAME_OCCASION = 0.26
OTHER_OCCASION = 0.36
OTHER_SPEAKER = 0.42
REPRINT = 0.30
DENIED = 0.20
"""What is rejected has to be recognised by less: the rejection itself says that it is on record."""
CONTRADICTION = 0.75
NEARNESS = 0.06
"""A verdict this close to a limit is unsure."""
NEGATION_MISMATCH = 0.6
REJECTION_MISMATCH = 0.6
NEXT_LINE_LETTERS = 400
MAX_EVIDENCE = 3


@dataclass(frozen=True, slots=True)
class Match:
    """An earlier statement held against the one to be judged."""

    earlier: Entry
    likeness: Likeness
    strength: float
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
    rules = (
        lambda: _reprint(matches, original),
        lambda: _denial(entry, matches, denials),
        lambda: _same_utterance(entry, matches),
        lambda: _contradiction(entry, matches),
        lambda: _claim_on_record(entry, matches),
    )
    for rule in rules:
        decision = rule()
        if decision is not None:
            return decision
    return _new(matches)


def match(entry: Entry, earlier: Entry) -> Match:
    """Return how `entry` stands to one earlier statement."""
    likeness = compare(entry.words, earlier.words)
    strength = likeness.score * likeness.shared / (likeness.shared + 0.7)
    if entry.words.negated != earlier.words.negated:
        strength *= NEGATION_MISMATCH
    if entry.words.rejecting != earlier.words.rejecting:
        strength *= REJECTION_MISMATCH
    same_article = entry.article == earlier.article
    gap = occasion_gap(entry.said_on, entry.published, earlier.said_on, earlier.published)
    return Match(earlier, likeness, strength, entry.speaker == earlier.speaker, same_article, gap)


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
    if not entry.words.rejecting:
        return None
    target = _rejected(entry, matches)
    claim = None if target is None else target.earlier.claim
    on_record = () if claim is None else denials(claim)
    if on_record:
        said_before = [match(entry, earlier) for earlier in on_record]
        own = [m for m in said_before if m.same_speaker]
        once = [m for m in own if m.gap is not None]
        if once:
            return _joined(Label.SAME_UTTERANCE, once, DENIED, "denial of the same claim")
        label = Label.REPEAT if own else Label.ECHO
        return _joined(label, own or said_before, DENIED, "denial of the same claim")
    if target is None:
        return None
    verdict = Verdict(
        Label.DISPUTE,
        confidence=_confidence(target.strength - DENIED) if target.strength else 0.5,
        unsure=target.strength < DENIED + NEARNESS,
        against=(Evidence(target.earlier.statement, "rejected here; " + _reason(target)),),
    )
    return Decision(verdict, denies=claim)


def _rejected(entry: Entry, matches: Sequence[Match]) -> Match | None:
    """Return what another speaker said and `entry` rejects; the same article's comes first."""
    others = [m for m in matches if not m.same_speaker and not m.earlier.words.rejecting]
    here = [m for m in others if m.same_article and m.strength >= DENIED]
    if here:
        return here[0]
    if _bare(entry):
        before = [
            m for m in others if m.same_article and 0 <= entry.extent.start - m.earlier.extent.end
        ]
        before.sort(key=lambda m: -m.earlier.number)
        if before and entry.extent.start - before[0].earlier.extent.end <= NEXT_LINE_LETTERS:
            return before[0]
    anywhere = [m for m in others if m.strength >= OTHER_SPEAKER * REJECTION_MISMATCH]
    return anywhere[0] if anywhere else None


def _bare(entry: Entry) -> bool:
    """Say whether a rejection names little of what it rejects ("This is a lie")."""
    rest = [key for key in entry.words.weights if key not in ("=falsehood", "=accuse")]
    return len(rest) <= 3


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
    return SAME_OCCASION + 0.06 * m.gap


def _other_number(entry: Entry, m: Match) -> bool:
    return any(
        change.slot == "number" and change.before is not None
        for change in changes(m.earlier.words, entry.words)
    )


def _contradiction(entry: Entry, matches: Sequence[Match]) -> Decision | None:
    """Equal words but for a negation: rare, and a false accusation, so never sure."""
    for m in matches:
        if (
            entry.words.negated != m.earlier.words.negated
            and not entry.words.rejecting
            and not m.earlier.words.rejecting
            and m.strength >= CONTRADICTION * NEGATION_MISMATCH
            and m.likeness.jaccard >= CONTRADICTION
            and not changes(m.earlier.words, entry.words)
            and not changes(entry.words, m.earlier.words)
        ):
            label = Label.REVERSAL if m.same_speaker else Label.DISPUTE
            reason = "the same words but for a negation; " + _reason(m)
            against = (Evidence(m.earlier.statement, reason),)
            return Decision(Verdict(label, 0.5, True, against), denies=m.earlier.claim)
    return None


def _claim_on_record(entry: Entry, matches: Sequence[Match]) -> Decision | None:
    found = [m for m in matches if m.strength >= _least_for_one_claim(m)]
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
