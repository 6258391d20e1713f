"""Meanings turned round in crude translations, beside clean reports of the same: authored scenes.

    python -m benchmarks.turned [--rules]

Half of the sayings in the crude texts of benchmarks/flips are turned round; the others are traps,
which say what the clean reports say or only seem not to. Both files were written before the program
was run on any of their texts. turned.yaml was then used to find out what was amiss, so its figure
is one of texts that were read; later.yaml was written afterwards, by one who knew the rules, and
run once: nothing was changed for it. Prints what became of each, and the counts.
`--rules` reads with the rules alone, which is sooner done and finds fewer sayings.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import NamedTuple

import yaml

from redite import without_ledger
from redite.exports.read import Reading
from redite.interfaces import Comparer, Tagger
from redite.models import open_comparer, open_tagger
from redite.models.rules import RuleTagger
from redite.values import DamageKind, Document, Span

SCENES = Path(__file__).parent / "flips"
_TURNED = re.compile(r"\{([^{}]*)\}")


class Scene(NamedTuple):
    """Documents of one scene, the crude one last, and what is turned round in that."""

    name: str
    documents: list[Document]
    turned: list[Span]
    traps: int


def scenes(path: Path) -> Iterator[Scene]:
    """Yield the authored scenes of a file."""
    for scene in yaml.safe_load(path.read_text(encoding="utf-8")):
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


def results(scene: Scene, tagger: Tagger) -> Iterator[str]:
    """Print and yield what became of every turned meaning and every flag of one scene."""
    now = datetime(2041, 1, 1, tzinfo=UTC)
    for one in without_ledger.read(scene.documents, tagger, lambda: now, _comparer):
        assert isinstance(one, Reading)
        turned = scene.turned if one.article.given_id == scene.documents[-1].id else []
        flags = [flag for flag in one.damage if flag.kind is DamageKind.MEANING_FLIP]
        found = [
            ("found" if any(flag.span.overlaps(mark) for flag in flags) else "missed", mark, "")
            for mark in turned
        ]
        found += [
            ("wrongly flagged", flag.span, f" ({flag.why})")
            for flag in flags
            if not any(flag.span.overlaps(mark) for mark in turned)
        ]
        for result, span, why in found:
            print(f"{scene.name}: {result}: {span.of(one.article.text)}{why}")
            yield result


def main(arguments: list[str]) -> int:
    """Measure and print."""
    tagger: Tagger = RuleTagger() if "--rules" in arguments else open_tagger()
    for path in sorted(SCENES.glob("*.yaml")):
        counts = Counter(result for scene in scenes(path) for result in results(scene, tagger))
        traps = sum(scene.traps for scene in scenes(path))
        print(
            f"{path.name}: {counts['found'] + counts['missed']} turned, {counts['found']} of them "
            f"found; {traps} traps, {counts['wrongly flagged']} flagged wrongly"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
