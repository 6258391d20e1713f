"""From attributions to statements: who spoke, through whom, and on which day.

For each attribution, in reading order:

1. its speaker is whom its source names or stands for (`redite.stages.whose`);
2. its chain is put together (`redite.stages.relayed`);
3. its day is the date beside the cue (`redite.stages.occasions`), or that of the sentence before
   where the same speaker goes on;
4. its deadline is the one that its own words set (`redite.text.deadlines`), and its estimate the
   likelihood that they or the words beside its cue give (`redite.text.likelihood`);
5. its act is read from cue and content (`redite.text.acts`).

An attribution whose content is nothing but another one only relays: it is left out, and its
speaker lives on in the `via` of the inner one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from redite.stages.antecedents import Heard
from redite.stages.chains.parting import parted
from redite.stages.layout import Layout, hull, reading_order
from redite.stages.occasions import Saying, closing_day, day_of, days_of
from redite.stages.relayed import Relayed
from redite.stages.whose import Turn, Whose
from redite.text.acts import act_of, is_analyst
from redite.text.asserted import states
from redite.text.damage import trusted_estimates
from redite.text.deadlines import day_of_report, deadline_of
from redite.text.ids import statement_id
from redite.text.likelihood import estimate_of
from redite.values import (
    Analysis,
    Article,
    Attribution,
    DateInterval,
    Spans,
    Statement,
)

VERSION = "statements.v17"
"""Recorded with every analysis; changes whenever speaker, chain or date may."""

_REMEMBERED = 12
"""Attributions before one whose speakers it may take up."""


def resolve(article: Article, attributions: Sequence[Attribution], version: str) -> Analysis:
    """Return the statements that `attributions` make in `article`, in text order.

    Every attribution gives one, and a long quotation one a sentence (`redite.text.parts`); but for
    those that only relay another, those that state nothing (`redite.text.asserted`) and those whose
    content equals that of an earlier one.
    """
    layout = Layout(article, sorted(set(attributions), key=reading_order))
    told = _tell(layout)
    days = days_of([one.saying for one in told], article.text, article.language)
    stating = states(layout.attributions, article.text, article.language)
    contents = _Contents(layout)
    statements: dict[str, Statement] = {}
    for at, one in enumerate(told):
        if layout.only_relays(at) or not stating[at]:
            continue
        for content in layout.parts(at):
            key = statement_id(article.key, content)
            if key not in statements:
                statements[key] = contents.statement(at, key, content, one, days[at])
    kept = sorted(statements.values(), key=lambda statement: statement.position)
    return Analysis(article.key, version, tuple(kept))


@dataclass(frozen=True, slots=True)
class _Told:
    """What has been decided about one attribution."""

    heard: Heard
    saying: Saying
    source: Spans
    """Without the pieces that only cite the others."""


def _tell(layout: Layout) -> list[_Told]:
    """Return what is decided about each attribution, knowing those before it."""
    article, text = layout.article, layout.article.text
    published = article.published.date()
    whose = Whose(layout)
    relayed = Relayed(layout, whose.roster)
    told: list[_Told] = []
    for at, marked in enumerate(layout.attributions):
        attribution, citing = parted(text, marked, article.language)
        region = layout.region(attribution)
        beside = _day_beside(layout, at, attribution)
        day = (beside.end if beside else None) or (published if article.dated else None)
        turn = Turn(at, attribution, region, _heard(layout, attribution, told), day)
        outer = [told[o].heard for o in layout.around[at] if o < at]
        speaker, person = whose.of(turn, {one.mention for one in outer})
        via = relayed.chain(turn, speaker, outer, citing)
        closing = closing_day(text, attribution, layout.closing_dates(attribution), published)
        saying = Saying(speaker, region, layout.numbers(attribution)[0], beside, closing)
        heard = Heard(hull(attribution).start, speaker, person, via)
        told.append(_Told(heard, saying, attribution.source))
    return told


def _heard(layout: Layout, attribution: Attribution, told: Sequence[_Told]) -> list[Heard]:
    """Return the speakers before an attribution, in its item of a digest."""
    item = layout.item(attribution)
    recent = [one.heard for one in told[-_REMEMBERED:]]
    return [past for past in recent if layout.item_at(past.at) == item]


def _day_beside(layout: Layout, at: int, attribution: Attribution) -> DateInterval | None:
    """Return the day that stands beside the cue, or None."""
    article = layout.article
    if not article.dated and not layout.dates:
        return None
    region = layout.region(attribution)
    here = layout.dates_beside(at, region)
    return day_of(article.text, attribution, region, here, article.published.date())


class _Contents:
    """What the contents of one article say of deadlines and likelihoods."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._article = article = layout.article
        published = article.published.date() if article.dated else None
        self._day = day_of_report(article.text, article.language, published)
        self._estimates = trusted_estimates(article.text, article.language)

    def statement(
        self, at: int, key: str, content: Spans, told: _Told, said_on: DateInterval | None
    ) -> Statement:
        """Return the statement that one content of an attribution makes.

        Deadline, estimate and act are read from words outside the sayings that it holds.
        """
        article, layout = self._article, self._layout
        text, language = article.text, article.language
        attribution = layout.attributions[at]
        speaker = told.heard.mention
        own = layout.own(at, content)
        estimate = estimate_of(own, attribution.cue, self._estimates, text)
        deadline = deadline_of(text, own, language, said_on, self._day, layout.dates)
        source = layout.words(attribution.source)
        act = act_of(
            layout.words(attribution.cue),
            layout.words(own),
            language,
            estimate=estimate,
            deadline=deadline,
            analyst=is_analyst(f"{speaker.name} {source}", language),
        )
        return Statement(
            id=key,
            article=article.key,
            item=layout.item(attribution),
            attribution=replace(attribution, source=told.source, content=content),
            speaker=speaker,
            via=told.heard.via,
            said_on=said_on,
            estimate=estimate,
            deadline=deadline,
            act=act,
        )
