"""Whether a reader learns who spoke."""

from __future__ import annotations

import re
from functools import lru_cache

from redite.lang import languages
from redite.text.nominals.words import pronouns
from redite.text.nominative import LANGUAGES as INFLECTED
from redite.text.nominative import readings
from redite.text.places import PlaceKind, find_places
from redite.values import Record, SpeakerKind

_AROUND = 1000
"""Code points around a saying in which its speaker is looked for."""


def identified(record: Record) -> bool:
    """Say whether a reader learns who spoke: a name, an office, or the words for a source."""
    speaker = record.judgement.speaker
    name = " ".join((speaker.name or record.statement.speaker.name).split())
    alone = " " not in name
    if not name or (alone and (speaker.kind is SpeakerKind.UNNAMED or name.islower())):
        return False
    if speaker.kind is SpeakerKind.UNNAMED and points_back(name, record):
        return False
    if speaker.kind is SpeakerKind.ORGANISATION and is_a_kind(name, record):
        return False
    return not names_nobody(name, record.article.language)


def one_body(one: Record, other: Record) -> bool:
    """Say whether two spoke who are one to a reader: by id, or by a body's name that is shortened.

    Right beside "the Ministry of Fisheries of Velmora" the "Ministry of Fisheries" is no other.
    """
    here, there = one.judgement.speaker, other.judgement.speaker
    if here.id == there.id:
        return True
    if {here.kind, there.kind} != {SpeakerKind.ORGANISATION} or not (here.name and there.name):
        return False
    words, others = (name.casefold().split() for name in (here.name, there.name))
    return words[: len(others)] == others or others[: len(words)] == words


def points_back(name: str, record: Record) -> bool:
    """Say whether words for a source only point back to somebody: "his words"."""
    language = record.article.language
    if language not in languages():
        return False
    return not pronouns(language).isdisjoint(name.lower().split())


def is_a_kind(name: str, record: Record) -> bool:
    """Say whether what goes for the name of a body says only what kind of body it is.

    "The town council" and "the government" are those of some town and some country; "the Velmoran
    government" is known. One word may have got its capital here, and is as the text prints it.
    """
    capital = " " not in name and name[1:].islower()
    small = name.islower() or (capital and _prints(record, name.lower()))
    return small and not _names_a_place(name, record.article.language)


def _prints(record: Record, word: str) -> bool:
    """Say whether the passage around a saying holds a word in just these letters."""
    content = record.statement.attribution.content
    start, end = max(0, content[0].start - _AROUND), content[-1].end + _AROUND
    return re.search(rf"\b{re.escape(word)}\b", record.article.text[start:end]) is not None


@lru_cache(maxsize=4096)
def _names_a_place(name: str, language: str | None) -> bool:
    return next(iter(find_places(name, language)), None) is not None


@lru_cache(maxsize=4096)
def names_nobody(name: str, language: str | None) -> bool:
    """Say whether what goes for a name is none: "Velmoran" alone, or words with their verb."""
    if language in INFLECTED and _tells_a_clause(name, language):
        return True
    return any(
        place.kind is PlaceKind.PEOPLE and place.span.start == 0 and place.span.end == len(name)
        for place in find_places(name, language)
    )


def _tells_a_clause(name: str, language: str) -> bool:
    """Say whether a word in small letters can be nothing but a verb: "как сообщает агентство"."""
    for word in name.split():
        read = readings(word, language) if word.islower() and word.isalpha() else ()
        if read and all(one.part == "VERB" and one.sure for one in read):
            return True
    return False
