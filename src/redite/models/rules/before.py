"""Content before or around its cue: "C, said X", "«C», — сказав X", "C1, X said, C2"."""

from __future__ import annotations

from redite.models.rules.context import (
    Context,
    ends_or_adverbial,
    is_stepped_over,
    kind_of,
    next_mark,
)
from redite.models.rules.drafts import Draft, content_of, quoted, span
from redite.models.rules.frames import Cue, Frame
from redite.models.rules.phrases import (
    Range,
    clause_start,
    insertion_before,
    is_name,
    step_over,
)
from redite.models.rules.speakers import (
    bound_source,
    cue_span,
    is_noun_like,
    nameless_source,
)
from redite.models.rules.subjects import subject_after, subject_before
from redite.models.rules.unquoted import may_be_said, opens_clause
from redite.values import Span, Spans


def content_before(context: Context, cue: Cue) -> Draft | None:
    """Read "C, said X", "C, X said", "«C», — сказав X" and the like."""
    frame, lexicon = context.frame, context.lexicon
    begin = clause_start(frame, cue.first, lexicon)
    if begin == 0:
        return None
    described = _described(context, cue, begin)
    if described is not None:
        begin = described[0]
    mark = frame.items[begin - 1]
    stop = begin if mark.quotation is not None else begin - 1
    if mark.quotation is None and mark.key not in (",", "—", ".", "!", "?"):
        return None
    while stop > 0 and frame.items[stop - 1].key in ",—" and not frame.items[stop - 1].word:
        stop -= 1
    if stop == 0:
        return None
    quotation = frame.items[stop - 1].quotation
    spoken = quotation is not None and not is_name(frame.items[stop - 1])
    if cue.may_be("sharing") or opens_clause(frame, begin, lexicon):
        return None
    start = _content_start(frame, stop)
    if not spoken and not may_be_said(context, cue, range(start, stop), begin):
        return None
    if described is not None:
        found: tuple[Spans, int] | None = (described[1], next_mark(frame, cue.last))
    else:
        found = _tail_source(context, cue, begin, spoken)
    if found is None:
        return None
    source, end = found
    if not spoken and (frame.key(end) == ":" or frame.key(end + 1) == ":"):
        return None
    whole = spoken and start == stop - 1
    if spoken and not whole:
        # Words before the quotation belong to the content only if it is woven into them.
        earlier = frame.items[stop - 2].key
        if earlier in (":", "—", ".", "!", "?", '"'):
            start, whole = stop - 1, True
    content = quoted(frame, stop - 1) if whole else content_of(frame, start, stop, lexicon)
    if not content:
        return None
    more = resumed(context, end, content, whole, stop - start)
    if stop - start < 2 and not spoken and not more:
        return None
    return Draft(
        source,
        cue_span(context, cue),
        content + more,
        context.number,
        whole,
        kind_of(cue),
        cue.may_be("relay"),
    )


def _described(context: Context, cue: Cue, begin: int) -> tuple[int, Spans] | None:
    """Read the source of "C, its president, Irena Dalkova, told …", and where it begins."""
    frame, lexicon = context.frame, context.lexicon
    if not lexicon.bare or step_over(frame, begin, cue.first, lexicon) < cue.first:
        return None
    inserted = insertion_before(frame, begin, lexicon)
    if inserted is None or not inserted[1]:
        return None
    after = step_over(frame, cue.last, len(frame.items), lexicon)
    if not (cue.may_be("tell") or ends_or_adverbial(context, after)):
        return None
    start = clause_start(frame, inserted[0], lexicon)
    head = subject_before(frame, start, inserted[0], lexicon)
    if start == 0 or frame.key(start - 1) != "," or head is None:
        return None
    if not is_noun_like(frame, head, lexicon):
        return None
    return start, span(frame, (head[0], begin - 1))


