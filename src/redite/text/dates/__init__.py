"""Dates as a text names them: explicit ones, and those that lean on publication or on each other.

1. Near words and figures that dates are made of (`runs`), patterns built from the language's
   words (`patterns`) find candidates (`scan`); of two that overlap the earlier, then the longer
   one stays.
2. In text order each gets a value (`reading`). A missing year is the one that brings the date
   nearest to publication; a weekday is the last one before publication unless words announce the
   future; "the day before" counts from the date last named in the narrative, not in a quotation,
   that is not in the future, and is itself counted from only where it heads a sentence.
3. Neighbours that are one expression become one (`joining`).

Publication gives way to the text's own dateline where that is earlier: a reprint three weeks late
still says "tomorrow". Values are TIMEX3 (TimeML 1.2.1), with an interval of ISO 8601 for ranges
("2023-07-07/2023-07-08"). What a value rests on, and why it may be misread, goes with it.
"""

from __future__ import annotations

from datetime import date

from redite.lang import languages
from redite.text.dates.bracketed import bracketed
from redite.text.dates.context import Context
from redite.text.dates.dateline import HEAD, among, in_the_past
from redite.text.dates.joining import joined
from redite.text.dates.mentions import Basis, DateMention
from redite.text.dates.reading import read
from redite.text.dates.scan import candidates

__all__ = ["Basis", "DateMention", "dateline", "find_dates"]


def find_dates(text: str, language: str | None, published: date | None) -> tuple[DateMention, ...]:
    """Return the dates that `text` names, in text order, none overlapping another.

    A date that no calendar has (30 February) is not one. In a text of unknown language only
    figures count ("2023-04-04"). Without `published` (and without a dateline) a date without year
    has the value "XXXX-04-04" and no days, unless the text's own dates leave one year only
    (`bracketed`); a relative one has no value at all.
    """
    known = language if language in languages() else None
    found = candidates(text, known)
    context = Context(text, known, published, Basis.PUBLISHED)
    headed = dateline(text, known, published)
    if headed is not None and headed.start is not None:
        if published is None or headed.start < published:
            context.reference, context.basis = headed.start, Basis.DATELINE
        elif headed.start > published:
            context.doubt = f"the dateline says {headed.value}, the article {published.isoformat()}"
    mentions = joined(read(found, context), context)
    return tuple(mentions if context.reference is not None else bracketed(list(mentions)))


def dateline(
    text: str, language: str | None = None, published: date | None = None
) -> DateMention | None:
    """Return the date in the text's dateline ("TARSK, 4 April 2023 (Halden Wire) -"), if any.

    One without a year is of the twelve months before `published`, and none without that. It may
    contradict `published`: what to believe then is the reader's to say.
    """
    head = text[:HEAD]
    known = language if language in languages() else None
    context = Context(head, known, published, Basis.PUBLISHED)
    found = among(head, tuple(joined(read(candidates(head, known), context), context)))
    return None if found is None else in_the_past(found, published)
