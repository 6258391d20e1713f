"""Reports with a verb: "X said that C", "C, said X", "«C», — сказав X", "X accused Y of C".

Each pattern is a function of one cue; `read_verb` tries them in order, the surest first.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from redite.models.rules.drafts import Draft, content_of, quoted, span
from redite.models.rules.frames import Cue, Frame
from redite.models.rules.lexicon import Lexicon
from redite.models.rules.phrases import (
    Range,
    antecedent,
    clause_start,
    insertion_before,
    is_name,
    main_subject,
    noun_phrase_end,
    step_over,
    subject_after,
    subject_before,
    trim,
)
from redite.values import Span, Spans

_SAYING = ("say", "tell", "think", "relay", "direct")
_CLAUSAL = ("say", "tell", "think", "relay")
_STOPS = frozenset(".!?")


@dataclass(frozen=True, slots=True)
class Context:
    """One cue in its frame, with what was found before it in the same frame."""

    frame: Frame
    number: int
    lexicon: Lexicon
    earlier: Mapping[int, Spans]
    """Sources of the cues before, by the index of the cue's first item."""


def read_verb(context: Context, cue: Cue) -> Draft | None:
    """Return what the verb `cue` reports, or None where it reports nothing."""
    if _negated(context, cue) or _passive(context, cue):
        return None
    if cue.may_be(*_SAYING):
        draft = _before(context, cue) or _quotation_after(context, cue)
        if draft is not None:
            return draft
    if context.lexicon.quotations_only or cue.entry.kinds <= {"direct", "sharing"}:
        return None
    draft = _that_clause(context, cue)
    if draft is None and cue.may_be("object"):
        draft = _object(context, cue)
    if draft is None and cue.may_be(*_CLAUSAL):
        draft = _bare_clause(context, cue)
    return draft


def _negated(context: Context, cue: Cue) -> bool:
    """Say whether nothing is said ("did not comment"). Denied belief is a belief."""
    if cue.may_be("think"):
        return False
    frame, lexicon = context.frame, context.lexicon
    near = [*range(max(0, cue.first - 4), cue.first), cue.last]
    for at in near:
        if at >= len(frame.items) or not lexicon.has("negations", frame.key(at)):
            continue
        if at == cue.last and lexicon.bare:
            continue
        between = frame.items[at + 1 : cue.first]
        if any(not i.word or lexicon.has("that", i.key) for i in between):
            continue
        if any(lexicon.has("pronouns", i.key) or i.capital for i in between):
            continue
        return True
    if cue.last < len(frame.items) and not lexicon.bare:
        # German puts the negation at the end of the middle field: "bestätigte das nicht".
        window = [i.key for i in frame.items[cue.last : cue.last + 4]]
        if "nicht" in window and "," not in window:
            return True
    return False


def _passive(context: Context, cue: Cue) -> bool:
    """Say whether the cue is turned round ("has been told to"), or a noun ("the claims")."""
    lexicon = context.lexicon
    before = context.frame.key(cue.first - 1)
    noun = (
        lexicon.bare
        and cue.last - cue.first == 1
        and (
            before in ("'s", "of") or (lexicon.has("determiners", before) and before not in _ALONE)
        )
    )
    if noun and not cue.may_be("sharing"):
        return True
    if cue.may_be("think", "quote", "sharing"):
        return False
    after = lexicon.bare_after_comma and context.frame.key(cue.last) in ("werden", "wurde")
    return after or lexicon.has("passives", before)


_ALONE = frozenset("this that these those some several many one two three both another".split())
"""Determiners that may be a subject: "many say", "others"."""


# --- sources ------------------------------------------------------------------------------------


def source_before(context: Context, cue: Cue) -> tuple[Spans, int]:
    """Return the source before a cue, and the first item of the cue's clause."""
    frame, lexicon = context.frame, context.lexicon
    begin = clause_start(frame, cue.first, lexicon)
    bound = _bound_source(context, cue, begin)
    if bound is not None:
        return bound, begin
    found = subject_before(frame, begin, cue.first, lexicon)
    if _relative_place(frame, begin, lexicon) or (
        found is None and lexicon.has("conjunctions", frame.key(begin - 1))
    ):
        return span(frame, main_subject(frame, begin, lexicon)), begin
    if found is None or not _noun_like(frame, found, lexicon):
        at = begin if found is None else found[0]
        inserted = insertion_before(frame, begin, lexicon)
        if (inserted is not None and at == begin) or (inserted is not None and found is None):
            comma, describes = inserted
            start = clause_start(frame, comma, lexicon)
            head = subject_before(frame, start, comma, lexicon)
            if head is not None and _noun_like(frame, head, lexicon):
                last = begin - 1 if describes else head[1]
                return span(frame, trim(frame, head[0], last, lexicon)), start
    return span(frame, found), begin


