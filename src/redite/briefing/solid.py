"""What is solid enough to be told: words that say something, by somebody, held against their like.

A tagger takes a scrap for a saying now and then, and a judge sees one thing in two where only the
subject is the same. An analyst reading the sentence would notice, so a brief looks once more. What
does not stand this is counted and not told: scraps in the account of the method, sayings whose
relation to the record is not shown among those of low confidence.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from redite.briefing.events import NEAR, one_event
from redite.briefing.identity import identified
from redite.briefing.propositions import known_language, says_something
from redite.compare.likeness import compare, other_names, shared_names
from redite.compare.matches import INCIDENTS
from redite.compare.slots import changes
from redite.compare.words import WORD, Words, figures, read_words, unit_key
from redite.reports import of_its_own, published_on
from redite.text.numbers import find_numbers
from redite.values import Change, Label, Record, SpeakerKind

SHARED = 3
"""Keys that two sayings by different speakers share at least: fewer are a topic."""
SHARED_ACROSS = 2
"""The same between two languages, which share fewer keys by nature."""
ONE_THING = 0.35
"""Least overlap of what two speakers say, where one is told to change what the other said."""
ONE_NIGHT = timedelta(hours=18)
"""Within which what is told of an incident is told of the same one."""
SAME = 0.8
"""Least overlap of what is one saying all the same, days apart."""


def shows(label: Label, record: Record, evidence: Record) -> bool:
    """Say whether the words bear out that `record` stands in this relation to `evidence`.

    Of `record` it is known that it says something.
    """
    if not (identified(record) and identified(evidence) and says_something(evidence)):
        return False
    one, other = _words(record), _words(evidence)
    if label in (Label.REPEAT, Label.ECHO) and _maybe_one(record, evidence):
        return False
    near = abs(record.article.published - evidence.article.published) <= NEAR
    alike = _shares_enough(one, other)
    if label in (Label.DISPUTE, Label.REVERSAL):
        across = one.language != other.language  # words show little there
        return (near or alike or across) and not _one_holds_the_other(record, evidence)
    if other_names(one, other):
        return False
    # What names nothing itself is about whatever the words around it are about.
    told_alone = _one_person(record, evidence) or shared_names(one, other)
    same_words = compare(one, other).jaccard >= SAME
    if not told_alone and not one_event(record, evidence, same_words=same_words):
        return False
    if label is Label.UPDATE:
        found = record.judgement.verdict.changes
        if _counts_another_day(found) or (found and _another_day(one, record, evidence)):
            return False
        kept = shown_changes(found, record, evidence)
        return bool(kept) if found else alike or _one_speaker(record, evidence)
    if _another_day(one, record, evidence):
        return False
    if any(c.slot == "number" and c.before is not None for c in changes(other, one)):
        return False
    if _another_incident(one, other, record, evidence):
        return False
    if label is Label.SAME_UTTERANCE:
        return near or _one_occasion(record, evidence) or compare(one, other).jaccard >= SAME
    return label is not Label.ECHO or alike


def _counts_another_day(found: Sequence[Change]) -> bool:
    """Say whether both the number and the day are others: tonight's drones, not last night's."""
    turned = {one.slot for one in found if one.before is not None and one.after is not None}
    return {"number", "date"} <= turned


def _another_day(said: Words, record: Record, evidence: Record) -> bool:
    """Say whether "today" and "tonight" in one mean another day than in the other."""
    here, there = published_on(record), published_on(evidence)
    return here != there and any(key in ("today", "yesterday") for key, _ in said.times)


def _another_incident(one: Words, other: Words, record: Record, evidence: Record) -> bool:
    """Say whether the two tell of what happens night after night, a night apart or more.

    Drones are shot down and nobody is hurt every day: only a day or a count that both give, or the
    same day of the saying, shows that it is the one night.
    """
    apart = abs(record.article.published - evidence.article.published) > ONE_NIGHT
    if not apart or _one_occasion(record, evidence):
        return False
    if INCIDENTS.isdisjoint(compare(one, other).keys):
        return False
    return figures(one).isdisjoint(figures(other))


def _one_occasion(record: Record, evidence: Record) -> bool:
    here, there = record.statement.said_on, evidence.statement.said_on
    return here is not None and here == there


def one_thing(records: Sequence[Record], other: Record) -> bool:
    """Say whether any of `records` and `other` are of one claim, or share more than a topic."""
    if not (says_something(other) and identified(other)):
        return False
    return any(
        one.judgement.claim == other.judgement.claim or _shares_enough(_words(one), _words(other))
        for one in records
    )


def shown_changes(found: Sequence[Change], record: Record, evidence: Record) -> tuple[Change, ...]:
    """Return the changes of one and the same thing: numbers of one unit, in sayings alike."""
    one, other = _words(record), _words(evidence)
    alike = _shares_enough(one, other) and compare(one, other).jaccard >= ONE_THING
    if not (alike or _one_speaker(record, evidence)):
        return ()
    return tuple(
        change
        for change in found
        if change.slot != "number" or change.before is None or _one_unit(change, record, evidence)
    )


def _maybe_one(record: Record, evidence: Record) -> bool:
    """Say whether an office or a nameless source may be the very speaker whom its article names."""
    kinds = {record.judgement.speaker.kind, evidence.judgement.speaker.kind}
    nameless = not kinds.isdisjoint((SpeakerKind.OFFICE, SpeakerKind.UNNAMED))
    return nameless and record.article.key == evidence.article.key


def _one_person(record: Record, evidence: Record) -> bool:
    """Say whether one and the same somebody spoke; an outlet tells of anything, day after day."""
    unnamed = record.judgement.speaker.kind is SpeakerKind.UNNAMED
    return _one_speaker(record, evidence) and not (unnamed or of_its_own(record))


def _one_speaker(record: Record, evidence: Record) -> bool:
    return record.judgement.speaker.id == evidence.judgement.speaker.id


def _one_unit(change: Change, record: Record, evidence: Record) -> bool:
    here = _unit(str(change.after), record)
    return here != "" and here == _unit(str(change.before), evidence)


def _unit(shown: str, record: Record) -> str:
    """Return what a number counts: its unit, or the word behind it; empty where nothing shows."""
    language = known_language(record) or "en"
    content = record.content
    for quantity in find_numbers(content, language):
        if (
            not shown.startswith(quantity.span.of(content))
            and shown not in content[quantity.span.start : quantity.span.end]
        ):
            continue
        return unit_key(quantity, language)
    return ""


def _shares_enough(one: Words, other: Words) -> bool:
    """Say whether two sayings share more than a topic: of a short one, all that it says."""
    small = min(len(_said(one)), len(_said(other)))
    least = SHARED if one.language == other.language else SHARED_ACROSS
    shared = [key for key in compare(one, other).keys if key[0] != "#"]
    return len(shared) >= max(1, min(least, small))


def _said(words: Words) -> list[str]:
    return [key for key in words.keys if key[0] != "#"]


def _one_holds_the_other(record: Record, evidence: Record) -> bool:
    """Say whether one prints the other's words and more: longer is not contrary."""
    one, other = (f" {' '.join(WORD.findall(r.content.lower()))} " for r in (record, evidence))
    return one in other or other in one


def _words(record: Record) -> Words:
    return read_words(record.content, record.article.language)
