"""Advertisements, by the label that they must bear; they are no news.

A label counts only where it stands with who pays, or says that somebody does: many a page has
the word "advertisement" between two paragraphs.
"""

from __future__ import annotations

import re
from functools import lru_cache

from redite.values import Article, Span

_REGISTERED = re.compile(r"\berid\s?[=:]\s?\w{6,}", re.IGNORECASE)
"""The number that the Russian register of advertising gives to each."""
_PAID = re.compile(
    r"^[\W_]*(?:"
    r"реклама[.:]\s*\S|на правах рекламы\b|на правах реклами\b|рекламодатель:|рекламодавець:"
    r"|(?:sponsored|paid) (?:content|post|partnership)\b|advertorial\b"
    r"|publi-?r[ée]dactionnel|contenu sponsorisé|bezahlte (?:anzeige|partnerschaft)|anzeige:\s*\S)",
    re.IGNORECASE | re.MULTILINE,
)
"""At the beginning of a line, in whatever language the text is."""


def is_advertised(article: Article, at: int) -> bool:
    """Say whether what stands at offset `at` belongs to an advertisement.

    In a round-up only the item that bears the label is one.
    """
    whole = Span(0, len(article.text))
    item = next((span for span in article.items if span.start <= at < span.end), whole)
    return _labelled(article.text, item)


@lru_cache(maxsize=1024)
def _labelled(text: str, item: Span) -> bool:
    words = item.of(text)
    return _REGISTERED.search(words) is not None or _PAID.search(words) is not None
