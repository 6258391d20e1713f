"""Whose a saying is: whom the words of its source name, or who goes on where it has none.

The words are read as a phrase (`redite.text.nominals`), read once more by what this article knows
(a word of frost may be a man of that name), and looked up: a name and a body on the article's
roster (`redite.stages.roster`), a role, a pronoun or a description among what stands before
(`redite.stages.antecedents`). A saying without a source goes on from the last speaker where its
cue allows that (`redite.stages.carried`).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from redite.lang import languages
from redite.lang import words as section
from redite.lang.attribution import Attribution as AttributionWords
from redite.outlets import known_outlet
from redite.stages.antecedents import Antecedents, Heard
from redite.stages.carried import goes_on, is_ours, owner_in
from redite.stages.interviews import interviewed
from redite.stages.layout import Layout
from redite.stages.people import Person, as_called, is_governed
from redite.stages.roster import Roster
from redite.text.markup import readable
from redite.text.nominals import Nominal, Sort, data_for, in_foreign_letters, is_coined, read
from redite.text.nominative import nominative, nominative_body, nominative_group
from redite.text.office_phrases import read_body, read_office
from redite.text.places import PlaceKind, find_places
from redite.values import Attribution, Mention, Span, SpeakerKind

_TELLING = 4
"""Letters of a noun beyond which its last one may be an ending."""

Found = tuple[Mention, Person | None]
"""The speaker, and the person of the roster who it is, if it is one."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One attribution whose speaker is asked for, and what is known by then."""

    at: int
    """Its number in reading order."""
    attribution: Attribution
    region: Span
    """The sentence around its source and cue."""
    heard: Sequence[Heard]
    """Those who spoke before it, in the same item."""
    day: date | None
    """When it was said, as far as that is known."""


