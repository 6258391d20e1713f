"""Who speaks: the source of a cue, before it, after it, inherited, or a place that speaks."""

from __future__ import annotations

from redite.models.rules.context import Context, is_stepped_over
from redite.models.rules.drafts import span
from redite.models.rules.frames import Cue, Frame
from redite.models.rules.lexicon import Lexicon
from redite.models.rules.phrases import (
    Range,
    clause_start,
    insertion_before,
    is_name,
    noun_phrase_end,
    step_over,
    trim,
)
from redite.models.rules.subjects import main_subject, subject_after, subject_before
from redite.values import Spans


def source_before(context: Context, cue: Cue) -> tuple[Spans, int]:
    """Return the source before a cue, and the first item of the cue's clause."""
    frame, lexicon = context.frame, context.lexicon
    begin = clause_start(frame, cue.first, lexicon)
    bound = bound_source(context, cue, begin)
    if bound is not None:
        return bound, begin
    found = subject_before(frame, begin, cue.first, lexicon)
    if opens_in_relative(frame, begin, lexicon) or (
        found is None and lexicon.has("conjunctions", frame.key(begin - 1))
    ):
        return span(frame, main_subject(frame, begin, lexicon)), begin
    if found is None or not is_noun_like(frame, found, lexicon):
        at = begin if found is None else found[0]
        inserted = insertion_before(frame, begin, lexicon)
        if (inserted is not None and at == begin) or (inserted is not None and found is None):
            comma, describes = inserted
            start = clause_start(frame, comma, lexicon)
            head = subject_before(frame, start, comma, lexicon)
            if head is not None and is_noun_like(frame, head, lexicon):
                last = begin - 1 if describes else head[1]
                return span(frame, trim(frame, head[0], last, lexicon)), start
    return span(frame, found), begin


def opens_in_relative(frame: Frame, begin: int, lexicon: Lexicon) -> bool:
    """Say whether the clause begins "in which …": its subject is further up."""
    return lexicon.has("prepositions", frame.key(begin)) and lexicon.has(
        "relative_places", frame.key(begin + 1)
    )


def bound_source(context: Context, cue: Cue, begin: int) -> Spans | None:
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
    while tail > begin and is_stepped_over(context, tail):
        if lexicon.coordinates(frame.key(tail)):
            break
        tail -= 1
    if joined and context.earlier and lexicon.coordinates(frame.key(tail)):
        return context.earlier[max(context.earlier)]
    return None


def is_noun_like(frame: Frame, found: Range, lexicon: Lexicon) -> bool:
    """Say whether a range holds a name, a pronoun, a title or a determiner."""
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
    placed = nameless_source(context, cue, begin)
    if placed:
        return placed, begin
    if not lexicon.bare and not source:
        found = subject_after(frame, cue.last, _next_break(frame, cue.last), lexicon)
        if found is not None and is_noun_like(frame, found, lexicon):
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
    words = [i for i in range(at + 1, cue.first) if not is_stepped_over(context, i)]
    return len(words) <= 4 and not any(lexicon.has("pronouns", frame.key(i)) for i in words[1:])


def nameless_source(context: Context, cue: Cue, begin: int) -> Spans:
    """Return the place that speaks ("в ведомстве заявили", "заявили в Белом доме")."""
    frame, lexicon = context.frame, context.lexicon
    if not (lexicon.nameless and frame.items[cue.first].key.endswith(lexicon.nameless)):
        return ()
    for start, stop in ((begin, cue.first), (cue.last, _next_break(frame, cue.last))):
        at = step_over(frame, start, stop, lexicon)
        if at < stop and lexicon.has("nameless_after", frame.key(at)):
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
                if free and found is not None and is_noun_like(frame, found, lexicon):
                    return found
            return subject_before(frame, begin, at, lexicon)
    head = step_over(frame, begin, cue.first, lexicon)
    inserted = insertion_before(frame, begin, lexicon) if head >= cue.first else None
    if inserted is not None and inserted[1] and _particle_follows(frame, cue):
        start = clause_start(frame, inserted[0], lexicon)
        owner = subject_before(frame, start, inserted[0], lexicon)
        if owner is not None and is_noun_like(frame, owner, lexicon):
            return (owner[0], begin - 1)
    if head >= cue.first or lexicon.has("prepositions", frame.key(head)):
        return subject_after(frame, cue.last, _next_break(frame, cue.last), lexicon)
    alone = cue.first - head == 1
    if lexicon.has("oblique", frame.key(head)) or (
        alone and lexicon.has("fronted", frame.key(head))
    ):
        after = subject_after(frame, cue.last, _next_break(frame, cue.last), lexicon)
        if after is not None and is_noun_like(frame, after, lexicon):
            return after
    return None


def _particle_follows(frame: Frame, cue: Cue) -> bool:
    return bool(cue.entry.particle) and frame.key(cue.last) == cue.entry.particle[0]


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
        ) or (cue.may_be("think") and lexicon.has("negation_parts", key) and first < cue.first):
            first -= 1
        else:
            break
    return span(frame, (first, cue.last))
