"""Which texts look as if a machine had translated them: asked of one text after the other.

A brief of one day looks at the articles of that day and at those that they are held against,
whatever else is on record; so each text is read when it is asked for, and once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from redite.text.damage import SUSPECT, Signs, signs
from redite.translation.names import Names
from redite.values import Article, Damage, Record


class Suspicion:
    """The signs that texts show alone, and beside the names that other texts print."""

    def __init__(self, records: Sequence[Record]) -> None:
        self._signs: dict[str, Signs] = {}
        self._strays: dict[str, list[Damage]] = {}
        self._names = Names(records, self.signs)

    def signs(self, article: Article) -> Signs:
        """Return what a text shows by itself."""
        found = self._signs.get(article.key)
        if found is None:
            found = self._signs[article.key] = signs(article.text, article.language)
        return found

    def strays(self, article: Article) -> list[Damage]:
        """Return the names of an article that others print with another ending."""
        found = self._strays.get(article.key)
        if found is None:
            found = self._strays[article.key] = self._names.strays(article)
        return found

    def not_attested(self, article: Article) -> Callable[[Damage], bool]:
        """Return what says of a flag that it is not on a name which other texts print so."""
        return self._names.not_attested(article)

    def count(self, article: Article) -> int:
        """Return how many signs there are that a machine translated a text."""
        return self.signs(article).count + len(self.strays(article))

    def falls_on(self, article: Article) -> bool:
        """Say whether a text is suspected of having been translated by a machine."""
        return self.count(article) >= SUSPECT
