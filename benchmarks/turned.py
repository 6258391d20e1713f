"""Meanings turned round in crude translations, beside clean reports of the same: authored scenes.

    python -m benchmarks.turned [--rules]

Half of the sayings in the crude texts of benchmarks/flips are turned round; the others are traps,
which say what the clean reports say or only seem not to. The scenes were written before the
program was run on any of them. Prints what was missed and what was flagged wrongly, and the counts.
`--rules` reads with the rules alone, which is sooner done and finds fewer sayings.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import NamedTuple

import yaml

from redite import pipeline
from redite.exports.read import Reading
from redite.interfaces import Comparer, Tagger
from redite.models import open_comparer, open_tagger
from redite.models.rules import RuleTagger
from redite.values import DamageKind, Document, Span

SCENES = Path(__file__).parent / "flips" / "turned.yaml"
_TURNED = re.compile(r"\{([^{}]*)\}")


class Scene(NamedTuple):
    """Documents of one scene, the crude one last, and what is turned round in that."""

    name: str
    documents: list[Document]
    turned: list[Span]
    traps: int


def scenes() -> Iterator[Scene]:
    """Yield the authored scenes."""
    for scene in yaml.safe_load(SCENES.read_text(encoding="utf-8")):
        crude = scene["crude"]
        marks = list(_TURNED.finditer(crude[3]))
        # Each brace before a mark is no longer there.
        turned = [Span(m.start() - 2 * n, m.end() - 2 * n - 2) for n, m in enumerate(marks)]
        crude = [*crude[:3], _TURNED.sub(r"\1", crude[3])]
        documents = [
            _document(f"{scene['scene']}/{number}", *one)
            for number, one in enumerate([*scene["clean"], crude])
        ]
        yield Scene(scene["scene"], documents, turned, scene["traps"])


def _document(
    id: str, language: str, outlet: str, published: datetime | str, text: str
) -> Document:
    when = datetime.fromisoformat(str(published)).replace(tzinfo=UTC)
    return Document(text, id, id=id, publisher=outlet, language=language, published=when)


@cache
def _comparer() -> Comparer:
    return open_comparer()


def main(arguments: list[str]) -> int:
    """Measure and print."""
    tagger: Tagger = RuleTagger() if "--rules" in arguments else open_tagger()
    now = datetime(2040, 1, 1, tzinfo=UTC)
    found = wanted = wrong = traps = 0
    for scene in scenes():
        read = pipeline.read_only(scene.documents, tagger, lambda: now, _comparer)
        for one in read:
            assert isinstance(one, Reading)
            turned = scene.turned if one.article.given_id == scene.documents[-1].id else []
            text = one.article.text
            flags = [flag for flag in one.damage if flag.kind is DamageKind.MEANING_FLIP]
            for mark in turned:
                if any(flag.span.overlaps(mark) for flag in flags):
                    found += 1
                else:
                    print(f"{scene.name}: missed: {mark.of(text)}")
            for flag in flags:
                if any(flag.span.overlaps(mark) for mark in turned):
                    print(f"{scene.name}: found: {flag.span.of(text)} ({flag.why})")
                else:
                    wrong += 1
                    print(f"{scene.name}: wrongly flagged: {flag.span.of(text)} ({flag.why})")
        wanted += len(scene.turned)
        traps += scene.traps
    print(f"{wanted} turned, {found} of them found; {traps} traps, {wrong} flagged wrongly")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
