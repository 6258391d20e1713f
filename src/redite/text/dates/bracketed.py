"""Years left out in a text without a day of its own, where its other dates leave only one.

"In February 2023 … On 4 April … by 1 July 2023": the only 4 April between the two is that of 2023.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from redite.text.dates.intervals import interval
from redite.text.dates.mentions import Basis, DateMention

_YEARLESS = re.compile(r"XXXX-\d\d(?:-\d\d)?")
_DATED = re.compile(r"\d{4}-\d\d(?:-\d\d)?")
_LONGEST = timedelta(days=366)
"""Dates further apart than this tell of two times, and fix no year between them."""


def bracketed(mentions: Sequence[DateMention]) -> list[DateMention]:
    """Return the mentions, a date without year with that of the dates written out around it.

    It must lie between the first and the last that the text writes out with year and month, in
    one year only; it is put in doubt all the same.
    """
    written = [
        days
        for one in mentions
        if one.basis is Basis.WORDS and _DATED.fullmatch(one.value or "")
        if (days := interval(one.value or "")) is not None
    ]
    if len(written) < 2:
        return list(mentions)
    first, last = min(start for start, _ in written), max(end for _, end in written)
    if last - first > _LONGEST:
        return list(mentions)
    out = []
    for one in mentions:
        if _YEARLESS.fullmatch(one.value or ""):
            values = (f"{year:04}{(one.value or '')[4:]}" for year in {first.year, last.year})
            between = [
                (value, days)
                for value in sorted(values)
                if (days := interval(value)) is not None and first <= days[0] <= days[1] <= last
            ]
            if len(between) == 1:
                (value, (start, end)) = between[0]
                doubt = f"the year is that of the text's other dates, {start.year}"
                one = DateMention(one.span, value, start, end, Basis.SCENE, doubt, one.recurs)
        out.append(one)
    return out
