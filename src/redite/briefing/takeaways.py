"""Key takeaways: what of all that a reader should know who reads nothing else."""

from __future__ import annotations

from collections.abc import Sequence

from redite.briefing.matter import Told
from redite.briefing.sayings import finished

MOST = 6
SAME = 2
"""Takeaways of one section, or on one speaker, at most."""
SHORT = 5
"""Sentences below which a brief needs no takeaways."""


def tell(sections: Sequence[tuple[str, Sequence[Told]]]) -> list[Told]:
    """Return the weightiest sentences in short.

    Args:
        sections: Every other section with its sentences.
    """
    if sum(len(told) for _, told in sections) <= SHORT:
        return []
    pool = [(told.weight, name, told) for name, each in sections for told in each if told.short]
    pool.sort(key=lambda entry: -entry[0])
    taken: list[tuple[str, Told]] = []
    # A day on which little but one thing happened fills up with more of that.
    for most in (SAME, MOST):
        for _, name, told in pool:
            if len(taken) < MOST and _adds(told, name, taken, most):
                taken.append((name, told))
    taken.sort(key=lambda entry: -entry[1].weight)
    return [Told(finished(told.short), told.short_cites) for _, told in taken]


def _adds(told: Told, section: str, taken: Sequence[tuple[str, Told]], most: int) -> bool:
    """Say whether a takeaway tells what none of `taken` does, of no speaker told enough of.

    Args:
        told: The takeaway.
        section: Where it stands in full.
        taken: Those chosen so far, with their sections.
        most: How many of one section there may be.
    """
    told_of = {cite.statement for _, one in taken for cite in one.short_cites}
    if {cite.statement for cite in told.short_cites} <= told_of:
        return False
    if told.speaker and sum(one.speaker == told.speaker for _, one in taken) >= SAME:
        return False
    return sum(name == section for name, _ in taken) < most
