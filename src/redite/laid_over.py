"""What is on record as people see it: their corrections laid over what the machine decided.

Settling takes corrections in as well. Until it has, and for whoever reads meanwhile, `shown` gives
the person's word: a correction shows at once, and laid over what has been settled changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from redite.corrections import (
    MERGES,
    Kind,
    ends,
    names_in,
    payload,
    plain,
    split_id,
    standing,
)
from redite.interfaces import Correction
from redite.text.ids import digest
from redite.values import Judgement, Label, Mention, Record, Speaker, SpeakerKind


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
