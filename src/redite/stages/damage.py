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

from collections.abc import Iterable, Iterator, Mapping, Sequence

from redite.interfaces import Comparer
from redite.text.damage import ENOUGH, SUSPECT, Signs, signs
from redite.translation.alignment import Alignment
from redite.translation.details import TOLD, differs, outvoted
from redite.translation.likelihoods import between, contradicted, lost, lost_beside, turned, unclear
from redite.translation.reports import Reports
from redite.translation.said import loose
from redite.translation.suspicion import Suspicion
from redite.values import Article, Damage, DamageKind, Record


class Flags(Mapping[str, tuple[Damage, ...]]):
    """What is damaged in articles, by article key, in text order; looked for when asked for.

    Other texts than those asked for are read only where one of these is held against them: the
    brief of a day costs what that day does, whatever else is on record. An article without damage
    has an empty entry. Words under a flag must never be quoted without it.
    """

    def __init__(
        self,
        articles: Iterable[Article],
        records: Sequence[Record],
        comparer: Comparer | None = None,
    ) -> None:
        """Hold `articles` against all that is on record; their own statements are among it.

        With a `comparer` more reports of one thing are found, above all across languages.
        """
        self._articles = {article.key: article for article in articles}
        self._stated: dict[str, list[Record]] = {}
        for record in records:
            self._stated.setdefault(record.article.key, []).append(record)
        self._suspicion = Suspicion(records)
        self._reports = Reports(records, self._suspicion)
        self._alignment = Alignment(self._reports, records, comparer)
        self._found: dict[str, tuple[Damage, ...]] = {}

    def __getitem__(self, key: str) -> tuple[Damage, ...]:
        """Return the damage of the article with this key."""
        found = self._found.get(key)
        if found is None:
            found = self._found[key] = _ordered(self._look(self._articles[key]))
        return found

    def __iter__(self) -> Iterator[str]:
        """Iterate over the keys of all articles."""
        return iter(self._articles)

    def __len__(self) -> int:
        """Return the number of articles, damaged or not."""
        return len(self._articles)

    def _look(self, article: Article) -> Iterator[Damage]:
        shown, suspicion = self._suspicion.signs(article), self._suspicion
        stated = self._stated.get(article.key, [])
        translated = suspicion.count(article) >= ENOUGH
        yield from filter(suspicion.not_attested(article), shown.damage)
        yield from suspicion.strays(article)
        yield from shown.doubtful if translated else ()
        yield from lost(self._reports, article, shown.lost, translated)
        if suspicion.falls_on(article):
            yield from _in_translation(article, stated, self._reports, shown, self._alignment)
        else:
            yield from _in_any_text(stated, self._reports, shown, self._alignment)


def flags(records: Sequence[Record]) -> Flags:
    """Return what is damaged in the articles of `records`."""
    return Flags((record.article for record in records), records)


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
