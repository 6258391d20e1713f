"""What people decided about who is who, laid over what the machine found.

A correction names speakers by their ids, and ids rest on names that may yet be joined by others. So
it also keeps the names that its speakers went by when it was made: wherever these are met again,
after another ingest or a new analysis, the decision holds. Corrections are taken in the order in
which they were made, so that a later one has the last word.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from redite.corrections import LONGEST, Kind, names_in, payload, plain, standing
from redite.interfaces import Correction
from redite.text.ids import digest
from redite.values import Record, Speaker, SpeakerKind, Statement

KINDS = (Kind.MERGE_SPEAKERS, Kind.SPLIT_SPEAKER, Kind.PART_NAMES, Kind.ALIAS)


@dataclass(frozen=True, slots=True)
class Known:
    """One way in which a speaker is met: a name, words of office, or one anonymous source."""

    kind: SpeakerKind
    words: str
    where: str = ""
    """The publisher of an office, the statement of an anonymous source."""


@dataclass(frozen=True, slots=True)
class Decided:
    """Who a person said it is, and who said so."""

    speaker: Speaker
    reason: str


def names_of(speaker: str, records: Iterable[Record]) -> list[str]:
    """Return the names that a speaker goes by in these records, as corrections keep them."""
    found: set[str] = set()
    for record in records:
        mentions = (record.statement.speaker, *record.statement.via)
        speakers = (record.judgement.speaker, *record.judgement.via)
        for mention, one in zip(mentions, speakers, strict=False):
            if one.id == speaker and mention.name and mention.kind is not SpeakerKind.UNNAMED:
                found.add(mention.name)
    return sorted(found)


def merging(speaker: str, into: str, records: Sequence[Record]) -> dict[str, str]:
    """Return the payload of a correction that makes one speaker another."""
    own, other = names_of(speaker, records), names_of(into, records)
    return {"into": into, "names": _joined(own), "into_names": _joined(other)}


def remembered(
    kind: Kind,
    subject: str,
    said: Mapping[str, str],
    of_speaker: Callable[[str], Sequence[Record]],
    of_statement: Callable[[str], Record | None],
) -> dict[str, str]:
    """Return the payload of a correction with the names that stand for its speakers now.

    Those that are not about speakers come back as they are.
    """
    into = said.get("into", "")
    if kind is Kind.MERGE_SPEAKERS and into:
        return {**merging(subject, into, [*of_speaker(subject), *of_speaker(into)]), **said}
    record = of_statement(subject) if kind is Kind.SPLIT_SPEAKER else None
    return {**splitting(record), **said} if record is not None else dict(said)


def parting(names: Sequence[str]) -> dict[str, str]:
    """Return the payload of a correction that takes names from their speaker."""
    return {"names": _joined(names)}


def naming(speaker: str, name: str, records: Sequence[Record]) -> dict[str, str]:
    """Return the payload of a correction that gives a speaker one more name."""
    return {"name": name, "into_names": _joined(names_of(speaker, records))}


def splitting(record: Record) -> dict[str, str]:
    """Return the payload of a correction that takes one statement from its speaker."""
    content = record.statement.attribution.content
    return {
        "article": record.statement.article,
        "name": record.statement.speaker.name,
        "start": str(content[0].start),
        "end": str(content[-1].end),
    }


def _joined(names: Iterable[str]) -> str:
    """Return names as they are kept: as many as a correction may hold."""
    kept: list[str] = []
    for name in names:
        if len(json.dumps([*kept, name], ensure_ascii=False)) > LONGEST:
            break
        kept.append(name)
    return json.dumps(kept, ensure_ascii=False)


class Partition:
    """Who is who: every way of being met, and the speaker it stands for."""

    def __init__(self, speakers: Mapping[Known, Speaker]) -> None:
        self.speakers = dict(speakers)
        self.reasons: dict[Known, str] = {}
        self._known: dict[str, set[Known]] = {}
        self._by_id: dict[str, Speaker] = {}
        for known, speaker in speakers.items():
            self._known.setdefault(speaker.id, set()).add(known)
            self._by_id[speaker.id] = speaker
        self._by_words: dict[str, set[Known]] = {}
        for known in speakers:
            self._by_words.setdefault(plain(known.words), set()).add(known)

    def correct(self, corrections: Iterable[Correction]) -> None:
        """Lay people's decisions about names over the partition, in their order."""
        steps: dict[str, Callable[[Correction, dict[str, str]], None]] = {
            Kind.MERGE_SPEAKERS: self._merge,
            Kind.PART_NAMES: self._part,
            Kind.ALIAS: self._alias,
        }
        for correction in standing(corrections):
            step = steps.get(correction.kind)
            if step is not None:
                step(correction, payload(correction))

    def _merge(self, correction: Correction, said: dict[str, str]) -> None:
        into = said.get("into", "")
        target = self._one(into, names_in(said.get("into_names", "")))
        moved = self._all(correction.subject, names_in(said.get("names", "")))
        if target is not None:
            why = f"merged with {target.name or target.id} {_by(correction)}"
            # The names that the target goes by are one person's, too, whatever the machine thinks.
            self._move(moved | self._all(into, names_in(said.get("into_names", ""))), target, why)

    def _part(self, correction: Correction, said: dict[str, str]) -> None:
        names = names_in(said.get("names", ""))
        moved = {known for name in names for known in self._by_words.get(plain(name), ())}
        own = self._by_id.get(correction.subject)
        if moved:
            kind = own.kind if own else min(known.kind for known in moved)
            apart = Speaker(f"p-{digest('split', correction.id)}", names[0], kind)
            taken = own.name if own and own.name else correction.subject
            self._move(moved, apart, f"told apart from {taken} {_by(correction)}")

    def _alias(self, correction: Correction, said: dict[str, str]) -> None:
        target = self._one(correction.subject, names_in(said.get("into_names", "")))
        moved = {
            known
            for known in self._by_words.get(plain(said.get("name", "")), ())
            if known.kind is not SpeakerKind.UNNAMED
        }
        if target is not None:
            self._move(moved, target, f"known by this name, says {_said_by(correction)}")

    def _one(self, id: str, names: Sequence[str]) -> Speaker | None:
        """Return the speaker with an id, else the one who goes by most of its names, else None."""
        if id in self._by_id and self._known.get(id):
            return self._by_id[id]
        ids = [self.speakers[k].id for n in names for k in self._by_words.get(plain(n), ())]
        if not ids:
            return None
        return self._by_id[min(set(ids), key=lambda one: (-ids.count(one), one))]

    def _all(self, id: str, names: Sequence[str]) -> set[Known]:
        """Return the ways in which the speakers with this id or these names are met."""
        found = set(self._known.get(id, ()))
        for name in names:
            for known in self._by_words.get(plain(name), ()):
                if known.kind is not SpeakerKind.UNNAMED:
                    found |= self._known.get(self.speakers[known].id, set())
        return found

    def _move(self, moved: Iterable[Known], target: Speaker, why: str) -> None:
        self._by_id[target.id] = target
        for known in sorted(moved, key=lambda k: (k.kind, k.words, k.where)):
            before = self.speakers[known]
            if before.id == target.id:
                continue
            self._known[before.id].discard(known)
            self._known.setdefault(target.id, set()).add(known)
            self.speakers[known] = target
            self.reasons[known] = why


