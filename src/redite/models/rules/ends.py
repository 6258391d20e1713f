"""Where the content of a report ends: at the end of its frame, or before the next report."""

from __future__ import annotations

from redite.models.rules.context import (
    Context,
    ends_or_adverbial,
    is_stepped_over,
    next_mark,
    that_follows,
)
from redite.models.rules.frames import Cue, Frame
from redite.models.rules.phrases import clause_start, is_name, step_over


def content_end(context: Context, first: int) -> int:
    """Return where content that begins at `first` ends: at the frame's end, or before another
    report of the same rank."""
    frame, lexicon = context.frame, context.lexicon
    size = len(frame.items)
    for cue in frame.cues:
        at = cue.first
        if at <= first:
            continue
        before = frame.key(at - 1)
        if cue.may_be("say") and before == "," and _own_report(context, at, first):
            return _colon_before(frame, at)
        if cue.may_be("sharing") and (
            before == "," or (lexicon.bare and lexicon.coordinates(before))
        ):
            return at - 1
        if cue.may_be("say", "relay") and before == "," and _closes_frame(context, cue):
            return at - 1
        if cue.may_be("say") and lexicon.bare and first < (comma := _trailing(context, cue)):
            return comma
        if cue.may_be("according", "citing", "cited_by") and before in (",", "—", "("):
            return at - 1
        tail = at - 1
        while tail > first and is_stepped_over(context, tail):
            if lexicon.coordinates(frame.key(tail)):
                break
            tail -= 1
        if (
            cue.may_be("say", "tell", "object", "think")
            and (
                lexicon.coordinates(frame.key(tail)) or lexicon.has("contrasting", frame.key(tail))
            )
            and tail > first
            and not lexicon.has("negations", before)
        ):
            return tail
    return size


def _closes_frame(context: Context, cue: Cue) -> bool:
    """Say whether the frame ends with this cue and its subject ("…, сообщил Кремль.")."""
    frame, lexicon = context.frame, context.lexicon
    size = len(frame.items)
    at = step_over(frame, cue.last, size, lexicon)
    if at >= size or that_follows(context, cue):
        return False
    item = frame.items[at]
    named = is_name(item) or lexicon.has("titles", item.key) or lexicon.has("pronouns", item.key)
    return named and next_mark(frame, at) >= size - 1


def _trailing(context: Context, cue: Cue) -> int:
    """Return the comma before a closing "…, the source added.", 0 where there is none."""
    frame, lexicon = context.frame, context.lexicon
    size = len(frame.items)
    if size - cue.last > 14:
        return 0
    begin = clause_start(frame, cue.first, lexicon)
    plain = begin > 0 and frame.key(begin - 1) == "," and 0 < cue.first - begin <= 8
    if not plain or lexicon.has("relatives", frame.key(begin)) or that_follows(context, cue):
        return 0
    at = step_over(frame, cue.last, size, lexicon)
    closes = next_mark(frame, at) >= size - 1 and ends_or_adverbial(context, at)
    return begin - 1 if closes else 0


def _own_report(context: Context, at: int, first: int) -> bool:
    """Say whether a report of its own follows a colon ("…: Kyiv, the ministry added, …")."""
    colon = _colon_before(context.frame, at)
    return first < colon and at - colon <= 8


def _colon_before(frame: Frame, at: int) -> int:
    for back in range(at - 1, max(0, at - 9), -1):
        if frame.key(back) == ":":
            return back
    return 0
