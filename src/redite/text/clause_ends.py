"""Contents that break off within a clause, carried on to where the clause ends.

A tagger labels word by word, and now and then it lets go before the last ones: "the army has taken
| the bridge", "does not | answer". What was said did not end there. It is carried on

- to the closing mark of the quotation or the bracket that it opens, in any language;
- to the next punctuation mark, in languages that put one at the end of every clause;
- in those, to the comma before who said it, where no sentence ends in between.

And one that was let go right behind the word that would have brought more ("…, amid | growing
anger") ends before that word.

Never over words that say who spoke, nor over those of another report. Pieces that only a blank or
a mark of emphasis parts become one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from redite.lang import languages, words
from redite.lang.attribution import Attribution as Lexicon
from redite.values import Attribution, Span, Spans

CLAUSES_PARTED = frozenset({"de", "ru", "uk"})
"""Languages that part main clause and subordinate clause by a comma, always."""
LONGEST = 90
"""Code points that may be missing at the end: more is another clause."""
BEFORE_CUE = 200
"""Code points that may be missing between a content and the words for who said it."""
_REST = re.compile(
    r"[»”\"]?[*_~]{0,4}[ \u00a0]+[*_~]{0,4}(?=\w)"
    r"(?:[^.!?;:,…\n—–«»“”„\"()|\[\]]|(?<=\d)[.,:](?=\d))+"
)
_MARKS = re.compile(r"[\s*_~-]+$")
_PAIRS = (("«", "»"), ("“", "”"), ("(", ")"))
_STOPS = re.compile(r"[.!?\n]")
_BREAKS = re.compile(r"[.!?…\n;:](?!\d)")
_SET_OFF = re.compile(r"[*_~]{0,4},[ \u00a0—–*_~-]{0,8}\Z")
_WORD = re.compile(r"\w")
_OPENED = re.compile(r"[*_~]*,[ \u00a0*_~]+(\w+)\Z")
_NOTHING = re.compile(r"[ \u00a0*_~]{0,6}")


def carried_on(
    attributions: Sequence[Attribution], text: str, language: str | None
) -> tuple[Attribution, ...]:
    """Return the attributions of one text, each content to the end of its clause."""
    taken = [span for one in attributions for span in (*one.source, *one.cue, *one.content)]
    return tuple(_carried_on(one, taken, text, language) for one in attributions)


def _carried_on(
    one: Attribution, taken: Sequence[Span], text: str, language: str | None
) -> Attribution:
    one = replace(one, content=_whole(one.content, text))
    last = one.content[-1]
    if language in languages() and language not in CLAUSES_PARTED:
        last = _without_opening(last, text, language)
        one = replace(one, content=(*one.content[:-1], last))
    end = _closed(text, one.content[0].start, last.end)
    if end is None and language in CLAUSES_PARTED:
        end = _before_cue(one, text) or _clause(text, last.end)
    if end is None or any(last.end < span.end and span.start < end for span in taken):
        return one
    return replace(one, content=(*one.content[:-1], Span(last.start, end)))


def _without_opening(piece: Span, text: str, language: str) -> Span:
    """Return a piece without the preposition behind a comma that it ends in."""
    found = _OPENED.search(text, max(piece.start, piece.end - LONGEST), piece.end)
    data = words(language, "attribution", Lexicon)
    if found is None or found.group(1).casefold() not in data.prepositions:
        return piece
    return Span(piece.start, found.start())


def _whole(content: Spans, text: str) -> Spans:
    """Return the pieces of a content, those as one between which no word or mark stands."""
    pieces = [content[0]]
    for piece in content[1:]:
        last = pieces[-1]
        if last.end <= piece.start and _NOTHING.fullmatch(text, last.end, piece.start):
            pieces[-1] = Span(last.start, piece.end)
        else:
            pieces.append(piece)
    return tuple(pieces)


def _before_cue(one: Attribution, text: str) -> int | None:
    """Return where a content ends that goes on up to the words for who said it."""
    start = one.content[-1].end
    said = min((span.start for span in (*one.source, *one.cue)), default=0)
    if not start < said <= start + BEFORE_CUE or _BREAKS.search(text, start, said):
        return None
    set_off = _SET_OFF.search(text[start:said])
    if set_off is None or not _WORD.search(text, start, start + set_off.start()):
        return None
    return start + set_off.start()


def _clause(text: str, start: int) -> int | None:
    """Return where the clause ends that goes on at `start`; None where none does."""
    rest = _REST.match(text, start, start + LONGEST)
    if rest is None or rest.end() == start + LONGEST:
        return None
    return start + len(_MARKS.sub("", rest.group()))


def _closed(text: str, start: int, end: int) -> int | None:
    """Return where the quotation or bracket ends that opens right before or within the content."""
    for opened, closed in _PAIRS:
        first = start - text[max(0, start - 1) : start].count(opened)
        left = text.count(opened, first, end) - text.count(closed, first, end)
        if left != 1:
            continue
        at = text.find(closed, end, end + LONGEST)
        if at > end and not _STOPS.search(text, end, at) and opened not in text[end:at]:
            return at + (first == start)
    return None
