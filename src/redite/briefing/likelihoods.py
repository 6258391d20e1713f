"""Likelihoods that moved: one source, one thing, another word for how likely it is."""

from __future__ import annotations

from itertools import pairwise

from redite.briefing.matter import Matter, Reports, Told
from redite.briefing.quoting import EARLIER, SHORT, quote
from redite.briefing.sayings import finished, flag, quoted_cites
from redite.briefing.wording import Wording
from redite.reports import published_on
from redite.stages.estimates import Point, series
from redite.text.markup import readable
from redite.values import Record


def tell(matter: Matter) -> list[Told]:
    """Return one sentence for every estimate of the period that differs from the one before it."""
    lasting = [record for record in matter.known.values() if _before_end(matter, record)]
    told = []
    for one in series(lasting):
        for earlier, later in pairwise(one.points):
            moved = earlier.estimate.term is not later.estimate.term
            # One text that gives two degrees speaks of two things, or of one from two sides.
            apart = earlier.record.article.key != later.record.article.key
            if moved and apart and earlier.turned is later.turned and matter.inside(later.record):
                told.append(_told(matter, earlier, later))
    return told


def _before_end(matter: Matter, record: Record) -> bool:
    return matter.until is None or published_on(record) <= matter.until


def _told(matter: Matter, earlier: Point, later: Point) -> Told:
    say = matter.say
    before, after = _reports(matter, earlier), _reports(matter, later)
    quoted = quote(later.record, EARLIER)
    values = {
        "who": say.speaker(later.record),
        "before": _called(say, earlier) + flag(matter, earlier.record, [earlier.estimate.span]),
        "before_term": say.terms[earlier.estimate.term],
        "before_when": say.when(earlier.record, matter.year),
        "before_sources": say.carried(before),
        "after": _called(say, later) + flag(matter, later.record, [later.estimate.span]),
        "after_term": say.terms[later.estimate.term],
        "after_when": say.when(later.record, matter.year),
        "after_sources": say.carried(after),
        "words": say.quoted(quoted.text) + flag(matter, later.record, quoted.spans),
    }
    short_words = say.quoted(quote(later.record, SHORT).text)
    cited = quoted_cites(matter, [later.record, *after, *before], later.record)
    short = (
        say.likelihoods["short"].format(**{**values, "words": short_words})
        + f" ({say.carried(after)}; {say.carried(before)})"
    )
    return Told(
        text=finished(say.likelihoods["moved"].format(**values)),
        cites=cited,
        weight=5.0,
        short=short,
        short_cites=cited,
        speaker=later.record.judgement.speaker.id,
    )


def _reports(matter: Matter, point: Point) -> Reports:
    found = matter.utterances.get(point.record.judgement.utterance, (point.record,))
    return tuple(record for record in found if record.order <= point.record.order) or (
        point.record,
    )


def _called(say: Wording, point: Point) -> str:
    """Return the words of likelihood, with their degree where it is put in other words."""
    printed, term = _printed(point), say.terms[point.estimate.term]
    told = say.quoted(printed)
    return told if printed.casefold() == term.casefold() else f"{told} ({term})"


def _printed(point: Point) -> str:
    return readable(point.estimate.span.of(point.record.article.text))