class Whose:
    """The speakers of one article, to be asked for in reading order."""

    def __init__(self, layout: Layout) -> None:
        article = layout.article
        self._layout, self._text, self._language = layout, article.text, article.language
        self._outlet_name = article.publisher or ""
        self.roster = Roster(article, [s for a in layout.attributions for s in a.source])
        self._interviewed = interviewed(article, self.roster, layout.contents)
        self._antecedents = Antecedents(article, self.roster, layout.contents)

    def of(self, turn: Turn, around: Collection[Mention]) -> Found:
        """Return the speaker of one attribution; `around` are those who say that it was said."""
        attribution = turn.attribution
        if not attribution.source:
            asked = self._interviewed
            if asked is not None and not attribution.cue:
                reason = "an answer of whom the article interviews"
                return Mention(asked.name, SpeakerKind.PERSON, "", reason), asked
            return self._unsourced(turn, around)
        words = readable(" ".join(s.of(self._text) for s in attribution.source))
        at = attribution.source[0].start
        if words.casefold() in data_for(self._language).correlative:
            reason = f"“{words}” only points at what is said"
            return Mention("", SpeakerKind.UNNAMED, "", reason), None
        if turn.heard and self._speaks_in_quotation(words, attribution.source[0]):
            last, reason = turn.heard[-1], f"“{words}” in a quotation is whoever is quoted"
            return Mention(last.mention.name, last.mention.kind, words, reason), last.person
        if read(words, self._language).sort is Sort.ROLE:
            # Nobody calls himself "the minister": those who quote this saying are not meant.
            others = [h for h in turn.heard if h.mention not in around]
            turn = replace(turn, heard=others)
        return self._named(words, at, turn)

    def _unsourced(self, turn: Turn, around: Collection[Mention]) -> Found:
        """Return whose a saying is that names no source (`redite.stages.carried`)."""
        spans, language = turn.attribution.cue, self._language
        cue = self._layout.words(spans)
        quoted = any(q.contains(span) for q in self._layout.quoted for span in spans)
        if not around and not quoted and is_ours(self._text, spans, language):
            return self._outlet(cue)
        last = turn.heard[-1] if turn.heard else None
        owner = owner_in(cue, language)
        if owner and (last is None or last.mention.kind is not SpeakerKind.ORGANISATION):
            return self._named(owner, spans[0].start, turn)
        if last is None:
            return Mention("", SpeakerKind.UNNAMED, "", "the text names no source"), None
        if goes_on(cue, last.mention, last.person, language):
            reason = f"no source here: goes on from {last.mention.name or 'the speaker before'}"
            return Mention(last.mention.name, last.mention.kind, "", reason), last.person
        reason = f"no source here, and “{cue}” is not the last speaker's"
        return Mention("", SpeakerKind.UNNAMED, "", reason), None

    def _outlet(self, words: str) -> Found:
        """Return the outlet as what speaks of itself."""
        if not self._outlet_name:
            return Mention(words, SpeakerKind.UNNAMED, words, "the outlet is not known"), None
        reason = f"“{words}”: the outlet speaks of itself"
        return Mention(self._outlet_name, SpeakerKind.ORGANISATION, words, reason), None

    def _speaks_in_quotation(self, words: str, source: Span) -> bool:
        """Say whether a source is an "I" that somebody who is quoted says of himself."""
        if self._language not in languages():
            return False
        data = section(self._language, "attribution", AttributionWords)
        return words.casefold() in data.first_person and any(
            quoted.contains(source) for quoted in self._layout.quoted
        )

    def _named(self, words: str, at: int, turn: Turn) -> Found:
        """Return whom the words of a source name that stands at `at`."""
        phrase = self._phrase(words)
        match phrase.sort:
            case Sort.PERSON:
                return self._person(words, phrase, at)
            case Sort.ORGANISATION:
                name = self.roster.body(self._body_name(phrase.name, at))
                return Mention(name, SpeakerKind.ORGANISATION, words, "a body speaks"), None
            case Sort.OURSELVES:
                return self._outlet(words)
            case Sort.GENERIC | Sort.MEMBERS:
                return self._body_meant(words, phrase, at, turn), None
            case Sort.ROLE:
                return self._holder(words, phrase, at, turn)
            case Sort.PRONOUN:
                return self._pronoun(words, phrase, at, turn)
            case Sort.DESCRIPTION:
                return self._described(words, phrase, at, turn)
            case _:
                name = self._described_as(words, at)
                return Mention(name, SpeakerKind.UNNAMED, words, "an anonymous source"), None

    def _described_as(self, words: str, at: int) -> str:
        """Return the words of a source that stand at `at` in the nominative."""
        governed = is_governed(self._text, at, self._language)
        return nominative_group(words, self._language, governed=governed)

    def _phrase(self, words: str) -> Nominal:
        """Return the words of a source as a phrase, read by what this article knows."""
        phrase, roster = read(words, self._language), self.roster
        if phrase.sort in (Sort.UNNAMED, Sort.DESCRIPTION) and roster.surname(words):
            # "Moroz" is frost as well: the article knows a man of that name.
            phrase = Nominal(Sort.PERSON, words, phrase.gender, words=(words,))
        elif phrase.sort is Sort.ORGANISATION and roster.surname(phrase.name):
            phrase = Nominal(Sort.PERSON, words, phrase.gender, words=phrase.words)
        elif phrase.sort is Sort.ORGANISATION and (apposed := _titled(words, self._language)):
            phrase = apposed
        elif phrase.sort in (Sort.ORGANISATION, Sort.DESCRIPTION):
            office = read_office(words, self._language)
            if office is not None and office.place is not None:
                # A body begins the words, and still its chief speaks: "the NATO chief".
                phrase = Nominal(Sort.ROLE, words, phrase.gender, phrase.plural, phrase.words)
        elif phrase.sort is Sort.ROLE and roster.exactly(words.split()[-1]):
            # "Spokesman Zakharova": by its form it might be whose spokesman he is.
            phrase = Nominal(Sort.PERSON, words.split()[-1], phrase.gender, words=phrase.words)
        elif phrase.sort is Sort.ROLE and read_body(words, self._language) is not None:
            # "The Velmoran General Staff": a word of office in a body's name.
            first = words.find(phrase.words[0])
            phrase = Nominal(Sort.ORGANISATION, words[first:], words=phrase.words)
        elif phrase.sort is Sort.UNNAMED and words[:1].isupper() and known_outlet(words):
            phrase = Nominal(Sort.ORGANISATION, words, words=phrase.words)
        if phrase.sort is Sort.PERSON and (called := self._body_called(phrase.name)):
            phrase = Nominal(Sort.ORGANISATION, called, words=phrase.words)
        return phrase

    def _person(self, words: str, phrase: Nominal, at: int) -> Found:
        person, why = self.roster.named(phrase.name, at)
        if person is not None:
            reason = f"“{words}”: {why} as {person.name} in the article"
            return Mention(person.name, SpeakerKind.PERSON, words, reason), person
        name = nominative(phrase.name, self._language)
        return Mention(name, SpeakerKind.PERSON, words, "named here only"), None

    def _body_meant(self, words: str, phrase: Nominal, at: int, turn: Turn) -> Mention:
        """Return the body that a noun for one stands for ("the ministry", "its members")."""
        heard = turn.heard
        noun = phrase.words[0] if phrase.words else ""
        body = last_body(heard, noun)
        if body is None and (known := self.roster.kind_of(noun, at)):
            reason = f"“{words}” stands for the body named last with this word"
            name = nominative_body(known, self._language)
            return Mention(name, SpeakerKind.ORGANISATION, words, reason)
        passage = None if heard else self._layout.below(at)
        if passage is not None and (known := self.roster.kind_of(noun, passage.end)):
            reason = f"“{words}” is what the text below the heading calls in full"
            name = nominative_body(known, self._language)
            return Mention(name, SpeakerKind.ORGANISATION, words, reason)
        if body is None and self._outlet_is(noun):
            reason = f"“{words}” is the outlet itself"
            return Mention(self._outlet_name, SpeakerKind.ORGANISATION, words, reason)
        body = body or last_body(heard)
        if body is not None:
            reason = f"“{words}” stands for the body that spoke last"
            return Mention(body.name, body.kind, words, reason)
        name = self._described_as(words, at)
        return Mention(name, SpeakerKind.UNNAMED, words, "no body was named before")

    def _holder(self, words: str, phrase: Nominal, at: int, turn: Turn) -> Found:
        """Return whom words of office stand for."""
        person, why = self._antecedents.with_role(words, phrase, at, turn.heard, turn.day)
        if person is not None:
            return Mention(person.name, SpeakerKind.PERSON, words, f"“{words}”: {why}"), person
        found, why = self._antecedents.described(phrase, at, turn.heard)
        if isinstance(found, Person):
            return Mention(found.name, SpeakerKind.PERSON, words, f"“{words}”: {why}"), found
        passage = self._layout.below(at)
        if passage is not None:
            person, why = self._antecedents.below(phrase, passage)
            if person is not None:
                return Mention(person.name, SpeakerKind.PERSON, words, f"“{words}”: {why}"), person
        reason = "the article names no holder of this office"
        return Mention(self._described_as(words, at), SpeakerKind.OFFICE, words, reason), None

    def _pronoun(self, words: str, phrase: Nominal, at: int, turn: Turn) -> Found:
        """Return whom a pronoun stands for."""
        topic = self._antecedents.topic(turn.region, at)
        if topic:
            mention, person = self._named(topic, at, turn)
            return replace(mention, mention=words), person
        found: Heard | Person | None = None
        if words.casefold() in data_for(self._language).relative:
            found, why = self._antecedents.relative(phrase, at)
        if found is None:
            found, why = self._antecedents.standing_for(phrase, at, turn.region, turn.heard)
        return _stands_for(words, found, why)

    def _described(self, words: str, phrase: Nominal, at: int, turn: Turn) -> Found:
        """Return whom a description stands for that is no office ("the Velmoran", "the envoy")."""
        person, why = self._antecedents.compatriot(words, phrase, at)
        if person is not None:
            return _stands_for(words, person, why)
        found, why = self._antecedents.described(phrase, at, turn.heard)
        if found is None and not phrase.plural:
            found, why = self._antecedents.standing_for(phrase, at, turn.region, turn.heard)
        return _stands_for(words, found, why)

    def _body_name(self, name: str, at: int) -> str:
        """Return a body's name in the nominative; `at` is where the words that hold it begin."""
        text, language = self._text, self._language
        called, start = nominative_body(name, language), text.find(name, at)
        return as_called(called, text, start, language, body=True)

    def _body_called(self, name: str) -> str:
        """Return the body that a name which looks like a person's stands for here, or ""."""
        language = self._language
        if set(name.casefold().split()) <= set(self._outlet_name.casefold().split()):
            return self._outlet_name
        if is_coined(name) or in_foreign_letters(name, language):
            return name
        if len(name.split()) > 1 or self.roster.surname(name):
            return ""
        if known_outlet(name) is not None:
            return name
        if any(place.kind is not PlaceKind.PEOPLE for place in find_places(name, language)):
            return name
        return self.roster.alone(name)

    def _outlet_is(self, noun: str) -> bool:
        """Say whether a noun is one of the outlet's name ("the institute" in its own report)."""
        published = self._outlet_name.casefold()
        return len(noun) > _TELLING and noun.casefold()[:-1] in published