def _relative_place(frame: Frame, begin: int, lexicon: Lexicon) -> bool:
    """Say whether the clause begins "in which …": its subject is further up."""
    return lexicon.has("prepositions", frame.key(begin)) and (
        frame.key(begin + 1) in _RELATIVE_PLACES
    )


_RELATIVE_PLACES = frozenset(
    "котором которой которых якому якій яких which whom dem denen laquelle lequel".split()
)


def _bound_source(context: Context, cue: Cue, begin: int) -> Spans | None:
    """Return the source that a coordinated or dependent cue takes over, or None."""
    frame, lexicon = context.frame, context.lexicon
    before = [i for i in range(begin, cue.first)]
    empty = all(
        lexicon.has("adverbs", frame.key(i))
        or lexicon.coordinates(frame.key(i))
        or lexicon.has("auxiliaries", frame.key(i))
        or lexicon.has("conjunctions", frame.key(i))
        for i in before
    )
    if cue.may_be("sharing") and (empty or begin == cue.first):
        if context.earlier:
            return context.earlier[max(context.earlier)]
        return span(frame, main_subject(frame, begin, lexicon))
    joined = any(lexicon.coordinates(frame.key(i)) for i in before) or (
        begin > 0 and lexicon.coordinates(frame.key(begin - 1))
    )
    if empty and joined and context.earlier:
        return context.earlier[max(context.earlier)]
    tail = cue.first - 1
    while tail > begin and _skippable(context, tail):
        if lexicon.coordinates(frame.key(tail)):
            break
        tail -= 1
    if joined and context.earlier and lexicon.coordinates(frame.key(tail)):
        return context.earlier[max(context.earlier)]
    return None


def _noun_like(frame: Frame, found: Range, lexicon: Lexicon) -> bool:
    items = frame.items[found[0] : found[1]]
    return any(
        is_name(item)
        or lexicon.has("pronouns", item.key)
        or lexicon.has("titles", item.key)
        or lexicon.has("determiners", item.key)
        for item in items
    )


def source_of(context: Context, cue: Cue) -> tuple[Spans, int]:
    """Return the source of a cue whose content comes after it, and its clause's first item."""
    frame, lexicon = context.frame, context.lexicon
    begin = clause_start(frame, cue.first, lexicon)
    follows = frame.key(cue.last)
    if not lexicon.bare and lexicon.has("pronouns", follows):
        return span(frame, (cue.last, cue.last + 1)), begin
    if lexicon.bare_after_comma:
        found = _german_subject(context, cue, begin)
        if found is not None:
            return span(frame, found), begin
    source, begin = source_before(context, cue)
    if source and not _only_adverbial(context, cue, begin):
        return source, begin
    placed = _nameless_source(context, cue, begin)
    if placed:
        return placed, begin
    if not lexicon.bare and not source:
        found = subject_after(frame, cue.last, _next_break(frame, cue.last), lexicon)
        if found is not None and _noun_like(frame, found, lexicon):
            return span(frame, found), begin
    return source, begin


def _only_adverbial(context: Context, cue: Cue, begin: int) -> bool:
    frame, lexicon = context.frame, context.lexicon
    at = step_over(frame, begin, cue.first, lexicon)
    if not (lexicon.nameless and frame.items[cue.first].key.endswith(lexicon.nameless)):
        return False
    return lexicon.has("prepositions", frame.key(at)) and _nominative_absent(context, at, cue)


def _nominative_absent(context: Context, at: int, cue: Cue) -> bool:
    frame, lexicon = context.frame, context.lexicon
    words = [i for i in range(at + 1, cue.first) if not _skippable(context, i)]
    return len(words) <= 4 and not any(lexicon.has("pronouns", frame.key(i)) for i in words[1:])


def _skippable(context: Context, at: int) -> bool:
    lexicon, key = context.lexicon, context.frame.key(at)
    return lexicon.has("adverbs", key) or lexicon.has("auxiliaries", key)


