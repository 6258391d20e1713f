"""What is checked, and what is recorded beside the values, at the moment of writing.

Every store calls these before it writes, so that what one refuses, all refuse. What is recorded
here (a hash of the text, the words of every span) is what `redite.verify` later holds the ledger
against.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from math import isfinite

from redite.errors import LedgerError
from redite.interfaces import UNDO, Correction, Decided
from redite.store.payloads import encode
from redite.values import Analysis, Article, Judgement, Rejection, Spans, Statement

Words = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
"""What source, cue and content cover, piece by piece."""


def text_hash(text: str) -> str:
    """Return the SHA-256 of `text` in UTF-8, in hex: what `sha256sum` prints for the same text."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def words(statement: Statement, text: str) -> Words:
    """Return the words that source, cue and content cover in `text`."""
    said = statement.attribution
    return (_of(said.source, text), _of(said.cue, text), _of(said.content, text))


def _of(pieces: Spans, text: str) -> tuple[str, ...]:
    return tuple(piece.of(text) for piece in pieces)


def check_article(article: Article) -> None:
    """Refuse an article that could not be given back as it came; raises `LedgerError`."""
    what = f"article {article.key} ({article.origin!a})"
    for time in (article.published, article.taken_in, article.modified):
        if time is not None:
            check_time(time, what)
    encode(article, what)


def check_renewal(known: Article, renewed: Article) -> None:
    """Refuse to renew an article by another text; raises `LedgerError`."""
    if (renewed.key, renewed.text) != (known.key, known.text):
        raise LedgerError(f"article {renewed.key} is not {known.key} with other particulars")
    check_article(renewed)


def check_analysis(analysis: Analysis, key: str, text: str) -> None:
    """Refuse an analysis whose statements are not of this text; raises `LedgerError`."""
    if analysis.article != key:
        raise LedgerError(f"an analysis of {analysis.article} cannot be stored with {key}")
    ids = Counter(statement.id for statement in analysis.statements)
    for statement in analysis.statements:
        what = f"statement {statement.id} of article {key}"
        if statement.article != key:
            raise LedgerError(f"{what} says that it belongs to {statement.article}")
        if ids[statement.id] > 1:
            raise LedgerError(f"{what} is there {ids[statement.id]} times in one analysis")
        said = statement.attribution
        last = max(piece.end for piece in (*said.source, *said.cue, *said.content))
        if last > len(text):
            raise LedgerError(f"{what} ends at {last}, but the text has {len(text)} code points")
        encode(statement, what)
    encode(analysis.version, f"the version that analysed article {key}")


def check_rejection(rejection: Rejection, key: str, taken_in: datetime) -> None:
    """Refuse a rejection that could not be given back as it came; raises `LedgerError`."""
    what = f"rejected item {key} ({rejection.origin!a})"
    check_time(taken_in, what)
    encode(rejection, what)


def check_decided(decided: Decided) -> str:
    """Return the decision as JSON; raises `LedgerError` where it cannot be written."""
    decision = decided.decision
    what = f"the decision on {subject_of(decided)}"
    # JSON has no word for "not a number": it would be read back as null, which no verdict allows.
    if isinstance(decision, Judgement) and not isfinite(decision.verdict.confidence):
        raise LedgerError(f"{what} has a confidence of {decision.verdict.confidence}")
    encode((decided.by, decided.version), what)
    return encode(decision, what)


def check_correction(correction: Correction, on_record: bool, undoes_known: bool) -> None:
    """Refuse a correction met before, and the undoing of one never made."""
    what = f"correction {correction.id}"
    if on_record:
        raise LedgerError(f"{what} is on record already")
    if correction.kind == UNDO and not undoes_known:
        raise LedgerError(f"{what} undoes {correction.subject}, which is not on record")
    check_time(correction.when, what)
    encode(correction, what)


def check_time(time: datetime, what: str) -> None:
    """Refuse a time without a zone: which moment it means depends on who reads it."""
    if time.utcoffset() is None:
        raise LedgerError(f"{what} has a time without a zone: {time.isoformat()}")
    try:
        time.astimezone(UTC)
    except OverflowError:
        raise LedgerError(f"{what} has a time outside the calendar: {time.isoformat()}") from None


def kind_of(decided: Decided) -> str:
    """Return the kind under which a decision is kept."""
    return "judgement" if isinstance(decided.decision, Judgement) else "standing"


def subject_of(decided: Decided) -> str:
    """Return what was decided about: a statement's id or an article's key."""
    decision = decided.decision
    return decision.statement if isinstance(decision, Judgement) else decision.article


def with_undoings(corrections: Sequence[Correction]) -> list[Correction]:
    """Return `corrections` (oldest first) with `undone_by` filled in.

    An undoing can be undone itself, and what it had taken back then holds again. Where several
    undo the same one, the first of them is named.
    """
    undone: dict[str, str] = {}
    # Whatever undoes a correction comes after it, so from the end all is known when it is needed.
    for correction in reversed(corrections):
        if correction.kind == UNDO and correction.id not in undone:
            undone[correction.subject] = correction.id
    return [replace(each, undone_by=undone.get(each.id)) for each in corrections]
