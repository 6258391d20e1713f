"""Interviews: lines that begin with a dash, questions and answers in turn.

An answer belongs to the one who is interviewed: whom a cue among the answers names, or else the
first full name of the lead.
"""

from __future__ import annotations

from itertools import pairwise

from redite.models.rules.drafts import Draft, content_of, span
from redite.models.rules.frames import Frame
from redite.models.rules.lexicon import Lexicon
from redite.models.rules.phrases import Range, is_name
from redite.values import Spans

_DASHES = ("-", "–", "—")
_FEWEST = 2
"""Questions that make a text an interview."""


def read_answers(rows: list[Frame], drafts: list[Draft], lexicon: Lexicon) -> list[Draft]:
    """Return the sentences of answers that no draft reads yet, one draft each."""
    lines = _turns(rows)
    asked = [line for line, frames in lines.items() if _asks(rows, frames)]
    if len(asked) < _FEWEST:
        return []
    spoken = {draft.frame: draft for draft in drafts}
    source = _lead(rows, lines, lexicon)
    found: list[Draft] = []
    order = list(lines)
    for before, line in pairwise(order):
        if before not in asked or line in asked:
            continue
        named = [spoken[n].source for n in lines[line] if n in spoken and _closes(spoken[n])]
        source = next((each for each in named if each), source)
        for number in lines[line]:
            frame = rows[number]
            content = content_of(frame, 0, len(frame.items), lexicon)
            # "Смеётся.", "Leafs through papers.": what the interviewer saw, not an answer.
            aside = number != lines[line][0] and sum(i.words for i in frame.items if i.word) < 3
            if number not in spoken and content and source and not aside:
                found.append(Draft(source, (), content, number))
    return found


def _closes(draft: Draft) -> bool:
    """Say whether the cue stands after what it reports ("— C, — говорит X")."""
    return bool(draft.cue) and draft.cue[0].start > draft.content[0].start


def _turns(rows: list[Frame]) -> dict[int, list[int]]:
    """Return the frames of each line that begins with a dash, by line."""
    lines: dict[int, list[int]] = {}
    for number, frame in enumerate(rows):
        if frame.depth:
            continue
        if frame.first_in_line and frame.bullet in _DASHES:
            lines[frame.line] = []
        if frame.line in lines:
            lines[frame.line].append(number)
    return {line: frames for line, frames in lines.items() if frames}


def _asks(rows: list[Frame], frames: list[int]) -> bool:
    last = rows[frames[-1]]
    return last.key(len(last.items) - 1) == "?"


def _lead(rows: list[Frame], lines: dict[int, list[int]], lexicon: Lexicon) -> Spans:
    """Return the first name of two or three words before the first question."""
    first = min(lines)
    for frame in rows:
        if frame.depth or frame.line >= first:
            continue
        run = _full_name(frame)
        if run is not None:
            return span(frame, (_title_before(frame, run[0], lexicon), run[1]))
    return ()


def _title_before(frame: Frame, name: int, lexicon: Lexicon) -> int:
    """Return where the title before a name begins, if it has one ("начальник порта X")."""
    first = name
    for at in range(name - 1, max(-1, name - 7), -1):
        key = frame.key(at)
        if not frame.items[at].word or at in frame.cue_at or lexicon.has("prepositions", key):
            break
        if lexicon.has("titles", key):
            first = at
    return first


def _full_name(frame: Frame) -> Range | None:
    at = 0
    while at < len(frame.items):
        end = at
        while end < len(frame.items) and frame.items[end].word and is_name(frame.items[end]):
            end += 1
        begin = at
        while begin < end and len(frame.items[begin].key) < 2:
            begin += 1  # "С Миланой Тарн …": a preposition at the head of the sentence
        if 2 <= end - begin <= 3:
            return begin, end
        at = max(end, at + 1)
    return None
