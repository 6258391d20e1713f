"""Dates as a text names them: explicit ones, and those that lean on publication or on each other.

1. Patterns built from the language's words find candidates; where two overlap the earlier, then
   the longer one stays.
2. In text order each gets a value. A missing year is the one that brings the date nearest to
   publication; a weekday is the last one before publication unless a word beside it says
   otherwise; "the day before" counts from the date last named that is not in the future, and
   is itself counted from only where it heads a sentence: "a drill held a day earlier" looks aside.

Values are TIMEX3 (TimeML 1.2.1), with an interval of ISO 8601 for ranges ("2023-07-07/2023-07-08").
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from redite.lang import languages, words
from redite.lang.dates import Dates
from redite.values import Span

_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_YEAR = r"[12]\d{3}"
_GAP = r"[ \t\u00a0\u202f]{1,3}"
_LEANING = ("day_before", "day_after", "same_day")
_DASH = r"[ \u00a0]?[-–—][ \u00a0]?"


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date expression: where it stands, what it means.

    `value` is None, as are both ends, for a relative date in a text whose day is unknown.
    """

    span: Span
    value: str | None
    start: date | None
    end: date | None


@dataclass(frozen=True, slots=True)
class _Found:
    """A candidate: the kind of pattern, what it caught, and whether capitals are required."""

    span: Span
    kind: str
    parts: dict[str, str]


def find_dates(text: str, language: str | None, published: date | None) -> tuple[DateMention, ...]:
    """Return the dates that `text` names, in text order, none overlapping another.

    A date that no calendar has (30 February) is not one. In a text of unknown language only
    figures count ("2023-04-04"). Without `published` a date without year has the value
    "XXXX-04-04" and no days, and a relative one no value at all.
    """
    known = language if language in languages() else None
    candidates = _without_overlaps(_candidates(text, known))
    mentions: list[DateMention] = []
    anchor: date | None = None
    for found in candidates:
        meant = _meaning(found, known, published, anchor)
        if meant is None:
            continue
        value, start, end = meant
        mentions.append(DateMention(found.span, value, start, end))
        past = start is not None and start == end and (published is None or start <= published)
        if past and (found.kind not in _LEANING or _heads_sentence(text, found.span.start)):
            anchor = start
    return tuple(_merged(mentions, candidates, text))


def _heads_sentence(text: str, at: int) -> bool:
    """Say whether a leaning date sets the scene ("The day before, …") or only looks aside."""
    before = text[max(0, at - 12) : at].rstrip(" \t\u00a0\"'«»“”„’)*_")
    return not before or before[-1] in ".!?…:\n—–"


# --- finding ----------------------------------------------------------------------------------


def _candidates(text: str, language: str | None) -> Iterator[_Found]:
    for kind, pattern in _patterns(language):
        for match in pattern.finditer(text):
            named = {name: value for name, value in match.groupdict().items() if value}
            if language is not None and not _capitals_right(named, language):
                continue
            begin = match.start("whole") if "whole" in match.re.groupindex else match.start()
            yield _Found(Span(begin, match.end()), kind, named)


def _capitals_right(parts: dict[str, str], language: str) -> bool:
    if not words(language, "dates", Dates).capital:
        return True
    return all(parts[name][0].isupper() for name in ("month", "weekday") if name in parts)


def _without_overlaps(found: Iterable[_Found]) -> list[_Found]:
    kept: list[_Found] = []
    for one in sorted(found, key=lambda f: (f.span.start, -f.span.end)):
        if not kept or one.span.start >= kept[-1].span.end:
            kept.append(one)
    return kept