def _nameless_source(context: Context, cue: Cue, begin: int) -> Spans:
    """Return the place that speaks ("в ведомстве заявили", "заявили в Белом доме")."""
    frame, lexicon = context.frame, context.lexicon
    if not (lexicon.nameless and frame.items[cue.first].key.endswith(lexicon.nameless)):
        return ()
    for start, stop in ((begin, cue.first), (cue.last, _next_break(frame, cue.last))):
        at = step_over(frame, start, stop, lexicon)
        if at < stop and frame.key(at) in ("в", "во", "у", "на"):
            last = noun_phrase_end(frame, at + 1, stop, lexicon)
            return span(frame, trim(frame, at + 1, last, lexicon))
    return ()


def _german_subject(context: Context, cue: Cue, begin: int) -> Range | None:
    """Return a subject after a finite verb, or between an auxiliary and its participle."""
    frame, lexicon = context.frame, context.lexicon
    for at in range(cue.first - 1, begin - 1, -1):
        if lexicon.has("auxiliaries", frame.key(at)):
            inside = step_over(frame, at + 1, cue.first, lexicon)
            if inside < cue.first:
                last = noun_phrase_end(frame, inside, cue.first, lexicon)
                found = trim(frame, inside, last, lexicon)
                free = not lexicon.has("prepositions", frame.key(inside))
                if free and found is not None and _noun_like(frame, found, lexicon):
                    return found
            return subject_before(frame, begin, at, lexicon)
    head = step_over(frame, begin, cue.first, lexicon)
    if head >= cue.first or lexicon.has("prepositions", frame.key(head)):
        return subject_after(frame, cue.last, _next_break(frame, cue.last), lexicon)
    if frame.key(head) in ("dem", "den", "das", "dies", "dazu") and head < cue.first:
        after = subject_after(frame, cue.last, _next_break(frame, cue.last), lexicon)
        if after is not None and _noun_like(frame, after, lexicon):
            return after
    return None


def _next_break(frame: Frame, at: int) -> int:
    while at < len(frame.items):
        item = frame.items[at]
        if item.key in ",;:—!?" and not item.word:
            # A comma may set off an apposition; whoever reads on decides.
            return len(frame.items) if item.key == "," else at
        if item.quotation is not None and not is_name(item):
            return at
        at += 1
    return at


def cue_span(context: Context, cue: Cue) -> Spans:
    """Return the words of the cue, with a negation of belief or an auxiliary in front."""
    frame, lexicon = context.frame, context.lexicon
    first = cue.first
    while first > 0 and first > cue.first - 3:
        key = frame.key(first - 1)
        if (
            (cue.may_be("think") and lexicon.has("negations", key))
            or (lexicon.auxiliary_in_cue and lexicon.has("auxiliaries", key))
        ) or (cue.may_be("think") and key in ("більше", "больше") and first < cue.first):
            first -= 1
        else:
            break
    return span(frame, (first, cue.last))


# --- content before the cue ---------------------------------------------------------------------


