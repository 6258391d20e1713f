"""What depends on everything else on record: decisions, of which the latest are in force."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from redite.text.markup import readable
from redite.values.articles import Article
from redite.values.statements import SpeakerKind, Statement


class Outcome(StrEnum):
    """How one item of input ended."""

    KEPT = "kept"
    VERSION = "version"
    DUPLICATE = "duplicate"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Standing:
    """What an article is among the others. All references are article keys."""

    article: str
    id: str
    """The id the world sees: the one the input brought, where no earlier article claims it."""
    outcome: Outcome
    reason: str
    version_of: str | None = None
    """The first version of the same article, where this is a later one."""
    superseded_by: str | None = None
    """The latest version, where this is an earlier one."""
    duplicate_of: str | None = None
    """The earliest article whose text this one reprints."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """One speaker across the whole ledger: the same id and name wherever they are met."""

    id: str
    name: str | None
    kind: SpeakerKind


class Label(StrEnum):
    """What a statement adds to everything published before it."""

    NEW = "new"
    SAME_UTTERANCE = "same-utterance"
    REPEAT = "repeat"
    ECHO = "echo"
    UPDATE = "update"
    REVERSAL = "reversal"
    DISPUTE = "dispute"


@dataclass(frozen=True, slots=True)
class Evidence:
    """An earlier statement that a verdict rests on, and why, in words."""

    statement: str
    reason: str


@dataclass(frozen=True, slots=True)
class Change:
    """One slot of a claim that differs from what was on record."""

    slot: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a statement adds. Only `new` may stand without evidence; at most three are named."""

    label: Label
    confidence: float
    unsure: bool
    against: tuple[Evidence, ...] = ()
    changes: tuple[Change, ...] = ()
    nearest: tuple[Evidence, ...] = ()
    """Of a new one, the earlier statements that come nearest: alike, and another claim. Of one that
    is unsure, what it may rest on instead."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """Everything decided about one statement in the light of the whole ledger."""

    statement: str
    speaker: Speaker
    via: tuple[Speaker, ...]
    utterance: str
    claim: str
    verdict: Verdict
    reason: str = ""
    """Why the speaker is this one of all on record, for a person to read."""
    via_reasons: tuple[str, ...] = ()
    """The same of `via`, in its order."""


@dataclass(frozen=True, slots=True)
class Record:
    """A statement with all that is in force about it: what exports and briefs are made from."""

    article: Article
    standing: Standing
    statement: Statement
    judgement: Judgement
    by: str
    """"machine", or the person who decided."""
    version: str
    """The version of the machine that made the judgement in force."""
    machine_label: Label | None = None
    """What the machine had said, where a person overruled it."""

    @property
    def content(self) -> str:
        """The words that were said, as a reader sees them, pieces joined by " … "."""
        pieces = (span.of(self.article.text) for span in self.statement.attribution.content)
        return " … ".join(map(readable, pieces))

    @property
    def order(self) -> tuple[datetime, str, str, int, int, str]:
        """Sort key of the ledger: publication, article id, position."""
        return (*self.article.order, *self.statement.position)
