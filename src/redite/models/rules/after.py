"""Content after its cue: "X said: “C”", "X said that C", "X accused Y of C", "X said C"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from redite.models.rules.before import resumed
from redite.models.rules.context import CLAUSAL, Context, kind_of
from redite.models.rules.drafts import Draft, content_of, quoted, span
from redite.models.rules.ends import content_end
from redite.models.rules.frames import Cue
from redite.models.rules.phrases import is_name, step_over, trim
from redite.models.rules.speakers import cue_span, source_of
from redite.values import Spans


def quotation_after(context: Context, cue: Cue) -> Draft | None:
    """Read "X said: “C”", "X said, “C”", "X said “C”", "X said: C"."""
    frame, lexicon = context.frame, context.lexicon
    size = len(frame.items)
    for at in range(cue.last, min(size, cue.last + 26)):
        item = frame.items[at]
        if lexicon.has("that", item.key) and not lexicon.has(
            "demonstrative_after", frame.key(at - 1)
        ):
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
        more = resumed(context, at + 1, (), True, 0)
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
            more = resumed(context, first + 1, (), True, 0)
            return _draft(context, cue, source, content + more, direct=True)
    if lexicon.quotations_only:
        return None
    end = content_end(context, first)
    content = content_of(frame, first, end, lexicon)
    return _draft(context, cue, source, content) if content else None


def that_clause(context: Context, cue: Cue) -> Draft | None:
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
        if lexicon.has("comparing", item.key):
            return None
        if item.key == ",":
            commas += 1
        if lexicon.has("that", item.key) and not item.capital:
            if lexicon.bare and at > cue.last and lexicon.has("questions", frame.key(at)):
                return None
            strict = not lexicon.bare and not lexicon.auxiliary_in_cue
            if strict and frame.key(at - 1) != "," and at > cue.last:
                continue
            if commas > 3 or (commas > 1 and lexicon.bare_after_comma):
                return None
            if cue.may_be("object") and not cue.may_be(*CLAUSAL) and at - cue.last > 3:
                return None
            end = content_end(context, at + 1)
            content = content_of(frame, at + 1, end, lexicon)
            source, _ = source_of(context, cue)
            return _draft(context, cue, source, content) if content else None
    return None


def object_clause(context: Context, cue: Cue) -> Draft | None:
    """Read "X accused Y of C", "X called C a mistake": the object is what was said."""
    frame, lexicon = context.frame, context.lexicon
    source, begin = source_of(context, cue)
    if not source:
        return None
    first = step_over(frame, cue.last, len(frame.items), lexicon)
    if cue.entry.particle and frame.key(first) == cue.entry.particle[0]:
        first += 1
        if frame.key(first) == "," and cue.may_be(*CLAUSAL):
            return None  # "kündigte an, C": a clause, not an object
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
    elif lexicon.bare_after_comma and any(
        lexicon.has(group, frame.key(begin)) for group in ("oblique", "maybe_oblique")
    ):
        fronted = span(frame, trim(frame, begin, cue.first, lexicon))
        if fronted == source:
            fronted = ()
    words = sum(i.words for i in frame.items[first:end] if i.word or i.quotation)
    if not content or words < 2:
        return None
    return _draft(context, cue, source, fronted + content)


def bare_clause(context: Context, cue: Cue) -> Draft | None:
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
        if any(lexicon.has(g, frame.key(first)) for g in ("prepositions", "infinitives")):
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


def _draft(
    context: Context, cue: Cue, source: Spans, content: Spans, *, direct: bool = False
) -> Draft | None:
    ordered = tuple(sorted(content))
    if any(left.end > right.start for left, right in pairwise(ordered)):
        return None
    relays = cue.may_be("relay")
    words = cue_span(context, cue)
    return Draft(source, words, ordered, context.number, direct, kind_of(cue), relays)
