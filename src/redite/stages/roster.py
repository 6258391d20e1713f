"""Whom a name, a role or a pronoun in an article stands for.

The roster is built once from the whole text; asking it changes nothing. What has been said so
far comes in as `Heard`, so that each answer depends on the text before it only.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from redite.lang.speakers import Speakers
from redite.stages.people import BUCKET, Offices, Person, people_in
from redite.text.names import parts, same_name, skeleton
from redite.text.nesting import enclosing
from redite.text.nominals import Nominal, Token, data_for, tokens
from redite.values import Article, Mention, Span, SpeakerKind

_NEAR = 600
"""Code points after which the last speaker is no longer the one a bare "he" stands for."""


@dataclass(frozen=True, slots=True)
class Heard:
    """The speaker of an attribution that has been resolved, and where it stands."""

    at: int
    mention: Mention
    person: Person | None
    via: tuple[Mention, ...] = ()


class Roster:
    """The people and bodies of one article, to be asked about."""

    def __init__(self, article: Article, sources: Iterable[Span], contents: Sequence[Span]) -> None:
        self._data = data_for(article.language)
        self._offices = Offices(self._data)
        self.people = people_in(article, sources)
        self._by_surname: dict[str, list[Person]] = defaultdict(list)
        for person in self.people:
            self._by_surname[skeleton(parts(person.name).surname)].append(person)
        self._places = _outside(self.people, contents)
        self._bodies = _definitions(article.text, self._data)

    def named(self, name: str, at: int) -> tuple[Person | None, str]:
        """Return the person of this article whom a printed name stands for, and why."""
        wanted = parts(name)
        close = [
            (same_name(name, person.name), person)
            for person in self._by_surname.get(skeleton(wanted.surname), [])[:BUCKET]
        ]
        if wanted.given:
            fitting = [
                (match, person) for match, person in close if match.same or match.score >= 0.7
            ]
        else:
            fitting = [(match, person) for match, person in close if match.score >= 0.6]
        if not fitting:
            return None, ""
        full = [pair for pair in fitting if pair[1].full] or fitting
        before = [pair for pair in full if pair[1].places[0] <= at] or full
        match, person = max(
            before, key=lambda pair: (pair[0].score, self._last_before(pair[1], at), pair[1].name)
        )
        if len({p.name for _, p in full}) > 1 and not wanted.given:
            return person, f"{match.reason}; of several with it the one named last"
        return person, match.reason

    def with_role(
        self, phrase: Nominal, at: int, heard: Sequence[Heard]
    ) -> tuple[Person | None, str]:
        """Return the person whom words of office stand for, and why."""
        heads = [self._offices.marks([w]) for w in phrase.words if self._data.is_role(w)]
        others = [self._offices.marks([w]) for w in phrase.words if not self._data.is_role(w)]
        modifiers = [marks for marks in others if marks]

        def holds(person: Person) -> bool:
            return all(person.roles & marks for marks in heads if marks)

        for past in reversed(heard):
            if past.person and past.mention.mention.casefold() == phrase.name.casefold():
                return past.person, "the same words stood for this person before"
        fitting = []
        for person in self.people:
            if person.places[0] > at or not holds(person):
                continue
            shared = sum(bool(person.roles & marks) for marks in modifiers)
            if (modifiers and not shared) or not self._gender_fits(person, phrase.gender):
                continue
            fitting.append((shared, self._last_before(person, at), person.name, person))
        last = self._last_person(heard, at)
        if fitting and not (not modifiers and last and last.roles and holds(last)):
            person = max(fitting, key=lambda f: f[:3])[3]
            return person, "introduced with this office in the article"
        if last is None or not self._gender_fits(last, phrase.gender):
            return None, ""
        brief = len(heads) + len(modifiers) <= 2
        if last.roles and holds(last) and brief:
            return last, "the last speaker, who holds such an office"
        if not last.roles and brief:
            return last, "the last speaker; nobody else in the article holds this office"
        return None, ""

    def standing_for(
        self, phrase: Nominal, at: int, sentence: Span, heard: Sequence[Heard]
    ) -> tuple[Heard | Person | None, str]:
        """Return whom a pronoun or a description stands for, and why."""
        if not phrase.plural:
            subject = self._first_in(sentence, at, phrase.gender)
            if subject is not None:
                return subject, "named at the head of the same sentence"
        for past in reversed(heard[-4:]):
            if at - past.at > _NEAR:
                break
            anonymous = past.mention.kind is SpeakerKind.UNNAMED
            if past.person is not None and not phrase.plural:
                if self._gender_fits(past.person, phrase.gender):
                    return past, "the last speaker"
            elif phrase.plural and past.person is None:
                return past, "the last speakers"
            elif (
                anonymous
                and not phrase.plural
                and not _reads_plural(past.mention.mention, self._data)
            ):
                return past, "the last speaker, who stays unnamed"
        if phrase.plural:
            return None, ""
        person = self._last_named(at, phrase.gender)
        return person, "the person named last before it" if person else ""

    def body(self, name: str) -> str:
        """Return the full name of a body whose short form the article explains, else `name`."""
        return self._bodies.get(name.casefold(), name)

    def _first_in(self, sentence: Span, at: int, gender: str | None) -> Person | None:
        start = bisect_left(self._places, (sentence.start, -1))
        for place, number in self._places[start : start + 8]:
            if place >= at:
                return None
            person = self.people[number]
            if person.roles and self._gender_fits(person, gender):
                return person
        return None

    def _last_named(self, at: int, gender: str | None) -> Person | None:
        end = bisect_left(self._places, (at, -1))
        for place, number in reversed(self._places[max(0, end - 8) : end]):
            if at - place > _NEAR:
                return None
            if self._gender_fits(self.people[number], gender):
                return self.people[number]
        return None

    def _last_person(self, heard: Sequence[Heard], at: int) -> Person | None:
        past = heard[-1] if heard else None
        if past is None or at - past.at > _NEAR:
            return None
        return past.person

    @staticmethod
    def _gender_fits(person: Person, gender: str | None) -> bool:
        return person.gender is None or gender is None or person.gender == gender

    @staticmethod
    def _last_before(person: Person, at: int) -> int:
        where = bisect_right(person.places, at)
        return person.places[where - 1] if where else -1


def _outside(people: Sequence[Person], contents: Sequence[Span]) -> list[tuple[int, int]]:
    """Return where people are named in the article's own words, with their numbers."""
    places = sorted((at, n) for n, p in enumerate(people) if p.sure for at in p.places)
    within = enclosing([Span(at, at + 1) for at, _ in places], [(c, True) for c in contents])
    return [place for place, owners in zip(places, within, strict=True) if not owners]


def _reads_plural(words: str, data: Speakers) -> bool:
    return words.casefold().rstrip('»"” ').endswith(data.plural_endings)


def _names_body(token: Token, data: Speakers) -> bool:
    """Say whether a capital before "Institute" belongs to its name ("Hallen Institute")."""
    return token.text.casefold() not in data.small_words and not data.is_role(token.text)


def _definitions(text: str, data: Speakers) -> dict[str, str]:
    """Return the bodies whose short form is explained: "Institute for Border Studies (IBS)"."""
    found: dict[str, str] = {}
    for match in re.finditer(r"\(([^\W\d_]{2,8})\)", text):
        short = match.group(1)
        if not short.isupper():
            continue
        before = re.split(r"[.,;:!?»”\"\n]", text[max(0, match.start() - 90) : match.start()])[-1]
        line = tokens(before)
        heads = [n for n, t in enumerate(line) if t.text in data.organisation_words]
        if not heads:
            continue
        fitting = [n for n in heads if line[n].text[0].casefold() == short[0].casefold()]
        start = (fitting or heads[-1:])[0]
        while start and line[start - 1].capital and _names_body(line[start - 1], data):
            start -= 1
        found.setdefault(short.casefold(), before[line[start].span.start :] + match.group())
    return found
