"""Reports by a noun: "his warning that C", "заявление X, что C"."""

from __future__ import annotations

from redite.models.rules.context import Context
from redite.models.rules.drafts import Draft, content_of, span
from redite.models.rules.ends import content_end
from redite.models.rules.frames import Cue
from redite.models.rules.phrases import (
    Range,
    is_mood,
    is_name,
    noun_phrase_end,
    trim,
)


def read_noun(context: Context, cue: Cue) -> Draft | None:
    """Read "X's warning that C", "заявление X, что C"."""
    frame, lexicon = context.frame, context.lexicon
    size = len(frame.items)
    begin = cue.first
    owner: Range | None = None
    if begin >= 2 and frame.key(begin - 1) == "'s":
        start = begin - 1
        while start > 0 and (
            is_name(frame.items[start - 1])
            or lexicon.has("titles", frame.key(start - 1))
            or lexicon.has("determiners", frame.key(start - 1))
        ):
            start -= 1
        owner = trim(frame, start, begin - 1, lexicon)
    elif begin >= 1 and lexicon.has("possessives", frame.key(begin - 1)):
        owner = (begin - 1, begin)
    at = cue.last
    if owner is None and at < size:
        if lexicon.has("genitives", frame.key(at)):
            at += 1
        if at < size and (
            is_name(frame.items[at])
            or lexicon.has("titles", frame.key(at))
            or lexicon.has("determiners", frame.key(at))
            or (lexicon.nameless and frame.items[at].word)
        ):
            last = noun_phrase_end(frame, at, size, lexicon)
            owner = trim(frame, at, last, lexicon)
            at = last
    if owner is None:
        return None
    at = _noun_clause(context, at)
    if at >= size:
        return None
    content = content_of(frame, at, _noun_end(context, cue, at), lexicon)
    if not content:
        return None
    words = span(frame, (cue.first, cue.last))
    return Draft(span(frame, owner), words, content, context.number, kind="noun")


def _noun_clause(context: Context, at: int) -> int:
    """Return where the clause of a noun cue begins ("…, selon laquelle C", "на то, что C")."""
    frame, lexicon = context.frame, context.lexicon
    size = len(frame.items)
    if lexicon.has("pointing_after", frame.key(at)) and lexicon.has("pointing", frame.key(at + 1)):
        at += 2
    comma = frame.key(at) == ","
    at += comma
    if at >= size:
        return size
    if lexicon.has("noun_according", frame.key(at)):
        for beyond in (at + 1, at + 2):
            if lexicon.has("which", frame.key(beyond)):
                return beyond + 1
    if lexicon.has("that", frame.key(at)):
        return at + 1
    mood = lexicon.bare_after_comma and comma
    if mood and any(is_mood(frame, i, lexicon) for i in range(at, min(size, at + 12))):
        return at
    return size


def _noun_end(context: Context, cue: Cue, first: int) -> int:
    """Return where the clause of a noun cue ends: where it opens the sentence, before the main
    clause ("Предположение, будто C, не подтвердилось")."""
    frame, lexicon = context.frame, context.lexicon
    end = content_end(context, first)
    if cue.first > 2 or not lexicon.finite:
        return end
    for comma in range(end - 2, first + 1, -1):
        if frame.key(comma) != ",":
            continue
        opens = frame.key(comma + 1)
        if any(lexicon.has(group, opens) for group in ("that", "relatives", "conjunctions")):
            continue
        rest = frame.items[comma + 1 : end]
        verbal = any(i.word and not i.capital and i.key.endswith(lexicon.finite) for i in rest[:6])
        if verbal:
            return comma
    return end
