"""The times for which an act may be announced, with the last day of each.

Explicit days and weekdays come from `redite.text.dates`; here they are read forward, since an
announced "Monday" is the next one. To them come what is no date by itself: parts of months and
years, weeks, quarters, seasons, and stretches that count from the day of saying.

A part has a last day by rule: the first third of a month ends on the 10th, its middle is the
15th; a week ends on Sunday, a working week on Friday; every other time ends with its last day.
"""

from __future__ import annotations

import calendar
import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from math import ceil

from redite.lang import words
from redite.lang.dates import Dates
from redite.lang.deadlines import Deadlines
from redite.text.dates import DateMention
from redite.text.numbers import Quantity, find_numbers
from redite.values import Span

GAP = r"[ \t\n\u00a0\u202f]{1,3}"
LATE_REPORT = 21
"""Days after its deadline up to which an announcement may still be reported."""
LAST_YEAR = 2100
"""Years beyond it are misprints."""
_PARTS = {"early": 10, "mid": 15, "late": None}
_LONGEST_STRETCH = 50 * 366
_WORDS = re.compile(r"\w+")
_VALUE = re.compile(r"(\d{4}|XXXX)-(\d\d)-(\d\d)")


@dataclass(frozen=True, slots=True)
class Moment:
    """A time with its last day.

    `due` is None for a relative time where the day of saying is unknown.
    """

    span: Span
    due: date | None
    firm: bool
    """The words alone place it ahead of the day of saying: "next week", a day with its year."""
    begins: date | None = None
    """The first day of a bare month, season or year: what "before May" is before."""
    without_year: bool = False
    """No year is named: the due day is the next one of its kind."""
    within: bool | None = None
    """For a stretch of time: whether the act comes within it (True) or after it (False)."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What the times of a text are read against."""

    language: str
    day: date | None
    """The day of saying."""
    exact: bool
    """Whether `day` is known to be that day, not only the day of publication."""

    @property
    def earliest(self) -> date | None:
        """The first day that a date without year may name, if it was announced."""
        if self.day is None:
            return None
        # What was said before its report may be over when it is printed.
        return self.day if self.exact else _moved(self.day, -LATE_REPORT)


def find_moments(
    text: str, region: Span, dates: Sequence[DateMention], setting: Setting
) -> list[Moment]:
    """Return the times that stand in `region` of `text`, in order, none overlapping another."""
    plain = flat(region.of(text))
    if not _may_hold_one(plain, region, dates, setting.language):
        return []
    patterns = _patterns(setting.language)
    found: list[Moment] = []
    for kind, pattern in patterns:
        for match in pattern.finditer(plain):
            if kind == "bare month" and _in_a_date(plain, match):
                continue
            moment = _READERS[kind](match, setting)
            if moment is not None and _capitals(match, region, text, setting.language):
                found.append(moment)
    found += _stretches(plain, setting)
    found = [replace(m, span=m.span.shifted(region.start)) for m in found]
    found += _named(text, region, plain, dates, setting)
    return _weekdays_of_weeks(_without_overlaps(found), text, setting)


def _may_hold_one(plain: str, region: Span, dates: Sequence[DateMention], language: str) -> bool:
    """Say whether any word of time stands there: most statements have none, and end here."""
    at = bisect_left(dates, region.start, key=lambda mention: mention.span.start)
    if at < len(dates) and dates[at].span.start < region.end:
        return True
    known = _words_of_time(language)
    return any(word in known or word[:2] == "20" for word in _WORDS.findall(plain.lower()))


@cache
def _words_of_time(language: str) -> frozenset[str]:
    data, dates = _section(language), _dates(language)
    tables = (data.units, data.numbered, data.seasons, dates.months)
    forms = [form for table in tables for each in table.values() for form in each]
    forms += [
        f for table in (data.whole, data.lasting_for) for each in table.values() for f in each
    ]
    return frozenset(word for form in forms for word in _WORDS.findall(flat(form).lower()))


def _in_a_date(plain: str, match: re.Match[str]) -> bool:
    """Say whether a day of the month stands beside: what no calendar has is not its month."""
    before = plain[max(0, match.start() - 8) : match.start()]
    after = plain[match.end("month") : match.end("month") + 6]
    return bool(re.search(r"\d\W?\w{0,3}\s*$", before) or re.match(r"\s+\d{1,2}(?!\d)", after))


