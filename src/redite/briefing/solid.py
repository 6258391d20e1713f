"""What is solid enough to be told: words that say something, by somebody, held against their like.

A tagger takes a scrap for a saying now and then, and a judge sees one thing in two where only the
subject is the same. An analyst reading the sentence would notice, so a brief looks once more. What
does not stand this is counted and not told: scraps in the account of the method, sayings whose
relation to the record is not shown among those of low confidence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta
from functools import lru_cache

from redite.briefing.quoting import How, quote
from redite.compare.likeness import compare, other_names
from redite.compare.slots import changes
from redite.compare.words import WORD, Words, read_words, unit_key
from redite.lang import languages
from redite.lang.comparison import comparison
from redite.reports import is_verbatim, outlet, published_on
from redite.text.clause_ends import CLAUSES_PARTED
from redite.text.numbers import find_numbers
from redite.text.places import PlaceKind, find_places
from redite.values import Change, Label, Record, SpeakerKind

WORDS = 3
"""Words from which what was said may be a sentence; two do where neither is a function word."""
SHARED = 3
"""Keys that two sayings by different speakers share at least: fewer are a topic."""
SHARED_ACROSS = 2
"""The same between two languages, which share fewer keys by nature."""
ONE_THING = 0.35
"""Least overlap of what two speakers say, where one is told to change what the other said."""
NEAR = timedelta(days=2)
"""Apart from which reports are of one occasion only where both give its day."""
SAME = 0.8
"""Least overlap of what is one saying all the same, days apart."""
_BROKEN_OFF = re.compile(r"[*_~]*\s+[*_~]*\w")
_BEFORE = re.compile(r"(\w+)[ \u00a0*_~]+$")


def says_something(record: Record) -> bool:
    """Say whether what was said is a proposition, as far as its words show: no scrap, no topic."""
    text, language = record.article.text, _known(record)
    content = record.statement.attribution.content
    if language is None:
        return len(WORD.findall(record.content)) > 1
    small = _function_words(language)
    words = [word.lower() for word in WORD.findall(record.content)]
    telling = [word for word in words if word not in small and not word[0].isdigit()]
    direct = is_verbatim(record)
    if len(words) < WORDS and len(telling) < len(words) and not direct:
        return False
    if len(words) < 2 or not (direct or (telling and _names_a_thing(record))):
        return False
    if words[-1] in small and _BROKEN_OFF.match(text, content[-1].end):
        return False
    # Where a comma or a "that" opens every clause, what follows a bare word is an object.
    return direct or not _is_object(record, small)


def _is_object(record: Record, small: frozenset[str]) -> bool:
    """Say whether the words only complete what stands before them, where clauses are parted.

    There a comma, or a "that" behind a comma, opens every clause. Right behind the verb that
    reports them an object may be told with that verb, and not without.
    """
    text, said = record.article.text, record.statement.attribution
    start = said.content[0].start
    before = _BEFORE.search(text, max(0, start - 40), start)
    if record.article.language not in CLAUSES_PARTED or before is None:
        return False
    if before.group(1).lower() in small:
        return text[: before.start()].rstrip(" \u00a0*_~")[-1:].isalnum()
    if any(span.start <= before.start(1) < span.end for span in said.source):
        return False
    behind_verb = any(span.start <= before.start(1) < span.end for span in said.cue)
    return not behind_verb or quote(record).how is How.PUT


def identified(record: Record) -> bool:
    """Say whether a reader learns who spoke: a name, an office, or the words for a source."""
    speaker = record.judgement.speaker
    name = " ".join((speaker.name or record.statement.speaker.name).split())
    alone = " " not in name
    if not name or (alone and (speaker.kind is SpeakerKind.UNNAMED or name.islower())):
        return False
    return not _adjective_alone(name, record.article.language)


def of_its_own(record: Record) -> bool:
    """Say whether an outlet tells what it says itself: "as the Courier has learnt"."""
    name, own = record.judgement.speaker.name, outlet(record.article)
    return name is not None and own is not None and name.casefold() in own.casefold()


@lru_cache(maxsize=4096)
def _adjective_alone(name: str, language: str | None) -> bool:
    """Say whether a name is nothing but "Velmoran": who that is got lost."""
    return any(
        place.kind is PlaceKind.PEOPLE and place.span.start == 0 and place.span.end == len(name)
        for place in find_places(name, language)
    )


def shows(label: Label, record: Record, evidence: Record) -> bool:
    """Say whether the words bear out that `record` stands in this relation to `evidence`."""
    if not (says_something(record) and says_something(evidence)):
        return False
    if not (identified(record) and identified(evidence)):
        return False
    one, other = _words(record), _words(evidence)
    near = abs(record.article.published - evidence.article.published) <= NEAR
    alike = _shares_enough(one, other)
    if label in (Label.DISPUTE, Label.REVERSAL):
        across = one.language != other.language  # words show little there
        return (near or alike or across) and not _one_holds_the_other(record, evidence)
    if other_names(one, other):
        return False
    if label is Label.UPDATE:
        found = record.judgement.verdict.changes
        kept = shown_changes(found, record, evidence)
        return bool(kept) if found else alike or _one_speaker(record, evidence)
    if _another_day(one, record, evidence):
        return False
    if any(c.slot == "number" and c.before is not None for c in changes(other, one)):
        return False
    if label is Label.SAME_UTTERANCE:
        return near or _one_occasion(record, evidence) or compare(one, other).jaccard >= SAME
    return label is not Label.ECHO or alike


def _another_day(said: Words, record: Record, evidence: Record) -> bool:
    """Say whether "today" and "tonight" in one mean another day than in the other."""
    here, there = published_on(record), published_on(evidence)
    return here != there and any(key in ("today", "yesterday") for key, _ in said.times)


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


def _one_speaker(record: Record, evidence: Record) -> bool:
    return record.judgement.speaker.id == evidence.judgement.speaker.id


def _one_unit(change: Change, record: Record, evidence: Record) -> bool:
    here = _unit(str(change.after), record)
    return here != "" and here == _unit(str(change.before), evidence)


def _unit(shown: str, record: Record) -> str:
    """Return what a number counts: its unit, or the word behind it; empty where nothing shows."""
    language = _known(record) or "en"
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


def _names_a_thing(record: Record) -> bool:
    return any(key[0] != "#" for key in _words(record).keys)


def _one_holds_the_other(record: Record, evidence: Record) -> bool:
    """Say whether one prints the other's words and more: longer is not contrary."""
    one, other = (f" {' '.join(WORD.findall(r.content.lower()))} " for r in (record, evidence))
    return one in other or other in one


def _words(record: Record) -> Words:
    return _read(record.content, record.article.language)


@lru_cache(maxsize=4096)
def _read(content: str, language: str | None) -> Words:
    return read_words(content, language)


def _known(record: Record) -> str | None:
    language = record.article.language
    return language if language in languages() else None


@lru_cache(maxsize=16)
def _function_words(language: str) -> frozenset[str]:
    return frozenset(comparison(language).stop_words.split())
