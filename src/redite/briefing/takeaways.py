"""Key takeaways: what of all that a reader should know who reads nothing else."""

from __future__ import annotations

from collections import Counter
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
    taken: list[Told] = []
    by_section: Counter[str] = Counter()
    by_speaker: Counter[str] = Counter()
    told_of: set[str | None] = set()
    for _, name, told in pool:
        if by_section[name] >= SAME or (told.speaker and by_speaker[told.speaker] >= SAME):
            continue
        if {cite.statement for cite in told.short_cites} <= told_of:
            continue
        told_of |= {cite.statement for cite in told.short_cites}
        by_section[name] += 1
        by_speaker[told.speaker] += 1
        taken.append(Told(finished(told.short), told.short_cites))
        if len(taken) == MOST:
            break
    return taken
