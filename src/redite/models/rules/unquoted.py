"""Whether words without quotation marks before a cue are what was said, and not who said it."""

from __future__ import annotations

from redite.models.rules.context import (
    CLAUSAL,
    Context,
    ends_or_adverbial,
    is_stepped_over,
    next_mark,
    that_follows,
)
from redite.models.rules.frames import Cue, Frame
from redite.models.rules.lexicon import Lexicon
from redite.models.rules.phrases import Range, is_name, noun_phrase_end, step_over
from redite.models.rules.speakers import is_noun_like, nameless_source, opens_in_relative
from redite.models.rules.subjects import subject_after


def opens_clause(frame: Frame, begin: int, lexicon: Lexicon) -> bool:
    """Say whether the cue's clause depends on what is before it ("…, which he said …")."""
    return (
        lexicon.has("relatives", frame.key(begin))
        or lexicon.has("that", frame.key(begin))
        or opens_in_relative(frame, begin, lexicon)
    )


def may_be_said(context: Context, cue: Cue, before: range, begin: int) -> bool:
    """Say whether items without quotation marks, before the cue's clause, are what was said."""
    frame, lexicon = context.frame, context.lexicon
    mark = frame.items[begin - 1]
    if mark.key in ".!?" and mark.quotation is None:
        return False
    if lexicon.quotations_only or (cue.may_be("direct") and not cue.may_be(*CLAUSAL)):
        return False
    if that_follows(context, cue) or _inserted_relay(context, cue, begin):
        return False
    if _is_subject(context, cue, before.start, before.stop, begin):
        return False
    return not _adverbial(frame, before.start, before.stop, lexicon)


def _is_subject(context: Context, cue: Cue, start: int, stop: int, begin: int) -> bool:
    """Say whether the items before the cue are its subject ("The operator, Morvan Ltd, says …").

    They are where a noun phrase and an insertion fill the sentence up to the cue, and no subject
    of its own closes the cue's clause.
    """
    frame, lexicon = context.frame, context.lexicon
    if start > 0 or (
        step_over(frame, begin, cue.first, lexicon) < cue.first
        and not all(
            is_stepped_over(context, i) or lexicon.has("negations", frame.key(i))
            for i in range(begin, cue.first)
        )
    ):
        return False
    head = step_over(frame, start, stop, lexicon)
    comma = noun_phrase_end(frame, head, stop, lexicon)
    while comma < stop and comma - head < 14 and frame.items[comma].word:
        if not lexicon.has("prepositions", frame.key(comma)):
            return False
        comma = noun_phrase_end(frame, comma + 1, stop, lexicon)
    if not head < comma < stop - 1 or frame.key(comma) not in (",", "("):
        return False
    if not is_noun_like(frame, (head, comma), lexicon) or stop - comma > 16:
        return False
    if any(i in frame.cue_at for i in range(comma, stop)):
        return False
    after = step_over(frame, cue.last, len(frame.items), lexicon)
    if cue.entry.particle and frame.key(cue.last) == cue.entry.particle[0]:
        return True
    if lexicon.has("subjects", frame.key(after)) or nameless_source(context, cue, cue.first):
        return False
    found = subject_after(frame, cue.last, len(frame.items), lexicon)
    if found is None or not _is_closed(context, found):
        return True
    if next_mark(frame, found[1]) >= len(frame.items) - 1:
        if lexicon.nameless and next_mark(frame, found[1]) == found[1] <= found[0] + 3:
            return False
        return not is_noun_like(frame, found, lexicon)
    return not any(
        is_name(frame.items[at]) or lexicon.has("titles", frame.key(at)) for at in range(*found)
    )


def _is_closed(context: Context, found: Range) -> bool:
    """Say whether nothing but a mark, a place or a time follows a noun phrase that is all names
    and titles."""
    frame, lexicon = context.frame, context.lexicon
    after_name = False
    for at in range(*found):
        item = frame.items[at]
        if frame.key(at) == ",":
            break
        linked = any(
            lexicon.has(group, item.key)
            for group in ("titles", "linking", "determiners", "conjunctions")
        )
        if after_name and item.word and not item.capital and not linked and lexicon.bare:
            return False
        after_name = after_name or item.capital
    return ends_or_adverbial(context, found[1])


def _inserted_relay(context: Context, cue: Cue, begin: int) -> bool:
    """Say whether what stands before the clause is itself a cue ("X, передаёт Y, сказал …")."""
    frame = context.frame
    at = begin - 2
    relayed = False
    while at > 0 and frame.key(at) not in (",", "—", ":"):
        other = frame.cue_at.get(at)
        relayed |= other is not None and other.may_be("say", "relay", "citing", "according")
        at -= 1
    if at > 0:
        return relayed
    first = frame.cue_at.get(0)
    return first is not None and first.may_be("according")


def _adverbial(frame: Frame, start: int, stop: int, lexicon: Lexicon) -> bool:
    """Say whether items up to `stop` only place the report ("À son tour", "Mardi dernier")."""
    if step_over(frame, start, stop, lexicon) >= stop:
        return True
    verbal = lexicon.nameless and any(
        frame.items[at].word and frame.key(at).endswith(lexicon.finite)
        for at in range(start + 2, stop)
    )
    return stop - start <= 5 and not verbal and lexicon.has("prepositions", frame.key(start))
