"""Whose a saying is that names no source: whether it goes on from the speaker before.

"She spoke of ships. Added that …" goes on. It does not where the cue says by itself who speaks, or
that nobody does:

- "to our knowledge", outside a quotation, is the outlet;
- "in his words" is whom the possessive stands for;
- "it emerged", "confirmations": nobody's; "it is reported" is no person's;
- a verb of several, or of the other sex, has a subject that is not the one before. That can be told
  in languages whose verbs show it.
"""

from __future__ import annotations

import re
from functools import cache

from redite.stages.people import Person
from redite.text.nominals import data_for, pronouns
from redite.text.nominative import subjects_of
from redite.text.phrase_patterns import END, START, any_of, plain
from redite.values import Mention, Spans, SpeakerKind

_WORD = re.compile(r"\w+(?:['’ʼ]\w+)*")
_BEFORE = 12
"""Code points before a cue in which its first word may be left ("как нам | стало известно")."""


def is_ours(text: str, cue: Spans, language: str | None) -> bool:
    """Say whether a cue tells what those know who write ("to our knowledge")."""
    ours = data_for(language).ours
    if any(word in ours for span in cue for word in _words(span.of(text))):
        return True
    before = _words(text[max(0, cue[0].start - _BEFORE) : cue[0].start])[-1:] if cue else []
    return any(word in ours for word in before)


def owner_in(cue: str, language: str | None) -> str:
    """Return the possessive that stands beside what was said ("по его словам"), or ""."""
    data = data_for(language)
    words = _words(cue)
    whose = pronouns(language)
    for at, word in enumerate(words):
        beside = words[max(0, at - 1) : at + 2]
        if word in whose and any(other in data.owner_words for other in beside):
            return word
    return ""


def goes_on(cue: str, last: Mention, person: Person | None, language: str | None) -> bool:
    """Say whether a cue without a source may be that of the last speaker."""
    data, words = data_for(language), plain(cue)
    if _phrases(data.nobodys).search(words):
        return False
    if last.kind is not SpeakerKind.PERSON:
        return True
    if _phrases(data.subjectless).search(words):
        return False
    sex = person.gender if person is not None else None
    said_of = [subjects for word in _words(cue) if (subjects := subjects_of(word, language))]
    one = {"m", "f"} if sex is None else {sex}
    return all(one & subjects for subjects in said_of)


def _words(cue: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(cue)]


@cache
def _phrases(found: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"{START}{any_of(found)}{END}", re.IGNORECASE)
