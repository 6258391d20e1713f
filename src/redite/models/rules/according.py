"""Reports by a preposition: "According to X, C", "C, laut X", "C1, according to X, C2"."""

from __future__ import annotations

from redite.models.rules.context import Context
from redite.models.rules.drafts import Draft, content_of, span
from redite.models.rules.ends import content_end
from redite.models.rules.frames import Cue
from redite.models.rules.phrases import (
    after_colon,
    is_name,
    noun_phrase_end,
    step_over,
    trim,
    with_apposition,
)
from redite.values import Spans

_SET_OFF = frozenset({",", '"', "—", "("})


def read_according(context: Context, cue: Cue) -> Draft | None:
    """Read "According to X, C", "C, according to X" and "C, according to X, C"."""
    frame, lexicon = context.frame, context.lexicon
    if any(lexicon.has("which", frame.key(at)) for at in (cue.last, cue.last + 1)):
        return None
    source, beyond = _named(context, cue)
    if not source or not _reports(context, cue, beyond):
        return None
    head = step_over(frame, 0, cue.first, lexicon)
    while head < cue.first and not frame.items[head].word and not frame.items[head].quotation:
        head += 1
    opens = cue.may_be("according_after") and source[0].start == frame.items[head].start
    if opens or head >= cue.first or frame.key(cue.first - 1) == ":":
        content = _content_after(context, cue, beyond)
    else:
        content = _content_around(context, cue, beyond)
    if not content:
        return None
    words = span(frame, (cue.first, cue.last))
    return Draft(source, words, content, context.number, kind="according")


def _alone(cue: Cue) -> bool:
    """Say whether one small word before its source is all there is ("laut", "selon", "nach")."""
    return cue.last - cue.first == 1 and not cue.may_be("according_after")


def _weak(context: Context, cue: Cue) -> bool:
    return _alone(cue) and context.lexicon.has("weak", context.frame.key(cue.first))


def _reports(context: Context, cue: Cue, beyond: int) -> bool:
    """Say whether a word with other uses governs what can be a source here."""
    frame, lexicon = context.frame, context.lexicon
    if _weak(context, cue) and not _titled(context, cue, beyond):
        return False
    if not _alone(cue) or not lexicon.has("weak_before_reports", frame.key(cue.first)):
        return True
    return any(
        lexicon.has("reports", frame.key(i)) for i in range(cue.last, min(beyond, cue.last + 4))
    )


def _content_after(context: Context, cue: Cue, beyond: int) -> Spans:
    """Return what follows the source, where both open the sentence."""
    frame, lexicon = context.frame, context.lexicon
    size = len(frame.items)
    if _weak(context, cue) and lexicon.has("weak_set_off", frame.key(cue.first)):
        return ()
    first = _after_relative(context, beyond)
    end = content_end(context, first) if first < size else size
    return content_of(frame, first, end, lexicon) if end - first >= 3 else ()


def _content_around(context: Context, cue: Cue, beyond: int) -> Spans:
    """Return what stands before the cue, and what goes on after its source."""
    frame, lexicon = context.frame, context.lexicon
    size = len(frame.items)
    set_off = frame.key(cue.first - 1) in _SET_OFF
    if _alone(cue) and not lexicon.bare_after_comma and not set_off:
        return ()
    if lexicon.has("weak_set_off", frame.key(cue.first)) and (
        not set_off
        or not (
            frame.items[cue.last].capital or lexicon.has("weak_set_off_before", frame.key(cue.last))
        )
    ):
        return ()
    begin = after_colon(frame, cue.first)
    content = content_of(frame, begin, cue.first, lexicon)
    more: Spans = ()
    if (beyond < size - 2 and frame.key(beyond) in (",", "—")) or (
        beyond < size - 3 and frame.items[beyond].word and not _weak(context, cue)
    ):
        long_enough = cue.first - begin >= 8 and frame.key(cue.first - 1) == ","
        if not long_enough and beyond not in frame.cue_at and beyond + 1 not in frame.cue_at:
            more = content_of(frame, beyond, content_end(context, beyond), lexicon)
    if lexicon.bare_after_comma and _alone(cue) and not set_off:
        # In the middle of a German clause: "Der Hafen ist laut X leer".
        more = content_of(frame, beyond, content_end(context, beyond), lexicon)
    if frame.key(beyond) == ":" and cue.first - begin < 5:
        content = content_of(frame, beyond + 1, size, lexicon)
    return content + more if content else ()


