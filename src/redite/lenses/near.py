"""What a lens takes in, and what it just misses: for whoever writes one.

A statement is just missed where something beside the lens's own words says that it belongs:

1. a word is there, but speaker or act are others than asked for, or the phrase is excepted;
2. it puts forward a claim that the lens takes in elsewhere, often in another language;
3. a word in it begins as one of the lens does, and ends otherwise;
4. the headline or the sentence before it holds a word, and it does not itself.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from redite.lenses import Lens, Look, look, normal, reported, words_in
from redite.values import Record

_STEM = 5
"""Letters at the beginning of a word that make another one look like it."""
_BEFORE = 300
"""Code points before a statement that may name its subject."""


class Nearly(StrEnum):
    """Why a statement is just missed."""

    SPEAKER = "other speaker"
    ACT = "other act"
    EXCEPTED = "excepted phrase"
    CLAIM = "same claim as one taken in"
    WORD = "word that begins alike"
    BESIDE = "word in headline or just before"


@dataclass(frozen=True, slots=True)
class Miss:
    """One statement that is just missed."""

    record: Record
    why: Nearly
    words: tuple[str, ...]
    """The words that show it; for a claim the id of a statement taken in."""


@dataclass(frozen=True, slots=True)
class Check:
    """How a lens does on a ledger."""

    taken: tuple[tuple[Record, Look], ...]
    missed: tuple[Miss, ...]
    """The best reasons first, in ledger order within each."""
    hits: tuple[tuple[str, int], ...]
    """Words found, with the number of statements, most frequent first."""
    idle: tuple[tuple[str, tuple[str, ...]], ...]
    """By language, entries that were found in no statement."""
    unlisted: tuple[tuple[str, int], ...]
    """Languages of the ledger that the lens has no words for, with their statements."""


def check(lens: Lens, records: Iterable[Record]) -> Check:
    """Return what `lens` takes in of `records` and what it just misses."""
    seen = [(record, look(lens, record)) for record in records]
    taken = tuple((record, how) for record, how in seen if how.taken)
    claims: dict[str, str] = {}
    for record, _ in taken:
        claims.setdefault(record.judgement.claim, record.statement.id)
    stems = {language: _stems(entries) for language, entries in lens.words.items()}
    missed = [
        miss
        for record, how in seen
        if not how.taken and (miss := _miss(lens, record, how, claims, stems)) is not None
    ]
    order = list(Nearly)
    missed.sort(key=lambda miss: order.index(miss.why))
    hits = Counter(hit for _, how in taken for hit in how.hits)
    languages = Counter(record.article.language or "unknown" for record, _ in seen)
    return Check(
        taken=taken,
        missed=tuple(missed),
        hits=tuple(sorted(hits.items(), key=lambda item: (-item[1], item[0]))),
        idle=tuple(_idle(lens, [record for record, _ in seen])),
        unlisted=tuple(
            (language, count)
            for language, count in sorted(languages.items())
            if language not in lens.words and lens.words
        ),
    )


def _miss(
    lens: Lens, record: Record, how: Look, claims: dict[str, str], stems: dict[str, frozenset[str]]
) -> Miss | None:
    if how.hits and not how.speaker:
        return Miss(record, Nearly.SPEAKER, how.hits)
    if how.hits and not how.act:
        return Miss(record, Nearly.ACT, how.hits)
    if not how.speaker or not how.act:
        return None
    if how.excepted:
        return Miss(record, Nearly.EXCEPTED, how.excepted)
    if record.judgement.claim in claims:
        return Miss(record, Nearly.CLAIM, (claims[record.judgement.claim],))
    own = stems.get(record.article.language or "", frozenset())
    alike = [w for w in re.findall(r"\w+", normal(reported(record))) if w[:_STEM] in own]
    if alike:
        return Miss(record, Nearly.WORD, tuple(dict.fromkeys(alike)))
    start = record.statement.attribution.content[0].start
    before = record.article.text[max(0, start - _BEFORE) : start]
    beside = f"{record.article.title or ''}\n{before}"
    words = words_in(lens, beside, record.article.language)
    return Miss(record, Nearly.BESIDE, words) if words else None


def _stems(entries: Sequence[str]) -> frozenset[str]:
    """Return the beginnings of all single words that are long enough to have one."""
    words = (normal(entry).rstrip("*") for entry in entries if " " not in entry)
    return frozenset(word[:_STEM] for word in words if len(word) > _STEM)


def _idle(lens: Lens, records: Sequence[Record]) -> Iterable[tuple[str, tuple[str, ...]]]:
    for language, entries in sorted(lens.words.items()):
        texts = [normal(reported(r)) for r in records if r.article.language == language]
        if not texts:
            continue
        joined = "\n".join(texts)
        alone = {
            entry: Lens(name="-", description="-", words={language: (entry,)}) for entry in entries
        }
        idle = tuple(e for e, one in alone.items() if not one.patterns[language].search(joined))
        if idle:
            yield language, idle
