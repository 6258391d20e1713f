"""Speakers: by which names they go, what they announced, how well they judged."""

from __future__ import annotations

from urllib.parse import urlencode

from fastapi import APIRouter, HTTPException, Request
from starlette.responses import Response

from redite.desk import work
from redite.desk.api import answers
from redite.desk.asked import desk_of
from redite.desk.filters import MOST
from redite.desk.pages import json
from redite.desk.people import RECENT, names, said_again
from redite.desk.searching import named
from redite.exports.due import due_object
from redite.exports.forecasts import forecasts_object

routes = APIRouter()


@routes.get("/speakers", response_model=answers.Listed)
def speakers(
    request: Request, q: answers.Words = "", page: answers.Page = 1, limit: answers.Limit = 50
) -> Response:
    """Who is on record, or bears the words `q` in a name; those with most statements first."""
    snapshot = desk_of(request).now
    counts = snapshot.columns.speaker.counts(snapshot.in_force)
    ids = list(named(snapshot, q, len(counts)) if q else counts)
    items = []
    for speaker in ids[(page - 1) * limit : page * limit]:
        one = snapshot.of_speaker(speaker)[0].judgement.speaker
        count = counts[speaker]
        items.append({"id": speaker, "name": one.name, "kind": one.kind.value, "statements": count})
    further = None
    if len(ids) > page * limit:
        query = {"q": q, "page": str(page + 1), "limit": str(limit)}
        further = f"/api/speakers?{urlencode({k: v for k, v in query.items() if v})}"
    return json(request, answers.listed(len(ids), items, further))


@routes.get("/speakers/{speaker}", responses=answers.problem("No such speaker."))
def speaker(request: Request, speaker: answers.Id) -> answers.Answer:
    """One speaker: names with reasons, what is said again, dates announced, likelihoods."""
    desk = desk_of(request)
    snapshot = desk.now
    records = [r for r in snapshot.of_speaker(speaker) if snapshot.is_in_force(r)]
    if not records:
        raise HTTPException(404, "no such speaker on record")
    due = desk.watch.wait("due", work.due, answers.PATIENCE)
    likelihoods = desk.watch.wait("likelihoods", work.likelihoods, answers.PATIENCE)
    if due is None or likelihoods is None:
        raise HTTPException(503, "being worked out; ask again soon")
    one = records[0].judgement.speaker
    series = [each for each in likelihoods.series if each.speaker.id == speaker]
    return answers.sent(
        request,
        {
            "id": speaker,
            "name": one.name,
            "kind": one.kind.value,
            "statements": len(records),
            "names": [
                {
                    "name": name.name,
                    "count": name.count,
                    "reason": name.reason,
                    "words": [
                        {"mention": mention, "reason": why} for mention, why in name.words.items()
                    ],
                }
                for name in names(records[-RECENT:])
            ],
            "again": [
                {"claim": first.judgement.claim, "first": first.statement.id, "occasions": count}
                for first, count in said_again(records[-RECENT:])
            ],
            "deadlines": due_object(due.of_speaker(speaker)[:MOST]),
            "forecasts": forecasts_object(series[:MOST], likelihoods.known),
        },
    )
