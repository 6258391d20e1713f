"""Reads annotated documents, and cuts them into windows of word pieces with labels.

One document a line, the format of PolNeAR's conversion and of our own corpus alike:

    {"id": "…", "lang": "uk", "text": "…",
     "attributions": [{"source": [[0, 9]], "cue": [[10, 16]], "content": [[17, 80]]}]}

Offsets count code points, end exclusive; a role may be missing or have several pieces; attributions
may lie inside each other's content. `"cueless": false` says that reports without a cue are not
annotated: nothing is learned there about where one begins. `"nested": false` says that reports
inside others are not: no word in a content is taught to be no cue. Everything else is ignored.

How attributions become labels. Each has an *anchor*: its cue or, where it has none, the first
piece of its content. Given the anchor, every piece of the window has one role in that attribution
(`Role`). Two attributions may overlap in any way, because each has a labelling of its own.
"""

from __future__ import annotations

import json
import random
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from redite.models.neural.reading import PiecesLike, Role
from redite.models.neural.views import Kind

Ranges = tuple[tuple[int, int], ...]
IGNORED = -100
"""Label of a piece that the loss passes over."""


@dataclass(frozen=True, slots=True)
class Gold:
    """One attribution as annotated: ranges of code points."""

    source: Ranges
    cue: Ranges
    content: Ranges


@dataclass(frozen=True, slots=True)
class Document:
    """One annotated text."""

    id: str
    language: str | None
    text: str
    attributions: tuple[Gold, ...]
    cueless: bool = True
    """Whether reports without a cue are annotated, where there are any."""
    nested: bool = True
    """Whether reports inside the content of others are annotated, where there are any."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where an attribution hangs: pieces `first` to `last` (inclusive), and all roles from it."""

    kind: Kind
    first: int
    last: int
    roles: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Window:
    """A run of a document's pieces with the labels that training needs.

    `first` is the index of its first piece in the document; everything else counts in the window.
    """

    document: int
    first: int
    ids: tuple[int, ...]
    breaks: tuple[int, ...]
    cues: tuple[int, ...]
    """0 outside, 1 begins a cue, 2 continues it."""
    starts: tuple[int, ...]
    """1 where a content without cue begins."""
    plain: tuple[tuple[int, int], ...]
    """For each piece: is it in any source, is it in any content."""
    anchors: tuple[Anchor, ...]


def read_documents(paths: Iterable[Path]) -> Iterator[Document]:
    """Yield the documents of jsonl files; raises `ValueError` naming file and line of a bad one."""
    for path in paths:
        with path.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                if not line.strip():
                    continue
                try:
                    yield _document(json.loads(line))
                except (ValueError, KeyError, TypeError) as error:
                    raise ValueError(f"{path}, line {number}: {error}") from error


def _document(record: dict[str, Any]) -> Document:
    text = record["text"]
    attributions = []
    for entry in record["attributions"]:
        roles = {}
        for role in ("source", "cue", "content"):
            ranges = tuple(sorted((int(s), int(e)) for s, e in entry.get(role) or []))
            for start, end in ranges:
                if not 0 <= start < end <= len(text):
                    raise ValueError(f"{role} {start}-{end} is outside the text")
            roles[role] = ranges
        attributions.append(Gold(roles["source"], roles["cue"], roles["content"]))
    language = record.get("lang", record.get("language"))
    cueless, nested = bool(record.get("cueless", True)), bool(record.get("nested", True))
    return Document(str(record["id"]), language, text, tuple(attributions), cueless, nested)


def pieces_in(pieces: PiecesLike, ranges: Ranges) -> list[tuple[int, int]]:
    """Return the pieces that lie in each range as (first, last), last inclusive.

    A piece lies in a range when at least half of its characters do. Ranges that hold no
    piece are left out.
    """
    found = []
    for start, end in ranges:
        # Pieces are in text order; a few may share an offset (one ligature, several pieces).
        nearby = range(
            max(0, bisect_left(pieces.starts, start) - 4), bisect_left(pieces.starts, end)
        )
        inside = [
            at
            for at in nearby
            if (length := pieces.ends[at] - pieces.starts[at]) > 0
            and 2 * (min(end, pieces.ends[at]) - max(start, pieces.starts[at])) >= length
        ]
        if inside:
            found.append((inside[0], inside[-1]))
    return found


def _merged(attributions: Sequence[Gold]) -> list[Gold]:
    """Join attributions that share their cue: one cue has one anchor."""
    by_cue: dict[Ranges, Gold] = {}
    out: list[Gold] = []
    for one in attributions:
        if one.cue and one.cue in by_cue:
            had = by_cue[one.cue]
            by_cue[one.cue] = Gold(
                tuple(sorted({*had.source, *one.source})),
                one.cue,
                tuple(sorted({*had.content, *one.content})),
            )
        elif one.cue:
            by_cue[one.cue] = one
        elif one.content:
            out.append(one)
    return [*by_cue.values(), *out]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A document in word pieces, with its attributions as runs of pieces (first, last)."""

    pieces: PiecesLike
    attributions: tuple[tuple[tuple[tuple[int, int], ...], ...], ...]
    """(source, cue, content) of each attribution."""
    cueless: bool = True
    nested: bool = True
    """Both as in `Document`."""


def label(document: Document, pieces: PiecesLike) -> Labelled:
    """Return the document's attributions in terms of word pieces."""
    out = []
    for one in _merged(document.attributions):
        roles = tuple(
            tuple(pieces_in(pieces, ranges)) for ranges in (one.source, one.cue, one.content)
        )
        if roles[1] or roles[2]:
            out.append(roles)
    return Labelled(pieces, tuple(out), document.cueless, document.nested)


