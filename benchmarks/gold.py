"""Annotated scenarios as cases for the judge, as if everything had been extracted rightly."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from redite.stages.verdicts import Case
from redite.text.acts import act_of, is_analyst
from redite.values import (
    Article,
    Attribution,
    Mention,
    Outcome,
    Span,
    Speaker,
    SpeakerKind,
    Standing,
    Statement,
)
from training.pairs.told import interval


@dataclass(frozen=True, slots=True)
class Annotated:
    """One statement of a scenario, and how it is annotated."""

    case: Case
    utterance: str
    claim: str
    against: frozenset[str]
    """Utterances that its verdict is held against."""


def annotated(scenario: Path) -> list[Annotated]:
    """Return the statements of a scenario in the order of the ledger."""
    gold = json.loads((scenario / "gold.json").read_text("utf-8"))
    articles = {
        article.key: article
        for path in sorted((scenario / "articles").iterdir())
        for article in _articles(path)
    }
    speakers = {
        one["id"]: Speaker(one["id"], one["name"], SpeakerKind(one["kind"]))
        for one in gold["speakers"]
    }
    originals = {copy: first for first, *copies in gold["duplicates"] for copy in copies}
    utterances = {one["id"]: one["utterance"] for one in gold["statements"]}
    found = [
        Annotated(
            _case(one, articles[one["article"]], speakers[one["speaker"]], originals),
            one["utterance"],
            one["claim"],
            frozenset(utterances[each] for each in one["against"]),
        )
        for one in gold["statements"]
    ]
    return sorted(found, key=lambda each: (each.case.article.order, each.case.statement.position))


def _articles(path: Path) -> list[Article]:
    loaded = json.loads(path.read_text("utf-8"))
    return [_article(one) for one in (loaded if isinstance(loaded, list) else [loaded])]


def _article(one: dict[str, Any]) -> Article:
    published = datetime.fromisoformat(one["published"])
    published = published if published.tzinfo else published.replace(tzinfo=UTC)
    return Article(
        key=one["id"], given_id=one["id"], url=None, publisher=one["publisher"],
        published=published, dated=True, modified=None, language=one["language"], title=None,
        text=one["text"], items=(Span(0, len(one["text"])),), relayed_from=None,
        taken_in=published, origin=one["id"],
    )  # fmt: skip


def _case(
    one: dict[str, Any], article: Article, speaker: Speaker, originals: dict[str, str]
) -> Case:
    spans = one["spans"]
    content = tuple(Span(*piece) for piece in spans["content"])
    source, cue = (
        tuple(Span(*piece) for piece in ([spans[role]] if spans[role] else []))
        for role in ("source", "cue")
    )
    original = originals.get(article.key)
    statement = Statement(
        id=one["id"],
        article=article.key,
        item=0,
        attribution=Attribution(source, cue, content),
        speaker=Mention(speaker.name or "", speaker.kind, one["source"] or "", ""),
        said_on=interval(one["said_on"]) if one["said_on"] else None,
        act=act_of(
            one["cue"] or "",
            " ".join(span.of(article.text) for span in content),
            article.language,
            estimate=None,
            deadline=None,
            analyst=is_analyst(speaker.name or "", article.language),
        ),
    )
    outcome = Outcome.KEPT if original is None else Outcome.DUPLICATE
    standing = Standing(article.key, article.key, outcome, "", duplicate_of=original)
    return Case(article, standing, statement, speaker)
