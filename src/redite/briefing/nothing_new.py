"""Speakers, or a whole subject, of whom nothing is new: only repeats and echoes.

The pattern behind "nothing in it is new". The brief states the facts of repetition, with the
earlier sayings, and accuses nobody: what is said again may well be true and worth saying.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from redite.briefing.folding import counted, reports_of
from redite.briefing.matter import Matter, Reports, Saying, Told
from redite.briefing.quoting import EARLIER, quote
from redite.briefing.sayings import REPEATING, against, finished, flag, quoted_cites
from redite.values import Record

LEAST = 3
"""Sayings of one speaker that make a pattern."""
SHOWN = 3


def tell(matter: Matter, *, subject: bool, bursting: Collection[str]) -> list[Told]:
    """Return one sentence for the subject, or for each speaker, with nothing but repeats.

    Args:
        matter: What the brief is made from.
        subject: The brief is on one subject, and may be silent on it as a whole.
        bursting: Ids of the speakers who said more than usual in the period.
    """
    everything = list(matter.sayings)
    if subject and len(everything) >= LEAST and _only_repeats(everything):
        return [_told(matter, everything, "subject")]
    by_speaker: dict[str, list[Saying]] = {}
    for one in everything:
        if one.lead.judgement.speaker.name:
            by_speaker.setdefault(one.lead.judgement.speaker.id, []).append(one)
    return [
        _told(matter, group, "burst" if speaker in bursting else "all")
        for speaker, group in by_speaker.items()
        if len(group) >= LEAST and _only_repeats(group)
    ]


def _only_repeats(sayings: Sequence[Saying]) -> bool:
    return all(one.verdict.label in REPEATING and not one.verdict.unsure for one in sayings)


def _told(matter: Matter, group: Sequence[Saying], key: str) -> Told:
    say = matter.say
    held = [against(matter, one) for one in group]
    earliest: dict[str, tuple[Record, Reports]] = {}
    for named, reports in sorted(held, key=lambda pair: pair[0].order):
        earliest.setdefault(named.judgement.utterance, (named, reports))
    shown = list(earliest.values())[:SHOWN]
    told = []
    for named, reports in shown:
        quoted = quote(named, EARLIER)
        told.append(
            say.nothing_new["earlier"].format(
                words=say.quoted(quoted.text),
                flag=flag(matter, named, quoted.spans),
                when=say.when(named, matter.year),
                sources=say.carried(reports),
            )
        )
    who, count = say.speaker(group[0].lead), counted(matter, group)
    text = say.nothing_new[key].format(
        who=who, count=count, earlier=say.list["semicolon"].join(told)
    )
    earlier = [record for _, reports in shown for record in reports]
    return Told(
        text=finished(text),
        cites=quoted_cites(matter, [*reports_of(group), *earlier], *(named for named, _ in shown)),
        weight=4.0 + len(group) / 2 + (2.0 if key == "burst" else 0.0),
        short=say.nothing_new["short_subject" if key == "subject" else "short"].format(
            who=who, count=count
        ),
        short_cites=quoted_cites(matter, reports_of(group)),
        speaker=group[0].lead.judgement.speaker.id,
        about=frozenset(one.utterance for one in group if len(shown) == len(earliest)),
    )
