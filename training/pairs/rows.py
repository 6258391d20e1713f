"""Pairs of statements out of the stories, each with what is known of it.

Two statements of one claim are a pair that makes one claim. Of those that make two the likest are
taken, by vectors and by words, and a few at random, since those are what the judge gets to see.
Stories are never mixed: statements of two stories are told apart too easily to teach anything.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from redite.compare.features import features
from redite.compare.index import Entry, Index
from redite.compare.matches import match, nested
from redite.interfaces import PairReader
from redite.stages.verdicts import around, entry_of, said
from training.pairs.logistic import Floats
from training.pairs.told import Known

LIKEST = 12
LIKEST_WORDS = 5
OTHERS = 4
Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Rows:
    """Pairs as the model sees them, and what is known of each, as 1 or 0."""

    features: Numbers
    claim: Numbers
    utterance: Numbers
    may_be_utterance: Numbers
    """Whether one speaker may have spoken once; `utterance` is learned from these."""
    update: Numbers
    may_be_update: Numbers
    """Whether the story says how the later one stands to this one of its claim."""
    read: Numbers
    """How likely the pair reader thinks that they make one claim; one half where none was asked."""


def content(each: Known) -> str:
    """Return the words that were said, as the encoder gets them."""
    return said(each.case.article.text, each.case.statement)


def rows(
    story: Sequence[Known],
    vectors: Mapping[str, Floats],
    seed: int,
    reader: PairReader | None = None,
) -> Rows:
    """Return the pairs of one story, given in the order of the ledger.

    Args:
        story: its statements.
        vectors: projected vectors by content.
        seed: which of the different ones are taken at random.
    """
    rng = np.random.default_rng(seed)
    entries = [entry_of(each.case, number) for number, each in enumerate(story)]
    space = np.stack([vectors[content(each)] for each in story])
    index = Index()
    found: list[tuple[list[float], int, int]] = []
    for at, entry in enumerate(entries):
        cosines = space[:at] @ space[at]
        chosen = _chosen(story, entries, index, at, cosines, rng)
        for before in chosen:
            row = features(entry, match(entry, entries[before]), float(cosines[before]))
            found.append((row, at, before))
        index.add(entry)
    known = [_known(entries, story, at, before) for _, at, before in found]
    claim, saying, may_say, update, may_update = np.array(known, np.float64).T
    told = [around(each.case) for each in story]
    pairs = [(told[before], told[at]) for _, at, before in found]
    read = np.full(len(found), 0.5) if reader is None else reader.read(pairs)
    numbers = np.array([row for row, _, _ in found], np.float64)
    return Rows(numbers, claim, saying, may_say, update, may_update, read)


def join(parts: Sequence[Rows]) -> Rows:
    """Return the pairs of several stories as one."""
    columns = (f.name for f in fields(Rows))
    return Rows(*(np.concatenate([getattr(part, name) for part in parts]) for name in columns))


def _chosen(
    story: Sequence[Known],
    entries: Sequence[Entry],
    index: Index,
    at: int,
    cosines: Floats,
    rng: np.random.Generator,
) -> list[int]:
    possible = [n for n in range(at) if not nested(entries[at], entries[n])]
    likest = sorted(possible, key=lambda n: (-cosines[n], n))[:LIKEST]
    by_words = [entry.number for entry in index.candidates(entries[at])][:LIKEST_WORDS]
    chosen = set(likest) | (set(by_words) & set(possible))
    chosen |= {n for n in possible if story[n].gold.claim == story[at].gold.claim}
    rest = [n for n in possible if n not in chosen]
    if rest:
        some = rng.choice(len(rest), min(OTHERS, len(rest)), replace=False)
        chosen |= {rest[int(n)] for n in some}
    return sorted(chosen)


def _known(
    entries: Sequence[Entry], story: Sequence[Known], at: int, before: int
) -> tuple[bool, ...]:
    one, other = story[at].gold, story[before].gold
    claim, saying = one.claim == other.claim, one.utterance == other.utterance
    utterances = {each.name: each.gold.utterance for each in story}
    held_against = other.utterance in {utterances[name] for name in one.against}
    gap = match(entries[at], entries[before]).gap
    return (
        claim,
        saying,
        one.speaker == other.speaker and gap is not None,
        one.verdict == "update" and held_against,
        claim and (held_against or saying),
    )