def _before(context: Context, cue: Cue) -> Draft | None:
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
    if mark.key in ".!?" and not spoken and mark.quotation is None:
        return None
    if cue.may_be("direct") and not cue.may_be(*_CLAUSAL) and not spoken:
        return None
    if lexicon.quotations_only and not spoken:
        return None
    if lexicon.has("relatives", frame.key(begin)) or lexicon.has("that", frame.key(begin)):
        return None
    if _relative_place(frame, begin, lexicon):
        return None
    if not spoken and (_that_follows(context, cue) or _inserted_relay(context, cue, begin)):
        return None
    if cue.may_be("sharing"):
        return None
    start = _content_start(frame, stop)
    if not spoken and _adverbial(frame, start, stop, lexicon):
        return None
    if described is not None:
        found: tuple[Spans, int] | None = (described[1], _next_mark(frame, cue.last))
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
    more = _resumed(context, end, content, whole, stop - start)
    if stop - start < 2 and not spoken and not more:
        return None
    return Draft(
        source,
        cue_span(context, cue),
        content + more,
        context.number,
        whole,
        _kind(cue),
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
    if not (cue.may_be("tell") or _ends_or_adverbial(context, after)):
        return None
    start = clause_start(frame, inserted[0], lexicon)
    head = subject_before(frame, start, inserted[0], lexicon)
    if start == 0 or frame.key(start - 1) != "," or head is None:
        return None
    if not _noun_like(frame, head, lexicon):
        return None
    return start, span(frame, (head[0], begin - 1))


def _that_follows(context: Context, cue: Cue) -> bool:
    """Say whether a complementiser comes in the clause of the cue, or right after it."""
    frame, lexicon = context.frame, context.lexicon
    size = len(frame.items)
    at = cue.last
    while at < size and frame.key(at) not in (",", ":", ";", "—"):
        if lexicon.has("that", frame.key(at)) and not frame.items[at].quotation:
            return True
        at += 1
    return at + 1 < size and frame.key(at) == "," and lexicon.has("that", frame.key(at + 1))


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
    return stop - start <= 5 and lexicon.has("prepositions", frame.key(start))


def _content_start(frame: Frame, stop: int) -> int:
    """Return where content that ends at `stop` begins: at the frame's start, or after a colon."""
    at = stop - 1
    while at > 0 and frame.key(at - 1) != ":":
        if frame.items[at - 1].key == "—" and is_dateline(frame, at - 1):
            return at
        at -= 1
    return at


def is_dateline(frame: Frame, dash: int) -> bool:
    """Say whether what stands before the dash is the outlet's "TARSK, 3 May —"."""
    return (
        0 < dash <= 6
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
    filled = any(not _skippable(context, i) and items[i].word for i in between) and (
        step_over(frame, begin, cue.first, lexicon) < cue.first
    )
    bound = _bound_source(context, cue, begin) if not filled else None
    if bound:
        return None
    if filled:
        follows = step_over(frame, after, size, lexicon)
        if not lexicon.bare and follows < size and lexicon.has("pronouns", items[follows].key):
            return span(frame, (follows, follows + 1)), follows + 1
        inverts = lexicon.bare_after_comma and lexicon.has("adverbs", frame.key(begin))
        if not inverts or frame.key(begin) == "wie":
            source = span(frame, subject_before(frame, begin, cue.first, lexicon))
            if source and cue.may_be("tell"):
                return source, _next_mark(frame, after)
            if source and _ends_or_adverbial(context, follows):
                return source, _next_mark(frame, follows)
        if lexicon.bare:
            return None
    nameless = _nameless_source(context, cue, cue.first)
    if nameless:
        return nameless, _next_mark(frame, after)
    found = subject_after(frame, after, size, lexicon)
    if found is None:
        if cue.may_be("tell"):
            return None
        return None
    if lexicon.bare and not _noun_like_name(context, found):
        return None
    if not _noun_like(frame, found, lexicon) and found[1] - found[0] > 4:
        return None
    rest = _next_mark(frame, found[1])
    if lexicon.bare and not _ends_or_adverbial(context, found[1]):
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


def _ends_or_adverbial(context: Context, at: int) -> bool:
    frame, lexicon = context.frame, context.lexicon
    if at >= len(frame.items):
        return True
    item = frame.items[at]
    if not item.word:
        return item.quotation is None or not is_name(item)
    return (
        lexicon.has("prepositions", item.key)
        or lexicon.has("relatives", item.key)
        or lexicon.has("adverbs", item.key)
        or (at in frame.cue_at and frame.cue_at[at].may_be("citing", "sharing", "according"))
    )


def _next_mark(frame: Frame, at: int) -> int:
    while at < len(frame.items) and not (
        frame.items[at].key in ",;:—.!?" or frame.items[at].quotation is not None
    ):
        at += 1
    return at


def _resumed(context: Context, end: int, content: Spans, whole: bool, length: int) -> Spans:
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


# --- content after the cue ----------------------------------------------------------------------


def _quotation_after(context: Context, cue: Cue) -> Draft | None:
    """Read "X said: “C”", "X said, “C”", "X said “C”", "X said: C"."""
    frame, lexicon = context.frame, context.lexicon
    size = len(frame.items)
    for at in range(cue.last, min(size, cue.last + 26)):
        item = frame.items[at]
        if lexicon.has("that", item.key) and frame.key(at - 1) != "of":
            return None
        other = frame.cue_at.get(at)
        if other is not None and not other.may_be("nouns", "headings", "anaphora"):
            return None
        if item.key == ":" and not item.word:
            return _after_colon(context, cue, at)
        if item.quotation is None:
            continue
        before = frame.key(at - 1)
        if is_name(item) and before not in (",", "—"):
            continue
        mixed = at == cue.last and at + 1 < size and frame.items[at + 1].word
        if mixed and cue.may_be("think", "object"):
            return None
        attached = before in (",", "—") or at == cue.last
        near = at - cue.last <= 2 and item.words >= 3 and cue.may_be("sharing")
        if not attached and not near and not (item.capital and item.words >= 3):
            return None
        if at == cue.last and item.words < 3 and at + 1 < size and frame.items[at + 1].word:
            return None
        source, _ = source_of(context, cue)
        more = _resumed(context, at + 1, (), True, 0)
        return _draft(context, cue, source, quoted(frame, at) + more, direct=True)
    return None


def _after_colon(context: Context, cue: Cue, colon: int) -> Draft | None:
    frame, lexicon = context.frame, context.lexicon
    first = colon + 1
    while first < len(frame.items) and frame.items[first].key in "—•":
        first += 1
    if first >= len(frame.items):
        return None
    source, _ = source_of(context, cue)
    if frame.items[first].quotation is not None and frame.items[first].words >= 2:
        following = frame.key(first + 1)
        if following in ("", ".", ",", "—", '"', "!", "?"):
            content = quoted(frame, first)
            more = _resumed(context, first + 1, (), True, 0)
            return _draft(context, cue, source, content + more, direct=True)
    if lexicon.quotations_only:
        return None
    end = content_end(context, first)
    content = content_of(frame, first, end, lexicon)
    return _draft(context, cue, source, content) if content else None


def _that_clause(context: Context, cue: Cue) -> Draft | None:
    """Read "X said [on Monday, in a letter] that C"."""
    frame, lexicon = context.frame, context.lexicon
    size = len(frame.items)
    commas = 0
    for at in range(cue.last, min(size, cue.last + 22)):
        item = frame.items[at]
        if item.quotation is not None and not is_name(item):
            return None
        abbreviated = item.key == "." and at + 1 < size and frame.items[at + 1].word
        if item.key in ".;:!?" and not item.word and not abbreviated:
            return None
        if at in frame.cue_at and frame.cue_at[at].first == at:
            other = frame.cue_at[at]
            if not other.may_be("nouns", "headings", "anaphora", "citing", "according"):
                return None
        if item.key == ",":
            commas += 1
        if lexicon.has("that", item.key) and not item.capital:
            if lexicon.bare and at > cue.last and frame.key(at) in ("if", "whether"):
                return None
            strict = not lexicon.bare and not lexicon.auxiliary_in_cue
            if strict and frame.key(at - 1) != "," and at > cue.last:
                continue
            if commas > 3 or (commas > 1 and lexicon.bare_after_comma):
                return None
            if cue.may_be("object") and not cue.may_be(*_CLAUSAL) and at - cue.last > 3:
                return None
            end = content_end(context, at + 1)
            content = content_of(frame, at + 1, end, lexicon)
            source, _ = source_of(context, cue)
            return _draft(context, cue, source, content) if content else None
    return None


def _object(context: Context, cue: Cue) -> Draft | None:
    """Read "X accused Y of C", "X called C a mistake": the object is what was said."""
    frame, lexicon = context.frame, context.lexicon
    source, begin = source_of(context, cue)
    if not source:
        return None
    first = step_over(frame, cue.last, len(frame.items), lexicon)
    end = content_end(context, first)
    for piece in source:
        while first < end and frame.items[first].start < piece.end <= frame.items[end - 1].end:
            if frame.items[first].start < piece.start:
                break
            first += 1
    content = content_of(frame, first, end, lexicon)
    fronted: Spans = ()
    pronoun = next(
        (i for i in range(begin, cue.first) if frame.items[i].start == source[0].start), 0
    )
    if pronoun > begin + 1 and lexicon.has("subjects", frame.key(pronoun)):
        fronted = content_of(frame, begin, pronoun, lexicon)
    elif lexicon.bare_after_comma and frame.key(begin) in ("dem", "den", "der"):
        fronted = span(frame, trim(frame, begin, cue.first, lexicon))
        if fronted == source:
            fronted = ()
    words = sum(i.words for i in frame.items[first:end] if i.word or i.quotation)
    if not content or words < 2:
        return None
    return _draft(context, cue, source, fronted + content)


def _bare_clause(context: Context, cue: Cue) -> Draft | None:
    """Read content without a complementiser: English, German after a comma, and a few
    openings that a language lists."""
    frame, lexicon = context.frame, context.lexicon
    size = len(frame.items)
    source, _ = source_of(context, cue)
    if not source and not cue.may_be("sharing"):
        return None
    if lexicon.bare:
        first = step_over(frame, cue.last, size, lexicon)
        if cue.may_be("tell") and not cue.may_be("say"):
            first = _hearer_end(context, first)
            first = step_over(frame, first, size, lexicon)
        if first >= size or (not frame.items[first].word and not frame.items[first].quotation):
            return None
        if lexicon.has("prepositions", frame.key(first)) or frame.key(first) == "to":
            return None
        return _rest(context, cue, source, first, 3)
    if lexicon.bare_after_comma:
        for at in range(cue.last, min(size, cue.last + 20)):
            if frame.key(at) == ",":
                if at + 1 < size and frame.items[at + 1].quotation is None:
                    return _rest(context, cue, source, at + 1, 3)
                return None
            if at in frame.cue_at or frame.key(at) in ":.;":
                return None
        return None
    at = step_over(frame, cue.last, size, lexicon)
    for ahead in range(at, min(size, at + 3)):
        if lexicon.has("about", frame.key(ahead)) and frame.key(ahead - 1) not in ",:":
            at = ahead
            break
    if at < size and (
        lexicon.has("bare_starts", frame.key(at)) or lexicon.has("about", frame.key(at))
    ):
        draft = _rest(context, cue, source, at, 3)
        return None if draft is None else replace(draft, kind="about")
    if cue.may_be("think") and lexicon.auxiliary_in_cue and at < size:
        return _rest(context, cue, source, at, 3)
    return None


def _rest(context: Context, cue: Cue, source: Spans, first: int, least: int) -> Draft | None:
    end = content_end(context, first)
    words = sum(i.words for i in context.frame.items[first:end] if i.word or i.quotation)
    content = content_of(context.frame, first, end, context.lexicon)
    if words < least or not content:
        return None
    return _draft(context, cue, source, content)


def _hearer_end(context: Context, at: int) -> int:
    """Return the index after the hearer ("told [the committee] …")."""
    frame, lexicon = context.frame, context.lexicon
    size = len(frame.items)
    if at >= size:
        return at
    if frame.items[at].capital:
        while at < size and (is_name(frame.items[at]) or frame.key(at) in ("'s", "'")):
            at += 1
        return at
    if lexicon.has("determiners", frame.key(at)):
        at += 1
        if at < size and frame.items[at].capital:
            while at < size and is_name(frame.items[at]):
                at += 1
            return at
        return at + 1
    return at + 1


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
        if cue.may_be("sharing") and before in (",", "and"):
            return at - 1
        if cue.may_be("say", "relay") and before == "," and _closes_frame(context, cue):
            return at - 1
        if cue.may_be("say") and lexicon.bare and first < (comma := _trailing(context, cue)):
            return comma
        if cue.may_be("according", "citing", "cited_by") and before in (",", "—", "("):
            return at - 1
        tail = at - 1
        while tail > first and _skippable(context, tail):
            if lexicon.coordinates(frame.key(tail)):
                break
            tail -= 1
        if (
            cue.may_be("say", "tell", "object", "think")
            and lexicon.coordinates(frame.key(tail))
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
    if at >= size or _that_follows(context, cue):
        return False
    item = frame.items[at]
    named = is_name(item) or lexicon.has("titles", item.key) or lexicon.has("pronouns", item.key)
    return named and _next_mark(frame, at) >= size - 1


def _trailing(context: Context, cue: Cue) -> int:
    """Return the comma before a closing "…, the source added.", 0 where there is none."""
    frame, lexicon = context.frame, context.lexicon
    size = len(frame.items)
    if size - cue.last > 14:
        return 0
    begin = clause_start(frame, cue.first, lexicon)
    plain = begin > 0 and frame.key(begin - 1) == "," and 0 < cue.first - begin <= 8
    if not plain or lexicon.has("relatives", frame.key(begin)) or _that_follows(context, cue):
        return 0
    at = step_over(frame, cue.last, size, lexicon)
    closes = _next_mark(frame, at) >= size - 1 and _ends_or_adverbial(context, at)
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


def _draft(
    context: Context, cue: Cue, source: Spans, content: Spans, *, direct: bool = False
) -> Draft | None:
    ordered = tuple(sorted(content))
    if any(left.end > right.start for left, right in pairwise(ordered)):
        return None
    relays = cue.may_be("relay")
    words = cue_span(context, cue)
    return Draft(source, words, ordered, context.number, direct, _kind(cue), relays)


def _kind(cue: Cue) -> str:
    if cue.may_be("say", "tell", "relay", "direct"):
        return "say"
    return "think" if cue.may_be("think") else "object"


__all__ = ["Context", "antecedent", "content_end", "cue_span", "read_verb", "source_of"]
