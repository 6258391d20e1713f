"""Records about an invented world, for the tests of everything that is made from records.

`World` takes articles and sayings in the order of the story and hands out records in ledger order.
Words in “…”, «…» or „…“ or after a colon are found in the article's text by themselves: a saying
names its content, and the article must print it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from redite.text.ids import digest, statement_id
from redite.values import (
    Article,
    Attribution,
    Change,
    DateInterval,
    Evidence,
    Judgement,
    Label,
    Mention,
    Outcome,
    Record,
    Span,
    Speaker,
    SpeakerKind,
    Standing,
    Statement,
    Verdict,
)

PERSON, ORGANISATION = SpeakerKind.PERSON, SpeakerKind.ORGANISATION
OFFICE, UNNAMED = SpeakerKind.OFFICE, SpeakerKind.UNNAMED
VERSION = "rules.v1"


def day(text: str) -> date:
    """Return an ISO day."""
    return date.fromisoformat(text)


def spans(text: str, *pieces: str) -> tuple[Span, ...]:
    """Return where each piece stands, searching on from the one before."""
    found, at = [], 0
    for piece in pieces:
        at = text.index(piece, at)
        found.append(Span(at, at + len(piece)))
        at += len(piece)
    return tuple(found)


def article(
    text: str,
    *,
    id: str | None = None,
    publisher: str | None = "Halden Wire",
    published: str = "2031-04-05T09:12",
    dated: bool = True,
    language: str | None = "en",
    title: str | None = "A day in Tarsk",
    url: str | None = None,
    relayed_from: str | None = None,
) -> Article:
    """Return an article with this text."""
    moment = datetime.fromisoformat(published).replace(tzinfo=UTC)
    return Article(
        key="a-" + digest(id, publisher, text),
        given_id=id,
        url=url,
        publisher=publisher,
        published=moment,
        dated=dated,
        modified=None,
        language=language,
        title=title,
        text=text,
        items=(Span(0, len(text)),),
        relayed_from=relayed_from,
        taken_in=moment,
        origin="invented",
    )


def standing(
    of: Article,
    *,
    duplicate_of: Article | None = None,
    version_of: Article | None = None,
    superseded_by: Article | None = None,
) -> Standing:
    """Return the standing of an article among the others."""
    outcome = Outcome.KEPT
    if version_of:
        outcome = Outcome.VERSION
    if duplicate_of:
        outcome = Outcome.DUPLICATE
    return Standing(
        article=of.key,
        id=of.given_id or of.key,
        outcome=outcome,
        reason="invented",
        version_of=version_of.key if version_of else None,
        superseded_by=superseded_by.key if superseded_by else None,
        duplicate_of=duplicate_of.key if duplicate_of else None,
    )


@dataclass
class World:
    """Records that refer to one another."""

    records: list[Record] = field(default_factory=list)

    def say(
        self,
        where: Article,
        content: str | tuple[str, ...],
        *,
        speaker: str | None = "Irena Dalkova",
        kind: SpeakerKind = PERSON,
        mention: str | None = None,
        source: str = "",
        cue: str = "",
        via: Iterable[str] = (),
        said_on: str | tuple[str | None, str | None] | None = None,
        utterance: str | None = None,
        claim: str | None = None,
        label: Label = Label.NEW,
        unsure: bool = False,
        against: Iterable[Record] = (),
        changes: Iterable[Change] = (),
        duplicate_of: Article | None = None,
        version_of: Article | None = None,
        superseded_by: Article | None = None,
        by: str = "machine",
        machine_label: Label | None = None,
    ) -> Record:
        """Add one statement and return its record."""
        pieces = (content,) if isinstance(content, str) else content
        attribution = Attribution(
            source=spans(where.text, source) if source else (),
            cue=spans(where.text, cue) if cue else (),
            content=spans(where.text, *pieces),
        )
        name = speaker or ""
        statement = Statement(
            id=statement_id(where.key, attribution.content),
            article=where.key,
            item=0,
            attribution=attribution,
            speaker=Mention(name, kind, mention if mention is not None else name, "named here"),
            via=tuple(Mention(chain, ORGANISATION, chain, "named here") for chain in via),
            said_on=_interval(said_on),
        )
        judgement = Judgement(
            statement=statement.id,
            speaker=Speaker("p-" + digest(name or statement.id), speaker, kind),
            via=tuple(Speaker("p-" + digest(c), c, ORGANISATION) for c in via),
            utterance=utterance or "u-" + statement.id,
            claim=claim or "c-" + statement.id,
            verdict=Verdict(
                label=label,
                confidence=0.75,
                unsure=unsure,
                against=tuple(Evidence(r.statement.id, "the same words") for r in against),
                changes=tuple(changes),
            ),
        )
        record = Record(
            article=where,
            standing=standing(
                where,
                duplicate_of=duplicate_of,
                version_of=version_of,
                superseded_by=superseded_by,
            ),
            statement=statement,
            judgement=judgement,
            by=by,
            version=VERSION,
            machine_label=machine_label,
        )
        self.records.append(record)
        return record

    @property
    def ordered(self) -> list[Record]:
        """Return every record in ledger order."""
        return sorted(self.records, key=lambda record: record.order)

    @property
    def by_id(self) -> dict[str, Record]:
        """Return every record by statement id."""
        return {record.statement.id: record for record in self.ordered}


def _interval(said_on: str | tuple[str | None, str | None] | None) -> DateInterval | None:
    if said_on is None:
        return None
    start, end = (said_on, said_on) if isinstance(said_on, str) else said_on
    return DateInterval(
        day(start) if start else None, day(end) if end else None, "as the text has it"
    )
