"""What the store asks of its tables, built once."""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    ColumnElement,
    ScalarSelect,
    Select,
    Table,
    and_,
    bindparam,
    func,
    select,
    union_all,
)

from redite.store.schema import (
    analyses,
    articles,
    corrections,
    decisions,
    particulars,
    rejections,
    statements,
)

_ORDER = (particulars.c.published, particulars.c.order_id, particulars.c.article)
_POSITION = (statements.c.begins, statements.c.ends, statements.c.id)


def _latest(table: Table, article: ColumnElement[str]) -> ScalarSelect[int]:
    """Return the subquery for the highest number that `table` holds for an article."""
    later = table.alias("later")
    return select(func.max(later.c.seq)).where(later.c.article == article).scalar_subquery()


_IN_FORCE = particulars.c.seq == _latest(particulars, particulars.c.article)

KNOWN = union_all(
    select(articles.c.key).where(articles.c.key == bindparam("wanted")),
    select(rejections.c.key).where(rejections.c.key == bindparam("wanted")),
)

ARTICLES = select(articles, particulars).join(particulars).where(_IN_FORCE).order_by(*_ORDER)

# Outer joins, so that the database walks the particulars in their order and finds the statements of
# each in theirs, and need not sort all payloads first. A row without an id stands for an article
# without statements.
STATEMENTS_IN_FORCE = (
    select(statements.c.article, statements.c.id, statements.c.payload)
    .select_from(particulars)
    .outerjoin(
        statements,
        and_(
            statements.c.article == particulars.c.article,
            statements.c.seq == _latest(analyses, particulars.c.article),
        ),
    )
    .where(_IN_FORCE)
    .order_by(*_ORDER, *_POSITION)
)

STATEMENTS_EVER = (
    select(particulars.c.article.label("of"), statements)
    .select_from(particulars)
    .outerjoin(statements, statements.c.article == particulars.c.article)
    .where(_IN_FORCE)
    .order_by(*_ORDER, statements.c.seq, *_POSITION)
)

TEXTS = (
    select(
        articles.c.key,
        articles.c.text,
        articles.c.text_hash,
        select(func.sum(analyses.c.statements))
        .where(analyses.c.article == articles.c.key)
        .scalar_subquery()
        .label("recorded"),
    )
    .join(particulars)
    .where(_IN_FORCE)
    .order_by(*_ORDER)
)

ANALYSES_IN_FORCE = (
    select(analyses.c.article, analyses.c.version)
    .where(analyses.c.seq == _latest(analyses, analyses.c.article))
    .order_by(analyses.c.article)
)


REJECTIONS = select(rejections).order_by(rejections.c.key)

CORRECTIONS = select(corrections).order_by(corrections.c.seq)


def _counts(*tables: Table) -> Select[Any]:
    # Rows are only ever added. Counting walks the smallest index of each table.
    return select(*(select(func.count()).select_from(each).scalar_subquery() for each in tables))


MARK = _counts(decisions, corrections)

WRITTEN = _counts(analyses, decisions, corrections)


def judgements_on(statement: str) -> Select[Any]:
    """Return the query for every judgement ever made on one statement, the first one first."""
    return (
        select(decisions)
        .where(decisions.c.kind == "judgement", decisions.c.subject == statement)
        .order_by(decisions.c.seq)
    )


def decisions_in_force(kind: str) -> Select[Any]:
    """Return the query for the latest decision of `kind` on every subject."""
    later = decisions.alias("later")
    latest = (
        select(func.max(later.c.seq))
        .where(later.c.kind == decisions.c.kind, later.c.subject == decisions.c.subject)
        .scalar_subquery()
    )
    return (
        select(decisions)
        .where(decisions.c.kind == kind, decisions.c.seq == latest)
        .order_by(decisions.c.subject)
    )
