"""What a search found, for people and for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from redite.exports.shown import harmless, iso, one_line
from redite.reports import outlet, published_on
from redite.search import MEANING, Hit
from redite.values import Record

_BOLD, _DIM, _MARK, _OFF = "\x1b[1m", "\x1b[2m", "\x1b[1;33m", "\x1b[0m"


def search_text(hits: Sequence[Hit], *, colour: bool = False, width: int = 240) -> str:
    """Return the hits to read: who, when, where, the verdict and the words, then the id.

    Args:
        hits: What was found.
        colour: Mark the words found with terminal colours.
        width: How many code points of the words are shown, around the first one found.
    """
    if not hits:
        return "Nothing found.\n"
    bold, dim, off = (_BOLD, _DIM, _OFF) if colour else ("", "", "")
    blocks = []
    for hit in hits:
        record = hit.record
        day = published_on(record).isoformat() if record.article.dated else "undated"
        name = one_line(who(record))
        where = one_line(outlet(record.article) or "an outlet not named")
        blocks.append(
            f"{bold}{name}{off}, {day}, {where} [{verdict_words(record)}]{_how(hit)}\n"
            f"  {''.join(_snippet(hit, width, colour=colour))}\n"
            f"  {dim}{record.statement.id}{off}\n"
        )
    return "\n".join(blocks)


def search_object(hits: Sequence[Hit]) -> list[dict[str, Any]]:
    """Return the hits for programs; `marks` are the words found, as [start, end] in `content`."""
    return [
        {
            "statement": hit.record.statement.id,
            "article": hit.record.standing.id,
            "url": hit.record.article.url,
            "publisher": hit.record.article.publisher,
            "published": iso(hit.record.article.published),
            "language": hit.record.article.language,
            "title": hit.record.article.title,
            "speaker": who(hit.record),
            "verdict": hit.record.judgement.verdict.label.value,
            "unsure": hit.record.judgement.verdict.unsure,
            "content": hit.record.content,
            "marks": [list(mark) for mark in hit.marks],
            "by_meaning": hit.rank == MEANING,
        }
        for hit in hits
    ]


def _how(hit: Hit) -> str:
    return ", near in meaning" if hit.rank == MEANING else ""


def who(record: Record) -> str:
    """Return what to call the speaker of a record in a list."""
    name = record.judgement.speaker.name or record.statement.speaker.name
    return " ".join(name.split()) or "an unnamed source"


def verdict_words(record: Record) -> str:
    """Return a verdict in a word or two: "repeat", "repeat?" where it is unsure."""
    verdict = record.judgement.verdict
    return verdict.label.value + ("?" if verdict.unsure else "")


def _snippet(hit: Hit, width: int, *, colour: bool) -> Iterator[str]:
    content = hit.record.content
    start, end = 0, len(content)
    if len(content) > width:
        first = hit.marks[0][0] if hit.marks else 0
        start = max(0, min(first - width // 3, len(content) - width))
        if start > 0:
            blank = content.find(" ", start, first)
            start = blank + 1 if blank >= 0 else start
        end = min(len(content), start + width)
        if end < len(content):
            blank = content.rfind(" ", start + 1, end)
            end = blank if blank > (hit.marks[0][1] if hit.marks else start) else end
    if start > 0:
        yield "… "
    at = start
    for left, right in hit.marks:
        if left < at or right > end:
            continue
        yield harmless(content[at:left])
        found = harmless(content[left:right])
        yield f"{_MARK}{found}{_OFF}" if colour else found
        at = right
    yield harmless(content[at:end])
    if end < len(content):
        yield " …"
