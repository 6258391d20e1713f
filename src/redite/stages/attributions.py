"""Stage 2: who said what, as spans. The reading is done by a `Tagger` (see redite.models)."""

from __future__ import annotations

from collections.abc import Sequence

from redite.interfaces import Passage, Tagger
from redite.text.clause_ends import carried_on
from redite.text.contested import decided
from redite.text.patients import speaking
from redite.text.sources import mended
from redite.text.unsaid import spoken
from redite.values import Article, Attribution


def find(articles: Sequence[Article], tagger: Tagger) -> list[tuple[Attribution, ...]]:
    """Return the attributions of each article, in text order; offsets count in its text.

    The items of a digest are read one by one, so that no speaker leaks from one to the next.
    """
    pieces = [
        (number, item.start, Passage(item.of(article.text), article.language))
        for number, article in enumerate(articles)
        for item in article.items
    ]
    found: list[list[Attribution]] = [[] for _ in articles]
    tagged = tagger.tag([passage for _, _, passage in pieces])
    for (number, start, _), attributions in zip(pieces, tagged, strict=True):
        found[number].extend(attribution.shifted(start) for attribution in attributions)
    for number, article in enumerate(articles):
        named = mended(found[number], article.text, article.language)
        active = speaking(named, article.text, article.language)
        claimed = decided(active, article.text)
        whole = carried_on(claimed, article.text, article.language)
        found[number] = list(spoken(whole, article.text, article.language))
    return [tuple(sorted(each, key=_position)) for each in found]


def _position(attribution: Attribution) -> tuple[int, int]:
    return (attribution.content[0].start, attribution.content[-1].end)