def _after_relative(context: Context, comma: int) -> int:
    """Return the end of a relative clause at `comma` ("D'après X, qui doute, C")."""
    frame, lexicon = context.frame, context.lexicon
    opens = frame.key(comma + 1)
    if frame.key(comma) != "," or not lexicon.has("relatives", opens):
        return comma
    if lexicon.has("vague_relatives", opens):
        return comma
    if lexicon.bare_after_comma:
        return comma
    for at in range(comma + 2, min(len(frame.items) - 2, comma + 16)):
        if frame.key(at) == ",":
            return at
    return comma


def _titled(context: Context, cue: Cue, beyond: int) -> bool:
    frame, lexicon = context.frame, context.lexicon
    return any(
        is_name(frame.items[i]) or lexicon.has("titles", frame.key(i))
        for i in range(cue.last, min(beyond, len(frame.items)))
    )


def _named(context: Context, cue: Cue) -> tuple[Spans, int]:
    """Return the source that a preposition governs and the index after it."""
    frame, lexicon = context.frame, context.lexicon
    size = len(frame.items)
    for at in range(cue.first + 1, cue.last):
        if lexicon.has("pronouns", frame.key(at)) or lexicon.has("possessives", frame.key(at)):
            return span(frame, (at, at + 1)), cue.last
    if cue.may_be("according_after"):
        begin = cue.first
        while begin > 0 and cue.first - begin < 8:
            item = frame.items[begin - 1]
            inner = item.key.endswith(lexicon.inner_endings) and not lexicon.has(
                "no_inner", item.key
            )
            if not (item.capital or inner or lexicon.has("determiners", item.key)):
                break
            begin -= 1
            if lexicon.has("determiners", item.key) and not lexicon.has("linking", item.key):
                break
        return span(frame, trim(frame, begin, cue.first, lexicon)), cue.last
    begin = cue.last
    if begin >= size:
        return (), size
    if begin in frame.cue_at and not frame.cue_at[begin].may_be("nouns", "headings"):
        return (), size
    last = noun_phrase_end(frame, begin, size, lexicon)
    if lexicon.bare_after_comma or lexicon.according_runs_on:
        last = min(last, _german_end(context, begin, last))
    elif lexicon.bare:
        last = _with_place(context, begin, last)
    found = trim(frame, begin, last, lexicon)
    if found is None:
        return (), size
    opening = step_over(frame, 0, cue.first, lexicon) >= cue.first
    whole = with_apposition(frame, found, size, lexicon, names_only=opening)
    at = whole[1]
    if at < size and at in frame.cue_at and frame.cue_at[at].may_be("cited_by"):
        at = noun_phrase_end(frame, frame.cue_at[at].last, size, lexicon)
    elif (
        at < size
        and frame.items[at].word
        and not (lexicon.bare_after_comma or lexicon.according_runs_on)
    ):
        # What still belongs to the phrase ("по данным агентства на утро,") runs to the comma.
        probe = at
        while probe < size and probe - at < 10 and frame.items[probe].word:
            probe += 1
        if frame.key(probe) == ",":
            at = probe
    return span(frame, whole), at


def _with_place(context: Context, begin: int, last: int) -> int:
    frame, lexicon = context.frame, context.lexicon
    size = len(frame.items)
    while last < size and last - begin < 16 and lexicon.has("prepositions", frame.key(last)):
        further = noun_phrase_end(frame, last + 1, size, lexicon)
        if further <= last + 1:
            break
        last = further
    return last


def _german_end(context: Context, begin: int, last: int) -> int:
    """Return where a noun phrase ends without a comma, as in German: at the first small word
    that neither links nor stands before a noun."""
    frame, lexicon = context.frame, context.lexicon
    noun = False
    for at in range(begin, last):
        item = frame.items[at]
        titled = lexicon.according_runs_on and lexicon.has("titles", item.key)
        if item.capital or titled or any(c.isdigit() for c in item.key):
            noun = True
        elif lexicon.has("linking", item.key) or lexicon.coordinates(item.key):
            noun = False
        elif noun and item.word:
            return at
    return last
