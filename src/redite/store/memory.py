"""The ledger in memory: the reference that every other store must equal, and a store for tests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from redite.errors import LedgerError
from redite.interfaces import Correction, Decided, Seal, SealedStatement, Written
from redite.store import sealing
from redite.values import Analysis, Article, Rejection, Statement


class MemoryStore:
    """A ledger that is gone when the program ends. For one thread."""

    def __init__(self) -> None:
        self._articles: dict[str, Article] = {}
        self._analyses: dict[str, list[Analysis]] = {}
        self._rejections: dict[str, tuple[Rejection, datetime]] = {}
        self._decided: dict[tuple[str, str], list[tuple[datetime, Decided]]] = {}
        self._corrections: dict[str, Correction] = {}

    def add(self, article: Article, analysis: Analysis) -> bool:
        """Append an article with its analysis; False, and nothing written, if it is known."""
        sealing.check_article(article)
        sealing.check_analysis(analysis, article.key, article.text)
        if self._known(article.key):
            return False
        self._articles[article.key] = article
        self._analyses[article.key] = [analysis]
        return True

    def renew(self, known: Article, renewed: Article, analysis: Analysis) -> bool:
        """Append what is now known about an article; False, and nothing written, if it is stale."""
        sealing.check_renewal(known, renewed)
        sealing.check_analysis(analysis, renewed.key, renewed.text)
        if known == renewed or self._articles.get(known.key) != known:
            return False
        self._articles[renewed.key] = renewed
        self._analyses[renewed.key].append(analysis)
        return True

    def add_analysis(self, analysis: Analysis) -> None:
        """Append an analysis by another version; it replaces the one in force."""
        article = self._articles.get(analysis.article)
        if article is None:
            raise LedgerError(f"no article {analysis.article} to add an analysis to")
        sealing.check_analysis(analysis, article.key, article.text)
        self._analyses[article.key].append(analysis)

    def add_rejection(self, rejection: Rejection, key: str, taken_in: datetime) -> bool:
        """Append a rejected item under `key`; False, and nothing written, if it is known."""
        sealing.check_rejection(rejection, key, taken_in)
        if self._known(key):
            return False
        self._rejections[key] = (rejection, taken_in)
        return True

    def articles(self) -> Iterator[Article]:
        """Yield every article, in order."""
        yield from sorted(self._articles.values(), key=lambda article: article.order)

    def article(self, key: str) -> Article | None:
        """Return one article, or None."""
        return self._articles.get(key)

    def rejections(self) -> Iterator[tuple[str, Rejection, datetime]]:
        """Yield every rejected item as (key, rejection, taken in), by key."""
        for key, (rejection, taken_in) in sorted(self._rejections.items()):
            yield key, rejection, taken_in

    def statements(self, article: str | None = None) -> Iterator[Statement]:
        """Yield the statements in force, of one article or of all, in order."""
        in_force = {key: analyses[-1] for key, analyses in self._analyses.items()}
        for key in [each.key for each in self.articles()] if article is None else [article]:
            if key in in_force:
                yield from sorted(in_force[key].statements, key=lambda each: each.position)

    def analyses(self) -> Mapping[str, str]:
        """Return the version of the analysis in force of every article, by article key."""
        return {key: analyses[-1].version for key, analyses in sorted(self._analyses.items())}

    def decide(self, decided: Iterable[Decided], at: datetime) -> int:
        """Append those that differ from what is in force; returns how many were written."""
        sealing.check_time(at, "a set of decisions")
        coming = list(decided)
        for each in coming:
            sealing.check_decided(each)
        written = 0
        for each in coming:
            history = self._decided.setdefault(
                (sealing.kind_of(each), sealing.subject_of(each)), []
            )
            if not history or history[-1][1] != each:
                history.append((at, each))
                written += 1
        return written

    def standings(self) -> Mapping[str, Decided]:
        """Return the standing in force of every article that has one, by article key."""
        return self._in_force("standing")

    def judgements(self) -> Mapping[str, Decided]:
        """Return the judgement in force of every statement that has one, by statement id."""
        return self._in_force("judgement")

    def judged(self, statement: str) -> Iterator[tuple[datetime, Decided]]:
        """Yield every judgement ever made on one statement with its time, the first one first."""
        yield from self._decided.get(("judgement", statement), ())

    def correct(self, correction: Correction) -> None:
        """Append a person's correction, or one that undoes an earlier one."""
        sealing.check_correction(
            correction,
            on_record=correction.id in self._corrections,
            undoes_known=correction.subject in self._corrections,
        )
        self._corrections[correction.id] = correction

    def corrections(self) -> Iterator[Correction]:
        """Yield every correction, oldest first, with `undone_by` filled in."""
        yield from sealing.with_undoings(list(self._corrections.values()))

    def mark(self) -> tuple[int, ...]:
        """Return what changes with every decision or correction."""
        return self.written()[1:]

    def written(self) -> Written:
        """Return how much was written so far."""
        decisions = sum(map(len, self._decided.values()))
        return Written(sum(map(len, self._analyses.values())), decisions, len(self._corrections))

    def seals(self) -> Iterator[Seal]:
        """Yield what was recorded of every article when it was written, in order.

        Nothing is recorded apart from the values themselves: they are frozen.
        """
        for article in self.articles():
            statements = [
                SealedStatement(statement, sealing.words(statement, article.text))
                for analysis in self._analyses[article.key]
                for statement in sorted(analysis.statements, key=lambda each: each.position)
            ]
            yield Seal(
                article.key,
                article.text,
                sealing.text_hash(article.text),
                tuple(statements),
                len(statements),
            )

    def close(self) -> None:
        """Do nothing: there is nothing to release."""

    def _known(self, key: str) -> bool:
        return key in self._articles or key in self._rejections

    def _in_force(self, kind: str) -> dict[str, Decided]:
        return {
            subject: history[-1][1]
            for (each, subject), history in sorted(self._decided.items())
            if each == kind
        }
