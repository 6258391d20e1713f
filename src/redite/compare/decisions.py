"""What is decided about a statement, and how it is put for a person to read."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from redite.compare.matches import Match
from redite.values import Evidence, Label, Verdict

RELIABLE = {
    Label.NEW: 0.7,
    Label.SAME_UTTERANCE: 0.93,
    Label.REPEAT: 0.75,
    Label.ECHO: 0.46,
    Label.UPDATE: 1.0,
    Label.REVERSAL: 0.9,
    Label.DISPUTE: 1.0,
}
"""What a confidence is multiplied by, so that on the average it is how often a verdict of that
label is right: on the five stories that the pair models were not trained on and on two annotated
scenarios, half and half (`python -m benchmarks.verdicts` prints it for any story). Reversals are
too few to tell; theirs is what contradictions that can be shown reach."""
NEARNESS = 0.06
"""A verdict this close to a limit is unsure."""
MAX_EVIDENCE = 3
MAX_NEAREST = 2
"""Evidence is at most so much; of a new statement so many that come nearest are named."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A verdict, and the groups it puts the statement into; None where it starts its own."""

    verdict: Verdict
    utterance: str | None = None
    claim: str | None = None
    denies: str | None = None


def joined(label: Label, found: Sequence[Match], least: float, why: str) -> Decision:
    """Put a statement into the claim of its best match, with the best ones as evidence."""
    best = found[0]
    margin = best.strength - least
    verdict = Verdict(
        label,
        confidence=confidence_at(margin),
        unsure=margin < NEARNESS,
        against=tuple(
            Evidence(m.earlier.statement, f"{why}; {reason_of(m)}") for m in found[:MAX_EVIDENCE]
        ),
    )
    utterance = best.earlier.utterance if label is Label.SAME_UTTERANCE else None
    return Decision(verdict, utterance, best.earlier.claim, best.earlier.denies)


def nearest(found: Sequence[tuple[Match, str]]) -> tuple[Evidence, ...]:
    """Return what comes nearest to a new statement, with why it is thought near, nearest first."""
    return tuple(
        Evidence(m.earlier.statement, f"nearest on record, held to be another claim; {reason}")
        for m, reason in found[:MAX_NEAREST]
    )


def with_runner_up(decision: Decision, found: Sequence[tuple[Match, str]]) -> Decision:
    """Return an unsure decision that names one statement alone with the next one of `found`."""
    verdict = decision.verdict
    named = {each.statement for each in verdict.against}
    if not verdict.unsure or len(named) != 1:
        return decision
    next_one = next(((m, why) for m, why in found if m.earlier.statement not in named), None)
    if next_one is None:
        return decision
    m, why = next_one
    runner_up = Evidence(m.earlier.statement, f"perhaps rather this one; {why}")
    return replace(decision, verdict=replace(verdict, nearest=(runner_up,)))


def reason_of(m: Match) -> str:
    """Say in words what the two have in common."""
    return f"{len(m.likeness.keys)} of {m.likeness.of} content words"


def confidence_at(margin: float) -> float:
    """Turn the distance from a limit into a number from 0.5 up, two decimals."""
    return round(min(0.99, max(0.5, 1 / (1 + math.exp(-9 * margin)))), 2)


def calibrated(verdict: Verdict) -> Verdict:
    """Return `verdict` with a confidence that says how often such a one is right."""
    sure = round(verdict.confidence * RELIABLE[verdict.label], 2)
    return replace(verdict, confidence=sure)
