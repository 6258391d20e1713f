"""Why now: bursts of the period, what they coincide with, and what the texts put them beside."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from redite.briefing.matter import Matter, Told, amount, cites, standing_of
from redite.briefing.quoting import SHORT, quote
from redite.briefing.sayings import finished, flag
from redite.reports import cut, independent, origins, outlet
from redite.text.context import ContextLink, find_context
from redite.text.markup import readable
from redite.timing.bursts import Burst
from redite.timing.coincidence import DRAWS, REACH, SEED, Coincidence
from redite.timing.why import Strand, WhyNow
from redite.values import Cite, Record, Span

LINKS = 6
"""Context links that are told."""
_NEAR = 400
"""Code points between a link and the saying that it belongs to."""


def tell(matter: Matter, why: WhyNow | None) -> list[Told]:
    """Return the sentences on bursts, coincidences and context links of the period."""
    told = []
    if why is not None:
        for strand in why.strands:
            told += [_burst(matter, strand, b) for b in strand.bursts if _concerns(matter, b)]
        told += [
            _coincidence(matter, why, one)
            for one in why.tried
            if one.found and any(_near_period(matter, day, day) for day in one.event.days)
        ]
    return [*told, *_links(matter, subject=_on_subject(why))]


def bursting(matter: Matter, why: WhyNow | None) -> frozenset[str]:
    """Return the ids of the speakers who said more than usual in the period."""
    if why is None:
        return frozenset()
    return frozenset(
        strand.speaker
        for strand in why.strands
        if strand.speaker and any(_concerns(matter, burst) for burst in strand.bursts)
    )


def method(matter: Matter, why: WhyNow | None) -> str:
    """Return how coincidences were tested; empty where there was no subject to test."""
    if why is None or not _on_subject(why):
        return ""
    if not why.tried:
        return matter.say.timing["too_few"]
    found = sum(one.found for one in why.tried)
    key = "found_some" if found else "found_none"
    return matter.say.timing["tried"].format(
        tries=matter.say.count(len(why.tried), "pairs"),
        draws=DRAWS,
        seed=SEED,
        found=matter.say.timing[key].format(n=found),
    )


def _concerns(matter: Matter, burst: Burst) -> bool:
    return _near_period(matter, burst.first, burst.last)


def _near_period(matter: Matter, first: date, last: date, days: int = REACH) -> bool:
    """Say whether a stretch of days lies in the period or some days off."""
    reach = timedelta(days=days)
    return (matter.since is None or last >= matter.since - reach) and (
        matter.until is None or first <= matter.until + reach
    )


def _name(matter: Matter, strand: Strand) -> str:
    if strand.speaker is None:
        return matter.say.quoted(strand.name)
    return matter.say.names.get(strand.speaker, strand.name)


def _burst(matter: Matter, strand: Strand, burst: Burst) -> Told:
    say = matter.say
    utterances = list(strand.within(burst.first, burst.last))
    records = [record for reports in utterances for record in reports]
    values = {
        "name": _name(matter, strand),
        "count": amount(say, utterances),
        "stretch": say.stretch(burst.first, burst.last, matter.year),
        "origins": say.count(len(origins(records)), "origins"),
        "usual": say.number(burst.usual),
    }
    cited = cites(records)
    told = Told(finished(say.timing["burst"].format(**values)), cited, speaker=strand.speaker or "")
    if not _near_period(matter, burst.first, burst.last, days=0):
        return told
    pattern = say.timing["short_burst_speaker" if strand.speaker else "short_burst"]
    return replace(told, weight=3.5, short=pattern.format(**values), short_cites=cited)


def _coincidence(matter: Matter, why: WhyNow, one: Coincidence) -> Told:
    say = matter.say
    strand = why.strands[0]
    announcing = {record.judgement.utterance for record in one.event.records}
    utterances: dict[str, Sequence[Record]] = {}
    reach = timedelta(days=REACH)
    for day in one.event.days:
        for reports in strand.within(day - reach, day + reach):
            if reports[0].judgement.utterance not in announcing:
                utterances[reports[0].judgement.utterance] = reports
    records = [record for reports in utterances.values() for record in reports]
    days = [say.day(day, matter.year) for day in one.event.days]
    values = {
        "name": _name(matter, strand),
        "count": amount(say, list(utterances.values())),
        "reach": say.count(REACH, "days"),
        "event": cut(one.event.name, 120),
        "days": say.listed([*days[:4], "…"] if len(days) > 5 else days),
        "usual": say.number(one.usual),
        "p": say.probability(one.corrected),
        "tries": say.count(one.tries, "tries"),
    }
    key = "coincidence"
    leads: tuple[Record, ...] = ()
    if one.event.records:
        key, first = "coincidence_corpus", one.event.records[0]
        leads = one.event.records
        values["who"] = say.speaker(first)
        quoted = quote(first, SHORT)
        values["event"] = say.quoted(quoted.text) + flag(matter, first, quoted.spans)
        values["sources"] = say.carried(leads)
    cited = cites([*records, *leads])
    return Told(
        text=finished(say.timing[key].format(**values)),
        cites=cited,
        weight=6.0,
        short=say.timing["short"].format(**values),
        short_cites=cited,
    )


def _on_subject(why: WhyNow | None) -> bool:
    return why is not None and bool(why.strands) and why.strands[0].speaker is None


def _links(matter: Matter, *, subject: bool) -> list[Told]:
    """Return what the articles themselves put the sayings of the period beside, one an article.

    Without a subject only those of sayings that more than one outlet carried.
    """
    found: list[tuple[float, Told]] = []
    seen: set[str] = set()
    for one in matter.sayings:
        if not subject and len(independent(one.reports)) < 2:
            continue
        for record in one.reports:
            if record.article.key in seen or record.standing.duplicate_of is not None:
                continue
            article, source = record.article, record.statement.attribution.source
            link = _near(record, find_context(article.text, article.language, [source]))
            if link is not None:
                seen.add(record.article.key)
                found.append((standing_of(one.reports), _link(matter, record, link)))
    found.sort(key=lambda pair: -pair[0])
    return [told for _, told in found[:LINKS]]


def _near(record: Record, links: Iterable[ContextLink]) -> ContextLink | None:
    """Return the first link that stands in a saying, or just before or after it."""
    content = record.statement.attribution.content
    first, last = content[0].start - _NEAR, content[-1].end + _NEAR
    for link in links:
        start, end = link.marker[0].start, link.event[-1].end
        if first <= start and end <= last and end - start < _NEAR:
            between = record.article.text[min(end, content[0].start) : max(start, content[-1].end)]
            if "\n\n" not in between:
                return link
    return None


def _link(matter: Matter, record: Record, link: ContextLink) -> Told:
    say, text = matter.say, record.article.text
    span = Span(
        min(link.marker[0].start, link.event[0].start), max(link.marker[-1].end, link.event[-1].end)
    )
    written = say.timing["link"].format(
        outlet=outlet(record.article) or say.sources["nobody"],
        words=say.quoted(cut(readable(span.of(text)), 200)) + flag(matter, record, [span]),
        who=say.speaker(record),
    )
    return Told(finished(written), (Cite(record.standing.id, span, record.statement.id),))
