"""Whether a reader learns who spoke."""

from __future__ import annotations

from functools import lru_cache

from redite.reports import outlet
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
    return not names_nobody(name, record.article.language)


def of_its_own(record: Record) -> bool:
    """Say whether an outlet tells what it says itself: "as the Courier has learnt"."""
    name, own = record.judgement.speaker.name, outlet(record.article)
    return name is not None and own is not None and name.casefold() in own.casefold()


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