def flat(text: str) -> str:
    """Return `text` with straight apostrophes, letter for letter."""
    return text.translate({0x2019: "'", 0x2BC: "'", 0x2018: "'"})


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
            between = flat(text[out[-1].span.end : one.span.start]).strip().lower()
            number = _weekday(out[-1].span.of(text), setting.language)
            if number is not None and len(between) <= 3 and between.isalpha() | (not between):
                due = _moved(one.due, number - 7)
                if due is not None:
                    out[-1] = replace(one, span=Span(out[-1].span.start, one.span.end), due=due)
                    continue
        out.append(one)
    return out


# --- patterns -----------------------------------------------------------------------------------


def alternation(forms: Iterable[str]) -> str:
    """Return a pattern for any of `forms`, longest first; matches nothing where there is none."""
    ordered = sorted({form.lower() for form in forms}, key=lambda form: (-len(form), form))
    if not ordered:
        return r"(?!)"
    return "|".join(re.escape(form).replace(r"\ ", GAP) for form in ordered)


@cache
def _section(language: str) -> Deadlines:
    return words(language, "deadlines", Deadlines)


@cache
def _dates(language: str) -> Dates:
    return words(language, "dates", Dates)


def _key(form: str) -> str:
    return " ".join(flat(form).lower().split())


@cache
def _table(language: str, kind: str) -> dict[str, int]:
    data = _dates(language)
    table = {"month": data.months, "weekday": data.weekdays}.get(kind, _section(language).seasons)
    return {_key(form): number for number, forms in table.items() for form in forms}


@cache
def _units(language: str, kind: str) -> dict[str, str]:
    data = _section(language)
    table = data.units if kind == "unit" else data.numbered
    return {_key(form): unit for unit, forms in table.items() for form in forms}


@cache
def _pieces(language: str) -> dict[str, str]:
    data = _section(language)
    gap = rf"(?:{GAP}|(?<='))"
    part = "|".join(rf"(?P<{name}>{alternation(getattr(data, name))})" for name in _PARTS)
    behind_year = alternation(data.next_behind)
    year_unit = alternation(data.units["year"])
    article = rf"(?:(?:{alternation((*data.article, *data.of))}){gap})?"
    of = rf"(?:(?:{alternation(data.of)}){gap})?"
    relative = [
        rf"(?:(?P<this_year>{alternation(data.this)})|(?P<next_year>{alternation(data.next)}))"
        rf"{GAP}(?:{year_unit})"
    ]
    if data.next_behind:
        relative.append(
            rf"{article}{article}(?:{year_unit}){GAP}(?P<next_year_behind>{behind_year})"
        )
    year_word = rf"(?:{GAP}(?:{alternation(data.year_words)}))?"
    number = rf"(?P<year>[12]\d{{3}})(?!\d){year_word}"
    year = rf"(?:,?{GAP}{of}(?:{number}|{'|'.join(relative)})(?!\w))?"
    return {"gap": gap, "part": part, "article": article, "of": of, "year": year, "yw": year_word}


