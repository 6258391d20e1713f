"""Every value that passes between the stages, in the order in which they come into being.

All are frozen: a later stage returns a new value and never fills in a field of an old one.
None knows of rows or of ids handed out by a database: what identifies a value is computed from
content (`redite.text.ids`). Offsets count code points in the stored text, end exclusive.

Three groups, by what they may depend on:

1. what one input gives by itself: `Document`, `Rejection`;
2. what one article gives by itself: `Article`, `Attribution`, `Mention`, `Statement`, `Analysis`.
   They are written once; a newer analysis, or a sighting of the same text that knows its id or
   date better, is written beside them and is then in force;
3. what depends on everything else on record: `Standing`, `Speaker`, `Verdict`, `Judgement`.
   These are decisions: a new one replaces the one in force, and both stay in the ledger.

The words are those of the contract: see docs/words.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from itertools import pairwise

from redite.text.markup import readable

# --- spans ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A piece of a text: code points `start` to `end`, end exclusive, never empty."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"no span runs from {self.start} to {self.end}")

    def of(self, text: str) -> str:
        """Return the slice of `text` that this span covers."""
        return text[self.start : self.end]

    def shifted(self, by: int) -> Span:
        """Return the same piece where the text begins `by` code points later."""
        return Span(self.start + by, self.end + by)

    def contains(self, other: Span) -> bool:
        """Say whether `other` lies inside this span; a span contains itself."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Say whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end


Spans = tuple[Span, ...]
"""The pieces of one role, in text order; several where the words are discontinuous."""


@dataclass(frozen=True, slots=True)
class DateInterval:
    """An imprecise day: first and last possible date, both inclusive, either may be open."""

    start: date | None
    end: date | None
    text: str
    """The words that gave the date, as printed."""
    basis: str = "words"
    """Where the year, or the day, was taken from: a value of `redite.text.dates.Basis`."""
    doubt: str = ""
    """Why the day may be misread, in words for a reader; empty where nothing speaks against."""


# --- 1. what one input gives ------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Document:
    """One article as it was found, before anything has been decided about it.

    `origin` says where, for messages to people: a path, `feed.xml#3`, an address.
    `id`, `url` are verbatim what the input brought. Times are aware and in UTC.
    """

    text: str
    origin: str
    id: str | None = None
    url: str | None = None
    publisher: str | None = None
    language: str | None = None
    """As declared by the input (BCP 47); the text may turn out to be in another."""
    title: str | None = None
    published: datetime | None = None
    modified: datetime | None = None
    """When the outlet last edited it, where it says so."""
    relayed_from: str | None = None
    """The outlet or channel it says it was forwarded or syndicated from."""
    notes: tuple[str, ...] = ()
    """What intake had to leave out or repair, in words ("date in the year 2203 not believed")."""


@dataclass(frozen=True, slots=True)
class Rejection:
    """One item that was not kept, and why. `document` holds whatever could be read of it."""

    origin: str
    reason: str
    document: Document | None = None


# --- 2. what one article gives ----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Article:
    """One published text of one outlet, as stored. An edited text is another `Article`.

    `key` identifies this text under this address (see `redite.text.ids.article_key`).
    """

    key: str
    given_id: str | None
    url: str | None
    publisher: str | None
    published: datetime
    dated: bool
    """False where the input gave no date and `published` is the time it was taken in."""
    modified: datetime | None
    language: str | None
    """ISO 639-1, or None where no language was recognised with confidence."""
    title: str | None
    text: str
    items: Spans
    """The items of a digest, in text order; one span over the whole text otherwise."""
    relayed_from: str | None
    taken_in: datetime
    origin: str
    notes: tuple[str, ...] = ()

    @property
    def order(self) -> tuple[datetime, str, str]:
        """Sort key of the ledger: publication time, then article id, then key."""
        return (self.published, self.given_id or self.key, self.key)


@dataclass(frozen=True, slots=True)
class Attribution:
    """A report that somebody said something: source span, cue span, content span.

    `source` and `cue` may be empty (a quotation that continues the one before); `content` never.
    Nesting is containment: an attribution whose spans lie in another's content is inside it.
    """

    source: Spans
    cue: Spans
    content: Spans

    def __post_init__(self) -> None:
        if not self.content:
            raise ValueError("an attribution without content")
        for pieces in (self.source, self.cue, self.content):
            for left, right in pairwise(pieces):
                if left.end > right.start:
                    raise ValueError(f"pieces overlap or are out of order: {left}, {right}")

    def shifted(self, by: int) -> Attribution:
        """Return the same attribution in a text that begins `by` code points later."""
        return Attribution(
            tuple(s.shifted(by) for s in self.source),
            tuple(s.shifted(by) for s in self.cue),
            tuple(s.shifted(by) for s in self.content),
        )


