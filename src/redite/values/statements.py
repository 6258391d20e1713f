"""What one article gives by itself: who said what in it, when and through whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from redite.values.spans import Span, Spans


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

    @property
    def likely(self) -> bool | None:
        """On which side of even it lies; None near the middle."""
        middle = (self.low + self.high) / 2
        return None if 0.4 <= middle <= 0.6 else middle > 0.5


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


@dataclass(frozen=True, slots=True)
class Analysis:
    """All statements that one version of the machine found in one article."""

    article: str
    version: str
    statements: tuple[Statement, ...]


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
