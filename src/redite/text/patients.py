"""Reports whose source does not speak but suffers the verb: left out.

Where nouns are declined, who stands in another case than the nominative before a finite verb is its
object, whoever the subject may be: "Бывшего адвоката попросили …", "Ему грозит …". So is one person
before a verb in the plural ("Далкову обвиняют" in the accusative, "Кременова считают" in what might
be a nominative). A tagger that goes by the order of words takes them for speakers. Two things look
alike and are speakers: who stands behind a preposition ("У бывшего адвоката считают"), and to whom
something seems or is known ("Ему кажется").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from redite.lang import words
from redite.lang.attribution import Attribution as Lexicon
from redite.lang.attribution import expand
from redite.text.heads import WORD, Head, head_of, oblique, outnumbered, subject_behind, words_of
from redite.text.nominative import LANGUAGES, readings
from redite.values import Attribution, Span

_REACH = 40
"""Code points before a source in which its preposition is looked for."""
_FAR = 100
"""Code points between a source and its verb over which both may belong together."""
_ON = re.compile(r"[\w,«(]\s?\Z")
"""Before a word that goes on with a sentence."""
_JOINT = re.compile(r"\W")
_NO_OWNERS = {"datv", "ablt", "loct"}
"""Cases in which nobody owns a saying either ("слова министра")."""
_STOPS = re.compile(r"[.!?:;\n«»“”„\"]")


def speaking(
    attributions: Sequence[Attribution], text: str, language: str | None
) -> tuple[Attribution, ...]:
    """Return the attributions but those whose source is the object of its verb.

    Where a source holds the subject behind the object, the subject stays.
    """
    if language not in LANGUAGES:
        return tuple(attributions)
    lexicon = words(language, "attribution", Lexicon)
    inner = _inside_sentences(text)
    spoken = (_without_object(one, text, language, lexicon, inner) for one in attributions)
    return tuple(one for one in spoken if one is not None)


def _without_object(
    one: Attribution, text: str, language: str, lexicon: Lexicon, inner: frozenset[str]
) -> Attribution | None:
    if len(one.source) != 1 or len(one.cue) != 1:
        return one
    (source,), (cue,) = one.source, one.cue
    if _asked(source, cue, text, language, lexicon):
        return None
    if not source.end <= cue.start <= source.end + _FAR:
        return one
    if _STOPS.search(text, source.end, cue.start) or cue.of(text).casefold() in lexicon.felt:
        return one
    verb = next((word for word in words_of(cue.of(text)) if _is_verb(word, language)), "")
    named = words_of(source.of(text))
    head = head_of(named, language)
    if not verb or head is None or _governed(source, head, text, language):
        return one
    if head.word.isupper() and len(head.word) > 1:
        return one
    if not (oblique(head, name=_is_name(head, inner)) or outnumbered(head, verb, language)):
        return one
    subject = subject_behind(head, named, language)
    if subject is None or "," in source.of(text):
        return None
    starts = [match.start() for match in WORD.finditer(text, source.start, source.end)]
    return replace(one, source=(Span(starts[subject], source.end),))


def _asked(source: Span, cue: Span, text: str, language: str, lexicon: Lexicon) -> bool:
    """Say whether a source right behind its verb is its object ("попросили министра").

    Of one verb for several and one noun in another case the noun is the object. What is quoted, or
    what seems to somebody, is told in the same order.
    """
    if not cue.end < source.start or text[cue.end : source.start].strip(" \u00a0"):
        return False
    said = words_of(cue.of(text))
    verb = said[-1] if said else ""
    if not _is_verb(verb, language) or any(word.casefold() in _quoting(language) for word in said):
        return False
    head = head_of(words_of(source.of(text)), language)
    if head is None or head.word.isupper() or cue.of(text).casefold() in lexicon.felt:
        return False
    if not oblique(head, name=False):
        return False
    if all(set(one.cases) <= _NO_OWNERS for one in head.readings):
        return True  # "поделился мечтой": no subject, whoever does it
    several = all(one.plural for one in readings(verb, language) if one.part == "VERB")
    return several and not any(one.plural for one in head.readings)


@cache
def _quoting(language: str) -> frozenset[str]:
    """Return the words of the verbs whose object speaks ("цитируют министра")."""
    phrases = words(language, "attribution", Lexicon).quote
    return frozenset(word for each in phrases for form in expand(each) for word in form.split())


def _inside_sentences(text: str) -> frozenset[str]:
    """Return the words that stand somewhere in a sentence and do not begin it."""
    found = [
        match.group()
        for match in WORD.finditer(text)
        if _ON.search(text, max(0, match.start() - 2), match.start())
    ]
    return frozenset((*found, *(_JOINT.split(word, 1)[0] for word in found)))


def _is_name(head: Head, inner: frozenset[str]) -> bool:
    """Say whether a head has its capital not only because a sentence begins with it."""
    if not head.word[0].isupper():
        return False
    named = bool(head.behind) and head.behind[0][0].isupper()
    return named or head.at > 0 or head.word in inner


def _is_verb(word: str, language: str) -> bool:
    return any(reading.part == "VERB" for reading in readings(word, language)[:1])


def _governed(source: Span, head: Head, text: str, language: str) -> bool:
    """Say whether a preposition governs a source, or the noun before it whose genitive it is."""
    pronoun = all(one.part == "NPRO" for one in head.readings)
    owner = (
        not pronoun  # which no noun governs: "к чему его призывали"
        and head.word.islower()
        and any("gent" in one.cases for one in head.readings)
    )
    clause = _STOPS.split(text[max(0, source.start - _REACH) : source.start])[-1]
    for word in reversed(words_of(clause.rpartition(",")[2])):
        known = readings(word, language)[:1]
        if any(one.part == "PREP" for one in known):
            return True
        if not owner or not word.islower() or not any(one.nominal for one in known):
            return False
    return False
