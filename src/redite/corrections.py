"""What people decide about the ledger, and how it shows at once.

Corrections are appended like everything else and never overwrite: the machine's decision stays
beside them, and an undoing is a correction of its own. `make` writes one down, `standing` tells
which hold, `shown` lays them over what the machine decided. Settling reads the same corrections;
until it has, and for whoever reads meanwhile, `shown` gives the person's word.

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
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from enum import StrEnum

from redite.errors import UsageError
from redite.interfaces import UNDO, Correction
from redite.text.ids import digest
from redite.values import Judgement, Label, Mention, Record, Speaker, SpeakerKind

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


def shown(records: Iterable[Record], corrections: Sequence[Correction]) -> Iterator[Record]:
    """Yield `records` as the people who corrected them see them."""
    holding = list(standing(corrections))
    verdicts = {c.subject: c for c in holding if c.kind in (Kind.VERDICT, Kind.CONFIRM)}
    splits = {
        (c.kind, c.subject): c
        for c in holding
        if c.kind in (Kind.SPLIT_SPEAKER, Kind.SPLIT_UTTERANCE, Kind.SPLIT_CLAIM)
    }
    merged = {
        kind: ends(
            {c.subject: payload(c).get("into", c.subject) for c in holding if c.kind == kind}
        )
        for kind in MERGES
    }
    naming = _naming(holding)
    if not verdicts and not splits and not naming and not any(merged.values()):
        yield from records
        return
    known = list(records)
    names = {r.judgement.speaker.id: r.judgement.speaker for r in known}
    for record in known:
        if naming:
            record = _renamed(record, naming, merged[Kind.MERGE_SPEAKERS], names)
        moved = _moved(record.judgement, merged, splits, names)
        if moved is not record.judgement:
            record = replace(record, judgement=moved)
        decided = verdicts.get(record.statement.id)
        yield record if decided is None else _decided(record, decided)


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


def _naming(holding: Iterable[Correction]) -> dict[str, list[Correction]]:
    """Return what people said of each name, in their order, by the name."""
    found: dict[str, list[Correction]] = {}
    for correction in holding:
        said = payload(correction)
        if correction.kind == Kind.PART_NAMES:
            about = names_in(said.get("names", ""))
        elif correction.kind == Kind.ALIAS:
            about = [said.get("name", "")]
        else:
            continue
        for name in dict.fromkeys(plain(each) for each in about):
            found.setdefault(name, []).append(correction)
    return found


def _renamed(
    record: Record,
    naming: Mapping[str, Sequence[Correction]],
    merged: Mapping[str, str],
    names: Mapping[str, Speaker],
) -> Record:
    """Return a record with the speakers that its names stand for by what people said of them."""
    judgement, statement = record.judgement, record.statement

    def one(speaker: Speaker, mention: Mention) -> Speaker:
        if mention.kind is SpeakerKind.UNNAMED:
            return speaker
        for correction in naming.get(plain(mention.name), ()):
            if correction.kind == Kind.ALIAS:
                subject = correction.subject
                speaker = names.get(subject, replace(speaker, id=subject))
            elif correction.subject in (speaker.id, merged.get(speaker.id)):
                first = names_in(payload(correction).get("names", ""))[0]
                speaker = Speaker(f"p-{digest('split', correction.id)}", first, speaker.kind)
        return speaker

    speaker = one(judgement.speaker, statement.speaker)
    passed = zip(judgement.via, statement.via, strict=False)
    via = tuple(one(*each) for each in passed) + judgement.via[len(statement.via) :]
    if (speaker, via) == (judgement.speaker, judgement.via):
        return record
    return replace(record, judgement=replace(judgement, speaker=speaker, via=via))


def _moved(
    judgement: Judgement,
    merged: Mapping[Kind, Mapping[str, str]],
    splits: Mapping[tuple[str, str], Correction],
    names: Mapping[str, Speaker],
) -> Judgement:
    statement = judgement.statement
    speaker = _speaker(judgement.speaker, merged[Kind.MERGE_SPEAKERS], names)
    via = tuple(_speaker(v, merged[Kind.MERGE_SPEAKERS], names) for v in judgement.via)
    utterance = merged[Kind.MERGE_UTTERANCES].get(judgement.utterance, judgement.utterance)
    claim = merged[Kind.MERGE_CLAIMS].get(judgement.claim, judgement.claim)
    if (apart := splits.get((Kind.SPLIT_SPEAKER, statement))) is not None:
        speaker = replace(speaker, id=f"p-{digest('split', apart.id)}")
    if (apart := splits.get((Kind.SPLIT_UTTERANCE, statement))) is not None:
        group = split_id("u", apart)
        utterance = merged[Kind.MERGE_UTTERANCES].get(group, group)
    if (apart := splits.get((Kind.SPLIT_CLAIM, statement))) is not None:
        group = split_id("c", apart)
        claim = merged[Kind.MERGE_CLAIMS].get(group, group)
    same = (speaker, via, utterance, claim) == (
        judgement.speaker,
        judgement.via,
        judgement.utterance,
        judgement.claim,
    )
    if same:
        return judgement
    return replace(judgement, speaker=speaker, via=via, utterance=utterance, claim=claim)


def _speaker(speaker: Speaker, merged: Mapping[str, str], names: Mapping[str, Speaker]) -> Speaker:
    into = merged.get(speaker.id)
    return speaker if into is None else names.get(into, replace(speaker, id=into))


def _decided(record: Record, correction: Correction) -> Record:
    judgement, verdict = record.judgement, record.judgement.verdict
    label = verdict.label
    said = payload(correction).get("label", "")
    if correction.kind == Kind.VERDICT and said in set(Label):
        label = Label(said)
    elif said != label.value:
        return record  # what was confirmed is not what the machine says now
    return replace(
        record,
        judgement=replace(
            judgement, verdict=replace(verdict, label=label, unsure=False, confidence=1.0)
        ),
        by=correction.who,
        machine_label=verdict.label if label is not verdict.label else record.machine_label,
    )
