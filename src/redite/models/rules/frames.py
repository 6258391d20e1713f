"""Frames: the sentences of a text, and those inside its quotations, as rows of items.

Inside a frame, a quotation is one item, however long. So the words of one speaker are never
taken for those of another, and every pattern works on a short row.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from redite.models.rules.lexicon import Entry, Lexicon
from redite.models.rules.tokens import Token, tokens
from redite.text.quotes import Quotation, quotations
from redite.text.sentences import sentences
from redite.values import Span

_BULLET = re.compile(
    r"[ \t]*(?:[-–—•▪■●▶►◾🔹🔸*]\ufe0f?|[^\w\s«»„“\"'(\[*_]{1,3}|\d{1,2}[.)])[ \t*_]*(?=\S)"
)
LONGEST = 120
"""Items after which a frame is cut, so that no text without full stops costs more than others."""
MOST = 24
"""Cues that are read in one frame: no sentence has more, and a text made of cues stays cheap."""
_DEEPEST = 3
_NEAR = 40


@dataclass(frozen=True, slots=True)
class Item:
    """A word, a mark, or a whole quotation."""

    start: int
    end: int
    key: str
    word: bool
    capital: bool
    quotation: Quotation | None = None
    words: int = 1
    """Number of words, for a quotation."""
    closed: bool = False
    """True for a quotation that ends in a mark of its own."""
    spoken: bool = False
    """True for a quotation whose marks show speech, not a name or a borrowed word."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A place in a frame where a phrase of the lexicon stands."""

    first: int
    last: int
    """Index after its last item."""
    entry: Entry

    def may_be(self, *kinds: str) -> bool:
        """Say whether it is of one of these kinds."""
        return not self.entry.kinds.isdisjoint(kinds)


@dataclass(slots=True)
class Frame:
    """One sentence (`depth` 0) or one sentence of a quotation."""

    items: list[Item]
    depth: int
    line: int
    first_in_line: bool
    last_in_line: bool
    bullet: str
    """The mark or emoji that the line begins with, "" for none."""
    quotation: int = -1
    """Where the quotation begins that the frame is a sentence of; -1 at depth 0."""
    cues: list[Cue] = field(default_factory=list)
    cue_at: dict[int, Cue] = field(default_factory=dict)

    def key(self, at: int) -> str:
        """Return the key of item `at`, "" beyond either end."""
        return self.items[at].key if 0 <= at < len(self.items) else ""


def frames(text: str, lexicon: Lexicon) -> list[Frame]:
    """Return the frames of `text`: those of depth 0 in order, then the deeper ones."""
    row = tokens(text)
    starts = [token.start for token in row]
    quotes = quotations(text)
    lines = [match.start() for match in re.finditer("\n", text)]
    found: list[Frame] = []
    children: dict[int, list[Quotation]] = {}
    parents: list[Quotation] = []
    for quote in quotes:
        del parents[quote.depth :]
        parent = id(parents[-1]) if parents else 0
        children.setdefault(parent, []).append(quote)
        parents.append(quote)

    def build(start: int, end: int, inner: list[Quotation], depth: int) -> None:
        spans = sentences(
            text,
            start=start,
            end=end,
            closed=[q.outer for q in inner],
            abbreviations=lexicon.abbreviations,
        )
        at = 0
        for span in spans:
            here = []
            while at < len(inner) and inner[at].outer.start < span.end:
                here.append(inner[at])
                at += 1
            built = _frames_of(text, span, here, row, starts, lines, depth)
            for frame in built:
                frame.quotation = start if depth else -1
            found.extend(built)

    build(0, len(text), children.get(0, []), 0)
    for quote in quotes:
        if quote.depth < _DEEPEST:
            build(quote.inner.start, quote.inner.end, children.get(id(quote), []), quote.depth + 1)
    for frame in found:
        _find_cues(frame, lexicon)
    return found


