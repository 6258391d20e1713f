"""Read forward the days that `find_dates` found: an announced "Monday" is the next one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date

from redite.text.dates import DateMention
from redite.text.dates.tables import ranked
from redite.text.moments.days import LAST_YEAR, moved, safe
from redite.text.moments.parts import year_of
from redite.text.moments.patterns import year_after
from redite.text.moments.values import Moment, Setting
from redite.text.moments.words import any_word, date_words, weekday
from redite.text.phrase_patterns import GAP, any_of, plain
from redite.values import Span

_QUARTER = re.compile(r"\d{4}-[QH]\d")
_VALUE = re.compile(r"(\d{4}|XXXX)-(\d\d)-(\d\d)")


def named(
    text: str, region: Span, said: str, dates: Sequence[DateMention], setting: Setting
) -> Iterator[Moment]:
    """Yield those of `dates` in a region of the text that may be ahead; `said` is the region."""
    begin = bisect_left(dates, region.start, key=lambda mention: mention.span.start)
    behind = year_after(setting.language)
    for mention in dates[begin:]:
        if mention.span.start >= region.end:
            return
        if mention.span.end > region.end:
            continue
        shown = mention.span.of(text)
        days = _VALUE.findall(mention.value or "")
        number = weekday(shown, setting.language)
        if days and _names_a_month(shown, setting.language):
            moment = _day(mention, shown, days[-1], said, region, behind, setting)
        elif _QUARTER.fullmatch(mention.value or ""):
            moment = _part_of_year(mention, setting.day)
        elif number is not None and ranked(text, mention.span.start, setting.language):
            continue
        elif number is not None and setting.day is not None:
            moment = _next_weekday(
                mention, shown, number, setting.day, setting.exact, setting.language
            )
        elif setting.day is not None:
            moment = _near(mention, shown, setting.day, setting.language)
        else:
            continue
        if moment is not None:
            yield moment


def _next_weekday(
    mention: DateMention, shown: str, number: int, day: date, exact: bool, language: str
) -> Moment:
    """Return the next such day; a bare "Friday" may also be the day of publication."""
    data = date_words(language)
    ahead = any_word(shown, data.next)
    ahead_or_exact = ahead or exact
    due = moved(day, (number - day.isoweekday() - ahead_or_exact) % 7 + ahead_or_exact)
    # "By Friday" may have been found as one: here "by" introduces the day.
    leading = re.match(rf"{any_of(data.ahead)}{GAP}", plain(shown), re.IGNORECASE)
    start = mention.span.start + (leading.end() if leading else 0)
    return Moment(Span(start, mention.span.end), due, ahead)


def _day(
    mention: DateMention,
    shown: str,
    value: tuple[str, str, str],
    said: str,
    region: Span,
    following: re.Pattern[str],
    setting: Setting,
) -> Moment | None:
    year, month, day = value
    span = mention.span
    if re.search(r"(?<!\d)[12]\d{3}(?!\d)", shown):
        due = safe(int(year), int(month), int(day))
        if due is None or due.year > LAST_YEAR:
            return None
        return Moment(span, due, setting.day is None or due > setting.day)
    behind = following.match(said, span.end - region.start)
    named = year_of(behind, setting) if behind else None
    if behind and named is not None:
        span = Span(span.start, region.start + behind.end())
        due = safe(named, int(month), int(day))
    elif setting.earliest is None:
        return Moment(span, None, False)
    else:
        # "29 February" may be four years ahead; two years do for every other day.
        years = range(setting.earliest.year, setting.earliest.year + 2)
        found = (safe(y, int(month), int(day)) for y in years)
        due = next((d for d in found if d is not None and d >= setting.earliest), None)
    if due is None:
        return None
    ahead = setting.day is not None and due > setting.day
    return Moment(span, due, ahead, without_year=named is None)


def _near(mention: DateMention, shown: str, day: date, language: str) -> Moment | None:
    """Read "tomorrow" from the day of saying, whatever `find_dates` counted it from."""
    named = [
        (len(form), distance)
        for distance, forms in date_words(language).days.items()
        for form in forms
        if any_word(shown, (form,))
    ]
    # "The day after tomorrow" holds "tomorrow": the longest form is meant.
    distance = max(named)[1] if named else -1
    due = moved(day, distance)
    return None if due is None or distance < 0 else Moment(mention.span, due, distance > 1)


def _part_of_year(mention: DateMention, day: date | None) -> Moment | None:
    """Read "the third quarter of 2023", "the first half of the year"."""
    if mention.end is None or mention.end.year > LAST_YEAR:
        return None
    ahead = day is None or mention.end > day
    return Moment(mention.span, mention.end, ahead, mention.start) if ahead else None


def _names_a_month(shown: str, language: str) -> bool:
    months = (form for forms in date_words(language).months.values() for form in forms)
    return any_word(shown, months) or re.search(r"\d[./-]\d{1,2}[./-]\d", shown) is not None
