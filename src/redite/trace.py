"""One statement's whole history: who reported it, what was said before, what came after."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from redite.errors import UsageError
from redite.interfaces import Decided
from redite.reports import Occasion, occasions
from redite.values import Change, Evidence, Judgement, Label, Record

TURNING = (Label.DISPUTE, Label.REVERSAL)
_SHORTEST_PREFIX = 4


class Cause(StrEnum):
    """Why a verdict came to be."""

    FIRST = "first"
    PERSON = "person"
    PROGRAM = "program"
    """Another version of the program judged."""
    LEDGER = "ledger"
    """More, or other, statements were on record: an earlier article came late, say."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict that a statement had from some moment on."""

    label: Label
    at: datetime
    by: str
    """"machine" or the name of a person."""
    cause: Cause


@dataclass(frozen=True, slots=True)
class Trace:
    """A statement with everything on record that bears on it."""

    statement: Record
    occasion: Occasion
    """The utterance that the statement reports."""
    earlier: tuple[Occasion, ...]
    """Utterances of the same claim before it, and those its verdict is held against."""
    later: tuple[Occasion, ...]
    """Utterances of the same claim after it, those whose verdict is held against it, and those
    that dispute the claim, whichever saying of it they answer."""
    versions: tuple[Record, ...]
    """The statement in every version of its article that is on record, one a version."""
    evidence: tuple[tuple[Record, str], ...]
    """What the verdict is held against, with the reason."""
    nearest: tuple[tuple[Record, str], ...] = ()
    """Where it is new, what on record comes nearest to it, with the reason."""
    judged: tuple[Judged, ...] = ()
    """Each verdict that the statement ever had, the first one first; one where none changed."""

    @property
    def occasions(self) -> tuple[Occasion, ...]:
        """Return every occasion in the history, in ledger order."""
        return (*self.earlier, self.occasion, *self.later)

    @property
    def sayings(self) -> tuple[Occasion, ...]:
        """Return the occasions of the claim itself, the first saying first."""
        claim = self.statement.judgement.claim
        return tuple(each for each in self.occasions if each.lead.judgement.claim == claim)

    @property
    def changes(self) -> tuple[tuple[Occasion, Change], ...]:
        """Return each number, date or status that a saying of the claim changed."""
        return tuple(
            (each, change)
            for each in self.sayings
            for change in each.lead.judgement.verdict.changes
            if change.before is not None
        )

    @property
    def disputes(self) -> tuple[Occasion, ...]:
        """Return the occasions on which somebody disputed the claim or went back on it."""
        said = {report.statement.id for each in self.sayings for report in each.reports}
        return tuple(
            each
            for each in self.occasions
            if each.lead.judgement.verdict.label in TURNING
            and said & {one.statement for one in each.lead.judgement.verdict.against}
        )


def trace(
    statement: str,
    records: Iterable[Record],
    judged: Callable[[str], Iterable[tuple[datetime, Decided]]] | None = None,
) -> Trace:
    """Return the history of the statement with this id, or with this beginning of an id.

    Args:
        statement: The id.
        records: Every record.
        judged: Returns every judgement ever made on a statement (`Store.judged`).

    Raises:
        UsageError: No statement, or more than one, has such an id.
    """
    known = _in_order(records)
    found = known.get(statement) or _by_prefix(statement, known)
    own = found.judgement.utterance
    by_utterance = {each.utterance: each for each in occasions(_related(found, known))}
    order = list(by_utterance)
    at = order.index(own)
    return Trace(
        statement=found,
        occasion=by_utterance[own],
        earlier=tuple(by_utterance[utterance] for utterance in order[:at]),
        later=tuple(by_utterance[utterance] for utterance in order[at + 1 :]),
        versions=_versions(found, known.values()),
        evidence=_named(found.judgement.verdict.against, known),
        nearest=_named(found.judgement.verdict.nearest, known),
        judged=() if judged is None else verdicts_of(judged(found.statement.id)),
    )


def _named(some: Iterable[Evidence], known: Mapping[str, Record]) -> tuple[tuple[Record, str], ...]:
    return tuple((known[one.statement], one.reason) for one in some if one.statement in known)


def verdicts_of(decided: Iterable[tuple[datetime, Decided]]) -> tuple[Judged, ...]:
    """Return the verdicts among judgements on one statement, where the label changed."""
    found: list[Judged] = []
    before: Decided | None = None
    for at, each in decided:
        if not isinstance(each.decision, Judgement):
            continue
        label = each.decision.verdict.label
        if not found or found[-1].label is not label or found[-1].by != each.by:
            found.append(Judged(label, at, each.by, _cause(before, each)))
        before = each
    return tuple(found)


def _cause(before: Decided | None, after: Decided) -> Cause:
    if after.by != "machine":
        return Cause.PERSON
    if before is None:
        return Cause.FIRST
    return Cause.LEDGER if before.version == after.version else Cause.PROGRAM


def find(statement: str, records: Iterable[Record]) -> Record:
    """Return the statement with this id, or with this beginning of an id; raises `UsageError`."""
    known = _in_order(records)
    return known.get(statement) or _by_prefix(statement, known)


def _in_order(records: Iterable[Record]) -> dict[str, Record]:
    return {record.statement.id: record for record in sorted(records, key=lambda r: r.order)}


def _by_prefix(statement: str, known: dict[str, Record]) -> Record:
    wanted = statement.strip().lower()
    matches = [id for id in known if id.startswith((wanted, f"s-{wanted}"))]
    if len(wanted.removeprefix("s-")) < _SHORTEST_PREFIX or not matches:
        raise UsageError(
            f"no statement on record has the id {statement!r}: "
            "`redite search WORDS` lists statements with their ids"
        )
    if len(matches) > 1:
        shown = ", ".join(sorted(matches)[:5]) + (", …" if len(matches) > 5 else "")
        raise UsageError(f"{statement!r} begins {len(matches)} ids ({shown}): give more of it")
    return known[matches[0]]


def _related(found: Record, known: dict[str, Record]) -> list[Record]:
    """Return every report of the utterances that bear on `found`."""
    claim, own = found.judgement.claim, found.judgement.utterance
    utterances = {own}
    for record in known.values():
        if record.judgement.claim == claim:
            utterances.add(record.judgement.utterance)
        for evidence in record.judgement.verdict.against:
            other = known.get(evidence.statement)
            if other is None:
                continue
            if record.judgement.utterance == own:
                utterances.add(other.judgement.utterance)
            elif other.judgement.utterance == own or (
                other.judgement.claim == claim and record.judgement.verdict.label in TURNING
            ):
                utterances.add(record.judgement.utterance)
    return [record for record in known.values() if record.judgement.utterance in utterances]


def _versions(found: Record, records: Iterable[Record]) -> tuple[Record, ...]:
    """Return one record a version of the article, in ledger order: of the same utterance if any."""
    family = found.standing.version_of or found.article.key
    versions: dict[str, Record] = {}
    for record in records:
        if (record.standing.version_of or record.article.key) != family:
            continue
        key = record.article.key
        same = record.judgement.utterance == found.judgement.utterance
        if record is found or key not in versions or (same and versions[key] is not found):
            versions[key] = record
    return tuple(versions.values())