@cache
def _patterns(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    data, p = _section(language), _pieces(language)
    months = alternation(f for forms in _dates(language).months.values() for f in forms)
    seasons = alternation(f for forms in data.seasons.values() for f in forms)
    units = alternation(f for forms in data.units.values() for f in forms)
    whole = alternation(f for forms in data.whole.values() for f in forms)
    which = (
        rf"(?:(?P<this>{alternation(data.this)})|(?P<next>{alternation(data.next)})"
        rf"|(?P<article>{alternation(data.article)}))"
    )
    behind = (
        rf"(?:(?P<this_behind>{alternation(data.this_behind)})"
        rf"|(?P<next_behind>{alternation(data.next_behind)}))"
    )
    bodies = [
        ("month", rf"(?:{p['part']})(?:{p['gap']}|-){p['of']}(?P<month>{months})(?!\w){p['year']}"),
        ("bare month", rf"(?P<month>{months})(?!\w){p['year']}"),
        (
            "season",
            rf"(?:(?:{p['part']}){p['gap']}{p['article']})?(?:{which}{p['gap']})?"
            rf"(?P<season>{seasons})(?!\w)(?:{GAP}{behind}(?!\w))?{p['year']}",
        ),
        ("year", rf"(?:{p['part']})(?:{p['gap']}|-){p['of']}(?P<year>[12]\d{{3}})(?!\d){p['yw']}"),
        ("bare year", rf"(?P<year>20\d\d)(?![\d.,]\d|\d){p['yw']}"),
        (
            "unit",
            rf"(?:(?:{p['part']}){p['gap']})?(?:{which}{p['gap']}(?:(?P<next2>"
            rf"{alternation(data.next)}){GAP})?)?(?P<unit>{units})(?!\w)(?:{GAP}{behind}(?!\w))?",
        ),
        ("whole", rf"(?P<whole>{whole})"),
    ]
    return tuple(
        (kind, re.compile(rf"(?<![\w.,/-])(?:{body})(?!\w)", re.IGNORECASE))
        for kind, body in bodies
    )


def _capitals(match: re.Match[str], region: Span, text: str, language: str) -> bool:
    if not _dates(language).capital or "month" not in match.re.groupindex:
        return True
    return text[region.start + match.start("month")].isupper()


# --- reading the patterns -----------------------------------------------------------------------


def _part(match: re.Match[str]) -> str | None:
    groups = match.groupdict()
    return next((name for name in _PARTS if groups.get(name)), None)


def _year(match: re.Match[str], setting: Setting) -> int | None:
    """Return the year that the words name; None where they name none."""
    groups = match.groupdict()
    if groups.get("year"):
        return int(groups["year"])
    if setting.day is not None:
        if groups.get("this_year"):
            return setting.day.year
        if groups.get("next_year") or groups.get("next_year_behind"):
            return setting.day.year + 1
    return None


def _month(match: re.Match[str], setting: Setting) -> Moment | None:
    month = _table(setting.language, "month")[_key(match["month"])]
    part = _part(match)
    year = _year(match, setting)
    return _coming(
        match, setting, year, lambda y: _in_month(y, month, part), lambda y: _safe(y, month, 1)
    )


def _season(match: re.Match[str], setting: Setting) -> Moment | None:
    month = _table(setting.language, "season")[_key(match["season"])]
    part = _part(match)
    first, middle = (month - 3) % 12 + 1, (month - 2) % 12 + 1

    def last(year: int) -> date | None:
        if part == "early":
            return _in_month(year - (first > month), first, None)
        if part == "mid":
            return _in_month(year - (middle > month), middle, "mid")
        return _in_month(year, month, None)

    def begin(year: int) -> date | None:
        return _safe(year - (first > month), first, 1)

    moment = _coming(match, setting, _year(match, setting), last, begin)
    alone = _key(match["season"]) in map(_key, _section(setting.language).adverbial_seasons)
    which = any(match[name] for name in ("this", "next", "this_behind", "next_behind"))
    # "This summer" and "next spring" need no word before them, unlike a bare "summer".
    return replace(moment, begins=None) if moment and (alone or which) else moment


def _whole_year(match: re.Match[str], setting: Setting) -> Moment | None:
    year, part = int(match["year"]), _part(match)
    months = {"early": 3, "mid": 6}
    due = _in_month(year, months.get(part or "", 12), None)
    return _coming(match, setting, year, lambda _: due, lambda y: _safe(y, 1, 1))


def _coming(
    match: re.Match[str],
    setting: Setting,
    year: int | None,
    last: Callable[[int], date | None],
    first: Callable[[int], date | None],
) -> Moment | None:
    """Return the moment in its year, or in the first one that still lies ahead."""
    span, named = Span(match.start(), match.end()), year is not None
    if year is None:
        earliest = setting.earliest
        if earliest is None:
            return Moment(span, None, False)
        year = next(
            (y for y in (earliest.year, earliest.year + 1) if _since(last(y), earliest)), None
        )
        if year is None:
            return None
    due = last(year)
    if due is None or year > LAST_YEAR:
        return None
    firm = setting.day is None or due > setting.day
    begins = first(year) if _part(match) is None else None
    return Moment(span, due, firm, begins, without_year=not named)


def _since(day: date | None, earliest: date) -> bool:
    return day is not None and day >= earliest


def _unit(match: re.Match[str], setting: Setting) -> Moment | None:
    groups = match.groupdict()
    part = _part(match)
    ahead = bool(groups["next"] or groups["next2"] or groups["next_behind"])
    now = bool(groups["this"] or groups["this_behind"])
    unit = _units(setting.language, "unit")[_key(groups["unit"])]
    if part is None and not now and not ahead:
        return None
    if unit == "day" and part != "late":
        return None
    due = _end_of(unit, int(ahead), part, setting.day)
    return Moment(Span(match.start(), match.end()), due, ahead)


def _whole(match: re.Match[str], setting: Setting) -> Moment | None:
    data = _section(setting.language)
    key = _key(match["whole"])
    unit = next(u for u, forms in data.whole.items() if key in {_key(f) for f in forms})
    return Moment(Span(match.start(), match.end()), _end_of(unit, 0, "late", setting.day), False)


_READERS: dict[str, Callable[[re.Match[str], Setting], Moment | None]] = {
    "month": _month,
    "bare month": _month,
    "season": _season,
    "year": _whole_year,
    "bare year": _whole_year,
    "unit": _unit,
    "whole": _whole,
}


# --- stretches ----------------------------------------------------------------------------------


@cache
def _stretch_patterns(language: str) -> tuple[re.Pattern[str], ...]:
    data = _section(language)
    fixed = alternation(f for forms in data.lasting_for.values() for f in forms)
    units = alternation(f for forms in data.numbered.values() for f in forms)
    gap = rf"(?:{GAP}|(?<='))"
    about = rf"(?:(?:{alternation((*data.about, *data.next))}){gap}){{0,3}}"
    one = rf"(?:(?:{alternation(data.one)}){GAP})"
    return (
        re.compile(
            rf"(?<!\w)(?:(?P<within>{alternation(data.within)})|(?P<in>{alternation(data.stretch)}))"
            rf"{gap}{about}(?:(?P<fixed>{fixed})(?!\w)|(?P<unit>{one}(?:{units})|{alternation(data.bare)})(?!\w))?",
            re.IGNORECASE,
        ),
        re.compile(
            rf"[ \u00a0-]{{1,2}}(?:[^\W\d_]{{3,20}}{GAP})??(?P<unit>{units})(?!\w)", re.IGNORECASE
        ),
        re.compile(rf"{GAP}(?:{alternation(data.past)})(?!\w)", re.IGNORECASE),
    )


def _stretches(plain: str, setting: Setting) -> Iterator[Moment]:
    data = _section(setting.language)
    lead, unit_after, past = _stretch_patterns(setting.language)
    quantities: dict[int, Quantity] | None = None
    for match in lead.finditer(plain):
        end = match.end()
        if match["fixed"]:
            key = _key(match["fixed"])
            stretch = next(s for s, forms in data.lasting_for.items() if key in map(_key, forms))
            number, _, unit = stretch.partition(" ")
            count = float(number)
        elif match["unit"]:
            count, unit = 1.0, _units(setting.language, "numbered")[_key(match["unit"]).split()[-1]]
        else:
            if quantities is None:
                quantities = {q.span.start: q for q in find_numbers(plain, setting.language)}
            read = _counted(plain, end, quantities, unit_after)
            if read is None:
                continue
            count, word, end = read
            unit = _units(setting.language, "numbered")[_key(word)]
        if past.match(plain, end):
            continue
        due = None if setting.day is None else _after(setting.day, count, unit)
        if due is not None or setting.day is None:
            yield Moment(Span(match.start(), end), due, False, within=bool(match["within"]))


def _counted(
    plain: str, at: int, quantities: dict[int, Quantity], unit_after: re.Pattern[str]
) -> tuple[float, str, int] | None:
    """Read "two weeks", and of "two or three weeks" the longer one."""
    quantity = quantities.get(at)
    if quantity is None:
        return None
    for start in range(quantity.span.end + 1, quantity.span.end + 7):
        if start in quantities and not plain[quantity.span.end : start].strip().isdigit():
            quantity = quantities[start]
            break
    unit = unit_after.match(plain, quantity.span.end)
    if unit is None or not 0 < quantity.value < _LONGEST_STRETCH:
        return None
    return float(quantity.value), unit["unit"], unit.end()


def _after(day: date, count: float, unit: str) -> date | None:
    """Return the day that lies `count` units after `day`; a month has the same day again."""
    if unit in ("month", "year", "quarter"):
        months = round(count * {"month": 1, "year": 12, "quarter": 3}[unit])
        year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
        if year > LAST_YEAR:
            return None
        return _safe(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
    days = {"hour": count / 24, "day": count, "week": count * 7, "working week": count * 7}[unit]
    if days > _LONGEST_STRETCH:
        return None
    return _moved(day, 0 if days < 1 else ceil(days))


# --- days that `find_dates` found ---------------------------------------------------------------


def _named(
    text: str, region: Span, plain: str, dates: Sequence[DateMention], setting: Setting
) -> Iterator[Moment]:
    begin = bisect_left(dates, region.start, key=lambda mention: mention.span.start)
    year_after = _year_after(setting.language)
    for mention in dates[begin:]:
        if mention.span.start >= region.end:
            return
        if mention.span.end > region.end:
            continue
        shown = mention.span.of(text)
        days = _VALUE.findall(mention.value or "")
        number = _weekday(shown, setting.language)
        if days and _names_a_month(shown, setting.language):
            moment = _day(mention, shown, days[-1], plain, region, year_after, setting)
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
    data = _dates(language)
    ahead = _any_word(shown, data.next)
    ahead_or_exact = ahead or exact
    due = _moved(day, (number - day.isoweekday() - ahead_or_exact) % 7 + ahead_or_exact)
    # "By Friday" may have been found as one: here "by" introduces the day.
    leading = re.match(rf"(?:{alternation(data.ahead)}){GAP}", flat(shown), re.IGNORECASE)
    start = mention.span.start + (leading.end() if leading else 0)
    return Moment(Span(start, mention.span.end), due, ahead)


def _day(
    mention: DateMention,
    shown: str,
    value: tuple[str, str, str],
    plain: str,
    region: Span,
    year_after: re.Pattern[str],
    setting: Setting,
) -> Moment | None:
    year, month, day = value
    span = mention.span
    if re.search(r"(?<!\d)[12]\d{3}(?!\d)", shown):
        due = _safe(int(year), int(month), int(day))
        if due is None or due.year > LAST_YEAR:
            return None
        return Moment(span, due, setting.day is None or due > setting.day)
    behind = year_after.match(plain, span.end - region.start)
    named = _year(behind, setting) if behind else None
    if behind and named is not None:
        span = Span(span.start, region.start + behind.end())
        due = _safe(named, int(month), int(day))
    elif setting.earliest is None:
        return Moment(span, None, False)
    else:
        # "29 February" may be four years ahead; two years do for every other day.
        years = range(setting.earliest.year, setting.earliest.year + 2)
        found = (_safe(y, int(month), int(day)) for y in years)
        due = next((d for d in found if d is not None and d >= setting.earliest), None)
    if due is None:
        return None
    ahead = setting.day is not None and due > setting.day
    return Moment(span, due, ahead, without_year=named is None)


def _near(mention: DateMention, shown: str, day: date, language: str) -> Moment | None:
    """Read "tomorrow" from the day of saying, whatever `find_dates` counted it from."""
    for distance, forms in _dates(language).days.items():
        if distance >= 0 and _any_word(shown, forms):
            due = _moved(day, distance)
            return None if due is None else Moment(mention.span, due, False)
    return None


def _names_a_month(shown: str, language: str) -> bool:
    months = (form for forms in _dates(language).months.values() for form in forms)
    return _any_word(shown, months) or re.search(r"\d[./-]\d{1,2}[./-]\d", shown) is not None


@cache
def _year_after(language: str) -> re.Pattern[str]:
    return re.compile(_pieces(language)["year"], re.IGNORECASE)


def _any_word(shown: str, forms: Iterable[str]) -> bool:
    return (
        re.search(rf"(?<!\w)(?:{alternation(forms)})(?!\w)", flat(shown), re.IGNORECASE) is not None
    )


def _weekday(shown: str, language: str) -> int | None:
    """Return the number of the weekday that `shown` names, if it names one."""
    table = _table(language, "weekday")
    found = (table.get(word) for word in re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)?", _key(shown)))
    return next((number for number in found if number is not None), None)


# --- calendar -----------------------------------------------------------------------------------


def _in_month(year: int, month: int, part: str | None) -> date | None:
    day = _PARTS.get(part or "late") or calendar.monthrange(max(year, 1), month)[1]
    return _safe(year, month, day)


def _end_of(unit: str, ahead: int, part: str | None, day: date | None) -> date | None:
    """Return the last day of the unit that `day` lies in, or of the next one."""
    if day is None:
        return None
    if unit == "day":
        return _moved(day, ahead)
    if unit in ("week", "working week"):
        in_week = {"early": 1, "mid": 2}.get(part or "", 4 if unit == "working week" else 6)
        return _moved(day, 7 * ahead - day.weekday() + in_week)
    if unit == "year":
        return _in_month(day.year + ahead, {"early": 3, "mid": 6}.get(part or "", 12), None)
    if unit == "quarter":
        months = day.year * 12 + (day.month - 1) // 3 * 3 + 2 + 3 * ahead
        return _in_month(months // 12, months % 12 + 1, None)
    months = day.year * 12 + day.month - 1 + ahead
    return _in_month(months // 12, months % 12 + 1, part)


def _safe(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _moved(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None
