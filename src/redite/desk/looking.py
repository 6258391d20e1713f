"""Pages to look at the whole: today, speakers, deadlines, lenses, search."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from datetime import date

from fastapi import APIRouter, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from redite import lenses
from redite.briefing.wording import wording
from redite.desk import filters as filtering
from redite.desk import plots, work
from redite.desk.filters import Filters
from redite.desk.pages import page
from redite.desk.plots import bars
from redite.desk.reading import about_speaker, desk_of, seen
from redite.desk.snapshot import Snapshot
from redite.desk.words import language_of
from redite.errors import UsageError
from redite.exports.due import due_calendar
from redite.search import Hit, fold
from redite.stages import briefs
from redite.stages.briefs import Beside
from redite.stages.deadlines import Status
from redite.values import Brief, Label, Record

routes = APIRouter(include_in_schema=False)
PATIENCE = 1.5
"""Seconds that a page waits for what is being worked out; a small ledger takes less."""
SHOWN = 40
RECENT = 2000
"""Statements of one speaker that are looked through for the names that stand for him or her."""


def day_of(text: str) -> date | None:
    """Return the day that an address names; None where it names none."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise UsageError(f"{text!r} is not a date; write it as 2024-03-31") from None


def brief_of(
    snapshot: Snapshot, since: date | None, until: date | None, language: str, beside: Beside
) -> Brief:
    """Return the brief of a period, made from what it may cite and nothing else."""
    asked = Filters(
        since=since.isoformat() if since else "", until=until.isoformat() if until else ""
    )
    chosen = filtering.rows(snapshot, asked)
    inside = [snapshot.all[int(at)] for at in chosen.nonzero()[0]]
    known = citable(snapshot, inside)
    return briefs.write(inside, known, since, until, language=language, beside=beside)


def citable(snapshot: Snapshot, inside: list[Record]) -> Mapping[str, Record]:
    """Return what a brief on `inside` may look up: their claims, and what they are held against."""
    found = {}
    for record in inside:
        for other in snapshot.of_claim(record.judgement.claim):
            if snapshot.is_in_force(other):
                found[other.statement.id] = other
        for evidence in record.judgement.verdict.against:
            earlier = snapshot.by_id.get(evidence.statement)
            if earlier is not None and snapshot.is_in_force(earlier):
                found[evidence.statement] = earlier
    return found


@routes.get("/today")
def today(request: Request) -> Response:
    """The brief of the last day on record, or of the days asked for."""
    desk = desk_of(request)
    snapshot = desk.now
    since = day_of(request.query_params.get("since", ""))
    until = day_of(request.query_params.get("until", ""))
    if since is None and until is None:
        since = until = snapshot.last_day
    if since and until and since > until:
        since, until = until, since
    brief = desk.brief(since, until, language_of(request))
    sections: dict[str, list[tuple[str, Record]]] = {}
    for sentence in brief.sentences:
        lead = snapshot.by_id.get(sentence.cites[0].statement or "")
        if lead is not None:
            sections.setdefault(sentence.section, []).append((sentence.text, lead))
    return page(
        request,
        "today.html.j2",
        brief=brief,
        since=since,
        until=until,
        sections={name: each[:SHOWN] for name, each in sections.items()},
        sizes={name: len(each) for name, each in sections.items()},
        pieces=pieces,
        judged=judged_sections(language_of(request)),
        previous=_neighbour(snapshot, since, -1),
        next=_neighbour(snapshot, until, 1),
    )


def judged_sections(language: str) -> frozenset[str]:
    """Return the headings under which each sentence tells one saying and its verdict."""
    headings = wording(language).headings
    return frozenset(headings[name] for name in ("new", "changed", "disputed", "repeated"))


def pieces(text: str) -> list[tuple[str, bool]]:
    """Return a sentence in pieces, with whether each is quoted."""
    found = []
    for piece in re.split("(“[^”]*”|«[^»]*»)", text):
        if piece:
            found.append((piece, piece.startswith(("“", "«"))))
    return found


