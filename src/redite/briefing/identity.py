"""Whether a reader learns who spoke."""

from __future__ import annotations

from functools import lru_cache

from redite.lang import languages
from redite.text.nominals.words import data_for
from redite.text.nominative import LANGUAGES as INFLECTED
from redite.text.nominative import readings
from redite.text.places import PlaceKind, find_places
from redite.values import Record, SpeakerKind


def identified(record: Record) -> bool:
    """Say whether a reader learns who spoke: a name, an office, or the words for a source."""
    speaker = record.judgement.speaker
    name = " ".join((speaker.name or record.statement.speaker.name).split())
    alone = " " not in name
    if not name or (alone and (speaker.kind is SpeakerKind.UNNAMED or name.islower())):
        return False
    if speaker.kind is SpeakerKind.UNNAMED and points_back(name, record):
        return False
    return not names_nobody(name, record.article.language)


def points_back(name: str, record: Record) -> bool:
    """Say whether words for a source only point back to somebody: "his words"."""
    language = record.article.language
    if language not in languages():
        return False
    words = data_for(language)
    pronouns = {*words.he, *words.she, *words.they}
    return not pronouns.isdisjoint(name.lower().split())


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
