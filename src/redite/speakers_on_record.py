"""The speakers of a ledger: how often each is met, by which names, and why they are his or hers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from redite.errors import UsageError
from redite.names.known import KnownPeople
from redite.values import Record, Speaker

_SHORTEST_PREFIX = 4
_NAMED = 5
"""Speakers that a message names where several are meant."""


@dataclass(frozen=True, slots=True)
class Met:
    """One speaker, and where he or she is met."""

    speaker: Speaker
    records: list[Record] = field(default_factory=list)
    """Statements that are the speaker's own, in ledger order."""
    passed_on: int = 0
    """Statements of others that came through the speaker."""
    names: Counter[str] = field(default_factory=Counter)
    reasons: dict[str, str] = field(default_factory=dict)
    """Why each name is this speaker's, as last decided."""


def met(records: Iterable[Record]) -> list[Met]:
    """Return every speaker of these records, the most often met first."""
    found: dict[str, Met] = {}
    for record in records:
        judgement = record.judgement
        one = found.setdefault(judgement.speaker.id, Met(judgement.speaker))
        one.records.append(record)
        _note(one, record.statement.speaker.name, judgement.reason)
        reasons = judgement.via_reasons or ("",) * len(judgement.via)
        for speaker, mention, why in zip(
            judgement.via, record.statement.via, reasons, strict=False
        ):
            other = found.setdefault(speaker.id, Met(speaker))
            found[speaker.id] = Met(
                other.speaker, other.records, other.passed_on + 1, other.names, other.reasons
            )
            _note(other, mention.name, why)
    return sorted(
        found.values(),
        key=lambda m: (-len(m.records), -m.passed_on, m.speaker.name or "", m.speaker.id),
    )


def _note(one: Met, name: str, why: str) -> None:
    if name:
        one.names[name] += 1
        one.reasons[name] = why


def meant(reference: str, everybody: Sequence[Met]) -> Met:
    """Return the speaker meant by an id, the beginning of one, or a name.

    Raises:
        UsageError: Nobody is meant, or several are.
    """
    wanted = reference.strip()
    exact = [one for one in everybody if one.speaker.id == wanted]
    if exact:
        return exact[0]
    plain = " ".join(wanted.casefold().split())
    by_name = [
        one
        for one in everybody
        if plain in ((one.speaker.name or "").casefold(), *(n.casefold() for n in one.names))
    ]
    by_id = [
        one
        for one in everybody
        if len(wanted.partition("-")[2]) >= _SHORTEST_PREFIX and one.speaker.id.startswith(wanted)
    ]
    found = by_name or by_id or _sounding(wanted, everybody)
    if not found:
        raise UsageError(
            f"no speaker on record is called {reference!r}: `redite speakers list` names them all"
        )
    if len(found) > 1:
        shown = ", ".join(f"{one.speaker.name or '?'} ({one.speaker.id})" for one in found[:_NAMED])
        more = ", …" if len(found) > _NAMED else ""
        raise UsageError(f"{reference!r} may be {shown}{more}: give the id")
    return found[0]


def _sounding(name: str, everybody: Sequence[Met]) -> list[Met]:
    """Return those whom a name may stand for in another spelling, or as a surname alone."""
    known = KnownPeople((one.speaker.id, n) for one in everybody for n in sorted(one.names))
    ids = {bearer.id for bearer in known.bearers(name)}
    return [one for one in everybody if one.speaker.id in ids]
