"""Whether two sayings can be of one event, by what the passages around them name.

"Five people were hurt" names no town; the sentence before does. Sayings from passages that name
nobody and no place in common are of two events, however alike their words.
"""

from __future__ import annotations

import re
from functools import lru_cache

from redite.compare.words import LONGEST_WORD, keys_of
from redite.lang.comparison import known
from redite.values import Record

LONGEST = 800
"""Code points of a paragraph that are looked at on either side of what was said."""
LETTERS = 3
"""Of what is left of a name without its ending; less is an initial or an abbreviation."""
_INSIDE = re.compile(r"(?<=[\w,;:–—)»”-])[ \u00a0*_(«“„\"]{1,4}([^\W\d_][\w'’-]*)")


def one_event(record: Record, evidence: Record) -> bool:
    """Say whether what two sayings stand beside names somebody or some place in common.

    Where nothing is named, or the languages differ and names may be spelt otherwise, they may be of
    one event. Countries are too large to tell, and whoever speaks or publishes is no event.
    """
    if record.article.language != evidence.article.language:
        return True
    apart = _own(record) | _own(evidence)
    one, other = _named(record) - apart, _named(evidence) - apart
    return not one or not other or bool(one & other)


def _named(record: Record) -> frozenset[str]:
    """Return the names in the headline, in the paragraph of what was said, and in the one before.

    What follows may be about something else; last lines tell where else a channel can be read.
    """
    text, content = record.article.text, record.statement.attribution.content
    items = record.article.items
    first = next((item.start for item in items if item.contains(content[0])), 0)
    own = max(first, text.rfind("\n", 0, content[0].start) + 1)
    before = max(first, text.rfind("\n", 0, len(text[:own].rstrip())) + 1)
    end = text.find("\n", content[-1].end)
    last = len(text) if end < 0 else end
    head = text.find("\n", first)
    headline = text[first:head] if 0 <= head < before else ""
    passage = text[max(before, content[0].start - LONGEST) : min(last, content[-1].end + LONGEST)]
    return _names(f"{headline[:LONGEST]}\n{passage}", record.article.language)


def _own(record: Record) -> frozenset[str]:
    speaker = record.judgement.speaker
    words = f"{speaker.name or ''} {record.statement.speaker.mention} {record.article.publisher}"
    language = record.article.language
    return frozenset(key for word in words.split() for key in _keys(word, language))


@lru_cache(maxsize=4096)
def _names(passage: str, language: str | None) -> frozenset[str]:
    """Return the keys of names inside sentences; a first word may have its capital from that."""
    found = (match.group(1) for match in _INSIDE.finditer(passage))
    words = (word for word in found if word[0].isupper())
    return frozenset(key for word in words for key in _keys(word, language))


def _keys(word: str, language: str | None) -> list[str]:
    found = (key for key, _ in keys_of(word[:LONGEST_WORD], known(language)))
    return [key for key in found if key[0] not in ":=#" and len(key) >= LETTERS]
