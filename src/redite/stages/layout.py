"""What lies in what in one article: its sentences and items, and the spans of its attributions.

Made once for an article; nothing here knows who anybody is. An attribution is named by its number
in reading order, a sentence by its number in the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from redite.lang import languages
from redite.lang import words as section
from redite.lang.attribution import Attribution as AttributionWords
from redite.text.dates import DateMention, find_dates
from redite.text.nesting import enclosing, stretches
from redite.text.parts import parts
from redite.text.quotes import quotations
from redite.text.sentences import sentences
from redite.values import Article, Attribution, Span, Spans

_WORD = re.compile(r"\w+")
_REACH = 800
"""Code points around source and cue within which their sentence is looked at."""
_NEIGHBOURS = 20
"""Attributions before and behind that can share a sentence with one."""
_HEADING = 250
"""Code points of a line at most, that is the heading of what follows."""
_BELOW = 600
"""Code points below a heading within which it is told again in full."""
_RELAYED_WORDS = 3
"""An outer content with fewer words of its own than this says nothing beyond relaying."""


def hull(attribution: Attribution) -> Span:
    """Return the extent of an attribution, from its first span to its last."""
    spans = (*attribution.source, *attribution.cue, *attribution.content)
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def reading_order(attribution: Attribution) -> tuple[int, int, Spans, Spans, Spans]:
    """Return the key of the order: outer before inner, then by place; no two share one."""
    whole = hull(attribution)
    return (whole.start, -whole.end, attribution.content, attribution.cue, attribution.source)


class Layout:
    """One article with all its attributions, in reading order."""

    def __init__(self, article: Article, attributions: Sequence[Attribution]) -> None:
        self.article = article
        self.attributions = attributions
        text = article.text
        self.quoted = closed = [q.outer for q in quotations(text) if q.depth == 0]
        self._short = short = frozenset(_abbreviations(article.language))
        self.sentences = sentences(text, closed=closed, abbreviations=short)
        self._starts = [s.start for s in self.sentences]
        self._item_starts = [s.start for s in article.items]
        whole = [stretches(a.content, (*a.source, *a.cue)) for a in attributions]
        pieces = [(piece, at) for at, several in enumerate(whole) for piece in several]
        self.contents = [piece for piece, _ in pieces]
        hulls = [hull(a) for a in attributions]
        # What is all content lies in no other content of the same extent.
        strict = [hull in several for hull, several in zip(hulls, whole, strict=True)]
        with_extent = [(piece, (at, piece)) for piece, at in pieces]
        self.around = [
            [o for o, piece in owners if o != at and not (strict[at] and piece == hulls[at])]
            for at, owners in enumerate(enclosing(hulls, with_extent))
        ]
        published = article.published.date() if article.dated else None
        self.dates = find_dates(text, article.language, published)
        self._date_starts = [d.span.start for d in self.dates]
        self._date_owners = enclosing([d.span for d in self.dates], pieces)
        self._inside: dict[int, list[int]] = {}
        for inner, owners in enumerate(self.around):
            for owner in owners[-1:]:
                self._inside.setdefault(owner, []).append(inner)

    def item(self, attribution: Attribution) -> int:
        """Return the number of the digest item that the attribution begins in."""
        return self.item_at(hull(attribution).start)

    def item_at(self, place: int) -> int:
        """Return the number of the digest item that a place lies in."""
        return max(0, bisect_right(self._item_starts, place) - 1)

    def below(self, place: int) -> Span | None:
        """Return the passage right below the heading that a place stands in; None elsewhere.

        The heading is the first line of an item, if it is short and more follows.
        """
        text = self.article.text
        item = self.article.items[self.item_at(place)] if self.article.items else Span(0, len(text))
        end = text.find("\n", item.start, item.end)
        if not item.start <= place < end <= item.start + _HEADING:
            return None
        return Span(end, min(item.end, end + _BELOW))

    def sentence_at(self, place: int) -> int:
        """Return the number of the sentence that a place lies in."""
        return max(0, bisect_right(self._starts, place) - 1)

    def numbers(self, attribution: Attribution) -> range:
        """Return the numbers of the sentences in which source and cue stand."""
        spans = (*attribution.source, *attribution.cue) or attribution.content
        first = self.sentence_at(min(s.start for s in spans))
        return range(first, min(first + 3, self.sentence_at(max(s.end for s in spans) - 1) + 1))

    def region(self, attribution: Attribution) -> Span:
        """Return the sentence of source and cue, no more of it than what lies near them.

        A "sentence" may be a megabyte without a full stop.
        """
        near = (*attribution.source, *attribution.cue) or attribution.content
        first, last = min(s.start for s in near), max(s.end for s in near)
        start, end = max(0, first - _REACH), min(len(self.article.text), first + 2 * _REACH)
        if self.sentences:
            numbers = self.numbers(attribution)
            start = max(start, self.sentences[numbers[0]].start)
            end = min(end, self.sentences[numbers[-1]].end)
        return Span(min(start, first), max(end, min(last, first + 2 * _REACH), first + 1))

    def silent_after(self, at: int, end: int) -> Span | None:
        """Return the sentence after the one that an attribution ends in, if nobody speaks in it."""
        number = self.sentence_at(max(0, end - 1)) + 1
        if not 0 < number < len(self.sentences):
            return None
        sentence = self.sentences[number]
        for other in self.attributions[at + 1 : at + 3]:
            if any(sentence.overlaps(span) for span in other.content):
                return None
        return sentence

    def parts(self, at: int) -> tuple[Spans, ...]:
        """Return the contents of the statements that an attribution makes.

        One that holds another saying stays whole: taken apart, it would lose what it relays.
        """
        content = self.attributions[at].content
        return (content,) if at in self._inside else parts(self.article.text, content, self._short)

    def only_relays(self, at: int) -> bool:
        """Say whether an attribution's content is nothing but the sayings inside it."""
        inner = self._inside.get(at)
        if not inner:
            return False
        inside = [hull(self.attributions[i]) for i in inner]
        own = 0
        for piece in self.attributions[at].content:
            for word in _WORD.finditer(self.article.text, piece.start, piece.end):
                own += not any(s.start <= word.start() and word.end() <= s.end for s in inside)
                if own >= _RELAYED_WORDS:
                    return False
        return True

    def own(self, at: int, content: Spans) -> Spans:
        """Return what is left of a content outside those of the attributions inside one."""
        inner = [piece for i in self._inside.get(at, ()) for piece in self.attributions[i].content]
        return tuple(left for piece in content for left in _without(piece, inner))

    def words(self, spans: Sequence[Span]) -> str:
        """Return the words of several spans, with an ellipsis between them."""
        return " … ".join(span.of(self.article.text) for span in spans)

    def taken(self, at: int) -> list[Span]:
        """Return what the attributions around one hold: their contents, sources and cues.

        Of those that enclose it the contents are left out, which hold it as well.
        """
        out: list[Span] = []
        enclosing_ones = set(self.around[at])
        for o in range(max(0, at - _NEIGHBOURS), min(at + _NEIGHBOURS, len(self.attributions))):
            other = self.attributions[o]
            if o not in enclosing_ones:
                out += other.content
                if o != at and other.source != self.attributions[at].source:
                    out += [*other.cue, *other.source]
            else:
                out += [*other.cue, *other.source]
        return out

    def dates_beside(self, at: int, region: Span) -> list[DateMention]:
        """Return the dates in a region that belong to no content which does not enclose one."""
        enclosing_ones = set(self.around[at])
        begin = bisect_right(self._date_starts, region.start - 1)
        end = bisect_right(self._date_starts, region.end - 1)
        return [
            self.dates[n]
            for n in range(begin, end)
            if all(owner in enclosing_ones for owner in self._date_owners[n])
        ]

    def closing_dates(self, attribution: Attribution) -> Sequence[DateMention]:
        """Return the dates in the last piece of a content."""
        last = attribution.content[-1]
        begin = bisect_right(self._date_starts, last.start - 1)
        return self.dates[begin : bisect_right(self._date_starts, last.end - 1)]


def _without(piece: Span, holes: Sequence[Span]) -> list[Span]:
    """Return what is left of `piece` outside `holes`."""
    left, at = [], piece.start
    for hole in sorted(holes, key=lambda hole: (hole.start, hole.end)):
        if hole.end <= at or hole.start >= piece.end:
            continue
        if hole.start > at:
            left.append(Span(at, hole.start))
        at = hole.end
    if at < piece.end:
        left.append(Span(at, piece.end))
    return left


def _abbreviations(language: str | None) -> tuple[str, ...]:
    if language not in languages():
        return ()
    return section(language, "attribution", AttributionWords).abbreviations
