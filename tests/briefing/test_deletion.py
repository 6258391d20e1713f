"""The law of briefs: delete any span that a sentence cites from the input, and it is gone.

Tried on the invented world of examples/, through the whole pipeline: the words are cut out of the
article that holds them, everything is read and judged again, and the sentence must not come back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redite import lenses, pipeline
from redite.briefing.corrected import Edits
from redite.briefing.wording import wording
from redite.intake import read
from redite.models.rules import RuleTagger
from redite.reports import words
from redite.stages import articles, briefs, deadlines
from redite.timing import why
from redite.timing.events import Event
from redite.values import (
    Analysis,
    Article,
    Brief,
    Damage,
    DamageKind,
    Document,
    Label,
    Record,
    Sentence,
    Span,
    Standing,
)
from tests.exports.build import World, article, day
from tests.exports.story import story

WORLD = Path(__file__).parents[2] / "examples" / "world"
NOW = datetime(2024, 3, 9, 12, tzinfo=UTC)
PERIODS = [
    (date(2024, 2, 12), date(2024, 2, 12), None),
    (date(2024, 3, 4), date(2024, 3, 4), None),
    (date(2024, 2, 19), date(2024, 2, 25), None),
    (date(2024, 2, 5), date(2024, 3, 9), "batteries"),
]
BATTERIES = lenses.Lens(
    name="batteries",
    description="Missile batteries at the cape.",
    words={
        "en": ("batter*", "missile*"),
        "fr": ("batterie*", "missile*"),
        "uk": ("батаре*", "ракет*"),
        "ru": ("батаре*", "ракет*"),
        "de": ("batterie*", "rakete*"),
    },
)


@dataclass(frozen=True)
class Read:
    """Articles with what was found in each."""

    articles: tuple[Article, ...]
    analyses: tuple[Analysis, ...]

    def records(self) -> list[Record]:
        """Return everything judged, superseded versions included, in ledger order."""
        reported = sorted(
            (s for a in self.analyses for s in a.statements),
            key=lambda s: (*self.by_key[s.article].order, *s.position),
        )
        placed, judged = pipeline.decide(self.articles, reported)
        standings = {standing.article: standing for standing in placed}
        verdicts = {judgement.statement: judgement for judgement in judged}
        return [
            Record(self.by_key[s.article], standings[s.article], s, verdicts[s.id], "machine", "v")
            for s in reported
        ]

    @property
    def by_key(self) -> dict[str, Article]:
        """Return the articles by key."""
        return {article.key: article for article in self.articles}


def brief(known: Read, since: date, until: date, lens: str | None, language: str = "en") -> Brief:
    """Return the brief with every section that there is."""
    everything = known.records()
    records = [r for r in everything if r.standing.superseded_by is None]
    old = [r for r in everything if r.standing.superseded_by is not None]
    chosen = lenses.take_in(BATTERIES, records) if lens else records
    events = [Event("vote on joining", (date(2024, 2, 20),))]
    beside = briefs.Beside(
        announced=deadlines.follow(records, until),
        why=why.consider(chosen, lens, events, since, until),
        edits=Edits(tuple(old), known.by_key),
        lens=lens,
    )
    by_id = {record.statement.id: record for record in records}
    return briefs.write(chosen, by_id, since, until, language=language, beside=beside)


@cache
def whole() -> Read:
    """Return the example world as it is read."""
    found = [item for item in read(str(WORLD)) if isinstance(item, Document)]
    admitted: dict[str, Article] = {}
    for document in found:
        taken = articles.admit(document, NOW)
        assert isinstance(taken, Article)
        known = admitted.get(taken.key)
        admitted[taken.key] = taken if known is None else articles.merge(known, taken)
    all_articles = tuple(admitted.values())
    return Read(all_articles, tuple(pipeline.analyse(all_articles, RuleTagger())))


@cache
def written(number: int) -> Brief:
    """Return one of the briefs of the example world."""
    return brief(whole(), *PERIODS[number])


def without(known: Read, public: str, span: Span) -> Read:
    """Return the same with a span cut out of the article of this public id, and read again."""
    placed, _ = pipeline.decide(known.articles, [])
    keys = {standing.id: standing.article for standing in placed}
    old = known.by_key[keys[public]]
    text = old.text[: span.start] + old.text[span.end :]
    document = Document(
        text,
        old.origin,
        id=old.given_id,
        url=old.url,
        publisher=old.publisher,
        language=old.language,
        title=old.title,
        published=old.published if old.dated else None,
        modified=old.modified,
        relayed_from=old.relayed_from,
    )
    taken = articles.admit(document, NOW)
    assert isinstance(taken, Article)
    kept = [(a, n) for a, n in zip(known.articles, known.analyses, strict=True) if a is not old]
    (analysis,) = pipeline.analyse([taken], RuleTagger())
    return Read(
        (*(a for a, _ in kept), taken),
        (*(n for _, n in kept), analysis),
    )


def gone(number: int, sentence: Sentence, at: int) -> bool:
    """Say whether a sentence vanishes with the piece of text that its cite `at` names."""
    cite = sentence.cites[at]
    less = without(whole(), cite.article, cite.span)
    return sentence.text not in {s.text for s in brief(less, *PERIODS[number]).sentences}


@settings(max_examples=12, derandomize=True, deadline=None)
@given(st.data())
def test_without_the_words_it_cites_no_sentence_is_left(data: st.DataObject) -> None:
    """Through the whole pipeline; benchmarks/citations.py tries every cite of these briefs."""
    number = data.draw(st.integers(0, len(PERIODS) - 1))
    sentence = data.draw(st.sampled_from(written(number).sentences))
    at = data.draw(st.integers(0, len(sentence.cites) - 1))
    assert gone(number, sentence, at)


def test_every_cite_is_a_piece_of_a_stored_text() -> None:
    """Spans lie inside the text of the article that they name, and cover words."""
    placed, _ = pipeline.decide(whole().articles, [])
    texts = {s.id: whole().by_key[s.article].text for s in placed}
    for number in range(len(PERIODS)):
        for sentence in written(number).sentences:
            for cite in sentence.cites:
                assert 0 <= cite.span.start < cite.span.end <= len(texts[cite.article])
                assert cite.span.of(texts[cite.article]).strip()


@pytest.mark.parametrize("language", ["en", "fr", "uk"])
def test_no_sentence_outlives_a_statement_it_cites(language: str) -> None:
    """On records alone, every statement of every sentence: the invented week, in each language."""
    world = story()
    since, until = day("2031-04-04"), day("2031-04-09")

    def texts(records: Sequence[Record]) -> dict[str, Sentence]:
        by_id = {record.statement.id: record for record in records}
        made = briefs.write(records, by_id, since, until, language=language)
        return {sentence.text: sentence for sentence in made.sentences}

    for text, sentence in texts(world.ordered).items():
        for id in {cite.statement for cite in sentence.cites}:
            less = [record for record in world.ordered if record.statement.id != id]
            assert text not in texts(less)


def test_a_saying_that_one_outlet_prints_twice_is_counted_twice() -> None:
    """Where the same paper has it in two articles, both are cited, and losing one shows."""
    world = World()
    for number in (1, 2):
        where = article(f"“We go” {number}", id=str(number), published=f"2031-04-05T0{number}:00")
        first = world.records[:1]
        label = Label.SAME_UTTERANCE if first else Label.NEW
        world.say(where, "We go", utterance="u", label=label, against=first)
    (both,) = briefs.write(world.ordered, world.by_id).sentences
    assert "(Halden Wire, 2 reports)" in both.text
    assert len(both.cites) == 2
    for gone_record in world.ordered:
        (one,) = (r for r in world.ordered if r is not gone_record)
        alone = replace(one, judgement=world.ordered[0].judgement)
        (left,) = briefs.write([alone], {one.statement.id: alone}).sentences
        assert left.text != both.text


def test_likelihood_and_confidence_stand_in_different_sentences() -> None:
    """ICD 203, in every language, on every brief of the example world."""
    from redite.text.likelihood import find_estimates

    confident = {"en": "Low confidence", "fr": "Confiance faible", "uk": "Низька впевненість"}
    told = 0
    for since, until, lens in PERIODS[:3]:
        for language, confidence in confident.items():
            for sentence in brief(whole(), since, until, lens, language).sentences:
                if confidence in sentence.text:
                    told += 1
                    for spoken in ("en", "fr", "uk", "ru", "de"):
                        assert not find_estimates(sentence.text, spoken)
    assert told > 0


@pytest.mark.parametrize("language", ["en", "fr", "uk"])
def test_flagged_words_are_never_quoted_without_their_flag(language: str) -> None:
    """Wherever damaged words are printed, the reason stands beside them, takeaways included."""
    world = story()
    flags: dict[str, tuple[Damage, ...]] = {}
    for record in world.records:
        span = words(record)[0]
        flag = Damage(Span(span.start, span.start + 6), DamageKind.WORD, "no such word")
        flags[record.article.key] = (*flags.get(record.article.key, ()), flag)
    beside = briefs.Beside(flags=flags)
    made = briefs.write(world.ordered, world.by_id, language=language, beside=beside)
    printed = 0
    for sentence in made.sentences:
        for record in world.records:
            beginning = words(record)[0].of(record.article.text)[:12]
            cited = any(cite.statement == record.statement.id for cite in sentence.cites)
            if cited and beginning in sentence.text.split(" [")[0]:
                printed += 1
                assert wording(language).said["flag"].split(":")[0] in sentence.text
    assert printed > 8


def test_standings_are_as_the_pipeline_gives_them() -> None:
    """The helper above reads the world as `ingest` does: versions and reprints are told apart."""
    placed, _ = pipeline.decide(whole().articles, [])
    assert any(isinstance(s, Standing) and s.version_of for s in placed)
    assert any(s.duplicate_of for s in placed)