def _content_start(frame: Frame, stop: int) -> int:
    """Return where content that ends at `stop` begins: at the frame's start, or after a colon."""
    at = stop - 1
    while at > 0 and frame.key(at - 1) != ":":
        if frame.items[at - 1].key == "—" and _is_dateline(frame, at - 1):
            return at
        at -= 1
    return at


def _is_dateline(frame: Frame, dash: int) -> bool:
    """Say whether what stands before the dash is the outlet's "TARSK, 3 May (Halden Wire) —"."""
    return (
        0 < dash <= 10
        and frame.depth == 0
        and all(i.capital or not i.word or i.key[:1].isdigit() for i in frame.items[:dash])
    )


def _tail_source(context: Context, cue: Cue, begin: int, spoken: bool) -> tuple[Spans, int] | None:
    """Return the source of a cue after its content, and where its clause ends; None if the
    words after the cue show that its content follows instead."""
    frame, lexicon = context.frame, context.lexicon
    items = frame.items
    size = len(items)
    after = cue.last
    if after < size and lexicon.has("that", items[after].key):
        return None
    between = range(begin, cue.first)
    filled = any(not is_stepped_over(context, i) and items[i].word for i in between) and (
        step_over(frame, begin, cue.first, lexicon) < cue.first
    )
    bound = bound_source(context, cue, begin) if not filled else None
    if bound:
        return None
    if filled:
        follows = step_over(frame, after, size, lexicon)
        if not lexicon.bare and follows < size and lexicon.has("pronouns", items[follows].key):
            return span(frame, (follows, follows + 1)), follows + 1
        inverts = lexicon.bare_after_comma and lexicon.has("adverbs", frame.key(begin))
        if not inverts or lexicon.has("inserting", frame.key(begin)):
            source = span(frame, subject_before(frame, begin, cue.first, lexicon))
            if source and cue.may_be("tell"):
                return source, next_mark(frame, after)
            if source and ends_or_adverbial(context, follows):
                return source, next_mark(frame, follows)
        if lexicon.bare:
            return None
    nameless = nameless_source(context, cue, cue.first)
    if nameless:
        return nameless, next_mark(frame, after)
    found = subject_after(frame, after, size, lexicon)
    if lexicon.drops_subject and not filled:
        at = step_over(frame, after, size, lexicon)
        if found is None or at >= size or not (items[at].word or is_name(items[at])):
            return (), next_mark(frame, after)
    if found is None:
        return None
    if lexicon.bare and not _noun_like_name(context, found):
        return None
    if not is_noun_like(frame, found, lexicon) and found[1] - found[0] > 4:
        return None
    rest = next_mark(frame, found[1])
    if lexicon.bare and not ends_or_adverbial(context, found[1]):
        return None
    return span(frame, found), rest


def _noun_like_name(context: Context, found: Range) -> bool:
    frame, lexicon = context.frame, context.lexicon
    return any(
        is_name(frame.items[i])
        or lexicon.has("titles", frame.key(i))
        or lexicon.has("pronouns", frame.key(i))
        for i in range(*found)
    )


def resumed(context: Context, end: int, content: Spans, whole: bool, length: int) -> Spans:
    """Return the pieces with which the content goes on after a cue in its middle."""
    frame, lexicon = context.frame, context.lexicon
    size = len(frame.items)
    pieces: list[Span] = []
    if whole:
        for at in range(end, size):
            item = frame.items[at]
            if at in frame.cue_at and not frame.cue_at[at].may_be("citing"):
                break
            if item.quotation is None or (is_name(item) and item.words < 3):
                continue
            before = frame.key(at - 1)
            if before in (",", "—", ":", ".", '"', "…") or item.words >= 4:
                pieces += quoted(frame, at)
        return tuple(pieces)
    if end + 2 < size and frame.key(end) in (",", "—") and length <= 4:
        first = end + 1
        while first < size and frame.key(first) in (",", "—"):
            first += 1
        follows = frame.key(first)
        if first in frame.cue_at or lexicon.has("relatives", follows):
            return ()
        return content_of(frame, first, size, lexicon)
    return ()
