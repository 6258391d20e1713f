"""Articles that an outlet has changed since an earlier brief may have quoted them.

An edited text is a new version. What an earlier version reported, and the latest does not report
in these words, is listed in the brief of the period in which the edit came; where nothing of it
is left, the article counts as withdrawn.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date

from redite.briefing.matter import Matter, Told
from redite.briefing.quoting import EARLIER, quote
from redite.briefing.sayings import finished, flag, quoted_cites
from redite.reports import outlet, published_on
from redite.values import Article, Record

SHOWN = 3
"""Sayings of one article that are told one by one."""
MOST = 12
_ALIKE = 0.5
"""Share of words two sayings have in common, from which one is the other's correction."""


@dataclass(frozen=True, slots=True)
class Edits:
    """What older versions of edited articles reported, and what became of them."""

    reported: tuple[Record, ...] = ()
    """Statements of versions that have been superseded."""
    latest: Mapping[str, Article] | None = None
    """The latest versions by article key, those without a statement included."""


def tell(matter: Matter, edits: Edits) -> list[Told]:
    """Return one sentence for every saying that an edit of the period has changed or removed."""
    families: dict[str, list[Record]] = {}
    for record in edits.reported:
        if record.standing.superseded_by is not None:
            families.setdefault(record.standing.superseded_by, []).append(record)
    now: dict[str, list[Record]] = {}
    for record in matter.known.values():
        if record.article.key in families:
            now.setdefault(record.article.key, []).append(record)
    told = []
    for key in sorted(families, key=lambda key: families[key][0].order):
        latest = (edits.latest or {}).get(key)
        if latest is not None and _edited_inside(matter, families[key], latest):
            told += _article(matter, families[key], latest, now.get(key, []))
    return told[:MOST]


def edited_on(earlier: Article, latest: Article) -> date:
    """Return the day of an edit: as the outlet gives it, else the day it was taken in."""
    for moment in (latest.modified, latest.published):
        if moment is not None and moment > earlier.published:
            return moment.astimezone(UTC).date()
    return latest.taken_in.astimezone(UTC).date()


def _edited_inside(matter: Matter, old: Sequence[Record], latest: Article) -> bool:
    """Say whether the edit came in the period, and the text it changed before it."""
    earlier = old[0].article
    day = edited_on(earlier, latest)
    if matter.since is not None:
        before = earlier.published.astimezone(UTC).date() < matter.since
        if not before or day < matter.since:
            return False
    return matter.until is None or day <= matter.until


def _article(
    matter: Matter, old: Sequence[Record], latest: Article, now: Sequence[Record]
) -> list[Told]:
    text = f" {' '.join(_words(latest.text))} "
    gone = [r for r in old if f" {' '.join(_words(r.content.replace('…', ' ')))} " not in text]
    if not gone:
        return []
    withdrawn = not now and len(gone) == len(old)
    return [_told(matter, record, now, withdrawn=withdrawn) for record in gone[:SHOWN]]


def _told(matter: Matter, old: Record, now: Sequence[Record], *, withdrawn: bool) -> Told:
    say, quoted = matter.say, quote(old, EARLIER)
    successor = None if withdrawn else _successor(old, now)
    key = "withdrawn" if withdrawn else "changed" if successor is None else "changed_to"
    now_told = ""
    if successor is not None:
        other = quote(successor, EARLIER)
        now_told = say.quoted(other.text) + flag(matter, successor, other.spans)
    text = say.corrected[key].format(
        outlet=outlet(old.article) or say.sources["nobody"],
        when=say.day(published_on(old), matter.year),
        who=say.speaker(old),
        words=say.quoted(quoted.text) + flag(matter, old, quoted.spans),
        now=now_told,
    )
    leads = [old] if successor is None else [old, successor]
    cited = quoted_cites(matter, leads, *leads)
    return Told(
        text=finished(text),
        cites=cited,
        weight=4.5 if withdrawn else 3.0,
        short=text if withdrawn else "",
        short_cites=cited,
        speaker=old.judgement.speaker.id,
    )


def _successor(old: Record, now: Iterable[Record]) -> Record | None:
    """Return the saying of the latest version that stands for an old one, if any does."""
    wanted = set(_words(old.content))
    best, share = None, _ALIKE
    for record in now:
        found = set(_words(record.content))
        alike = len(wanted & found) / max(1, len(wanted | found))
        same = record.judgement.speaker.id == old.judgement.speaker.id
        if same and alike >= share:
            best, share = record, alike
    return best


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())
