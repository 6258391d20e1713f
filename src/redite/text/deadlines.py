"""By when an announced act is to begin or end.

1. `redite.text.moments` finds the times in the words that were said.
2. The words before a time, and those after it, say what it is: a last day ("by", "d'ici"), the
   day of the act ("on", "ab"), a stretch ("within", "через"), or no last day at all ("since",
   "not before", "until").
3. The clause around decides. A last day needs an act that is not over and not denied; a mere day
   needs besides a word by which the act is still to come, unless the time itself lies ahead.

What lasts until a day is no deadline: nobody announced that anything will be done by then.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from redite.lang import languages, words
from redite.lang.comparison import Lexicon, comparison, lexicon
from redite.lang.deadlines import Deadlines
from redite.text.dates import DateMention, dateline
from redite.text.deadline_frames import LIMIT, NEVER, Framed, frame
from redite.text.moments import find_moments
from redite.text.moments.values import Moment, Setting
from redite.text.nominative import is_future
from redite.text.phrase_patterns import marker, plain
from redite.values import DateInterval, Deadline, Span, Spans

_LONGEST = 20_000
"""Of a longer content the beginning is read: no sentence needs more."""
_FEW = 3
"""A clause with no more words than this besides its time leans on the sentence around it."""
_HALF_YEAR = 183
"""Days: a date without year that is further ahead than this lies behind instead."""

_CLAUSE = re.compile(r"[,:](?!\d)|[;!?\n()–—]|\.(?=\s|$)|\s-\s")
_SENTENCE = re.compile(r":(?!\d)|[;!?\n]|\.(?=\s|$)")
_WORD = re.compile(r"'?[^\W_]+(?:['-][^\W_]+)*")


def day_of_report(text: str, language: str | None, published: date | None) -> date | None:
    """Return the day from which a text's "tomorrow" counts: of its dateline, where that is older
    than its publication, as in a late reprint."""
    headed = dateline(text, language, published)
    if headed is None or headed.start is None or (published and published <= headed.start):
        return published
    return headed.start


def deadline_of(
    text: str,
    content: Spans,
    language: str | None,
    said_on: DateInterval | None,
    published: date | None,
    dates: Sequence[DateMention],
) -> Deadline | None:
    """Return the deadline that a statement sets, or None.

    Relative times count from the day of saying where that is known, else from `published`; in an
    undated article without such a day they set none. Of several the first one that is put as a
    limit counts, else the first.

    Args:
        text: the article's.
        content: the pieces of `text` that were said.
        language: the article's.
        said_on: when it was said, as the article has it.
        published: the day of the report (`day_of_report`); None where it is not known.
        dates: those of the whole text, from `redite.text.dates.find_dates`.
    """
    day, exact = published, False
    if said_on is not None and said_on.end is not None and said_on.start == said_on.end:
        day, exact = said_on.end, True
    found: list[tuple[Deadline, bool]] = []
    for piece in content:
        region = Span(piece.start, min(piece.end, piece.start + _LONGEST))
        found += _found(text, region, language, day, exact, dates)
    best = next((deadline for deadline, limit in found if limit), None)
    return best or (found[0][0] if found else None)


# --- one stretch of text ------------------------------------------------------------------------


def _found(
    text: str,
    region: Span,
    language: str | None,
    day: date | None,
    exact: bool,
    dates: Sequence[DateMention],
) -> list[tuple[Deadline, bool]]:
    """Return the deadlines of a region, each with whether it is put as a limit."""
    if language not in languages():
        return []
    assert language is not None
    setting = Setting(language, day, exact)
    moments = find_moments(text, region, dates, setting)
    if not moments:
        return []
    said = plain(region.of(text))
    out: list[tuple[Deadline, bool]] = []
    for moment in moments:
        inner = Span(moment.span.start - region.start, moment.span.end - region.start)
        framed = frame(said, inner, moment, language)
        if framed is None or framed.due is None or framed.role == NEVER:
            continue
        clause = _clause(said, framed.span)
        if _sets(framed, moment, clause, setting):
            deadline = Deadline(framed.span.shifted(region.start), framed.due)
            out.append((deadline, framed.role == LIMIT))
    return out


# --- the clause around --------------------------------------------------------------------------


class _Beside:
    """The lists of words of one language that are looked for beside a time."""

    def __init__(self, language: str) -> None:
        data = words(language, "deadlines", Deadlines)
        self._language = language
        self._coming = marker(data.coming, data.coming_endings)
        self.gone = marker(data.gone, data.gone_endings)
        self.lasting = marker(data.lasting)
        self.allowing = marker(data.allowing)
        self.keeping = marker(data.keeping)
        self.delayed = marker(data.delayed)
        self.opening = marker(data.opening)
        self.chances = marker(data.chances)
        self.able = marker(data.able)
        self.conditions = marker(data.conditions)
        self._negations: Lexicon = lexicon(comparison(language).negations)
        self._no_negations = frozenset(data.no_negations)

    def coming(self, words: str) -> list[int]:
        """Return where the words end by which an act is still to come, future verbs among them."""
        ends = [match.end() for match in self._coming.finditer(words)]
        verbs = _WORD.finditer(words)
        ends += [m.end() for m in verbs if is_future(m.group().lower(), self._language)]
        return ends

    def negated(self, clause: str) -> bool:
        """Say whether a word of `clause` turns it round."""
        tokens = (word.lower() for word in _tokens(clause))
        return any(word in self._negations and word not in self._no_negations for word in tokens)


@cache
def _beside(language: str) -> _Beside:
    return _Beside(language)


@dataclass(frozen=True, slots=True)
class _Clause:
    """The words around a time, before and after it."""

    before: str
    after: str
    few: bool
    """There are hardly any."""
    narrow: str
    """All of them between two commas."""
    wide: str
    """All of them in the sentence."""


def _clause(said: str, span: Span) -> _Clause:
    before, after = _around(said, span, _CLAUSE)
    narrow = f"{before} | {after}"
    whole = _around(said, span, _SENTENCE)
    wide = f"{whole[0]} | {whole[1]}"
    if len(_WORD.findall(narrow)) <= _FEW:
        before, after = whole
    return _Clause(before, after, len(_WORD.findall(wide)) <= _FEW, narrow, wide)


def _around(said: str, span: Span, boundary: re.Pattern[str]) -> tuple[str, str]:
    left = max(0, span.start - 400)
    for match in boundary.finditer(said, left, span.start):
        left = match.end()
    found = boundary.search(said, span.end, span.end + 400)
    right = found.start() if found else min(len(said), span.end + 400)
    return said[left : span.start], said[span.end : right]


def _sets(framed: Framed, moment: Moment, clause: _Clause, setting: Setting) -> bool:
    """Say whether the clause announces an act, by that time."""
    due, day = framed.due, setting.day
    beside = _beside(setting.language)
    around = f"{clause.before} | {clause.after}"
    coming = bool(beside.coming(around))
    limit = framed.role == LIMIT
    if moment.within is not None and beside.able.search(clause.narrow):
        return False
    if due is None or beside.chances.search(clause.wide):
        return False
    if day is not None and due < day and (setting.exact or not coming or not limit):
        return False
    if beside.negated(clause.narrow) and not beside.conditions.search(clause.narrow):
        return False
    if framed.unless_allowed or framed.unless_lasting:
        if beside.allowing.search(clause.narrow) or beside.keeping.search(clause.narrow):
            return True
        if framed.unless_allowed or beside.lasting.search(around):
            return False
    if limit:
        return coming or not beside.gone.search(around)
    if day is not None and due <= day:
        return False
    if beside.lasting.search(around) and not framed.onwards:
        return False
    return _is_ahead(framed, moment, clause, setting) or (coming and _belongs(clause, beside))


def _is_ahead(framed: Framed, moment: Moment, clause: _Clause, setting: Setting) -> bool:
    """Say whether the time by itself tells that the act is still to come."""
    if moment.begins is not None or not (moment.firm or framed.onwards):
        return False
    due, day = framed.due, setting.day
    if due is None or (day and moment.without_year and (due - day).days > _HALF_YEAR):
        return False
    beside = _beside(setting.language)
    # "Was put off to the end of May" is over only by its grammar.
    put_off = beside.delayed.search(clause.narrow) is not None
    return clause.few or put_off or not beside.gone.search(clause.narrow)


def _belongs(clause: _Clause, beside: _Beside) -> bool:
    """Say whether a time that may lie behind as well as ahead goes with the coming act: nothing
    that is over, and no clause about something else, stands between the two."""
    ends = beside.coming(clause.before)
    between = clause.before[max(ends) :] if ends else clause.before
    return not beside.gone.search(between) and not beside.opening.search(between)


def _tokens(text: str) -> Iterator[str]:
    for match in _WORD.finditer(text):
        word = match.group()
        yield word
        if "'" in word:
            yield from (part for part in word.split("'") if part)
