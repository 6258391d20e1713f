"""What the pipeline asks of its replaceable parts.

Each is as narrow as its callers allow. `redite.store` holds the stores, `redite.models` the
taggers, `redite.intake.fetch` the one way to the network.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple, Protocol

from redite.values import (
    Analysis,
    Article,
    Attribution,
    Judgement,
    Rejection,
    Standing,
    Statement,
)

if TYPE_CHECKING:  # what only opens a ledger need not wait for it
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Passage:
    """A text to be tagged: a whole article or one item of a digest."""

    text: str
    language: str | None


class Tagger(Protocol):
    """Finds attributions in texts.

    The result for a passage depends on that passage alone, not on its neighbours in the call.
    """

    @property
    def version(self) -> str:
        """Name and version of what decides, as recorded with every statement it finds."""

    def tag(self, passages: Sequence[Passage]) -> list[tuple[Attribution, ...]]:
        """Return each passage's attributions, in text order; offsets count in the passage."""


class Encoder(Protocol):
    """Turns sentences into vectors whose cosine is high where the meaning is alike.

    Across languages, too. Likeness of meaning is no sameness: "five years" and "fifteen years" lie
    closer together than most translations, so vectors propose and never decide. The vector of
    a sentence depends on that sentence alone, not on its neighbours in the call.
    """

    @property
    def version(self) -> str:
        """Name and version of the weights; vectors of different versions do not compare."""

    def embed(self, sentences: Sequence[str]) -> NDArray[np.float32]:
        """Return a unit vector for each sentence, [sentences, dimensions]; zeros for no words."""


@dataclass(frozen=True, slots=True)
class Told:
    """What was said, and what stands before and after it where it was reported."""

    before: str
    content: str
    after: str


class PairReader(Protocol):
    """Reads two reports together and says how they stand to each other.

    What it says of a pair depends on that pair alone, not on its neighbours in the call.
    """

    @property
    def version(self) -> str:
        """Name and version of the weights."""

    def read(self, pairs: Sequence[tuple[Told, Told]]) -> NDArray[np.float64]:
        """Return how likely each pair, of an earlier and a later report, makes one claim."""


@dataclass(frozen=True, slots=True)
class Comparer:
    """The models that statements are compared by."""

    encoder: Encoder
    reader: PairReader | None = None

    @property
    def version(self) -> str:
        """The versions of both."""
        return f"{self.encoder.version} {self.reader.version if self.reader else ''}".rstrip()


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came back from one address, after redirects."""

    url: str
    content: bytes
    content_type: str | None
    charset: str | None
    etag: str | None
    last_modified: str | None
    not_modified: bool = False
    """True where the server said that nothing changed; `content` is then empty."""


class Fetcher(Protocol):
    """Fetches addresses, and refuses those a stranger must not make us visit."""

    def fetch(
        self, url: str, *, etag: str | None = None, last_modified: str | None = None
    ) -> Fetched:
        """Return what `url` serves; raises `FetchError`."""


Decision = Standing | Judgement
"""What the ledger decides about an article or a statement in the light of all the others."""


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision with who made it: a machine version, or a person."""

    decision: Decision
    by: str
    """"machine" or the name of a person."""
    version: str
    """Version of the machine that decided, or of the program the person used."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A person's decision on one subject, and whether it still holds.

    `kind` and `payload` are the business of the stage that reads them.
    """

    id: str
    kind: str
    subject: str
    payload: str
    """JSON."""
    who: str
    when: datetime
    undone_by: str | None = None
    """Id of the correction that took this one back."""


UNDO = "undo"
"""The one kind of correction the store itself reads: its subject is the correction to undo."""


@dataclass(frozen=True, slots=True)
class SealedStatement:
    """A statement with the words its spans covered when it was written."""

    statement: Statement
    words: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
    """The pieces of source, cue and content."""


@dataclass(frozen=True, slots=True)
class Seal:
    """What was recorded when an article was written, to be held against what is read now."""

    article: str
    text: str
    """As it is read now."""
    text_hash: str
    """As it was recorded (see `redite.store.sealing.text_hash`)."""
    statements: tuple[SealedStatement, ...]
    """Those of every analysis, replaced ones included."""
    statements_recorded: int
    """How many the analyses were recorded to hold."""


class Written(NamedTuple):
    """How much of what decisions rest on is on record, and of them. None of it ever shrinks."""

    analyses: int
    """Those that were replaced included: whatever is added about an article comes with one."""
    decisions: int
    corrections: int


class Store(Protocol):
    """The ledger on disk. Append-only: nothing that was written is changed or removed.

    Every method that writes is one transaction: after a crash all of it is there, or none.
    Iterators yield in ledger order (publication time, article id, position). Implementations
    pass the contract suite in tests/store/contract.py.
    """

    def add(self, article: Article, analysis: Analysis) -> bool:
        """Append an article with its analysis; False, and nothing written, if it is known."""

    def renew(self, known: Article, renewed: Article, analysis: Analysis) -> bool:
        """Append better particulars of an article, and the analysis that rests on them.

        They replace those in force, which stay on record. False, and nothing written, where
        `known` is not what is in force (another program was faster) or nothing would change.
        """

    def add_analysis(self, analysis: Analysis) -> None:
        """Append an analysis by another version; it replaces the one in force."""

    def add_rejection(self, rejection: Rejection, key: str, taken_in: datetime) -> bool:
        """Append a rejected item under `key`; False, and nothing written, if it is known."""

    def articles(self) -> Iterator[Article]:
        """Yield every article, in order."""

    def article(self, key: str) -> Article | None:
        """Return one article, or None."""

    def rejections(self) -> Iterator[tuple[str, Rejection, datetime]]:
        """Yield every rejected item as (key, rejection, taken in), by key."""

    def statements(self, article: str | None = None) -> Iterator[Statement]:
        """Yield the statements in force, of one article or of all, in order."""

    def analyses(self) -> Mapping[str, str]:
        """Return the version of the analysis in force of every article, by article key."""

    def decide(self, decided: Iterable[Decided], at: datetime) -> int:
        """Append those that differ from what is in force; returns how many were written.

        `decided` may read this store: it is gone through while no other program can write.
        """

    def standings(self) -> Mapping[str, Decided]:
        """Return the standing in force of every article that has one, by article key."""

    def judgements(self) -> Mapping[str, Decided]:
        """Return the judgement in force of every statement that has one, by statement id."""

    def judged(self, statement: str) -> Iterator[tuple[datetime, Decided]]:
        """Yield every judgement ever made on one statement with its time, the first one first."""

    def correct(self, correction: Correction) -> None:
        """Append a person's correction, or one that undoes an earlier one."""

    def corrections(self) -> Iterator[Correction]:
        """Yield every correction, oldest first, with `undone_by` filled in."""

    def mark(self) -> tuple[int, ...]:
        """Return what changes with every decision or correction; cheap to ask.

        An equal mark means that what can be seen of the ledger is what it was.
        """

    def written(self) -> Written:
        """Return how much was written so far; cheap to ask."""

    def seals(self) -> Iterator[Seal]:
        """Yield what was recorded of every article when it was written, in order."""

    def close(self) -> None:
        """Release files and connections; the store cannot be used afterwards."""
