"""Advertisements, by the label that they must bear; they are no news.

A label counts only where it stands with who pays, or says that somebody does: many a page has
the word "advertisement" between two paragraphs.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from redite.lang import languages, words
from redite.lang.digests import DigestWords
from redite.text.phrase_patterns import any_of
from redite.values import Article, Span

_REGISTERED = re.compile(r"\berid\s?[=:]\s?\w{6,}", re.IGNORECASE)
"""The number that the Russian register of advertising gives to each."""


def is_advertised(article: Article, at: int) -> bool:
    """Say whether what stands at offset `at` belongs to an advertisement.

    In a round-up only the item that bears the label is one.
    """
    whole = Span(0, len(article.text))
    item = next((span for span in article.items if span.start <= at < span.end), whole)
    return _labelled(article.text, item)


@lru_cache(maxsize=1024)
def _labelled(text: str, item: Span) -> bool:
    told = item.of(text)
    return _REGISTERED.search(told) is not None or _paid().search(told) is not None


@cache
def _paid() -> re.Pattern[str]:
    """Return the labels of all languages: an outlet's label is in its own, not in the text's."""
    lists = (words(code, "digests", DigestWords).advertised for code in languages())
    labels = any_of(label for listed in lists for label in listed)
    behind = r"(?:(?<=[.:])\s*\S|(?<![.:])\b)"
    return re.compile(rf"^[\W_]*{labels}{behind}", re.IGNORECASE | re.MULTILINE)
