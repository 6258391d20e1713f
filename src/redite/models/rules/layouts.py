"""Reports that show in the layout: headlines ("C — X", "X: C"), lists under "X said:", and
quotations that go on without a cue."""

from __future__ import annotations

from dataclasses import replace

from redite.models.rules.drafts import Draft, content_of, quoted, span
from redite.models.rules.frames import Frame
from redite.models.rules.lexicon import Lexicon
from redite.models.rules.phrases import Range, is_mood, is_name, noun_phrase_end, step_over, trim
from redite.models.rules.subjects import main_subject, subject_before
from redite.values import Span, Spans

_LONGEST_NAME = 6


def read_headline(frame: Frame, number: int, lexicon: Lexicon) -> Draft | None:
    """Read a line of the form "C — X" or "X: C", which is a chat's and a headline's "X said"."""
    if frame.depth or lexicon.quotations_only:
        return None
    return _after_dash(frame, number, lexicon) or _before_colon(frame, number, lexicon)


def _after_dash(frame: Frame, number: int, lexicon: Lexicon) -> Draft | None:
    items = frame.items
    if not frame.last_in_line:
        return None
    dash = len(items) - 1
    while dash > 0 and items[dash].key in ".!":
        dash -= 1
    while dash > 0 and (items[dash].word or items[dash].quotation) and len(items) - dash < 16:
        dash -= 1
    if items[dash].key != "—" or dash < 3 or dash + 1 >= len(items):
        return None
    found, cue = _headline_name(frame, dash + 1, lexicon)
    if found is None or any(i in frame.cue_at for i in range(*found)):
        return None
    start = 0
    while start < dash and frame.key(start) in (",", "—", ".", "!"):
        start += 1
    if sum(i.words for i in items[start:dash]) < 3:
        return None
    content = content_of(frame, start, dash, lexicon)
    return Draft(span(frame, found), cue, content, number) if content else None


def _headline_name(frame: Frame, at: int, lexicon: Lexicon) -> tuple[Range | None, Spans]:
    """Return the name after the dash; a source it cites stands in for it."""
    items = frame.items
    for cue in frame.cues:
        if cue.first >= at and cue.may_be("citing"):
            last = noun_phrase_end(frame, cue.last, len(items), lexicon)
            found = trim(frame, cue.last, last, lexicon)
            return found, span(frame, (cue.first, cue.last))
    begin = at
    if lexicon.has("headline_after", frame.key(begin)):
        begin += 1
    end = noun_phrase_end(frame, begin, len(items), lexicon)
    found = trim(frame, begin, end, lexicon)
    if found is None or found[1] - found[0] > _LONGEST_NAME + 2:
        return None, ()
    named = is_name(items[_before_aside(frame, found[1]) - 1]) or any(
        lexicon.has("titles", frame.key(i)) for i in range(*found)
    )
    rest = frame.key(end)
    open_end = end < len(items) and not (
        rest in (".", "!") or lexicon.has("about", rest) or lexicon.has("prepositions", rest)
    )
    if not named or open_end or not (is_name(items[found[0]]) or _titled(frame, found, lexicon)):
        return None, ()
    return found, ()


def _before_aside(frame: Frame, end: int) -> int:
    """Return where a name ends before a word in brackets ("Tarn (Velmora): …")."""
    return end - 3 if frame.key(end - 1) == ")" and end > 3 else end


def _titled(frame: Frame, found: Range, lexicon: Lexicon) -> bool:
    return any(lexicon.has("titles", frame.key(i)) for i in range(found[0], found[0] + 2))


def _before_colon(frame: Frame, number: int, lexicon: Lexicon) -> Draft | None:
    items = frame.items
    if not frame.first_in_line:
        return None
    colon = next((i for i in range(min(14, len(items))) if items[i].key == ":"), 0)
    if colon == 0 or colon + 1 >= len(items) or items[colon].word:
        return None
    end = noun_phrase_end(frame, 0, colon, lexicon)
    found = trim(frame, 0, end, lexicon)
    quotation = items[colon + 1].quotation
    spoken = quotation is not None and items[colon + 1].words >= 3
    if found is None or found[1] > _LONGEST_NAME:
        return None
    if not is_name(items[_before_aside(frame, found[1]) - 1]):
        return None
    if any(i in frame.cue_at for i in range(colon)):
        return None
    if end < colon and not (
        spoken and (lexicon.has("about", frame.key(end)) or frame.key(end) == "—")
    ):
        return None
    marked = bool(frame.bullet) and not frame.bullet.isalnum() and frame.bullet not in "-–—•*"
    if not spoken and frame.line > 0 and not marked:
        return None
    if spoken:
        return Draft(span(frame, found), (), quoted(frame, colon + 1), number, direct=True)
    content = content_of(frame, colon + 1, len(items), lexicon)
    if sum(i.words for i in items[colon + 1 :] if i.word or i.quotation) < 3:
        return None
    return Draft(span(frame, found), (), content, number) if content else None


