"""Key takeaways: what of all that a reader should know who reads nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from redite.briefing.folding import reports_of
from redite.briefing.matter import Matter, Told, amount
from redite.briefing.sayings import CONTRASTING, finished, quoted_cites
from redite.values import Label

MOST = 6
SAME = 2
"""Takeaways of one section, or on one speaker, at most."""
SHORT = 5
"""Sentences below which a brief needs no takeaways."""


def tell(matter: Matter, sections: Sequence[tuple[str, Sequence[Told]]]) -> list[Told]:
    """Return the count of all sayings, and the weightiest sentences in short.

    Args:
        matter: What the brief is made from.
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
        if len(taken) == MOST - 1:
            break
    return [_all(matter), *taken] if matter.sayings else taken


def _all(matter: Matter) -> Told:
    say = matter.say
    counts: Counter[str] = Counter()
    for one in matter.sayings:
        label = one.verdict.label
        if one.verdict.unsure:
            counts["unsure"] += 1
        elif label in (Label.NEW, Label.UPDATE):
            counts[label.value] += 1
        else:
            counts["contrast" if label in CONTRASTING else "repeat"] += 1
    order = ("new", "update", "contrast", "repeat", "unsure")
    reports = reports_of(matter.sayings)
    text = say.takeaways["all"].format(
        amount=amount(say, [one.reports for one in matter.sayings]),
        parts=say.listed(
            [say.count(counts[key], f"{key}_sayings") for key in order if counts[key]]
        ),
    )
    return Told(finished(text), quoted_cites(matter, reports))
