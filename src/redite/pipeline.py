"""The pipeline: read this first.

    pages -> articles -> attributions -> statements -> verdicts -> brief

Reading one input goes through the stages that look at one article alone:

    intake.read          paths, addresses      -> documents
    articles.admit       a document            -> an article, or a rejection with its reason
    attributions.find    articles              -> who said what, as spans
    statements.resolve   article, attributions -> statements: speaker, chain, date
    store.add            all of an article in one transaction

Settling the ledger goes through the stages that look at everything on record. Each is a pure
function of what is stored, so that the order of arrival cannot matter, and a late article
re-judges what it affects. What was decided before is recalled (`redite.stages.recalled`) where
nothing that it rests on has changed:

    articles.place       all articles          -> versions, reprints, public ids
    speakers.identify    all statements        -> one speaker whatever the script or spelling
    verdicts.judge       statements in order   -> utterance, claim, verdict with its evidence
    store.decide         what differs from the decisions in force is appended

What leaves the ledger is made from `records.load`: exports, search, trace, and `briefs.write`.
Texts are read without one by `redite.without_ledger`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from itertools import islice
from typing import TypeVar

from redite.interfaces import Comparer, Correction, Decided, Decision, Store, Tagger
from redite.stages import articles, attributions, speakers, statements, verdicts
from redite.stages.recalled import Keeper
from redite.text.ids import article_key, rejection_key
from redite.values import (
    Analysis,
    Article,
    Document,
    Judgement,
    Rejection,
    Standing,
    Statement,
)

Clock = Callable[[], datetime]
"""Returns the present moment, aware."""

BATCH = 32
"""Articles read by the tagger in one go; each is stored in a transaction of its own."""


class Fate(StrEnum):
    """What became of one item in this run. Versions and duplicates show once it is settled."""

    TAKEN = "taken in"
    KNOWN = "already known"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Taken:
    """One item of input, and what became of it."""

    origin: str
    key: str
    fate: Fate
    reason: str = ""
    notes: tuple[str, ...] = ()
    statements: int = 0
    renewed: bool = False
    """Whether it is known, and something about it is known better now."""


def analyse(found: Sequence[Article], tagger: Tagger) -> list[Analysis]:
    """Return the statements in each article, from that article alone."""
    version = f"{tagger.version} {statements.VERSION}"
    return [
        statements.resolve(article, attributed, version)
        for article, attributed in zip(found, attributions.find(found, tagger), strict=True)
    ]


def take_in(
    found: Iterable[Document | Rejection], store: Store, tagger: Tagger, clock: Clock
) -> Iterator[Taken]:
    """Store what intake found, article by article, and yield what became of each item.

    A text that is known changes nothing, unless it comes with better particulars this time (see
    `articles.merge`). Killed at any point it leaves whole articles only; run again on the same
    input it goes on where it stopped. Settle the ledger afterwards.
    """
    for batch in batches(found):
        admitted: dict[str, Article] = {}
        for item in batch:
            now = clock()
            known = store.article(article_key(item)) if isinstance(item, Document) else None
            outcome = articles.admit(item, now, known) if isinstance(item, Document) else item
            if isinstance(outcome, Rejection):
                yield _reject(outcome, store, now)
            elif outcome.key in admitted:
                admitted[outcome.key] = articles.merge(admitted[outcome.key], outcome)
                yield Taken(outcome.origin, outcome.key, Fate.KNOWN)
            elif known is not None:
                renewed = _see_again(outcome, store, tagger)
                yield Taken(outcome.origin, outcome.key, Fate.KNOWN, renewed=renewed)
            else:
                admitted[outcome.key] = outcome
        fresh = list(admitted.values())
        for article, analysis in zip(fresh, analyse(fresh, tagger), strict=True):
            fate, renewed = Fate.TAKEN, False
            if not store.add(article, analysis):  # another program was faster
                fate, renewed = Fate.KNOWN, _see_again(article, store, tagger)
            count = len(analysis.statements)
            yield Taken(article.origin, article.key, fate, "", article.notes, count, renewed)


def _see_again(seen: Article, store: Store, tagger: Tagger) -> bool:
    """Add to what is known of an article what this sighting of it knows better; False if nothing.

    It is analysed again, because what an analysis says rests on the particulars too: a date, a
    language, whom it relays.
    """
    while (known := store.article(seen.key)) is not None:
        renewed = articles.merge(known, seen)
        if renewed == known:
            return False
        if store.renew(known, renewed, *analyse([renewed], tagger)):
            return True
    return False


def _reject(rejection: Rejection, store: Store, now: datetime) -> Taken:
    key = rejection_key(rejection.origin, rejection.reason, rejection.document)
    store.add_rejection(rejection, key, now)
    return Taken(rejection.origin, key, Fate.REJECTED, rejection.reason)


def reanalyse(store: Store, tagger: Tagger) -> Iterator[str]:
    """Analyse again what an older version analysed; yields the key of each article done.

    Old analyses stay on record; the new ones are in force. Settle the ledger afterwards.
    """
    version = f"{tagger.version} {statements.VERSION}"
    stale = [key for key, made_by in store.analyses().items() if made_by != version]
    for keys in batches(stale):
        found = [article for key in keys if (article := store.article(key)) is not None]
        for analysis in analyse(found, tagger):
            store.add_analysis(analysis)
            yield analysis.article


def unsettled(store: Store) -> bool:
    """Say whether something on record has not been judged: a run was killed before it settled."""
    if store.analyses().keys() != store.standings().keys():
        return True
    judged = store.judgements().keys()
    return any(statement.id not in judged for statement in store.statements())


def settle(
    store: Store, clock: Clock, comparer: Comparer | None = None, keeper: Keeper | None = None
) -> int:
    """Decide everything that depends on the whole ledger; returns how many decisions changed.

    Settling twice changes nothing the second time. Without a comparer verdicts rest on words
    alone, which finds far less across languages. With a `keeper` of earlier decisions only what
    has changed, and what that touches, is judged: the outcome is the same, only sooner there.
    """
    version = f"{articles.VERSION} {speakers.VERSION} {verdicts.version(comparer)}"
    state = store.written()
    # Before the transaction, which keeps other programs from writing: it takes longest by far.
    beforehand = _decisions(store, comparer, keeper)

    def decided() -> Iterator[Decided]:
        """Yield what is decided; `Store.decide` asks when no other program can write any more.

        So what another run has taken in meanwhile cannot be half seen, nor can older decisions
        replace newer ones.
        """
        still = store.written() == state
        for each in beforehand if still else _decisions(store, comparer, keeper):
            yield Decided(each, "machine", version)

    return store.decide(decided(), clock())


def _decisions(store: Store, comparer: Comparer | None, keeper: Keeper | None) -> list[Decision]:
    """Return what is decided about all that is on record now."""
    # Statements first: an article that comes meanwhile does no harm, one that lacks would.
    reported = tuple(store.statements())
    corrections = tuple(store.corrections())
    placed, judged = decide(tuple(store.articles()), reported, corrections, comparer, keeper)
    return [*placed, *judged]


def decide(
    found: Sequence[Article],
    reported: Sequence[Statement],
    corrections: Sequence[Correction] = (),
    comparer: Comparer | None = None,
    keeper: Keeper | None = None,
) -> tuple[list[Standing], list[Judgement]]:
    """Return the standing of every article and the judgement on every statement.

    A pure function of them; `reported` is in ledger order, `corrections` oldest first.
    """
    standings = articles.place(found)
    by_key = {article.key: article for article in found}
    identified = speakers.identify(reported, by_key, corrections)
    cases = [
        verdicts.Case(
            by_key[statement.article],
            standings[statement.article],
            statement,
            identified[statement.id].speaker,
            identified[statement.id].via,
        )
        for statement in reported
    ]
    judged = [
        replace(
            judgement,
            reason=identified[judgement.statement].reason,
            via_reasons=identified[judgement.statement].via_reasons,
        )
        for judgement in verdicts.judge(cases, comparer, corrections, keeper)
    ]
    return list(standings.values()), judged


Item = TypeVar("Item")


def batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    """Yield the items, as many at a time as the tagger reads in one go."""
    left = iter(items)
    while batch := list(islice(left, BATCH)):
        yield batch
