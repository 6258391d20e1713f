"""What translations have damaged: words, names, and meanings turned round.

1. Each text is looked at alone (`redite.text.damage`), and its names are held against those that
   other texts print. With a sign it is suspected of being translated by a machine.
2. In a suspected text an estimate is held against others of the same matter, and every clause
   that was said against the clauses of other reports that are about the same, nearest in meaning
   (`redite.translation.alignment`). It is flagged where most of them say the contrary, or give
   another number, day or unit; and where it has lost the word that its degree belongs to.
3. In any other text a clause is flagged only where two reports of the same saying in other
   languages differ from it so, and an estimate also where its source contradicted it both before
   and after: people correct themselves, and a changed estimate is news and no damage.

A pure function of what is on record: nothing is stored, and a late report corrects the flags.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from redite.interfaces import Comparer
from redite.text.damage import ENOUGH, SUSPECT, Signs, signs
from redite.translation.alignment import Alignment
from redite.translation.details import TOLD, differs, outvoted
from redite.translation.likelihoods import between, contradicted, lost, lost_beside, turned, unclear
from redite.translation.names import Names
from redite.translation.reports import Reports
from redite.translation.said import loose
from redite.values import Article, Damage, DamageKind, Record


def flags(records: Iterable[Record]) -> dict[str, tuple[Damage, ...]]:
    """Return what is damaged in the articles of `records`, by article key, in text order.

    An article without damage has no entry. Words under a flag must never be quoted without it.
    """
    reported = list(records)
    articles = {record.article.key: record.article for record in reported}
    return find(list(articles.values()), reported)


def find(
    articles: Sequence[Article], records: Sequence[Record], comparer: Comparer | None = None
) -> dict[str, tuple[Damage, ...]]:
    """Return what is damaged in `articles`, by article key; `records` are their statements.

    Articles without statements are looked at too, which `flags` cannot do. With a `comparer` more
    reports of one thing are found, above all across languages.
    """
    shown = {article.key: signs(article.text, article.language) for article in articles}
    named = Names(records, shown)
    strays = {article.key: named.strays(article) for article in articles}
    count = {key: one.count + len(strays[key]) for key, one in shown.items()}
    suspect = {key for key, number in count.items() if number >= SUSPECT}
    reports = Reports(records, shown, suspect)
    alignment = Alignment(reports, records, comparer)
    found: dict[str, list[Damage]] = {}
    for article in articles:
        one = shown[article.key]
        own = [*filter(named.not_attested(article), one.damage), *strays[article.key]]
        translated = count[article.key] >= ENOUGH
        own += one.doubtful if translated else ()
        own += lost(reports, article, one.lost, translated)
        found[article.key] = own
    by_article: dict[str, list[Record]] = {}
    for record in records:
        by_article.setdefault(record.article.key, []).append(record)
    for article in articles:
        stated = by_article.get(article.key, [])
        found[article.key] += (
            _in_translation(article, stated, reports, shown[article.key], alignment)
            if article.key in suspect
            else _in_any_text(stated, reports, shown[article.key], alignment)
        )
    return {key: _ordered(own) for key, own in found.items() if own}


def comparable(articles: Sequence[Article]) -> bool:
    """Say whether holding `articles` against each other may show more than each does alone.

    One of them shows a sign that a machine translated it, or there are enough to outvote one.
    """
    if len(articles) > TOLD:
        return True
    return any(signs(article.text, article.language).count >= SUSPECT for article in articles)


def _in_any_text(
    records: Sequence[Record], reports: Reports, shown: Signs, alignment: Alignment
) -> Iterator[Damage]:
    """Yield the flips of a text that may be as its author wrote it."""
    for clause, aligned in alignment.of(records, suspect=False):
        flip = lost_beside(clause, aligned, shown.lost) or outvoted(clause, aligned)
        if flip is not None:
            yield flip
    for record in records:
        flip = contradicted(reports, record) or between(reports, record)
        if flip is not None:
            yield flip


def _in_translation(
    article: Article,
    records: Sequence[Record],
    reports: Reports,
    shown: Signs,
    alignment: Alignment,
) -> Iterator[Damage]:
    """Yield the flips of a text that a machine may have translated."""
    yield from unclear(article, shown.muddled)
    for said in (*map(reports.said, records), *loose(article, records)):
        flip = turned(reports, said)
        if flip is not None:
            yield flip
    for clause, aligned in alignment.of(records, suspect=True):
        flip = lost_beside(clause, aligned, shown.lost) or differs(clause, aligned)
        if flip is not None:
            yield flip


_FLIPS_FIRST = (DamageKind.MEANING_FLIP, DamageKind.NAME, DamageKind.WORD)


def _ordered(found: Iterable[Damage]) -> tuple[Damage, ...]:
    """Return flags in text order, none overlapping one that is worse."""
    kept: list[Damage] = []
    for one in sorted(found, key=lambda d: (_FLIPS_FIRST.index(d.kind), d.span, d.why)):
        if not any(one.span.overlaps(other.span) for other in kept):
            kept.append(one)
    return tuple(sorted(kept, key=lambda one: one.span))
