"""How a brief puts things in words: the patterns of `briefs.<language>.yaml`, typed and filled in.

Nothing here decides what is said; `redite.stages.briefs` does.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict

from redite.reports import (
    cue_words,
    cut,
    is_verbatim,
    outlet,
    printed,
    published_on,
    stance,
)
from redite.values import Change, DateInterval, Label, Record, SpeakerKind


class SectionWords(BaseModel):
    """One section: its heading and the verdicts it collects."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    name: str
    labels: tuple[Label, ...]


class VerdictWords(BaseModel):
    """What a verdict adds to a sentence."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    sure: str
    unsure: str


class Wording(BaseModel):
    """Every pattern of one language."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    sections: tuple[SectionWords, ...]
    said: dict[str, str]
    verbs: dict[str, str]
    via: dict[str, str]
    outlets: dict[str, str]
    verdicts: dict[Label, VerdictWords]
    changes: dict[str, str]
    slots: dict[str, str]
    since: dict[str, str]
    whose: str
    how: str
    same_speaker: str
    days: dict[str, str]
    months: tuple[str, ...]
    who: dict[str, Any]
    method: dict[str, str]
    period: dict[str, str]
    nouns: dict[str, tuple[str, str]]

    def count(self, number: int, noun: str) -> str:
        """Return a number with its noun: "1 article", "2 articles"."""
        return f"{number} {self.nouns[noun][number != 1]}"

    def day(self, day: date, year: int | None) -> str:
        """Return a day in words, with its year unless that is `year`."""
        pattern = self.days["day" if day.year == year else "day_year"]
        return pattern.format(day=day.day, month=self.months[day.month - 1], year=day.year)

    def verb(self, record: Record) -> str:
        """Return what the speaker did with the words: "said", unless the cue turns them round."""
        cue = cue_words(record)
        return self.verbs["affirmed" if is_verbatim(record) else stance(record)].format(cue=cue)

    def on(self, interval: DateInterval | None, year: int | None) -> str:
        """Return when something was said, with a leading blank; empty where no text says."""
        if interval is None or (interval.start is None and interval.end is None):
            return ""
        start, end = interval.start, interval.end
        if start is not None and end is not None:
            if start == end:
                return self.days["exact"].format(date=self.day(start, year))
            return self.days["between"].format(start=self.day(start, year), end=self.day(end, year))
        if start is not None:
            return self.days["from"].format(date=self.day(start, year))
        assert end is not None
        return self.days["until"].format(date=self.day(end, year))

    def when(self, record: Record, year: int | None) -> str:
        """Return when something was said: the day itself, else the day it was reported."""
        said = record.statement.said_on
        if said is not None and said.start is not None and said.start == said.end:
            return self.since["said"].format(date=self.day(said.start, year))
        if not record.article.dated:
            return self.since["undated"]
        return self.since["reported"].format(date=self.day(published_on(record), year))

    def when_reported(self, record: Record, year: int | None) -> str:
        """Return when a report was published."""
        if not record.article.dated:
            return self.since["undated"]
        return self.since["report"].format(date=self.day(published_on(record), year))

    def whose_report(self, record: Record) -> str:
        """Return the outlet of a report, in brackets; empty where nobody knows."""
        name = outlet(record.article)
        return self.whose.format(outlet=name) if name else ""

    def whose_words(self, record: Record) -> str:
        """Return whose words are quoted where they are not the speaker's own."""
        name = outlet(record.article)
        return self.how.format(outlet=name) if name and not is_verbatim(record) else ""

    def speaker(self, record: Record) -> str:
        """Return what to call the speaker, never more than the record tells."""
        speaker, mention = record.judgement.speaker, record.statement.speaker
        name = " ".join((speaker.name or mention.name).split())
        if not name:
            return str(self.who["unnamed"])
        if speaker.kind is SpeakerKind.UNNAMED:
            if _stands_in(name, record):
                return str(self.who["unnamed_words"]).format(words=cut(name, 80))
            return str(self.who["unnamed"])
        if speaker.kind is SpeakerKind.OFFICE:
            if record.article.language not in (None, "en") or not name.isascii():
                return str(self.who["office_printed"]).format(words=cut(name, 80))
            if name.split()[0].lower() in self.who["determined"]:
                return name
            return str(self.who["office"]).format(words=name)
        return self.named(name, speaker.kind)

    def named(self, name: str, kind: SpeakerKind) -> str:
        """Return a name as it stands in running text."""
        if kind is not SpeakerKind.ORGANISATION or name.lower().startswith("the "):
            return name
        if any(part in name for part in self.who["article_never"]):
            return name
        if any(part in name for part in self.who["article_before"]):
            return str(self.who["organisation"]).format(name=name)
        return name

    def chain(self, record: Record) -> str:
        """Return via whom, outermost first, with a leading blank; empty where nobody is between."""
        names = []
        via = record.judgement.via
        mentions = record.statement.via
        for at, speaker in enumerate(via):
            given = mentions[at].name if at < len(mentions) else ""
            name = " ".join((speaker.name or given).split())
            names.append(self.named(name, speaker.kind) if name else str(self.who["unnamed"]))
        if not names:
            return ""
        if len(names) == 1:
            return self.via["one"].format(first=names[0])
        return self.via["chain"].format(first=names[0], rest=self.via["link"].join(names[1:]))

    def carried(self, names: Sequence[str], total: int, *, first_named: bool) -> str:
        """Return who carried it, in brackets: `names` of `total` outlets, the first maybe told."""
        others = self.count(total - 1, "others")
        if total < 1 or not names or (first_named and total == 1):
            return self.outlets["none"]
        if first_named and total == 2 and len(names) == 2:
            return self.outlets["also_one"].format(second=names[1])
        if first_named:
            return self.outlets["also_many"].format(others=others)
        if total == 1:
            return self.outlets["one"].format(first=names[0])
        if total == 2 and len(names) == 2:
            return self.outlets["two"].format(first=names[0], second=names[1])
        return self.outlets["many"].format(first=names[0], others=others)

    def changed(self, changes: Sequence[Change], before: Record, after: Record) -> str:
        """Return how each slot changed; where no slot is known, what the words go beyond."""
        told = [self._change(change, before, after) for change in changes]
        if not any(told):
            return self.changes["unnamed"].format(words=printed(before))
        return self.changes["link"].join(part for part in told if part)

    def _change(self, change: Change, before: Record, after: Record) -> str:
        slot = self.slots.get(change.slot) or self.slots["other"].format(slot=change.slot)
        was = _quoted(change.before, before)
        now = _quoted(change.after, after)
        if was and now:
            return self.changes["changed"].format(slot=slot, before=was, after=now)
        if now:
            return self.changes["added"].format(slot=slot, after=now)
        return self.changes["dropped"].format(slot=slot, before=was) if was else ""


@cache
def wording(language: str = "en") -> Wording:
    """Return the patterns of `language`; only English is written yet."""
    source = files("redite.stages").joinpath(f"briefs.{language}.yaml")
    return Wording.model_validate(yaml.safe_load(source.read_text(encoding="utf-8")))


def _quoted(value: str | None, record: Record) -> str | None:
    """Return `value` in quotation marks where these very words are printed in the content."""
    if value is None or not value.strip():
        return None
    value = " ".join(value.split())
    return f"“{value}”" if value in record.content else value


def _stands_in(name: str, record: Record) -> bool:
    """Say whether `name` is printed near the content: only printed words are quoted."""
    content = record.statement.attribution.content
    start, end = max(0, content[0].start - 1000), content[-1].end + 1000
    return record.article.text.find(name, start, end) >= 0
