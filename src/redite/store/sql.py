"""The ledger in a database, through SQLAlchemy Core. Nothing here is particular to one database."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from itertools import groupby, islice
from typing import Any

from sqlalchemy import Connection, Engine, RowMapping, Select, Table, func, select
from sqlalchemy.exc import SQLAlchemyError

from redite.errors import LedgerError
from redite.interfaces import Correction, Decided, Seal, Written
from redite.store import queries, rows, sealing
from redite.store.schema import (
    analyses,
    articles,
    corrections,
    decisions,
    particulars,
    rejections,
    statements,
)
from redite.values import Analysis, Article, Rejection, Statement

_CHUNK = 500
"""Decisions looked up together; SQLite takes at most 32,766 parameters in one query."""


WRITES = "redite_writes"
"""Execution option of a connection that is going to write, for databases that need to know."""


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Give a connection whose transaction is committed at the end, or undone after an error."""
    with engine.connect() as connection:
        connection.execution_options(**{WRITES: True})
        with connection.begin():
            yield connection


class SqlStore:
    """A ledger in a database whose schema is in place: `redite.store.open_store` sees to that."""

    def __init__(
        self, engine: Engine, name: str, explain: Callable[[str, SQLAlchemyError], str]
    ) -> None:
        self.engine = engine
        self._name = name
        self._explain = explain

    def add(self, article: Article, analysis: Analysis) -> bool:
        """Append an article with its analysis; False, and nothing written, if it is known."""
        sealing.check_article(article)
        sealing.check_analysis(analysis, article.key, article.text)
        with self._writing() as connection:
            if _known(connection, article.key):
                return False
            connection.execute(articles.insert(), rows.of_article(article))
            connection.execute(particulars.insert(), rows.of_particulars(article, seq=1))
            _append(connection, analysis, seq=1, text=article.text)
        return True

    def renew(self, known: Article, renewed: Article, analysis: Analysis) -> bool:
        """Append what is now known about an article; False, and nothing written, if it is stale."""
        sealing.check_renewal(known, renewed)
        sealing.check_analysis(analysis, renewed.key, renewed.text)
        with self._writing() as connection:
            if known == renewed or _article(connection, known.key) != known:
                return False
            seq = _next(connection, particulars, known.key)
            connection.execute(particulars.insert(), rows.of_particulars(renewed, seq))
            seq = _next(connection, analyses, known.key)
            _append(connection, analysis, seq, text=renewed.text)
        return True

    def add_analysis(self, analysis: Analysis) -> None:
        """Append an analysis by another version; it replaces the one in force."""
        with self._writing() as connection:
            text = connection.scalar(
                select(articles.c.text).where(articles.c.key == analysis.article)
            )
            if text is None:
                raise LedgerError(f"no article {analysis.article} to add an analysis to")
            sealing.check_analysis(analysis, analysis.article, text)
            _append(connection, analysis, _next(connection, analyses, analysis.article), text)

    def add_rejection(self, rejection: Rejection, key: str, taken_in: datetime) -> bool:
        """Append a rejected item under `key`; False, and nothing written, if it is known."""
        sealing.check_rejection(rejection, key, taken_in)
        with self._writing() as connection:
            if _known(connection, key):
                return False
            connection.execute(rejections.insert(), rows.of_rejection(rejection, key, taken_in))
        return True

    def articles(self) -> Iterator[Article]:
        """Yield every article, in order."""
        with self._reading() as connection:
            for row in _stream(connection, queries.ARTICLES):
                yield rows.article(row)

    def article(self, key: str) -> Article | None:
        """Return one article, or None."""
        with self._reading() as connection:
            return _article(connection, key)

    def rejections(self) -> Iterator[tuple[str, Rejection, datetime]]:
        """Yield every rejected item as (key, rejection, taken in), by key."""
        with self._reading() as connection:
            for row in _stream(connection, queries.REJECTIONS):
                yield row["key"], rows.rejection(row), row["taken_in"]

    def statements(self, article: str | None = None) -> Iterator[Statement]:
        """Yield the statements in force, of one article or of all, in order."""
        query = queries.STATEMENTS_IN_FORCE
        if article is not None:
            query = query.where(particulars.c.article == article)
        with self._reading() as connection:
            for row in _stream(connection, query):
                if row["id"] is not None:
                    yield rows.statement(row)

    def analyses(self) -> Mapping[str, str]:
        """Return the version of the analysis in force of every article, by article key."""
        with self._reading() as connection:
            found = connection.execute(queries.ANALYSES_IN_FORCE)
            return {article: version for article, version in found}

    def decide(self, decided: Iterable[Decided], at: datetime) -> int:
        """Append those that differ from what is in force; returns how many were written."""
        sealing.check_time(at, "a set of decisions")
        coming = iter(decided)
        written = 0
        # What is still to be worked out is worked out inside the transaction: other programs may
        # read meanwhile, but not write.
        with self._writing() as connection:
            while chunk := list(islice(coming, _CHUNK)):
                new = _differing(connection, chunk, at)
                if new:
                    connection.execute(decisions.insert(), new)
                written += len(new)
        return written

    def standings(self) -> Mapping[str, Decided]:
        """Return the standing in force of every article that has one, by article key."""
        return self._decided("standing")

    def judgements(self) -> Mapping[str, Decided]:
        """Return the judgement in force of every statement that has one, by statement id."""
        return self._decided("judgement")

    def judged(self, statement: str) -> Iterator[tuple[datetime, Decided]]:
        """Yield every judgement ever made on one statement with its time, the first one first."""
        with self._reading() as connection:
            ever = connection.execute(queries.judgements_on(statement)).mappings()
            found = [(row["at"], rows.decided(row)) for row in ever]
        yield from found

    def correct(self, correction: Correction) -> None:
        """Append a person's correction, or one that undoes an earlier one."""
        with self._writing() as connection:
            seq = connection.scalar(select(func.max(corrections.c.seq))) or 0
            named = select(corrections.c.id).where(
                corrections.c.id.in_([correction.id, correction.subject])
            )
            found = set(connection.scalars(named))
            sealing.check_correction(
                correction,
                on_record=correction.id in found,
                undoes_known=correction.subject in found,
            )
            connection.execute(corrections.insert(), rows.of_correction(correction, seq + 1))

    def corrections(self) -> Iterator[Correction]:
        """Yield every correction, oldest first, with `undone_by` filled in."""
        with self._reading() as connection:
            found = connection.execute(queries.CORRECTIONS).mappings()
            on_record = [rows.correction(row) for row in found]
        yield from sealing.with_undoings(on_record)

    def mark(self) -> tuple[int, ...]:
        """Return what changes with every decision or correction; cheap to ask."""
        with self._reading() as connection:
            return tuple(connection.execute(queries.MARK).one())

    def written(self) -> Written:
        """Return how much was written so far; cheap to ask."""
        with self._reading() as connection:
            return Written(*connection.execute(queries.WRITTEN).one())

    def seals(self) -> Iterator[Seal]:
        """Yield what was recorded of every article when it was written, in order."""
        with self._reading() as connection:
            ever = _stream(connection, queries.STATEMENTS_EVER)
            for row, (_, sealed) in zip(
                _stream(connection, queries.TEXTS),
                groupby(ever, key=lambda each: str(each["of"])),
                strict=True,
            ):
                mine = tuple(
                    rows.sealed_statement(each) for each in sealed if each["id"] is not None
                )
                yield Seal(row["key"], row["text"], row["text_hash"], mine, row["recorded"] or 0)

    def close(self) -> None:
        """Release files and connections; the store cannot be used afterwards."""
        self.engine.dispose()

    def _decided(self, kind: str) -> dict[str, Decided]:
        with self._reading() as connection:
            found = _stream(connection, queries.decisions_in_force(kind))
            return {row["subject"]: rows.decided(row) for row in found}

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with self._explained(), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with self._explained(), writing(self.engine) as connection:
            yield connection

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except SQLAlchemyError as error:
            raise LedgerError(self._explain(self._name, error)) from error