@cache
def _patterns(language: str | None) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the patterns of a language by kind; each is linear in the text."""
    out = [
        ("day", r"(?P<year>[12]\d{3})-(?P<mm>\d{2})-(?P<day>\d{2})"),
        ("month", r"(?P<year>[12]\d{3})-(?P<mm>0[1-9]|1[0-2])(?!-?\d)"),
        ("day", r"(?P<day>\d{1,2})\.(?P<mm>\d{1,2})\.(?P<year>[12]\d{3})"),
    ]
    if language is not None:
        out += _worded(words(language, "dates", Dates))
    return tuple(
        (kind, re.compile(rf"(?<![\w.,/])(?:{body})(?![\w/])", re.IGNORECASE)) for kind, body in out
    )


def _worded(data: Dates) -> list[tuple[str, str]]:
    stop = r"(?:\.(?=[ \u00a0]?[\d,]))?"  # of an abbreviation, not of the sentence
    month = rf"(?P<month>{_any(f for forms in data.months.values() for f in forms)}){stop}"
    weekday = rf"(?P<weekday>{_any(f for forms in data.weekdays.values() for f in forms)})"
    after_day = rf"(?:{_any(data.ordinals)})?" if data.ordinals else ""
    linked = rf"(?:{_any(data.link)}{_GAP})?" if data.link else ""
    year_word = rf"(?:{_GAP}(?:{_any(data.year_words)}))?" if data.year_words else ""
    year = rf",?{_GAP}(?P<year>{_YEAR})(?!\d){year_word}"
    days = rf"(?P<day>{_DAY}){after_day}(?:{_DASH}(?P<last>{_DAY}){after_day})?"
    beside = rf"(?:(?P<beside>{_any((*data.last, *data.next, *data.ahead))}){_GAP})"
    behind = rf"(?:{_GAP}(?P<behind>{_any((*data.last, *data.next))}))"
    event = rf"(?!\s{{1,3}}(?:{_any(data.events)})(?!\w))" if data.events else ""
    out = [
        ("day", rf"{days}{_GAP}{linked}{month}(?!\w)(?:{year})?"),
        ("month", rf"{month}{_GAP}(?P<year>{_YEAR})(?!\d){year_word}"),
        ("month", rf"(?:{_any(data.month_after)}){_GAP}(?P<whole>{month})"),
        ("weekday", rf"{beside}?{weekday}(?!\w){behind}?"),
        ("today", _any(data.today)),
        ("yesterday", _any(data.yesterday)),
        ("tomorrow", _any(data.tomorrow)),
        ("day_before", rf"(?:{_any(data.day_before)}){event}"),
        ("day_after", rf"(?:{_any(data.day_after)}){event}"),
        ("same_day", _any(data.same_day)),
        *((f"week{distance}", _any(forms)) for distance, forms in data.weeks.items()),
    ]
    if data.month_first:
        out.append(("day", rf"{month}{_GAP}{days}(?!\d)(?:{year})?"))
    if data.now:
        out.append(("now", _any(data.now)))
    return out


def _any(forms: Iterable[str]) -> str:
    """Return an alternation, longest first so that "mars" is not read as "mar"."""
    ordered = sorted(set(forms), key=lambda form: (-len(form), form))
    return "|".join(re.escape(form).replace(r"\ ", r"\s{1,3}") for form in ordered)


# --- reading ----------------------------------------------------------------------------------

_Meant = tuple[str | None, date | None, date | None]


def _meaning(
    found: _Found, language: str | None, published: date | None, anchor: date | None
) -> _Meant | None:
    """Return value, first and last day; None where no calendar has such a date."""
    if found.kind == "now":
        return "PRESENT_REF", None, None
    if found.kind in ("day", "month"):
        month = int(found.parts["mm"]) if "mm" in found.parts else _month(found, language)
        if not 1 <= month <= 12:
            return None
        given = int(found.parts["year"]) if "year" in found.parts else None
        read = _day if found.kind == "day" else _whole_month
        return read(found, month, given, published)
    base = anchor or published
    if base is None or published is None:
        return None, None, None
    if found.kind.startswith("week") and found.kind != "weekday":
        return _week(published, int(found.kind.removeprefix("week")))
    if found.kind == "weekday":
        day = _weekday(found, language, published)
    else:
        start, days = {
            "today": (published, 0),
            "yesterday": (published, -1),
            "tomorrow": (published, 1),
            "day_before": (base, -1),
            "day_after": (base, 1),
            "same_day": (base, 0),
        }[found.kind]
        day = _moved(start, days)
    return (None, None, None) if day is None else (day.isoformat(), day, day)


def _month(found: _Found, language: str | None) -> int:
    assert language is not None  # worded patterns exist for known languages only
    return _numbers(language, "months")[_plain(found.parts["month"])]


@cache
def _numbers(language: str, kind: str) -> dict[str, int]:
    data = words(language, "dates", Dates)
    table = data.months if kind == "months" else data.weekdays
    return {_plain(form): number for number, forms in table.items() for form in forms}


def _plain(form: str) -> str:
    return " ".join(form.casefold().split())


def _day(found: _Found, month: int, given: int | None, published: date | None) -> _Meant | None:
    day = int(found.parts["day"])
    last = int(found.parts.get("last", day))
    if last < day:  # a range the wrong way round says nothing beyond its first day
        last = day
    if given is None and published is None:
        if day > calendar.monthrange(2000, month)[1]:
            return None
        return f"XXXX-{month:02}-{day:02}", None, None

    def start_in(year: int) -> date | None:
        return _date(year, month, day)

    start = start_in(given) if given is not None else _nearest(start_in, published)
    if start is None:
        return None
    end = _date(start.year, month, last) or start
    value = start.isoformat() if start == end else f"{start.isoformat()}/{end.isoformat()}"
    return value, start, end


def _whole_month(
    found: _Found, month: int, given: int | None, published: date | None
) -> _Meant | None:
    if given is None and published is None:
        return f"XXXX-{month:02}", None, None
    middle = _nearest(lambda year: _date(year, month, 15), published) if given is None else None
    year = given if given is not None else (middle.year if middle else None)
    if year is None:
        return None
    days = calendar.monthrange(year, month)[1]
    return f"{year:04}-{month:02}", date(year, month, 1), date(year, month, days)


def _nearest(candidate: Callable[[int], date | None], published: date | None) -> date | None:
    """Return the date of the year nearest to publication; four years reach a 29 February."""
    assert published is not None
    years = range(published.year - 4, published.year + 5)
    possible = [day for year in years if (day := candidate(year)) is not None]
    return min(possible, key=lambda day: (abs(day - published), day), default=None)


def _weekday(found: _Found, language: str | None, published: date) -> date | None:
    assert language is not None
    data = words(language, "dates", Dates)
    number = _numbers(language, "weekdays")[_plain(found.parts["weekday"])]
    beside = {_plain(found.parts[name]) for name in ("beside", "behind") if name in found.parts}
    back = (published.isoweekday() - number) % 7
    if beside & {_plain(form) for form in data.next}:
        return _moved(published, (7 - back) if back else 7)
    if beside & {_plain(form) for form in data.last}:
        return _moved(published, -(back or 7))
    if beside & {_plain(form) for form in data.ahead}:
        return _moved(published, (7 - back) % 7)
    return _moved(published, -back)


def _week(published: date, distance: int) -> _Meant:
    monday = _moved(published, 7 * distance - published.weekday())
    sunday = _moved(monday, 6) if monday else None
    if monday is None or sunday is None:
        return None, None, None
    year, week, _ = monday.isocalendar()
    return f"{year:04}-W{week:02}", monday, sunday


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _moved(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def _merged(
    mentions: list[DateMention], candidates: list[_Found], text: str
) -> Iterator[DateMention]:
    """Join a weekday to the full date beside it ("Sunday, 25 September"): the date decides."""
    kinds = {found.span: found.kind for found in candidates}
    held: DateMention | None = None
    for mention in mentions:
        if held is not None:
            gap = text[held.span.end : mention.span.start]
            if kinds[mention.span] == "day" and gap.strip() in ("", ",") and len(gap) <= 3:
                span = Span(held.span.start, mention.span.end)
                mention = DateMention(span, mention.value, mention.start, mention.end)
            else:
                yield held
            held = None
        if kinds.get(mention.span) == "weekday":
            held = mention
        else:
            yield mention
    if held is not None:
        yield held
