"""Texts read without a ledger: each by itself, and for damage beside the others of the input."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

from redite.exports.read import Reading
from redite.interfaces import Comparer, Tagger
from redite.pipeline import Clock, batches, decide
from redite.stages import articles, attributions, damage, statements
from redite.text.context import find_context
from redite.text.dates import find_dates
from redite.text.likelihood import find_estimates
from redite.values import Article, Attribution, Document, Record, Rejection, Statement

TOGETHER = 1000
"""Articles that are held against each other."""


def read(
    found: Iterable[Document | Rejection],
    tagger: Tagger,
    clock: Clock,
    comparer: Callable[[], Comparer] | None = None,
) -> Iterator[Rejection | Reading]:
    """Analyse what intake found; yields one outcome an item, in order.

    What a translation has damaged shows where reports differ, so texts are held against each
    other, `TOGETHER` at a time. Only where that may show something is the `comparer` asked for,
    which finds more reports of one thing across languages than words alone do.
    """
    each = _read_each(found, tagger, clock)
    while some := list(islice(each, TOGETHER)):
        taken = [one for one in some if not isinstance(one, Rejection)]
        needed = comparer if damage.comparable([reading.article for reading, _ in taken]) else None
        by = needed() if needed is not None else None
        damaged = damage.Flags(*_as_records(taken, by), by)
        for one in some:
            if isinstance(one, Rejection):
                yield one
            else:
                reading, _ = one
                yield reading._replace(damage=damaged.get(reading.article.key, ()))


Read = tuple[Reading, tuple[Statement, ...]]
"""What one article gives, and the statements in it."""


def _read_each(
    found: Iterable[Document | Rejection], tagger: Tagger, clock: Clock
) -> Iterator[Rejection | Read]:
    for batch in batches(found):
        outcomes = [
            item if isinstance(item, Rejection) else articles.admit(item, clock()) for item in batch
        ]
        admitted = [outcome for outcome in outcomes if isinstance(outcome, Article)]
        attributed = iter(attributions.find(admitted, tagger))
        for outcome in outcomes:
            yield outcome if isinstance(outcome, Rejection) else _reading(outcome, next(attributed))


def _as_records(
    read: Sequence[Read], comparer: Comparer | None
) -> tuple[list[Article], list[Record]]:
    """Return articles and statements as a ledger that holds nothing else would have them."""
    by_key = {reading.article.key: reading.article for reading, _ in read}
    stated = {statement.id: statement for _, found in read for statement in found}
    reported = sorted(stated.values(), key=lambda one: (by_key[one.article].order, one.position))
    placed, judged = decide(list(by_key.values()), reported, comparer=comparer)
    standings = {standing.article: standing for standing in placed}
    judgements = {judgement.statement: judgement for judgement in judged}
    records = [
        Record(by_key[one.article], standings[one.article], one, judgements[one.id], "machine", "")
        for one in reported
        if one.id in judgements
    ]
    return list(by_key.values()), records


def _reading(article: Article, attributed: Sequence[Attribution]) -> Read:
    published = article.published.date() if article.dated else None
    dates = find_dates(article.text, article.language, published)
    stated = statements.resolve(article, attributed, "").statements
    deadlines = {each.deadline for each in stated if each.deadline is not None}
    in_order = sorted(deadlines, key=lambda deadline: (deadline.span, deadline.due))
    estimates = find_estimates(article.text, article.language)
    sources = [each.source for each in attributed]
    context = find_context(article.text, article.language, sources)
    return Reading(article, attributed, dates, in_order, estimates, context), stated
