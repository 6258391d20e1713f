"""Which offices the people of an article hold: by its own words, and by the dated list.

What the article says comes first ("Velmora's Defence Minister Goran Velesh"); the list
(`redite.offices`) adds the offices of people whom the article calls by name alone, and their sex.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from redite.names.keys import surname_key
from redite.names.matching import same_name
from redite.offices import Post, Tenure, holder, places, tenures
from redite.stages.people import Person
from redite.text.nominals import data_for
from redite.text.office_phrases import read_office

_BEFORE, _BEHIND = 110, 110
_WORDS = 10
"""Words beside a name among which its office must stand."""
_EDGE = re.compile(r"[,;:!?«»„“”\"()\n—–]|\.(?=\s)|\s-\s")
_NAME = re.compile(r"(?:[^\W\d_][\w'’ʼ.-]*\s?)+")
_PLACES = 6
"""Places of one name that are looked at."""

_GENERIC = {
    "minister": ("_minister",),
    "leader": ("president", "prime_minister", "monarch", "supreme_leader", "leader"),
    "head_of_state": ("president", "monarch", "supreme_leader"),
    "head": ("leader",),
    "chair": ("president", "secretary_general", "parliament_speaker"),
    "spokesperson": (
        "spokesperson_state",
        "spokesperson_foreign",
        "spokesperson_defence",
        "spokesperson_government",
        "spokesperson_general_staff",
    ),
}
"""What a word that says less may stand for; an entry with "_" is an ending."""


def may_be(asked: Post, held: Post) -> bool:
    """Say whether words for one office may mean another, as far as both say."""
    if asked.place is not None and held.place is not None and asked.place != held.place:
        return False
    if asked.post == held.post:
        return True
    wider = _GENERIC.get(asked.post, ())
    return held.post in wider or any(
        each.startswith("_") and held.post.endswith(each) for each in wider
    )


class Posts:
    """The offices of the people of one article, to be asked about."""

    def __init__(
        self, text: str, language: str | None, people: Sequence[Person], day: date | None
    ) -> None:
        """Read the words beside every name. `day` is None where the article has no date."""
        self._text, self._language = text, language
        self._starts = sorted({at for person in people if person.full for at in person.places})
        self._known: dict[str, frozenset[Post]] = {}
        self._own: dict[str, frozenset[Post]] = {}
        self._gender: dict[str, str | None] = {}
        for person in people:
            tenure, listed = _listed(person.name, day)
            own = self._read(person)
            self._own[person.name] = own
            self._known[person.name] = listed | {
                post for post in own if post.place or not _names(listed, post)
            }
            self._gender[person.name] = person.gender or (tenure.gender if tenure else None)

    def of(self, person: Person) -> frozenset[Post]:
        """Return the offices of a person, by the article and by the list."""
        return self._known.get(person.name, frozenset())

    def own(self, person: Person) -> frozenset[Post]:
        """Return the offices that the article itself gives a person."""
        return self._own.get(person.name, frozenset())

    def gender(self, person: Person) -> str | None:
        """Return "m" or "f" where name, title or list tell, else None."""
        return self._gender.get(person.name) or person.gender

    def holder(self, post: Post, day: date | None) -> Tenure | None:
        """Return who held an office on a day, by the list."""
        return holder(post, day) if day is not None and post.place is not None else None

    def _read(self, person: Person) -> frozenset[Post]:
        found = set()
        for at in person.places[:_PLACES]:
            found |= set(filter(None, (self._before(at), self._behind(at))))
        return frozenset(found)

    def _named(self, first: int, end: int) -> bool:
        """Say whether a name begins in that stretch of the text."""
        place = bisect_left(self._starts, first)
        return place < len(self._starts) and self._starts[place] < end

    def _before(self, at: int) -> Post | None:
        """Return the office in the title right before a name ("the minister, Goran Velesh")."""
        before = self._text[max(0, at - _BEFORE) : at].rstrip()
        before = before.removesuffix(",")
        edges = [match.end() for match in _EDGE.finditer(before)]
        start = edges[-1] if edges else 0
        if self._named(at - len(before) + start, at):
            return None  # another name stands between
        return office_at_end(before[start:], self._language)

    def _behind(self, at: int) -> Post | None:
        """Return the office in the apposition behind a name ("Milos Tarn, its spokesman,")."""
        behind = self._text[at : at + _BEHIND]
        name = _NAME.match(behind)
        comma = behind.find(", ")
        if name is None or comma < 0 or comma > name.end():
            return None
        end = _EDGE.search(behind, comma + 2)
        stop = end.start() if end else len(behind)
        if self._named(at + comma + 1, at + stop):
            return None
        return office_at_start(behind[comma + 2 : stop], self._language)


def office_at_end(words: str, language: str | None) -> Post | None:
    """Return the office that the last words name: the longest phrase that is one."""
    pieces = words.split()[-_WORDS:]
    for start in range(len(pieces)):
        post = read_office(" ".join(pieces[start:]), language)
        if post is not None:
            return post
    return None


def office_at_start(words: str, language: str | None) -> Post | None:
    """Return the office that the first words name: the longest phrase that is one."""
    pieces = words.split()[:_WORDS]
    small = data_for(language).small_words
    for end in range(len(pieces), 0, -1):
        if pieces[end - 1].casefold() in small:
            continue
        post = read_office(" ".join(pieces[:end]), language)
        if post is not None:
            return post
    return None


def _names(listed: frozenset[Post], post: Post) -> bool:
    return any(may_be(post, each) for each in listed)


def listed(name: str, day: date | None) -> tuple[Tenure | None, frozenset[Post]]:
    """Return the one person of the list whom a name fits on a day, and his offices then."""
    return _listed(name, day)


@lru_cache(maxsize=8192)
def _listed(name: str, day: date | None) -> tuple[Tenure | None, frozenset[Post]]:
    """Return the one person of the list whom a name fits on a day, and his offices."""
    if day is None:
        return None, frozenset()
    fitting: dict[str, tuple[Tenure, set[Post]]] = {}
    for post, tenure, form in _by_surname().get(surname_key(name), ()):
        known_until = places()[post.place or ""].known_until
        if not tenure.since <= day <= (tenure.until or known_until):
            continue
        if same_name(name, form).fits:
            fitting.setdefault(tenure.name, (tenure, set()))[1].add(post)
    if len(fitting) != 1:
        return None, frozenset()
    ((tenure, held),) = fitting.values()
    return tenure, frozenset(held)


@lru_cache(maxsize=1)
def _by_surname() -> dict[str, tuple[tuple[Post, Tenure, str], ...]]:
    found: dict[str, list[tuple[Post, Tenure, str]]] = {}
    for post, tenure in tenures():
        for form in {tenure.name, *tenure.cyrillic}:
            found.setdefault(surname_key(form), []).append((post, tenure, form))
    return {
        key: tuple(sorted(all_of, key=lambda e: (e[0].key, e[1].since, e[2])))
        for key, all_of in found.items()
    }
