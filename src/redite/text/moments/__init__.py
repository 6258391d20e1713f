"""The times for which an act may be announced, with the last day of each.

Explicit days and weekdays come from `redite.text.dates`; here they are read forward, since an
announced "Monday" is the next one. To them come what is no date by itself: parts of months and
years, weeks, quarters, seasons, and stretches that count from the day of saying.

A part has a last day by rule: the first third of a month ends on the 10th, its middle is the
15th; a week ends on Sunday, a working week on Friday; every other time ends with its last day.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from redite.text.dates import DateMention
from redite.text.moments.days import moved
from redite.text.moments.named import named
from redite.text.moments.parts import READERS
from redite.text.moments.patterns import capitals, patterns
from redite.text.moments.stretches import stretches
from redite.text.moments.values import Moment, Setting
from redite.text.moments.words import weekday, words_of_time
from redite.text.phrase_patterns import plain
from redite.values import Span

_WORDS = re.compile(r"\w+")


def find_moments(
    text: str, region: Span, dates: Sequence[DateMention], setting: Setting
) -> list[Moment]:
    """Return the times that stand in `region` of `text`, in order, none overlapping another."""
    said = plain(region.of(text))
    if not _may_hold_one(said, region, dates, setting.language):
        return []
    found: list[Moment] = []
    for kind, pattern in patterns(setting.language):
        for match in pattern.finditer(said):
            if kind == "bare month" and _in_a_date(said, match):
                continue
            moment = READERS[kind](match, setting)
            if moment is not None and capitals(match, region, text, setting.language):
                found.append(moment)
    found += stretches(said, setting)
    found = [replace(m, span=m.span.shifted(region.start)) for m in found]
    found += named(text, region, said, dates, setting)
    return _weekdays_of_weeks(_without_overlaps(found), text, setting)


def _may_hold_one(said: str, region: Span, dates: Sequence[DateMention], language: str) -> bool:
    """Say whether any word of time stands there: most statements have none, and end here."""
    at = bisect_left(dates, region.start, key=lambda mention: mention.span.start)
    if at < len(dates) and dates[at].span.start < region.end:
        return True
    known = words_of_time(language)
    return any(word in known or word[:2] == "20" for word in _WORDS.findall(said.lower()))


def _in_a_date(said: str, match: re.Match[str]) -> bool:
    """Say whether a day of the month stands beside: what no calendar has is not its month."""
    before = said[max(0, match.start() - 8) : match.start()]
    after = said[match.end("month") : match.end("month") + 6]
    return bool(re.search(r"\d\W?\w{0,3}\s*$", before) or re.match(r"\s+\d{1,2}(?!\d)", after))


def _without_overlaps(found: Iterable[Moment]) -> list[Moment]:
    kept: list[Moment] = []
    for one in sorted(found, key=lambda m: (m.span.start, -m.span.end)):
        if kept and one.span.start < kept[-1].span.end:
            if one.span.end - one.span.start > kept[-1].span.end - kept[-1].span.start:
                kept[-1] = one
            continue
        kept.append(one)
    return kept


def _weekdays_of_weeks(found: list[Moment], text: str, setting: Setting) -> list[Moment]:
    """Join "Friday" and "next week"."""
    out: list[Moment] = []
    for one in found:
        if out and out[-1].due and one.due and one.due.weekday() == 6:
            between = plain(text[out[-1].span.end : one.span.start]).strip().lower()
            number = weekday(out[-1].span.of(text), setting.language)
            if number is not None and len(between) <= 3 and between.isalpha() | (not between):
                due = moved(one.due, number - 7)
                if due is not None:
                    out[-1] = replace(one, span=Span(out[-1].span.start, one.span.end), due=due)
                    continue
        out.append(one)
    return out
