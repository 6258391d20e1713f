"""Attributions by rule: the first tagger, and the yardstick for every later one.

The words are in the `attribution:` sections of the language files; the patterns are here:

- `tokens`, `frames`: a text as rows of words, each quotation one item of the row around it;
- `lexicon`: the words of a language, looked up token by token;
- `phrases`, `subjects`: where phrases end, and which one says who speaks;
- `verbs` (with `before`, `after`, `ends`, `speakers`), `according`, `nouns`, `documents`,
  `layouts`, `interviews`: the patterns, one module a construction;
- `resolve`: which of the readings stand.

A text in a language without a file is read by its quotation marks alone, with the cues of all
languages. Time is near-linear in the length of the text, whatever it holds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from redite.interfaces import Passage
from redite.models.rules.according import read_according
from redite.models.rules.context import Context
from redite.models.rules.documents import read_anaphora, read_document
from redite.models.rules.drafts import Draft, content_of, span, trimmed
from redite.models.rules.frames import Cue, Frame, frames
from redite.models.rules.interviews import read_answers
from redite.models.rules.layouts import read_continuation, read_headline, read_list
from redite.models.rules.lexicon import Lexicon, lexicon
from redite.models.rules.nouns import read_noun
from redite.models.rules.open_cues import add_open_cues
from redite.models.rules.phrases import clause_start, noun_phrase_end, trim
from redite.models.rules.resolve import resolve
from redite.models.rules.tokens import key_of
from redite.models.rules.verbs import read_verb
from redite.values import Attribution, Span, Spans

_VERBS = ("say", "tell", "think", "object", "direct", "relay", "sharing")


class RuleTagger:
    """Finds attributions by the words and patterns of the language files."""

    @property
    def version(self) -> str:
        """Name and version, as recorded with every statement."""
        return "rules.v1"

    def tag(self, passages: Sequence[Passage]) -> list[tuple[Attribution, ...]]:
        """Return each passage's attributions, by place of their content."""
        return [_tag(passage) for passage in passages]


def _tag(passage: Passage) -> tuple[Attribution, ...]:
    text = passage.text
    words = lexicon(passage.language)
    rows = [frame for frame in frames(text, words) if frame.items]
    for frame in rows:
        add_open_cues(frame, words)
    drafts = _drafts(rows, words)
    found: dict[Attribution, None] = {}
    for draft in resolve(drafts):
        if words.noun_capitals and _nobody(text, draft.source, words):
            continue
        content = trimmed(text, draft.content)
        if content and any(c.isalnum() for piece in content for c in piece.of(text)):
            clean = replace(draft, content=content, source=trimmed(text, draft.source))
            found[clean.attribution()] = None
    return tuple(sorted(found, key=lambda a: (a.content[0].start, a.content[-1].end, a.cue)))


def _nobody(text: str, source: Spans, words: Lexicon) -> bool:
    """Say whether a source has neither noun nor pronoun, where every noun has a capital."""
    said = [span.of(text) for span in source]
    plain = [word for each in said for word in each.split()]
    return bool(said) and not any(
        any(map(str.isupper, word)) or words.has("pronouns", key_of(word)) for word in plain
    )


def _drafts(rows: list[Frame], words: Lexicon) -> list[Draft]:
    drafts: list[Draft] = []
    last: Draft | None = None
    last_line = -1
    listed = -1
    spoken: Draft | None = None
    for number, frame in enumerate(rows):
        if number <= listed:
            drafts += _read(rows, number, words, nested=True)
            continue
        points = [] if words.quotations_only else read_list(rows, number, words)
        if points:
            drafts += points
            listed = max(point.frame for point in points)
            last, last_line = points[-1], rows[listed].line
            continue
        resumed = _after_a_dash(rows, number, spoken, words)
        if resumed is not None and spoken is not None:
            _put(drafts, spoken, resumed)
            last = resumed if last is spoken else last
            spoken = resumed
            continue
        here = _read(rows, number, words)
        if words.drops_subject and last is not None and frame.depth == 0:
            here = [_spoken_by(draft, last) for draft in here]
        spoken = here[0] if len(here) == 1 else None
        if not here and last is not None and frame.depth == 0 and frame.line - last_line <= 2:
            same = frame.line == last_line or last.direct
            more = read_continuation(frame, number, last, words) if same else None
            if more is not None:
                if more.content[0] == last.content[0]:
                    _put(drafts, last, more)
                else:
                    drafts.append(more)
                last, last_line = more, frame.line
                continue
        if len(here) == 1 and not here[0].cue and here[0].source:
            here = [_line_before(drafts, rows, here[0])]
            spoken = here[0]
        drafts += here
        if frame.depth == 0:
            last = max(here, key=lambda d: d.content[-1].end, default=None)
            last_line = frame.line
    if not words.quotations_only:
        drafts += read_answers(rows, drafts, words)
    return drafts


def _spoken_by(draft: Draft, last: Draft) -> Draft:
    """Return `draft` with the speaker of the report before it, where it names none."""
    return draft if draft.source or not draft.cue else replace(draft, source=last.source)


def _put(drafts: list[Draft], old: Draft, new: Draft) -> None:
    """Replace `old`, which is one of the latest."""
    at = next(i for i in range(len(drafts) - 1, -1, -1) if drafts[i] is old)
    drafts[at] = new


