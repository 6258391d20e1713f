"""What people and bodies are called in the language of a brief, as its own texts call them.

A ledger keeps one name a speaker, whatever the script; a reader of French expects the spelling of
French papers, and one of Ukrainian expects Cyrillic. Whom no paper in that language names is
called as our lists have it: holders of office, countries and capitals, and the bodies that the
language file of the brief names. Who stands in none of these keeps the name on record, people in
Latin letters where the brief is written in them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from redite.briefing.wording import Wording, wording, written
from redite.names.romanised import is_cyrillic, romanised
from redite.offices import tenures
from redite.text.office_phrases import read_body
from redite.text.places import PlaceKind, find_places, place_name
from redite.values import Record, Speaker, SpeakerKind

ARTICLES = 2
"""Articles that print a name at least: one alone may be a poor translation."""
_UKRAINIAN = frozenset("іїєґ")
_FOREIGN = frozenset("ыэёъ")


def called(records: Iterable[Record], say: Wording) -> dict[str, str]:
    """Return by speaker id the names in the language of `say`, of those with another on record."""
    printed: dict[str, dict[str, set[str]]] = {}
    met: dict[str, tuple[Speaker, str | None]] = {}
    for record in records:
        speaker, mention = record.judgement.speaker, record.statement.speaker
        for one in _named(record):
            met.setdefault(one.id, (one, record.article.language))
        name = " ".join(mention.name.split())
        person = speaker.kind is SpeakerKind.PERSON
        if person and record.article.language == say.language and len(name.split()) > 1:
            articles = printed.setdefault(speaker.id, {}).setdefault(name, set())
            articles.add(record.article.key)
    found = {}
    for id, (one, language) in met.items():
        forms = printed.get(id, {})
        best = max(forms, key=lambda form: (len(forms[form]), form), default="")
        often = bool(best) and len(forms[best]) >= ARTICLES
        name = best if often else _listed(one, language, say)
        if name != one.name:
            found[id] = name
    return found


def _named(record: Record) -> Iterator[Speaker]:
    """Yield who speaks and who passes it on, where they are people or bodies with a name."""
    for one in (record.judgement.speaker, *record.judgement.via):
        if one.kind in (SpeakerKind.PERSON, SpeakerKind.ORGANISATION) and one.name:
            yield one


def _listed(speaker: Speaker, language: str | None, say: Wording) -> str:
    """Return what our lists call a speaker, else the name on record."""
    name = speaker.name or ""
    in_latin = (
        _latin().get(name.replace("ё", "е"), name) if speaker.kind is SpeakerKind.PERSON else name
    )
    if speaker.kind is SpeakerKind.PERSON:
        in_latin = _english().get(in_latin, in_latin)
    if in_latin in say.called:
        return say.called[in_latin]
    if speaker.kind is SpeakerKind.ORGANISATION:
        return _place(name, language, say) or _body(name, language, say) or name
    if say.language == "uk":
        return _cyrillic().get(in_latin, name)
    if is_cyrillic(in_latin) and speaker.kind is SpeakerKind.PERSON:
        return romanised(in_latin, language, say.language) or in_latin
    return in_latin


def _place(name: str, language: str | None, say: Wording) -> str | None:
    """Return the name of a country or a capital that speaks for it; None where it is neither."""
    for said_in in (language, "en"):  # a name on record may be an English one
        for place in find_places(name, said_in):
            if place.span.of(name) == name:
                found = place_name(place.code, place.kind, say.language)
                if found is None or place.kind is not PlaceKind.COUNTRY:
                    return found
                return say.who.countries.named(found, place.code)
    return None


def _body(name: str, language: str | None, say: Wording) -> str | None:
    """Return what the language calls a country's ministry, parliament or the like; None of others.

    What papers of that language call it is better, and on record.
    """
    country, _, department = (read_body(name, language) or "").partition(" ")
    if language == say.language or department not in say.bodies or len(country) != 2:
        return None
    known = place_name(country, PlaceKind.COUNTRY, say.language)
    return known and say.bodies["named"].format(body=say.bodies[department], country=known)


@cache
def _english() -> dict[str, str]:
    """Return the English names of those whom the papers of another language call otherwise."""
    tables = (wording(language).called for language in written())
    return {theirs: name for table in tables for name, theirs in table.items()}


@cache
def _latin() -> dict[str, str]:
    """Return the names that we list of people in office, as English texts print them."""
    forms = ((form, tenure.name) for _, tenure in tenures() for form in tenure.cyrillic)
    return {form.replace("ё", "е"): name for form, name in forms}


@cache
def _cyrillic() -> dict[str, str]:
    """Return the names that we list of people in office, in Ukrainian letters as far as known."""
    found: dict[str, str] = {}
    for _, tenure in tenures():
        if tenure.cyrillic:
            found.setdefault(tenure.name, max(tenure.cyrillic, key=_how_ukrainian))
    return found


def _how_ukrainian(name: str) -> int:
    letters = set(name.lower())
    return len(letters & _UKRAINIAN) - len(letters & _FOREIGN)