def _titled(words: str, language: str | None) -> Nominal | None:
    """Return the person whom a rank and a surname behind a comma name ("представитель штаба,
    адмирал Кременов"), whatever body stands before it."""
    named = read(words.rpartition(", ")[2], language) if ", " in words else None
    if named is None or named.sort is not Sort.PERSON or not named.words:
        return None
    return named if data_for(language).is_role(named.words[0]) else None


def last_body(heard: Sequence[Heard], noun: str = "") -> Mention | None:
    """Return the body that spoke last, or passed something on; with a noun, one so called."""
    stem = noun.casefold()[:-1] if len(noun) > _TELLING else noun.casefold()
    for past in reversed(heard):
        for mention in (past.mention, *reversed(past.via)):
            if mention.kind is SpeakerKind.ORGANISATION and stem in mention.name.casefold():
                return mention
    return None


def _stands_for(words: str, found: Heard | Person | None, why: str) -> Found:
    """Return the speaker that words stand for in whose place somebody was found."""
    reason = f"“{words}”: {why}"
    if isinstance(found, Heard):
        mention = found.mention
        return Mention(mention.name, mention.kind, words, reason), found.person
    if found is not None:
        return Mention(found.name, SpeakerKind.PERSON, words, reason), found
    reason = f"“{words}” stands for nobody whom the article names"
    return Mention(words, SpeakerKind.UNNAMED, words, reason), None
