"""The corpus' stories as cases for the judge, with what is known of each beside them."""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from redite.stages.verdicts import Case
from redite.text.acts import act_of, is_analyst
from redite.values import (
    Article,
    Attribution,
    DateInterval,
    Mention,
    Outcome,
    Span,
    Speaker,
    SpeakerKind,
    Standing,
    Statement,
)
from training.corpus.markup import Mark
from training.corpus.stories import Article as ToldArticle
from training.corpus.stories import Gold, Told
from training.corpus.stories import Statement as ToldStatement


@dataclass(frozen=True, slots=True)
class Known:
    """One statement of a story as the judge gets it, and its annotation."""

    case: Case
    gold: Gold
    name: str
    """As other statements refer to it: "3.2"."""


def known(told: Told) -> list[Known]:
    """Return the statements of a story in the order of the ledger."""
    found = [
        Known(
            _case(told, article, statement),
            statement.gold,
            f"{int(article.number)}.{statement.number}",
        )
        for article in told.articles
        for statement in article.statements
    ]
    return sorted(found, key=lambda each: (each.case.article.order, each.case.statement.position))


def _case(told: Told, article: ToldArticle, statement: ToldStatement) -> Case:
    story, gold = told.story, statement.gold
    key = f"{story.story}/{article.number}"
    kept = Article(
        key=key,
        given_id=key,
        url=None,
        publisher=article.head.outlet,
        published=_moment(article.head.published),
        dated=True,
        modified=None,
        language=article.language,
        title=article.head.title,
        text=article.marked.text,
        items=(Span(0, len(article.marked.text)),),
        relayed_from=None,
        taken_in=_moment(article.head.published),
        origin=key,
    )
    original = article.head.duplicate_of
    standing = Standing(
        key,
        key,
        Outcome.KEPT if original is None else Outcome.DUPLICATE,
        "",
        duplicate_of=None if original is None else f"{story.story}/{original}",
    )
    speaker = story.speakers[gold.speaker]
    kind = SpeakerKind(speaker.kind)
    cue, content = _words(kept, statement.cue), _words(kept, statement.content)
    reported = Statement(
        id=f"{key}#{statement.number}",
        article=key,
        item=0,
        attribution=Attribution(
            _spans(statement.source), _spans(statement.cue), _spans(statement.content)
        ),
        speaker=Mention(speaker.name, kind, _words(kept, statement.source), ""),
        said_on=None if gold.said_on is None else interval(gold.said_on),
        act=act_of(
            cue,
            content,
            article.language,
            estimate=None,
            deadline=None,
            analyst=is_analyst(speaker.name, article.language),
        ),
    )
    id = f"{story.story}:{gold.speaker}"
    return Case(kept, standing, reported, Speaker(id, speaker.name, kind))


def interval(said_on: str) -> DateInterval:
    """Return the days of "2024-03-04", "2024-03" or "2024-03-04/2024-03-06"."""
    first, _, last = said_on.partition("/")
    if len(first) == 7:
        year, month = int(first[:4]), int(first[5:])
        end = date(year, month, calendar.monthrange(year, month)[1])
        return DateInterval(date(year, month, 1), end, said_on)
    start = date.fromisoformat(first)
    return DateInterval(start, date.fromisoformat(last) if last else start, said_on)


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def _spans(marks: Iterable[Mark]) -> tuple[Span, ...]:
    return tuple(Span(mark.start, mark.end) for mark in marks)


def _words(article: Article, marks: Iterable[Mark]) -> str:
    return " ".join(article.text[mark.start : mark.end] for mark in marks)
