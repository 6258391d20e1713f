"""What people decided about utterances and claims, kept to while later statements are judged.

A merge names two groups by their ids, a split a statement that stands for itself. Both hold for
whatever joins the groups later: what would have joined the one joins the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from redite.corrections import Kind, ends, payload, split_id, standing
from redite.interfaces import Correction


class Grouped:
    """Corrections of groups; with none, everything stays as the machine has it."""

    def __init__(self, corrections: Iterable[Correction] = ()) -> None:
        """Read the corrections, oldest first; those about anything else are passed over."""
        holding = list(standing(corrections))
        self._utterances = _merged(holding, Kind.MERGE_UTTERANCES)
        self._claims = _merged(holding, Kind.MERGE_CLAIMS)
        self._own_utterance = _split(holding, Kind.SPLIT_UTTERANCE)
        self._own_claim = _split(holding, Kind.SPLIT_CLAIM)

    def utterance(self, statement: str, found: str) -> str:
        """Return the utterance that a statement reports, given what the machine found."""
        own = self._own_utterance.get(statement)
        group = found if own is None else split_id("u", own)
        return self._utterances.get(group, group)

    def claim(self, statement: str, found: str) -> str:
        """Return the claim that a statement makes, given what the machine found."""
        own = self._own_claim.get(statement)
        group = found if own is None else split_id("c", own)
        return self._claims.get(group, group)


def _merged(holding: Iterable[Correction], kind: Kind) -> Mapping[str, str]:
    return ends({c.subject: payload(c).get("into", c.subject) for c in holding if c.kind == kind})


def _split(holding: Iterable[Correction], kind: Kind) -> Mapping[str, Correction]:
    return {c.subject: c for c in holding if c.kind == kind}
