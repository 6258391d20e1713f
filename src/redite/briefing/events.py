"""Whether two sayings can be of one event, by what the passages around them name."""

from __future__ import annotations

from redite.compare.scenes import Scene, one_scene, scene
from redite.values import Record


def one_event(record: Record, evidence: Record) -> bool:
    """Say whether what two sayings stand beside names somebody or some place in common.

    Where nothing is named, or the languages differ and names may be spelt otherwise, they may be of
    one event.
    """
    if record.article.language != evidence.article.language:
        return True
    return one_scene(_scene(record), _scene(evidence))


def _scene(record: Record) -> Scene:
    article, statement = record.article, record.statement
    names = (record.judgement.speaker.name, statement.speaker.mention, article.publisher)
    apart = [name for name in names if name]
    content = statement.attribution.content
    return scene(article.text, article.items, content, article.language, apart)