def cut_points(breaks: Sequence[int], longest: Sequence[int]) -> list[tuple[int, int]]:
    """Return windows (first, end) that follow each other without overlap, ending at line breaks.

    Window i is at most `longest[i % len]` pieces long; where its last 40% holds a line break it
    ends there, so that few attributions are cut in two.
    """
    out: list[tuple[int, int]] = []
    first = 0
    while first < len(breaks):
        limit = longest[len(out) % len(longest)]
        end = min(len(breaks), first + limit)
        if end < len(breaks):
            least = first + (6 * limit) // 10
            end = max((at for at in range(least, end + 1) if breaks[at]), default=end)
        out.append((first, end))
        first = end
    return out


def window_of(labelled: Labelled, document: int, first: int, end: int) -> Window:
    """Return pieces `first` to `end` of a document with their labels.

    An attribution whose anchor is cut by the window's edge is passed over, and so are its pieces
    in the anchor labels; one whose other parts are cut keeps what is visible.
    """
    count = end - first
    cues = [0] * count
    starts = [0 if labelled.cueless else IGNORED] * count
    in_source = [0] * count
    in_content = [0] * count
    anchors = []
    for source, cue, content in labelled.attributions:
        for runs, plain in ((source, in_source), (content, in_content)):
            for at in _visible(runs, first, end):
                plain[at] = 1
        anchor, kind = (cue[0], Kind.CUE) if cue else ((content[0][0],) * 2, Kind.START)
        if anchor[1] < first or anchor[0] >= end:
            continue
        if anchor[0] < first or anchor[1] >= end:
            for at in _visible((anchor,), first, end):
                cues[at] = IGNORED
            continue
        roles = [int(Role.NONE)] * count
        for runs, opening in (
            (content, Role.B_CONTENT),
            (source, Role.B_SOURCE),
            (cue, Role.B_CUE),
        ):
            for run in runs:
                for at in _visible((run,), first, end):
                    roles[at] = opening + (first + at > max(first, run[0]))
        if kind is Kind.CUE:
            for at in range(anchor[0] - first, anchor[1] - first + 1):
                cues[at] = 1 if at == anchor[0] - first else 2
        else:
            starts[anchor[0] - first] = 1
        anchors.append(Anchor(kind, anchor[0] - first, anchor[1] - first, tuple(roles)))
    if not labelled.nested:
        cues = [
            IGNORED if inside and not cue else cue
            for cue, inside in zip(cues, in_content, strict=True)
        ]
    return Window(
        document,
        first,
        labelled.pieces.ids[first:end],
        labelled.pieces.breaks[first:end],
        tuple(cues),
        tuple(starts),
        tuple(zip(in_source, in_content, strict=True)),
        tuple(anchors),
    )


def _visible(runs: Iterable[tuple[int, int]], first: int, end: int) -> Iterator[int]:
    for run_first, run_last in runs:
        for at in range(max(run_first, first), min(run_last + 1, end)):
            yield at - first


STYLES = (("«", "»"), ("„", "“"), ('"', '"'), ("“", "”"))
"""Quotation marks of the languages we read, all one code point long."""


def restyled(document: Document, chance: random.Random) -> Document:
    """Return a document with the quotation marks of another language, offsets unchanged.

    English alone would teach that speech stands between “ and ”; Russian and French print
    « », German and Ukrainian „ “ as well. A straight mark opens where a space stands before it.
    """
    opening, closing = chance.choice(STYLES)
    text = re.sub(r"[“„«]", opening, document.text)
    text = re.sub(r"[”»]", closing, text)
    text = re.sub(r'(?<![^\s(\[—–-])"(?=\S)', opening, text)
    text = re.sub(r'(?<=\S)"', closing, text)
    return replace(document, text=text)


def training_windows(
    labelled: Sequence[Labelled], seed: int, epoch: int, shortest: int, longest: int
) -> list[Window]:
    """Return one epoch's windows in document order; their lengths differ from epoch to epoch."""
    out = []
    for number, document in enumerate(labelled):
        chance = random.Random(f"{seed} {epoch} {number}")
        lengths = [chance.randint(shortest, longest) for _ in range(64)]
        for first, end in cut_points(document.pieces.breaks, lengths):
            out.append(window_of(document, number, first, end))
    return out


def batches(windows: Sequence[Window], budget: int, seed: str) -> list[list[Window]]:
    """Return the windows shuffled and grouped so that a padded batch holds `budget` pieces at most.

    Windows of like length are put together within pools of 200; the batches are shuffled again.
    """
    chance = random.Random(seed)
    order = list(windows)
    chance.shuffle(order)
    out = []
    for at in range(0, len(order), 200):
        pool = sorted(order[at : at + 200], key=lambda w: len(w.ids))
        batch: list[Window] = []
        for window in pool:
            if batch and (len(batch) + 1) * (len(window.ids) + 2) > budget:
                out.append(batch)
                batch = []
            batch.append(window)
        if batch:
            out.append(batch)
    chance.shuffle(out)
    return out
