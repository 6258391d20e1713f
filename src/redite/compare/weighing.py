"""Earlier statements with what the trained models expect of each beside a new one.

First numbers of every pair are judged; then the network that reads both reads the likeliest.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from redite.compare.decisions import reason_of
from redite.compare.features import features
from redite.compare.index import Entry
from redite.compare.matches import Match, in_one_day, match, nested
from redite.compare.meanings import Meanings
from redite.compare.model import Floats, Outlook, PairModel

READ = 3
"""Earlier statements that the pair reader reads together with a new one; more changed nothing."""
WORTH_READING, WORTH_ELSEWHERE = 0.15, 0.25
"""Least probabilities of one claim, by vectors or by words, of what it reads, and of what it reads
that must be likelier than not (`ELSEWHERE` in `redite.compare.by_models`): of 5,862 pairs of a chat
corpus between the two, 11 were."""
WORTH_NAMING = 0.15
"""Least nearness (`nearest_first`) of what is named as nearest to a new statement."""
BY_MEANING, BY_WORDS, BY_SPEAKER = 0.4, 0.2, 0.1
"""What cosine, strength and one speaker add to the probability of one claim, where the question is
what comes nearest: then a person decides, who needs the right one among two, not a sure one."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """An earlier statement with what the model expects of the pair."""

    match: Match
    outlook: Outlook
    cosine: float
    row: tuple[float, ...]
    """The pair's numbers (`features`)."""

    @property
    def earlier(self) -> Entry:
        """The earlier statement."""
        return self.match.earlier


def weigh(entry: Entry, candidates: Sequence[Entry], meanings: Meanings) -> list[Weighed]:
    """Return the candidates with what to expect of each, likeliest first."""
    model = meanings.model
    held = [match(entry, earlier) for earlier in candidates if not nested(entry, earlier)]
    if not held:
        return []
    one = np.stack([_vector(entry, model)] * len(held))
    other = np.stack([_vector(m.earlier, model) for m in held])
    cosines = np.round((one * other).sum(axis=1), 4)
    rows = [features(entry, m, float(c)) for m, c in zip(held, cosines, strict=True)]
    outlooks = model.judge(np.array(rows, np.float64))
    return _likeliest(
        Weighed(m, o, float(c), tuple(row))
        for m, o, c, row in zip(held, outlooks, cosines, rows, strict=True)
    )


def read(entry: Entry, weighed: Sequence[Weighed], meanings: Meanings) -> list[Weighed]:
    """Return `weighed` with what to expect of the likeliest once the pair reader has read them."""
    ranked = sorted(weighed, key=lambda w: (-_promise(w), w.earlier.number))
    chosen = [w for w in ranked if _promise(w) >= _worth(w)][:READ]
    told = meanings.read([(w.earlier.told, entry.told) for w in chosen])
    if told is None:
        return list(weighed)
    claims = meanings.model.claims(np.array([w.row for w in chosen]), told)
    seen = {
        w.earlier.statement: replace(w, outlook=replace(w.outlook, claim=claim))
        for w, claim in zip(chosen, claims, strict=True)
    }
    return _likeliest(seen.get(w.earlier.statement, w) for w in weighed)


def _likeliest(weighed: Iterable[Weighed]) -> list[Weighed]:
    return sorted(weighed, key=lambda w: (-w.outlook.claim, w.earlier.number))


def _promise(w: Weighed) -> float:
    return max(w.outlook.claim, w.match.strength)


def _worth(w: Weighed) -> float:
    return WORTH_READING if close(w.match) else WORTH_ELSEWHERE


def close(m: Match) -> bool:
    """Say whether the two are so near to each other, by speaker, day or lack of common words, that
    little belief is enough."""
    return m.same_speaker or in_one_day(m.gap) or not m.one_language


def _vector(entry: Entry, model: PairModel) -> Floats:
    if entry.vector is None:
        return np.zeros(model.projection.shape[1], np.float32)
    return entry.vector


def nearest_first(weighed: Sequence[Weighed]) -> list[tuple[Match, str]]:
    """Return what comes so near that it is worth naming, with the reason, nearest first."""
    ranked = sorted(weighed, key=lambda w: (-_nearness(w), w.earlier.number))
    return [(w.match, reason(w)) for w in ranked if _nearness(w) >= WORTH_NAMING]


def _nearness(w: Weighed) -> float:
    said = BY_MEANING * max(0.0, w.cosine) + BY_WORDS * w.match.strength
    return w.outlook.claim + said + BY_SPEAKER * w.match.same_speaker


def reason(w: Weighed) -> str:
    """Say in words what the two have in common."""
    return f"{reason_of(w.match)}, meaning {max(0.0, w.cosine):.0%} alike"
