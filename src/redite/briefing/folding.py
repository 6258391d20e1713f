"""A long day: the weightiest sayings in full, the others by speaker, repeats together.

A day may bring two hundred statements. What is said again within the period is told with what it
repeats; of what is new the weightiest get a sentence of their own, the others of one speaker share
one, and who said one thing that one outlet carried shares the last. Disputes and changes are
never folded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from redite.briefing.identity import identified
from redite.briefing.matter import Matter, Saying, Told, amount, standing_of
from redite.briefing.sayings import (
    CONTRASTING,
    REPEATING,
    finished,
    listed,
    quoted_cites,
    sentence,
    weight,
)
from redite.reports import of_its_own
from redite.values import Label, Record

IN_FULL = 24
"""Sentences of a section that a reader gets through."""
SPEAKERS = 12
"""Speakers whose other sayings get a sentence."""
QUOTES, NAMES = 3, 8


@dataclass(frozen=True, slots=True)
class Folded:
    """The sentences of the sections that tell sayings, and how many sayings have none."""

    new: tuple[Told, ...]
    changed: tuple[Told, ...]
    disputed: tuple[Told, ...]
    repeated: tuple[Told, ...]
    folded: int


def fold(matter: Matter, *, full: bool) -> Folded:
    """Return the sentences on everything that is new, changed, disputed or repeated.

    Args:
        matter: What the brief is made from.
        full: Give every saying a sentence of its own, however long the brief becomes.
    """
    heads, again = _heads(matter, full=full)
    weights = {
        one.id: weight(matter, one) + standing_of(reports_of(again.get(one.id, ()))) / 2
        for one in heads
    }

    def told(sayings: Iterable[Saying]) -> tuple[Told, ...]:
        return tuple(sentence(matter, one, again.get(one.id, ())) for one in sayings)

    new = [one for one in heads if one.verdict.label is Label.NEW]
    limit = len(new) if full or len(new) <= IN_FULL + QUOTES else IN_FULL
    ranked = sorted(new, key=lambda one: -weights[one.id])
    kept = ranked[:limit]
    rest = ranked[limit:]
    repeats = [one for one in heads if _sure(one, REPEATING)]
    repeats.sort(key=lambda one: -weights[one.id])
    limit = len(repeats) if full or len(repeats) <= SPEAKERS + 1 else SPEAKERS
    groups = [*told(repeats[:limit])]
    more = [*repeats[limit:]]
    more += [each for one in (*rest, *more) for each in again.get(one.id, ())]
    if more:
        groups.append(_more_repeats(matter, more))
    return Folded(
        new=(*told(kept), *_more_new(matter, rest)),
        changed=_ranked(told(one for one in heads if _sure(one, (Label.UPDATE,)))),
        disputed=_ranked(told(one for one in heads if _sure(one, CONTRASTING))),
        repeated=tuple(groups),
        folded=len(rest) + len(more),
    )


def named(matter: Matter, sayings: Sequence[Saying]) -> str:
    """Return who said how many of these, the busiest first: "A (3), B and 5 others"."""
    counts: dict[str, int] = {}
    for one in sayings:
        name = matter.say.speaker(one.lead)
        counts[name] = counts.get(name, 0) + 1
    names = sorted(counts, key=lambda name: -counts[name])
    shown = [
        matter.say.folded["name"].format(who=name, n=counts[name]) if counts[name] > 1 else name
        for name in (names if len(names) <= NAMES + 1 else names[:NAMES])
    ]
    if len(names) > len(shown):
        shown.append(matter.say.folded["others"].format(n=len(names) - len(shown)))
    return matter.say.listed(shown)


def counted(matter: Matter, sayings: Sequence[Saying]) -> str:
    """Return how much was said; every report changes the words."""
    return amount(matter.say, [one.reports for one in sayings])


def reports_of(sayings: Sequence[Saying]) -> list[Record]:
    """Return all reports of these sayings."""
    return [record for one in sayings for record in one.reports]


def _heads(matter: Matter, *, full: bool) -> tuple[list[Saying], dict[str, list[Saying]]]:
    """Return the sayings that begin a sentence, and by its id those that say the same again.

    A repeat or an echo of what was first said in the period itself, or of what another saying of
    the period repeats already, is told with that.
    """
    heads: list[Saying] = []
    again: dict[str, list[Saying]] = {}
    of_claim: dict[str, Saying] = {}
    for one in matter.sayings:
        claim = one.lead.judgement.claim
        head = of_claim.get(claim)
        only_repeats = _sure(one, (Label.REPEAT, Label.ECHO))
        if only_repeats and head is not None and not full:
            again.setdefault(head.id, []).append(one)
        else:
            heads.append(one)
            if only_repeats or (one.verdict.label is Label.NEW):
                of_claim.setdefault(claim, one)
    return heads, again


def _sure(saying: Saying, labels: tuple[Label, ...]) -> bool:
    return saying.verdict.label in labels and not saying.verdict.unsure


def _ranked(told: Iterable[Told]) -> tuple[Told, ...]:
    return tuple(sorted(told, key=lambda one: -one.weight))


def _more_new(matter: Matter, rest: Sequence[Saying]) -> Iterator[Told]:
    """Yield the sentences of what is new and has none of its own."""
    by_speaker: dict[str, list[Saying]] = {}
    for one in rest:
        by_speaker.setdefault(one.lead.judgement.speaker.id, []).append(one)
    busy = [group for group in by_speaker.values() if len(group) > 1 and _somebody(group[0])]
    busy.sort(key=lambda group: -sum(weight(matter, one) for one in group))
    alone = [group for group in by_speaker.values() if group not in busy] + busy[SPEAKERS:]
    for group in busy[:SPEAKERS]:
        yield _of_speaker(matter, group)
    if alone:
        others = [one for group in alone for one in group]
        text = matter.say.folded["rest"].format(
            count=counted(matter, others), names=named(matter, others)
        )
        yield Told(finished(text), quoted_cites(matter, reports_of(others)))


def _somebody(saying: Saying) -> bool:
    return identified(saying.lead) and not of_its_own(saying.lead)


def _of_speaker(matter: Matter, group: Sequence[Saying]) -> Told:
    say = matter.say
    shown = group[:QUOTES] if len(group) > QUOTES + 1 else group
    quotes = [listed(matter, one.lead) for one in shown]
    more = len(group) - len(shown)
    text = say.folded["speaker"].format(
        who=say.speaker(group[0].lead),
        count=counted(matter, group),
        quotes=say.list["semicolon"].join(quotes),
        more=say.folded["more"].format(count=more) if more else "",
    )
    leads = [one.lead for one in shown]
    return Told(finished(text), quoted_cites(matter, reports_of(group), *leads))


def _more_repeats(matter: Matter, rest: Sequence[Saying]) -> Told:
    text = matter.say.folded["repeated"].format(
        count=counted(matter, rest), names=named(matter, rest)
    )
    return Told(finished(text), quoted_cites(matter, reports_of(rest)))
