"""The brief as a page: each sentence opens its evidence in place."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from markupsafe import Markup
from starlette.exceptions import HTTPException
from starlette.responses import Response

from redite import lenses
from redite.briefing.wording import Wording, wording
from redite.desk.asked import asked, day_of, desk_of, has_changed, mark_of
from redite.desk.briefing import Asked
from redite.desk.pages import page
from redite.desk.snapshot import Snapshot
from redite.desk.words import language_of
from redite.exports.evidence import sources
from redite.exports.plot import svg
from redite.exports.shown import one_line
from redite.reports import leading, published_on
from redite.text.ids import digest
from redite.values import Brief, Chart, Record, Sentence

routes = APIRouter(include_in_schema=False)
SHOWN = 40
"""Sentences of one section on the page."""
DAYS = 180
"""Days of a plot."""
SOURCES = 12
"""Reports that are shown of one sentence's evidence."""
JUDGED = ("new", "changed", "disputed", "repeated")
"""Sections of which each sentence tells one saying and its verdict."""
_QUOTED = re.compile(r"(„[^„“]*“|‘[^‘]*’(?!\w)|“[^”]*”|«[^»]*»)")
"""Words between marks, whatever other marks they hold."""


@routes.get("/today")
def today(request: Request) -> Response:
    """The brief of the last day on record, or of the days and the subject asked for."""
    desk = desk_of(request)
    snapshot = desk.now
    period = period_of(request, snapshot)
    language = language_of(request)
    say = wording(language)
    pending = bool(period.lens) and desk.seen(period.lens) is None
    brief = None if pending else desk.brief(period, language)
    why = desk.why(period) if brief else None
    sections: dict[str, list[tuple[str, str, Record, Record]]] = {}
    if brief is not None and brief.charts:
        sections[say.headings["timing"]] = []
    for sentence in brief.sentences if brief else ():
        lead = snapshot.by_id.get(sentence.cites[0].statement or "")
        if lead is not None:
            told = sentence.text, name_of(sentence), lead, _judged(snapshot, period, lead)
            sections.setdefault(sentence.section, []).append(told)
    order = {heading: at for at, heading in enumerate(say.headings.values())}
    return page(
        request,
        "today.html.j2",
        brief=brief,
        period=period,
        mark=mark_of(snapshot),
        asked=_query(request),
        address=_address(period),
        left_out=brief is not None and desk.leaves_out(period),
        lenses=lenses.shipped(),
        sections={n: sections[n][:SHOWN] for n in sorted(sections, key=lambda n: order.get(n, 0))},
        sizes={name: len(each) for name, each in sections.items()},
        pieces=pieces,
        judged=frozenset(say.headings[name] for name in JUDGED),
        timing=say.headings["timing"],
        charts=charts(brief, say) if brief else [],
        tried=why.tried if why else (),
        pending=why is None,
        previous=_neighbour(snapshot, period.since, -1),
        next=_neighbour(snapshot, period.until, 1),
    )


@routes.get("/today/fresh")
def fresh(request: Request) -> Response:
    """Says whether the ledger has changed since a brief was made; empty where it has not."""
    query = _query(request)
    address = f"/today?{query}" if query else "/today"
    return page(request, "fresh.html.j2", changed=has_changed(request), address=address)


@routes.get("/today/evidence")
def evidence(request: Request) -> Response:
    """What one sentence rests on: the words of every report, in their surroundings."""
    desk = desk_of(request)
    period = period_of(request, desk.now)
    wanted = asked(request, "sentence")
    brief = desk.brief(period, language_of(request))
    sentence = next((s for s in brief.sentences if name_of(s) == wanted), None)
    if sentence is None:
        raise HTTPException(404, "the brief has changed: no sentence of it reads so now")
    found = sources(sentence, desk.now.by_id)
    return page(
        request,
        "evidence.html.j2",
        whole="hx-request" not in request.headers,
        sentence=sentence.text,
        found=found[:SOURCES],
        more=max(0, len(found) - SOURCES),
        known=desk.now.by_id,
    )


def period_of(request: Request, snapshot: Snapshot) -> Asked:
    """Return which brief an address asks for: without days, that of the last day on record."""
    since, until = day_of(asked(request, "since")), day_of(asked(request, "until"))
    if since is None and until is None:
        since = until = snapshot.last_day
    if since and until and since > until:
        since, until = until, since
    counted = bool(asked(request, "counted"))
    return Asked(since, until, asked(request, "lens"), counted)


def _judged(snapshot: Snapshot, period: Asked, told: Record) -> Record:
    """Return the report whose verdict a sentence tells: it may quote another one of the saying."""
    reports = [
        report
        for report in snapshot.of_utterance(told.judgement.utterance)
        if (period.since is None or period.since <= published_on(report))
        and (period.until is None or published_on(report) <= period.until)
    ]
    return leading(reports) if reports else told


def _query(request: Request) -> str:
    """Return what an address asks for, so that who looks at the last day goes on to the next."""
    names = ("since", "until", "lens", "counted")
    return urlencode({name: given for name in names if (given := asked(request, name))})


def _address(period: Asked) -> str:
    """Return the query that asks for a brief."""
    days = {"since": period.since, "until": period.until}
    given = {name: day.isoformat() for name, day in days.items() if day}
    more = {"lens": period.lens, "counted": "1" if period.counted else ""}
    return urlencode(given | {name: value for name, value in more.items() if value})


def name_of(sentence: Sentence) -> str:
    """Return what an address calls a sentence: the same words have the same name."""
    return digest(sentence.section, sentence.text)


def charts(brief: Brief, say: Wording) -> list[tuple[Markup, str]]:
    """Return the plots of a brief, each with what it shows in words."""
    words = say.timing["axis"], say.timing["period"]
    return [
        (
            svg(chart, brief.since, brief.until, *words),
            say.page["legend"].format(name=one_line(chart.name)),
        )
        for chart in map(latest, brief.charts)
        if any(chart.sayings)
    ]


def latest(chart: Chart) -> Chart:
    """Return the last `DAYS` of a plot: more bars than that nobody can tell apart."""
    first = chart.first + timedelta(days=max(0, len(chart.sayings) - DAYS))
    return replace(
        chart,
        first=first,
        sayings=chart.sayings[-DAYS:],
        origins=chart.origins[-DAYS:],
        bursts=tuple((max(a, first), b) for a, b in chart.bursts if b >= first),
    )


def pieces(text: str) -> list[tuple[str, bool]]:
    """Return a sentence in pieces, with whether each is quoted."""
    found = []
    for piece in _QUOTED.split(text):
        if piece:
            found.append((piece, piece.startswith(("“", "«", "„", "‘"))))
    return found


def _neighbour(snapshot: Snapshot, day: date | None, step: int) -> date | None:
    """Return the nearest other day on record before or after one."""
    if day is None:
        return None
    days = snapshot.days
    others = [d for d in days if (d > day if step > 0 else d < day)]
    return (others[0] if step > 0 else others[-1]) if others else None
