"""Values as rows of the tables, and back."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping

from redite.interfaces import UNDO, Correction, Decided, Decision, SealedStatement
from redite.store import sealing
from redite.store.payloads import decode, encode
from redite.values import Analysis, Article, Judgement, Rejection, Span, Standing, Statement

Row = dict[str, Any]


def of_article(article: Article) -> Row:
    """Return the row of an article: its text with its hash, which never change."""
    return {
        "key": article.key,
        "text_hash": sealing.text_hash(article.text),
        "text": article.text,
    }


def of_particulars(article: Article, seq: int) -> Row:
    """Return the row of all that is known about an article beside its text."""
    what = f"article {article.key}"
    return {
        "article": article.key,
        "seq": seq,
        "published": article.published,
        "order_id": article.order[1],
        "given_id": article.given_id,
        "url": article.url,
        "publisher": article.publisher,
        "dated": article.dated,
        "modified": article.modified,
        "language": article.language,
        "title": article.title,
        "items": encode(article.items, what),
        "relayed_from": article.relayed_from,
        "taken_in": article.taken_in,
        "origin": article.origin,
        "notes": encode(article.notes, what),
    }


def article(row: RowMapping) -> Article:
    """Return the article of a row of both its tables."""
    what = f"article {row['key']}"
    return Article(
        key=row["key"],
        given_id=row["given_id"],
        url=row["url"],
        publisher=row["publisher"],
        published=row["published"],
        dated=row["dated"],
        modified=row["modified"],
        language=row["language"],
        title=row["title"],
        text=row["text"],
        items=decode(tuple[Span, ...], row["items"], what),
        relayed_from=row["relayed_from"],
        taken_in=row["taken_in"],
        origin=row["origin"],
        notes=decode(tuple[str, ...], row["notes"], what),
    )


def of_rejection(rejection: Rejection, key: str, taken_in: datetime) -> Row:
    """Return the row of a rejected item."""
    return {"key": key, "taken_in": taken_in, "payload": encode(rejection, f"rejected item {key}")}


def rejection(row: RowMapping) -> Rejection:
    """Return the rejected item of a row."""
    return decode(Rejection, row["payload"], f"rejected item {row['key']}")


def of_statement(statement: Statement, seq: int, text: str) -> Row:
    """Return the row of a statement, with the words its spans cover in `text`."""
    what = f"statement {statement.id}"
    begins, ends, _ = statement.position
    return {
        "article": statement.article,
        "seq": seq,
        "begins": begins,
        "ends": ends,
        "id": statement.id,
        "payload": encode(statement, what),
        "words": encode(sealing.words(statement, text), what),
    }


def statement(row: RowMapping) -> Statement:
    """Return the statement of a row."""
    return decode(Statement, row["payload"], f"statement {row['id']} of article {row['article']}")


def sealed_statement(row: RowMapping) -> SealedStatement:
    """Return the statement of a row with the words recorded beside it."""
    words = decode(
        tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]],
        row["words"],
        f"statement {row['id']}",
    )
    return SealedStatement(statement(row), words)


def of_analysis(analysis: Analysis, seq: int) -> Row:
    """Return the row of an analysis; its statements have rows of their own."""
    return {
        "article": analysis.article,
        "seq": seq,
        "version": analysis.version,
        "statements": len(analysis.statements),
    }


def of_decided(decided: Decided, payload: str, seq: int, at: datetime) -> Row:
    """Return the row of a decision."""
    return {
        "kind": sealing.kind_of(decided),
        "subject": sealing.subject_of(decided),
        "seq": seq,
        "payload": payload,
        "by": decided.by,
        "version": decided.version,
        "at": at,
    }


def decided(row: RowMapping) -> Decided:
    """Return the decision of a row."""
    what = f"the {row['kind']} of {row['subject']}"
    decision: Decision
    if row["kind"] == "judgement":
        decision = decode(Judgement, row["payload"], what)
    else:
        decision = decode(Standing, row["payload"], what)
    return Decided(decision, row["by"], row["version"])


def of_correction(correction: Correction, seq: int) -> Row:
    """Return the row of a correction."""
    return {
        "seq": seq,
        "id": correction.id,
        "kind": correction.kind,
        "subject": correction.subject,
        "payload": correction.payload,
        "who": correction.who,
        "when": correction.when,
        "undoes": correction.subject if correction.kind == UNDO else None,
    }


def correction(row: RowMapping) -> Correction:
    """Return the correction of a row, without what came later about it."""
    return Correction(
        id=row["id"],
        kind=row["kind"],
        subject=row["subject"],
        payload=row["payload"],
        who=row["who"],
        when=row["when"],
    )