def _frames_of(
    text: str,
    span: Span,
    inner: list[Quotation],
    row: list[Token],
    starts: list[int],
    lines: list[int],
    depth: int,
) -> list[Frame]:
    line = bisect_left(lines, span.start)
    line_start = lines[line - 1] + 1 if line else 0
    line_end = lines[line] if line < len(lines) else len(text)
    # Only the nearest part of the line is looked at: a line may be the whole text.
    first = span.start - line_start <= _NEAR and not text[line_start : span.start].strip(" \t*_")
    begin = span.start
    marker = ""
    if depth == 0 and first:
        bullet = _BULLET.match(text, line_start, min(line_end, line_start + 40))
        if bullet is not None:
            marker = bullet.group().strip(" \t*_")[:1]
            begin = max(begin, bullet.end())
    items: list[Item] = []
    at = bisect_left(starts, begin)
    quote = 0
    while at < len(row) and row[at].start < span.end:
        token = row[at]
        while quote < len(inner) and inner[quote].outer.end <= token.start:
            quote += 1
        if quote < len(inner) and inner[quote].outer.start <= token.start:
            outer, within = inner[quote].outer, inner[quote].inner
            beyond = bisect_left(starts, outer.end, at)
            count = sum(row[i].word for i in range(at, beyond))
            capital = text[within.start].isupper()
            at = max(beyond, at + 1)
            following = [token.key for token in row[at : at + 2]]
            closed = text[within.end - 1] in ",.!?…"
            spoken = (
                count > 4
                or closed
                or following == [",", "—"]
                or (bool(items) and items[-1].key == ":")
                or (not items and following[:1] == [","])
                or (not items and count > 2 and following[:1] == ["—"])
            )
            items.append(
                Item(
                    outer.start, outer.end, '"', False, capital, inner[quote], count, closed, spoken
                )
            )
            continue
        items.append(Item(token.start, token.end, token.key, token.word, token.capital))
        at += 1
    last = line_end - span.end <= _NEAR and not text[span.end : line_end].strip(" \t*_.")
    result = []
    if not any(item.word or item.quotation is not None for item in items):
        return []
    for piece in _cut(items):
        result.append(Frame(piece, depth, line, first, last, marker))
        first, marker = False, ""
    return result


def _cut(items: list[Item]) -> list[list[Item]]:
    """Cut at semicolons between clauses, and wherever a frame grows too long."""
    pieces: list[list[Item]] = []
    start = 0
    for at, item in enumerate(items):
        if (item.key == ";" and at - start >= 4) or at - start >= LONGEST:
            pieces.append(items[start : at + 1])
            start = at + 1
    if start < len(items):
        pieces.append(items[start:])
    return pieces


def _find_cues(frame: Frame, lexicon: Lexicon) -> None:
    items = frame.items
    at = 0
    while at < len(items) and len(frame.cues) < MOST:
        entry = _entry(items, at, lexicon) if items[at].word else None
        if entry is None:
            at += 1
            continue
        cue = Cue(at, at + len(entry.keys), entry)
        frame.cues.append(cue)
        for i in range(cue.first, cue.last):
            frame.cue_at[i] = cue
        at = cue.last


def _entry(items: list[Item], at: int, lexicon: Lexicon) -> Entry | None:
    for entry in lexicon.entries.get(items[at].key, ()):
        end = at + len(entry.keys)
        if end > len(items) or any(
            items[at + i].key != key for i, key in enumerate(entry.keys) if i
        ):
            continue
        if entry.particle and not _later(items, end, entry.particle):
            continue
        near = [item.key for item in items[max(0, at - 9) : at] + items[end : end + 4]]
        if entry.preposition and entry.preposition not in near:
            continue
        return entry
    return None


def _later(items: list[Item], at: int, particle: tuple[str, ...]) -> bool:
    window = [item.key for item in items[at : at + 40]]
    size = len(particle)
    return any(tuple(window[i : i + size]) == particle for i in range(len(window)))
