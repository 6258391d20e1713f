"""Lay down the ledger: articles, particulars, analyses, rejections, decisions and corrections.

Tables are spelled out, not taken from `redite.store.schema`: a migration says what was true on
the day it was written, whatever the schema becomes.
"""

import sqlalchemy as sa
from alembic import op

revision = "lay_down_the_ledger"
down_revision = None
branch_labels = None
depends_on = None

_KEY = sa.String().with_variant(sa.String(collation="C"), "postgresql")
_MOMENT = sa.String(32)
_TABLES = (
    "articles",
    "particulars",
    "rejections",
    "analyses",
    "statements",
    "decisions",
    "corrections",
)


def upgrade() -> None:
    op.create_table(
        "articles",
        sa.Column("key", _KEY, primary_key=True),
        sa.Column("text_hash", sa.String(64), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
    )
    op.create_table(
        "particulars",
        sa.Column("article", _KEY, sa.ForeignKey("articles.key"), primary_key=True),
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("published", _MOMENT, nullable=False),
        sa.Column("order_id", _KEY, nullable=False),
        sa.Column("given_id", sa.Text),
        sa.Column("url", sa.Text),
        sa.Column("publisher", sa.Text),
        sa.Column("dated", sa.Boolean, nullable=False),
        sa.Column("modified", _MOMENT),
        sa.Column("language", sa.String),
        sa.Column("title", sa.Text),
        sa.Column("items", sa.Text, nullable=False),
        sa.Column("relayed_from", sa.Text),
        sa.Column("taken_in", _MOMENT, nullable=False),
        sa.Column("origin", sa.Text, nullable=False),
        sa.Column("notes", sa.Text, nullable=False),
    )
    op.create_index("articles_in_order", "particulars", ["published", "order_id", "article"])
    op.create_table(
        "rejections",
        sa.Column("key", _KEY, primary_key=True),
        sa.Column("taken_in", _MOMENT, nullable=False),
        sa.Column("payload", sa.Text, nullable=False),
    )
    op.create_table(
        "analyses",
        sa.Column("article", _KEY, sa.ForeignKey("articles.key"), primary_key=True),
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("version", sa.String, nullable=False),
        sa.Column("statements", sa.Integer, nullable=False),
    )
    op.create_table(
        "statements",
        sa.Column("article", _KEY, primary_key=True),
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("begins", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("ends", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("id", _KEY, primary_key=True),
        sa.Column("payload", sa.Text, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.ForeignKeyConstraint(["article", "seq"], ["analyses.article", "analyses.seq"]),
    )
    op.create_table(
        "decisions",
        sa.Column("kind", sa.String, primary_key=True),
        sa.Column("subject", _KEY, primary_key=True),
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("payload", sa.Text, nullable=False),
        sa.Column("by", sa.String, nullable=False),
        sa.Column("version", sa.String, nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
    )
    op.create_table(
        "corrections",
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("id", _KEY, nullable=False, unique=True),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("payload", sa.Text, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("when", _MOMENT, nullable=False),
        sa.Column("undoes", _KEY, sa.ForeignKey("corrections.id")),
    )
    if op.get_bind().dialect.name == "sqlite":
        _forbid_changes()


def _forbid_changes() -> None:
    """Let the database itself refuse what an append-only ledger must never meet."""
    for table in _TABLES:
        for change in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_forbid_{change.lower()} BEFORE {change} ON {table} "
                "BEGIN SELECT RAISE(ABORT, 'a ledger is append-only'); END"
            )


def downgrade() -> None:
    raise NotImplementedError("a ledger is append-only: it is never taken back to an older schema")
