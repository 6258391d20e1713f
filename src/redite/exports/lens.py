"""Lenses to read: which there are, what one takes in, and what it just misses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from redite.exports.search import who
from redite.exports.shown import harmless, one_line
from redite.lenses import Lens
from redite.lenses.near import Check, Nearly
from redite.reports import outlet, printed, published_on
from redite.values import Record


def lens_list(lenses: Sequence[Lens]) -> str:
    """Return the lenses that are shipped: name, languages, description."""
    lines = []
    for lens in lenses:
        lines.append(f"{lens.name}  ({' '.join(sorted(lens.words))})")
        lines.append(f"  {one_line(lens.description)}")
    return "\n".join(lines) + "\n"


def lens_check(lens: Lens, found: Check, *, shown: int = 12) -> str:
    """Return what a lens takes in and just misses, `shown` examples of each sort."""
    return harmless("\n".join(_lines(lens, found, shown)) + "\n")


def lens_object(lens: Lens, found: Check) -> dict[str, Any]:
    """Return the same for programs, every statement by its id."""
    return {
        "lens": lens.name,
        "taken": [
            {"statement": record.statement.id, "words": list(how.hits)}
            for record, how in found.taken
        ],
        "missed": [
            {
                "statement": miss.record.statement.id,
                "why": miss.why.value,
                "words": list(miss.words),
            }
            for miss in found.missed
        ],
        "words": dict(found.hits),
        "idle": {language: list(entries) for language, entries in found.idle},
        "languages_without_words": dict(found.unlisted),
    }


def _lines(lens: Lens, found: Check, shown: int) -> Iterator[str]:
    yield f"{one_line(lens.name)}: {one_line(lens.description)}"
    yield ""
    yield f"Taken in: {len(found.taken)}"
    if found.hits:
        yield "  by " + ", ".join(f"{one_line(word)} {count}" for word, count in found.hits[:30])
    for record, how in _spread(found.taken, shown):
        yield from _told(record, "/".join(how.hits[:3]))
    yield ""
    yield f"Just missed: {len(found.missed)}"
    for why in Nearly:
        some = [miss for miss in found.missed if miss.why is why]
        if some:
            yield f"  {why.value}: {len(some)}"
            for miss in _spread(some, max(3, shown // 3)):
                yield from _told(miss.record, "/".join(miss.words[:3]), "    ")
    for language, entries in found.idle:
        yield ""
        yield f"Never found in {language}: {', '.join(entries)}"
    for language, count in found.unlisted:
        yield ""
        yield f"No words for {language}, the language of {count} statements here"


def _told(record: Record, words: str, margin: str = "  ") -> Iterator[str]:
    day = published_on(record).isoformat() if record.article.dated else "undated"
    where = one_line(outlet(record.article) or "an outlet not named")
    yield f"{margin}[{one_line(words)}] {one_line(who(record))}, {day}, {where}"
    yield f"{margin}  “{one_line(printed(record, 160))}”  {record.statement.id}"


def _spread(found: Sequence[Any], most: int) -> Sequence[Any]:
    """Return at most `most`, evenly from the whole, so that no day stands for all."""
    if len(found) <= most:
        return found
    return [found[at * len(found) // most] for at in range(most)]
