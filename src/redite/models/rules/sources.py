"""Reports without a verb of saying: "According to X, C", "C, laut X", "his warning that C",
"C, говорится в заявлении X", and sentences that say whose the sentence before was."""

from __future__ import annotations

from redite.models.rules.context import Context
from redite.models.rules.drafts import Draft, content_of, span
from redite.models.rules.ends import content_end
from redite.models.rules.frames import Cue, Frame
from redite.models.rules.phrases import (
    Range,
    is_mood,
    is_name,
    noun_phrase_end,
    step_over,
    subject_after,
    trim,
    with_apposition,
)
from redite.values import Spans


def read_according(context: Context, cue: Cue) -> Draft | None:
    """Read "According to X, C", "C, according to X" and "C, according to X, C"."""
    frame, lexicon = context.frame, context.lexicon
    size = len(frame.items)
    if any(lexicon.has("which", frame.key(at)) for at in (cue.last, cue.last + 1)):
        return None
    source, beyond = _named(context, cue)
    if not source:
        return None
    head = step_over(frame, 0, cue.first, lexicon)
    while head < cue.first and not frame.items[head].word and not frame.items[head].quotation:
        head += 1
    alone = cue.last - cue.first == 1 and not cue.may_be("according_after")
    weak = alone and lexicon.has("weak", frame.key(cue.first))
    if weak and not _titled(frame, cue, beyond, context):
        return None
    if (
        lexicon.has("weak_before_reports", frame.key(cue.first))
        and alone
        and not any(
            lexicon.has("reports", frame.key(i)) for i in range(cue.last, min(beyond, cue.last + 4))
        )
    ):
        return None
    words = span(frame, (cue.first, cue.last))
    opens = cue.may_be("according_after") and source[0].start == frame.items[head].start
    if opens or head >= cue.first or frame.key(cue.first - 1) == ":":
        if weak and lexicon.has("weak_set_off", frame.key(cue.first)):
            return None
        first = _after_relative(context, beyond)
        end = content_end(context, first) if first < size else size
        content = content_of(frame, first, end, lexicon)
        if not content or end - first < 3:
            return None
        return Draft(source, words, content, context.number, kind="according")
    if alone and not lexicon.bare_after_comma and frame.key(cue.first - 1) not in _SET_OFF:
        return None
    if lexicon.has("weak_set_off", frame.key(cue.first)) and (
        frame.key(cue.first - 1) not in _SET_OFF
        or not (
            frame.items[cue.last].capital or lexicon.has("weak_set_off_before", frame.key(cue.last))
        )
    ):
        return None
    begin = _clause_head(frame, cue.first)
    content = content_of(frame, begin, cue.first, lexicon)
    more: Spans = ()
    if (beyond < size - 2 and frame.key(beyond) in (",", "—")) or (
        beyond < size - 3 and frame.items[beyond].word and not weak
    ):
        long_enough = cue.first - begin >= 8 and frame.key(cue.first - 1) == ","
        if not long_enough and beyond not in frame.cue_at and beyond + 1 not in frame.cue_at:
            more = content_of(frame, beyond, content_end(context, beyond), lexicon)
    if lexicon.bare_after_comma and alone and frame.key(cue.first - 1) not in _SET_OFF:
        # In the middle of a German clause: "Der Hafen ist laut X leer".
        more = content_of(frame, beyond, content_end(context, beyond), lexicon)
    if frame.key(beyond) == ":" and cue.first - begin < 5:
        content = content_of(frame, beyond + 1, size, lexicon)
    if not content:
        return None
    return Draft(source, words, content + more, context.number, kind="according")


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


_SET_OFF = frozenset({",", '"', "—", "("})


def _clause_head(frame: Frame, at: int) -> int:
    while at > 0 and frame.key(at - 1) != ":":
        at -= 1
    return at


def _titled(frame: Frame, cue: Cue, beyond: int, context: Context) -> bool:
    return any(
        is_name(frame.items[i]) or context.lexicon.has("titles", frame.key(i))
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
    begin = _clause_head(frame, cue.first)
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
