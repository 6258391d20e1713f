"""The day on which something was said, where the article itself fixes it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from redite.text.dates import DateMention
from redite.text.nominals import data_for
from redite.values import Attribution, DateInterval, Span

_LONGEST = timedelta(days=31)


def day_of(
    text: str,
    attribution: Attribution,
    sentence: Span,
    dates: Sequence[DateMention],
    published: date,
) -> DateInterval | None:
    """Return the date beside the cue, or None; a day after publication is none of a saying's.

    A year, a season or a decade dates what is spoken of, not the saying: a month is the longest.

    Args:
        dates: those of this sentence that lie in no content, in text order.
    """
    near = (*attribution.cue, *attribution.source) or attribution.content
    fitting = [
        d
        for d in dates
        if d.start is not None
        and d.end is not None
        and d.start <= published
        and d.end - d.start <= _LONGEST
    ]
    if not fitting:
        return None
    best = min(fitting, key=lambda d: (min(_distance(d.span, s) for s in near), d.span))
    words = best.span.of(text)
    return DateInterval(best.start, best.end, words, best.basis.value, best.doubt)


def same_occasion(text: str, sentence: Span, language: str | None) -> bool:
    """Say whether words of the sentence put it on the day last named ("minutes later")."""
    words = " ".join(sentence.of(text)[:1500].casefold().split())
    return any(phrase in words for phrase in data_for(language).occasion)


def _distance(a: Span, b: Span) -> int:
    if a.overlaps(b):
        return 0
    return max(a.start - b.end, b.start - a.end)
