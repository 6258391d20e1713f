"""Which of the drafts stand: one for each content, and no outer report that only relays."""

from __future__ import annotations

from collections import defaultdict

from redite.models.rules.drafts import Draft
from redite.values import Span, Spans

_SAME = 0.8
_RELAYED = 0.85
"""Share of an outer content that an inner report must fill for the outer one to say nothing
of its own: what is left over is a date, a place or "also"."""


def resolve(drafts: list[Draft]) -> list[Draft]:
    """Return the drafts that stand, by place of their content.

    Drafts compete only with those of the same frame and with those that overlap them, so time
    stays near-linear in their number.
    """
    ordered = sorted(
        drafts, key=lambda d: (d.content[0].start, -d.content[-1].end, d.cue, d.source)
    )
    kept: list[Draft] = []
    for draft in ordered:
        rival = next((k for k in kept[-6:] if _compete(k, draft)), None)
        if rival is None:
            kept.append(draft)
        elif _rank(draft) > _rank(rival):
            kept[kept.index(rival)] = draft
    frames: dict[int, list[Draft]] = defaultdict(list)
    for draft in kept:
        frames[draft.frame].append(draft)
    result = []
    for at, draft in enumerate(kept):
        if draft.relays and _passed_on(draft, frames[draft.frame]):
            continue
        near = kept[at + 1 : at + 7] + kept[max(0, at - 6) : at]
        if any(_only_relays(draft, inner) for inner in near if inner is not draft):
            continue
        if draft.kind in ("object", "think", "about") and any(
            outer is not draft and _inside(outer, draft) and not _only_relays(outer, draft)
            for outer in near
        ):
            continue
        result.append(draft)
    return result


def _compete(one: Draft, other: Draft) -> bool:
    """Say whether two drafts read the same words; one inside the other is no rival."""
    if _overlap(one.content, other.content) < _SAME:
        return False
    return not (_inside(one, other) or _inside(other, one))


def _inside(outer: Draft, inner: Draft) -> bool:
    return bool(inner.cue) and all(
        any(piece.contains(part) for piece in outer.content) for part in inner.cue
    )


def _rank(draft: Draft) -> tuple[bool, bool, bool, int]:
    return (
        bool(draft.source),
        bool(draft.cue),
        not draft.relays,
        sum(s.end - s.start for s in draft.source),
    )


def _length(pieces: Spans) -> int:
    return sum(piece.end - piece.start for piece in pieces)


def _overlap(one: Spans, other: Spans) -> float:
    shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
    return shared / (_length(one) + _length(other) - shared)


def _passed_on(draft: Draft, neighbours: list[Draft]) -> bool:
    return any(
        other is not draft and not other.relays and _touches(draft.content, other)
        for other in neighbours
    )


def _touches(content: Spans, other: Draft) -> bool:
    return any(a.overlaps(b) for a in content for b in other.content + other.cue)


def _only_relays(outer: Draft, inner: Draft) -> bool:
    """Say whether `outer` says nothing but that `inner` was said."""
    if not inner.cue or not inner.source or outer.direct or outer.kind == "object":
        return False
    if inner.kind == "about":
        return False
    if inner.kind in ("object", "think") and outer.kind != "according":
        return False
    extent = _extent(inner)
    if _length(outer.content) <= _length(inner.content):
        return False
    inside = all(
        any(piece.contains(part) for piece in outer.content)
        for part in (*inner.content, *inner.cue, *inner.source)
    )
    return inside and (extent.end - extent.start) >= _RELAYED * _length(outer.content)


def _extent(draft: Draft) -> Span:
    parts = (*draft.source, *draft.cue, *draft.content)
    return Span(min(p.start for p in parts), max(p.end for p in parts))
