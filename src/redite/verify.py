"""Proves that a ledger still says what it said when it was written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from redite.interfaces import Seal, SealedStatement, Store
from redite.store.sealing import text_hash

_ROLES = ("source", "cue", "content")


@dataclass(frozen=True, slots=True)
class Mismatch:
    """One thing that is no longer as it was recorded."""

    article: str
    """Key of the article."""
    statement: str | None
    """Id of the statement; None where the article itself has changed."""
    what: str
    """`text`, `statements` (how many) or the role of a span: `source`, `cue`, `content`."""
    expected: str
    """As recorded; the hash stands for a text, the pieces of a role are joined by " … "."""
    found: str


def verify(store: Store) -> Iterator[Mismatch]:
    """Yield everything in `store` that differs from what was recorded when it was written.

    Each text is held against its hash, each span of each statement (of replaced analyses too)
    against the words it covered, each article against the number of its statements. What cannot
    even be read raises `LedgerError`. It finds accidents and careless hands: whoever changes the
    words and what was recorded of them alike is not found out.
    """
    for seal in store.seals():
        yield from _of_article(seal)
        for sealed in seal.statements:
            yield from _of_statement(seal, sealed)


def _of_article(seal: Seal) -> Iterator[Mismatch]:
    found = text_hash(seal.text)
    if found != seal.text_hash:
        yield Mismatch(seal.article, None, "text", seal.text_hash, found)
    if len(seal.statements) != seal.statements_recorded:
        recorded, left = str(seal.statements_recorded), str(len(seal.statements))
        yield Mismatch(seal.article, None, "statements", recorded, left)


def _of_statement(seal: Seal, sealed: SealedStatement) -> Iterator[Mismatch]:
    said = sealed.statement.attribution
    for role, spans, recorded in zip(
        _ROLES, (said.source, said.cue, said.content), sealed.words, strict=True
    ):
        found = tuple(span.of(seal.text) for span in spans)
        if found != recorded:
            yield Mismatch(
                seal.article, sealed.statement.id, role, " … ".join(recorded), " … ".join(found)
            )