def read_list(rows: list[Frame], number: int, lexicon: Lexicon) -> list[Draft]:
    """Read "Main points of X's statement:" or "X said:" with its list: every point is X's."""
    head = rows[number]
    if head.depth or not head.items or head.key(len(head.items) - 1) != ":":
        return []
    source, cue = _head_source(rows, number, lexicon)
    if not source and not cue:
        return []
    found: list[Draft] = []
    at = number + 1
    line = head.line
    marker = ""
    started = False
    while at < len(rows) and rows[at].depth == 0:
        frame = rows[at]
        quoted_line = frame.items[0].quotation is not None and not started
        if frame.first_in_line and not (quoted_line and not found):
            if not frame.bullet or (marker and frame.bullet != marker):
                break
            marker = frame.bullet if not frame.bullet.isdigit() else ""
        if not frame.first_in_line and not started:
            break
        content = content_of(frame, 0, len(frame.items), lexicon)
        if content:
            direct = len(frame.items) <= 2 and frame.items[0].quotation is not None
            if frame.line == line and found:
                last = found[-1]
                found[-1] = replace(last, content=_joined(last.content, content))
            else:
                found.append(Draft(source, cue, content, at, direct=direct))
        line = frame.line
        started = True
        at += 1
        if quoted_line:
            break
    return found


def _joined(first: Spans, second: Spans) -> Spans:
    return (*first[:-1], Span(first[-1].start, second[-1].end))


def _head_source(rows: list[Frame], number: int, lexicon: Lexicon) -> tuple[Spans, Spans]:
    head = rows[number]
    size = len(head.items)
    for cue in head.cues:
        if cue.may_be("say", "tell", "direct", "think", "sharing"):
            begin = step_over(head, 0, cue.first, lexicon)
            found = trim(head, begin, cue.first, lexicon) if begin < cue.first else None
            if found is not None:
                comma = next((i for i in range(cue.first - 1, -1, -1) if head.key(i) == ","), -1)
                named = is_name(head.items[cue.first - 1])
                # "Addressing the officers, Minister X said:": the name stands beside the cue.
                found = subject_before(head, comma + 1, cue.first, lexicon) if named else None
                found = found or main_subject(head, cue.first, lexicon)
            else:
                end = noun_phrase_end(head, cue.last, size - 1, lexicon)
                found = trim(head, cue.last, end, lexicon)
            if found is not None:
                return span(head, found), span(head, (cue.first, cue.last))
    for cue in reversed(head.cues):
        if not cue.may_be("headings", "nouns"):
            continue
        words = span(head, (cue.first, cue.last))
        end = noun_phrase_end(head, cue.last, size - 1, lexicon)
        found = trim(head, cue.last, end, lexicon)
        if found is not None and not lexicon.has("prepositions", head.key(found[0])):
            return span(head, found), words
        subject = main_subject(head, cue.first, lexicon)
        if subject is not None and subject[0] in head.cue_at:
            subject = None
        if subject is not None and is_name(head.items[subject[1] - 1]):
            return span(head, subject), words
        if cue.first >= 2 and head.key(cue.first - 1) == "'s":
            start = cue.first - 1
            while start > 0 and is_name(head.items[start - 1]):
                start -= 1
            return span(head, trim(head, start, cue.first - 1, lexicon)), words
        for back in range(number - 1, max(-1, number - 4), -1):
            before = rows[back]
            for other in before.cues:
                if other.may_be("headings") and before.depth == 0:
                    end = noun_phrase_end(before, other.last, len(before.items), lexicon)
                    found = trim(before, other.last, end, lexicon)
                    if found is not None and is_name(before.items[found[1] - 1]):
                        return span(before, found), span(before, (other.first, other.last))
            if before.depth == 0 and before.items:
                subject = main_subject(before, len(before.items), lexicon)
                if subject is not None and is_name(before.items[subject[1] - 1]):
                    return span(before, subject), words
    return (), ()


def read_continuation(frame: Frame, number: int, last: Draft, lexicon: Lexicon) -> Draft | None:
    """Read a sentence that goes on reporting without a cue of its own.

    After a quotation a quotation, or German reported speech by its mood after any report. A
    quotation that follows a quotation is given back as a further piece of `last`.
    """
    quotes = [i for i, item in enumerate(frame.items) if item.quotation is not None]
    spoken = [i for i in quotes if frame.items[i].words >= 3]
    only = spoken and all(item.quotation is not None or not item.word for item in frame.items)
    if only and last.source:
        pieces: Spans = ()
        for at in spoken:
            pieces += quoted(frame, at)
        if last.direct and last.content[-1].end < pieces[0].start:
            return replace(last, content=last.content + pieces)
        return Draft(last.source, (), pieces, number, direct=True)
    reported = any(is_mood(frame, at, lexicon) for at in range(min(12, len(frame.items))))
    cued = any(not cue.may_be("anaphora", "nouns", "headings") for cue in frame.cues)
    if reported and not quotes and not cued:
        content = content_of(frame, 0, len(frame.items), lexicon)
        if content and last.source and content[0].start > last.content[-1].end:
            return Draft(last.source, (), content, number)
    return None
