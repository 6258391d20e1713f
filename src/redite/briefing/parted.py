"""What the reports of one utterance tell: one thing, or several things said in one breath.

An hour's speech is one occasion, and the judge may take for one utterance what are many. A reader
is told how many carried the words that are quoted, so only those that share them are counted.
"""

from __future__ import annotations

from collections.abc import Sequence

from redite.compare.likeness import compare
from redite.compare.words import read_words
from redite.reports import leading
from redite.values import Record

ALIKE = 0.35
"""Least overlap of the words of two reports that tell one thing …"""
HELD = 0.6
"""… or least share of the shorter's words that the longer has."""


def parted(reports: Sequence[Record]) -> list[tuple[Record, ...]]:
    """Return the reports of an utterance by what they tell, each group in ledger order.

    The group of the leading report stands first. Each report is held against the first of every
    group and what the judge joined it to, not against all: link by link a speech would hang
    together again. Words show little across languages, so a report in a language of its own goes
    with the leading one.
    """
    lead = leading(reports)
    groups: list[list[Record]] = [[lead]]
    for report in reports:
        if report is not lead:
            group = _told_with(report, groups)
            if group is None:
                groups.append([report])
            else:
                group.append(report)
    return [tuple(sorted(group, key=lambda record: record.order)) for group in groups]


def alike(one: Record, other: Record) -> bool:
    """Say whether the words of two reports in one language show that they tell one thing."""
    found = compare(*(read_words(each.content, each.article.language) for each in (one, other)))
    return found.jaccard >= ALIKE or found.containment >= HELD


def _told_with(report: Record, groups: Sequence[list[Record]]) -> list[Record] | None:
    """Return the group that tells what `report` does; None where one of its language might."""
    language, spoken = report.article.language, False
    joined_to = {evidence.statement for evidence in report.judgement.verdict.against}
    for group in groups:
        own = [one for one in group if one.article.language == language]
        spoken = spoken or bool(own)
        firsts = [one for one in own if one is own[0] or one.statement.id in joined_to]
        if any(alike(report, one) for one in firsts):
            return group
    return None if spoken else groups[0]
