"""Whether two sayings can be of one event, by whom and what the passages around them name.

"Five people were hurt" names no town; the sentence before does. Two speakers whose passages name
nobody and no place in common speak of two events, however alike their words.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Sequence
from functools import lru_cache
from zlib import crc32

from redite.compare.words import LONGEST_WORD, keys_of, says_when
from redite.lang.comparison import known
from redite.values import Span

LONGEST = 800
"""Code points of a paragraph that are looked at on either side of what was said."""
LETTERS = 3
"""Of what is left of a name without its ending; less is an initial or an abbreviation."""
_INSIDE = re.compile(r"(?<=[\w,;:–—)»”-])[ \u00a0*_(«“„\"]{1,4}([^\W\d_][\w'’-]*)")

Scene = bytes
"""The names of a passage, as four bytes each in order: a million statements keep theirs."""


def scene(
    text: str,
    items: Sequence[Span],
    content: Sequence[Span],
    language: str | None,
    apart: Iterable[str | None] = (),
) -> Scene:
    """Return the names in the headline, in the paragraph of what was said, and in the one before.

    What follows may be about something else; last lines tell where else a channel can be read.
    Countries and months are too large to tell events apart, and so are those named `apart`, who
    speak or publish.
    """
    first = next((item.start for item in items if item.contains(content[0])), 0)
    own = max(first, text.rfind("\n", 0, content[0].start) + 1)
    before = max(first, text.rfind("\n", 0, len(text[:own].rstrip())) + 1)
    end = text.find("\n", content[-1].end)
    last = len(text) if end < 0 else end
    head = text.find("\n", first)
    headline = text[first:head] if 0 <= head < before else ""
    passage = text[max(before, content[0].start - LONGEST) : min(last, content[-1].end + LONGEST)]
    others = {
        key for name in apart for word in (name or "").split() for key in _keys(word, language)
    }
    names = _names(f"{headline[:LONGEST]}\n{passage}", language) - others
    return array("I", sorted(crc32(name.encode()) for name in names)).tobytes()


def one_scene(one: Scene, other: Scene) -> bool:
    """Say whether two passages in one language may be of one event: names in common, or none."""
    if not one or not other:
        return True
    return not set(memoryview(one).cast("I")).isdisjoint(memoryview(other).cast("I"))


@lru_cache(maxsize=4096)
def _names(passage: str, language: str | None) -> frozenset[str]:
    """Return the keys of names inside sentences; a first word may have its capital from that."""
    found = (match.group(1) for match in _INSIDE.finditer(passage))
    words = (word for word in found if word[0].isupper())
    return frozenset(key for word in words for key in _keys(word, language))


def _keys(word: str, language: str | None) -> list[str]:
    if says_when(word[:LONGEST_WORD], known(language)):
        return []
    found = (key for key, _ in keys_of(word[:LONGEST_WORD], known(language)))
    return [key for key in found if key[0] not in ":=#" and len(key) >= LETTERS]
