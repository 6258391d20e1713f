"""Reports that papers make, and sentences that say whose the sentence before was.

"C, говорится в заявлении X", "In X heißt es, C"; "Об этом сообщил X", "Ceci est indiqué dans X".
"""

from __future__ import annotations

from redite.models.rules.context import Context
from redite.models.rules.drafts import Draft, content_of, span
from redite.models.rules.ends import content_end
from redite.models.rules.frames import Cue, Frame
from redite.models.rules.phrases import after_colon, noun_phrase_end, step_over, trim
from redite.models.rules.subjects import subject_after
from redite.values import Spans


def read_document(context: Context, cue: Cue, previous: Frame | None) -> Draft | None:
    """Read "C, говорится в X", "In X heißt es: C", "Ceci est indiqué dans X" (of what went
    before)."""
    frame, lexicon = context.frame, context.lexicon
    size = len(frame.items)
    at = cue.last
    while at < size and frame.key(at) != cue.entry.preposition:
        at += 1
    if at >= min(size, cue.last + 4):
        return _document_before(context, cue)
    begin = at + 1
    stop = begin
    while stop < size and frame.key(stop) not in (",", ":", "."):
        stop += 1
    # A participle with its own phrase may stand before the noun ("в опубликованном вчера …").
    nouns = (i for i in range(begin, stop) if i in frame.cue_at and not frame.items[i].capital)
    begin = next((i for i in nouns if frame.cue_at[i].may_be("headings", "nouns")), begin)
    last = noun_phrase_end(frame, begin, stop, lexicon)
    source = span(frame, trim(frame, begin, last, lexicon))
    if not source:
        return None
    words = span(frame, (cue.first, cue.last))
    head = step_over(frame, 0, cue.first, lexicon)
    if head >= cue.first or (cue.first <= 2 and not _anaphoric(frame, context)):
        first = stop
        if first + 2 < size and frame.key(first) in (":", ","):
            content = content_of(frame, first, size, lexicon)
            if content and (frame.key(first) == ":" or lexicon.has("that", frame.key(first + 1))):
                return Draft(source, words, content, context.number)
    if _anaphoric(frame, context):
        content = whole(previous, context) if previous is not None else ()
        return Draft(source, words, content, context.number) if content else None
    if frame.key(cue.first - 1) not in (",", "—", '"'):
        return None
    begin = after_colon(frame, cue.first)
    content = content_of(frame, begin, cue.first - 1, lexicon) or content_of(
        frame, begin, cue.first, lexicon
    )
    return Draft(source, words, content, context.number) if content else None


def _document_before(context: Context, cue: Cue) -> Draft | None:
    """Read "In X heißt es, C", "В X говорится, что C"."""
    frame, lexicon = context.frame, context.lexicon
    size = len(frame.items)
    opening = range(cue.first - 1, max(-1, cue.first - 10), -1)
    at = next((i for i in opening if frame.key(i) == cue.entry.preposition), -1)
    first = next((i for i in range(cue.last, min(size, cue.last + 8)) if frame.key(i) in ",:"), 0)
    if at < 0 or not first:
        return None
    source = span(frame, trim(frame, at + 1, cue.first, lexicon))
    content = content_of(frame, first, content_end(context, first + 1), lexicon)
    if not source or not content or at + 2 >= cue.first:
        return None
    return Draft(source, span(frame, (cue.first, cue.last)), content, context.number)


def _anaphoric(frame: Frame, context: Context) -> bool:
    cue = frame.cue_at.get(0)
    return cue is not None and cue.may_be("anaphora")


def read_anaphora(context: Context, previous: Frame | None) -> Draft | None:
    """Read "Об этом сообщил X", "Das kündigte X an": the sentence before is what X said."""
    frame, lexicon = context.frame, context.lexicon
    if previous is None or not _anaphoric(frame, context):
        return None
    head = frame.cue_at[0].last
    cue = next(
        (c for c in frame.cues if c.first >= head and c.may_be("say", "object", "relay")), None
    )
    if cue is None or cue.first - head > 6:
        return None
    if any(lexicon.has("that", frame.key(i)) for i in range(cue.last, len(frame.items))):
        return None
    if ":" in [i.key for i in frame.items]:
        return None
    if any(lexicon.has("negations", frame.key(i)) for i in range(head, cue.first)):
        return None
    found = None
    at = step_over(frame, head, cue.first, lexicon)
    if at < cue.first:
        found = trim(frame, at, cue.first, lexicon)
    if found is None:
        found = subject_after(frame, cue.last, len(frame.items), lexicon)
    content = whole(previous, context)
    if found is None or not content:
        return None
    return Draft(span(frame, found), span(frame, (cue.first, cue.last)), content, context.number)


def whole(frame: Frame, context: Context) -> Spans:
    """Return a whole sentence as content."""
    first = 0
    for at in range(min(6, len(frame.items))):
        if frame.key(at) == "—" and all(
            i.capital or not i.word or i.key[:1].isdigit() for i in frame.items[:at]
        ):
            first = at + 1
    return content_of(frame, first, len(frame.items), context.lexicon)