def split_off(
    corrections: Iterable[Correction], statements: Sequence[Statement]
) -> dict[str, Decided]:
    """Return the speakers of the statements that people gave to somebody else.

    Where a newer analysis has moved a statement, the one in its place with the same name is meant.
    """
    found: dict[str, Decided] = {}
    by_id = {statement.id: statement for statement in statements}
    by_article: dict[str, list[Statement]] = {}
    for correction in standing(corrections):
        if correction.kind != Kind.SPLIT_SPEAKER:
            continue
        if not by_article:
            for statement in statements:
                by_article.setdefault(statement.article, []).append(statement)
        said = payload(correction)
        meant = by_id.get(correction.subject) or _in_place(said, by_article)
        if meant is not None:
            mention = meant.speaker
            id = f"p-{digest('split', correction.id)}"
            speaker = Speaker(id, said.get("as") or mention.name or None, mention.kind)
            found[meant.id] = Decided(speaker, f"somebody else than it seems {_by(correction)}")
    return found


def _in_place(
    said: Mapping[str, str], by_article: Mapping[str, Sequence[Statement]]
) -> Statement | None:
    try:
        start, end = int(said.get("start", "")), int(said.get("end", ""))
    except ValueError:
        return None
    for statement in by_article.get(said.get("article", ""), ()):
        content = statement.attribution.content
        same_place = content[0].start < end and start < content[-1].end
        if same_place and statement.speaker.name == said.get("name"):
            return statement
    return None


def _by(correction: Correction) -> str:
    return f"by {_said_by(correction)}"


def _said_by(correction: Correction) -> str:
    return f"{correction.who} on {correction.when.date().isoformat()}"