def _neighbour(snapshot: Snapshot, day: date | None, step: int) -> date | None:
    """Return the nearest other day on record before or after one."""
    if day is None:
        return None
    days = snapshot.days
    others = [d for d in days if (d > day if step > 0 else d < day)]
    return (others[0] if step > 0 else others[-1]) if others else None


@routes.get("/speakers")
def speakers(request: Request) -> Response:
    """Who is on record, those with most statements first."""
    snapshot = desk_of(request).now
    wanted = fold(request.query_params.get("q", "")[:200]).split()
    counts = snapshot.columns.speaker.counts(snapshot.in_force)
    found = []
    for speaker, count in counts.items():
        record = snapshot.of_speaker(speaker)[0]
        if wanted and not all(word in snapshot.names[speaker] for word in wanted):
            continue
        if not wanted and record.judgement.speaker.kind.value == "unnamed":
            continue
        found.append((record, count))
        if len(found) == 200:
            break
    return page(
        request,
        "speakers.html.j2",
        found=found,
        q=request.query_params.get("q", "")[:200],
        total=len(counts),
    )


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
    filters = Filters(speaker=speaker, verdict=request.query_params.get("verdict", "")[:40])
    shown = filtering.page(
        snapshot,
        filtering.rows(snapshot, filters),
        request.query_params.get("before", "")[:80],
        20,
    )
    due = desk.watch.wait("due", work.due, PATIENCE)
    likelihoods = desk.watch.wait("likelihoods", work.likelihoods, PATIENCE)
    ends = [snapshot.all[int(at)] for at in (*places[:RECENT], *places[-RECENT:])]
    dated = [r for r in ends if r.article.dated] or ends
    columns = snapshot.columns
    series = plots.daily(columns.day[rows & columns.dated & ~columns.verdict.are("same-utterance")])
    turned = (rows & columns.verdict.are(Label.REVERSAL.value)).nonzero()[0]
    reversals = [snapshot.all[int(at)] for at in turned[-10:]]
    return page(
        request,
        "speaker.html.j2",
        speaker=records[-1].judgement.speaker,
        first=dated[0],
        last=dated[-1],
        total=len(places),
        names=_names(records),
        verdicts=[(Label(v), n) for v, n in columns.verdict.counts(rows).items()],
        reversals=reversals,
        shown=shown,
        filters=filters,
        plot=bars(series, height=120) if series and series.days > 1 else None,
        promises=due.of_speaker(speaker)[:SHOWN] if due else [],
        likelihoods=[s for s in likelihoods.series if s.speaker.id == speaker][:SHOWN]
        if likelihoods
        else [],
        score=likelihoods.scores.get(speaker) if likelihoods else None,
        pending=due is None or likelihoods is None,
        corrections=about_speaker(snapshot, speaker),
        seen=seen(snapshot, speaker),
    )


def _names(records: list[Record]) -> list[tuple[str, int, str]]:
    """Return the words that stand for a speaker, how often, and why they are this one."""
    counts = Counter(r.statement.speaker.mention or r.statement.speaker.name for r in records)
    reasons: dict[str, str] = {}
    for record in records:
        mention = record.statement.speaker
        why = "; ".join(filter(None, (mention.reason, record.judgement.reason)))
        reasons.setdefault(mention.mention or mention.name, why)
    return [(name, count, reasons[name]) for name, count in counts.most_common(25) if name]


@routes.get("/deadlines")
def board(request: Request) -> Response:
    """The announced dates, by what became of them."""
    desk = desk_of(request)
    due = desk.watch.wait("due", work.due, PATIENCE)
    status = request.query_params.get("status", "")
    if status and status not in set(Status):
        raise UsageError(f"no status is called {status!r}")
    columns = {
        each: [a for a in due.announced if a.status is each] if due else []
        for each in (Status.OPEN, Status.MOVED, Status.MISSED, Status.MET, Status.UNKNOWN)
        if not status or each == status
    }
    most = 200 if status else 25
    return page(
        request,
        "deadlines.html.j2",
        on=due.on if due else None,
        pending=due is None,
        columns={name: found[:most] for name, found in columns.items()},
        sizes={name: len(found) for name, found in columns.items()},
        known=desk.now.by_id,
        chosen=status,
    )