def _stream(connection: Connection, query: Select[Any]) -> Iterator[RowMapping]:
    yield from connection.execute(query, execution_options={"yield_per": 200}).mappings()


def _known(connection: Connection, key: str) -> bool:
    return connection.execute(queries.KNOWN, {"wanted": key}).first() is not None


def _article(connection: Connection, key: str) -> Article | None:
    row = connection.execute(queries.ARTICLES.where(articles.c.key == key)).mappings().first()
    return None if row is None else rows.article(row)


def _next(connection: Connection, table: Table, article: str) -> int:
    """Return the number that the next row of `table` about an article gets."""
    latest = select(func.max(table.c.seq)).where(table.c.article == article)
    return (connection.scalar(latest) or 0) + 1


def _append(connection: Connection, analysis: Analysis, seq: int, text: str) -> None:
    connection.execute(analyses.insert(), rows.of_analysis(analysis, seq))
    if analysis.statements:
        found = [rows.of_statement(statement, seq, text) for statement in analysis.statements]
        connection.execute(statements.insert(), found)


def _differing(connection: Connection, chunk: list[Decided], at: datetime) -> list[rows.Row]:
    """Return the rows to append for those of `chunk` that differ from what is in force."""
    in_force: dict[tuple[str, str], tuple[int, Decided]] = {}
    for kind in ("standing", "judgement"):
        subjects = [sealing.subject_of(each) for each in chunk if sealing.kind_of(each) == kind]
        query = queries.decisions_in_force(kind).where(decisions.c.subject.in_(subjects))
        for row in connection.execute(query).mappings() if subjects else ():
            in_force[kind, row["subject"]] = (row["seq"], rows.decided(row))
    new = []
    for each in chunk:
        payload = sealing.check_decided(each)
        place = (sealing.kind_of(each), sealing.subject_of(each))
        seq, latest = in_force.get(place, (0, None))
        if each != latest:
            in_force[place] = (seq + 1, each)
            new.append(rows.of_decided(each, payload, seq + 1, at))
    return new
