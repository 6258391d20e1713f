"""The noun phrase that says who speaks: before its verb, after it, or shared with another verb."""

from __future__ import annotations

from redite.models.rules.frames import Frame, Item
from redite.models.rules.lexicon import Lexicon
from redite.models.rules.phrases import (
    BREAKS,
    Range,
    clause_start,
    is_name,
    noun_phrase_end,
    step_over,
    trim,
    with_apposition,
)


def subject_before(frame: Frame, first: int, at: int, lexicon: Lexicon) -> Range | None:
    """Return the noun phrase that ends before the cue at `at`, in a clause from `first`."""
    end = at
    while end > first and _between(frame.items[end - 1], lexicon):
        end -= 1
    begin = step_over(frame, first, end, lexicon)
    while begin < end and (
        lexicon.has("auxiliaries", frame.key(begin))
        or (lexicon.has("that", frame.key(begin)) and not frame.items[begin].capital)
    ):
        begin += 1
    if begin >= end:
        return None
    if lexicon.has("subjects", frame.key(end - 1)):
        return (end - 1, end)
    if lexicon.has("relatives", frame.key(begin)) and begin > 0 and frame.key(begin - 1) == ",":
        return antecedent(frame, begin - 1, lexicon)
    begin = _after_opening_phrase(frame, begin, end, lexicon)
    begin = step_over(frame, begin, end, lexicon)
    if begin >= end:
        return None
    last = _name_end(frame, begin, end, lexicon)
    if lexicon.has("prepositions", frame.key(begin)) and not any(
        is_name(frame.items[i]) for i in range(begin + 1, last)
    ):
        return None
    return trim(frame, begin, last, lexicon)


def _between(item: Item, lexicon: Lexicon) -> bool:
    """Say whether `item` may stand between a subject and its verb."""
    return item.word and any(
        lexicon.has(group, item.key) for group in ("adverbs", "auxiliaries", "negations")
    )


def _after_opening_phrase(frame: Frame, begin: int, end: int, lexicon: Lexicon) -> int:
    """Step over an opening phrase with a preposition ("В телеобращении Горан Велеш …")."""
    if not lexicon.has("prepositions", frame.key(begin)):
        return begin
    for at in range(begin + 2, end):
        item = frame.items[at]
        before = frame.items[at - 1]
        if lexicon.has("pronouns", item.key):
            return at
        if lexicon.has("titles", item.key) and not lexicon.has("determiners", before.key):
            return at
        if item.capital and not before.capital and at - begin >= 2:
            return at
    return begin


def _name_end(frame: Frame, begin: int, end: int, lexicon: Lexicon) -> int:
    """Return where the phrase from `begin` ends: after its last free name, or before what
    is no noun phrase any more."""
    if lexicon.has("pronouns", frame.key(begin)):
        return begin + 1
    last = 0
    at = begin
    while at < end:
        if is_name(frame.items[at]) and not (at > begin and lexicon.has("time", frame.key(at))):
            run = at
            while at < end and is_name(frame.items[at]):
                at += 1
            # Of "the spokeswoman in Hallen Irena Dalkova" the place is one word of the run.
            governed = (
                run > begin and at - run < 3 and lexicon.has("prepositions", frame.key(run - 1))
            )
            if not governed or run == begin:
                last = at
        else:
            at += 1
    plain = noun_phrase_end(frame, begin, end, lexicon)
    return max(last, plain) if last else plain


def subject_after(frame: Frame, at: int, end: int, lexicon: Lexicon) -> Range | None:
    """Return the noun phrase after a cue that stands before its subject."""
    begin = step_over(frame, at, end, lexicon)
    if begin < end and lexicon.has("prepositions", frame.key(begin)):
        begin = _title_or_name(frame, begin, end, lexicon)
    if begin >= end or frame.key(begin) in BREAKS:
        return None
    item = frame.items[begin]
    if lexicon.has("that", item.key):
        return None
    if item.quotation is not None and not is_name(item):
        return None
    last = noun_phrase_end(frame, begin, end, lexicon)
    if (
        lexicon.bare
        and lexicon.has("indefinite", frame.key(begin))
        and not frame.items[last - 1].capital
    ):
        # Of an unnamed source all is said at once ("a diplomat in Hallen who asked …").
        while last < end and frame.key(last) not in BREAKS:
            last += 1
        return trim(frame, begin, last, lexicon)
    found = trim(frame, begin, last, lexicon)
    return with_apposition(frame, found, end, lexicon) if found else None


def _title_or_name(frame: Frame, begin: int, end: int, lexicon: Lexicon) -> int:
    for at in range(begin + 2, min(end, begin + 10)):
        item = frame.items[at]
        if item.key in BREAKS:
            return end
        governed = lexicon.has("prepositions", frame.key(at - 1))
        if not governed and (lexicon.has("titles", item.key) or lexicon.has("pronouns", item.key)):
            determined = lexicon.has("determiners", frame.key(at - 1))
            if determined and at - 1 == begin + 1:
                continue
            return at - 1 if determined else at
        if item.capital and not frame.items[at - 1].capital and not governed:
            return at
    return end


def main_subject(frame: Frame, at: int, lexicon: Lexicon) -> Range | None:
    """Return the subject of the sentence, for a participle at `at` that shares it."""
    begin = step_over(frame, 0, at, lexicon)
    if begin >= at:
        return None
    if lexicon.has("pronouns", frame.key(begin)):
        return (begin, begin + 1)
    begin = _after_opening_phrase(frame, begin, at, lexicon)
    if lexicon.has("determiners", frame.key(begin)) and not lexicon.bare_after_comma:
        found = trim(frame, begin, noun_phrase_end(frame, begin, at, lexicon), lexicon)
        if found is not None and found[1] - found[0] > 1:
            return found
    end = begin
    alone = end + 1 < at and not is_name(frame.items[end + 1])
    if is_name(frame.items[end]) and lexicon.has("titles", frame.key(end)) and alone:
        end += 1
    while end < at and not is_name(frame.items[end]) and end - begin < 8:
        if frame.key(end) in BREAKS and frame.key(end) != ",":
            break
        end += 1
    if end < at and is_name(frame.items[end]):
        while end < at and is_name(frame.items[end]):
            end += 1
        return trim(frame, begin, end, lexicon)
    return trim(frame, begin, noun_phrase_end(frame, begin, at, lexicon), lexicon)


def antecedent(frame: Frame, comma: int, lexicon: Lexicon) -> Range | None:
    """Return the noun phrase before the comma at `comma`: what a relative pronoun stands for."""
    begin = clause_start(frame, comma, lexicon)
    start = comma
    while start > begin and is_name(frame.items[start - 1]):
        start -= 1
    if start == comma:
        start = begin
    else:
        while start > begin and (
            lexicon.has("titles", frame.key(start - 1))
            or lexicon.has("determiners", frame.key(start - 1))
        ):
            start -= 1
    return trim(frame, start, comma, lexicon)
