"""Where the people of an article are named, and in what part of the sentence.

A pronoun takes up who was the subject before it rather than who merely stood nearer (centering;
Grosz, Joshi and Weinstein 1995). The part a name plays is read from what stands right around it: a
sentence that it begins, a preposition or a noun that it depends on, its case where it shows.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from redite.stages.people import Person
from redite.text.nesting import enclosing
from redite.text.nominals import data_for
from redite.text.nominative import nominative
from redite.values import Article, Span

NEAR = 600
"""Code points after which the last speaker is no longer the one a bare "he" stands for."""
_LED = 70
"""Code points before a name within which its title must begin."""
_OPENING = 4
"""Words that may stand before a subject at the head of a sentence."""
_LOOKED_AT = 12
_FAR = 20_000
"""Code points on either side within which a noun is looked for: work must stay bounded."""
_END = re.compile(r"[.!?…:;\n«»„“”\"()—–]")
_NAME = re.compile(r"[^\W\d_][\w'’ʼ.-]*(?: [A-ZÀ-ÞА-ЯҐЄІЇЁ][\w'’ʼ.-]*){0,3}")

Fits = Callable[[Person], bool]


class Whereabouts:
    """The places where an article names people, to be asked about."""

    def __init__(
        self, article: Article, people: Sequence[Person], contents: Sequence[Span]
    ) -> None:
        self._text, self._language = article.text, article.language
        self._data = data_for(article.language)
        self._people = people
        self._anywhere = sorted((at, n) for n, p in enumerate(people) for at in p.places)
        within = enclosing(
            [Span(at, at + 1) for at, _ in self._anywhere], [(c, 1) for c in contents]
        )
        self._outside = [
            place for place, owners in zip(self._anywhere, within, strict=True) if not owners
        ]

    def subject_of(self, sentence: Span, at: int, fits: Fits) -> Person | None:
        """Return who is named before a place in its sentence, and depends on no other noun."""
        start = bisect_left(self._outside, (sentence.start, -1))
        for place, number in self._outside[start : start + _LOOKED_AT]:
            if place >= at:
                return None
            person = self._people[number]
            if person.roles and fits(person) and not self._depends(place):
                return person
        return None

    def subject_since(self, since: int, at: int, fits: Fits) -> Person | None:
        """Return who was last the subject at the head of a sentence between two places."""
        for place, person in self._back_from(at):
            if place <= since:
                return None
            if person.sure and fits(person) and self._heads(place) and not self._depends(place):
                return person
        return None

    def last_named(self, at: int, fits: Fits, *, sure: bool = True) -> Person | None:
        """Return who was named last, subjects before others; `sure` to be a person, or in full."""
        found = [
            (place, person)
            for place, person in self._back_from(at)
            if (person.sure if sure else person.full) and fits(person)
        ]
        free = [person for place, person in found if not self._depends(place)]
        return next(iter([*free, *(person for _, person in found)]), None)

    def right_before(self, at: int, fits: Fits) -> Person | None:
        """Return who is named last before a relative pronoun in its sentence ("X, who said")."""
        end = bisect_left(self._anywhere, (at, -1))
        for place, number in reversed(self._anywhere[max(0, end - _LOOKED_AT) : end]):
            between = self._text[place:at]
            if len(between) > 2 * _LED or re.search(r"[.!?…]\s|\n", between):
                return None
            if fits(self._people[number]):
                return self._people[number]
        return None

    def named_since(self, since: int, at: int, fits: Fits) -> Person | None:
        """Return the one person whom the text names in full between two places."""
        found = {
            number
            for place, number in self._anywhere[
                bisect_left(self._anywhere, (since + 1, -1)) : bisect_left(self._anywhere, (at, -1))
            ]
            if self._people[number].full
            and self._people[number].sure
            and fits(self._people[number])
        }
        return self._people[found.pop()] if len(found) == 1 else None

    def beside(self, noun: str, at: int, fits: Fits) -> Person | None:
        """Return whose title or apposition a noun is anywhere, the nearest before a place first.

        "Broker Silvan Maroth", "Silvan Maroth, a broker": then "the broker" is he.
        """
        stem = re.escape(noun[: max(4, len(noun) - 2)])
        found: list[tuple[bool, int, Person]] = []
        near = re.compile(rf"(?<!\w){stem}\w{{0,4}}(?!\w)", re.IGNORECASE)
        for match in near.finditer(self._text, max(0, at - _FAR), at + _FAR):
            if match.start() == at:
                continue
            person = self._titled(match.end()) or self._apposed(match.start())
            if person is not None and fits(person):
                found.append((match.start() > at, abs(match.start() - at), person))
            if len(found) >= _LOOKED_AT:
                break
        return min(found, key=lambda one: one[:2])[2] if found else None

    # --- places ---------------------------------------------------------------------------------

    def _back_from(self, at: int) -> Iterator[tuple[int, Person]]:
        """Yield whom the article's own words name before a place, the nearest first."""
        end = bisect_left(self._outside, (at, -1))
        for place, number in reversed(self._outside[max(0, end - _LOOKED_AT) : end]):
            if at - place > NEAR:
                return
            yield place, self._people[number]

    def _heads(self, place: int) -> bool:
        """Say whether a sentence begins with the name at a place, or nearly so."""
        before = self._text[max(0, place - _LED) : place]
        return len(_END.split(before)[-1].split()) <= _OPENING

    def _depends(self, place: int) -> bool:
        """Say whether a name belongs to another noun ("an adviser to President Zaruba")."""
        name = _NAME.match(self._text, place)
        if name is not None and nominative(name.group(), self._language) != name.group():
            return True
        before = _END.split(self._text[max(0, place - _LED) : place])[-1].split()
        for word in reversed(before):
            bare = word.strip(",").casefold()
            if bare in self._data.linking_words or word.endswith(","):
                return bare in self._data.linking_words
            title = self._data.is_role(bare) or bare in self._data.title_words
            if not title and bare not in self._data.small_words:
                return False
        return False

    def _titled(self, end: int) -> Person | None:
        """Return whose name follows a noun, with nothing but names and small words between."""
        at = bisect_left(self._anywhere, (end, -1))
        if at == len(self._anywhere) or self._anywhere[at][0] - end > _LED:
            return None
        place, number = self._anywhere[at]
        between = self._text[end:place]
        if _END.search(between):
            return None
        small = self._data.small_words | self._data.linking_words
        told = all(
            word[:1].isupper() or word.strip(",").casefold() in small for word in between.split()
        )
        return self._people[number] if told or between.rstrip().endswith(",") else None

    def _apposed(self, start: int) -> Person | None:
        """Return whose name stands before a comma that a noun follows closely."""
        at = bisect_left(self._anywhere, (start, -1)) - 1
        if at < 0 or start - self._anywhere[at][0] > _LED:
            return None
        place, number = self._anywhere[at]
        name, comma, behind = self._text[place:start].partition(", ")
        close = comma and len(name.split()) <= _OPENING and len(behind.split()) < _OPENING
        return self._people[number] if close and not _END.search(behind) else None
