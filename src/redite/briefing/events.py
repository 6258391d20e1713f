"""Whether two sayings can be of one event, by what the passages around them name."""

from __future__ import annotations

from datetime import timedelta

from redite.compare.scenes import Scene, one_scene, scene
from redite.values import Record

NEAR = timedelta(days=2)
"""Apart from which reports are of one occasion only where something else says so."""


def one_event(record: Record, evidence: Record, *, same_words: bool) -> bool:
    """Say whether what two sayings stand beside names somebody or some place in common.

    Where nothing is named, those of two days or so, or in the same words, may be of one event; and
    any may where the languages differ and names may be spelt otherwise.
    """
    if record.article.language != evidence.article.language:
        return True
    here, there = _scene(record), _scene(evidence)
    if not here or not there:
        return same_words or abs(record.article.published - evidence.article.published) <= NEAR
    return one_scene(here, there)


def _scene(record: Record) -> Scene:
    article, statement = record.article, record.statement
    apart = (record.judgement.speaker.name, statement.speaker.mention, article.publisher)
    content = statement.attribution.content
    return scene(article.text, article.items, content, article.language, apart)
