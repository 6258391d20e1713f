"""What the store asks of its tables, built once."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, and_, bindparam, func, select, union_all

from redite.store.schema import analyses, articles, decisions, rejections, statements

_ORDER = (articles.c.published, articles.c.order_id, articles.c.key)
_POSITION = (statements.c.begins, statements.c.ends, statements.c.id)

_later = analyses.alias("later")
_seq_in_force = (
    select(func.max(_later.c.seq))
    .where(_later.c.article == articles.c.key)
    .correlate(articles)
    .scalar_subquery()
)

KNOWN = union_all(
    select(articles.c.key).where(articles.c.key == bindparam("wanted")),
    select(rejections.c.key).where(rejections.c.key == bindparam("wanted")),
)

ARTICLES = select(articles).order_by(*_ORDER)

# Outer joins, so that the database walks the articles in their order and finds the statements of
# each in theirs, and need not sort all payloads first. A row without an id stands for an article
# without statements.
STATEMENTS_IN_FORCE = (
    select(statements.c.article, statements.c.id, statements.c.payload)
    .select_from(articles)
    .outerjoin(
        statements,
        and_(statements.c.article == articles.c.key, statements.c.seq == _seq_in_force),
    )
    .order_by(*_ORDER, *_POSITION)
)

STATEMENTS_EVER = (
    select(articles.c.key.label("of"), statements)
    .select_from(articles)
    .outerjoin(statements, statements.c.article == articles.c.key)
    .order_by(*_ORDER, statements.c.seq, *_POSITION)
)

TEXTS = select(
    articles.c.key,
    articles.c.text,
    articles.c.text_hash,
    select(func.sum(analyses.c.statements))
    .where(analyses.c.article == articles.c.key)
    .scalar_subquery()
    .label("recorded"),
).order_by(*_ORDER)

ANALYSES_IN_FORCE = (
    select(analyses.c.article, analyses.c.version)
    .join(articles)
    .where(analyses.c.seq == _seq_in_force)
    .order_by(analyses.c.article)
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
