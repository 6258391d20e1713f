"""Whom a name in an article stands for.

The roster is built once from the whole text; asking it changes nothing. Roles and pronouns are the
business of `redite.stages.antecedents`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable

from redite.lang.speakers import Speakers
from redite.names.keys import surname_key
from redite.names.matching import same_name
from redite.names.reading import read
from redite.stages.body_names import named_bodies
from redite.stages.people import BUCKET, Person, as_called, people_in
from redite.text.nominals import Token, data_for, tokens
from redite.values import Article, Span


class Roster:
    """The people and bodies of one article, to be asked about."""

    def __init__(self, article: Article, sources: Iterable[Span]) -> None:
        self._data = data_for(article.language)
        self._text, self._language = article.text, article.language
        self.people = people_in(article, sources)
        self._by_given: dict[str, list[Person]] = defaultdict(list)
        self._by_surname: dict[str, list[Person]] = defaultdict(list)
        for person in self.people:
            self._by_surname[surname_key(person.name)].append(person)
            if person.full:
                self._by_given[surname_key(person.name.split()[0])].append(person)
        self._bodies = _definitions(article.text, self._data)
        self._named_bodies = named_bodies(article.text, article.language)

    def named(self, name: str, at: int) -> tuple[Person | None, str]:
        """Return the person of this article whom a printed name stands for, and why.

        Args:
            at: where what names him begins.
        """
        name = as_called(name, self._text, self._text.find(name, at), self._language)
        close = [
            (same_name(name, person.name), person)
            for person in self._by_surname.get(surname_key(name), [])[:BUCKET]
        ]
        same = [(match, person) for match, person in close if match.same]
        fitting = same or [(match, person) for match, person in close if match.fits]
        if not any(person.full for _, person in fitting) and len(name.split()) == 1:
            called = [
                person
                for person in self._by_given.get(surname_key(name), [])[:BUCKET]
                if same_name(name, person.name.split()[0]).same
            ]
            if len(called) == 1:
                return called[0], "the given name alone of the only bearer in the article"
        if not fitting:
            return None, ""
        full = [pair for pair in fitting if pair[1].full] or fitting
        before = [pair for pair in full if pair[1].places[0] <= at] or full
        match, person = max(
            before, key=lambda pair: (pair[0].score, self._last_before(pair[1], at), pair[1].name)
        )
        if len({p.name for _, p in full}) > 1 and read(name).given is None:
            return person, f"{match.reason}; of several with it the one named last"
        return person, match.reason

    def surname(self, word: str) -> bool:
        """Say whether one capital word is the surname of somebody named in full."""
        if not word[:1].isupper() or len(word.split()) > 1:
            return False
        near = self._by_surname.get(surname_key(word), [])[:BUCKET]
        return any(person.full and same_name(word, person.name).fits for person in near)

    def exactly(self, word: str) -> bool:
        """Say whether somebody named in full bears a surname in exactly this form."""
        near = self._by_surname.get(surname_key(word), [])[:BUCKET] if word[:1].isupper() else []
        return any(person.full and person.name.split()[-1] == word for person in near)

    def alone(self, word: str) -> str:
        """Return the body that one capital word of its name stands for, or ""."""
        return "" if self.surname(word) else self._named_bodies.alone(word)

    def kind_of(self, noun: str, at: int) -> str:
        """Return the body whose name holds a noun ("the institute"): the last before a place."""
        return self._named_bodies.with_noun(noun, at)

    def body(self, name: str) -> str:
        """Return the full name of a body whose short form the article explains, else `name`."""
        return self._bodies.get(name.casefold(), name)

    @staticmethod
    def _last_before(person: Person, at: int) -> int:
        where = bisect_right(person.places, at)
        return person.places[where - 1] if where else -1


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
