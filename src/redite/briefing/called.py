"""What people are called in the language of a brief, as texts in that language call them.

A ledger keeps one name a person, whatever the script; a reader of French expects the spelling of
French papers, and one of Ukrainian expects Cyrillic.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from redite.offices import tenures
from redite.values import Record, SpeakerKind

ARTICLES = 2
"""Articles that print a name at least: one alone may be a poor translation."""
_UKRAINIAN = frozenset("іїєґ")
_FOREIGN = frozenset("ыэёъ")


def called(records: Iterable[Record], language: str) -> dict[str, str]:
    """Return by speaker id the name in `language`, of people who have another on record."""
    printed: dict[str, dict[str, set[str]]] = {}
    names: dict[str, str] = {}
    for record in records:
        speaker, mention = record.judgement.speaker, record.statement.speaker
        if speaker.kind is not SpeakerKind.PERSON or speaker.name is None:
            continue
        names[speaker.id] = speaker.name
        name = " ".join(mention.name.split())
        if record.article.language == language and len(name.split()) > 1:
            articles = printed.setdefault(speaker.id, {}).setdefault(name, set())
            articles.add(record.article.key)
    found = {}
    for id, name in names.items():
        forms = printed.get(id, {})
        best = max(forms, key=lambda form: (len(forms[form]), form), default="")
        if best and len(forms[best]) >= ARTICLES:
            found[id] = best
        elif language == "uk" and name in _cyrillic():
            found[id] = _cyrillic()[name]
    return {id: name for id, name in found.items() if name != names[id]}


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
