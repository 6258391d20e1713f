"""A brief as one HTML file: to read on any screen, to print, to forward."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from markupsafe import Markup

from redite.briefing.wording import Wording, wording
from redite.exports.brief_markdown import heading
from redite.exports.evidence import Source, lead, quotations, sources
from redite.exports.pages import page
from redite.exports.plot import svg
from redite.exports.shown import direction, harmless, one_line
from redite.values import Brief, Record, Sentence

_JUDGED = ("new", "changed", "disputed", "repeated", "doubts")
"""Sections whose sentences tell a verdict."""
_SHOWN = 8
"""Reports of one saying that are printed in full; further ones are counted."""


@dataclass(frozen=True, slots=True)
class _Run:
    kind: str
    text: str
    language: str | None = None
    direction: str = "auto"


@dataclass(frozen=True, slots=True)
class _Shown:
    number: int
    runs: tuple[_Run, ...]
    label: str | None
    unsure: bool
    by: str | None
    evidence: str
    """How many passages, in words."""
    reports: tuple[Source, ...]
    more: str
    """How many further reports are not printed, in words; empty where all are."""
    earlier: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class _Section:
    name: str
    tone: str
    explained: str
    sentences: tuple[_Shown, ...]
    plots: tuple[tuple[Markup, str], ...] = ()
    """Drawings, each with what it shows in words."""


def brief_html(brief: Brief, records: Mapping[str, Record]) -> str:
    """Return the brief as one self-contained page, the evidence folded under each sentence.

    Args:
        brief: The brief.
        records: Everything that it cites, by statement id.
    """
    say = wording(brief.language)
    return page(
        "brief.html.j2",
        ("base.css", "brief.css"),
        period=heading(brief),
        title=_title(brief.since, brief.until, say),
        lens=one_line(brief.lens) if brief.lens else None,
        basis=_basis(dict(brief.counts), say),
        sections=_sections(brief, records, say),
        method=one_line(brief.method),
        language=brief.language,
        words={**say.page, "brief": say.headings["brief"], "method": say.headings["method"]},
        marks=say.marks,
    )


def _title(since: date | None, until: date | None, say: Wording) -> str:
    if since and until:
        if since == until:
            return say.day(since, None)
        return f"{say.day(since, until.year)} – {say.day(until, None)}"
    if since:
        return say.page["title_since"].format(since=say.day(since, None))
    if until:
        return say.page["title_until"].format(until=say.day(until, None))
    return say.page["title_always"]


def _basis(counts: Mapping[str, int], say: Wording) -> str:
    names = ("articles", "outlets", "statements", "utterances")
    return " · ".join(say.count(counts[name], name) for name in names if name in counts)


def _sections(brief: Brief, records: Mapping[str, Record], say: Wording) -> list[_Section]:
    found, number = [], 0
    keys = {heading: key for key, heading in say.headings.items()}
    for name, group in groupby(brief.sentences, key=lambda sentence: sentence.section):
        shown = []
        tone = keys.get(name, "other")
        for sentence in group:
            number += 1
            shown.append(_shown(number, sentence, records, say, judged=tone in _JUDGED))
        plots = tuple(_plots(brief, say)) if tone == "timing" else ()
        found.append(_Section(name, tone, say.explained.get(tone, ""), tuple(shown), plots))
    return found


def _plots(brief: Brief, say: Wording) -> Iterator[tuple[Markup, str]]:
    for chart in brief.charts:
        if any(chart.sayings):
            words = say.timing["axis"], say.timing["period"]
            legend = say.page["legend"].format(name=one_line(chart.name))
            yield svg(chart, brief.since, brief.until, *words), legend


def _shown(
    number: int, sentence: Sentence, records: Mapping[str, Record], say: Wording, *, judged: bool
) -> _Shown:
    first = lead(sentence, records)
    evidence = sources(sentence, records)
    reports = [source for source in evidence if source.same_saying]
    earlier = [source for source in evidence if not source.same_saying]
    verdict = first.judgement.verdict if first and judged else None
    more = len(evidence) - len(reports[:_SHOWN]) - len(earlier[:_SHOWN])
    return _Shown(
        number=number,
        runs=tuple(_runs(sentence, records, first, say)),
        label=say.badges[verdict.label] if verdict else None,
        unsure=verdict.unsure if verdict else False,
        by=say.page["by"].format(who=first.by) if first and first.by != "machine" else None,
        evidence=say.page["evidence"].format(count=say.count(len(evidence), "passages")),
        reports=tuple(reports[:_SHOWN]),
        more=say.page["more"].format(count=say.count(more, "more_reports")) if more > 0 else "",
        earlier=tuple(earlier[:_SHOWN]),
    )


def _runs(
    sentence: Sentence, records: Mapping[str, Record], first: Record | None, say: Wording
) -> Iterator[_Run]:
    """Yield the sentence in runs: the speaker, quotations with their language, the rest."""
    text = sentence.text
    at = 0
    if first is not None:
        who = say.speaker(first)
        if text[: len(who)].lower() == who.lower():
            yield _Run("who", harmless(text[: len(who)]))
            at = len(who)
    quoted = {say.quoted(words): record for words, record in quotations(sentence, records)}
    for start, words in _places(text, quoted, at):
        yield _Run("plain", harmless(text[at:start]))
        language = quoted[words].article.language
        yield _Run("quote", harmless(words), language, direction(language))
        at = start + len(words)
    yield _Run("plain", harmless(text[at:]))


def _places(text: str, quoted: Iterable[str], at: int) -> Iterator[tuple[int, str]]:
    """Yield where each quotation stands from `at` on, in order, none inside another."""
    printed = sorted((words for words in quoted if words in text), key=lambda w: (-len(w), w))
    while True:
        found = [(start, words) for words in printed if (start := text.find(words, at)) >= 0]
        if not found:
            return
        start, words = min(found, key=lambda place: place[0])
        yield start, words
        at = start + len(words)
