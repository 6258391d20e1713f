"""Search: which statements hold the words, in what was said, by whom, or in the title.

Letters count without accents and case, in every script. All words must be found; a word also
finds those that begin with it, and its own inflections where only the ending differs. A phrase
comes before scattered words, those before inflections, and the newest first within each. With an
encoder, statements that mean much the same follow, in whatever language, the nearest first.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

import numpy as np
from anyascii import anyascii

from redite.errors import UsageError
from redite.interfaces import Encoder
from redite.reports import published_on
from redite.stages import verdicts
from redite.values import Label, Record

PHRASE, WORDS, INFLECTIONS, MEANING = 2, 1, 0, -1
NEAR = 0.8
"""Cosine below which nothing is near: what unrelated sentences reach with this encoder."""
STANDS_OUT = 0.05
"""How much nearer than half of the ledger's statements one must be."""
NEAREST = 10
"""Statements found by meaning, at most."""
MEANINGFUL, MEANINGFUL_FOR_ONE = 2, 4
"""Words from which a statement is found by meaning, and from which for a single word: the vectors
of one word and of another are alike whatever they mean."""

# Vowel points and accents; the signs of Indic scripts are letters and stay.
_ACCENTS = re.compile("[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]")
_NO_ACCENT = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ґ": "г"}
)
WORD = re.compile(
    "[^\\s!-/:-@\\[-`{-~\u00a0-\u00bf\u2000-\u206f\u3000-\u303f\u060c\u061b\u061f\u0964\u0965]+"
)
# Scripts that put no blanks between words: there a word is found anywhere.
UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Hit:
    """One statement found."""

    record: Record
    rank: int
    """`PHRASE`, `WORDS`, `INFLECTIONS` or `MEANING`."""
    marks: tuple[tuple[int, int], ...]
    """Where the words stand in `record.content`, in order, end exclusive."""


def search(
    records: Iterable[Record],
    words: str,
    *,
    speaker: str | None = None,
    since: date | None = None,
    until: date | None = None,
    verdict: str | None = None,
    limit: int = 50,
    encoder: Encoder | None = None,
) -> list[Hit]:
    """Return the statements that hold all of `words`, best first, at most `limit`.

    Args:
        records: Where to look.
        words: What to look for; may be empty where a filter is given.
        speaker: Words of the speaker's name, in any usual script.
        since: First day of publication, in UTC.
        until: Last day of publication, inclusive.
        verdict: A verdict's label.
        limit: How many at most.
        encoder: Finds by meaning, too.

    Raises:
        UsageError: Nothing to look for, or a verdict that is none.
    """
    wanted = [fold(word) for word in WORD.findall(words)]
    names = [fold(word) for word in WORD.findall(speaker or "")]
    label = _label(verdict)
    if not (wanted or names or since or until or label):
        raise UsageError(f"nothing to search for in {words!r}: give words, or a filter")
    admitted, hits = [], []
    for record in records:
        if label is not None and record.judgement.verdict.label is not label:
            continue
        day = published_on(record)
        if (since is not None and day < since) or (until is not None and day > until):
            continue
        if names and not _is_spoken_by(record, names):
            continue
        admitted.append(record)
        hit = match(record, wanted)
        if hit is not None:
            hits.append(hit)
    hits.sort(key=lambda hit: hit.record.order)
    hits.sort(key=lambda hit: (hit.rank, hit.record.article.published), reverse=True)
    if encoder is not None and wanted:
        found = {hit.record.statement.id for hit in hits}
        hits += [
            hit for hit in near(admitted, words, encoder) if hit.record.statement.id not in found
        ]
    return hits[:limit]


def near(records: Sequence[Record], words: str, encoder: Encoder) -> list[Hit]:
    """Return the statements whose meaning is nearest to that of `words`, the nearest first.

    Only what stands out from the rest: vectors of short texts are all alike to some degree.
    """
    if not records:
        return []
    texts = [verdicts.said(record.article.text, record.statement) for record in records]
    cosines = encoder.embed(texts) @ encoder.embed([words])[0]
    least = max(NEAR, float(np.median(cosines)) + STANDS_OUT)
    told = [at for at, text in enumerate(texts) if has_meaning(text, words)]
    best = sorted(told, key=lambda at: (-float(cosines[at]), records[at].order))
    return [Hit(records[at], MEANING, ()) for at in best[:NEAREST] if cosines[at] >= least]


