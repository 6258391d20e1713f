"""The ledger as it is read: every statement joined with all that is in force about it."""

from __future__ import annotations

from collections.abc import Iterator

from redite.interfaces import Store
from redite.laid_over import shown
from redite.values import Judgement, Record, Standing


def load(store: Store, *, all_versions: bool = False) -> Iterator[Record]:
    """Yield the statements on record with article, standing and judgement, in ledger order.

    Statements that stand only in earlier versions of an edited article come with
    `all_versions`. Where a person has decided otherwise, his or her word stands. What has not been
    judged yet is not yielded: settle the ledger first. Nor is what another program takes in
    meanwhile.
    """
    yield from shown(judged(store, all_versions), list(store.corrections()))


def judged(store: Store, all_versions: bool) -> Iterator[Record]:
    """Yield what `load` does, as the machine decided it: without what people said of it."""
    standings = store.standings()
    judgements = store.judgements()
    articles = {article.key: article for article in store.articles()}
    for statement in store.statements():
        article = articles.get(statement.article)
        placed, judged = standings.get(statement.article), judgements.get(statement.id)
        if article is None or placed is None or judged is None:
            continue
        standing, judgement = placed.decision, judged.decision
        assert isinstance(standing, Standing)
        assert isinstance(judgement, Judgement)
        if standing.superseded_by is not None and not all_versions:
            continue
        yield Record(article, standing, statement, judgement, judged.by, judged.version)