def _after_a_dash(
    rows: list[Frame], number: int, spoken: Draft | None, words: Lexicon
) -> Draft | None:
    """Read the rest of "«A, — said X. — B. C»", one quotation with its cue inside, and of
    dialogue that begins with a dash instead of marks."""
    if spoken is None or number == 0:
        return None
    frame, before = rows[number], rows[number - 1]
    if frame.quotation != before.quotation or frame.line != before.line:
        return None
    if frame.depth == 0 and rows[spoken.frame].bullet not in _DASHES:
        return None
    fresh = number == spoken.frame + 1
    if fresh and (frame.key(0) != "—" or not spoken.cue):
        return None
    if fresh and spoken.cue[0].start < spoken.content[0].start:
        return None
    content = content_of(frame, 0, len(frame.items), words)
    return replace(spoken, content=spoken.content + content) if content else None


_DASHES = ("-", "–", "—")


def _read(rows: list[Frame], number: int, words: Lexicon, *, nested: bool = False) -> list[Draft]:
    """Return what the cues of one frame report."""
    frame = rows[number]
    previous = rows[number - 1] if number and rows[number - 1].depth == frame.depth else None
    earlier: dict[int, Spans] = {}
    context = Context(frame, number, words, earlier)
    found: list[Draft] = []
    if not words.quotations_only:
        anaphoric = read_anaphora(context, previous)
        if anaphoric is not None:
            return [anaphoric]
    for cue in frame.cues:
        draft = _read_cue(context, cue, previous)
        if draft is not None and not _of_the_quoted(frame, draft, words):
            found.append(_cited(context, cue, draft))
            if draft.source and not cue.may_be("according", "nouns"):
                earlier[cue.first] = draft.source
    if not found and not nested:
        headline = read_headline(frame, number, words)
        if headline is not None:
            found.append(headline)
    return found


def _line_before(drafts: list[Draft], rows: list[Frame], headline: Draft) -> Draft:
    """Return a headline "A. B — X" with all of its line before the dash as content."""
    number = headline.frame
    first = number
    while first > 0 and rows[first - 1].line == rows[number].line and rows[first - 1].depth == 0:
        first -= 1
    if first == number or any(draft.frame >= first for draft in drafts[-4:]):
        return headline
    if headline.content[0].start < headline.source[0].start:
        start = rows[first].items[0].start
        whole = Span(start, headline.content[-1].end)
        return replace(headline, content=(whole,))
    return headline


def _of_the_quoted(frame: Frame, draft: Draft, words: Lexicon) -> bool:
    """Say whether the source is the "I" of a quotation, whose speaker is known already."""
    if frame.depth == 0 or not draft.source:
        return False
    first = next((i for i in frame.items if i.start == draft.source[0].start), None)
    return first is not None and words.has("first_person", first.key)


def _read_cue(context: Context, cue: Cue, previous: Frame | None) -> Draft | None:
    draft: Draft | None = None
    if cue.may_be(*_VERBS):
        draft = read_verb(context, cue)
        if draft is not None and not draft.source and cue.may_be("open"):
            draft = None
    if context.lexicon.quotations_only or draft is not None:
        return draft
    if cue.may_be("quote"):
        draft = _quoting(context, cue)
    if draft is None and cue.may_be("document"):
        draft = read_document(context, cue, previous)
    if draft is None and cue.may_be("according", "according_after"):
        draft = read_according(context, cue)
    if draft is None and cue.may_be("nouns"):
        draft = read_noun(context, cue)
    return draft


def _cited(context: Context, cue: Cue, draft: Draft) -> Draft:
    """Put the cited source in the place of the one that cites ("X со ссылкой на Y сообщил")."""
    frame = context.frame
    for other in frame.cues:
        if not other.may_be("citing") or abs(other.first - cue.first) > 14 or other is cue:
            continue
        between = frame.items[other.last : cue.first]
        if any(context.lexicon.has("that", item.key) for item in between):
            continue
        found = _object_of(context, other)
        if found and not any(p.overlaps(c) for p in found for c in draft.content):
            words = span(frame, (other.first, other.last))
            return replace(draft, source=found, cue=words)
    return draft


def _object_of(context: Context, cue: Cue) -> Spans:
    frame, words = context.frame, context.lexicon
    end = noun_phrase_end(frame, cue.last, len(frame.items), words)
    return span(frame, trim(frame, cue.last, end, words))


def _quoting(context: Context, cue: Cue) -> Draft | None:
    """Read "«C», — цитирует X Y": the speaker is the one quoted, not the one quoting."""
    frame, words = context.frame, context.lexicon
    begin = clause_start(frame, cue.first, words)
    as_said = replace(cue.entry, kinds=frozenset({"say"}))
    draft = read_verb(context, Cue(cue.first, cue.last, as_said))
    if draft is None:
        return None
    first = cue.last
    end = len(frame.items)
    if first >= end or begin != cue.first:
        found = _object_of(context, cue)
        return replace(draft, source=found) if found else None
    if words.has("pronouns", frame.key(first)):
        return replace(draft, source=span(frame, (first, first + 1)))
    parts: list[tuple[int, int]] = []
    at = first
    while at < end and frame.items[at].key not in (",", ".", ":", "—"):
        item = frame.items[at]
        foreign = item.quotation is not None or (item.key.isascii() and item.key.isalpha())
        generic = words.has("outlets", item.key)
        step = at + 1
        while (
            step < end and foreign and frame.items[step].key.isascii() and (frame.items[step].word)
        ):
            step += 1
        if not (foreign or generic):
            while (
                step < end
                and frame.items[step].word
                and (
                    not words.has("outlets", frame.items[step].key)
                    and not frame.items[step].key.isascii()
                )
            ):
                step += 1
            parts.append((at, step))
        at = step
    if not parts:
        return draft
    return replace(draft, source=span(frame, trim(frame, *parts[-1], words)))