def has_meaning(said: str, words: str) -> bool:
    """Say whether what was said has words enough to be found by the meaning of `words`."""
    asked = sum(1 for _ in islice(WORD.finditer(words), 2))
    enough = MEANINGFUL if asked > 1 else MEANINGFUL_FOR_ONE
    return sum(1 for _ in islice(WORD.finditer(said), enough)) == enough


def fold(text: str) -> str:
    """Return `text` without case and accents: what counts when words are compared.

    >>> fold("Łódź"), fold("Ёлка")
    ('lodz', 'елка')
    """
    bare = _ACCENTS.sub("", unicodedata.normalize("NFKD", text.casefold()))
    return bare.translate(_NO_ACCENT)


def _label(verdict: str | None) -> Label | None:
    if verdict is None:
        return None
    try:
        return Label(verdict)
    except ValueError:
        known = ", ".join(label.value for label in Label)
        raise UsageError(f"no verdict is called {verdict!r}; there are {known}") from None


def _is_spoken_by(record: Record, names: Sequence[str]) -> bool:
    known = names_of(record)
    return all(any(quality(name, word) is not None for word in known) for name in names)


def names_of(record: Record) -> list[str]:
    """Return the words of the speaker's names, each also in Latin letters."""
    mention = record.statement.speaker
    given = " ".join((record.judgement.speaker.name or "", mention.name, mention.mention))
    folded = fold(given)
    return WORD.findall(f"{folded} {anyascii(folded).lower()}")


def match(record: Record, wanted: Sequence[str]) -> Hit | None:
    """Return how `record` holds all of the folded words `wanted`, None where it does not."""
    if not wanted:
        return Hit(record, WORDS, ())
    said, title = record.content, record.article.title or ""
    # Most records fail this cheap look, which folds a text once and not word by word.
    text, names = fold(f"{said} {title}"), names_of(record)
    if not all(stem(word) in text or any(stem(word) in n for n in names) for word in wanted):
        return None
    content = [(fold(match[0]), match.start(), match.end()) for match in WORD.finditer(said)]
    elsewhere = WORD.findall(fold(title)) + names
    marks: list[tuple[int, int]] = []
    rank = WORDS
    for word in wanted:
        best: int | None = None
        for token, start, end in content:
            found = quality(word, token)
            if found is not None:
                marks.append((start, end))
                best = found if best is None else max(best, found)
        if best is None:
            others = [found for token in elsewhere if (found := quality(word, token)) is not None]
            if not others:
                return None
            best = max(others)
        rank = min(rank, best)
    if rank == WORDS and len(wanted) > 1 and holds_phrase([t for t, _, _ in content], wanted):
        rank = PHRASE
    return Hit(record, rank, tuple(sorted(set(marks))))


def quality(word: str, token: str) -> int | None:
    """Return how well `token` is the word that is looked for; None where it is another."""
    if token == word:
        return WORDS
    if word.isdigit():  # "1" is not the beginning of "1000"
        return None
    if token.startswith(word):
        return INFLECTIONS
    if UNSPACED.search(word):
        return WORDS if word in token else None
    near = len(token) <= len(word) + 2
    return INFLECTIONS if near and token.startswith(stem(word)) else None


def stem(word: str) -> str:
    """Return `word` without the two letters that an inflection may change, if it is long enough."""
    return word[: max(4, len(word) - 2)] if len(word) >= 5 and word.isalpha() else word


def holds_phrase(tokens: Sequence[str], wanted: Sequence[str]) -> bool:
    """Say whether `wanted` stand side by side in `tokens`."""
    size = len(wanted)
    phrase = list(wanted)
    return any(list(tokens[at : at + size]) == phrase for at in range(len(tokens) - size + 1))
