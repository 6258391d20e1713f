"""Who speaks: the list of speakers, and a page for each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from fastapi import APIRouter, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from redite import corrections as correcting
from redite.desk import filters as filtering
from redite.desk import meanwhile, plots, work
from redite.desk.asked import asked, desk_of
from redite.desk.filters import Filters
from redite.desk.pages import page
from redite.desk.plots import bars
from redite.desk.searching import named
from redite.desk.snapshot import Snapshot
from redite.interfaces import Correction
from redite.stages.deadlines import Announced
from redite.values import Label, Record, SpeakerKind

routes = APIRouter(include_in_schema=False)
LISTED = 200
"""Speakers on the list; a name finds the others."""
RECENT = 2000
"""Statements of one speaker that are looked through for names and for what is said again."""
SHOWN, NAMES, AGAIN = 40, 25, 8


@dataclass(slots=True)
class Name:
    """One name that a speaker goes by."""

    name: str
    reason: str
    """Why it is this speaker's."""
    count: int = 0
    words: dict[str, str] = field(default_factory=dict)
    """The words that stood for the name in texts, each with why they do."""


@routes.get("/speakers")
def speakers(request: Request) -> Response:
    """Who is on record, those with most statements first."""
    snapshot = desk_of(request).now
    q = asked(request, "q")
    counts = snapshot.columns.speaker.counts(snapshot.in_force)
    ids: list[str] = []
    for speaker in named(snapshot, q, LISTED) if q else counts:
        one = snapshot.of_speaker(speaker)[0].judgement.speaker
        if q or one.kind is not SpeakerKind.UNNAMED:
            ids.append(speaker)
        if len(ids) == LISTED:
            break
    found = [(snapshot.of_speaker(id)[0], counts[id]) for id in ids]
    return page(request, "speakers.html.j2", found=found, q=q, total=len(counts))


@routes.get("/speakers/{speaker}")
def speaker(request: Request, speaker: str) -> Response:
    """One speaker: names with reasons, what was said when, what came of it."""
    desk = desk_of(request)
    snapshot = desk.now
    rows = filtering.rows(snapshot, Filters(speaker=speaker))
    if not snapshot.of_speaker(speaker) or not rows.any():
        raise HTTPException(404, f"no speaker on record has the id {speaker[:80]!r}")
    places = rows.nonzero()[0]
    records = [snapshot.all[int(at)] for at in places[-RECENT:]]
    filters = Filters(speaker=speaker, verdict=asked(request, "verdict"))
    chosen = filtering.rows(snapshot, filters)
    due = desk.watch.wait("due", work.due, desk.patience)
    likelihoods = desk.watch.wait("likelihoods", work.likelihoods, desk.patience)
    promises = due.of_speaker(speaker) if due else []
    columns = snapshot.columns
    dated = places[columns.dated[places]]
    ends = dated if len(dated) else places
    said = rows & columns.dated & ~columns.verdict.are(Label.SAME_UTTERANCE.value)
    series = plots.daily(columns.day[said])
    turned = np.flatnonzero(rows & columns.verdict.are(Label.REVERSAL.value))
    return page(
        request,
        "speaker.html.j2",
        speaker=records[-1].judgement.speaker,
        first=snapshot.all[int(ends[0])],
        last=snapshot.all[int(ends[-1])],
        total=len(places),
        names=names(records),
        verdicts=[(Label(v), n) for v, n in columns.verdict.counts(rows).items()],
        reversals=[snapshot.all[int(at)] for at in turned[-10:]],
        again=said_again(records),
        shown=filtering.page(snapshot, chosen, asked(request, "before"), 20),
        filters=filters,
        plot=bars(series, height=120) if series and series.days > 1 else None,
        promises=promises[:SHOWN],
        kept=tally(promises),
        likelihoods=[s for s in likelihoods.series if s.speaker.id == speaker][:SHOWN]
        if likelihoods
        else [],
        outcomes=likelihoods.known if likelihoods else {},
        score=likelihoods.scores.get(speaker) if likelihoods else None,
        pending=due is None or likelihoods is None,
        corrections=about_speaker(snapshot, speaker),
        seen=meanwhile.latest(snapshot),
    )


def names(records: Sequence[Record]) -> list[Name]:
    """Return the names that one speaker goes by, the most frequent first.

    A name knows why it is this speaker's and, for the other words that stood for it ("he", "the
    minister"), why they do.
    """
    found: dict[str, Name] = {}
    for record in records:
        mention = record.statement.speaker
        name = mention.name or mention.mention
        if not name:
            continue
        one = found.setdefault(name, Name(name, record.judgement.reason))
        one.count += 1
        one.words.setdefault(mention.mention or name, mention.reason)
    return sorted(found.values(), key=lambda one: -one.count)[:NAMES]


def said_again(records: Sequence[Record]) -> list[tuple[Record, int]]:
    """Return what a speaker said on several occasions, with how many; the most repeated first."""
    occasions: dict[str, set[str]] = {}
    first: dict[str, Record] = {}
    for record in records:
        claim = record.judgement.claim
        first.setdefault(claim, record)
        occasions.setdefault(claim, set()).add(record.judgement.utterance)
    often = [(claim, len(each)) for claim, each in occasions.items() if len(each) > 1]
    often.sort(key=lambda each: -each[1])
    return [(first[claim], count) for claim, count in often[:AGAIN]]


def tally(promises: Sequence[Announced]) -> list[tuple[str, int]]:
    """Return how many of the announced dates came to what."""
    return Counter(one.status.value for one in promises).most_common()


def about_speaker(snapshot: Snapshot, speaker: str) -> list[Correction]:
    """Return every correction that bears on one speaker, the latest first."""
    return [
        correction
        for correction in reversed(snapshot.corrections)
        if speaker in (correction.subject, correcting.payload(correction).get("into"))
    ]
