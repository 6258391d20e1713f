"""What is unsure or damaged: verdicts that the evidence does not decide, flagged words, no dates.

A saying is told in one sentence and our confidence in another, so that a word of likelihood that
somebody used never stands beside ours (ICD 203).
"""

from __future__ import annotations

from collections.abc import Sequence

from redite.briefing.folding import counted, named, reports_of
from redite.briefing.matter import Matter, Saying, Told, cites, distinct
from redite.briefing.sayings import CONTRASTING, against, finished, plain, quoted_cites, weight
from redite.reports import outlet
from redite.values import Cite, Label

MOST = 8
"""Undecided verdicts that are told one by one."""
FLAGS = 12
_ANOTHERS = 3


def tell(matter: Matter, *, full: bool) -> list[Told]:
    """Return the sentences on all that a reader should take with care."""
    unsure = [one for one in matter.sayings if one.verdict.unsure]
    new = [one for one in unsure if one.verdict.label is Label.NEW]
    held = [one for one in unsure if one.verdict.label is not Label.NEW]
    held.sort(key=lambda one: -weight(matter, one))
    held.sort(key=_rank)
    telling = [one for one in held if full or (one.shown and _rank(one) < _ANOTHERS)]
    telling = telling[: None if full else MOST]
    told = _flagged(matter)
    for one in telling:
        told += _undecided(matter, one)
    if rest := [one for one in held if one not in telling]:
        told.append(_counted(matter, rest, "folded"))
    if new:
        told.append(_counted(matter, new, "new"))
    undated = [one for one in matter.sayings if not any(r.article.dated for r in one.reports)]
    if undated:
        told.append(_counted(matter, undated, "undated"))
    return told


def _rank(one: Saying) -> int:
    """Return how soon an undecided verdict is told: contrasts, then what one speaker said twice.

    That somebody else may have said the same is told last, and one by one in full briefs only.
    """
    if one.verdict.label in CONTRASTING:
        return 0
    same = one.evidence[0].judgement.speaker.id == one.lead.judgement.speaker.id
    if not same:
        return _ANOTHERS
    return 1 if one.verdict.label is Label.UPDATE else 2


def _undecided(matter: Matter, one: Saying) -> list[Told]:
    say, lead = matter.say, one.lead
    first, held = against(matter, one)
    key = one.verdict.label.value.replace("-", "_")
    reported = one.verdict.label is Label.SAME_UTTERANCE
    text = say.doubts[key].format(
        own=say.carried(one.reports),
        whom=_whom(matter, one),
        when=say.when_reported(first, matter.year) if reported else say.when(first, matter.year),
        sources=say.carried(held),
    )
    return [
        Told(finished(plain(matter, lead, one.reports)), quoted_cites(matter, one.reports, lead)),
        Told(finished(text), cites([*one.reports, *held])),
    ]


def _whom(matter: Matter, one: Saying) -> str:
    first, _ = against(matter, one)
    same = first.judgement.speaker.id == one.lead.judgement.speaker.id
    return matter.say.verdicts["same_speaker"] if same else matter.say.speaker(first)


def _counted(matter: Matter, sayings: Sequence[Saying], key: str) -> Told:
    text = matter.say.doubts[key].format(
        count=counted(matter, sayings), names=named(matter, sayings)
    )
    return Told(finished(text), cites(reports_of(sayings)))


def _flagged(matter: Matter) -> list[Told]:
    say = matter.say
    told, seen = [], set()
    for one in matter.sayings:
        for record in one.reports:
            for flag in matter.flags.get(record.article.key, ()):
                if (record.article.key, flag.span) in seen:
                    continue
                seen.add((record.article.key, flag.span))
                text = say.doubts["flag"].format(
                    outlet=outlet(record.article) or say.sources["nobody"],
                    why=say.damaged(flag, record.article.text),
                )
                cite = Cite(record.standing.id, flag.span, record.statement.id)
                told.append(Told(finished(text), (cite,)))
    return distinct(say, told)[:FLAGS]
