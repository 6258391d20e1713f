"""The tables of a ledger. Rows are only ever added: what is in force is the latest of its kind.

A change here needs a migration beside it (see `redite.store.migrations`); a test compares them.
Payloads are JSON (`redite.store.payloads`); what is searched, sorted or counted has its own column.
"""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import (
    Boolean,
    Column,
    Dialect,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
)

from redite.errors import LedgerError

REVISION = "lay_down_the_ledger"
"""The newest migration: the schema that this version of redite reads and writes."""

VERSION_TABLE = "redite_schema"
"""Where a ledger names its revision; a database without it is no ledger."""


class Moment(TypeDecorator[datetime]):
    """An instant, kept as ISO 8601 in UTC with six decimals, so that text order is time order."""

    impl = String(32)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """Return the text that is stored."""
        return None if value is None else value.astimezone(UTC).isoformat(timespec="microseconds")

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        """Return the instant, in UTC."""
        try:
            return None if value is None else datetime.fromisoformat(value)
        except ValueError:
            raise LedgerError(
                f"the time {value!r} was damaged on disk; restore a copy of the ledger"
            ) from None


# Sorted by code point everywhere, as Python sorts: an export must not depend on a locale.
Key = String().with_variant(String(collation="C"), "postgresql")

metadata = MetaData()

articles = Table(
    "articles",
    metadata,
    Column("key", Key, primary_key=True),
    Column("text_hash", String(64), nullable=False),
    Column("text", Text, nullable=False),
)

particulars = Table(
    "particulars",
    metadata,
    Column("article", Key, ForeignKey("articles.key"), primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),  # the highest is in force
    Column("published", Moment, nullable=False),
    Column("order_id", Key, nullable=False),  # the given id, else the article's key
    Column("given_id", Text),
    Column("url", Text),
    Column("publisher", Text),
    Column("dated", Boolean, nullable=False),
    Column("modified", Moment),
    Column("language", String),
    Column("title", Text),
    Column("items", Text, nullable=False),
    Column("relayed_from", Text),
    Column("taken_in", Moment, nullable=False),
    Column("origin", Text, nullable=False),
    Column("notes", Text, nullable=False),
    Index("articles_in_order", "published", "order_id", "article"),
)

rejections = Table(
    "rejections",
    metadata,
    Column("key", Key, primary_key=True),
    Column("taken_in", Moment, nullable=False),
    Column("payload", Text, nullable=False),
)

analyses = Table(
    "analyses",
    metadata,
    Column("article", Key, ForeignKey("articles.key"), primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),  # the highest is in force
    Column("version", String, nullable=False),
    Column("statements", Integer, nullable=False),  # how many, so that a loss shows
)

statements = Table(
    "statements",
    metadata,
    Column("article", Key, primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("begins", Integer, primary_key=True, autoincrement=False),
    Column("ends", Integer, primary_key=True, autoincrement=False),
    Column("id", Key, primary_key=True),
    Column("payload", Text, nullable=False),
    Column("words", Text, nullable=False),  # what the spans covered when this was written
    ForeignKeyConstraint(["article", "seq"], ["analyses.article", "analyses.seq"]),
)

decisions = Table(
    "decisions",
    metadata,
    Column("kind", String, primary_key=True),
    Column("subject", Key, primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),  # the highest is in force
    Column("payload", Text, nullable=False),
    Column("by", String, nullable=False),
    Column("version", String, nullable=False),
    Column("at", Moment, nullable=False),
)

corrections = Table(
    "corrections",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("id", Key, nullable=False, unique=True),
    Column("kind", String, nullable=False),
    Column("subject", Text, nullable=False),
    Column("payload", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("when", Moment, nullable=False),
    Column("undoes", Key, ForeignKey("corrections.id")),
)
