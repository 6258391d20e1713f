"""What people decide about the ledger, and how it shows at once.

Corrections are appended like everything else and never overwrite: the machine's decision stays
beside them, and an undoing is a correction of its own. `make` writes one down, `standing` tells
which hold; `redite.laid_over.shown` lays them over what the machine decided. Settling reads the
same corrections; until it has, and for whoever reads meanwhile, `shown` gives the person's word.

Each kind says what its subject is and what its payload holds:

    verdict            a statement    {"label": a verdict, "said": the one it replaces}
    confirm            a statement    {"label": the verdict confirmed}
    dismiss            a statement    {}: the extraction is none
    note               any id         {"text": words}
    speakers.merge     a speaker      {"into": a speaker}
    speakers.split     a statement    {}: said by somebody else, who is known by this alone
    speakers.part      a speaker      {"names": a JSON list}: these names are somebody else's
    speakers.alias     a speaker      {"name": words}: these words stand for the speaker, too
    utterances.merge   an utterance   {"into": an utterance}
    utterances.split   a statement    {}: reports an occasion of its own
    claims.merge       a claim        {"into": a claim}
    claims.split       a statement    {}: puts forward something of its own
    outlets.reliability    an outlet (`redite.outlets.outlet_key`)    {"grade": A to F}
    statements.credibility a statement    {"grade": 1 to 6}

Those about speakers also keep the names that stood for them: see `redite.stages.corrected`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from enum import StrEnum

from redite.errors import UsageError
from redite.interfaces import UNDO, Correction
from redite.text.ids import digest
from redite.values import Label

LONGEST = 4000
"""Code points that a note, or a name of who corrects, may have at most."""


class Kind(StrEnum):
    """What a correction does."""

    VERDICT = "verdict"
    CONFIRM = "confirm"
    DISMISS = "dismiss"
    NOTE = "note"
    MERGE_SPEAKERS = "speakers.merge"
    SPLIT_SPEAKER = "speakers.split"
    PART_NAMES = "speakers.part"
    ALIAS = "speakers.alias"
    MERGE_UTTERANCES = "utterances.merge"
    SPLIT_UTTERANCE = "utterances.split"
    MERGE_CLAIMS = "claims.merge"
    SPLIT_CLAIM = "claims.split"
    RELIABILITY = "outlets.reliability"
    CREDIBILITY = "statements.credibility"
    UNDO = UNDO


GRADES = {Kind.RELIABILITY: "ABCDEF", Kind.CREDIBILITY: "123456"}
"""What a grade may be; `redite.outlets.grades` says what each means."""

MERGES = (Kind.MERGE_SPEAKERS, Kind.MERGE_UTTERANCES, Kind.MERGE_CLAIMS)


def make(
    kind: Kind, subject: str, payload: Mapping[str, str], who: str, when: datetime
) -> Correction:
    """Return the correction, with an id of its own; raises `UsageError` where it makes no sense."""
    who = " ".join(who.split())
    if not who:
        raise UsageError("a correction needs the name of whoever makes it")
    if max(len(who), *(len(value) for value in payload.values()), 0) > LONGEST:
        raise UsageError(f"a correction may hold at most {LONGEST} characters")
    if kind is Kind.VERDICT and payload.get("label") not in set(Label):
        raise UsageError(f"no verdict is called {payload.get('label')!r}")
    if kind in GRADES and (
        len(grade := payload.get("grade", "")) != 1 or grade not in GRADES[kind]
    ):
        raise UsageError(f"a grade here is one of {', '.join(GRADES[kind])}, not {grade!r}")
    if kind is Kind.NOTE and not payload.get("text", "").strip():
        raise UsageError("a note needs words")
    if kind in MERGES and payload.get("into") in (None, "", subject):
        raise UsageError("a merge needs something else to merge into")
    body = json.dumps(dict(payload), ensure_ascii=False, sort_keys=True)
    number = digest(kind.value, subject, body, who, when.isoformat())
    return Correction(f"k-{number}", kind.value, subject, body, who, when)


def standing(corrections: Iterable[Correction]) -> Iterator[Correction]:
    """Yield those that hold: neither taken back, nor the taking back of another."""
    for correction in corrections:
        if correction.undone_by is None and correction.kind != UNDO:
            yield correction


def payload(correction: Correction) -> dict[str, str]:
    """Return what a correction says beside its subject; empty where it is not of this module."""
    try:
        found = json.loads(correction.payload)
    except ValueError:
        return {}
    if not isinstance(found, dict):
        return {}
    return {str(key): str(value) for key, value in found.items()}


def dismissed(corrections: Iterable[Correction]) -> frozenset[str]:
    """Return the statements that a person has dismissed."""
    return frozenset(c.subject for c in standing(corrections) if c.kind == Kind.DISMISS)


def ends(steps: dict[str, str]) -> dict[str, str]:
    """Return where each merge ends up at last; a circle ends where it is entered."""
    ends = {}
    for start in steps:
        at, seen = start, {start}
        while at in steps and steps[at] not in seen:
            at = steps[at]
            seen.add(at)
        ends[start] = at
    return ends


def split_id(kind: str, apart: Correction) -> str:
    """Return the id of the group that a split makes of one statement."""
    return f"{kind}-{digest('split', apart.id)}"


def plain(words: str) -> str:
    """Return a name as corrections compare it: without case and spare blanks."""
    return " ".join(words.casefold().split())


def names_in(text: str) -> list[str]:
    """Return the names that a payload lists; none where it is no list."""
    try:
        found = json.loads(text or "[]")
    except ValueError:
        return []
    return [str(name) for name in found] if isinstance(found, list) else []
