"""What the reports of one utterance tell: one thing, or several things said in one breath.

An hour's speech is one occasion, and the judge may take for one utterance what are many. A reader
is told how many carried the words that are quoted, so only those that share them are counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from redite.briefing.propositions import says_something
from redite.compare.likeness import compare
from redite.compare.words import read_words
from redite.reports import leading, words
from redite.values import Record

ALIKE = 0.35
"""Least overlap of the words of two reports that tell one thing …"""
HELD = 0.6
"""… or least share of the shorter's words that the longer has."""

MANY = 200
"""Sayings of one speaker in one article that are held against one another; more are no news."""


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


def within_another(records: Iterable[Record]) -> frozenset[str]:
    """Return the ids of statements that are pieces of others: one article, one speaker, one text.

    Who reads the longer one has read them; told beside it, one saying would look like two.
    """
    together: dict[tuple[str, str], list[Record]] = {}
    for record in records:
        together.setdefault((record.article.key, record.judgement.speaker.id), []).append(record)
    return frozenset(
        one.statement.id
        for group in together.values()
        if len(group) <= MANY
        for one in group
        if any(_holds(other, one) and says_something(other) for other in group)
    )


def _holds(whole: Record, piece: Record) -> bool:
    outer, inner = words(whole), words(piece)
    if outer == inner:
        return False
    return all(any(one.contains(span) for one in outer) for span in inner)


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