@routes.get("/deadlines.ics")
def calendar(request: Request) -> Response:
    """The announced dates for a calendar."""
    due = desk_of(request).watch.wait("due", work.due, 30)
    text = due_calendar(due.announced if due else ())
    headers = {"content-disposition": 'attachment; filename="deadlines.ics"'}
    return Response(text, media_type="text/calendar; charset=utf-8", headers=headers)


@routes.get("/lenses")
def lens_list(request: Request) -> Response:
    """The lenses that come with redite."""
    return page(request, "lenses.html.j2", lenses=[(n, lenses.load(n)) for n in lenses.shipped()])


@routes.get("/lenses/{name}")
def lens(request: Request, name: str) -> Response:
    """One subject: how much was said when, its bursts, and what they coincide with."""
    if name not in lenses.shipped():
        raise HTTPException(404, f"no lens is called {name[:80]!r}")
    desk = desk_of(request)
    found = desk.watch.wait(f"lens:{name}", work.seen(name), PATIENCE)
    records = found.records if found else ()
    return page(
        request,
        "lens.html.j2",
        name=name,
        lens=lenses.load(name),
        found=found,
        plot=bars(found.series, found.bursts) if found and found.series else None,
        latest=records[:-16:-1],
        speakers=Counter(r.judgement.speaker for r in records).most_common(8),
        total=len(records),
    )


@routes.get("/search")
def search(request: Request) -> Response:
    """Statements that hold all of the words, in any language."""
    desk = desk_of(request)
    filters = Filters.of(request.query_params)
    q = request.query_params.get("q", "")[:200].strip()
    given = request.query_params.get("page", "1")
    number = max(1, int(given)) if given.isascii() and given.isdigit() and len(given) < 6 else 1
    index = desk.watch.wait("search", work.searchable, PATIENCE) if q else None
    hits: list[Hit] = []
    total = 0
    near: list[Record] = []
    if q and index is not None:
        snapshot = index.snapshot
        chosen = filtering.rows(snapshot, filters)
        hits, total = index.findings.find(q, chosen, filtering.PAGE, (number - 1) * filtering.PAGE)
        if number == 1:
            shown = {hit.record.statement.id for hit in hits}
            admitted = (
                {snapshot.all[int(at)].statement.id for at in chosen.nonzero()[0]}
                if desk.means
                else set()
            )
            near = [r for r in desk.near(q, admitted) if r.statement.id not in shown]
    return page(
        request,
        "search.html.j2",
        q=q,
        filters=filters,
        hits=[
            # As people see it now, though the index may be of a moment ago.
            (desk.now.by_id.get(h.record.statement.id, h.record), marked(h.record.content, h.marks))
            for h in hits
        ],
        total=total,
        number=number,
        more=total > number * filtering.PAGE,
        pending=bool(q) and index is None,
        near=near,
    )


def marked(
    content: str, marks: tuple[tuple[int, int], ...], width: int = 360
) -> list[tuple[str, bool]]:
    """Return a snippet around the first words found, in pieces, with whether each was found."""
    start = max(0, marks[0][0] - width // 3) if marks and len(content) > width else 0
    end = min(len(content), start + width)
    found: list[tuple[str, bool]] = [("… ", False)] if start else []
    at = start
    for left, right in marks:
        if left < at or right > end:
            continue
        found += [(content[at:left], False), (content[left:right], True)]
        at = right
    found.append((content[at:end], False))
    if end < len(content):
        found.append((" …", False))
    return [piece for piece in found if piece[0]]
