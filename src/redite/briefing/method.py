"""How a brief was made, in words and in numbers. This stands outside its sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

import redite
from redite.briefing.matter import Matter
from redite.briefing.wording import Wording
from redite.reports import by_utterance, leading, outlet
from redite.values import Label, Record

_COUNTED = {
    Label.NEW: "new",
    Label.UPDATE: "updates",
    Label.REPEAT: "repeats",
    Label.ECHO: "echoes",
    Label.DISPUTE: "disputes",
    Label.REVERSAL: "reversals",
    Label.SAME_UTTERANCE: "reported_again",
}

_ORDER = ("new", "update", "contrast", "repeat", "unsure")
_PARTS = {
    Label.NEW: "new",
    Label.UPDATE: "update",
    Label.DISPUTE: "contrast",
    Label.REVERSAL: "contrast",
    Label.REPEAT: "repeat",
    Label.ECHO: "repeat",
    Label.SAME_UTTERANCE: "repeat",
}
"""How the account of the method sorts the verdicts."""


def count(inside: Sequence[Record], matter: Matter, folded: int) -> dict[str, int]:
    """Return the counts of a brief; every utterance is under one verdict, or left out."""
    labels = Counter(one.verdict.label for one in matter.sayings)
    articles = {record.article.key: record.standing.duplicate_of for record in inside}
    outlets = {
        outlet(r.article) or r.article.key for r in inside if r.standing.duplicate_of is None
    }
    groups = by_utterance(inside)
    return {
        "articles": len(articles),
        "duplicates": sum(original is not None for original in articles.values()),
        "outlets": len(outlets),
        "statements": len(inside),
        "utterances": len(groups),
        **{name: labels[label] for label, name in _COUNTED.items()},
        "unsure": sum(leading(group).judgement.verdict.unsure for group in groups),
        "left_out": matter.left_out,
        "scraps": matter.scraps,
        "advertised": matter.advertised,
        "folded": folded,
    }


def explain(
    inside: Sequence[Record],
    counts: Mapping[str, int],
    matter: Matter,
    lens: str | None,
    timing: str,
) -> str:
    """Return how the brief was made: what it counts, who judged, what it leaves out."""
    say = matter.say
    period = _period(matter.since, matter.until, say)
    if not inside:
        empty = say.method["empty"].format(period=period)
        return f"{empty} {say.method['version'].format(version=redite.__version__)}"
    versions = ", ".join(sorted({record.version for record in inside}))
    people = sum(record.by != "machine" for record in inside)
    told = [
        say.method["made"].format(
            articles=say.count(counts["articles"], "articles"),
            statements=say.count(counts["statements"], "statements"),
            utterances=say.count(counts["utterances"], "utterances"),
            period=period,
        ),
        _told(matter),
        say.method["lens"].format(lens=lens) if lens else "",
        say.method["counted"].format(duplicates=counts["duplicates"]),
        say.method["judged"].format(version=versions),
        timing,
    ]
    if counts["folded"]:
        folded = say.count(counts["folded"], "sayings")
        told.append(say.method["folded"].format(folded=folded))
    if counts["left_out"]:
        left_out = say.count(counts["left_out"], "sentences")
        told.append(say.method["left_out"].format(left_out=left_out))
    if counts["scraps"]:
        scraps = say.count(counts["scraps"], "sayings")
        told.append(say.method["scraps"].format(scraps=scraps))
    if counts["advertised"]:
        advertised = say.count(counts["advertised"], "sayings")
        told.append(say.method["advertised"].format(advertised=advertised))
    if people:
        told.append(say.method["corrected"].format(people=people))
    return " ".join(part.strip() for part in told if part)


def _told(matter: Matter) -> str:
    """Return how many sayings the brief tells, and what they add; empty where it tells none."""
    say, counts = matter.say, Counter[str]()
    for one in matter.sayings:
        counts["unsure" if one.verdict.unsure else _PARTS[one.verdict.label]] += 1
    parts = [say.count(counts[key], f"{key}_sayings") for key in _ORDER if counts[key]]
    if not parts:
        return ""
    told = say.count(len(matter.sayings), "sayings")
    return say.method["told"].format(sayings=told, parts=say.listed(parts))


def _period(since: date | None, until: date | None, say: Wording) -> str:
    if since and until:
        return say.stretch(since, until, None)
    key = "since" if since else "until" if until else "always"
    first = say.day(since, None) if since else ""
    last = say.day(until, None) if until else ""
    return say.period[key].format(since=first, until=last)
