"""The day on which something was said, where the article itself fixes it.

It is the date beside the cue (`day_of`); else a date that closes what was said, where the article
says elsewhere that the same speaker spoke on that day (`closing_day`); else that of the sentences
before, where the same speaker goes on or words say that it was then ("minutes later").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from redite.text.dates import DateMention
from redite.text.nominals import data_for
from redite.values import Attribution, DateInterval, Mention, Span

_LONGEST = timedelta(days=31)
_BEFORE = 3
"""Sayings before, and sentences, in which the same occasion is looked for: two sentences on."""


@dataclass(frozen=True, slots=True)
class Saying:
    """What tells on which day one thing was said."""

    speaker: Mention
    sentence: Span
    number: int
    """Of the sentence, in the article."""
    beside: DateInterval | None
    """The date beside its cue."""
    closing: DateInterval | None
    """The date that closes what was said."""


def days_of(
    sayings: Sequence[Saying], text: str, language: str | None
) -> list[DateInterval | None]:
    """Return the day of each saying of one article, in its order; None where nothing fixes it."""
    spoke = {
        (one.speaker.name, one.speaker.kind, one.beside.start, one.beside.end)
        for one in sayings
        if one.beside is not None and one.speaker.name
    }
    found: list[DateInterval | None] = []
    for at, one in enumerate(sayings):
        closing = one.closing
        said = (
            one.speaker.name,
            one.speaker.kind,
            closing and closing.start,
            closing and closing.end,
        )
        own = one.beside or (closing if said in spoke else None)
        found.append(own or _carried(at, sayings, found, text, language))
    return found


def _carried(
    at: int,
    sayings: Sequence[Saying],
    days: Sequence[DateInterval | None],
    text: str,
    language: str | None,
) -> DateInterval | None:
    """Return the day of the sentences before, where the same occasion goes on."""
    one = sayings[at]
    before = range(max(0, at - _BEFORE), at)
    near = [n for n in before if abs(one.number - sayings[n].number) < _BEFORE]
    for n in reversed(near):
        speaker = sayings[n].speaker
        if speaker.name == one.speaker.name and speaker.kind is one.speaker.kind:
            return days[n]
    if near and same_occasion(text, one.sentence, language):
        return days[near[-1]]
    return None


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
    return _interval(
        min(fitting, key=lambda d: (min(_distance(d.span, s) for s in near), d.span)), text
    )


def closing_day(
    text: str, attribution: Attribution, dates: Sequence[DateMention], published: date
) -> DateInterval | None:
    """Return the day with which a content ends that is no clause, or None.

    "accused the Pact of sabotage on 4 April" leaves open whether it was the sabotage or the
    accusation; a clause ("said that the dam broke on 4 April") keeps its dates to itself.
    """
    if not attribution.cue or text[attribution.cue[-1].end : attribution.content[0].start].strip():
        return None
    end = attribution.content[-1].end
    closing = next((d for d in dates if d.span.end == end), None)
    if closing is None or closing.start is None or closing.start != closing.end:
        return None
    if closing.start > published:
        return None
    doubt = closing.doubt or "the date may be that of what is spoken of"
    return replace(_interval(closing, text), doubt=doubt)


def _interval(mention: DateMention, text: str) -> DateInterval:
    words = mention.span.of(text)
    return DateInterval(mention.start, mention.end, words, mention.basis.value, mention.doubt)


def same_occasion(text: str, sentence: Span, language: str | None) -> bool:
    """Say whether words of the sentence put it on the day last named ("minutes later")."""
    words = " ".join(sentence.of(text)[:1500].casefold().split())
    return any(phrase in words for phrase in data_for(language).occasion)


def _distance(a: Span, b: Span) -> int:
    if a.overlaps(b):
        return 0
    return max(a.start - b.end, b.start - a.end)
