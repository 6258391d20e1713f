"""Texts with their spans marked, so that misses are seen early.

Every attribution has a number and a colour. Its source is framed, its cue dotted, its content
underlined; pieces that belong together bear the same number; a content inside another has a line
of its own under the words.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from redite.exports.pages import page
from redite.exports.read import Reading
from redite.exports.shown import INFERRED, direction, harmless, one_line
from redite.reports import cut, outlet
from redite.text.dates import DateMention
from redite.values import Attribution, Span, Spans

_COLOURS = 8
_DEEPEST = 4
_DAMAGED = "damaged"
_MOST = 12
"""Marks shown over one another; of more, the innermost. No text that people write has as many."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words under the same marks, with the numbers of the pieces that begin here."""

    text: str
    classes: tuple[str, ...]
    """One entry a mark, outermost first."""
    begins: tuple[tuple[int, int], ...]
    """(number, colour)."""


@dataclass(frozen=True, slots=True)
class _Row:
    number: int
    colour: int
    source: str
    cue: str
    content: str


@dataclass(frozen=True, slots=True)
class _Date:
    words: str
    value: str
    told: str
    """From what the value was counted, and why it may be misread."""
    doubtful: bool


@dataclass(frozen=True, slots=True)
class _Found:
    kind: str
    words: str
    told: str


@dataclass(frozen=True, slots=True)
class _Shown:
    title: str
    meta: str
    language: str | None
    direction: str
    runs: tuple[Run, ...]
    rows: tuple[_Row, ...]
    dates: tuple[_Date, ...]
    damage: tuple[_Found, ...]
    links: tuple[_Found, ...]
    notes: tuple[str, ...]


def read_page(items: Sequence[Reading]) -> str:
    """Return one self-contained page that shows each text with what was found in it."""
    return page("read.html.j2", ("base.css", "read.css"), items=[_shown(item) for item in items])


def _shown(item: Reading) -> _Shown:
    article = item.article
    name = outlet(article)
    meta = [
        one_line(name) if name else None,
        article.published.date().isoformat() if article.dated else "undated",
        article.language or "language not known",
        f"{len(item.attributions)} {'saying' if len(item.attributions) == 1 else 'sayings'}",
    ]
    return _Shown(
        title=one_line(article.title or article.given_id or article.origin.rsplit("/", 1)[-1]),
        meta=" · ".join(part for part in meta if part),
        language=article.language,
        direction=direction(article.language),
        runs=tuple(runs(article.text, item.attributions, [one.span for one in item.damage])),
        rows=tuple(
            _Row(
                number,
                (number - 1) % _COLOURS,
                _words(attribution.source, article.text),
                _words(attribution.cue, article.text),
                _words(attribution.content, article.text),
            )
            for number, attribution in enumerate(item.attributions, 1)
        ),
        dates=tuple(_date(mention, article.text) for mention in item.dates),
        damage=tuple(
            _Found(one.kind.value, _words((one.span,), article.text), one_line(one.why))
            for one in item.damage
        ),
        links=tuple(
            _Found("", _words(link.marker, article.text), _words(link.event, article.text))
            for link in item.context
        ),
        notes=tuple(one_line(note) for note in article.notes),
    )


def _date(mention: DateMention, text: str) -> _Date:
    inferred = INFERRED.get(mention.basis.value, "")
    return _Date(
        cut(one_line(mention.span.of(text)), 100),
        mention.value or "no day",
        "; ".join(one_line(part) for part in (inferred, mention.doubt) if part),
        bool(mention.doubt),
    )


def _words(spans: Spans, text: str) -> str:
    heads = (text[span.start : min(span.end, span.start + 600)] for span in spans)
    return cut(" … ".join(one_line(head) for head in heads), 300)


class _Mark(NamedTuple):
    """One piece of one role. Sorts outermost first: the longer one, then the earlier found."""

    minus_length: int
    number: int
    role: str
    start: int


def _marks(attributions: Sequence[Attribution]) -> Iterator[_Mark]:
    for number, attribution in enumerate(attributions, 1):
        for role in ("content", "cue", "source"):
            spans: Spans = getattr(attribution, role)
            for span in spans:
                yield _Mark(span.start - span.end, number, role, span.start)


def runs(
    text: str, attributions: Sequence[Attribution], damaged: Sequence[Span] = ()
) -> Iterator[Run]:
    """Yield the text in runs, cut wherever a mark begins or ends; marks may overlap anyhow."""
    opens: dict[int, list[_Mark]] = defaultdict(list)
    closes: dict[int, list[_Mark]] = defaultdict(list)
    flagged = (_Mark(s.start - s.end, 0, _DAMAGED, s.start) for s in damaged)
    for mark in (*_marks(attributions), *flagged):
        opens[mark.start].append(mark)
        closes[mark.start - mark.minus_length].append(mark)
    edges = sorted({0, len(text), *opens, *closes})
    active: list[_Mark] = []
    for start, end in pairwise(edges):
        for mark in closes.get(start, ()):
            del active[bisect_left(active, mark)]
        fresh = opens.get(start, [])
        for mark in fresh:
            insort(active, mark)
        yield Run(
            text=harmless(text[start:end]),
            classes=tuple(_classes(active[-_MOST:])),
            begins=tuple(
                (mark.number, (mark.number - 1) % _COLOURS)
                for mark in fresh
                if mark.role != _DAMAGED
            ),
        )


def _classes(active: Sequence[_Mark]) -> Iterator[str]:
    """Yield the classes of each mark, outermost first.

    A content's line lies the lower the more contents it holds.
    """
    contents = sum(mark.role == "content" for mark in active)
    for mark in active:
        if mark.role == _DAMAGED:
            yield _DAMAGED
            continue
        colour = f"{mark.role} c{(mark.number - 1) % _COLOURS}"
        if mark.role == "content":
            contents -= 1
            yield f"{colour} l{min(contents, _DEEPEST)}"
        else:
            yield colour