class SpeakerKind(StrEnum):
    """What sort of speaker somebody is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    OFFICE = "office"
    """A role whose holder is not known."""
    UNNAMED = "unnamed"
    """An anonymous source ("a senior official")."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Who spoke, as far as the article alone tells."""

    name: str
    """The fullest name the article gives this speaker; for an office or an unnamed source the
    words themselves; empty where the text names nobody."""
    kind: SpeakerKind
    mention: str
    """The words that stand at this place ("he", "Velesha")."""
    reason: str
    """Why this mention is this speaker, for a person to read."""


class Term(StrEnum):
    """The seven degrees of likelihood that phrases of every language are brought to."""

    ALMOST_NO_CHANCE = "almost no chance"
    VERY_UNLIKELY = "very unlikely"
    UNLIKELY = "unlikely"
    EVEN_CHANCE = "roughly even chance"
    LIKELY = "likely"
    VERY_LIKELY = "very likely"
    ALMOST_CERTAIN = "almost certain"


@dataclass(frozen=True, slots=True)
class Estimate:
    """How likely somebody called something: the words, and the band of their own tradition."""

    span: Span
    """The words ("probablement"), negation included."""
    term: Term
    scale: str
    """Name of the scale that `low` and `high` are taken from, a language's own where it has one."""
    low: float
    high: float
    """Probabilities, both inclusive."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """The latest day by which an announced act is to begin or end, and the words that set it."""

    span: Span
    due: date


class Act(StrEnum):
    """What a speaker does in saying something; docs/acts.md has an example of each."""

    ASSERT = "assert"
    DENY = "deny"
    ACCUSE = "accuse"
    THREATEN = "threaten"
    WARN = "warn"
    PROMISE = "promise"
    DEMAND = "demand"
    ANNOUNCE = "announce"
    ASSESS = "assess"
    FORECAST = "forecast"


@dataclass(frozen=True, slots=True)
class Statement:
    """One article's report that somebody said something, with speaker, chain and date."""

    id: str
    article: str
    """Key of the article."""
    item: int
    attribution: Attribution
    speaker: Mention
    via: tuple[Mention, ...] = ()
    """Intermediaries between article and speaker, outermost first."""
    said_on: DateInterval | None = None
    estimate: Estimate | None = None
    deadline: Deadline | None = None
    act: Act | None = None
    """None only in analyses on record from before acts were told apart."""

    @property
    def position(self) -> tuple[int, int, str]:
        """Sort key inside the article: first and last code point of the content, then id."""
        content = self.attribution.content
        return (content[0].start, content[-1].end, self.id)


class DamageKind(StrEnum):
    """What sort of damage a translation has done."""

    MEANING_FLIP = "meaning-flip"
    """The words say another thing than was said: "extreme" for "extremely low"."""
    WORD = "word"
    """A word that cannot be meant where it stands."""
    NAME = "name"
    """A name in a spelling or a case that is not its own."""


@dataclass(frozen=True, slots=True)
class Damage:
    """Words that a translation has damaged."""

    span: Span
    kind: DamageKind
    why: str
    """For a person to read, in English."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """All statements that one version of the machine found in one article."""

    article: str
    version: str
    statements: tuple[Statement, ...]


# --- 3. what depends on everything else on record ----------------------------------------------


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


# --- the brief --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Cite:
    """The piece of an article's stored text that a sentence of a brief rests on."""

    article: str
    """Public id of the article."""
    span: Span
    statement: str | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a brief. One that cites nothing cannot be made."""

    text: str
    section: str
    cites: tuple[Cite, ...]

    def __post_init__(self) -> None:
        if not self.cites:
            raise ValueError(f"a sentence of a brief must cite: {self.text!r}")


@dataclass(frozen=True, slots=True)
class Chart:
    """How much was said day by day, to be drawn beside a brief."""

    name: str
    first: date
    sayings: tuple[int, ...]
    """Utterances a day, from `first` on."""
    origins: tuple[int, ...]
    """Independent origins that reported them."""
    bursts: tuple[tuple[date, date], ...] = ()
    events: tuple[tuple[date, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Brief:
    """What was said between two days (both inclusive), and what of it is new."""

    since: date | None
    until: date | None
    sentences: tuple[Sentence, ...]
    method: str
    """How it was made, in words; stands outside the sentences, cites nothing."""
    counts: tuple[tuple[str, int], ...]
    lens: str | None = None
    language: str = "en"
    """What it is written in."""
    charts: tuple[Chart, ...] = ()
